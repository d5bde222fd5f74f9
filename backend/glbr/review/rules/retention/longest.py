"""How far back one can go with several schedules together."""

from collections.abc import Iterable

from glbr.protection.effective import Schedule
from glbr.protection.period import Period
from glbr.protection.schedule_comparison import retention_in_words
from glbr.protection.setting import Setting
from glbr.review.rules.days import outlasts


def longest_retention(schedules: Iterable[Schedule]) -> Setting[Period]:
    """The longest retention: absent when a schedule keeps its copies for ever, unknown when that or a longer one may be.

    Without any schedule it is unknown: ask before.
    """
    longest: Setting[Period] = Setting("unknown")
    unknown = False
    for schedule in schedules:
        keep = schedule.keep
        if keep.is_absent:
            return keep
        unknown = unknown or keep.is_unknown
        if keep.value is not None and (longest.value is None or outlasts(keep.value, longest.value)):
            longest = keep
    return Setting("unknown") if unknown else longest


def is_shorter(new: Setting[Period], old: Setting[Period]) -> bool:
    """Whether a known retention ends earlier than another; absent is for ever."""
    if new.value is None:
        return False
    return old.is_absent or (old.value is not None and outlasts(old.value, new.value))


def kept_words(keep: Setting[Period]) -> str:
    """A retention as findings tell it: `kept 5 weeks`, `kept for ever`; or that nobody knows it yet."""
    return f"retention {keep}" if keep.is_unknown else retention_in_words(keep.value)
