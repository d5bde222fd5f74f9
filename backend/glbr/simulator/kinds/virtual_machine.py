"""Virtual machines: read anew from their vCenter."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.world import World

_COLLECTION = "virtual-machines"


def _refresh(call: Call) -> Reply:
    machine = call.subject(_COLLECTION)
    title = f"Refresh virtual machine [{machine['name']}]"
    return call.accept(Work(title, "virtual_machine.refresh", {"id": machine["id"]}, machine["resourceUri"]))


def _refreshed(world: World, arguments: JsonObject) -> list[JsonObject]:
    """The inventory is always as it is, so a refresh shows in the generation only."""
    machine = world.require(_COLLECTION, arguments["id"], "refreshing a virtual machine")
    return [resource(_COLLECTION, world.store_change(_COLLECTION, machine))]


BEHAVIOURS: dict[str, Behaviour] = {"VMRefresh": _refresh}
EFFECTS: dict[str, Effect] = {"virtual_machine.refresh": _refreshed}
