"""StoreOnce appliances: what a live one showed at each read."""

from glbr.simulator.call import Show
from glbr.simulator.clock import text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.world import World


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    """A live StoreOnce was past generation 10000 and different each time (NOTES, section 9)."""
    shown = []
    for item in items:
        seen = {**item, "generation": item["generation"] + 1, "updatedAt": text_of(world.now)}
        world.objects.put("storeonces", seen)
        shown.append(seen)
    return shown


SHOWN: dict[str, Show] = {"storeonces": _show}
