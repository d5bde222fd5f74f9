"""StoreOnce appliances: registered by address and serial number, with credentials nobody keeps."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.clock import text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.protection_store import appliance_gone, stores_on
from glbr.simulator.merge_patch import merged
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.rules.passing_work import WORK, accept_showing, state_in_passing
from glbr.simulator.world import World
from glbr.simulator.worlds.appliances import orchestrator_reference, storeonce, storeonce_network

_COLLECTION = "storeonces"
# Operations name the kind otherwise than the object does (NOTES, section 4).
_OPERATION_TYPE = "data-services/storeonce"
_DELETE = "storeonce.delete"
_OK = "SO_HEALTH_STATE_OK"
_REGISTERING = "SO_HEALTH_STATE_REGISTERING"
_DELETING = "SO_HEALTH_STATE_DELETING"


def _create(call: Call) -> Reply:
    world, body = call.world, call.body
    empty = [name for name in ("username", "password") if not body["credentials"][name]]
    if empty:
        raise call.refuse(
            400, f"credentials.{' and credentials.'.join(empty)} must not be empty: HPE signs in with them"
        )
    # Username and password end here: nothing of them is needed again, so nothing is kept.
    made = storeonce(
        body.get("name") or f"storeonce-{body['serialNumber'].lower()}",
        world.options.workspace_id,
        identifier=world.identities.fresh("storeonce"),
        serial=body["serialNumber"],
        address=body["networkAddress"],
        made_at=text_of(world.now),
    )
    if body.get("description"):
        made["description"] = body["description"]
    # Work that is bound to fail (a fault on order) leaves nothing behind.
    if not call.failure:
        world.objects.put(_COLLECTION, made)
    work = Work(f"Register StoreOnce [{made['name']}]", "storeonce.create", {"id": made["id"]})
    return accept_showing(call, work, _COLLECTION, made["id"], (_REGISTERING,))


def _registered(world: World, arguments: JsonObject) -> list[JsonObject]:
    made = world.require(_COLLECTION, arguments["id"], "registering a StoreOnce")
    return [_resource(made)]


def _patch(call: Call) -> Reply:
    appliance = call.subject(_COLLECTION)
    title = f"Update StoreOnce [{appliance['name']}]"
    arguments = {"id": appliance["id"], "changes": call.body}
    return _accept(call, appliance, title, "storeonce.update", arguments)


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    appliance = world.require(_COLLECTION, arguments["id"], "changing a StoreOnce")
    changes = dict(arguments["changes"])
    address = changes.pop("networkAddress")
    changed = merged(appliance, {**changes, "network": storeonce_network(appliance["id"], address)})
    return [_resource(world.store_change(_COLLECTION, changed))]


def _delete(call: Call) -> Reply:
    appliance = call.subject(_COLLECTION)
    arguments = {"id": appliance["id"], "force": bool(call.query.get("force"))}
    title = f"Unregister StoreOnce [{appliance['name']}]"
    return _accept(call, appliance, title, _DELETE, arguments, (_DELETING,))


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "unregistering a StoreOnce"
    appliance = world.require(_COLLECTION, arguments["id"], what)
    if not arguments["force"] and stores_on(world, appliance["id"]):
        raise ApiError(409, f"{what}: protection stores were made on it meanwhile; give force=true to lose them")
    appliance_gone(world, appliance["id"])
    world.objects.remove(_COLLECTION, appliance["id"])
    return [_resource(appliance)]


def _refresh(call: Call) -> Reply:
    appliance = call.subject(_COLLECTION)
    title = f"Refresh StoreOnce [{appliance['name']}]"
    return _accept(call, appliance, title, "storeonce.refresh", {"id": appliance["id"]})


def _refreshed(world: World, arguments: JsonObject) -> list[JsonObject]:
    """What the appliance holds is always known here, so a refresh shows in the generation only."""
    appliance = world.require(_COLLECTION, arguments["id"], "refreshing a StoreOnce")
    return [_resource(world.store_change(_COLLECTION, appliance))]


def _accept(
    call: Call, appliance: JsonObject, title: str, effect: str, arguments: JsonObject, states: tuple[str, ...] = ()
) -> Reply:
    passing = state_in_passing(call.world, appliance)
    if passing is not None:
        raise call.refuse(call.conflict_status, f"{appliance['name']} is in {passing}; wait for that operation to end")
    # Stores go with a deleted one, and deleting those is what dual authorization watches.
    pausable = effect == _DELETE and bool(stores_on(call.world, appliance["id"]))
    work = Work(title, effect, arguments, appliance["resourceUri"], pausable)
    return accept_showing(call, work, _COLLECTION, appliance["id"], states) if states else call.accept(work)


def _resource(appliance: JsonObject) -> JsonObject:
    return resource(_COLLECTION, appliance, _OPERATION_TYPE)


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    """A live StoreOnce was past generation 10000 and different each time (NOTES, section 9)."""
    orchestrators = [orchestrator_reference(one) for one in world.objects.all("data-orchestrators")]
    shown = []
    for item in items:
        seen = {**item, "generation": item["generation"] + 1, "updatedAt": text_of(world.now)}
        world.objects.put(_COLLECTION, seen)
        state = state_in_passing(world, item) or _OK
        health = {
            "state": state,
            "stateReason": None,
            "status": f"SO_HEALTH_STATUS_{'DISCONNECTED' if state == _REGISTERING else 'CONNECTED'}",
            "updatedAt": seen["updatedAt"],
        }
        shown.append(
            {
                **{name: value for name, value in seen.items() if name != WORK},
                "dataOrchestrators": [] if state == _REGISTERING else orchestrators,
                "dateTime": {**item["dateTime"], "utcDateTime": text_of(world.now)},
                "health": health,
            }
        )
    return shown


BEHAVIOURS: dict[str, Behaviour] = {
    "StoreOnceCreate": _create,
    "StoreOnceUpdate": _patch,
    "StoreOnceDelete": _delete,
    "StoreOnceReferesh": _refresh,
}
EFFECTS: dict[str, Effect] = {
    "storeonce.create": _registered,
    "storeonce.update": _change,
    _DELETE: _remove,
    "storeonce.refresh": _refreshed,
}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
