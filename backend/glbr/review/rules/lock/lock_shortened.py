"""DP-LOCK-002: copies are locked for a shorter time than before."""

from collections.abc import Iterator
from functools import partial

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.protection.period import Period
from glbr.protection.schedule_comparison import lock_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import end, outlasts, two_days
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, from_shifts, incomparable, told, undecidable
from glbr.review.rules.lock.longest import has_unknown_lock, longest_lock
from glbr.review.rules.made_copies import about_copy, lives, undecidable_copy
from glbr.review.rules.regimes import GONE, Applied, Regime, by_kind, place
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find shorter locks, by schedule, by tier where schedules do not answer to each other, and of copies."""
    del parameters
    yield from each_regime(analysis, partial(_look, rule, analysis))
    for life in lives(analysis, "lock_for"):
        if life.is_undecidable:
            message = f"Whether this copy stays locked for as long is not known: {life.old} before, {life.new} after."
            yield undecidable_copy(rule, life, message)
        elif life.is_shorter:
            words = lock_in_words(life.old.value), lock_in_words(life.new.value)
            message = (
                f"{subject(life.copy)} can be deleted {life.new} after it was made instead of {life.old} after it; if that is "
                "over by the apply, at once."
            )
            yield about_copy(rule, life, Direction.WEAKENING, message, words)


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if not regime.has_two_sides:
        return
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
        return
    yield from from_shifts(rule, analysis, regime, ("lock shortened",), partial(_say, analysis), "lock_for")
    settled = {shift.kind for shift in regime.shifts if shift.what in ("lock shortened", "lock removed")}
    for was, will in regime.pairs:
        old, new = was.schedule.lock, will.schedule.lock
        if (new.is_unknown and not old.is_absent) or (old.is_unknown and not new.is_unknown):
            message = f"Whether copies stay locked for as long is not known: {old} before, {new} after."
            settled.add(was.kind)
            yield undecidable(rule, analysis, regime, message, will, "lock_for")
    after = by_kind(regime.after)
    for kind, before in by_kind(regime.before).items():
        lock, now = longest_lock(before), longest_lock(after.get(kind, ()))
        if kind in settled or lock is None or now is None or not outlasts(lock, now):
            continue
        if has_unknown_lock(after[kind]):
            message = f"Whether copies stay locked for as long is not known: {lock_in_words(lock)} before."
            yield undecidable(rule, analysis, regime, message, after[kind][0], "lock_for")
            continue
        yield told(
            rule,
            regime,
            place(analysis, regime, after[kind][0], GONE, {one.schedule.lock.origin for one in before}),
            f"The longest lock of the tier gets shorter. {_dates(analysis, lock, now)}",
            before=lock_in_words(lock),
            after=lock_in_words(now),
            direction=Direction.WEAKENING,
            tier=kind,
        )


def _say(analysis: Analysis, regime: Regime, shift: Shift, was: Applied | None, will: Applied | None) -> str:
    del regime
    old, new = (one.schedule.lock.value if one else None for one in (was, will))
    dates = _dates(analysis, old, new) if old and new else f"Copies are {shift.after} instead of {shift.before}."
    return f"{dates[:-1]} ({shift.note})." if shift.note else dates


def _dates(analysis: Analysis, old: Period, new: Period) -> str:
    days = two_days(new, old, analysis.now)
    if end(new, analysis.now) >= end(old, analysis.now):
        return f"Copies made on some days of the year can be deleted earlier: {lock_in_words(new)} instead of {old}."
    return f"Copies made from the apply on can be deleted from {days[0]} on instead of {days[1]}."


RULE = Rule(
    id="DP-LOCK-002",
    title="Lock shortened",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("policy", "job", "copy"),
    explain=(
        "Intruders stay unseen for weeks before they strike, and delete backups first. Only copies that are still locked on "
        "the day somebody notices are sure to be there. A shorter lock makes that window smaller for every copy from now on."
    ),
    fix="Keep `lock_for` as long as it was. If the store is short of space, thin out the schedule rather than the lock.",
    sources=(
        "AWS Audit Manager BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK",
        "PSRule Azure.BV.Immutable",
        "NCSC principle 1",
        "3-2-1-1-0 rule",
    ),
    judge=judge,
    fires=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "4 weeks"),)),
    quiet=Example(
        before=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "4 weeks"),),
        after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "28 days"),),
    ),
)
