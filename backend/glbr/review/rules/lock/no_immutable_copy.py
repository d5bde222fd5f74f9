"""DP-LOCK-003: no backup is locked for long enough to outlast an attack."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from glbr.protection.period import Period
from glbr.protection.schedule_comparison import lock_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import outlasts
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable
from glbr.review.rules.lock.longest import has_unknown_lock, longest_lock
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period

_RESTORABLE: Final = ("BACKUP", "CLOUD_BACKUP")
"""Tiers that one can restore from when the array is lost; logs alone restore nothing."""

_ALSO: Final = (
    *("DP-LOCK-004", "DP-LOCK-005", "DP-LOCK-007", "DP-LOCK-008"),
    *("DP-RET-002", "DP-RET-003", "DP-RET-004", "DP-RET-006"),
    *("DP-RPO-002", "DP-RPO-003", "DP-RPO-004", "DP-RPO-005"),
)
"""What cannot be judged either, for the same reason, when the tiers cannot be seen."""


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find what is protected without one copy off the array that is locked for the minimum."""
    return each_regime(analysis, partial(_look, rule, analysis, period(parameters, "at_least")))


def _look(rule: Rule, analysis: Analysis, minimum: Period | None, regime: Regime) -> Iterator[Finding]:
    if minimum is None or not regime.is_protected:
        return
    backups = [one for one in regime.after if one.kind in _RESTORABLE]
    longest = longest_lock(backups)
    if longest is not None and not outlasts(minimum, longest):
        return
    if regime.opaque(regime.tiers_after):
        message = "Whether any copy is locked cannot be seen: tiers or schedules of the policy are not known."
        yield undecidable(rule, analysis, regime, message, covers=_ALSO)
    elif has_unknown_lock(backups):
        message = f"Whether any copy is locked for {minimum} or more is not known."
        first = next(one for one in backups if one.schedule.lock.is_unknown)
        yield undecidable(rule, analysis, regime, message, first, "lock_for")
    else:
        first_of_all = next(iter(backups), None)
        least = f"the longest lock of a backup is {longest}" if longest else "no backup is locked"
        yield told(
            rule,
            regime,
            place(analysis, regime, first_of_all, "lock_for"),
            f"No copy is safe from an administrator's password: {least}, and at least {minimum} is wanted.",
            after=lock_in_words(longest),
        )


RULE = Rule(
    id="DP-LOCK-003",
    title="No immutable copy",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "Ransomware that gets hold of an administrator's account deletes backups before it encrypts anything. One copy has "
        "to be out of everybody's reach for a while. Snapshots do not count: they live and die with the array that holds the "
        "data."
    ),
    fix="Write `lock_for` on a schedule of a BACKUP or CLOUD_BACKUP tier: seven days at least, four weeks are better.",
    sources=("3-2-1-1-0 rule", "CISA #StopRansomware guide", "CIS Controls v8 11.4"),
    judge=judge,
    parameters={
        "at_least": Parameter(
            "7 days",
            "Shortest lock that counts as immutable.",
            "Our choice: a week lets an attack over a long weekend be noticed",
            kind="period",
        )
    },
    fires=Example(
        after=(
            Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "2 days"),
            Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "6 days"),
        )
    ),
    quiet=Example(
        after=(
            Set(POLICY, f"{BACKUP}.schedules[0].lock_for", None),
            Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "1 week"),
        )
    ),
)
