"""How large a gateway must be: asked before it is made, asked again, and changed."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.protection_store_gateway.placement import (
    check_size,
    datastores_of,
    occupy,
    put_machine,
    release,
    size_of,
    spread,
)
from glbr.simulator.kinds.protection_store_gateway.work import COLLECTION, accept, changed, current, reachable
from glbr.simulator.operations import Effect
from glbr.simulator.rules.gateway_sizing import FIGURES, in_force, refusals, sized
from glbr.simulator.world import World
from glbr.simulator.worlds.appliances import NO_OVERRIDE

_RESIZING = ("PSG_STATE_UPDATING_STORAGE_ADD", "PSG_STATE_VM_UPDATING_RESOURCES", "PSG_STATE_CONFIGURING_RESOURCES")


def _size(call: Call) -> Reply:
    return _answer(call)


def _size_one(call: Call) -> Reply:
    call.subject(COLLECTION)
    return _answer(call)


def _answer(call: Call) -> Reply:
    reasons = refusals(call.body)
    if not reasons:
        return Reply(200, sized(call.body))
    refusal = ApiError(409, f"{call.operation.id}: this workload cannot be sized: {'; '.join(reasons)}")
    # HPE's error body of the sizers says the reasons one by one, too.
    return Reply(409, {**refusal.body(call.world.identities.debug_id()), "invalidReasons": reasons})


def _resize(call: Call) -> Reply:
    gateway = reachable(call)
    if not call.body:
        raise call.refuse(400, "the body is empty; give workload figures, an override, or datastoreIds")
    _resized(call.world, gateway, call.body, call.operation.id)
    return accept(call, gateway, "Resize", "gateway.resize", {"body": call.body}, _RESIZING)


def _resized(world: World, gateway: JsonObject, body: JsonObject, what: str) -> JsonObject:
    """The gateway as it shall be: figures and override whole where given, datastores always whole."""
    figures = any(name in body for name in FIGURES)
    size = size_of(body) if figures else gateway["size"]
    override = {**NO_OVERRIDE, **body["override"]} if body.get("override") is not None else gateway["override"]
    check_size(size, override, what)
    identifiers = body.get("datastoreIds")
    if identifiers is None:
        identifiers = [info["id"] for info in gateway["datastoresInfo"]]
    datastores = datastores_of(world, gateway["hypervisorManagerId"], identifiers, what)
    needed = in_force(size, override)["storageInTiB"]
    infos = spread(datastores, needed, what, held=gateway["datastoresInfo"])
    return {**gateway, "size": size, "override": override, "datastoresInfo": infos}


def _took_size(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "resizing a protection store gateway"
    before = current(world, arguments, what)
    after = _resized(world, before, arguments["body"], what)
    release(world, before)
    named = changed(world, after)
    occupy(world, after)
    put_machine(world, after)
    return named


BEHAVIOURS: dict[str, Behaviour] = {
    "ProtectionStoreGatewaySize": _size,
    "ProtectionStoreGatewayPSGSize": _size_one,
    "ProtectionStoreGatewayStorage": _resize,
}
EFFECTS: dict[str, Effect] = {"gateway.resize": _took_size}
