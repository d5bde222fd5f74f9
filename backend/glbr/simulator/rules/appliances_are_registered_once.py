"""A StoreOnce is registered once, by its serial number; a gateway's name is taken once."""

from glbr.simulator.call import Call, Guard
from glbr.simulator.errors import ApiError
from glbr.simulator.rules.names_are_unique import refuse_taken_name
from glbr.simulator.world import World


def refuse_taken_serial(world: World, serial: str, what: str) -> None:
    """409 when a StoreOnce with this serial number is registered."""
    for item in world.objects.all("storeonces"):
        if item["serialNumber"].lower() == serial.lower():
            raise ApiError(409, f"{what}: a StoreOnce with the serial number {serial!r} is registered, as {item['id']}")


def _storeonce(call: Call) -> None:
    for name in ("networkAddress", "serialNumber"):
        if name in call.body and not call.body[name].strip():
            raise call.refuse(400, f"{name} is empty; give the one of the appliance")
    if "serialNumber" in call.body:
        refuse_taken_serial(call.world, call.body["serialNumber"], call.operation.id)


def _gateway(call: Call) -> None:
    name = call.body["name"]
    if not name.strip():
        raise call.refuse(400, "name is empty; a gateway needs a name")
    # HPE lists 412, and neither 409 nor anything else, for a deployment that cannot be.
    own = call.id if call.path else None
    refuse_taken_name(call.world, "protection-store-gateways", name, call.operation.id, status=412, own=own)


GUARDS: dict[str, Guard] = {
    "StoreOnceCreate": _storeonce,
    "StoreOnceUpdate": _storeonce,
    "ProtectionStoreGatewayCreate": _gateway,
    "ProtectionStoreGatewayRecover": _gateway,
}
