"""When a schedule runs by itself: HPE's recurrences as instants.

HPE publishes what a recurrence means, not where it is counted from. Decided here, and to be
revised when a real account tells otherwise:

* BY_MINUTES and HOURLY are counted from midnight UTC of each day, because their active window is
  documented as UTC. Steps that do not divide the day start anew at midnight.
* The active window includes both its ends and may cross midnight.
* DAILY, WEEKLY and MONTHLY run at `startTime` (00:00 when left out) in the zone of the Data
  Orchestrator. A local time that a clock change skips runs one hour later.
* DAILY every n counts days, WEEKLY every n weeks (from Monday), MONTHLY every n months, each from
  the one that holds the moment the job took effect.
* WEEKLY without `on` runs on Monday, MONTHLY without `on` on the first, HOURLY at the full hour.
* MONTHLY on 0 is the last day; a month without a 29th, 30th or 31st has no run on that day.
* The moment a job takes effect is its first run, whatever the window; what is here comes after it.
"""

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from glbr.simulator.contract.document import JsonObject

_DAY = 86400
_MINUTES_A_DAY = 1440
_LAST_MIDNIGHT = datetime(9999, 12, 31, tzinfo=UTC).timestamp() - _DAY
# A MONTHLY schedule may never meet its day (30 February, every 12 months): stop looking after this many tries.
_TRIES = 100


class Cadence:
    """The periodic instants of one schedule of one job, in seconds since 1970."""

    def __init__(self, schedule: JsonObject, start: float, zone: ZoneInfo) -> None:
        """Read one schedule.

        Args:
            schedule: HPE's `Schedule`.
            start: when the job took effect, seconds since 1970.
            zone: zone of `startTime`.
        """
        self._start = start
        self._zone = zone
        self._recurrence: str = schedule["recurrence"]
        self._every: int = schedule["repeatInterval"]["every"]
        self._on: list[int] = sorted(set(schedule["repeatInterval"].get("on") or ()))
        self._time = time.fromisoformat(schedule.get("startTime") or "00:00")
        self._offsets = _offsets(self._recurrence, self._every, self._on, schedule.get("activeTime"))
        # No zone leads over the end of the calendar.
        self._first_day = datetime.fromtimestamp(min(start, _LAST_MIDNIGHT), zone).date()

    def between(self, after: float, until: float) -> list[int]:
        """Instants later than `after` and not later than `until`, in order."""
        after = max(after, self._start)
        if until <= after:
            return []
        if self._offsets is not None:
            return self._within_days(self._offsets, after, until)
        last_day = datetime.fromtimestamp(until, self._zone).date()
        instants = []
        for day in self._days(datetime.fromtimestamp(after, self._zone).date()):
            if day > last_day:
                break
            instant = self._instant(day)
            if after < instant <= until:
                instants.append(instant)
        return instants

    def next_after(self, after: float) -> int | None:
        """The next instant, or None when there will never be one."""
        after = max(after, self._start)
        if self._offsets is not None:
            upcoming = self._within_days(self._offsets, after, after + 2 * _DAY)
            return upcoming[0] if upcoming else None
        days = self._days(datetime.fromtimestamp(after, self._zone).date())
        return next((instant for instant in map(self._instant, days) if instant > after), None)

    def _within_days(self, offsets: list[int], after: float, until: float) -> list[int]:
        midnights = range(int(after // _DAY) * _DAY, int(until) + 1, _DAY)
        return [midnight + offset for midnight in midnights for offset in offsets if after < midnight + offset <= until]

    def _instant(self, day: date) -> int:
        return int(datetime.combine(day, self._time, self._zone).astimezone(UTC).timestamp())

    def _days(self, around: date) -> Iterator[date]:
        """Days of runs from a little before `around` on; the calendar ends with the year 9999."""
        try:
            yield from self._endless_days(around)
        except (OverflowError, ValueError):
            return

    def _endless_days(self, around: date) -> Iterator[date]:
        if self._recurrence == "DAILY":
            return self._stepped_days(around)
        if self._recurrence == "WEEKLY":
            return self._days_of_weeks(around)
        return self._days_of_months(around)

    def _stepped_days(self, around: date) -> Iterator[date]:
        steps = max(0, (around - self._first_day).days // self._every)
        day = self._first_day + timedelta(days=steps * self._every)
        while True:
            yield day
            day += timedelta(days=self._every)

    def _days_of_weeks(self, around: date) -> Iterator[date]:
        first_monday = self._first_day - timedelta(days=self._first_day.weekday())
        steps = max(0, (around - first_monday).days // 7 // self._every)
        while True:
            monday = first_monday + timedelta(weeks=steps * self._every)
            for weekday in self._on or [0]:
                yield monday + timedelta(days=weekday)
            steps += 1

    def _days_of_months(self, around: date) -> Iterator[date]:
        first_month = self._first_day.year * 12 + self._first_day.month - 1
        steps = max(0, (around.year * 12 + around.month - 1 - first_month) // self._every)
        tries = 0
        while tries < _TRIES:
            year, month = divmod(first_month + steps * self._every, 12)
            days_in_month = calendar.monthrange(year, month + 1)[1]
            met = sorted({number or days_in_month for number in self._on or [1]} & set(range(1, days_in_month + 1)))
            yield from (date(year, month + 1, number) for number in met)
            tries = 0 if met else tries + 1
            steps += 1


def _offsets(recurrence: str, every: int, on: list[int], window: JsonObject | None) -> list[int] | None:
    """Seconds after midnight of the runs within a day; None for the recurrences of whole days."""
    if recurrence == "BY_MINUTES":
        minutes = list(range(0, _MINUTES_A_DAY, every))
    elif recurrence == "HOURLY":
        minutes = [hour * 60 + minute for hour in range(0, 24, every) for minute in on or [0]]
    else:
        return None
    if window:
        opens, closes = _minute(window["activeFromTime"]), _minute(window["activeUntilTime"])
        minutes = [minute for minute in minutes if _is_open(minute, opens, closes)]
    return [minute * 60 for minute in minutes]


def _minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _is_open(minute: int, opens: int, closes: int) -> bool:
    if opens <= closes:
        return opens <= minute <= closes
    return minute >= opens or minute <= closes
