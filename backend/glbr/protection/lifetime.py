"""How long copies live, turned around: which copies are still there at a given moment.

A stretch is two instants, in whole seconds: what was made later than the first and not later than the second.
"""

from calendar import monthrange
from datetime import date
from typing import Final

from glbr.protection.instants import DAY, day_of, midnight, moment_of, seconds
from glbr.protection.period import InvalidPeriod, Period

Stretch = tuple[int, int]

_BEFORE_ALL: Final = midnight(1)
"""Nothing was made before the calendar begins."""


def end_of(period: Period | None, at: int) -> int | None:
    """When the period of a copy ends; None for never, also where that is beyond the calendar."""
    if period is None:
        return None
    try:
        return seconds(period.after(moment_of(at)))
    except InvalidPeriod:
        return None


def lasting(period: Period, at: int) -> list[Stretch]:
    """When copies were made whose period ends later than `at`, up to `at`, in order.

    Months and years end at the time of day of the copy, several days of a long month on the last of a short one. So the
    copies of those days may last where later ones of the same days do not.
    """
    length, scale = period.exact()
    if scale == "hours":
        return [(max(at - length * 3600, _BEFORE_ALL), at)]
    day, within = day_of(at), at % DAY
    ends_that_day, ends_later = _first_day_ending(day, length), _first_day_ending(day + 1, length)
    if ends_that_day is None or ends_later is None:
        return [(_BEFORE_ALL, at)]
    last_hours = [(midnight(one) + within, midnight(one + 1) - 1) for one in range(ends_that_day, ends_later)]
    return united([*last_hours, (midnight(ends_later) - 1, at)])


def held(keep: Period | None, lock: Period | None, at: int, since: int) -> list[Stretch]:
    """When copies were made that are still there at `at`: a lock that outlasts the retention delays the expiry.

    Args:
        keep: Retention; None for no expiry.
        lock: Lock; None for none.
        at: The moment to look at.
        since: Nothing before this (and nothing made at it) counts.
    """
    if keep is None:
        return clipped([(since, at)], since, at)
    stretches = lasting(keep, at)
    if lock is not None:
        stretches = united([*stretches, *lasting(lock, at)])
    return clipped(stretches, since, at)


def clipped(stretches: list[Stretch], after: int, until: int) -> list[Stretch]:
    """What of them lies later than `after` and not later than `until`."""
    cut = ((max(begin, after), min(end, until)) for begin, end in stretches)
    return [(begin, end) for begin, end in cut if begin < end]


def united(stretches: list[Stretch]) -> list[Stretch]:
    """The same instants, in order, none of them twice."""
    merged: list[Stretch] = []
    for begin, end in sorted(stretches):
        if merged and begin <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        elif begin < end:
            merged.append((begin, end))
    return merged


def _first_day_ending(day: int, months: int) -> int | None:
    """The first day from which so many months end on `day` or later; None when it is before the calendar."""
    end = date.fromordinal(day)
    year, month = divmod(end.year * 12 + end.month - 1 - months, 12)
    if year < 1:
        return None
    length = monthrange(year, month + 1)[1]
    one = date(year, month + 1, 1).toordinal()
    return one + min(end.day - 1, length)
