"""When a schedule runs by itself: HPE's recurrences as instants.

HPE publishes what a recurrence means, not where it is counted from. Assumed, in this one place:

* BY_MINUTES and HOURLY are counted from midnight UTC of each day, because their active window is documented as UTC. The
  window includes both its ends and may cross midnight.
* DAILY, WEEKLY and MONTHLY run at `start_time` (00:00 when left out) in the zone of the Data Orchestrator; every n counts
  days, weeks (from Monday) or months from the one that holds the moment the job took effect.
* WEEKLY without `on` runs on Monday, MONTHLY without `on` on the first, HOURLY at the full hour.
* MONTHLY on 0 is the last day; a month without a 29th, 30th or 31st has no run on that day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from glbr.protection.instants import Instants, moment_of, seconds
from glbr.protection.schedule import RECURRENCES, TIME_OF_DAY
from glbr.protection.setting import Setting, not_understood
from glbr.protection.words import counted, listed

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""HPE counts weekdays from 0, Monday."""

_USUAL_DAY: Final = {"HOURLY": (0,), "WEEKLY": (0,), "MONTHLY": (1,)}
_UNITS: Final = {"BY_MINUTES": "minute", "HOURLY": "hour", "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month"}
_ONCE: Final = {"DAILY": "daily", "WEEKLY": "weekly", "MONTHLY": "monthly"}
_MIDNIGHT: Final = "00:00"
_WHOLE_DAY: Final = (_MIDNIGHT, "23:59")


@dataclass(frozen=True, slots=True)
class Cadence:
    """One rhythm. Equal rhythms are equal, and can be keys.

    Attributes:
        recurrence: `BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`.
        every: Step within the recurrence, 1 or more.
        on: Minutes, weekdays (0 is Monday) or days of the month (0 is the last), sorted; empty for the usual one.
        start_time: HH:MM, for DAILY and longer; None for midnight.
        window: First and last HH:MM of a day at which a copy may start, UTC; for BY_MINUTES and HOURLY. None for all day.
    """

    recurrence: str
    every: int
    on: tuple[int, ...] = ()
    start_time: str | None = None
    window: tuple[str, str] | None = None

    @classmethod
    def of(cls, schedule: object) -> Setting["Cadence"]:
        """Read HPE's `Schedule`; unknown as a whole when a part of it is unknown.

        What a recurrence does not take, such as a start time of HOURLY, says nothing and is left out.
        """
        if schedule is None:
            return Setting("absent")
        interval = schedule.get("repeat_interval") if isinstance(schedule, Mapping) else None
        if not isinstance(schedule, Mapping) or not isinstance(interval, Mapping):
            return Setting("unknown")
        recurrence, every = schedule.get("recurrence"), interval.get("every")
        allowed = RECURRENCES.get(recurrence) if isinstance(recurrence, str) else None
        if allowed is None or not isinstance(recurrence, str):
            return not_understood(recurrence)
        if not isinstance(every, int) or isinstance(every, bool):
            return not_understood(every, what="every")
        if every < 1 or (allowed.most_every is not None and every > allowed.most_every):
            return not_understood(every, what=f"{recurrence} every")  # refused where it stands
        on, start_time = _numbers(interval.get("on"), allowed.on), schedule.get("start_time")
        window = _window(schedule.get("active_time"))
        if on is None:
            return not_understood(_odd_one(interval.get("on"), allowed.on), what=f"{recurrence} on")
        if window is None:
            return not_understood(_odd_end(schedule.get("active_time")), what="active time")
        if not (start_time is None or _is_time(start_time)):
            return not_understood(start_time, what="start time")
        # Equal rhythms shall be equal, however much of the usual they spell out.
        return Setting(
            "known",
            cls(
                recurrence,
                every,
                () if on == _USUAL_DAY.get(recurrence) else on,
                str(start_time) if allowed.has_start_time and start_time not in (None, _MIDNIGHT) else None,
                None if allowed.has_start_time or window == _WHOLE_DAY else window,
            ),
        )

    def between(self, start: datetime, after: datetime, until: datetime, zone: ZoneInfo) -> list[datetime]:
        """Runs later than `after` and not later than `until`, in order, as aware moments in UTC.

        Args:
            start: When the job took effect, aware; no run is earlier, and the first run, at that moment, is not among them.
            after: Begin of the stretch, aware.
            until: End of the stretch, aware.
            zone: Zone of the start time.
        """
        begin = seconds(start)
        instants = Instants(self, begin, zone)
        return [moment_of(instant) for instant in instants.between(max(begin, seconds(after)), seconds(until))]

    def __str__(self) -> str:
        unit = _UNITS[self.recurrence]
        step = f"every {unit}" if self.every == 1 else f"every {counted(self.every, unit)}"
        if self.recurrence in _ONCE:
            rhythm = _ONCE[self.recurrence] if self.every == 1 else step
            return f"{rhythm}{self._days()} at {self.start_time or _MIDNIGHT}"
        hours = f", {self.window[0]} to {self.window[1]} UTC" if self.window else ""
        return f"{step}{self._days()}{hours}"

    def _days(self) -> str:
        if self.recurrence == "WEEKLY":
            return f" on {listed([WEEKDAYS[day] for day in self.on or (0,)])}"
        if self.recurrence == "MONTHLY":
            numbered = [_ordinal(day) for day in self.on or (1,) if day]
            return f" on {listed([*numbered, *(['the last day'] if 0 in self.on else [])])}"
        if self.recurrence == "HOURLY" and self.on:
            return f" at {'minute' if len(self.on) == 1 else 'minutes'} {listed([str(minute) for minute in self.on])}"
        return ""


def _numbers(on: object, allowed: range | None) -> tuple[int, ...] | None:
    """Minutes, weekdays or days of the month, sorted, each once; None when one of them is unknown."""
    if on is None or (allowed is None and isinstance(on, list)):
        return ()
    if not isinstance(on, list):
        return None
    # Whatever is none is unknown, or refused where it stands.
    return tuple(sorted(set(on))) if all(_is_day(day, allowed) for day in on) else None


def _is_day(day: object, allowed: range | None) -> bool:
    return isinstance(day, int) and not isinstance(day, bool) and day in (allowed or ())


def _odd_one(on: object, allowed: range | None) -> object:
    """The first of them that is out of range, or no number; else whatever is not known."""
    odd = [day for day in on if not _is_day(day, allowed)] if isinstance(on, list) else [on]
    return next((day for day in odd if isinstance(day, (str, int, float))), odd[0])


def _window(active_time: object) -> tuple[str, str] | None:
    """The two ends of an active window; None when one of them is unknown."""
    if active_time is None:
        return _WHOLE_DAY
    if not isinstance(active_time, Mapping):
        return None
    opens, closes = active_time.get("active_from_time"), active_time.get("active_until_time")
    return (str(opens), str(closes)) if _is_time(opens) and _is_time(closes) else None


def _odd_end(active_time: object) -> object:
    """The end that is no time of day; the whole where it is no window."""
    if not isinstance(active_time, Mapping):
        return active_time
    ends = (active_time.get("active_from_time"), active_time.get("active_until_time"))
    return next((end for end in ends if isinstance(end, (str, int, float)) and not _is_time(end)), None)


def _is_time(text: object) -> bool:
    return isinstance(text, str) and TIME_OF_DAY.fullmatch(text) is not None


def _ordinal(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"the {day}{ending}"
