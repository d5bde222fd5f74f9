"""Protection store gateways: virtual store appliances, deployed into a vCenter and removed from it."""

import zlib

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.clock import text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.protection_store import appliance_gone, stores_on
from glbr.simulator.kinds.protection_store_gateway.nics import adapter_of
from glbr.simulator.kinds.protection_store_gateway.placement import (
    check_placement,
    datastores_of,
    first_adapter,
    occupy,
    put_machine,
    release,
    size_of,
    spread,
)
from glbr.simulator.kinds.protection_store_gateway.work import (
    COLLECTION,
    DELETING,
    DEPLOYING,
    OFF,
    OK,
    accept,
    current,
    refusal_status,
    usable,
)
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.references import without_none
from glbr.simulator.rules.gateway_sizing import in_force
from glbr.simulator.rules.passing_work import WORK, accept_showing, state_in_passing
from glbr.simulator.world import World
from glbr.simulator.worlds.appliances import NO_OVERRIDE, gateway

# Stored, never shown: HPE's reply has no place for them.
_HIDDEN = (WORK, "hypervisorManagerId", "placement", "dateTime")
_PLACEMENT = ("hostId", "clusterId", "resourcePoolId", "folderId", "contentLibraryId")
_DEPLOY = "deploying a protection store gateway"
_HEALTH_IN_PASSING = {
    **dict.fromkeys(DEPLOYING, "DEPLOYING"),
    "PSG_STATE_REGISTERING": "REGISTERING",
    "PSG_STATE_REGISTERED": "INITIALIZING",
    **dict.fromkeys(DELETING, "DELETING"),
}
# States in which the gateway's machine does not answer.
_SILENT = {*DEPLOYING, "PSG_STATE_VM_POWERING_ON", "PSG_STATE_VM_SHUTTING_DOWN", "PSG_STATE_VM_RESTARTING"}


def deployed(world: World, body: JsonObject, what: str, base: JsonObject) -> JsonObject:
    """A gateway as its deployment leaves it, all but its machine; refuses what cannot be.

    Args:
        world: where it is deployed.
        body: `name`, `hypervisorManagerId` and `vmConfig` of the request.
        what: what is being done, for the message.
        base: what the gateway is besides: a fresh one, or the one that is recovered.
    """
    manager = world.require("hypervisor-managers", body["hypervisorManagerId"], what, status=400)
    config = body["vmConfig"]
    check_placement(world, manager["id"], config, what)
    override = {**NO_OVERRIDE, **(config.get("override") or {})}
    size = size_of(config)
    datastores = datastores_of(world, manager["id"], config["datastoreIds"], what)
    adapter = adapter_of(world, first_adapter(config), world.identities.fresh("gateway-nic"), 0)
    dns = config["network"].get("dns")
    network = {**base["network"], "hostname": body["name"], "nics": [adapter], **({"dns": dns} if dns else {})}
    needed = in_force(size, override)["storageInTiB"]
    return {
        **base,
        "name": body["name"],
        "displayName": body["name"],
        "hypervisorManagerId": manager["id"],
        "dataOrchestratorId": manager["dataOrchestratorInfo"]["id"],
        "placement": without_none({name: config.get(name) for name in _PLACEMENT}),
        "size": size,
        "override": override,
        "network": network,
        "datastoresInfo": spread(datastores, needed, what, held=base.get("datastoresInfo", ())),
    }


def _create(call: Call) -> Reply:
    world, body = call.world, call.body
    manager = world.require("hypervisor-managers", body["hypervisorManagerId"], call.operation.id, status=400)
    identifier = world.identities.fresh("protection-store-gateway")
    fresh = gateway(
        body["name"],
        world.options.workspace_id,
        manager["dataOrchestratorInfo"],
        identifier=identifier,
        serial=f"PSG{zlib.crc32(identifier.encode()):08X}",
        made_at=text_of(world.now),
    )
    made = deployed(world, body, call.operation.id, {**fresh, "datastoresInfo": []})
    # Work that is bound to fail (a fault on order) leaves nothing behind.
    if not call.failure:
        world.objects.put(COLLECTION, made)
    arguments = {"id": identifier, "body": body}
    title = f"Deploy Protection Store Gateway [{body['name']}]"
    work = Work(title, "gateway.create", arguments, manager["resourceUri"])
    return accept_showing(call, work, COLLECTION, identifier, DEPLOYING)


