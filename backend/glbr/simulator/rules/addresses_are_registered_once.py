"""One vCenter or SQL Server host is registered once: its network address tells it apart."""

from glbr.simulator.call import Call, Guard
from glbr.simulator.errors import ApiError
from glbr.simulator.world import World


def refuse_taken_address(
    world: World, collection: str, address: str, what: str, *, status: int, own: str | None = None
) -> None:
    """Refuse a network address by which another object of the collection (not `own`) is registered."""
    for item in world.objects.all(collection):
        if item["id"] != own and item.get("networkAddress", "").lower() == address.lower():
            raise ApiError(status, f"{what}: the network address {address!r} is registered already, as {item['id']}")


def _guard(collection: str) -> Guard:
    def refuse(call: Call) -> None:
        address = call.body.get("networkAddress")
        if address is None:
            return
        if not address.strip():
            raise call.refuse(400, "networkAddress is empty; give a host name or an IP address")
        own = call.id if call.path else None
        refuse_taken_address(call.world, collection, address, call.operation.id, status=call.conflict_status, own=own)

    return refuse


GUARDS: dict[str, Guard] = {
    "HypervisorManagerCreate": _guard("hypervisor-managers"),
    "HypervisorManagerUpdate": _guard("hypervisor-managers"),
    "ApplicationHostCreate": _guard("application-hosts"),
    "ApplicationHostUpdate": _guard("application-hosts"),
}
