"""Backup appliances are no assets: neither their machines nor the datastores that hold them."""

from glbr.simulator.call import Call, Guard

_MARKS = {"virtual-machines": "vmClassification", "datastores": "datastoreClassification"}


def _guard(call: Call) -> None:
    for collection, mark in _MARKS.items():
        item = call.world.objects.find(collection, call.body["assetInfo"]["id"])
        if item is not None and item.get(mark):
            raise call.refuse(400, f"{item['name']} has the {mark} {item[mark]}, and such cannot be protected")


GUARDS: dict[str, Guard] = {"DataManagementJobCreate": _guard}
