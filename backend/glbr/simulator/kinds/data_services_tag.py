"""Tags of the account's data services: a key and a value, listed only."""

from glbr.simulator.call import Behaviour, Call, Page, Reply

_COLLECTION = "data-services-tags"


def _list_tags(call: Call) -> Reply:
    tags = call.world.objects.all(_COLLECTION)
    # The one list whose `sort` is just a direction; the order is that of the keys.
    if call.query.get("sort"):
        tags.sort(key=lambda tag: (tag["key"], tag["value"]), reverse=call.query["sort"] == "desc")
    return Reply(200, Page.of(tags), _COLLECTION)


BEHAVIOURS: dict[str, Behaviour] = {"ListTags": _list_tags}
