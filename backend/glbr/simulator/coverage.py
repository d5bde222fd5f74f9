"""Which job protects an asset, directly or through what holds it, and how well."""

from dataclasses import dataclass

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.inventory import membership
from glbr.simulator.plan import planned_schedules
from glbr.simulator.references import VM_GROUP_TYPE
from glbr.simulator.scheduler import states_of
from glbr.simulator.world import World

_APPLIED_AT = {
    "virtual-machines": "VIRTUAL_MACHINE",
    "datastores": "DATASTORE",
    "virtual-machine-protection-groups": "VM_PROTECTION_GROUP",
}


@dataclass(frozen=True)
class Protection:
    """What stands over one asset.

    Attributes:
        groups: the protection groups it belongs to.
        job: the job that protects it, the most direct one first.
        applied_at: `protectionPolicyAppliedAtInfo`.
    """

    groups: tuple[JsonObject, ...]
    job: JsonObject | None
    applied_at: JsonObject | None
    status: str
    has_copies: bool


class Coverage:
    """Looks at all groups once, then tells about many assets."""

    def __init__(self, world: World) -> None:
        self._world = world
        groups = world.objects.all("virtual-machine-protection-groups")
        self._groups = [(group, membership(world.objects, group)) for group in groups]
        self._health: dict[str, str] = {}

    def of(self, collection: str, asset: JsonObject) -> Protection:
        """The protection of one inventory object."""
        groups = tuple(group for group, is_member in self._groups if is_member(asset))
        holders = [(collection, asset)]
        if collection == "virtual-machines":
            datastores = asset.get("appInfo", {}).get("vmware", {}).get("datastoresInfo", ())
            holders += [("datastores", datastore) for datastore in datastores]
        holders += [("virtual-machine-protection-groups", group) for group in groups]
        found = self._world.objects.where("protection-jobs", "assetInfo.id", [holder["id"] for _, holder in holders])
        jobs = {job["assetInfo"]["id"]: job for job in found}
        kind, holder = next(((kind, holder) for kind, holder in holders if holder["id"] in jobs), holders[0])
        job = jobs.get(holder["id"])
        has_copies = self._world.copies.has_copies(asset["id"])
        applied_at = None
        if job is not None:
            applied_at = {
                "id": holder["id"],
                "name": holder["name"],
                "type": _APPLIED_AT[kind],
                "resourceUri": holder["resourceUri"],
            }
        return Protection(groups, job, applied_at, self.status(job, has_copies=has_copies), has_copies)

    def status(self, job: JsonObject | None, *, has_copies: bool) -> str:
        """HPE's `protectionStatus`, as its schema explains it."""
        if job is None:
            return "LAPSED" if has_copies else "UNPROTECTED"
        health = self._health_of(job)
        if health == "PAUSED":
            return health
        return health if has_copies else "PENDING"

    def _health_of(self, job: JsonObject) -> str:
        if job["id"] not in self._health:
            states = self._world.scheduler.states(job["id"])
            seen = [states_of(states, planned.id) for planned in planned_schedules(self._world.objects, job)]
            if any(state.suspended for state in seen):
                self._health[job["id"]] = "PAUSED"
            elif all(state.runs and state.runs[-1][1] == "OK" for state in seen):
                self._health[job["id"]] = "PROTECTED"
            else:
                self._health[job["id"]] = "PARTIAL"
        return self._health[job["id"]]


def job_info(job: JsonObject) -> JsonObject:
    """`protectionJobInfo` of an asset."""
    policy = {
        "id": job["protectionPolicyId"],
        "name": job["policyName"],
        "type": "backup-recovery/protection-policy",
        "resourceUri": f"/backup-recovery/v1beta1/protection-policies/{job['protectionPolicyId']}",
    }
    return {
        "id": job["id"],
        "name": f"Protection job for {job['assetInfo']['name']}",
        "type": "backup-recovery/protection-job",
        "resourceUri": job["resourceUri"],
        "protectionPolicyInfo": policy,
    }


def group_info(group: JsonObject) -> JsonObject:
    """One entry of `vmProtectionGroupsInfo`."""
    return {"id": group["id"], "name": group["name"], "type": VM_GROUP_TYPE, "resourceUri": group["resourceUri"]}
