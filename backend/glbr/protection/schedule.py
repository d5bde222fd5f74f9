"""When copies are made: which recurrence takes which days, minutes and times.

The ranges are those of HPE's schema `Schedule`. Values that are not of the expected type are unknown as yet (or refused
elsewhere) and are passed over.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from glbr.protection.problem import Path, Problem

TIME_OF_DAY: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
"""HH:MM, 00:00 to 23:59."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What one recurrence allows."""

    most_every: int | None
    on: range | None
    on_means: str
    has_start_time: bool


RECURRENCES: Final = {
    "BY_MINUTES": Recurrence(60, None, "nothing", has_start_time=False),
    "HOURLY": Recurrence(24, range(60), "the minute of the hour, 0 to 59", has_start_time=False),
    "DAILY": Recurrence(None, None, "nothing", has_start_time=True),
    "WEEKLY": Recurrence(None, range(7), "the weekday, 0 (Monday) to 6 (Sunday)", has_start_time=True),
    "MONTHLY": Recurrence(None, range(32), "the day of the month, 1 to 31, or 0 for the last", has_start_time=True),
}
"""Every recurrence HPE knows."""


def schedule_problems(schedule: Mapping[str, object], path: Path) -> Iterator[Problem]:
    """Check one cadence: step, days and times must fit its recurrence."""
    recurrence = schedule.get("recurrence")
    allowed = RECURRENCES.get(recurrence) if isinstance(recurrence, str) else None
    if allowed is None:
        return
    yield from _interval_problems(schedule.get("repeat_interval"), str(recurrence), allowed, path)
    if schedule.get("start_time") is not None and not allowed.has_start_time:
        yield Problem(
            (*path, "start_time"),
            f"{recurrence} has no start time",
            "start_time is only for DAILY, WEEKLY and MONTHLY. Remove it, or narrow the day with active_time.",
        )
    if schedule.get("active_time") is not None and allowed.has_start_time:
        yield Problem(
            (*path, "active_time"),
            f"{recurrence} has no active window",
            "active_time is only for BY_MINUTES and HOURLY. Remove it, or set start_time.",
        )


def _interval_problems(interval: object, recurrence: str, allowed: Recurrence, path: Path) -> Iterator[Problem]:
    if not isinstance(interval, Mapping):
        return
    every, on = interval.get("every"), interval.get("on")
    where = (*path, "repeat_interval")
    if isinstance(every, int) and (every < 1 or (allowed.most_every is not None and every > allowed.most_every)):
        most = f"1 to {allowed.most_every}" if allowed.most_every else "1 and more"
        yield Problem(
            (*where, "every"),
            f"{recurrence} cannot step by {every}",
            f"Given: every = {every}. Allowed for {recurrence}: {most}.",
        )
    if not isinstance(on, list) or not on:
        return
    if allowed.on is None:
        yield Problem((*where, "on"), f"{recurrence} takes no 'on'", f"Given: on = {on}. Remove it for {recurrence}.")
        return
    for position, day in enumerate(on):
        if isinstance(day, int) and day not in allowed.on:
            yield Problem(
                (*where, "on", position),
                f"{day} is outside of {recurrence}",
                f"Given: {day}. For {recurrence}, 'on' is {allowed.on_means}.",
            )
