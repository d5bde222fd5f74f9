"""Virtual machines and datastores: the inventory, with what protects each of them."""

from glbr.simulator.call import Show
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.coverage import Coverage, group_info, job_info
from glbr.simulator.passing import passing
from glbr.simulator.world import World

_restoring = passing(
    {
        "restore.virtual_machine.parent": "RESTORING",
        "restore.virtual_machine.disks": "RESTORING",
        "restore.datastore.parent": "RESTORING",
    }
)


def _shower(collection: str) -> Show:
    def show(world: World, items: list[JsonObject]) -> list[JsonObject]:
        coverage = Coverage(world)
        return [_shown(coverage, collection, item) for item in _restoring(world, items)]

    return show


def _shown(coverage: Coverage, collection: str, item: JsonObject) -> JsonObject:
    protection = coverage.of(collection, item)
    shown = {**item, "protectionStatus": protection.status, "recoveryPointsExist": protection.has_copies}
    if protection.groups:
        shown["vmProtectionGroupsInfo"] = [group_info(group) for group in protection.groups]
    if protection.job is not None:
        shown["protectionJobInfo"] = job_info(protection.job)
        shown["protectionPolicyAppliedAtInfo"] = protection.applied_at
    return shown


SHOWN: dict[str, Show] = {collection: _shower(collection) for collection in ("virtual-machines", "datastores")}
