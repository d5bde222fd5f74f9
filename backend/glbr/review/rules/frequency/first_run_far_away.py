"""DP-RPO-007: a new job waits, and the old one is gone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from glbr.protection.calendar import HORIZON, recovery_points
from glbr.protection.direction import Direction
from glbr.protection.effective import Tiers
from glbr.protection.setting import Setting
from glbr.protection.words import gap_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Job
from glbr.review.rules.estate import JOB
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import worst_gap
from glbr.review.rules.from_shifts import each_regime, told
from glbr.review.rules.regimes import Applied, Place, Regime
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import counted, subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find jobs that begin later than the next old recovery point and one worst gap more.

    A job without a date of its own runs everything at once when it takes effect: it leaves no hole.
    """
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    for unit in regime.units:
        # Dates are the job's own, so a regime does not speak for all of its jobs here.
        alone = replace(regime, units=(unit,), assets=unit.count, jobs_before=unit.before, jobs_after=unit.after)
        for job in unit.after:
            if _waits(analysis, job):
                yield from _job(rule, analysis, alone, unit, job)


def _waits(analysis: Analysis, job: Job) -> bool:
    """Whether a job is new, or gets a new date, and does not surely begin at once."""
    if job.starts.is_absent or (job.starts.value is not None and job.starts.value <= analysis.now):
        return False
    before = analysis.model.before.jobs.get(job.key)
    change = analysis.changes.get(job.key)
    return before is None or before.starts != job.starts or (change is not None and "create" in change.actions)


def _job(rule: Rule, analysis: Analysis, regime: Regime, unit: Unit, job: Job) -> Iterator[Finding]:
    where = Place(job.key, job.address, subject(job), "effective_from_date_time")
    starts = job.starts.value
    if starts is None:
        message = "When the job makes its first recovery point is not known: its begin is not."
        resolve = "Write effective_from_date_time as a date, or leave it out to begin at once."
        yield told(rule, regime, where, message, verdict="unknown", resolve=resolve)
        return
    holes = []
    for kind in sorted(_kinds((job,)) - _kinds([other for other in unit.after if not _waits(analysis, other)])):
        before = [one for one in regime.before if one.kind == kind]
        usual = before or [one for one in regime.after if one.kind == kind and one.job == job]
        gap = worst_gap(analysis, usual)
        if gap is None or gap.length is None:
            message = f"Whether the wait until {starts.date()} is longer than a usual gap is not known."
            resolve = "Write the schedule with values that are known while planning."
            yield told(rule, regime, where, message, tier=kind, verdict="unknown", resolve=resolve)
        elif starts > _next(analysis, usual, gap.length) + gap.length:
            holes.append((gap.length, kind, bool(before)))
    if holes:
        shortest, kind, is_hole = min(holes)
        usually = "so far there was" if is_hole else "afterwards there is"
        yield told(
            rule,
            regime,
            where,
            f"The first recovery point is made on {starts.date()}, {counted((starts - analysis.now).days, 'day')} after the "
            f"plan; {usually} a {kind} every {gap_in_words(shortest)}.",
            before=f"worst gap {gap_in_words(shortest)}" if is_hole else "",
            after=f"first point on {starts.date()}",
            direction=Direction.WEAKENING if is_hole else Direction.NEUTRAL,
        )


def _kinds(jobs: Sequence[Job]) -> set[str]:
    return {tier.kind.value for job in jobs for tier in job.tiers.value or () if tier.kind.value is not None}


def _next(analysis: Analysis, usual: Sequence[Applied], gap: timedelta) -> datetime:
    """When the usual schedules make their next point, counted from the plan; one worst gap away at the latest."""
    no_source: Setting[int] = Setting("absent")  # without its source, each schedule counts by its own rhythm
    schedules = tuple(replace(one.schedule, source=no_source) for one in usual)
    tiers: Tiers = Setting("known", (replace(usual[0].tier, schedules=Setting("known", schedules)),))
    points = recovery_points(tiers, analysis.now, analysis.now + min(gap, HORIZON), analysis.zone)
    return next((point.at for point in points if point.at > analysis.now), analysis.now + gap)


RULE = Rule(
    id="DP-RPO-007",
    title="First run far away",
    severity=Severity.MEDIUM,
    mode="change",
    applies_to=("job",),
    explain=(
        "HPE cannot change a job: Terraform destroys it and makes another. If the new one is to begin on a later day, nothing "
        "is copied until then, and no report shows a failed run, because none was planned."
    ),
    fix="Leave `effective_from_date_time` out, so that the new job makes its first copies at once, or write an earlier one.",
    sources=("NIST SP 800-53 CP-9",),
    judge=judge,
    fires=Example(after=(Set(JOB, "effective_from_date_time", "2099-01-01T00:00:00Z"),)),
    quiet=Example(after=(Set(JOB, "effective_from_date_time", "2025-01-01T00:00:00Z"),)),
)
