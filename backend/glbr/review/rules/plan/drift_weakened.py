"""DP-PLAN-003: somebody has weakened protection outside of Terraform."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, TypeVar

from glbr.protection.comparison import Shift, compare
from glbr.protection.direction import Direction
from glbr.protection.effective import Tiers
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Group, Job, Managed, Policy, Store
from glbr.review.rules.about import about, undecided
from glbr.review.rules.estate import BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import counted, listed, objects, subject

T = TypeVar("T")

_AGAIN: Final = "This plan changes it again: look whether it comes back as it was."


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """What is gone, does less, or holds fewer members than Terraform left it with."""
    del parameters
    after, planned = objects(analysis.model.drift_after), objects(analysis.model.after)
    for was in analysis.model.drift_before.all():
        if isinstance(was, (Store, Policy, Group, Job)):
            comes_back = after.get(was.key) is not None and _is_as_it_was(was, planned.get(was.key))
            for finding in _judge(rule, analysis, was, after.get(was.key)):
                yield _put_back(finding) if comes_back else finding


def _is_as_it_was(was: Managed, planned: Managed | None) -> bool:
    """Whether the plan ends with all that this rule looks at as it was before somebody changed it."""
    match was, planned:
        case Policy(), Policy():
            return _is_same(was.tiers, planned.tiers)
        case Group(), Group():
            return _is_same(was.members, planned.members)
        case Job(), Job():
            return _is_same(was.tiers, planned.tiers) and planned.suspended.value == was.suspended.value
    return False


def _is_same(was: Setting[T], planned: Setting[T]) -> bool:
    return was.is_known and planned.is_known and was.value == planned.value


def _put_back(finding: Finding) -> Finding:
    message = f"{finding.message.partition(_AGAIN)[0]}It is put back by this plan."
    return replace(finding, severity=Severity.INFO, direction=Direction.NEUTRAL, message=message)


def _judge(rule: Rule, analysis: Analysis, was: Managed, will: Managed | None) -> Iterator[Finding]:
    match was, will:
        case _, None:
            yield _found(rule, analysis, was, Direction.DESTRUCTIVE, "is gone", "there", "gone")
        case Policy(), Policy():
            yield from _tiers(rule, analysis, was, was.tiers, will.tiers)
        case Group(), Group():
            yield from _members(rule, analysis, was, will)
        case Job(), Job():
            if will.suspended.value is True and was.suspended.value is not True:
                yield _found(rule, analysis, was, Direction.WEAKENING, "is suspended", "makes copies", "suspended")
            if was.policy.value not in analysis.model.drift_before.policies:
                yield from _tiers(rule, analysis, was, was.tiers, will.tiers)


def _tiers(rule: Rule, analysis: Analysis, item: Managed, before: Tiers, after: Tiers) -> Iterator[Finding]:
    if before.is_unknown and after.is_unknown:
        return
    shifts = list(compare(before, after, analysis.zone))
    worse = [shift for shift in shifts if shift.what != "undecidable" and shift.direction >= Direction.WEAKENING]
    if worse:
        first = max(worse, key=lambda shift: shift.direction)
        what = f"does less: {listed(map(_said, worse))}"
        found = _found(rule, analysis, item, first.direction, what, first.before, first.after)
        yield replace(found, tier=first.kind if len({shift.kind for shift in worse}) == 1 else "")
    elif any(shift.what == "undecidable" for shift in shifts):
        found = _found(rule, analysis, item, Direction.NEUTRAL, "was changed in a way that cannot be compared", "", "")
        yield undecided(found, "Refresh the state (terraform apply -refresh-only), and plan again.")


def _members(rule: Rule, analysis: Analysis, was: Group, will: Group) -> Iterator[Finding]:
    if was.members.is_known and will.members.is_known and was.kind.value == "CUSTOM":
        left = set(was.members.value or ()) - set(will.members.value or ())
        if left:
            what = f"has lost {counted(len(left), 'member')} ({listed(map(analysis.called, left))})"
            counts = [counted(len(group.members.value or ()), "member") for group in (was, will)]
            found = _found(rule, analysis, was, Direction.WEAKENING, what, *counts)
            yield replace(found, assets=len(left))


def _said(shift: Shift) -> str:
    number = f" schedule {shift.schedule}" if shift.schedule is not None else ""
    return f"{shift.kind}{number} {shift.what}: {shift.before} → {shift.after}".strip()


def _found(
    rule: Rule, analysis: Analysis, item: Managed, direction: Direction, what: str, before: str, after: str
) -> Finding:
    message = f"Outside of Terraform, {subject(item)} was changed: it {what}. {_outcome(analysis, item)}"
    return replace(about(rule, item, direction, message), before=before, after=after)


def _outcome(analysis: Analysis, item: Managed) -> str:
    """What the apply makes of it: often something else than people expect."""
    change = analysis.changes.get(item.key)
    if change is None and not analysis.model.changes:
        return "A refresh leaves it so. What the next ordinary apply makes of it is said by its plan."
    if change is None or change.is_none:
        return "This plan does not put it back."
    if "create" in change.actions:
        return "This plan makes it anew; what was lost with it does not come back."
    return _AGAIN


RULE = Rule(
    id="DP-PLAN-003",
    title="Weakened outside of Terraform",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("store", "policy", "group", "job"),
    explain=(
        "Somebody changed protection by hand: in a hurry, by mistake, or as the first step of an attack, which begins with the "
        "backups. The state that Terraform knew was stronger than what is there now, and an apply does not always repair it."
    ),
    fix="Find out who changed it and why. Have the apply put it back, or write the change down here so that it is reviewed.",
    sources=("NCSC principle 5", "Terraform: resource_drift"),
    judge=judge,
    fires=Example(outside=(Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "1 day"),)),
    quiet=Example(outside=(Set(POLICY, "description", "written by somebody"),)),
)
