"""What one schedule holds once it has run for long: how old its recovery points are, and how many of them are locked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from glbr.protection.calendar import figures, recovery_points
from glbr.protection.effective import Schedule, Tier, Tiers
from glbr.protection.period import InvalidPeriod, Period
from glbr.protection.setting import Setting, known
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.wording import counted

MOST_DRAWN: Final = 1_000
"""More points than this are drawn as one bar."""

_HOUR: Final = timedelta(hours=1)
_MARGIN: Final = timedelta(days=3)
"""So much longer ago than its oldest point a schedule is started, so that no first run is among what it holds."""


@dataclass(frozen=True, slots=True)
class Held:
    """Recovery points of one schedule.

    Attributes:
        count: How many there are at a time.
        oldest: Age of the oldest one in hours; None when they never expire.
        ages: Their ages in hours; empty when they are too many to draw, or never expire.
        locked: For how many hours a point is locked; 0 for not at all, None when unknown or longer than calendars go.
        locked_count: How many of them are locked.
    """

    count: int
    oldest: float | None
    ages: tuple[float, ...]
    locked: float | None
    locked_count: int


def held(analysis: Analysis, schedule: Schedule) -> Held | None:
    """The steady state of one schedule by itself; None when its rhythm, retention or lock is not known."""
    found = figures((schedule,), analysis.now, analysis.zone)
    if found is None:
        return None
    oldest = found.oldest / _HOUR if found.oldest is not None else None
    lock = hours(analysis, schedule.lock)
    return Held(found.held, oldest, _ages(analysis, schedule, found.held), lock, found.locked)


def hours(analysis: Analysis, period: Setting[Period]) -> float | None:
    """Length of a period that begins now; 0 for none, None for one that is unknown or never ends."""
    if period.value is None:
        return 0 if period.is_absent else None
    try:
        return (period.value.after(analysis.now) - analysis.now) / _HOUR
    except InvalidPeriod:
        return None


def told(state: Held | None, schedule: Schedule) -> str:
    """The figures of one schedule in one line: `35 points, kept 5 weeks, locked 2 weeks`; or what of it is not known."""
    if state is None:
        parts = (("rhythm", schedule.cadence), ("retention", schedule.keep), ("lock", schedule.lock))
        hidden = " and ".join(name for name, part in parts if part.is_unknown)
        return f"{hidden or 'rhythm'} not known yet"
    kept = "never expires" if schedule.keep.is_absent else f"kept {schedule.keep}"
    locked = "not locked" if schedule.lock.is_absent else f"locked {schedule.lock}"
    return f"{counted(state.count, 'point')}, {kept}, {locked}"


def _ages(analysis: Analysis, schedule: Schedule, count: int) -> tuple[float, ...]:
    kept = hours(analysis, schedule.keep)
    if not kept or count > MOST_DRAWN:
        return ()
    start = analysis.now - timedelta(hours=kept) - _MARGIN
    # Alone, so that it does not wait for the copies of another one, which is not asked here.
    alone = replace(schedule, number=known(1), source=Setting("absent"))
    tiers: Tiers = known((Tier(known("BACKUP"), Setting("absent"), known((alone,))),))
    points = recovery_points(tiers, start, analysis.now, analysis.zone)
    return tuple(
        (analysis.now - point.at) / _HOUR
        for point in points
        if start < point.at <= analysis.now and point.goes is not None and point.goes > analysis.now
    )


def merged(positions: Sequence[float], nearest: float) -> list[tuple[float, float]]:
    """Positions on a line, with those that would touch each other as one stretch: first and last of each."""
    stretches: list[tuple[float, float]] = []
    for position in sorted(positions):
        if stretches and position - stretches[-1][1] < nearest:
            stretches[-1] = (stretches[-1][0], position)
        else:
            stretches.append((position, position))
    return stretches
