"""DP-RET-005: the archive of monthly or yearly copies ends."""

from collections.abc import Iterator
from functools import partial

from glbr.protection.calendar import HORIZON
from glbr.protection.direction import Direction
from glbr.protection.effective import Schedule
from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Side
from glbr.review.rules.days import outlasts
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import worst_gap
from glbr.review.rules.from_shifts import each_regime, incomparable, origins, told, undecidable
from glbr.review.rules.regimes import GONE, STORE, Applied, Regime, by_kind, place
from glbr.review.rules.retention.longest import is_shorter, kept_words
from glbr.review.rules.retention.schedule_lost import is_archive, lost_schedules
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find long-term schedules that are gone from a tier that stays, or whose tier goes to another store."""
    return each_regime(analysis, partial(_look, rule, analysis, period(parameters, "at_least")))


def _look(rule: Rule, analysis: Analysis, least: Period | None, regime: Regime) -> Iterator[Finding]:
    if not regime.has_two_sides:
        return
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
        return
    after = by_kind(regime.after)
    paired = {id(was) for was, _ in regime.pairs}
    others = {one.kind for one in lost_schedules(analysis, regime) if not _is_long_term(one.schedule, least)}
    shortened = others | {shift.kind for shift in regime.shifts if shift.what == "retention shortened"}
    for was in regime.before:
        now = after.get(was.kind, [])
        if id(was) in paired or not now or not _is_long_term(was.schedule, least):
            continue
        heirs = [one for one in now if _takes_over(one.schedule, was.schedule)]
        if not heirs:
            covers = () if was.kind in shortened else ("DP-RET-001",)
            yield _lost(rule, analysis, regime, was, covers)
        elif not any(one.schedule.keep.is_known or one.schedule.keep.is_absent for one in heirs):
            message = f"Whether another schedule takes over from {was.schedule.label} is not known."
            yield undecidable(rule, analysis, regime, message, heirs[0], "expire_after")
    for was, will in regime.pairs:
        if _is_long_term(was.schedule, least) and _gets_too_rare(analysis, was, will):
            yield _rare(rule, analysis, regime, was, will)
        if was.tier.store != will.tier.store and _is_long_term(was.schedule, least):
            yield _elsewhere(rule, analysis, regime, was, will)


def _is_long_term(schedule: Schedule, least: Period | None) -> bool:
    """Whether copies are made once a month or more rarely, or kept for the minimum of an archive."""
    if is_archive(schedule):
        return True
    keep = schedule.keep
    return least is not None and (keep.is_absent or (keep.value is not None and not outlasts(least, keep.value)))


def _gets_too_rare(analysis: Analysis, was: Applied, will: Applied) -> bool:
    """Whether more than a year passes without a copy, which was not so before."""
    if was.schedule.cadence == will.schedule.cadence:
        return False
    old, new = worst_gap(analysis, (was,)), worst_gap(analysis, (will,))
    return old is not None and new is not None and new.exceeds(HORIZON) and not old.exceeds(HORIZON)


def _rare(rule: Rule, analysis: Analysis, regime: Regime, was: Applied, will: Applied) -> Finding:
    """A long-term schedule that is still there, and makes no copy for more than a year."""
    gap = worst_gap(analysis, (will,))
    how = "never makes a copy" if gap is None or gap.is_never else f"goes without a copy for {gap}"
    return told(
        rule,
        regime,
        place(analysis, regime, will, "schedule"),
        f"{will.label} is as good as gone: it {how}, where it runs {was.schedule.cadence} today. Those made so far run out one "
        "by one.",
        before=f"{was.schedule.cadence}, {kept_words(was.schedule.keep)}",
        after=f"{will.schedule.cadence}, {kept_words(will.schedule.keep)}",
        direction=Direction.WEAKENING,
        tier=was.kind,
        schedule=will.schedule.number.value,
    )


def _takes_over(heir: Schedule, gone: Schedule) -> bool:
    return not is_shorter(heir.keep, gone.keep)


def _lost(rule: Rule, analysis: Analysis, regime: Regime, was: Applied, covers: tuple[str, ...]) -> Finding:
    return told(
        rule,
        regime,
        place(analysis, regime, was, GONE),
        f"{was.label} is gone: {was.schedule.cadence}, {kept_words(was.schedule.keep)}. No other schedule of the tier keeps "
        "copies for so long, and those made so far run out one by one.",
        before=f"{was.schedule.cadence}, {kept_words(was.schedule.keep)}",
        after="none",
        direction=Direction.WEAKENING,
        tier=was.kind,
        schedule=was.schedule.number.value,
        covers=covers,
    )


def _elsewhere(rule: Rule, analysis: Analysis, regime: Regime, was: Applied, will: Applied) -> Finding:
    """A long-term schedule whose tier goes to another store, where its history begins anew."""
    if was.tier.store.is_unknown or will.tier.store.is_unknown:
        message = f"Whether {was.schedule.label}, {kept_words(was.schedule.keep)}, stays in its store is not known."
        return undecidable(rule, analysis, regime, message, will, STORE)
    return told(
        rule,
        regime,
        place(analysis, regime, will, STORE, origins(STORE, was, will)),
        f"{was.label}, {kept_words(was.schedule.keep)}, goes to another store and begins there with none: what it has made "
        "so far stays in the old store, until it expires or that store goes.",
        before=_store(analysis, analysis.model.before, was),
        after=_store(analysis, analysis.model.after, will),
        direction=Direction.WEAKENING,
        tier=was.kind,
        schedule=was.schedule.number.value,
    )


def _store(analysis: Analysis, side: Side, one: Applied) -> str:
    store = analysis.store(side, one.tier.store)
    return f"in {store.name if store else one.tier.store}"


def _yearly(**values: object) -> dict[str, object]:
    cadence = {"recurrence": "MONTHLY", "repeat_interval": {"every": 1, "on": [1]}, "start_time": "05:00"}
    return {
        "schedule_id": 4,
        "source_protection_schedule_id": 2,
        "expire_after": "7 years",
        "schedule": cadence,
        **values,
    }


RULE = Rule(
    id="DP-RET-005",
    title="Long-term copies lost",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("policy", "job"),
    explain=(
        "Monthly and yearly copies are what auditors and courts ask for, years later. Take their schedule away, and nobody "
        "misses it until then: daily copies still look fine, and the archive runs out one copy at a time."
    ),
    fix=(
        "Keep the schedule. If its number has to change, give the new one a retention that is as long. If it has to go to "
        "another store, keep the old store until its last copy has expired."
    ),
    sources=("NIST SP 800-53 CP-9", "CIS Controls v8 11.1"),
    judge=judge,
    parameters={
        "at_least": Parameter(
            "1 year",
            "Retention from which a schedule counts as long-term, whatever its rhythm; monthly ones always do.",
            "Our choice: longer than any daily or weekly schedule is usually kept",
            kind="period",
        )
    },
    fires=Example(
        before=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", _yearly()),),
        after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", None),),
    ),
    quiet=Example(
        before=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", _yearly()),),
        after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", _yearly(schedule_id=5)),),
    ),
)
