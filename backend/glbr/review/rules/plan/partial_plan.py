"""DP-PLAN-002: the plan shows only a part of what is to happen."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about_plan, undecided
from glbr.review.rules.example import Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import counted, listed


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """One finding with every reason: ended with an error, resources put off, or planned for some targets only."""
    del parameters
    told, deferred = analysis.model.provenance, analysis.model.deferred
    reasons = []
    if told.errored:
        reasons.append("planning ended with an error")
    if deferred:
        names = listed(f"{address} ({reason})" if reason else address for address, reason in deferred)
        reasons.append(f"Terraform put off {counted(len(deferred), 'change')}: {names}")
    if told.complete is False and not deferred:
        reasons.append("Terraform says that more is to come: it was run with -target, or put something off")
    if reasons:
        message = f"The plan shows only a part of the change: {'; '.join(reasons)}."
        found = replace(about_plan(rule, Direction.NEUTRAL, message), after="partial")
        yield undecided(found, "Plan again without -target, after what is missing has been applied or mended.")


RULE = Rule(
    id="DP-PLAN-002",
    title="Partial plan",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("plan",),
    explain=(
        "A plan for some targets, with deferred resources or with an error tells nothing about the rest. Whoever approves it "
        "approves what is in it and what is not: the deletion may be in the part that nobody has seen."
    ),
    fix="Plan the whole configuration. Where a part can be planned only later, review that part when it comes.",
    sources=("hashicorp/terraform-json: Plan.Complete", "Terraform: JSON output format"),
    judge=judge,
    fires=Example(plan={"complete": False}),
    quiet=Example(plan={"complete": True}),
)
