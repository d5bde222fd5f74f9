"""PUT is for a policy that no job uses; an assigned policy takes PATCH."""

from glbr.simulator.call import Call, Guard


def _refuse_assigned(call: Call) -> None:
    jobs = call.world.objects.where("protection-jobs", "protectionPolicyId", [call.id])
    if jobs:
        names = ", ".join(job["id"] for job in jobs)
        raise call.refuse(400, f"the policy is assigned to the protection jobs {names}; use PATCH")


GUARDS: dict[str, Guard] = {"DataManagementTemplateReplace": _refuse_assigned}
