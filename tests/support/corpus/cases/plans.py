"""Plans that do not show everything, or more than a change: targeted, errored, refresh-only, deferred, checked."""

import json
from collections.abc import Mapping

from corpus.cases.case import Case, Json, Script, change, configured
from corpus.from_rules import change_outside
from glbr.review.rules.estate import BACKUP, CLOUD, CLOUD_BACKUP, GROUP, JOB, POLICY
from glbr.review.rules.example import Add, Example, Set
from workspace import Workspace

WEAKER = Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "3 days")
SAYS_WEAKER = f"DP-LOCK-002 fail {POLICY} BACKUP: locked 2 weeks → locked 3 days"
UNDECIDED = configured(
    WEAKER,
    Add("terraform_data.which", {"input": "${timestamp()}"}),
    Set(GROUP, "description", "${terraform_data.which.output}"),
)


def _failing(after: Mapping[str, object], before: Mapping[str, object] | None = None, guard: str = "") -> Script:
    """A plan that ends with an error: Terraform writes it as far as it came."""

    def script(workspace: Workspace) -> Json:
        workspace.apply(before or configured())
        if guard:
            workspace.provider = {"protection_guard": guard}
        workspace.write(after)
        failed = workspace.run("plan", "-no-color", "-out=planned")
        assert failed.code == 1, failed.output
        return json.loads(workspace.run("show", "-json", "planned").output)

    return script


_TOO_FEW = {"condition": "${length(data.glbr_virtual_machines.clinic.items) > 1000}", "error_message": "Too few."}
_GUARDED = Set(CLOUD, "lifecycle", {"prevent_destroy": True})


def _changed_outside(*arguments: str) -> Script:
    def script(workspace: Workspace) -> Json:
        workspace.apply(configured())
        change_outside(workspace, Example(outside=(WEAKER,)))
        workspace.write(configured())
        return workspace.plan(*arguments)

    return script


def _job_gone(workspace: Workspace) -> Json:
    """Somebody deletes the job at HPE."""
    workspace.apply(configured())
    workspace.hpe("DELETE", f"/backup-recovery/v1beta1/protection-jobs/{workspace.state(JOB)['id']}")
    return workspace.plan()


def _deferred(workspace: Workspace) -> Json:
    """The group's change as a Terraform that defers would tell it."""
    workspace.apply(configured())
    workspace.write(configured(WEAKER, Set(GROUP, "description", "all of them")))
    plan = workspace.plan()
    put_off = [one for one in plan["resource_changes"] if one["address"] == GROUP]
    plan["resource_changes"] = [one for one in plan["resource_changes"] if one["address"] != GROUP]
    plan["deferred_changes"] = [{"reason": "provider_config_unknown", "resource_change": one} for one in put_off]
    return plan | {"complete": False}


def _after_first() -> Json:
    """The list of machines, read after something else is done."""
    machines = configured()["data"]["glbr_virtual_machines"]["clinic"]
    return {"glbr_virtual_machines": {"clinic": {**machines, "depends_on": ["terraform_data.first"]}}}


def _check(condition: str) -> Json:
    return {
        "clinic": {"assert": [{"condition": condition, "error_message": "The clinic has more machines than that."}]}
    }


