"""DP-LOCK-005: most of a copy's life is spent unlocked."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import end
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime
from glbr.review.rules.lock.against_retention import against_retention
from glbr.review.rules.regimes import Applied, Regime
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find locks that are a small share of the retention, counted by the calendar from the plan's moment."""
    return each_regime(analysis, partial(_look, rule, analysis, number(parameters, "least_percent")))


def _look(rule: Rule, analysis: Analysis, least: float, regime: Regime) -> Iterator[Finding]:
    complaint = partial(_complaint, analysis.now, least)
    return against_retention(rule, analysis, regime, "How much of its life a copy is locked", complaint)


def _complaint(now: datetime, least: float, one: Applied, lock: Period, keep: Period) -> str:
    share = 100 * ((end(lock, now) - now) / (end(keep, now) - now))
    if share >= least:
        return ""
    return (
        f"{one.label} keeps its copies for {keep} and locks them for {lock}: {_unlocked(share)} of its life a copy can be "
        "deleted."
    )


def _unlocked(share: float) -> str:
    """For how much of its life a copy is not locked, from the share in per cent for which it is."""
    return "for almost all" if share < 0.5 else f"for {100 - share:.0f} %"


RULE = Rule(
    id="DP-LOCK-005",
    title="Lock much shorter than retention",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "After an intrusion the old copies are the clean ones. If the lock covers only the first days of a long retention, "
        "just these old copies are the ones that anybody can delete."
    ),
    fix="Lengthen `lock_for` towards `expire_after`, in small steps: a lock cannot be taken back.",
    sources=("NCSC principle 3",),
    judge=judge,
    parameters={
        "least_percent": Parameter(10, "Smallest share of the retention that is locked, in per cent.", "Our choice")
    },
    fires=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "7 years"),)),
    quiet=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "9 months"),)),
)
