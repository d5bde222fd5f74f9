"""DP-RPO-002: more work can be lost than anybody agreed to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import end
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, POLICY, SNAPSHOT
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import Gap, worst_gap
from glbr.review.rules.from_shifts import each_regime, told, undecidable
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period

_BACKUPS: Final = ("BACKUP", "CLOUD_BACKUP")


@dataclass(frozen=True, slots=True)
class _Objective:
    longest: Period
    what: str
    of: tuple[Applied, ...]


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Hold the worst gap of all tiers together against the objective, and that of backups against the least of all."""
    limits = period(parameters, "objective"), period(parameters, "backup_objective")
    return each_regime(analysis, partial(_look, rule, analysis, limits))


def _look(
    rule: Rule, analysis: Analysis, limits: tuple[Period | None, Period | None], regime: Regime
) -> Iterator[Finding]:
    if not regime.is_protected:
        return
    backups = tuple(one for one in regime.after if one.kind in _BACKUPS)
    objectives = [_Objective(limits[0], "recovery points", regime.after)] if limits[0] else []
    if limits[1] and backups:
        objectives.append(_Objective(limits[1], "backups", backups))
    missed = [one for one in objectives if not _is_met(analysis, one, regime)]
    if not missed:
        return
    if regime.opaque(regime.tiers_after):
        message = "How much work is lost at worst cannot be seen: tiers or schedules of the policy are not known."
        yield undecidable(rule, analysis, regime, message)
        return
    yield _told(rule, analysis, regime, missed[0])


def _is_met(analysis: Analysis, objective: _Objective, regime: Regime) -> bool:
    """Whether the schedules that are known are often enough, whatever the others do."""
    known = [one for one in objective.of if one.schedule.cadence.is_known]
    gap = worst_gap(analysis, known)
    if not objective.of and regime.opaque(regime.tiers_after):
        return False
    return gap is not None and not gap.exceeds(end(objective.longest, analysis.now) - analysis.now)


def _told(rule: Rule, analysis: Analysis, regime: Regime, objective: _Objective) -> Finding:
    gap = worst_gap(analysis, objective.of)
    if gap is None:
        message = f"Whether there is one of the {objective.what} at least every {objective.longest} is not known."
        return undecidable(rule, analysis, regime, message, _least_known(objective.of), "schedule")
    first = _most_often(analysis, objective.of)
    if gap.length is None:
        message = f"There will be no {objective.what} at all; one is wanted every {objective.longest} or more often."
    else:
        message = f"Between two {objective.what} lie up to {gap}; {objective.longest} is the objective."
    return told(
        rule,
        regime,
        place(analysis, regime, first, "schedule"),
        message,
        after=f"worst gap {gap}" if gap.length is not None else "no recovery points",
    )


def _least_known(applied: Sequence[Applied]) -> Applied:
    return next((one for one in applied if one.schedule.cadence.is_unknown), applied[0])


def _most_often(analysis: Analysis, applied: Sequence[Applied]) -> Applied | None:
    """The schedule that comes closest to the objective, which is the one to change."""

    def gap(one: Applied) -> float:
        found: Gap | None = worst_gap(analysis, (one,))
        return found.length.total_seconds() if found is not None and found.length is not None else float("inf")

    return min(applied, key=gap, default=None)


RULE = Rule(
    id="DP-RPO-002",
    title="Worst gap over the objective",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "An objective says how much work may be lost. The worst gap of the calendar says how much will be, in the worst "
        "case. Where it is longer, the objective is a wish. And however good the snapshots are, backups that survive the "
        "array have to be made once a week at least."
    ),
    fix="Make copies more often, widen the active window, or agree on a longer objective for these assets.",
    sources=("CIS Controls v8 11.2", "AWS Audit Manager BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK"),
    judge=judge,
    parameters={
        "objective": Parameter(
            "24 hours",
            "Longest time between two recovery points, all tiers taken together.",
            "AWS Audit Manager BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK: once a day",
            kind="period",
        ),
        "backup_objective": Parameter(
            "7 days",
            "Longest time between two backups off the array, in any case.",
            "CIS Controls v8 11.2: weekly or more often",
            kind="period",
        ),
    },
    fires=Example(
        after=(
            Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule", {"recurrence": "DAILY", "repeat_interval": {"every": 2}}),
            Set(POLICY, f"{SNAPSHOT}.schedules[0].expire_after", "5 days"),
            Set(POLICY, f"{BACKUP}.schedules[0].schedule.repeat_interval.every", 2),
            Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].schedule.repeat_interval.every", 2),
        )
    ),
    quiet=Example(
        after=(
            Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule", {"recurrence": "DAILY", "repeat_interval": {"every": 2}}),
            Set(POLICY, f"{SNAPSHOT}.schedules[0].expire_after", "5 days"),
        )
    ),
)
