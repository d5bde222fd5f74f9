"""From what a change does to a tier or a schedule to findings: one for each policy or job, tier and schedule."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.finding import Finding, Severity, Verdict
from glbr.review.rules.regimes import (
    GONE,
    STORE,
    Applied,
    Place,
    Regime,
    lost_job,
    place,
    place_of_loss,
    regimes,
)
from glbr.review.rules.rule import Rule
from glbr.review.rules.wording import GIVE_INVENTORY

Look = Callable[[Regime], Iterator[Finding]]

Say = Callable[[Regime, Shift, Applied | None, Applied | None], str]
"""Tells a shift in one sentence: the shift, and its schedule before and after, where it can be found."""


def each_regime(analysis: Analysis, look: Look) -> Iterator[Finding]:
    """Look at every regime. What is the same at the same place is told once, with all its assets."""
    found: dict[tuple[str, ...], Finding] = {}
    for regime in regimes(analysis):
        here: set[tuple[str, ...]] = set()
        for finding in (_at_its_cause(analysis, regime, one) for one in look(regime)):
            same = (finding.fingerprint, finding.verdict, finding.before, finding.after)
            if same in here:
                continue  # two jobs of one policy: the assets are the same ones
            here.add(same)
            if same in found:
                finding = replace(found[same], assets=found[same].assets + finding.assets)  # noqa: PLW2901 - the sum
            found[same] = finding
    yield from found.values()


def _at_its_cause(analysis: Analysis, regime: Regime, finding: Finding) -> Finding:
    """What gets weaker because one of several jobs is gone is told there, and not at the policy or job that stays as it is."""
    lost = lost_job(regime)
    change = analysis.changes.get(finding.key)
    if lost is None or finding.direction < Direction.WEAKENING or (change is not None and not change.is_none):
        return finding
    if finding.key not in analysis.model.after.policies and finding.key not in analysis.model.after.jobs:
        return finding
    where = place_of_loss(analysis, lost)
    return replace(finding, key=where.key, address=where.address, subject=where.subject, path=where.path)


def told(
    rule: Rule,
    regime: Regime,
    where: Place,
    message: str,
    *,
    before: str = "",
    after: str = "",
    direction: Direction = Direction.NEUTRAL,
    severity: Severity | None = None,
    tier: str = "",
    schedule: int | None = None,
    verdict: Verdict = "fail",
    resolve: str = "",
    covers: tuple[str, ...] = (),
) -> Finding:
    """One finding of a rule at a place, for all assets of a regime."""
    return Finding(
        rule.id,
        verdict,
        rule.severity if severity is None else severity,
        direction,
        where.key,
        where.address,
        where.subject,
        message,
        before,
        after,
        tier,
        schedule,
        where.path,
        regime.assets,
        resolve,
        covers,
    )


def from_shifts(
    rule: Rule,
    analysis: Analysis,
    regime: Regime,
    whats: Collection[str],
    say: Say,
    attribute: str = "",
    covers: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """A finding for each shift of certain kinds in a regime.

    Args:
        rule: The rule that tells it.
        analysis: The analysis.
        regime: Where to look.
        whats: The shifts that the rule is about.
        say: Tells one in a sentence.
        attribute: What has to be written differently: `lock_for`; empty for the schedule as a whole.
        covers: Rules that need not tell the same.
    """
    for shift in regime.shifts:
        if shift.what in whats:
            was, will = schedule_of(regime.before, shift), schedule_of(regime.after, shift)
            where = place(analysis, regime, will or was, attribute if will else GONE, origins(attribute, was, will))
            yield told(
                rule,
                regime,
                where,
                say(regime, shift, was, will),
                before=shift.before,
                after=shift.after,
                direction=shift.direction,
                tier=shift.kind,
                schedule=shift.schedule,
                covers=covers,
            )


def schedule_of(applied: Collection[Applied], shift: Shift) -> Applied | None:
    """The schedule that a shift is about, or the first one of its tier; the same store counts for more than another."""
    fitting = [one for one in applied if one.kind == shift.kind and shift.schedule in (None, one.schedule.number.value)]
    return next((one for one in fitting if one.tier.store.value == (shift.store or None)), next(iter(fitting), None))


_SETTINGS = {"lock_for": "lock", "expire_after": "keep", "consistency": "consistency"}


def origins(attribute: str, *applied: Applied | None) -> tuple[str, ...]:
    """Who chose a value on either side."""
    name = _SETTINGS.get(attribute)
    if name is None:
        stores = attribute == STORE
        return tuple(one.tier.store.origin for one in applied if one is not None) if stores else ()
    return tuple(getattr(one.schedule, name).origin for one in applied if one is not None)


def undecidable(
    rule: Rule,
    analysis: Analysis,
    regime: Regime,
    message: str,
    applied: Applied | None = None,
    attribute: str = "",
    *,
    tier: str = "",
    covers: tuple[str, ...] = (),
) -> Finding:
    """The verdict "unknown" about a schedule, or about all that protects a regime, with what makes it known."""
    if applied is not None:
        where = place(analysis, regime, applied, attribute, origins(attribute, applied))
        resolve = (
            f"Write {attribute or 'the schedule'} as a value that is known while planning, or plan again once what it "
            "refers to exists."
        )
    else:
        where = place(analysis, regime, None)
        resolve = (
            f"{GIVE_INVENTORY} Or let this configuration manage the policy, or plan again once what the policy refers to "
            "exists."
        )
    number = applied.schedule.number.value if applied else None
    kind = applied.kind if applied else tier
    # A rule that says what cannot be decided is a better word for it than the one that says that something cannot.
    covers = covers if rule.id == "DP-PLAN-001" else (*covers, "DP-PLAN-001")
    return told(
        rule, regime, where, message, tier=kind, schedule=number, verdict="unknown", resolve=resolve, covers=covers
    )


def unseen(rule: Rule, analysis: Analysis, regime: Regime, covers: tuple[str, ...] = ()) -> Iterator[Finding]:
    """The verdict about tiers that protect a regime after the change and cannot be looked into; nothing when all can."""
    if regime.opaque(regime.tiers_after):
        message = "What protects these assets cannot be seen: tiers or schedules of the policy are not known."
        yield undecidable(rule, analysis, regime, message, covers=covers)


def incomparable(rule: Rule, analysis: Analysis, regime: Regime, covers: tuple[str, ...] = ()) -> Finding | None:
    """The verdict about a regime that changes and cannot be seen on one side; None when it can, or when nothing changes."""
    if not regime.has_two_sides or not (regime.tiers_before.is_unknown or regime.tiers_after.is_unknown):
        return None
    if regime.tiers_before.is_unknown and regime.tiers_after.is_unknown and _untouched(analysis, regime):
        return None
    side = "after" if regime.tiers_after.is_unknown else "before"
    return undecidable(
        rule,
        analysis,
        regime,
        f"What protects these assets {side} the change is not known, so it cannot be compared.",
        covers=covers,
    )


def _untouched(analysis: Analysis, regime: Regime) -> bool:
    """Whether the same jobs apply the same policies, and Terraform changes neither."""
    sides = [
        sorted((job.key, job.policy.value or "") for job in jobs) for jobs in (regime.jobs_before, regime.jobs_after)
    ]
    keys = {name for pair in sides[0] for name in pair} | {regime.policy}
    changed = {key for key in keys if key in analysis.changes and not analysis.changes[key].is_none}
    return sides[0] == sides[1] and all(name for _, name in sides[0]) and not changed
