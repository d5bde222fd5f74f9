"""What locks come to over the schedules of one tier."""

from collections.abc import Iterable

from glbr.protection.period import Period
from glbr.review.rules.days import outlasts
from glbr.review.rules.regimes import Applied


def longest_lock(applied: Iterable[Applied]) -> Period | None:
    """The longest known lock; None when no schedule is known to lock its copies."""
    longest: Period | None = None
    for one in applied:
        lock = one.schedule.lock.value
        if lock is not None and (longest is None or outlasts(lock, longest)):
            longest = lock
    return longest


def has_unknown_lock(applied: Iterable[Applied]) -> bool:
    """Whether some schedule has a lock that only the apply will tell."""
    return any(one.schedule.lock.is_unknown for one in applied)
