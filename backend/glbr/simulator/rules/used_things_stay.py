"""What something else builds on cannot be deleted: HPE lists 412 for these deletes."""

from glbr.simulator.call import Call, Guard
from glbr.simulator.rules.copies_in_use_stay import refuse_in_use_in_store
from glbr.simulator.rules.locked_copies_stay import refuse_locked_in_store


def _policy_used_by_jobs(call: Call) -> None:
    jobs = call.world.objects.where("protection-jobs", "protectionPolicyId", [call.id])
    if jobs:
        names = ", ".join(job["id"] for job in jobs)
        raise call.refuse(412, f"the policy is assigned to the protection jobs {names}; delete them first")


def _group_used_by_job(call: Call) -> None:
    for job in call.world.objects.where("protection-jobs", "assetInfo.id", [call.id]):
        raise call.refuse(412, f"the group is protected by job {job['id']}; delete the job first")


def _store_used_by_policies(call: Call) -> None:
    for policy in call.world.objects.all("protection-policies"):
        if any(tier.get("protectionStoreId") == call.id for tier in policy["protections"]):
            raise call.refuse(412, f"the store is the target of policy {policy['name']}; change or delete it first")


def _store_holds_copies(call: Call) -> None:
    """`force=true` gives up what a store holds, but not what is locked."""
    refuse_locked_in_store(call.world, call.id, call.operation.id)
    refuse_in_use_in_store(call.world, call.id, call.operation.id)
    count, _ = call.world.copies.in_store(call.id)
    if count and not call.query.get("force"):
        raise call.refuse(412, f"the store holds {count} copies; force=true deletes them with it")


def _store_used(call: Call) -> None:
    _store_used_by_policies(call)
    _store_holds_copies(call)


GUARDS: dict[str, Guard] = {
    "DeleteDataManagementTemplate": _policy_used_by_jobs,
    "VmProtectionGroupDelete": _group_used_by_job,
    "ProtectionStoreDelete": _store_used,
}
