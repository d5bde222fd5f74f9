"""What will still be recoverable: how many of today's points are left on each coming day, and how the new ones grow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from markupsafe import Markup

from glbr.protection.calendar import HORIZON, figures, held_on, left_on
from glbr.protection.effective import Schedule, Tier
from glbr.review.analysis.analysis import Analysis
from glbr.review.views.pictures import svg
from glbr.review.views.pictures.fate import Fate, TierPair, tier_pairs
from glbr.review.views.pictures.picture import Picture
from glbr.review.views.pictures.timeline import tier_heading

MOST: Final = 8
"""So many tiers of one fate are drawn."""

_WIDTH: Final = 1000
_LEFT: Final = 64
_RIGHT: Final = 985
_HEAD: Final = 50
_PLOT: Final = 96
_GAP: Final = 26
_FOOT: Final = 26
_DAYS: Final = HORIZON.days
_UNKNOWN: Final = "known only after the apply"


@dataclass(frozen=True, slots=True)
class Course:
    """One tier over the coming 13 months.

    Attributes:
        tier: What it is called.
        left: Points of today that are still there, one number a day; None when it cannot be told.
        new: Points that are made from now on; None when it cannot be told.
        before: How many points there were at a time until now; None when it cannot be told.
        gone: Day on which the last of today's points is gone: position in `left`; None when some outlast the picture.
        destroyed: Whether today's points go at once, with their store or their group.
    """

    tier: str
    left: Sequence[int] | None
    new: Sequence[int] | None
    before: int | None
    gone: int | None
    destroyed: bool

    @property
    def all(self) -> list[int]:
        """Old and new together; only the old ones while the new ones are unknown, and nothing when both are."""
        if self.left is None or self.new is None:
            return list(self.left or ())
        return [old + new for old, new in zip(self.left, self.new, strict=True)]


def waterfall(analysis: Analysis, fate: Fate, number: int) -> Picture | None:
    """Draw what stays recoverable for one fate; None when none of its tiers has a schedule, or nothing changes."""
    moments = [analysis.now + timedelta(days=day) for day in range(_DAYS + 1)]
    found = [
        _course(analysis, fate, pair, moments)
        for pair in tier_pairs(fate)
        if any(tier is not None and (tier.known_schedules() or tier.schedules.is_unknown) for tier in _both(pair))
    ]
    if not found or not fate.changes:
        return None
    name = f"waterfall-{number}"
    courses = found[:MOST]
    floor = len(courses) * (_HEAD + _PLOT + _GAP) - _GAP
    parts = [svg.element("defs", svg.hatching(f"{name}-old", "hatch"))]
    for position, course in enumerate(courses):
        top = position * (_HEAD + _PLOT + _GAP)
        parts.extend(_panel(course, moments, top, name))
    parts.extend(_months(moments, floor))
    more = f"{len(found) - MOST:,} more tiers are not drawn" if len(found) > MOST else ""
    return Picture(
        name,
        f"What will still be recoverable · {fate.title}",
        " ".join(_said(course, moments) for course in courses),
        "Recovery points on each day of the coming 13 months: those of today, which keep the expiry they were made with, and "
        "those that the new rhythm makes. HPE does not say that a change leaves old points alone: that is assumed, as is "
        "that the schedules have run for long.",
        _WIDTH,
        floor + _FOOT,
        svg.together(parts),
        ("Tier", "Day", "Left of today's points", "New points", "All", "Until now"),
        tuple(row for course in courses for row in _rows(course, moments)),
        more,
        (("key-old", "points of today"), ("key-new-points", "new points"), ("key-before", "number until now")),
    )


def day_in_words(moment: datetime) -> str:
    """A day as everybody reads it: `3 Jan 2027`."""
    return f"{moment.day} {moment:%b %Y}"


def _both(pair: TierPair) -> tuple[Tier | None, Tier | None]:
    return pair.before, pair.after


def _course(analysis: Analysis, fate: Fate, pair: TierPair, moments: Sequence[datetime]) -> Course:
    was = _schedules(pair.before, hidden=pair.hidden_before)
    will = _schedules(pair.after, hidden=pair.hidden_after)
    destroyed = pair.before is not None and fate.loses_copies(pair.before)
    steady = figures(was, analysis.now, analysis.zone) if was is not None else None
    coming = figures(will, analysis.now, analysis.zone) if will is not None else None
    left: Sequence[int] | None = None
    if steady is not None and was is not None:
        nothing = destroyed or not was
        left = [0] * len(moments) if nothing else left_on(was, analysis.now, moments, analysis.zone)
    new: Sequence[int] | None = None
    if coming is not None and will is not None:
        new = held_on(will, analysis.now, moments, analysis.zone) if will else [0] * len(moments)
    gone = next((day for day, count in enumerate(left or ()) if not count), None)
    return Course(tier_heading(analysis, pair), left, new, steady.held if steady is not None else None, gone, destroyed)


def _schedules(tier: Tier | None, *, hidden: bool) -> tuple[Schedule, ...] | None:
    """The schedules of a tier; none for a tier that is not there, None when they are unknown."""
    if hidden:
        return None
    return tier.known_schedules() if tier is not None else ()


def _panel(course: Course, moments: Sequence[datetime], top: float, name: str) -> Iterator[Markup]:
    yield svg.text(16, top + 20, svg.fitted(course.tier, 70), "strong")
    floor = top + _HEAD + _PLOT
    yield svg.line(_LEFT, floor, _RIGHT, floor, "axis")
    for day in _firsts(moments):
        yield svg.line(_at(day), floor - _PLOT + 10, _at(day), floor, "grid")
    together = course.all
    if not together:
        yield svg.text(_LEFT + 10, floor - _PLOT / 2, "? known only after the apply", "strong halo")
        return
    yield svg.text(_RIGHT, top + 20, _ends(course), "small", anchor="end")
    most = max([1, *together, course.before or 0])
    scale = (_PLOT - 10) / most
    yield svg.line(_LEFT, floor - most * scale, _RIGHT, floor - most * scale, "grid")
    yield svg.text(_LEFT - 8, floor - most * scale + 4, f"{most:,}", "small", anchor="end")
    yield svg.text(_LEFT - 8, floor + 4, "0", "small", anchor="end")
    nothing = [0] * len(together)
    if course.new is not None:
        yield _area(course.new, nothing, floor, scale, "area new")
    yield _area(together, course.new or nothing, floor, scale, "area old", f"url(#{name}-old)")
    if course.before:
        yield svg.line(_LEFT, floor - course.before * scale, _RIGHT, floor - course.before * scale, "edge before")
    yield from _end_of_old(course, moments, top + 40, floor)


def _end_of_old(course: Course, moments: Sequence[datetime], top: float, floor: float) -> Iterator[Markup]:
    if course.destroyed and course.before:
        yield svg.text(_LEFT, top, "✕ today's points are destroyed, at once", "sign missed")
        return
    if not course.before:
        yield svg.text(_LEFT, top, "+ new: no points yet", "sign met")
        return
    if course.gone is None:
        yield svg.text(_RIGHT, top, "some of today's points stay longer than this", "small strong", anchor="end")
        return
    at = _at(course.gone)
    yield svg.line(at, top - 11, at, floor, "marker")
    words = f"last of today's points gone: {day_in_words(moments[course.gone])}"
    right = course.gone < _DAYS * 0.6
    yield svg.text(at + (8 if right else -8), top, words, "small strong", anchor="start" if right else "end")


def _area(upper: Sequence[int], lower: Sequence[int], floor: float, scale: float, kind: str, fill: str = "") -> Markup:
    """Steps from day to day between two numbers; a day on which neither changes adds nothing to the drawing."""
    there = "".join(_steps(upper, floor, scale))
    back = "".join(_steps(lower, floor, scale, backwards=True))
    drawn = f"M{svg.number(_at(0))} {svg.number(floor - upper[0] * scale)}{there}{back}Z"
    return svg.element("path", d=drawn, class_=kind, **({"fill": fill} if fill else {}))


def _steps(counts: Sequence[int], floor: float, scale: float, *, backwards: bool = False) -> Iterator[str]:
    days = range(len(counts))
    height = [svg.number(floor - count * scale) for count in counts]
    if backwards:
        yield f"L{svg.number(_at(days[-1]))} {height[-1]}"
        for day in reversed(days[1:]):
            if height[day] != height[day - 1]:
                yield f"H{svg.number(_at(day))}V{height[day - 1]}"
        yield f"H{svg.number(_at(0))}"
        return
    for day in days[1:]:
        if height[day] != height[day - 1]:
            yield f"H{svg.number(_at(day))}V{height[day]}"
    yield f"H{svg.number(_at(days[-1]))}"


def _at(day: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * day / _DAYS


def _firsts(moments: Sequence[datetime]) -> list[int]:
    """Positions of the first day of each month."""
    return [day for day, moment in enumerate(moments) if moment.day == 1]


def _months(moments: Sequence[datetime], floor: float) -> Iterator[Markup]:
    for day in _firsts(moments):
        at, moment = _at(day), moments[day]
        yield svg.line(at, floor, at, floor + 6, "axis")
        words = f"{moment:%b %Y}" if moment.month == 1 else f"{moment:%b}"
        yield svg.text(at, floor + 20, words, "small", anchor="middle" if day < _DAYS - 10 else "end")


def _ends(course: Course) -> str:
    """How many points there were, and how many there will be at the end, and at the lowest in between."""
    until_now = f"{course.before or 0:,} until now"
    if course.new is None:
        return f"{until_now}, new points known only after the apply"
    last, lowest = course.all[-1], min(course.all)
    told = f"{until_now}, {last:,} in 13 months"
    return f"{told}, {lowest:,} at the lowest" if lowest < min(last, course.before or 0) else told


def _said(course: Course, moments: Sequence[datetime]) -> str:
    if not course.all:
        return f"{course.tier}: known only after the apply."
    said = f"{course.tier}: {_ends(course)}"
    if course.destroyed and course.before:
        return f"{said}; today's points are destroyed, at once."
    if course.before and course.gone is not None:
        return f"{said}; the last of today's points is gone on {day_in_words(moments[course.gone])}."
    return f"{said}."


def _rows(course: Course, moments: Sequence[datetime]) -> Iterator[tuple[str, ...]]:
    """The first of each month, and the day when the last old point is gone."""
    if not course.all:
        yield (course.tier, "every day", *([_UNKNOWN] * 4))
        return
    left, new, together = course.left or (), course.new, course.all
    for day, moment in enumerate(moments):
        if day == 0 or moment.day == 1 or (day == course.gone and course.before):
            made = (f"{new[day]:,}", f"{together[day]:,}") if new is not None else (_UNKNOWN, _UNKNOWN)
            yield (course.tier, day_in_words(moment), f"{left[day]:,}", *made, f"{course.before or 0:,}")
