"""DP-PLAN-005: nothing in the configuration keeps Terraform from destroying a store or a policy."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about
from glbr.review.rules.estate import CLOUD, LOCAL, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import subject

_GUARD = {"prevent_destroy": True}


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Stores and policies without `prevent_destroy`, as far as the input tells: a plan alone does not."""
    del parameters
    side = analysis.model.after
    for item in (*side.stores.values(), *side.policies.values()):
        if item.prevent_destroy is False:
            message = (
                f"{subject(item)} has no prevent_destroy: whoever removes its block destroys it with the next apply."
            )
            yield replace(
                about(rule, item, Direction.NEUTRAL, message), after="unguarded", path="lifecycle.prevent_destroy"
            )


RULE = Rule(
    id="DP-PLAN-005",
    title="Unguarded store or policy",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("store", "policy"),
    explain=(
        "`prevent_destroy` is the last guard on this side of HPE: with it, Terraform refuses to plan a deletion, whatever led "
        "to it. Stores hold what cannot be made again, so they should have it from their first day."
    ),
    fix="Write lifecycle { prevent_destroy = true } into the resource.",
    sources=("Terraform: the lifecycle meta-argument",),
    judge=judge,
    fires=Example(only_state=True),
    quiet=Example(
        after=(Set(LOCAL, "lifecycle", _GUARD), Set(CLOUD, "lifecycle", _GUARD), Set(POLICY, "lifecycle", _GUARD)),
        only_state=True,
    ),
)
