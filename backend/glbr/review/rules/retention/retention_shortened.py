"""DP-RET-001: copies live shorter than before."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.protection.period import Period
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import day, end, two_days
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import worst_gap
from glbr.review.rules.from_shifts import each_regime, from_shifts, incomparable, told, undecidable
from glbr.review.rules.made_copies import Life, about_copy, lives, undecidable_copy
from glbr.review.rules.regimes import GONE, Applied, Regime, by_kind, place
from glbr.review.rules.retention.longest import is_shorter, kept_words, longest_retention
from glbr.review.rules.retention.schedule_lost import in_brackets, is_archive, is_open, lost_schedules
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find shorter retentions, schedule by schedule, tiers that reach back less far, and copies that are to go earlier."""
    del parameters
    yield from each_regime(analysis, partial(_look, rule, analysis))
    for life in lives(analysis, "expire_after"):
        if life.is_undecidable:
            message = f"Whether this copy lives as long as before is not known: {life.old} before, {life.new} after."
            yield undecidable_copy(rule, life, message)
        elif life.is_shorter or (life.old.is_absent and life.new.is_known):
            yield _of_copy(rule, analysis, life)


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if not regime.has_two_sides:
        return
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
        return
    say = partial(_say, analysis)
    yield from from_shifts(rule, analysis, regime, ("retention shortened",), say, "expire_after")
    settled = {shift.kind for shift in regime.shifts if shift.what == "retention shortened"}
    for was, will in regime.pairs:
        old, new = was.schedule.keep, will.schedule.keep
        if new.is_unknown or (old.is_unknown and new.is_known):
            message = f"Whether copies live as long as before is not known: {kept_words(old)} before, {new} after."
            settled.add(was.kind)
            yield undecidable(rule, analysis, regime, message, will, "expire_after")
    short = list(_by_tier(rule, analysis, regime, settled))
    yield from short
    yield from _lost(rule, analysis, regime, {finding.tier for finding in short})


def _of_copy(rule: Rule, analysis: Analysis, life: Life) -> Finding:
    """One recovery point whose life is cut: what is over already goes with the apply."""
    over = life.has_ended_by(analysis.now)
    usual = f"{life.old} after it" if life.old.is_known else "never"
    message = f"{subject(life.copy)} disappears {life.new} after it was made instead of {usual}"
    message += ": with the apply, for that time is over." if over else "; if that is over by the apply, it goes then."
    direction = Direction.DESTRUCTIVE if over else Direction.WEAKENING
    found = about_copy(rule, life, direction, message, (kept_words(life.old), kept_words(life.new)))
    return replace(found, severity=Severity.CRITICAL) if over else found


def _by_tier(rule: Rule, analysis: Analysis, regime: Regime, settled: set[str]) -> Iterator[Finding]:
    """A tier whose longest retention shrinks because the schedule that had it is gone, or another policy took over."""
    after = by_kind(regime.after)
    for kind, before in by_kind(regime.before).items():
        now = after.get(kind)
        if kind in settled or not now:
            continue
        old, new = (longest_retention(one.schedule for one in side) for side in (before, now))
        if new.is_unknown and not old.is_unknown:
            message = f"How far back the tier reaches is not known: {kept_words(old)} before."
            yield undecidable(rule, analysis, regime, message, now[0], "expire_after")
        elif is_shorter(new, old):
            yield told(
                rule,
                regime,
                place(analysis, regime, now[0], GONE, {one.schedule.keep.origin for one in before}),
                f"The tier reaches back less far. {_dates(analysis, old, new)}",
                before=kept_words(old),
                after=kept_words(new),
                direction=Direction.WEAKENING,
                tier=kind,
            )


def _lost(rule: Rule, analysis: Analysis, regime: Regime, settled: set[str]) -> Iterator[Finding]:
    """Schedules that are gone though the tier reaches as far back, and is copied into as often, as before."""
    sides = by_kind(regime.before), by_kind(regime.after)
    for was in lost_schedules(analysis, regime):
        before, after = (side[was.kind] for side in sides)
        gaps = worst_gap(analysis, before), worst_gap(analysis, after)
        rarer = (
            gaps[0] is not None
            and gaps[1] is not None
            and gaps[0].length is not None
            and gaps[1].exceeds(gaps[0].length)
        )
        if was.kind in settled or rarer or is_archive(was.schedule):
            continue
        rhythm = str(was.schedule.cadence)
        if (hidden := next((one for one in after if is_open(one)), None)) is not None:
            message = f"Whether another schedule does what {was.schedule.label} did ({rhythm}) is not known."
            yield undecidable(rule, analysis, regime, message, hidden, "schedule")
            continue
        yield told(
            rule,
            regime,
            place(analysis, regime, was, GONE),
            f"{was.label}, {rhythm} ({in_brackets(was)}), is lost. No other one of the tier runs as often and keeps and locks "
            "its copies for as long; those made so far run out one by one.",
            before=f"{rhythm}, {in_brackets(was)}",
            after="none",
            direction=Direction.WEAKENING,
            tier=was.kind,
            schedule=was.schedule.number.value,
        )


def _say(analysis: Analysis, regime: Regime, shift: Shift, was: Applied | None, will: Applied | None) -> str:
    if was is None or will is None:
        return f"Copies are {shift.after} instead of {shift.before}."
    old, new = was.schedule.keep, will.schedule.keep
    others = [one.schedule for one in by_kind(regime.after).get(will.kind, ()) if one is not will]
    longest = longest_retention(others) if others else new
    text = _dates(analysis, old, new)
    if is_shorter(new, longest):
        text += f" Another schedule of the tier still has copies {kept_words(longest)}."
    return text


def _dates(analysis: Analysis, old: Setting[Period], new: Setting[Period]) -> str:
    now = analysis.now
    if new.value is None or old.is_unknown:
        return f"Copies are {kept_words(new)} instead of {kept_words(old)}."
    if old.value is not None and end(new.value, now) >= end(old.value, now):
        return f"Copies made on some days of the year disappear earlier: after {new} instead of {old}."
    first, last = two_days(new.value, old.value, now) if old.value is not None else (day(new.value, now), "")
    once = f"on {last}" if last else "never"
    return (
        f"Copies made from the apply on disappear from {first} on; kept as before, the first of them would go {once}."
    )


RULE = Rule(
    id="DP-RET-001",
    title="Retention shortened",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("policy", "job", "copy"),
    explain=(
        "How long copies live decides how far back one can go. Damage that is noticed late, a table emptied a month ago or "
        "an intruder who waited, can only be undone with a copy from before it. The cut shows late: today nothing is gone, "
        "and on the day told here the history starts to end earlier."
    ),
    fix=(
        "Keep `expire_after`, or add a rarer schedule with the old retention (a weekly or monthly one), so that the reach "
        "stays and the number of copies falls."
    ),
    sources=("AWS Audit Manager BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK", "NCSC principle 3"),
    judge=judge,
    fires=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "3 months"),)),
    quiet=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "7 months"),)),
)
