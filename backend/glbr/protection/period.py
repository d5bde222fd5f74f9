"""How long a copy lives or stays locked: `14 days`, `6 months`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, datetime, timedelta
from functools import lru_cache
from typing import Final, Self

UNITS: Final = ("HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS")
"""HPE's units, shortest first."""

_WRITTEN = re.compile(r"([0-9]+)\s*([A-Za-z]+)")
_HOURS: Final = {"HOURS": 1, "DAYS": 24, "WEEKS": 168}
_MONTHS: Final = {"MONTHS": 1, "YEARS": 12}

# Every length a calendar month can follow: four years from a January hold one leap day, at each possible distance.
_YEAR_ZERO: Final = datetime(2023, 1, 1)  # noqa: DTZ001 - only differences of dates are used, no zone enters
_STARTS: Final = 4 * 365 + 1

_CYCLE: Final = {"hours": 146_097 * 24, "months": 400 * 12}
"""After 400 years the calendar repeats itself: so many hours, and so many months."""


class InvalidPeriod(ValueError):
    """A text that is no period. The message says what is allowed."""


@dataclass(frozen=True, slots=True)
class Period:
    """A whole number of hours, days, weeks, months or years, 1 or more.

    Two periods are equal when they are written with the same value and unit; `lasts_as_long_as` compares what they mean.
    """

    value: int
    unit: str

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise InvalidPeriod(f"unknown unit {self.unit!r}; allowed are hours, days, weeks, months and years")
        if isinstance(self.value, bool) or self.value < 1:
            raise InvalidPeriod(f"a period of {self.value} {self.unit.lower()} is empty; the least is 1")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what people write: `14 days`, `1 week`, `6 MONTHS`.

        Raises:
            InvalidPeriod: the text is something else.
        """
        return cls(*_value_and_unit(text))

    @classmethod
    def of(cls, written: "Period | str | Mapping[str, object]") -> "Period":
        """Take a period in any form people use: text, `{"value": 14, "unit": "DAYS"}`, or a `Period`."""
        if isinstance(written, Period):
            return written
        if isinstance(written, str):
            return cls.parse(written)
        value, unit = written.get("value"), written.get("unit")
        if not isinstance(value, int) or not isinstance(unit, str):
            raise InvalidPeriod(f"{dict(written)!r} is not a period; give a whole number as 'value' and a 'unit'")
        return cls.parse(f"{value} {unit}")

    @classmethod
    def between(cls, start: datetime, end: datetime) -> Self | None:
        """How long it is from one moment to another, in the largest of weeks, days and hours that fits exactly.

        Counted to the nearest hour; `None` when that leaves nothing.
        """
        hours = round((end - start) / timedelta(hours=1))
        if hours < 1:
            return None
        unit = next(unit for unit in reversed(_HOURS) if hours % _HOURS[unit] == 0)
        return cls(hours // _HOURS[unit], unit)

    def __str__(self) -> str:
        word = self.unit.lower()
        return f"{self.value} {word[:-1] if self.value == 1 else word}"

    def lasts_as_long_as(self, other: "Period") -> bool:
        """Whether both always end at the same moment: a week and 7 days do, a month and 30 days do not."""
        return self.exact() == other.exact()

    def can_outlast(self, other: "Period") -> bool:
        """Whether there is a day from which this ends later than `other`, found by trying the days of four years."""
        (mine, my_scale), (others, other_scale) = self.exact(), other.exact()
        if my_scale == other_scale:
            return mine > others
        # The calendar repeats itself: as many whole cycles are taken off both sides as fit, which changes no comparison.
        my_cycles, other_cycles = mine // _CYCLE[my_scale], others // _CYCLE[other_scale]
        if my_cycles != other_cycles:
            return my_cycles > other_cycles
        starts = (_YEAR_ZERO + timedelta(days=day) for day in range(_STARTS))
        left, other_left = mine % _CYCLE[my_scale], others % _CYCLE[other_scale]
        return any(_end(start, left, my_scale) > _end(start, other_left, other_scale) for start in starts)

    def after(self, start: datetime) -> datetime:
        """The moment this period ends when it begins at `start`; a missing day becomes the last of its month.

        Raises:
            InvalidPeriod: that moment is beyond the year 9999, where calendars end.
        """
        try:
            return _end(start, *self.exact())
        except (OverflowError, ValueError):
            raise InvalidPeriod(f"a period of {self} ends beyond the year {MAXYEAR}; take a shorter one") from None

    def exact(self) -> tuple[int, str]:
        """Its length in one of the two scales that never convert into each other: `hours` or `months`."""
        if self.unit in _HOURS:
            return self.value * _HOURS[self.unit], "hours"
        return self.value * _MONTHS[self.unit], "months"


@lru_cache(maxsize=1024)  # a plan of a thousand policies holds a handful of periods, thousands of times
def _value_and_unit(text: str) -> tuple[int, str]:
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise InvalidPeriod(
            f"{text!r} is not a period; write a whole number and a unit, such as '14 days' or '6 months'"
        )
    unit = match[2].upper()
    return int(match[1]), unit if unit.endswith("S") else unit + "S"


def _end(start: datetime, amount: int, scale: str) -> datetime:
    if scale == "hours":
        return start + timedelta(hours=amount)
    years, month = divmod(start.month - 1 + amount, 12)
    year = start.year + years
    return start.replace(year=year, month=month + 1, day=min(start.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    following = datetime(year + month // 12, month % 12 + 1, 1)  # noqa: DTZ001 - only its day is used
    return (following - timedelta(days=1)).day
