"""An appliance that something builds on is deleted with force=true only; locked copies hold it even then."""

from collections.abc import Iterator

from glbr.simulator.call import Call, Guard
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.protection_store import refuse_locked_appliance, stores_on


def _orchestrator(call: Call) -> None:
    reasons = list(_dependants(call))
    if reasons and not call.query.get("force"):
        # Of the statuses HPE lists for this delete, 405 is the one that says "not as things stand":
        # no other delete has it, and 409 and 412 are missing here.
        raise call.refuse(405, f"{'; '.join(reasons)}; remove them first, or give force=true to leave them behind")


def _dependants(call: Call) -> Iterator[str]:
    objects = call.world.objects
    for manager in objects.all("hypervisor-managers"):
        if manager.get("dataOrchestratorInfo", {}).get("id") == call.id:
            yield f"hypervisor manager {manager['name']} ({manager['id']}) is registered through it"
    for gateway in objects.all("protection-store-gateways"):
        if gateway.get("dataOrchestratorId") == call.id:
            yield f"protection store gateway {gateway['name']} ({gateway['id']}) belongs to it"


def _store_appliance(call: Call) -> None:
    status = call.conflict_status
    stores = stores_on(call.world, call.id)
    if stores and not call.query.get("force"):
        names = ", ".join(f"{store['displayName']} ({store['id']})" for store in stores)
        raise call.refuse(
            status, f"it carries the protection stores {names}; delete them first, or give force=true to lose them"
        )
    try:
        refuse_locked_appliance(call.world, call.id, call.operation.id)
    except ApiError as refusal:
        # HPE lists no 412 for deleting an appliance.
        raise ApiError(status, refusal.message) from refusal


GUARDS: dict[str, Guard] = {
    "DataOrchestratorDelete": _orchestrator,
    "ProtectionStoreGatewayDelete": _store_appliance,
    "StoreOnceDelete": _store_appliance,
}
