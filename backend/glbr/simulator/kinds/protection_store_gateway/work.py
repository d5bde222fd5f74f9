"""Work on a gateway: which gateways take it, how it is accepted, and what its end leaves."""

from collections.abc import Sequence

from glbr.simulator.call import Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.operations import Work, resource
from glbr.simulator.rules.passing_work import accept_showing, state_in_passing
from glbr.simulator.world import World

COLLECTION = "protection-store-gateways"
OK, OFF = "PSG_STATE_OK", "PSG_STATE_OK_OFF"
# Oldest first; while one of these passes, there is no gateway yet, or soon none any more.
DEPLOYING = (
    "PSG_STATE_QUERYING_CATALOGUE",
    "PSG_STATE_DEPLOYING",
    "PSG_STATE_DEPLOYED",
    "PSG_STATE_REGISTERING",
    "PSG_STATE_REGISTERED",
)
DELETING = (
    "PSG_STATE_DELETING",
    "PSG_STATE_DELETING_STORES",
    "PSG_STATE_DELETING_UNREGISTERING",
    "PSG_STATE_DELETING_VM_SHUTTING_DOWN",
    "PSG_STATE_DELETING_VM_DELETING",
)


def usable(call: Call) -> JsonObject:
    """The gateway of the request, unless it is being made or removed."""
    gateway = call.subject(COLLECTION)
    state = state_in_passing(call.world, gateway)
    if state in DEPLOYING or state in DELETING:
        raise call.refuse(refusal_status(call), f"{gateway['name']} is in {state}; wait for that operation to end")
    return gateway


def reachable(call: Call) -> JsonObject:
    """The gateway of the request, unless it is switched off, too."""
    gateway = usable(call)
    if gateway["state"] == OFF:
        raise call.refuse(refusal_status(call), f"{gateway['name']} is powered off; power it on first")
    return gateway


def refusal_status(call: Call) -> int:
    """HPE's 412 for what cannot be done as things stand, where it is listed, else 400."""
    return 412 if 412 in call.operation.replies else 400


def accept(
    call: Call,
    gateway: JsonObject,
    doing: str,
    effect: str,
    arguments: JsonObject,
    states: Sequence[str] = (),
    *,
    pausable: bool = False,
) -> Reply:
    """Answer 202 and do the work on the gateway, which passes through the states meanwhile."""
    title = f"{doing} Protection Store Gateway [{gateway['name']}]"
    work = Work(title, effect, {**arguments, "id": gateway["id"]}, gateway["resourceUri"], pausable)
    return accept_showing(call, work, COLLECTION, gateway["id"], states) if states else call.accept(work)


def current(world: World, arguments: JsonObject, what: str) -> JsonObject:
    """The gateway that ending work is about, as it is now."""
    return world.require(COLLECTION, arguments["id"], what)


def changed(world: World, gateway: JsonObject) -> list[JsonObject]:
    """Store a changed gateway; gives what its operation names."""
    return [resource(COLLECTION, world.store_change(COLLECTION, gateway))]
