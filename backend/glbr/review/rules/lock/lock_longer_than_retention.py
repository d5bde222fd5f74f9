"""DP-LOCK-004: a copy is to be locked for longer than it is to live."""

from collections.abc import Iterator
from functools import partial

from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import outlasts
from glbr.review.rules.estate import JOB
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime
from glbr.review.rules.lock.against_retention import against_retention
from glbr.review.rules.lock.job_override import job_override
from glbr.review.rules.regimes import Applied, Regime
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find schedules whose lock in force outlasts the retention in force."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    return against_retention(rule, analysis, regime, "Whether the lock outlasts the retention", _complaint)


def _complaint(one: Applied, lock: Period, keep: Period) -> str:
    if not outlasts(lock, keep):
        return ""
    return (
        f"{one.label} keeps its copies for {keep} and locks them for {lock}: HPE either refuses that, or keeps them for longer "
        "than planned."
    )


RULE = Rule(
    id="DP-LOCK-004",
    title="Lock longer than retention",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "A copy cannot be locked and expired at the same time. Either HPE refuses the setting, and copies are not made as "
        "planned, or it keeps each copy until its lock ends, and the store fills up with what nobody wanted to keep. A "
        "policy is checked for this when it is written; a job's override of one of the two gets past that check."
    ),
    fix="Write a `lock_for` that is as long as `expire_after` or shorter, in the policy and in every override.",
    sources=("HPE GreenLake Backup and Recovery API: protection policies", "AWS Backup Vault Lock"),
    judge=judge,
    fires=Example(after=(Set(JOB, "overrides", job_override(lock_for="2 months")),)),
    quiet=Example(after=(Set(JOB, "overrides", job_override(lock_for="35 days")),)),
)
