"""Hypervisor managers (vCenters): registered here, and with them the inventory they report."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.clock import text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.kinds.application_host import follow_inventory
from glbr.simulator.merge_patch import merged
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.passing import passing
from glbr.simulator.references import named, without_none
from glbr.simulator.rules.addresses_are_registered_once import refuse_taken_address
from glbr.simulator.rules.used_vcenters_stay import refuse_used_vcenter
from glbr.simulator.world import World
from glbr.simulator.worlds.discovered import MANAGER_INFO, discover_vcenter, inventory_of

_COLLECTION = "hypervisor-managers"
_REGISTERING = "registering a vCenter"


def _create(call: Call) -> Reply:
    body = call.body
    orchestrator = call.world.require(
        "data-orchestrators", body["dataOrchestratorId"], call.operation.id, status=call.conflict_status
    )
    missing = [name for name in ("username", "password") if not body["credentials"].get(name)]
    if missing:
        raise call.refuse(400, f"credentials.{' and credentials.'.join(missing)} must be given: HPE signs in with them")
    # The password ends here: nothing of it is needed again, so nothing of it is kept.
    arguments = {
        "networkAddress": body["networkAddress"],
        "dataOrchestratorId": orchestrator["id"],
        "username": body["credentials"]["username"],
        "description": body.get("description"),
        "displayName": body.get("displayName"),
    }
    title = f"Register hypervisor manager [{body['networkAddress']}]"
    return call.accept(Work(title, "hypervisor_manager.create", arguments, orchestrator["resourceUri"]))


def _make(world: World, arguments: JsonObject) -> list[JsonObject]:
    address = arguments["networkAddress"]
    refuse_taken_address(world, _COLLECTION, address, _REGISTERING, status=400)
    orchestrator = world.require("data-orchestrators", arguments["dataOrchestratorId"], _REGISTERING, status=400)
    found = discover_vcenter(
        world.objects,
        identifier=world.identities.fresh("hypervisor-manager"),
        address=address,
        workspace=world.options.workspace_id,
        orchestrator=orchestrator["id"],
        username=arguments["username"],
        found_at=text_of(world.now),
    )
    manager = without_none(
        {
            **found,
            "description": arguments["description"],
            "displayName": arguments["displayName"] or found["name"],
            "lastRefreshed": text_of(world.now),
        }
    )
    world.objects.put(_COLLECTION, manager)
    _tell_inventory(world, manager)
    follow_inventory(world)
    return [resource(_COLLECTION, manager), resource("data-orchestrators", orchestrator)]


def _tell_inventory(world: World, manager: JsonObject) -> None:
    """What a vCenter reports says which vCenter reported it, by its present names."""
    for collection, items in inventory_of(world.objects, manager["id"]).items():
        for item in items:
            if item[MANAGER_INFO] != named(manager):
                world.objects.put(collection, {**item, MANAGER_INFO: named(manager)})


def _patch(call: Call) -> Reply:
    manager = call.subject(_COLLECTION)
    changes = {name: value for name, value in call.body.items() if name != "credentials"}
    if "networkAddress" in changes and not changes["networkAddress"]:
        raise call.refuse(400, "networkAddress cannot be cleared: the vCenter is reached by it")
    username = (call.body.get("credentials") or {}).get("username")
    if username:
        changes["username"] = username
    title = f"Update hypervisor manager [{manager['displayName']}]"
    arguments = {"id": manager["id"], "changes": changes}
    return call.accept(Work(title, "hypervisor_manager.update", arguments, manager["resourceUri"]))


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "changing a vCenter"
    manager = world.require(_COLLECTION, arguments["id"], what)
    changes = dict(arguments["changes"])
    address = changes.get("networkAddress")
    if address:
        refuse_taken_address(world, _COLLECTION, address, what, status=400, own=manager["id"])
        # A vCenter that nobody gave a name goes by its address.
        unnamed = manager["displayName"] == manager["name"]
        changes = {"name": address, **({"displayName": address} if unnamed else {}), **changes}
    if "displayName" in changes:
        changes["displayName"] = changes["displayName"] or changes.get("name", manager["name"])
    changed = world.store_change(_COLLECTION, merged(manager, changes))
    _tell_inventory(world, changed)
    follow_inventory(world)
    return [resource(_COLLECTION, changed)]


def _unregister(call: Call) -> Reply:
    manager = call.subject(_COLLECTION)
    force = bool(call.query.get("force"))
    title = f"Unregister hypervisor manager [{manager['displayName']}]"
    arguments = {"id": manager["id"], "force": force}
    return call.accept(Work(title, "hypervisor_manager.delete", arguments, manager["resourceUri"]))


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "unregistering a vCenter"
    manager = world.require(_COLLECTION, arguments["id"], what)
    if not arguments["force"]:
        refuse_used_vcenter(world, manager["id"], what)
    for collection, items in inventory_of(world.objects, manager["id"]).items():
        for item in items:
            world.objects.remove(collection, item["id"])
    world.objects.remove(_COLLECTION, manager["id"])
    follow_inventory(world)
    return [resource(_COLLECTION, manager)]


def _refresh(call: Call) -> Reply:
    manager = call.subject(_COLLECTION)
    title = f"Refresh hypervisor manager [{manager['displayName']}]"
    arguments = {"id": manager["id"]}
    return call.accept(Work(title, "hypervisor_manager.refresh", arguments, manager["resourceUri"]))


def _refreshed(world: World, arguments: JsonObject) -> list[JsonObject]:
    """The inventory is always as it is, so a refresh shows in its time only."""
    manager = world.require(_COLLECTION, arguments["id"], "refreshing a vCenter")
    changed = world.store_change(_COLLECTION, {**manager, "lastRefreshed": text_of(world.now)})
    return [resource(_COLLECTION, changed)]


BEHAVIOURS: dict[str, Behaviour] = {
    "HypervisorManagerCreate": _create,
    "HypervisorManagerUpdate": _patch,
    "UnregisterHypervisorManager": _unregister,
    "HypervisorRefresh": _refresh,
}
EFFECTS: dict[str, Effect] = {
    "hypervisor_manager.create": _make,
    "hypervisor_manager.update": _change,
    "hypervisor_manager.delete": _remove,
    "hypervisor_manager.refresh": _refreshed,
}
SHOWN: dict[str, Show] = {
    _COLLECTION: passing(
        {
            "hypervisor_manager.update": "UPDATING",
            "hypervisor_manager.delete": "DELETING",
            "hypervisor_manager.refresh": "REFRESHING",
        }
    )
}
