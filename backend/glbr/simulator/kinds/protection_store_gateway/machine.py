"""The machine of a gateway: power, console, support, and what it sees of the network."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.kinds.protection_store_gateway.life import switch_stores
from glbr.simulator.kinds.protection_store_gateway.placement import put_machine
from glbr.simulator.kinds.protection_store_gateway.work import (
    OFF,
    OK,
    accept,
    changed,
    current,
    reachable,
    refusal_status,
    usable,
)
from glbr.simulator.operations import Effect, resource
from glbr.simulator.world import World

_CONSOLE_USER = "console"


def _power_on(call: Call) -> Reply:
    gateway = usable(call)
    if gateway["state"] != OFF:
        raise call.refuse(refusal_status(call), f"{gateway['name']} is powered on already")
    return accept(call, gateway, "Power on", "gateway.power_on", {}, ("PSG_STATE_VM_POWERING_ON",))


def _shut_down(call: Call) -> Reply:
    return accept(call, reachable(call), "Shut down guest of", "gateway.shut_down", {}, ("PSG_STATE_VM_SHUTTING_DOWN",))


def _restart(call: Call) -> Reply:
    return accept(call, reachable(call), "Restart guest of", "gateway.touch", {}, ("PSG_STATE_VM_RESTARTING",))


def _switched(*, on: bool) -> Effect:
    def switch(world: World, arguments: JsonObject) -> list[JsonObject]:
        gateway = current(world, arguments, "switching the power of a protection store gateway")
        gateway["state"] = OK if on else OFF
        named = changed(world, gateway)
        put_machine(world, gateway)
        switch_stores(world, gateway["id"], online=on)
        return named

    return switch


def _touched(world: World, arguments: JsonObject) -> list[JsonObject]:
    """A restarted guest is what it was."""
    return changed(world, current(world, arguments, "restarting a protection store gateway"))


def _looking_for(doing: str) -> Behaviour:
    """Ping and traceroute: the operation says whether the address was reached; all are here."""

    def accept_look(call: Call) -> Reply:
        gateway = reachable(call)
        address = call.body.get("address", "").strip()
        if not address:
            raise call.refuse(400, "address must be given: the host name or IP address to look for")
        return accept(call, gateway, f"{doing} {address} from", "gateway.look", {})

    return accept_look


def _bundle(call: Call) -> Reply:
    size = "slim " if call.body.get("slim") else ""
    return accept(call, reachable(call), f"Generate {size}support bundle of", "gateway.look", {})


def _looked(world: World, arguments: JsonObject) -> list[JsonObject]:
    """What leaves the gateway as it was."""
    gateway = current(world, arguments, "looking at a protection store gateway")
    return [resource("protection-store-gateways", gateway)]


def _console_user(call: Call) -> Reply:
    usable(call)
    # A new password for each call, and nobody keeps it.
    return Reply(200, {"username": _CONSOLE_USER, "password": call.world.identities.fresh("console-password")})


def _remote_support(call: Call) -> Reply:
    gateway = reachable(call)
    if "enabled" not in call.body:
        raise call.refuse(400, "enabled must be given: true lets HPE Support in, false keeps it out")
    arguments = {"enabled": call.body["enabled"]}
    return accept(call, gateway, "Set remote support of", "gateway.remote_support", arguments, ("PSG_STATE_UPDATING",))


def _supported(world: World, arguments: JsonObject) -> list[JsonObject]:
    gateway = current(world, arguments, "setting remote support of a protection store gateway")
    gateway["remoteAccessEnabled"] = arguments["enabled"]
    gateway.pop("remoteAccessStationId", None)
    if arguments["enabled"]:
        gateway["remoteAccessStationId"] = world.identities.fresh("remote-access-station")
    return changed(world, gateway)


BEHAVIOURS: dict[str, Behaviour] = {
    "ProtectionStoreGatewayPowerOn": _power_on,
    "ProtectionStoreGatewayShutdownGuestOS": _shut_down,
    "ProtectionStoreGatewayRestartGuestOS": _restart,
    "ProtectionStoreGatewayPing": _looking_for("Ping"),
    "ProtectionStoreGatewayTraceroute": _looking_for("Traceroute"),
    "ProtectionStoreGatewayGenerateSupportBundle": _bundle,
    "ProtectionStoreGatewayGetConsoleUser": _console_user,
    "ProtectionStoreGatewaySetRemoteSupport": _remote_support,
}
EFFECTS: dict[str, Effect] = {
    "gateway.power_on": _switched(on=True),
    "gateway.shut_down": _switched(on=False),
    "gateway.touch": _touched,
    "gateway.look": _looked,
    "gateway.remote_support": _supported,
}
