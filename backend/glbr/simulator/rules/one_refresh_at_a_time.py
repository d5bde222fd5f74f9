"""What is being refreshed is not refreshed again: HPE lists 409 for these refreshes."""

from glbr.simulator.call import Call, Guard
from glbr.simulator.references import uri


def _guard(collection: str, effect: str) -> Guard:
    def refuse(call: Call) -> None:
        if call.world.operations.under_way(uri(collection, call.id)) == effect:
            raise call.refuse(409, f"{call.id} is being refreshed already; wait for that operation to end")

    return refuse


GUARDS: dict[str, Guard] = {
    "HypervisorRefresh": _guard("hypervisor-managers", "hypervisor_manager.refresh"),
    "VMRefresh": _guard("virtual-machines", "virtual_machine.refresh"),
}
