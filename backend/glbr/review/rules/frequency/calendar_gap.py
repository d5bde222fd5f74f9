"""DP-RPO-004: the calendar leaves out copies that the setting seems to promise."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from glbr.protection.cadence import Cadence
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import worst_gap
from glbr.review.rules.from_shifts import each_regime, told, undecidable, unseen
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule

_SHORTEST_MONTH: Final = 28


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find months without a copy, weeks without one, and copies that are made more often than what they are made from."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    yield from unseen(rule, analysis, regime)
    numbered = {one.schedule.number.value: one for one in regime.after}
    for one in regime.after:
        cadence = one.schedule.cadence.value
        if cadence is None:
            message = "Whether the calendar leaves out copies is not known."
            yield undecidable(rule, analysis, regime, message, one, "schedule")
            continue
        source = numbered.get(one.schedule.source.value) if one.schedule.source.is_known else None
        message, attribute = _left_out(analysis, one, cadence, source)
        if message:
            yield told(
                rule,
                regime,
                place(analysis, regime, one, attribute),
                message,
                after=str(cadence),
                tier=one.kind,
                schedule=one.schedule.number.value,
            )


def _left_out(analysis: Analysis, one: Applied, cadence: Cadence, source: Applied | None) -> tuple[str, str]:
    """What is left out, and the attribute that does it; nothing when every copy is made."""
    if cadence.recurrence == "MONTHLY" and cadence.on and all(day > _SHORTEST_MONTH for day in cadence.on):
        days = " and ".join(map(str, cadence.on))
        return (
            f"{one.label} runs on day {days} of a month: in a shorter month it makes no copy at all.",
            "schedule.repeat_interval.on",
        )
    if cadence.recurrence == "WEEKLY" and cadence.every > 1:
        return (
            f"{one.label} runs in one week of {cadence.every}: every other week has no copy of it."
            if cadence.every == 2
            else f"{one.label} runs in one week of {cadence.every}: the weeks between have no copy of it.",
            "schedule.repeat_interval.every",
        )
    if source is not None and source.schedule.cadence.is_known:
        own, of_source = worst_gap(analysis, (one,)), worst_gap(analysis, (source,))
        if own and of_source and own.length is not None and of_source.exceeds(own.length):
            rhythm = f"runs every {of_source} by itself: what it copies may be that old"
            if of_source.length is None:
                rhythm = "never runs by itself: it has nothing new to copy"
            message = (
                f"{one.label} runs at least every {own}, but is made from {source.schedule.label}, which {rhythm}."
            )
            return message, "source_protection_schedule_id"
    return "", ""


def _monthly(*on: int) -> Mapping[str, object]:
    return {"recurrence": "MONTHLY", "repeat_interval": {"every": 1, "on": list(on)}, "start_time": "05:00"}


def _archive(*on: int) -> Mapping[str, object]:
    return {"schedule_id": 4, "source_protection_schedule_id": 2, "expire_after": "1 year", "schedule": _monthly(*on)}


RULE = Rule(
    id="DP-RPO-004",
    title="Calendar leaves out copies",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("policy",),
    explain=(
        "On the 31st means seven times a year, not twelve. Weekly with a step of two means that every second week has no "
        "copy. And a copy that is made every day from one that is made every week is the same data seven times over, unless "
        "HPE renews the older one first. Each of them reads as more than it is."
    ),
    fix="Write day 0, the last of the month, instead of 29 to 31; a step of 1; and a source that runs as often as its copies.",
    sources=("HPE GreenLake Backup and Recovery API: protection policies",),
    judge=judge,
    fires=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", _archive(31)),)),
    quiet=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", _archive(0)),)),
)
