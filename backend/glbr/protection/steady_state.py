"""What schedules give once they have run for so long that their first copies have expired.

Two decisions make the figures of equal rhythms equal, whatever the day on which somebody asks:

* The worst gap is the longest one that touches the 13 months from `now`, begun before or ended after them included.
* Counts are those just after a copy has been made (of BY_MINUTES and HOURLY with periods in months: the last one of a
  day), where they are fewest within the 13 months. That is "retention divided by interval, rounded up", and for calendar
  months the shortest of them. They are worked out as if start times were UTC: a clock change moves no count.

A retention of more than a hundred years counts as one that never ends: no steady state is ever reached.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from glbr.protection.cadence import Cadence
from glbr.protection.effective import Schedule
from glbr.protection.instants import DAY, Instants, midnight, moment_of, offsets
from glbr.protection.lifetime import clipped, held, lasting
from glbr.protection.period import Period

HORIZON: Final = timedelta(days=396)
"""Thirteen months, rounded up: every yearly rhythm is seen once."""

_HORIZON: Final = 396 * DAY
_CENTURY: Final = {"hours": 36525 * 24, "months": 1200}
_UTC: Final = ZoneInfo("UTC")
_DAYS_OF: Final = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31}
_RARE_DAYS: Final = 9
"""A day that not every month has, such as 29 February, comes round within so many times the step of its rhythm."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a schedule, or several together, give to whoever has to restore, once they have run for long.

    Attributes:
        worst_gap: Longest time between two recovery points, over 13 months: the worst RPO. None when none is ever made.
        held: How many recovery points there are at a time.
        oldest: Age of the oldest one, zero when none is ever made; None when points never expire.
        locked: How many of `held` are locked at that time.
    """

    worst_gap: timedelta | None
    held: int
    oldest: timedelta | None
    locked: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """All of a schedule that its figures depend on."""

    cadence: Cadence
    keep: Period | None
    lock: Period | None

    @property
    def never_ends(self) -> bool:
        """Whether its points stay for ever, as far as anybody alive can tell."""
        if self.keep is None:
            return True
        length, scale = self.keep.exact()
        return length > _CENTURY[scale]


def rhythm_of(schedule: Schedule) -> Rhythm | None:
    """The rhythm of a schedule; None unless all of it is known."""
    cadence, keep, lock = schedule.cadence.value, schedule.keep, schedule.lock
    if cadence is None or keep.is_unknown or lock.is_unknown:
        return None
    return Rhythm(cadence, keep.value, lock.value)


def since(rhythm: Rhythm, at: int) -> int:
    """From when on the points that are there at `at` are counted."""
    return at - _HORIZON if rhythm.never_ends else at - 101 * 366 * DAY


@lru_cache(maxsize=16384)
def together(rhythms: tuple[Rhythm, ...], now: int, zone: ZoneInfo) -> Figures:
    """The figures of several rhythms, whose points all count. `now` in seconds since 1970."""
    gap = worst_gap(tuple(rhythm.cadence for rhythm in rhythms), now, zone)
    parts = [_counts(_plainest(rhythm), now) for rhythm in rhythms]
    ages = [oldest for _, oldest, _ in parts]
    known = [age for age in ages if age is not None]
    oldest = timedelta(seconds=max(known, default=0)) if len(known) == len(ages) else None
    return Figures(gap, sum(held for held, _, _ in parts), oldest, sum(locked for *_, locked in parts))


def worst_gap(cadences: tuple[Cadence, ...], now: int, zone: ZoneInfo) -> timedelta | None:
    """The longest time between two runs of any of them in the 13 months from `now`; None when there is no run."""
    if zone.key == "UTC" and len(cadences) == 1:
        cadences = (_at_midnight(cadences[0]),)
    gap = _worst_gap(cadences, now, zone)
    return None if gap is None else timedelta(seconds=gap)


@lru_cache(maxsize=4096)
def _worst_gap(cadences: tuple[Cadence, ...], now: int, zone: ZoneInfo) -> int | None:
    within = sorted({run for cadence in cadences for run in offsets(cadence) or ()})
    others = [cadence for cadence in cadences if cadence.recurrence in _DAYS_OF]
    runs = sorted({run for cadence in others for run in _runs_around(cadence, now, zone)})
    if within:
        return _gap_within_days(within, runs, now)
    if not runs:
        return None
    return max((later - run for run, later in pairwise(_touching(runs, now))), default=_HORIZON)


def _runs_around(cadence: Cadence, now: int, zone: ZoneInfo) -> list[int]:
    """Runs in the 13 months, with the last one before and the first one after."""
    is_rare = cadence.recurrence == "MONTHLY" and min(cadence.on or (1,)) > 28
    margin = _DAYS_OF[cadence.recurrence] * (cadence.every + 1) * (_RARE_DAYS if is_rare else 1) * DAY
    return _touching(Instants(cadence, now, zone).between(now - margin - DAY, now + _HORIZON + margin + DAY), now)


def _touching(runs: list[int], now: int) -> list[int]:
    first = max(bisect_right(runs, now) - 1, 0)
    return runs[first : bisect_left(runs, now + _HORIZON) + 1]


def _gap_within_days(within: Sequence[int], others: Sequence[int], now: int) -> int:
    """The same for rhythms that are equal on every day, with the runs of others in between: longest pauses first."""
    pauses = sorted(((later - run, run) for run, later in pairwise([*within, within[0] + DAY])), reverse=True)
    midnights = range(now - now % DAY - DAY, now + _HORIZON + 1, DAY)
    worst = 0
    for pause, run in pauses:
        if pause <= worst:
            break
        worst = max(worst, *(_longest_piece(day + run, day + run + pause, others) for day in midnights))
    return worst


def _longest_piece(begin: int, end: int, others: Sequence[int]) -> int:
    cuts = others[bisect_right(others, begin) : bisect_left(others, end)]
    return max(later - run for run, later in pairwise((begin, *cuts, end))) if cuts else end - begin


@lru_cache(maxsize=16384)
def _counts(rhythm: Rhythm, now: int) -> tuple[int, int | None, int]:
    """How many points are held, how old the oldest is in seconds (None: no expiry), and how many are locked."""
    instants = Instants(rhythm.cadence, now, _UTC)
    looks = _just_after_copies(rhythm, instants, now)
    if not looks:
        return 0, 0, 0
    counts, ages, locks = [], [], []
    for look in looks:
        begin = since(rhythm, look)
        stretches = held(rhythm.keep, rhythm.lock, look, begin)
        counts.append(sum(instants.number(*stretch) for stretch in stretches))
        first = next((found for stretch in stretches if (found := instants.first(*stretch)) is not None), look)
        ages.append(look - first)
        locked = clipped(lasting(rhythm.lock, look), begin, look) if rhythm.lock else []
        locks.append(sum(instants.number(*stretch) for stretch in locked))
    return min(counts), None if rhythm.never_ends else min(ages), min(locks)


def _just_after_copies(rhythm: Rhythm, instants: Instants, now: int) -> Sequence[int]:
    """Moments of copies at which the counts differ, as few as will do."""
    cadence, runs_of_a_day = rhythm.cadence, offsets(rhythm.cadence)
    if cadence.recurrence == "DAILY" and cadence.every == 1:
        runs_of_a_day = (0,)
    in_hours = all(period is None or period.exact()[1] == "hours" for period in (rhythm.keep, rhythm.lock))
    if runs_of_a_day and not in_hours:
        # So many months back from any day of a month up to the 28th it is equally far, and never less from a later one.
        return [day + runs_of_a_day[-1] for day in _mid_months(now)]
    span = _HORIZON
    if in_hours and cadence.recurrence != "MONTHLY":
        # The same counts come round with the rhythm itself.
        span = DAY if runs_of_a_day is not None else _DAYS_OF[cadence.recurrence] * cadence.every * DAY
    looks = instants.between(now, now + span)
    if looks or runs_of_a_day is not None:
        return looks
    far_off = _DAYS_OF[cadence.recurrence] * (cadence.every + 1) * _RARE_DAYS * DAY
    later = instants.first(now, now + far_off)
    return () if later is None else (later,)


def _mid_months(now: int) -> list[int]:
    """A midnight in each of the 13 months that follow."""
    begin = moment_of(now)
    months = range(begin.year * 12 + begin.month, begin.year * 12 + begin.month + 13)
    return [midnight(date(month // 12, month % 12 + 1, 15).toordinal()) for month in months]


def _plainest(rhythm: Rhythm) -> Rhythm:
    keep = None if rhythm.never_ends else rhythm.keep
    return Rhythm(_at_midnight(rhythm.cadence), keep, rhythm.lock)


def _at_midnight(cadence: Cadence) -> Cadence:
    """The same rhythm from midnight on: another minute changes neither gaps nor counts in UTC."""
    if cadence.start_time is None and (cadence.window is not None or not cadence.on or cadence.recurrence != "HOURLY"):
        return cadence
    on = cadence.on
    if cadence.recurrence == "HOURLY":
        on = tuple(minute - on[0] for minute in on)
    return replace(cadence, start_time=None, on=() if on == (0,) and cadence.recurrence == "HOURLY" else on)
