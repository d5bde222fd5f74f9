"""DP-LOCK-005: most of a copy's life is spent unlocked."""

from collections.abc import Iterator
from functools import partial

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import end
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable, unseen
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find locks that are a small share of the retention, counted by the calendar from the plan's moment."""
    return each_regime(analysis, partial(_look, rule, analysis, number(parameters, "least_percent")))


def _look(rule: Rule, analysis: Analysis, least: float, regime: Regime) -> Iterator[Finding]:
    yield from unseen(rule, analysis, regime)
    for one in regime.after:
        lock, keep = one.schedule.lock, one.schedule.keep
        if lock.is_absent or keep.is_absent:
            continue
        if lock.value is None or keep.value is None:
            message = f"How much of its life a copy is locked is not known: lock {lock}, retention {keep}."
            yield undecidable(rule, analysis, regime, message, one, "lock_for" if lock.is_unknown else "expire_after")
            continue
        now = analysis.now
        share = 100 * ((end(lock.value, now) - now) / (end(keep.value, now) - now))
        if share < least:
            yield told(
                rule,
                regime,
                place(analysis, regime, one, "lock_for", (lock.origin, keep.origin)),
                f"{one.label} keeps its copies for {keep} and locks them for {lock}: for {100 - share:.0f} % of "
                "its life a copy can be deleted.",
                after=f"kept {keep}, locked {lock}",
                tier=one.kind,
                schedule=one.schedule.number.value,
            )


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
