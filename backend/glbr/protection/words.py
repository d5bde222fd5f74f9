"""Figures of the calendar in words that people read."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

_YEAR: Final = 365.25 * 86400
_IN_YEARS: Final = 1.99
"""From two years on, leap day or not, days say nothing to anybody."""
_STEPS: Final = (("day", 86400), ("hour", 3600), ("minute", 60))


def gap_in_words(gap: timedelta) -> str:
    """A length of time to the minute: `1 day 4 hours`, `19 hours 45 minutes`; from two years on `about 23 years`."""
    years = gap.total_seconds() / _YEAR
    if years >= _IN_YEARS:
        return f"about {counted(round(years), 'year')}"
    left = int(gap.total_seconds())
    parts = []
    for unit, length in _STEPS:
        number, left = divmod(left, length)
        if number:
            parts.append(counted(number, unit))
    return " ".join(parts) or "less than a minute"


def counted(number: int, unit: str) -> str:
    """A number with its noun: `1 hour`, `4 hours`."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def listed(items: Sequence[str]) -> str:
    """An enumeration: `Monday, Tuesday and Friday`."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""
