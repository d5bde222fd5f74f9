"""DP-LOSS-007: Terraform stops to manage something and leaves it where it is."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Managed, Policy, Store
from glbr.review.rules.about import about, about_change
from glbr.review.rules.estate import JOB
from glbr.review.rules.example import Example, Remove
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.loss.holdings import holds
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import counted, objects, subject

_ON: Final = "it goes on at HPE, and no later change of it is reviewed here"


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Everything that a `removed` block, or a replacement that keeps the old object, takes out of the state."""
    del parameters
    before = objects(analysis.model.before)
    for change in analysis.model.changes:
        if not change.forgets:
            continue
        item = before.get(change.key)
        also = " A new one is made beside it." if "create" in change.actions else ""
        message = f"Terraform forgets {subject(item) if item else change.address}: {_ON}.{also}"
        found = (
            about(rule, item, Direction.NEUTRAL, message)
            if item
            else about_change(rule, change, Direction.NEUTRAL, message)
        )
        yield replace(found, before=_held(analysis, item), after="not managed")


def _held(analysis: Analysis, item: Managed | None) -> str:
    match item:
        case Store():
            return holds(analysis, item)
        case Policy():
            return f"managed, used by {counted(len(analysis.users_of_policy(analysis.model.before, item.key)), 'job')}"
    return "managed"


RULE = Rule(
    id="DP-LOSS-007",
    title="Object forgotten",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("store", "policy", "group", "job", "copy", "appliance", "setting"),
    explain=(
        "What Terraform forgets lives on: nothing is lost today. But from now on nobody sees in a pull request what happens "
        "to it, drift is not reported, and the next clean-up in the console meets an object that nobody seems to own."
    ),
    fix=(
        "Keep the resource in the configuration, or import it in the configuration that takes it over, in the same change "
        "window. Name that configuration in the waiver."
    ),
    sources=("NIST SP 800-209",),
    judge=judge,
    fires=Example(after=(Remove(JOB, forget=True),)),
    quiet=Example(after=(Remove(JOB),)),
)
