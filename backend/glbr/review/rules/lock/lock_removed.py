"""DP-LOCK-001: copies that nobody could delete can be deleted from now on."""

from collections.abc import Iterator
from functools import partial

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.protection.schedule_comparison import lock_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import day
from glbr.review.rules.estate import BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, from_shifts, incomparable, told, undecidable
from glbr.review.rules.lock.longest import has_unknown_lock, longest_lock
from glbr.review.rules.made_copies import about_copy, lives
from glbr.review.rules.regimes import GONE, Applied, Regime, by_kind, place
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import subject

_ALSO = ("DP-LOCK-002", "DP-LOCK-006", "DP-RET-001", "DP-RET-005", "DP-RPO-001")
"""What cannot be compared either, for the same reason, when one side cannot be seen."""


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find locks that are gone, by schedule and then by tier, as a new number for a schedule hides nothing; and of copies."""
    del parameters
    yield from each_regime(analysis, partial(_look, rule, analysis))
    for life in lives(analysis, "lock_for"):
        if life.old.is_known and life.new.is_absent:
            words = lock_in_words(life.old.value), lock_in_words(None)
            message = f"{subject(life.copy)} can be deleted at any time from the apply on; before, it is {words[0]}."
            yield about_copy(rule, life, Direction.WEAKENING, message, words)


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if not regime.has_two_sides:
        return
    if (blind := incomparable(rule, analysis, regime, covers=_ALSO)) is not None:
        yield blind
        return
    say = partial(_say, analysis)
    yield from from_shifts(rule, analysis, regime, ("lock removed",), say, "lock_for")
    settled = {shift.kind for shift in regime.shifts if shift.what == "lock removed"}
    for was, will in regime.pairs:
        old, new = was.schedule.lock, will.schedule.lock
        if (new.is_unknown and not old.is_absent) or (old.is_unknown and new.is_absent):
            message = f"Whether copies stay locked is not known: {old} before, {new} after."
            settled.add(was.kind)
            covers = ("DP-LOCK-002", "DP-LOCK-006")
            yield undecidable(rule, analysis, regime, message, will, "lock_for", covers=covers)
    yield from _by_tier(rule, analysis, regime, settled)


def _by_tier(rule: Rule, analysis: Analysis, regime: Regime, settled: set[str]) -> Iterator[Finding]:
    after = by_kind(regime.after)
    for kind, before in by_kind(regime.before).items():
        lock = longest_lock(before)
        if kind in settled or lock is None:
            continue
        now = after.get(kind, [])
        if longest_lock(now) is not None:
            continue
        if has_unknown_lock(now) or regime.opaque(regime.tiers_after):
            message = f"Whether copies stay locked is not known: {lock_in_words(lock)} before."
            yield undecidable(rule, analysis, regime, message, next(iter(now), None), "lock_for", tier=kind)
        elif now:
            yield told(
                rule,
                regime,
                place(analysis, regime, now[0], GONE, {one.schedule.lock.origin for one in before}),
                f"No schedule of the tier locks its copies any more: those made from the apply on can be deleted at any "
                f"time instead of first on {day(lock, analysis.now)}.",
                before=lock_in_words(lock),
                after=lock_in_words(None),
                direction=Direction.WEAKENING,
                tier=kind,
            )


def _say(analysis: Analysis, regime: Regime, shift: Shift, was: Applied | None, will: Applied | None) -> str:
    del regime, shift, will
    lock = was.schedule.lock.value if was else None
    usual = f" instead of first on {day(lock, analysis.now)}" if lock else ""
    return f"Copies made from the apply on can be deleted at any time{usual}."


RULE = Rule(
    id="DP-LOCK-001",
    title="Lock removed",
    severity=Severity.CRITICAL,
    mode="change",
    applies_to=("policy", "job", "copy"),
    explain=(
        "A locked copy is the one that is left when somebody with an administrator's password deletes all others. Without "
        "a lock, whoever gets into the console can empty the store within minutes; copies made so far keep the lock that "
        "they have, so the hole opens slowly and nobody sees it."
    ),
    fix=(
        "Keep `lock_for` on the schedule, or write a shorter one if the lock is too long. A job's override of the lock must "
        "not be the only place where it stands."
    ),
    sources=(
        "AWS Audit Manager BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK",
        "PSRule Azure.BV.Immutable",
        "NCSC principle 1",
        "3-2-1-1-0 rule",
    ),
    judge=judge,
    fires=Example(after=(Set(POLICY, f"{BACKUP}.schedules[0].lock_for", None),)),
    quiet=Example(after=(Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "3 weeks"),)),
)
