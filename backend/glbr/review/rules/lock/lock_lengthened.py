"""DP-LOCK-006: a longer lock, which nobody can take back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from glbr.protection.direction import Direction
from glbr.protection.period import Period
from glbr.protection.schedule_comparison import lock_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import day, end, outlasts, two_days
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, incomparable, origins, told, undecidable
from glbr.review.rules.lock.longest import longest_lock
from glbr.review.rules.made_copies import Life, about_copy, lives
from glbr.review.rules.regimes import Applied, Regime, by_kind, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period
from glbr.review.rules.wording import subject


@dataclass(frozen=True, slots=True)
class _Limits:
    step: Period | None
    beyond: Period | None


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find every lock that gets longer or is new; a large step or a very long lock needs somebody's word."""
    limits = _Limits(period(parameters, "step"), period(parameters, "beyond"))
    yield from each_regime(analysis, partial(_look, rule, analysis, limits))
    for life in lives(analysis, "lock_for"):
        if life.new.value is not None and (life.old.is_absent or life.is_longer):
            yield _of_copy(rule, analysis, limits, life, life.new.value)


def _look(rule: Rule, analysis: Analysis, limits: _Limits, regime: Regime) -> Iterator[Finding]:
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
        return
    paired = set()
    for was, will in regime.pairs:
        paired.add(id(will))
        yield from _compared(rule, analysis, limits, regime, was, will)
    before = by_kind(regime.before)
    for will in regime.after:
        if id(will) not in paired:
            yield from _new(rule, analysis, limits, regime, will, longest_lock(before.get(will.kind, ())))


def _compared(
    rule: Rule, analysis: Analysis, limits: _Limits, regime: Regime, was: Applied, will: Applied
) -> Iterator[Finding]:
    old, new = was.schedule.lock, will.schedule.lock
    if old == new or new.is_absent:
        return
    if new.value is None or old.is_unknown:
        message = f"Whether the lock gets longer, which nobody can take back, is not known: {old} before, {new} after."
        yield undecidable(rule, analysis, regime, message, will, "lock_for")
    elif old.value is None or (outlasts(new.value, old.value) and not _ends_earlier(analysis, new.value, old.value)):
        yield _told(rule, analysis, limits, regime, will, new.value, old.value, origins("lock_for", was, will))


def _ends_earlier(analysis: Analysis, new: Period, old: Period) -> bool:
    """Whether the lock is longer on some days and shorter on others, among them today: that it gets shorter is told then."""
    return outlasts(old, new) and end(new, analysis.now) <= end(old, analysis.now)


def _new(
    rule: Rule, analysis: Analysis, limits: _Limits, regime: Regime, will: Applied, usual: Period | None
) -> Iterator[Finding]:
    """A schedule that was not there before: told when its lock is longer than any that its tier had, or very long."""
    lock = will.schedule.lock
    if _is_in_force(analysis, will):
        return  # somebody has decided that before, for the assets that these join
    if lock.is_unknown:
        message = "How long the copies of a new schedule are locked, which nobody can take back, is not known."
        yield undecidable(rule, analysis, regime, message, will, "lock_for")
    elif lock.value is not None:
        longer = usual is not None and outlasts(lock.value, usual)
        very_long = usual is None and limits.beyond is not None and outlasts(lock.value, limits.beyond)
        if longer or very_long:
            yield _told(rule, analysis, limits, regime, will, lock.value, usual, (lock.origin,))


def _is_in_force(analysis: Analysis, will: Applied) -> bool:
    """Whether the same job locks its copies for as long already."""
    was = analysis.model.before.jobs.get(will.job.key) if will.job is not None else None
    schedules = [one for tier in (was.tiers.value if was else None) or () for one in tier.known_schedules()]
    return any(one.number == will.schedule.number and one.lock == will.schedule.lock for one in schedules)


def _told(
    rule: Rule,
    analysis: Analysis,
    limits: _Limits,
    regime: Regime,
    will: Applied,
    new: Period,
    old: Period | None,
    chosen_by: tuple[str, ...],
) -> Finding:
    then, today = two_days(new, old, analysis.now) if old else (day(new, analysis.now), "at any time")
    return told(
        rule,
        regime,
        place(analysis, regime, will, "lock_for", chosen_by),
        f"Irreversible: nobody can delete copies made from the apply on before {then} "
        f"(today: {today}), and their space is paid for until then.",
        before=lock_in_words(old),
        after=lock_in_words(new),
        direction=Direction.ONE_WAY,
        severity=rule.severity if _is_large(analysis, limits, new, old) else Severity.INFO,
        tier=will.kind,
        schedule=will.schedule.number.value,
    )


def _of_copy(rule: Rule, analysis: Analysis, limits: _Limits, life: Life, new: Period) -> Finding:
    message = f"Irreversible: nobody can delete {subject(life.copy)} before {new} after it was made."
    words = lock_in_words(life.old.value), lock_in_words(new)
    found = about_copy(rule, life, Direction.ONE_WAY, message, words)
    return found if _is_large(analysis, limits, new, life.old.value) else replace(found, severity=Severity.INFO)


def _is_large(analysis: Analysis, limits: _Limits, new: Period, old: Period | None) -> bool:
    if limits.beyond is not None and outlasts(new, limits.beyond):
        return True
    if limits.step is None or old is None:
        return False
    return end(new, analysis.now) > end(limits.step, end(old, analysis.now))


RULE = Rule(
    id="DP-LOCK-006",
    title="Longer lock, which cannot be taken back",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("policy", "job", "copy"),
    explain=(
        "A longer lock is good protection, and final for every copy that is made under it: nobody "
        "can delete such a copy early. A slip of the pen, years for days, fills a store that nobody can empty, and its cost is "
        "fixed on the day of the apply. It is not a mistake, but it deserves a second pair of eyes. Small steps are told for "
        "information."
    ),
    fix="Lengthen a lock in steps, and ask whoever pays for the space. If it is meant, approve it.",
    sources=("HPE StoreOnce data immutability", "AWS Backup Vault Lock"),
    judge=judge,
    parameters={
        "step": Parameter(
            "30 days", "A lock longer by more than this needs approval.", "Our choice: one month's bill", kind="period"
        ),
        "beyond": Parameter(
            "1 year", "A changed or new lock longer than this always needs approval.", "Our choice", kind="period"
        ),
    },
    fires=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "5 months"),)),
    quiet=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "8 months"),)),
)
