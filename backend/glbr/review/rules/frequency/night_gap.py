"""DP-RPO-003: an active window hides a gap that is much longer than the step."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Final

from glbr.protection.words import gap_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import POLICY, SNAPSHOT
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import worst_gap
from glbr.review.rules.from_shifts import each_regime, told, undecidable, unseen
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number

_STEPS: Final = {"BY_MINUTES": timedelta(minutes=1), "HOURLY": timedelta(hours=1)}


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find schedules by the hour or minute whose worst gap is a multiple of their step."""
    return each_regime(analysis, partial(_look, rule, analysis, number(parameters, "factor")))


def _look(rule: Rule, analysis: Analysis, factor: float, regime: Regime) -> Iterator[Finding]:
    yield from unseen(rule, analysis, regime)
    for one in regime.after:
        cadence = one.schedule.cadence.value
        if cadence is None:
            message = "Whether an active window hides a gap is not known."
            yield undecidable(rule, analysis, regime, message, one, "schedule")
            continue
        if cadence.recurrence not in _STEPS or cadence.window is None:
            continue
        step, gap = _STEPS[cadence.recurrence] * cadence.every, worst_gap(analysis, (one,))
        if gap is not None and gap.exceeds(step * factor):
            first, last = cadence.window
            lie = f"between the last copy of one window and the first of the next lie {gap}"
            if gap.length is None:
                lie = "there is no copy in that time at all"
            yield told(
                rule,
                regime,
                place(analysis, regime, one, "schedule.active_time"),
                f"{one.label} reads as every {gap_in_words(step)}, but runs only from {first} to {last} UTC: {lie}.",
                after=f"worst gap {gap}" if gap.length is not None else "no recovery points",
                tier=one.kind,
                schedule=one.schedule.number.value,
            )


RULE = Rule(
    id="DP-RPO-003",
    title="Hidden night gap",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("policy",),
    explain=(
        "The setting reads as every four hours, and so it is reported. Outside of the active window no copy is made: who "
        "loses the array at the end of the gap loses a night or more, not four hours. The window is in UTC, so that it may "
        "not even be the night."
    ),
    fix="Widen `active_time` or leave it out, or add a copy in the middle of the gap.",
    sources=("HPE GreenLake Backup and Recovery API: protection policies",),
    judge=judge,
    parameters={
        "factor": Parameter(2, "How many steps the worst gap may be.", "Our choice: one copy may be missed"),
    },
    fires=Example(
        after=(
            Set(
                POLICY,
                f"{SNAPSHOT}.schedules[0].schedule.active_time",
                {"active_from_time": "16:15", "active_until_time": "20:15"},
            ),
        )
    ),
    quiet=Example(
        after=(
            Set(
                POLICY,
                f"{SNAPSHOT}.schedules[0].schedule.active_time",
                {"active_from_time": "03:00", "active_until_time": "21:00"},
            ),
        )
    ),
)
