"""The arithmetic of one rhythm: which instants it has, and how many, without listing more than is asked for.

Instants are whole seconds since 1970 here, days are Python's ordinals: both count and compare quickly.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import lru_cache
from heapq import merge
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from glbr.protection.cadence import Cadence

DAY: Final = 86400
"""Seconds of a day in UTC."""

_NEARBY: Final = 2000 * DAY
_EPOCH: Final = date(1970, 1, 1).toordinal()
# No zone leads over the ends of the calendar.
_FIRST_DAY: Final = date.min.toordinal() + 2
_LAST_DAY: Final = date.max.toordinal() - 2


def seconds(moment: datetime) -> int:
    """An aware moment as the whole second that holds it."""
    return int(moment.timestamp() // 1)


def moment_of(instant: int) -> datetime:
    """An instant as an aware moment in UTC."""
    return datetime.fromtimestamp(instant, UTC)


def midnight(day: int) -> int:
    """The instant at which a day begins in UTC."""
    return (day - _EPOCH) * DAY


def day_of(instant: int) -> int:
    """The day in UTC that holds an instant."""
    return instant // DAY + _EPOCH


@lru_cache(maxsize=4096)
def offsets(cadence: "Cadence") -> tuple[int, ...] | None:
    """The runs of BY_MINUTES and HOURLY in seconds after each midnight, in order; None for rhythms of whole days."""
    if cadence.recurrence == "BY_MINUTES":
        runs = range(0, DAY, 60 * cadence.every)
        found = list(runs)
    elif cadence.recurrence == "HOURLY":
        found = [hour * 3600 + minute * 60 for hour in range(0, 24, cadence.every) for minute in cadence.on or (0,)]
    else:
        return None
    if cadence.window is None:
        return tuple(found)
    opens, closes = (_time_of_day(text) for text in cadence.window)
    # A window that closes before it opens goes over midnight: it is open where the other one is not.
    if opens <= closes:
        return tuple(run for run in found if opens <= run <= closes)
    return tuple(run for run in found if not closes < run < opens)


class Instants:
    """The instants of one cadence, for a job that took effect at `start`, without its first run."""

    def __init__(self, cadence: "Cadence", start: int, zone: ZoneInfo) -> None:
        """Anchor a cadence.

        Args:
            cadence: The rhythm.
            start: What every n days, weeks or months are counted from. Instants before it are found, too.
            zone: Zone of the start time.
        """
        self._cadence = cadence
        self._zone = None if zone.key == "UTC" else zone
        self._offsets = offsets(cadence)
        self._seconds = _time_of_day(cadence.start_time or "00:00")
        self._time = time(self._seconds // 3600, self._seconds // 60 % 60)
        self._first = self._local_day(start)
        self._listed: tuple[int, int, list[int]] = start, start, []

    def between(self, after: int, until: int) -> list[int]:
        """Instants later than `after` and not later than `until`, in order."""
        if until <= after:
            return []
        if self._offsets is not None:
            days = range(after - after % DAY, until + 1, DAY)
            return [day + offset for day in days for offset in self._offsets if after < day + offset <= until]
        days_around = self._days(self._local_day(after) - 1, self._local_day(until) + 1)
        found = [instant for instant in map(self._instant, days_around) if after < instant <= until]
        # Where a zone left out a whole day, two days of runs fall together.
        return found if self._zone is None else list(dict.fromkeys(found))

    def number(self, after: int, until: int) -> int:
        """How many there are in the same stretch; only those of MONTHLY are listed, once."""
        if until <= after:
            return 0
        if self._offsets is not None:
            return self._passed(until) - self._passed(after)
        if self._cadence.recurrence == "MONTHLY":
            return self._listed_number(after, until)
        first, last = self._local_day(after), self._local_day(until)
        if last - first < 4:
            return len(self.between(after, until))
        edges = (*self._days(first - 1, first + 1), *self._days(last - 1, last + 1))
        whole_days = sum(map(len, self._progressions(first + 2, last - 2)))
        return whole_days + sum(after < self._instant(day) <= until for day in edges)

    def first(self, after: int, until: int) -> int | None:
        """The earliest one of the same stretch; None for none."""
        if self._offsets is not None:
            if not self._offsets:
                return None
            place = bisect_right(self._offsets, after % DAY)
            days, place = divmod(place, len(self._offsets))
            found: int | None = after - after % DAY + days * DAY + self._offsets[place]
        else:
            days_around = self._days(self._local_day(after) - 1, self._local_day(until) + 1)
            found = next((instant for instant in map(self._instant, days_around) if instant > after), None)
        return found if found is not None and found <= until else None

    def _passed(self, instant: int) -> int:
        """Runs since 1970, for rhythms within the day."""
        runs = self._offsets or ()
        return instant // DAY * len(runs) + bisect_right(runs, instant % DAY)

    def _listed_number(self, after: int, until: int) -> int:
        begin, end, runs = self._listed
        if after < begin or until > end:
            # Whoever asks once asks again nearby.
            begin, end = min(after, begin) - _NEARBY, max(until, end) + _NEARBY
            runs = self.between(begin, end)
            self._listed = begin, end, runs
        return bisect_right(runs, until) - bisect_right(runs, after)

    def _local_day(self, instant: int) -> int:
        if self._zone is None:
            day = day_of(instant)
        else:
            within = min(max(instant, midnight(_FIRST_DAY)), midnight(_LAST_DAY))
            day = datetime.fromtimestamp(within, self._zone).toordinal()
        return min(max(day, _FIRST_DAY), _LAST_DAY)

    def _instant(self, day: int) -> int:
        if self._zone is None:
            return midnight(day) + self._seconds
        return int(datetime.combine(date.fromordinal(day), self._time, self._zone).timestamp())

    def _days(self, first: int, last: int) -> Iterator[int]:
        """Days of runs from `first` to `last`, in order."""
        if self._cadence.recurrence == "MONTHLY":
            return self._days_of_months(max(first, _FIRST_DAY), min(last, _LAST_DAY))
        return merge(*self._progressions(first, last))

    def _progressions(self, first: int, last: int) -> list[range]:
        """Days of DAILY and WEEKLY: each weekday alone recurs at equal distance."""
        if self._cadence.recurrence == "DAILY":
            anchors, step = [self._first], self._cadence.every
        else:
            # Day 1 of the calendar was a Monday.
            monday = self._first - (self._first - 1) % 7
            anchors, step = [monday + weekday for weekday in self._cadence.on or (0,)], 7 * self._cadence.every
        first, last = max(first, _FIRST_DAY), min(last, _LAST_DAY)
        return [range(first + (anchor - first) % step, last + 1, step) for anchor in anchors]

    def _days_of_months(self, first: int, last: int) -> Iterator[int]:
        origin, month, final = (_month_of(day) for day in (self._first, first, last))
        month += (origin - month) % self._cadence.every
        for number in range(month, final + 1, self._cadence.every):
            one = date(number // 12, number % 12 + 1, 1).toordinal()
            length = monthrange(number // 12, number % 12 + 1)[1]
            wanted = sorted({day or length for day in self._cadence.on or (1,)})
            yield from (one + day - 1 for day in wanted if day <= length and first <= one + day - 1 <= last)


def _month_of(day: int) -> int:
    on = date.fromordinal(day)
    return on.year * 12 + on.month - 1


def _time_of_day(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * 3600 + int(minutes) * 60
