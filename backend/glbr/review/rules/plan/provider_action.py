"""DP-PLAN-007: the apply runs an action of the provider."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about_plan
from glbr.review.rules.example import Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """One finding for each action that the plan invokes."""
    del parameters
    for address, kind in analysis.model.invocations:
        message = f"The apply runs {address} ({kind}): what it does is in no list of changes."
        found = about_plan(rule, Direction.NEUTRAL, message, key=address)
        yield replace(found, address=address, subject=address, after=f"runs {kind}")


def _plan(provider: str) -> dict[str, object]:
    """A plan with one action. Ours has none yet: no configuration can bring Terraform to say it."""
    address = "action.glbr_run.now"
    trigger = {
        "triggering_resource_address": "glbr_protection_job.gold_everything",
        "action_trigger_event": "AfterUpdate",
    }
    action = {"address": address, "type": "glbr_run", "name": "now", "provider_name": provider}
    return {"action_invocations": [{**action, "lifecycle_action_trigger": trigger}]}


RULE = Rule(
    id="DP-PLAN-007",
    title="Provider action planned",
    severity=Severity.MEDIUM,
    mode="change",
    applies_to=("plan",),
    explain=(
        "Newer Terraform can run actions with an apply: start something, stop something, delete something. They stand beside "
        "the resources and not among them, so a reader who counts changes misses them."
    ),
    fix="Check that the action is meant, and what it does to recovery points. Take the trigger away if it is not.",
    sources=("Terraform: action_invocations in the JSON output format",),
    judge=judge,
    fires=Example(plan=_plan("registry.terraform.io/glbr/glbr")),
    quiet=Example(plan=_plan("registry.terraform.io/hashicorp/aws")),
)
