"""DP-PLAN-008: the plan is old, and what is applied may be something else."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.protection.words import gap_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about_plan
from glbr.review.rules.example import Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """A plan older than the threshold, where the review knows what time it is. The commit it was made of it cannot know."""
    most = period(parameters, "older_than")
    if most is None or analysis.today is None or analysis.model.provenance.origin != "plan":
        return
    if analysis.today > most.after(analysis.now):
        age = gap_in_words(analysis.today - analysis.now)
        message = (
            f"The plan was made {age} ago, at {analysis.now:%Y-%m-%d %H:%M} UTC: what is there may have changed since."
        )
        yield replace(about_plan(rule, Direction.NEUTRAL, message), after=f"{analysis.now:%Y-%m-%dT%H:%MZ}")


RULE = Rule(
    id="DP-PLAN-008",
    title="Stale plan",
    severity=Severity.MEDIUM,
    mode="change",
    applies_to=("plan",),
    explain=(
        "A plan compares a configuration with what was there when it was made. Approved days later, it speaks of stores and "
        "jobs that others may have changed, and Terraform applies something else or refuses."
    ),
    fix="Plan again, and have the new plan reviewed.",
    sources=("infracost/infracost: valid-at",),
    judge=judge,
    fires=Example(plan={"timestamp": "2025-12-01T08:00:00Z"}),
    quiet=Example(),
    parameters={
        "older_than": Parameter(
            "24 hours", "How old a plan may be when it is reviewed.", "project default", kind="period"
        )
    },
)
