"""The calendar of recovery points: which copies a job will make, how long each lives and is locked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from glbr.protection.effective import Schedule, Tiers
from glbr.protection.instants import Instants, moment_of, seconds
from glbr.protection.lifetime import clipped, end_of, held
from glbr.protection.steady_state import HORIZON, Figures, rhythm_of, since, together

__all__ = ["HORIZON", "Figures", "RecoveryPoint", "figures", "held_on", "left_on", "recovery_points"]


@dataclass(frozen=True, slots=True)
class RecoveryPoint:
    """One copy as the calendar expects it. Moments are aware, in UTC.

    Attributes:
        tier: Position of its tier.
        schedule: Number of the schedule that makes it.
        at: When it is made.
        expires: When its retention ends; None for never.
        locked_until: Until when nobody can delete it; None for not at all.
    """

    tier: int
    schedule: int
    at: datetime
    expires: datetime | None
    locked_until: datetime | None

    @property
    def goes(self) -> datetime | None:
        """When HPE deletes it: a lock that outlasts the retention delays the expiry; None for never."""
        if self.expires is None:
            return None
        return max(self.expires, self.locked_until or self.expires)


@dataclass(frozen=True, slots=True)
class _Line:
    """One schedule of a job, with the number that others name it by."""

    tier: int
    number: int
    schedule: Schedule


def recovery_points(tiers: Tiers, start: datetime, until: datetime, zone: ZoneInfo) -> list[RecoveryPoint]:
    """Every copy that a job makes from the moment it takes effect, in the order of time, as far as its schedules are known.

    A job runs all schedules once when it takes effect; a schedule that is made from another makes that one run, too. One
    whose source is missing, or that is made from itself in a circle, never makes a copy. Moments are whole seconds.

    Raises:
        ValueError: `until` lies before `start`, or either has no zone.
    """
    if start.tzinfo is None or until.tzinfo is None:
        raise ValueError(f"predicting copies from {start} until {until}: both moments need a zone, such as UTC")
    if until < start:
        raise ValueError(f"predicting copies from {start} until {until}: the end lies before the beginning")
    lines: dict[int, _Line] = {}
    for position, tier in enumerate(tiers.value or ()):
        for schedule in tier.known_schedules():
            if schedule.number.value is not None:
                lines.setdefault(schedule.number.value, _Line(position, schedule.number.value, schedule))
    runs = _runs(lines, seconds(start), seconds(until), zone)
    points = [
        point for line in lines.values() if _makes_copies(line, lines) for point in _points(line, runs[line.number])
    ]
    return sorted(points, key=lambda point: (point.at, point.tier, point.schedule))


def _runs(lines: Mapping[int, _Line], start: int, until: int, zone: ZoneInfo) -> dict[int, set[int]]:
    """When each schedule runs: at the start, by itself, and for those that are made from it."""
    runs: dict[int, set[int]] = {number: set() for number in lines}
    for line in lines.values():
        cadence = line.schedule.cadence.value
        if cadence is None:
            continue
        own = {start, *Instants(cadence, start, zone).between(start, until)}
        for number in _chain(line, lines):
            runs[number] |= own
    return runs


def _chain(line: _Line, lines: Mapping[int, _Line]) -> list[int]:
    """The schedule itself, its source, the source of that, as far as they are there; each once."""
    chain = [line.number]
    while (source := lines[chain[-1]].schedule.source.value) in lines and source is not None and source not in chain:
        chain.append(source)
    return chain


def _makes_copies(line: _Line, lines: Mapping[int, _Line]) -> bool:
    """Whether its chain begins at the asset, and how long its copies live is known."""
    schedule, root = line.schedule, lines[_chain(line, lines)[-1]].schedule
    return rhythm_of(schedule) is not None and root.source.is_absent


def _points(line: _Line, runs: set[int]) -> list[RecoveryPoint]:
    keep, lock = line.schedule.keep.value, line.schedule.lock.value
    return [
        RecoveryPoint(line.tier, line.number, moment_of(at), _moment(end_of(keep, at)), _moment(end_of(lock, at)))
        for at in runs
    ]


def _moment(instant: int | None) -> datetime | None:
    return None if instant is None else moment_of(instant)


def figures(schedules: Sequence[Schedule], now: datetime, zone: ZoneInfo) -> Figures | None:
    """The steady state of schedules, taken together; None when one of them is not fully known.

    Periods that never end count for the horizon only. Cached: a fleet holds a handful of rhythms, thousands of times.

    Each schedule counts by its own rhythm: the runs that it owes to schedules made from it are extra, and a source that
    is missing is another matter. So the figures of one tier do not depend on the other tiers.

    Args:
        schedules: What to take together: the schedules of one tier, as a rule.
        now: What every n days, weeks or months are counted from; the 13 months begin here.
        zone: Zone of start times.
    """
    rhythms = tuple(map(rhythm_of, schedules))
    if None in rhythms:
        return None
    return together(tuple(rhythm for rhythm in rhythms if rhythm), seconds(now), zone)


def held_on(schedules: Sequence[Schedule], now: datetime, moments: Sequence[datetime], zone: ZoneInfo) -> list[int]:
    """How many recovery points there will be at each moment if the schedules start at `now` with none.

    Each counts by its own rhythm, with the first run at `now`; one that is not fully known is not counted.
    """
    start, looks = seconds(now), [seconds(moment) for moment in moments]
    counts = [0] * len(looks)
    for rhythm in filter(None, map(rhythm_of, schedules)):
        instants = Instants(rhythm.cadence, start, zone)
        for place, look in enumerate(looks):
            for begin, end in held(rhythm.keep, rhythm.lock, look, start - 1):
                is_first_held = begin < start <= end
                counts[place] += is_first_held + instants.number(max(begin, start), end)
    return counts


def left_on(schedules: Sequence[Schedule], now: datetime, moments: Sequence[datetime], zone: ZoneInfo) -> list[int]:
    """How many of the points held at `now` are still there at each moment when the schedules end at `now`.

    Each counts by its own rhythm, as if it had run for long; one that is not fully known is not counted, and of points that
    never expire those of the last 13 months.
    """
    end, looks = seconds(now), [max(seconds(moment), seconds(now)) for moment in moments]
    counts = [0] * len(looks)
    for rhythm in filter(None, map(rhythm_of, schedules)):
        instants, begin = Instants(rhythm.cadence, end, zone), since(rhythm, end)
        for place, look in enumerate(looks):
            stretches = clipped(held(rhythm.keep, rhythm.lock, look, begin), begin, end)
            counts[place] += sum(instants.number(*stretch) for stretch in stretches)
    return counts
