"""The days on which periods end, for messages and comparisons from the plan's own moment."""

from datetime import UTC, datetime
from functools import lru_cache

from glbr.protection.period import InvalidPeriod, Period


def end(period: Period, start: datetime) -> datetime:
    """The moment a period ends; the last one that calendars have for one that goes beyond it."""
    try:
        return period.after(start)
    except InvalidPeriod:
        return datetime.max.replace(tzinfo=UTC)


def day(period: Period, start: datetime) -> str:
    """The day on which a period ends: `2027-01-08`."""
    return end(period, start).date().isoformat()


def two_days(one: Period, other: Period, start: datetime) -> tuple[str, str]:
    """The days on which two periods end, with the time of day where that is all they differ in: `2027-01-08 04:30 UTC`."""
    ends = end(one, start), end(other, start)
    days = [moment.date().isoformat() for moment in ends]
    if days[0] != days[1] or ends[0] == ends[1]:
        return days[0], days[1]
    times = [f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC" for moment in ends]
    return times[0], times[1]


@lru_cache(
    maxsize=1024
)  # days against months are tried out over four years, and a fleet asks the same thousands of times
def outlasts(one: Period, other: Period) -> bool:
    """Whether there is a day from which one period ends later than another."""
    return one.can_outlast(other)