def _made(world: World, arguments: JsonObject) -> list[JsonObject]:
    expected = current(world, arguments, _DEPLOY)
    try:
        placed = deployed(world, arguments["body"], _DEPLOY, {**expected, "datastoresInfo": []})
    except ApiError:
        # What it needs has gone meanwhile: a deployment that fails leaves nothing behind.
        world.objects.remove(COLLECTION, expected["id"])
        raise
    made = {
        **expected,
        # The room may lie elsewhere than when the deployment was asked for.
        "datastoresInfo": placed["datastoresInfo"],
        "vmId": world.identities.fresh("virtual-machine"),
        "updatedAt": text_of(world.now),
    }
    world.objects.put(COLLECTION, made)
    occupy(world, made)
    put_machine(world, made)
    return [resource(COLLECTION, made)]


def _delete(call: Call) -> Reply:
    subject = usable(call)
    stores = bool(stores_on(call.world, subject["id"]))
    arguments = {"force": bool(call.query.get("force"))}
    # Stores go with it, and deleting those is what dual authorization watches.
    return accept(call, subject, "Delete", "gateway.delete", arguments, DELETING, pausable=stores)


def _removed(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "deleting a protection store gateway"
    subject = current(world, arguments, what)
    if not arguments["force"] and stores_on(world, subject["id"]):
        raise ApiError(400, f"{what}: protection stores were made on it meanwhile; give force=true to lose them")
    appliance_gone(world, subject["id"])
    release(world, subject)
    if "vmId" in subject:
        world.objects.remove("virtual-machines", subject["vmId"])
    world.objects.remove(COLLECTION, subject["id"])
    return [resource(COLLECTION, subject)]


def _recover(call: Call) -> Reply:
    subject = usable(call)
    reached = _shown(call.world, subject)["health"]["status"] == "PSG_HEALTH_STATUS_CONNECTED"
    if reached and not call.query.get("force"):
        raise call.refuse(
            refusal_status(call), f"{subject['name']} is connected; shut it down first, or give force=true"
        )
    deployed(call.world, call.body, call.operation.id, subject)
    states = (*DEPLOYING, "PSG_STATE_REBOOTING_AFTER_RESTORE", "PSG_STATE_REBOOTED_AFTER_RESTORE")
    return accept(call, subject, "Recover", "gateway.recover", {"body": call.body}, states)


def _recovered(world: World, arguments: JsonObject) -> list[JsonObject]:
    """A new machine takes the place of the old one; the stores it carried come with it."""
    what = "recovering a protection store gateway"
    before = current(world, arguments, what)
    after = deployed(world, arguments["body"], what, before)
    release(world, before)
    if "vmId" in before:
        world.objects.remove("virtual-machines", before["vmId"])
    changed = world.store_change(COLLECTION, {**after, "vmId": world.identities.fresh("virtual-machine"), "state": OK})
    occupy(world, changed)
    put_machine(world, changed)
    switch_stores(world, changed["id"], online=True)
    return [resource(COLLECTION, changed)]


def switch_stores(world: World, system: str, *, online: bool) -> None:
    """Stores work while their gateway does."""
    switched = {"state": "ONLINE", "status": "OK"} if online else {"state": "OFFLINE", "status": "ERROR"}
    for store in stores_on(world, system):
        world.store_change("protection-stores", {**store, **switched})


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    return [_shown(world, item) for item in items]


def _shown(world: World, item: JsonObject) -> JsonObject:
    passing = state_in_passing(world, item)
    health = {**_health(world, item, passing), "updatedAt": item["updatedAt"]}
    shown = {name: value for name, value in item.items() if name not in _HIDDEN}
    return {**shown, "state": passing or item["state"], "health": health}


def _health(world: World, item: JsonObject, passing: str | None) -> JsonObject:
    """HPE's health of a gateway: read off its state, and off the Data Orchestrator it needs."""
    if passing is not None:
        return _healthy(_HEALTH_IN_PASSING.get(passing, "UPDATING"), "", connected=passing not in _SILENT)
    if item["state"] == OFF:
        return _healthy("OFF", "powered off", connected=False)
    if world.objects.find("data-orchestrators", item["dataOrchestratorId"]) is None:
        return _healthy("UNKNOWN", "its Data Orchestrator was deleted", connected=False)
    return _healthy("OK", "", connected=True)


def _healthy(state: str, reason: str, *, connected: bool) -> JsonObject:
    status = f"PSG_HEALTH_STATUS_{'CONNECTED' if connected else 'DISCONNECTED'}"
    return {"state": f"PSG_HEALTH_STATE_{state}", "stateReason": reason, "status": status}


BEHAVIOURS: dict[str, Behaviour] = {
    "ProtectionStoreGatewayCreate": _create,
    "ProtectionStoreGatewayDelete": _delete,
    "ProtectionStoreGatewayRecover": _recover,
}
EFFECTS: dict[str, Effect] = {
    "gateway.create": _made,
    "gateway.delete": _removed,
    "gateway.recover": _recovered,
}
SHOWN: dict[str, Show] = {COLLECTION: _show}