CASES = (
    Case(
        "lock-shortened",
        "one attribute of one tier is weakened: the smallest change that matters",
        change(configured(), configured(WEAKER)),
        says=(SAYS_WEAKER,),
        silent=("DP-PLAN-001", "DP-PLAN-002"),
        central=True,
    ),
    Case(
        "targeted",
        "planned with -target: Terraform itself says that the plan is not complete",
        change(configured(), configured(WEAKER, Set(CLOUD, "display_name", "Cloud_renamed")), f"-target={POLICY}"),
        says=(SAYS_WEAKER, "DP-PLAN-002 unknown"),
        outcome="undecidable",
    ),
    Case(
        "targeted-at-a-store",
        "a store is replaced with -target, without the policy that uses it: the policy keeps an id that is gone",
        change(configured(), configured(Set(CLOUD, "storage_location_id", "azure:westeurope")), f"-target={CLOUD}"),
        says=(f"DP-LOSS-002 fail {CLOUD}", "DP-PLAN-002 unknown"),
        silent=("DP-COPY-001", "DP-COPY-002"),
        outcome="blocked",
    ),
    Case(
        "errored-by-a-data-source",
        "a data source finds nothing: Terraform ends with 1, and writes the plan as far as it came",
        _failing(configured(WEAKER, Add("data.glbr_storeonce.gone", {"name": "nobody's"}))),
        says=(SAYS_WEAKER, "DP-PLAN-002 unknown"),
        outcome="undecidable",
    ),
    Case(
        "errored-by-a-precondition",
        "a precondition fails: Terraform ends with 1, and writes the plan as far as it came",
        _failing(configured(WEAKER, Set(GROUP, "lifecycle", {"precondition": [_TOO_FEW]}))),
        says=(SAYS_WEAKER, "DP-PLAN-002 unknown"),
        outcome="undecidable",
    ),
    Case(
        "errored-by-prevent-destroy",
        "a store that must not be destroyed would be replaced: Terraform ends with 1, and the plan lacks what it refused",
        _failing(configured(_GUARDED, Set(CLOUD, "storage_location_id", "azure:westeurope")), configured(_GUARDED)),
        says=(f"DP-LOSS-002 fail {CLOUD}", "DP-PLAN-002 unknown"),
        silent=("DP-COPY-001", "DP-COPY-002"),
        outcome="blocked",
    ),
    Case(
        "errored-by-the-guard",
        "the provider's own guard refuses a shorter lock: the plan lacks the very change that it was refused for",
        _failing(configured(WEAKER), guard="error"),
        says=("DP-PLAN-002 unknown",),
        outcome="undecidable",
    ),
    Case(
        "drift",
        "somebody shortened a lock at HPE: the plan finds it, and puts it right",
        _changed_outside(),
        says=("DP-PLAN-003 fail glbr_protection_policy.gold",),
        silent=("DP-LOCK-002",),
        central=True,
    ),
    Case(
        "drift-refresh-only",
        "the same, in a plan with -refresh-only: the state would follow",
        _changed_outside("-refresh-only"),
        says=("DP-PLAN-003 fail glbr_protection_policy.gold",),
    ),
    Case(
        "drift-job-gone",
        "somebody deleted the job at HPE: the plan makes it anew",
        _job_gone,
        says=("DP-PLAN-003 fail glbr_protection_job.gold_everything",),
    ),
    Case(
        "without-refresh",
        "planned with -refresh=false: nobody has looked at HPE",
        change(configured(), configured(WEAKER), "-refresh=false"),
        says=(SAYS_WEAKER,),
    ),
    Case(
        "deferred",
        "the change of a group is put off to another plan",
        _deferred,
        says=(SAYS_WEAKER, "DP-PLAN-002 unknown"),
        outcome="undecidable",
        patched="the group's change stands in deferred_changes, and complete is false: only experimental builds of "
        "Terraform defer, and the provider does not",
    ),
    Case(
        "check-fails",
        "a check block says no: Terraform only warns",
        change(
            configured(), configured(WEAKER, check=_check("${length(data.glbr_virtual_machines.clinic.items) > 1000}"))
        ),
        says=(SAYS_WEAKER, "DP-PLAN-004 fail"),
    ),
    Case(
        "check-unknown",
        "a check block that only the apply can decide",
        change(
            configured(),
            configured(
                Add("terraform_data.which", {"input": "1"}), check=_check("${terraform_data.which.output != null}")
            ),
        ),
    ),
    Case(
        "value-unknown",
        "the text of a group is known after the apply only: its members are known all the same",
        change(configured(), UNDECIDED),
        says=(SAYS_WEAKER,),
        silent=("DP-PLAN-001", "DP-COV-001"),
    ),
    Case(
        "members-read-by-the-apply",
        "the list of machines waits for something that the apply changes: nobody knows who will be in the group",
        change(
            configured(Add("terraform_data.first", {"input": 1}), data=_after_first()),
            configured(Add("terraform_data.first", {"input": 2}), data=_after_first()),
        ),
        says=(f"DP-COV-001 unknown {GROUP}",),
        silent=("DP-LOSS-005",),
        outcome="undecidable",
    ),
    Case(
        "tier-unknown",
        "how long copies are locked is known after the apply only",
        change(
            configured(),
            configured(
                Add("terraform_data.which", {"input": "${timestamp()}"}),
                Set(
                    POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", '${"${length(terraform_data.which.output)} days"}'
                ),
            ),
        ),
        says=("DP-LOCK-001 unknown glbr_protection_policy.gold CLOUD_BACKUP",),
        silent=("DP-COPY-008",),
        outcome="undecidable",
    ),
)
