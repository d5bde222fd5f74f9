"""What a gateway is told about its surroundings: time, name servers, time servers, proxy."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.kinds.protection_store_gateway.work import accept, changed, current, reachable
from glbr.simulator.merge_patch import merged
from glbr.simulator.operations import Effect
from glbr.simulator.world import World

# HPE takes these on the top level and shows them within `network`; the time it shows nowhere.
_WITHIN_NETWORK = ("dns", "ntp", "proxy")


def _patch(call: Call) -> Reply:
    gateway = reachable(call)
    changes: JsonObject = {}
    for name, value in call.body.items():
        if name in _WITHIN_NETWORK:
            changes.setdefault("network", {})[name] = _without_password(value) if name == "proxy" else value
        else:
            changes[name] = value
    return accept(call, gateway, "Update", "gateway.update", {"changes": changes}, ("PSG_STATE_UPDATING",))


def _without_password(proxy: JsonObject | None) -> JsonObject | None:
    """The password of the proxy ends here: nothing of it is kept."""
    if proxy is None or not proxy.get("credentials"):
        return proxy
    kept = {name: value for name, value in proxy["credentials"].items() if name != "password"}
    return {**proxy, "credentials": kept}


def _changed(world: World, arguments: JsonObject) -> list[JsonObject]:
    gateway = current(world, arguments, "changing a protection store gateway")
    return changed(world, merged(gateway, arguments["changes"]))


BEHAVIOURS: dict[str, Behaviour] = {"ProtectionStoreGatewayUpdate": _patch}
EFFECTS: dict[str, Effect] = {"gateway.update": _changed}
