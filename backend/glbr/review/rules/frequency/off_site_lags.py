"""DP-RPO-005: the off-site copy is much older than the local one."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from glbr.protection.period import Period
from glbr.protection.words import gap_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import end
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import worst_gap
from glbr.review.rules.from_shifts import each_regime, told, undecidable, unseen
from glbr.review.rules.regimes import Regime, by_kind, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number, period


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Hold the worst gap of cloud backups against that of local ones, and against an objective if there is one."""
    limits = number(parameters, "factor"), period(parameters, "objective")
    return each_regime(analysis, partial(_look, rule, analysis, limits))


def _look(rule: Rule, analysis: Analysis, limits: tuple[float, Period | None], regime: Regime) -> Iterator[Finding]:
    yield from unseen(rule, analysis, regime)
    kinds = by_kind(regime.after)
    cloud, local = kinds.get("CLOUD_BACKUP", []), kinds.get("BACKUP", [])
    factor, objective = limits
    if not cloud or (not local and objective is None):
        return
    off_site, here = worst_gap(analysis, cloud), worst_gap(analysis, local)
    if off_site is None or here is None:
        message = "How far the off-site copy lags behind is not known."
        unknown = next((one for one in (*cloud, *local) if one.schedule.cadence.is_unknown), cloud[0])
        yield undecidable(rule, analysis, regime, message, unknown, "schedule")
        return
    wanted: list[tuple[timedelta, str]] = []
    if objective is not None:
        wanted.append((end(objective, analysis.now) - analysis.now, f"{objective} is the objective off-site"))
    if here.length is not None:
        limit = here.length * factor
        wanted.append(
            (limit, f"local backups are at most {here} apart, and off-site ones may be {gap_in_words(limit)} apart")
        )
    missed = next((words for limit, words in wanted if off_site.exceeds(limit)), None)
    if missed is not None:
        yield told(
            rule,
            regime,
            place(analysis, regime, cloud[0], "schedule"),
            f"Who loses the site loses up to {off_site} of work: {missed}."
            if off_site.length is not None
            else f"Who loses the site loses all work that no old copy holds: no cloud backup is ever made; {missed}.",
            after=f"worst gap {off_site}" if off_site.length is not None else "no cloud backups",
            tier="CLOUD_BACKUP",
            schedule=cloud[0].schedule.number.value if len(cloud) == 1 else None,
        )


RULE = Rule(
    id="DP-RPO-005",
    title="Off-site copy lags behind",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy",),
    explain=(
        "Reports show the best gap of all tiers. When the site burns, snapshots and local backups burn with it, and what "
        "counts is the last copy that had left the building. If that one is made much more rarely, losing the site costs "
        "many times what the report says."
    ),
    fix="Run the cloud schedule more often, or agree on an off-site objective and give it as this rule's parameter.",
    sources=("NIST SP 800-53 CP-6", "3-2-1-1-0 rule"),
    judge=judge,
    parameters={
        "factor": Parameter(
            7,
            "How many times the worst gap of local backups that of cloud backups may be.",
            "Our choice: a day and a week",
        ),
        "objective": Parameter("", "Longest time between two cloud backups; empty for none.", "None", kind="period"),
    },
    fires=Example(
        after=(
            Set(
                POLICY,
                f"{CLOUD_BACKUP}.schedules[0].schedule",
                {"recurrence": "MONTHLY", "repeat_interval": {"every": 1}, "start_time": "03:00"},
            ),
        )
    ),
    quiet=Example(
        after=(
            Set(
                POLICY,
                f"{CLOUD_BACKUP}.schedules[0].schedule",
                {"recurrence": "WEEKLY", "repeat_interval": {"every": 1}, "start_time": "03:00"},
            ),
        )
    ),
)
