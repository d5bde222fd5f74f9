"""DP-RET-002: backups do not reach back far enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import outlasts
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable
from glbr.review.rules.regimes import Applied, Regime, by_kind, place
from glbr.review.rules.retention.longest import kept_words, longest_retention
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period

_BACKUPS: Final = ("BACKUP", "CLOUD_BACKUP")


@dataclass(frozen=True, slots=True)
class _Limits:
    least: Period | None
    each_tier: bool


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find what has no backup that is kept for the minimum; with `each_tier`, every backup tier that has none."""
    limits = _Limits(period(parameters, "at_least"), bool(parameters["each_tier"]))
    return each_regime(analysis, partial(_look, rule, analysis, limits))


def _look(rule: Rule, analysis: Analysis, limits: _Limits, regime: Regime) -> Iterator[Finding]:
    if limits.least is None or not regime.is_protected:
        return
    opaque = regime.opaque(regime.tiers_after)
    backups = {kind: found for kind, found in by_kind(regime.after).items() if kind in _BACKUPS}
    together = [one for found in backups.values() for one in found]
    judged = backups.items() if limits.each_tier else [("", together)] if together else []
    enough = [_reaches(found, limits.least) for _, found in judged]
    if opaque and not (enough and all(enough)):
        message = "How far back backups reach cannot be seen: tiers or schedules of the policy are not known."
        yield undecidable(rule, analysis, regime, message)
        return
    for (kind, found), reached in zip(judged, enough, strict=True):
        if not reached:
            yield _short(rule, analysis, limits.least, regime, found, kind)


def _reaches(found: Sequence[Applied], least: Period) -> bool:
    """Whether one schedule surely keeps its copies for the minimum."""
    keeps = [one.schedule.keep for one in found]
    return any(keep.is_absent or (keep.value is not None and not outlasts(least, keep.value)) for keep in keeps)


def _short(
    rule: Rule, analysis: Analysis, least: Period, regime: Regime, found: Sequence[Applied], kind: str
) -> Finding:
    unknown = next((one for one in found if one.schedule.keep.is_unknown), None)
    if unknown is not None:
        message = f"Whether a backup is kept for {least} or more is not known."
        return undecidable(rule, analysis, regime, message, unknown, "expire_after")
    longest = longest_retention(one.schedule for one in found)
    first = next(one for one in found if one.schedule.keep == longest)
    what = "This tier" if kind else "No backup"
    return told(
        rule,
        regime,
        place(analysis, regime, first, "expire_after", (longest.origin,)),
        f"{what} reaches back {longest} at most; at least {least} is wanted."
        if kind
        else f"{what} reaches back further than {longest}; at least {least} is wanted.",
        after=kept_words(longest),
        tier=kind,
        covers=() if kind else ("DP-RET-006",),
    )


RULE = Rule(
    id="DP-RET-002",
    title="Retention below the minimum",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "Whoever finds out on the fifth of a month that last month's figures are wrong needs a copy from before. With less "
        "than five weeks of backups there is none. One tier that reaches back far enough will do, the others may be short."
    ),
    fix="Give a schedule of a BACKUP or CLOUD_BACKUP tier an `expire_after` of the minimum or more, or add a weekly one.",
    sources=("AWS Audit Manager BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK",),
    judge=judge,
    parameters={
        "at_least": Parameter(
            "35 days",
            "Least retention of the longest-kept backup.",
            "AWS Audit Manager BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK",
            kind="period",
        ),
        "each_tier": Parameter(
            False,
            "Whether every backup tier has to reach back so far, rather than one of them.",
            "AWS asks it of one rule of a plan",
        ),
    },
    fires=Example(
        after=(
            Set(POLICY, f"{BACKUP}.schedules[0].expire_after", "2 weeks"),
            Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "1 month"),
        )
    ),
    quiet=Example(after=(Set(POLICY, f"{BACKUP}.schedules[0].expire_after", "2 weeks"),)),
)
