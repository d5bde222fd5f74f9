"""Application hosts (SQL Server): registered here, and with them what they hold."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.clock import text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.merge_patch import merged
from glbr.simulator.objects import Objects
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.passing import passing
from glbr.simulator.references import named, without_none
from glbr.simulator.rules.addresses_are_registered_once import refuse_taken_address
from glbr.simulator.rules.used_databases_stay import refuse_used_host
from glbr.simulator.world import World
from glbr.simulator.worlds.sql_server import (
    DISCOVERED,
    HOST_INFO,
    PLACE,
    application_host,
    identities_below,
    place_of,
    store_holding,
)

_COLLECTION = "application-hosts"
_REGISTERING = "registering an application host"
_HOLDS = ("mssql-instances", "mssql-databases")


def _create(call: Call) -> Reply:
    body = call.body
    missing = [name for name in ("username", "password") if not body["credentials"].get(name)]
    if missing:
        raise call.refuse(400, f"credentials.{' and credentials.'.join(missing)} must be given: HPE signs in with them")
    _orchestrator(call.world, None, call.operation.id)
    # The password ends here: nothing of it is needed again, so nothing of it is kept.
    arguments = {
        "networkAddress": body["networkAddress"],
        "username": body["credentials"]["username"],
        "name": body.get("name") or body["networkAddress"],
        "description": body.get("description"),
    }
    return call.accept(Work(f"Register application host [{arguments['name']}]", "application_host.create", arguments))


def _orchestrator(world: World, machine: JsonObject | None, what: str) -> str:
    """The Data Orchestrator that reaches the host: its vCenter's, else the account's first."""
    if machine is not None:
        manager = world.objects.find("hypervisor-managers", machine["hypervisorManagerInfo"]["id"])
        if manager is not None:
            return str(manager["dataOrchestratorInfo"]["id"])
    known = world.objects.all("data-orchestrators")
    if not known:
        raise ApiError(400, f"{what}: the account has no Data Orchestrator that could reach the host; add one first")
    return str(known[0]["id"])


def _make(world: World, arguments: JsonObject) -> list[JsonObject]:
    refuse_taken_address(world, _COLLECTION, arguments["networkAddress"], _REGISTERING, status=400)
    machine = _machine(world.objects, arguments["networkAddress"], arguments["name"])
    host = application_host(
        world.identities.fresh("application-host"),
        arguments["name"],
        arguments["networkAddress"],
        workspace=world.options.workspace_id,
        username=arguments["username"],
        orchestrator=_orchestrator(world, machine, _REGISTERING),
        machine=machine,
        made_at=text_of(world.now),
    )
    host |= without_none({"description": arguments["description"]})
    world.objects.put(_COLLECTION, host)
    store_holding(world.objects, host, DISCOVERED, identities_below(host["id"]))
    return [resource(_COLLECTION, host)]


def _machine(objects: Objects, address: str, name: str) -> JsonObject | None:
    """The machine of the inventory that a host is: by its name, short or full, or by its address."""
    names = {text for full in (name, address) for text in (full, full.partition(".")[0])}
    for machine in objects.where("virtual-machines", "name", sorted(names)):
        return machine
    return next((vm for vm in objects.all("virtual-machines") if vm.get("networkAddress") == address), None)


def _patch(call: Call) -> Reply:
    host = call.subject(_COLLECTION)
    changes = {name: value for name, value in call.body.items() if name != "credentials"}
    if "networkAddress" in changes and not changes["networkAddress"]:
        raise call.refuse(400, "networkAddress cannot be cleared: the host is reached by it")
    username = (call.body.get("credentials") or {}).get("username")
    if username:
        changes["username"] = username
    arguments = {"id": host["id"], "changes": changes}
    title = f"Update application host [{host['name']}]"
    return call.accept(Work(title, "application_host.update", arguments, host["resourceUri"]))


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "changing an application host"
    host = world.require(_COLLECTION, arguments["id"], what)
    changes = dict(arguments["changes"])
    address = changes.get("networkAddress") or host["networkAddress"]
    refuse_taken_address(world, _COLLECTION, address, what, status=400, own=host["id"])
    if "name" in changes or host["name"] == host["networkAddress"]:
        # A host that nobody gave a name goes by its address.
        changes["name"] = changes["displayName"] = changes.get("name") or address
    return _placed(world, merged(host, changes))


def follow_inventory(world: World) -> None:
    """Let hosts tell where they run after vCenters have come, gone or been named anew."""
    for host in world.objects.all(_COLLECTION):
        told = {name: host[name] for name in ("virtual", PLACE) if name in host}
        if place_of(_machine(world.objects, host["networkAddress"], host["name"])) != told:
            _placed(world, host)


def _placed(world: World, host: JsonObject) -> list[JsonObject]:
    """Store a host where the inventory has it now, and tell what it holds."""
    place = place_of(_machine(world.objects, host["networkAddress"], host["name"]))
    changed = world.store_change(_COLLECTION, {**_without_place(host), **place})
    told = {HOST_INFO: named(changed), **({PLACE: changed[PLACE]} if PLACE in changed else {})}
    for collection in _HOLDS:
        for item in _held(world.objects, collection, host["id"]):
            world.objects.put(collection, {**_without_place(item), **told})
    return [resource(_COLLECTION, changed)]


def _without_place(item: JsonObject) -> JsonObject:
    return {name: value for name, value in item.items() if name != PLACE}


def _held(objects: Objects, collection: str, host: str) -> list[JsonObject]:
    return [item for item in objects.all(collection) if item[HOST_INFO]["id"] == host]


def _unregister(call: Call) -> Reply:
    host = call.subject(_COLLECTION)
    arguments = {"id": host["id"], "force": bool(call.query.get("force"))}
    title = f"Unregister application host [{host['name']}]"
    return call.accept(Work(title, "application_host.delete", arguments, host["resourceUri"]))


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "unregistering an application host"
    host = world.require(_COLLECTION, arguments["id"], what)
    if not arguments["force"]:
        refuse_used_host(world, host["id"], what)
    for collection in _HOLDS:
        for item in _held(world.objects, collection, host["id"]):
            world.objects.remove(collection, item["id"])
    world.objects.remove(_COLLECTION, host["id"])
    return [resource(_COLLECTION, host)]


def _refresh(call: Call) -> Reply:
    host = call.subject(_COLLECTION)
    title = f"Refresh application host [{host['name']}]"
    return call.accept(Work(title, "application_host.refresh", {"id": host["id"]}, host["resourceUri"]))


def _refreshed(world: World, arguments: JsonObject) -> list[JsonObject]:
    """The host may have become, or may no longer be, a machine of a registered vCenter."""
    return _placed(world, world.require(_COLLECTION, arguments["id"], "refreshing an application host"))


BEHAVIOURS: dict[str, Behaviour] = {
    "ApplicationHostCreate": _create,
    "ApplicationHostUpdate": _patch,
    "UnregisterApplicationHost": _unregister,
    "RefreshApplicationHost": _refresh,
}
EFFECTS: dict[str, Effect] = {
    "application_host.create": _make,
    "application_host.update": _change,
    "application_host.delete": _remove,
    "application_host.refresh": _refreshed,
}
SHOWN: dict[str, Show] = {
    _COLLECTION: passing(
        {
            "application_host.update": "UPDATING",
            "application_host.delete": "DELETING",
            "application_host.refresh": "REFRESHING",
        }
    )
}
