"""Data Orchestrators: the appliances that run the schedules of a site."""

import zlib
from datetime import timedelta

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.clock import moment_of, text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.merge_patch import merged
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.rules.activation_codes_serve_once import ACTIVATION, digest_of, refuse_used_code
from glbr.simulator.rules.orphaned_jobs_rest import stop_jobs_of
from glbr.simulator.rules.passing_work import WORK, accept_showing, state_in_passing
from glbr.simulator.world import World
from glbr.simulator.worlds.appliances import data_orchestrator

_COLLECTION = "data-orchestrators"
_HIDDEN = (ACTIVATION, WORK)
_UPDATING, _RECOVERING, _UNREACHED = "UPDATING", "RECOVERING", "UNKNOWN"
_OFF = {"connectionState": "DISCONNECTED", "state": _UNREACHED, "status": "ERROR", "stateReason": "powered off"}
_CODE_SECONDS = 60


def _activate(call: Call) -> Reply:
    world, code = call.world, call.body["activationCode"]
    serial = _serial(code)
    made = data_orchestrator(
        call.body.get("displayName") or f"data-orchestrator-{serial.lower()}",
        world.options.workspace_id,
        world.options.time_zone,
        identifier=world.identities.fresh("data-orchestrator"),
        serial=serial,
        made_at=text_of(world.now),
    )
    made |= {ACTIVATION: digest_of(code)}
    world.objects.put(_COLLECTION, made)
    return Reply(201, made, _COLLECTION, location=made["resourceUri"])


def _serial(code: str) -> str:
    """Each appliance has a serial number of its own, and each a code of its own."""
    return f"DO{zlib.crc32(digest_of(code).encode()):08X}"


def _delete(call: Call) -> Reply:
    orchestrator = call.subject(_COLLECTION)
    stop_jobs_of(call.world, orchestrator["id"])
    call.world.objects.remove(_COLLECTION, orchestrator["id"])
    return Reply(204)


def _patch(call: Call) -> Reply:
    orchestrator = _switched_on(call)
    changes = dict(call.body)
    network = changes.pop("network", {})
    # HPE takes the network on the top level and shows it among the interfaces.
    if network is None or network:
        changes["interfaces"] = {"network": _without_password(network)}
    if not changes.get("displayName", "unchanged"):
        changes["displayName"] = orchestrator["name"]
    arguments = {"id": orchestrator["id"], "changes": changes}
    return _accept(call, orchestrator, "Update", "data_orchestrator.update", arguments, _UPDATING)


def _without_password(network: JsonObject | None) -> JsonObject | None:
    """The password of a proxy ends here: nothing of it is kept."""
    credentials = ((network or {}).get("proxy") or {}).get("credentials")
    if network is None or not credentials:
        return network
    kept = {name: value for name, value in credentials.items() if name != "password"}
    return {**network, "proxy": {**network["proxy"], "credentials": kept}}


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    orchestrator = world.require(_COLLECTION, arguments["id"], "changing a Data Orchestrator")
    changed = merged(orchestrator, arguments["changes"])
    network = changed["interfaces"].get("network", {})
    for number, adapter in enumerate(network.get("nic", ()), start=1):
        adapter.setdefault("name", f"Network adapter {number}")
        adapter["state"] = "UP" if adapter.get("enabled", True) else "DOWN"
    return [resource(_COLLECTION, world.store_change(_COLLECTION, changed))]


def _remote_support(call: Call) -> Reply:
    orchestrator = _switched_on(call)
    if "remoteAccessEnabled" not in call.body:
        raise call.refuse(400, "remoteAccessEnabled must be given: true lets HPE Support in, false keeps it out")
    changes: JsonObject = {"remoteAccessEnabled": call.body["remoteAccessEnabled"], "remoteAccessStationId": None}
    if changes["remoteAccessEnabled"]:
        changes["remoteAccessStationId"] = call.world.identities.fresh("remote-access-station")
    arguments = {"id": orchestrator["id"], "changes": changes}
    return _accept(call, orchestrator, "Set remote support of", "data_orchestrator.update", arguments, _UPDATING)


def _recover(call: Call) -> Reply:
    orchestrator = call.subject(_COLLECTION)
    code = call.body["sid"]
    arguments = {"id": orchestrator["id"], ACTIVATION: digest_of(code), "serialNumber": _serial(code)}
    return _accept(call, orchestrator, "Recover", "data_orchestrator.recover", arguments, _RECOVERING)


