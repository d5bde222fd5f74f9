"""DP-COV-002: assets are moved to a policy that does less for them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Job, Policy, Side
from glbr.review.rules.copies.whereabouts import stores_by_name
from glbr.review.rules.coverage.clinic import SILVER, SILVER_POLICY
from glbr.review.rules.estate import JOB
from glbr.review.rules.example import Add, Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, incomparable, told, undecidable
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import in_assets, listed

_NOT_YET: Final = "one that is not known yet"


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Assets whose jobs apply another policy than before, where anything gets weaker by it."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if not regime.has_two_sides or not regime.jobs_after:
        return
    was, will = _policies(regime.jobs_before), _policies(regime.jobs_after)
    if was == will and None not in will:
        return
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
        return
    before, after = _called(analysis.model.before, regime.jobs_before), _called(analysis.model.after, regime.jobs_after)
    if before == after:
        before = _called(analysis.model.before, regime.jobs_before, with_address=True)
        after = _called(analysis.model.after, regime.jobs_after, with_address=True)
    reach = in_assets(regime.units)
    worse = [shift for shift in regime.shifts if shift.what != "undecidable" and shift.direction >= Direction.WEAKENING]
    if worse:
        yield told(
            rule,
            regime,
            place(analysis, regime, None),
            f"{reach} {'goes' if regime.assets == 1 else 'go'} from {before} to {after}, which does less: "
            f"{listed(_said(analysis, shift) for shift in worse)}.",
            before=before,
            after=after,
            direction=max(shift.direction for shift in worse),
        )
    elif any(shift.what == "undecidable" for shift in regime.shifts):
        message = f"{reach} {'goes' if regime.assets == 1 else 'go'} from {before} to {after}: whether it does less is unknown."
        yield replace(undecidable(rule, analysis, regime, message), before=before, after=after)


def _policies(jobs: tuple[Job, ...]) -> set[str | None]:
    return {job.policy.value for job in jobs}


def _called(side: Side, jobs: tuple[Job, ...], *, with_address: bool = False) -> str:
    """The policies that jobs apply, as people call them; with their addresses where names do not tell them apart."""
    found = [side.policies.get(job.policy.value or "", job.policy.value) for job in jobs]
    names = [
        (f"{one.name} ({one.address})" if with_address else one.name) if isinstance(one, Policy) else one or _NOT_YET
        for one in found
    ]
    return f"policy {listed(names)}"


def _said(analysis: Analysis, shift: Shift) -> str:
    """A shift in a few words, with the tier that it is about."""
    before, after = stores_by_name(analysis, shift)
    values = f": {before} → {after}" if before or after else ""
    return f"{shift.kind} {shift.what}{values}".strip()


RULE = Rule(
    id="DP-COV-002",
    title="Moved to a weaker policy",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("job", "group"),
    explain=(
        "In a diff, gold becomes silver: one word. Behind the word stand fewer copies, a longer gap between them, a shorter "
        "history or a lock that is gone. Policies are compared by what they do, not by their names."
    ),
    fix="Leave the assets with the policy that they have, or give the new policy what the old one had.",
    sources=("NCSC principle 5",),
    judge=judge,
    fires=Example(after=(Add(SILVER, SILVER_POLICY), Set(JOB, "protection_policy_id", f"${{{SILVER}.id}}"))),
    quiet=Example(after=(Add(SILVER, SILVER_POLICY),)),
)
