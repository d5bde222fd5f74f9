"""A vCenter stays registered while something of its inventory is protected or bears a gateway."""

from collections.abc import Iterator
from itertools import islice

from glbr.simulator.call import Call, Guard
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.inventory import members
from glbr.simulator.world import World
from glbr.simulator.worlds.discovered import inventory_of


def refuse_used_vcenter(world: World, manager: str, what: str) -> None:
    """412 that names what holds the vCenter: jobs, groups of machines, gateways."""
    # A few reasons tell enough; a fleet would have thousands.
    reasons = list(islice(_reasons(world, manager), 5))
    if reasons:
        raise ApiError(412, f"{what}: {'; '.join(reasons)}; remove them first, or give force=true to leave them behind")


def _reasons(world: World, manager: str) -> Iterator[str]:
    inventory = {item["id"]: item["name"] for items in inventory_of(world.objects, manager).values() for item in items}
    for job in world.objects.all("protection-jobs"):
        if job["assetInfo"]["id"] in inventory:
            yield f"{inventory[job['assetInfo']['id']]} is protected by job {job['id']}"
    for group in world.objects.all("virtual-machine-protection-groups"):
        held = next((item["name"] for item in members(world.objects, group) if item["id"] in inventory), None)
        if held is not None:
            yield f"{held} is in protection group {group['name']} ({group['id']})"
    for gateway in world.objects.all("protection-store-gateways"):
        if _stands_on(gateway, manager, inventory):
            yield f"protection store gateway {gateway['name']} ({gateway['id']}) stands on it"


def _stands_on(gateway: JsonObject, manager: str, inventory: dict[str, str]) -> bool:
    places = {datastore.get("id") for datastore in gateway.get("datastoresInfo", ())} | {gateway.get("vmId")}
    return gateway.get("hypervisorManagerId") == manager or bool(places & inventory.keys())


def _guard(call: Call) -> None:
    if not call.query.get("force"):
        refuse_used_vcenter(call.world, call.id, call.operation.id)


GUARDS: dict[str, Guard] = {"UnregisterHypervisorManager": _guard}
