"""How much work is lost at most: the longest time between two recovery points."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from glbr.protection.cadence import Cadence
from glbr.protection.calendar import HORIZON, figures
from glbr.protection.effective import Schedule
from glbr.protection.period import Period
from glbr.protection.setting import Setting
from glbr.protection.words import gap_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.regimes import Applied

_NEVER: Final = timedelta(days=3652)
"""Ten years: what runs more rarely makes no copy that anybody will see."""
_CLOCKS_CHANGE: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """The worst gap between the recovery points of some schedules.

    Attributes:
        length: How long it is; None when no point is ever made.
    """

    length: timedelta | None

    def exceeds(self, limit: timedelta) -> bool:
        """Whether more than a certain time is lost at worst."""
        return self.length is None or self.length > limit

    @property
    def is_never(self) -> bool:
        """Whether no point is made at all, or none within ten years."""
        return self.exceeds(_NEVER)

    def __str__(self) -> str:
        return "endless" if self.length is None else gap_in_words(self.length)


def worst_gap(analysis: Analysis, applied: Iterable[Applied]) -> Gap | None:
    """The worst gap of schedules taken together; None when the rhythm of one of them is not known.

    It does not depend on how long copies live, so that an unknown lock hides no gap. Where clocks change, one day a year
    has 25 hours: that hour is nobody's loss and is left out of whole days.
    """
    cadences = tuple(one.schedule.cadence.value for one in applied)
    known = tuple(cadence for cadence in cadences if cadence is not None)
    return _together(known, analysis.now, analysis.zone) if len(known) == len(cadences) else None


def never_runs(analysis: Analysis, applied: Iterable[Applied]) -> bool:
    """Whether it is known that schedules make no copy, by their own rhythm, that anybody will see."""
    gap = worst_gap(analysis, applied)
    return gap is not None and gap.is_never


@lru_cache(maxsize=1024)  # a fleet holds a handful of rhythms, thousands of times
def _together(cadences: tuple[Cadence, ...], now: datetime, zone: ZoneInfo) -> Gap | None:
    if not cadences:
        return Gap(None)
    found = figures([_bare(cadence) for cadence in cadences], now, zone)
    if found is None:
        return None
    length = found.worst_gap
    if length is not None and length >= _DAY and length % _DAY == _CLOCKS_CHANGE and _clocks_change(now, zone):
        length -= _CLOCKS_CHANGE
    return Gap(length)


def _bare(cadence: Cadence) -> Schedule:
    """A schedule of which nothing but its rhythm is asked."""
    number: Setting[int] = Setting("absent")
    period: Setting[Period] = Setting("absent")
    text: Setting[str] = Setting("absent")
    return Schedule(number, "", Setting("known", cadence), period, period, number, text, text, text)


def _clocks_change(now: datetime, zone: ZoneInfo) -> bool:
    days = range(0, HORIZON.days, 30)
    return len({(now + timedelta(days=day)).astimezone(zone).utcoffset() for day in days}) > 1
