"""Figures of the calendar in words that people read."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

_STEPS: Final = (("day", 86400), ("hour", 3600), ("minute", 60))


def gap_in_words(gap: timedelta) -> str:
    """A length of time to the minute: `4 hours`, `1 day 4 hours`, `19 hours 45 minutes`."""
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