def _recovered(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "recovering a Data Orchestrator"
    orchestrator = world.require(_COLLECTION, arguments["id"], what)
    refuse_used_code(world, arguments[ACTIVATION], what, status=400)
    fresh = {name: arguments[name] for name in (ACTIVATION, "serialNumber")}
    return [resource(_COLLECTION, world.store_change(_COLLECTION, {**_started(world, orchestrator), **fresh}))]


def _restart(call: Call) -> Reply:
    orchestrator = _switched_on(call)
    arguments = {"id": orchestrator["id"]}
    return _accept(call, orchestrator, "Restart guest of", "data_orchestrator.restart", arguments, _UNREACHED)


def _restarted(world: World, arguments: JsonObject) -> list[JsonObject]:
    orchestrator = world.require(_COLLECTION, arguments["id"], "restarting a Data Orchestrator")
    return [resource(_COLLECTION, world.store_change(_COLLECTION, _started(world, orchestrator)))]


def _started(world: World, orchestrator: JsonObject) -> JsonObject:
    kept = {name: value for name, value in orchestrator.items() if name != "stateReason"}
    on = {"connectionState": "CONNECTED", "state": "OK", "status": "OK", "poweredOnAt": text_of(world.now)}
    return {**kept, **on}


def _shut_down(call: Call) -> Reply:
    orchestrator = _switched_on(call)
    arguments = {"id": orchestrator["id"]}
    return _accept(call, orchestrator, "Shut down guest of", "data_orchestrator.shutdown", arguments, _UNREACHED)


def _went_down(world: World, arguments: JsonObject) -> list[JsonObject]:
    orchestrator = world.require(_COLLECTION, arguments["id"], "shutting down a Data Orchestrator")
    kept = {name: value for name, value in orchestrator.items() if name != "poweredOnAt"}
    return [resource(_COLLECTION, world.store_change(_COLLECTION, {**kept, **_OFF}))]


def _bundle(call: Call) -> Reply:
    orchestrator = _switched_on(call)
    title = f"Generate support bundle of Data Orchestrator [{orchestrator['displayName']}]"
    arguments = {"id": orchestrator["id"]}
    return call.accept(Work(title, "data_orchestrator.bundle", arguments, orchestrator["resourceUri"]))


def _bundled(world: World, arguments: JsonObject) -> list[JsonObject]:
    """The bundle goes to HPE Support; nothing of it can be read through this API."""
    return [resource(_COLLECTION, world.require(_COLLECTION, arguments["id"], "generating a support bundle"))]


def _one_time_code(call: Call) -> Reply:
    _switched_on(call)
    # Six digits, like any one-time code; a new one for each call.
    number = int(call.world.identities.fresh("one-time-code").replace("-", ""), 16) % 10**6
    return Reply(200, {"totp": f"{number:06}", "expiresInSeconds": str(_CODE_SECONDS)})


def _switched_on(call: Call) -> JsonObject:
    orchestrator = call.subject(_COLLECTION)
    if orchestrator["connectionState"] == "DISCONNECTED":
        status = 412 if 412 in call.operation.replies else 400
        raise call.refuse(
            status, f"{orchestrator['displayName']} is powered off; power its machine on in vCenter, or recover it"
        )
    return orchestrator


def _accept(call: Call, orchestrator: JsonObject, doing: str, effect: str, arguments: JsonObject, state: str) -> Reply:
    work = Work(
        f"{doing} Data Orchestrator [{orchestrator['displayName']}]", effect, arguments, orchestrator["resourceUri"]
    )
    return accept_showing(call, work, _COLLECTION, orchestrator["id"], (state,))


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    return [_shown(world, item) for item in items]


def _shown(world: World, item: JsonObject) -> JsonObject:
    shown = {name: value for name, value in item.items() if name not in _HIDDEN}
    state = _activating(world, item) or state_in_passing(world, item)
    if state is not None:
        reached = "CONNECTED" if state == _UPDATING else "DISCONNECTED"
        shown |= {"state": state, "status": "WARNING", "connectionState": reached}
    uptime = 0
    if shown["connectionState"] == "CONNECTED":
        uptime = max(0, int((world.now - moment_of(shown["poweredOnAt"])).total_seconds()))
    return {**shown, "upTimeInSeconds": uptime}


def _activating(world: World, item: JsonObject) -> str | None:
    """An activation answers at once, but the appliance takes its time to call in."""
    calls_in = moment_of(item["createdAt"]) + timedelta(seconds=world.settings.operation_seconds)
    return _UNREACHED if ACTIVATION in item and world.now < calls_in else None


BEHAVIOURS: dict[str, Behaviour] = {
    "DataOrchestratorCreate": _activate,
    "DataOrchestratorDelete": _delete,
    "DataOrchestratorModify": _patch,
    "DataOrchestratorRecover": _recover,
    "DataOrchestratorReboot": _restart,
    "DataOrchestratorShutdown": _shut_down,
    "DataOrchestratorInfosightConfigModify": _remote_support,
    "SupportBundleCreate": _bundle,
    "OTPCreate": _one_time_code,
}
EFFECTS: dict[str, Effect] = {
    "data_orchestrator.update": _change,
    "data_orchestrator.recover": _recovered,
    "data_orchestrator.restart": _restarted,
    "data_orchestrator.shutdown": _went_down,
    "data_orchestrator.bundle": _bundled,
}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
