"""The recovery-point timeline: how far back one can go in each tier, before and after, and what of it is locked."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p
from typing import Final, Literal

from markupsafe import Markup

from glbr.protection.effective import Schedule
from glbr.review.analysis.analysis import Analysis
from glbr.review.views.pictures import svg
from glbr.review.views.pictures.fate import Fate, TierPair, store_name, tier_pairs
from glbr.review.views.pictures.held import Held, held, merged, told
from glbr.review.views.pictures.picture import Picture
from glbr.review.views.words import tier_in_words

Side = Literal["before", "after", "unchanged", "in force"]
State = Literal["there", "lost", "not yet", "unknown"]

MOST: Final = 12
"""So many schedules of one fate are drawn."""

_WIDTH: Final = 1000
_LEFT: Final = 392
_RIGHT: Final = 985
_TOP: Final = 30
_HEAD: Final = 30
_ROW: Final = 40
_GAP: Final = 12
_LETTER: Final = 8.2
"""Width of a letter of the axis in a wide font."""
_BEND: Final = 6.0
"""Hours: up to here the axis is almost even, beyond it each step is a multiple."""

_TICKS: Final = (
    (0.0, "now"),
    (6.0, "6 hours"),
    (24.0, "1 day"),
    (72.0, "3 days"),
    (168.0, "1 week"),
    (336.0, "2 weeks"),
    (730.5, "1 month"),
    (2191.5, "3 months"),
    (4383.0, "6 months"),
    (8766.0, "1 year"),
    (17532.0, "2 years"),
    (43830.0, "5 years"),
    (87660.0, "10 years"),
    (175320.0, "20 years"),
    (876600.0, "100 years"),
)


@dataclass(frozen=True, slots=True)
class Track:
    """One row: a schedule on one side."""

    side: Side
    state: State
    rhythm: str
    figures: str
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One schedule: a heading, and its rows."""

    tier: str
    schedule: str
    tracks: tuple[Track, ...]


def timeline(analysis: Analysis, fate: Fate, number: int) -> Picture | None:
    """Draw the timeline of one fate; None when none of its tiers has a schedule."""
    every = [block for pair in tier_pairs(fate) for block in _blocks(analysis, pair)]
    if not every:
        return None
    blocks = every[:MOST]
    name = f"timeline-{number}"
    far = _far(blocks)
    height = _TOP + sum(_HEAD + _ROW * len(block.tracks) + _GAP for block in blocks) + 6
    parts = [svg.element("defs", svg.hatching(f"{name}-locked", "hatch")), *_axis(far, height)]
    top = float(_TOP)
    for block in blocks:
        heading = f"{block.tier} · {block.schedule}"
        parts.append(svg.text(16, top + 20, svg.fitted(heading, 120), "strong halo"))
        top += _HEAD
        for track in block.tracks:
            parts.extend(_drawn(track, top, far, name))
            top += _ROW
        top += _GAP
    more = f"{len(every) - MOST:,} more schedules are not drawn" if len(every) > MOST else ""
    return Picture(
        name,
        f"How far back one can go · {fate.title}",
        _described(blocks),
        "Each mark is a recovery point as it will be held once the schedules have run for long; close marks become a bar. "
        "The axis is stretched near to now. A hatched part is locked: nobody can delete it.",
        _WIDTH,
        height,
        svg.together(parts),
        ("Tier", "Schedule", "Side", "Rhythm", "Points held", "Oldest"),
        tuple(_row(block, track) for block in blocks for track in block.tracks),
        more,
        (
            *((("key-past", "recovery point before"),) if analysis.is_change else ()),
            ("key-point", f"recovery point {'after' if analysis.is_change else 'in force'}"),
            ("key-locked", "locked"),
            *((("key-lost", "✕ lost"),) if analysis.is_change else ()),
        ),
    )


def _blocks(analysis: Analysis, pair: TierPair) -> Iterator[Block]:
    tier = tier_heading(analysis, pair)
    for before, after in pair.schedules():
        named = after or before
        if named is not None:
            yield Block(tier, named.label, tuple(_tracks(analysis, pair, before, after)))


def tier_heading(analysis: Analysis, pair: TierPair) -> str:
    """A tier and where it goes: `Cloud backup to Cloud_eastus2`, with both stores where they differ."""
    model = analysis.model
    was = store_name(model.before, pair.before.store) if pair.before is not None else ""
    will = store_name(model.after, pair.after.store) if pair.after is not None else ""
    stores = f"{was} → {will}" if was and will and was != will else will or was
    kind = tier_in_words(pair.kind) or "a tier known only after the apply"
    return f"{kind[0].upper()}{kind[1:]} {'on' if stores == 'the array' else 'to'} {stores}"


def _tracks(analysis: Analysis, pair: TierPair, before: Schedule | None, after: Schedule | None) -> Iterator[Track]:
    if not analysis.is_change:
        yield _track(analysis, after, "in force", hidden=pair.hidden_after)
    elif before == after and not pair.moves:
        yield _track(analysis, after, "unchanged", hidden=False)
    else:
        yield _track(analysis, before, "before", hidden=pair.hidden_before)
        yield _track(analysis, after, "after", hidden=pair.hidden_after)


def _track(analysis: Analysis, schedule: Schedule | None, side: Side, *, hidden: bool) -> Track:
    if schedule is None:
        if hidden:
            return Track(side, "unknown", "not known", "known only after the apply")
        return Track(side, "lost" if side == "after" else "not yet", "", "")
    state = held(analysis, schedule)
    rhythm = str(schedule.cadence)
    return Track(side, "there" if state is not None else "unknown", rhythm, told(state, schedule), state)


def _far(blocks: list[Block]) -> float:
    """How many hours the axis goes back."""
    states = [track.held for block in blocks for track in block.tracks if track.held is not None]
    oldest = [hours for state in states for hours in (state.oldest, state.locked) if hours is not None]
    return max([168.0, *oldest]) * 1.15


def _at(hours: float, far: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * log1p(min(hours, far) / _BEND) / log1p(far / _BEND)


def _axis(far: float, height: float) -> Iterator[Markup]:
    free = 0.0
    for hours, words in _TICKS:
        at, width = _at(hours, far), len(words) * _LETTER
        anchor = "start" if not hours else "end" if at > _RIGHT - width / 2 else "middle"
        begins = at - {"start": 0, "middle": width / 2, "end": width}[anchor]
        if hours > far or begins < free:
            continue
        free = begins + width + _LETTER
        yield svg.line(at, _TOP - 6, at, height - 8, "grid")
        yield svg.text(at, _TOP - 12, words, "small", anchor=anchor)


def _drawn(track: Track, top: float, far: float, name: str) -> Iterator[Markup]:
    middle = top + _ROW / 2
    yield svg.text(16, top + 17, track.side, "small strong")
    if track.state in {"lost", "not yet"}:
        lost = track.state == "lost"
        kind = "lost" if lost else "grid"
        yield svg.text(104, top + 17, "✕ lost" if lost else "not there yet", "sign missed" if lost else "small")
        yield svg.line(_LEFT, middle, _RIGHT, middle, f"edge {kind}")
        return
    yield svg.text(104, top + 17, svg.fitted(track.rhythm, 42))
    yield svg.text(104, top + 33, svg.fitted(track.figures, 46), "small")
    if track.held is None:
        yield svg.line(_LEFT, middle, _RIGHT, middle, "edge untold")
        yield svg.text(_LEFT + 10, middle - 6, "? known only after the apply", "small strong halo")
        return
    yield from _points(track.held, track.side, middle, far, name)


def _points(state: Held, side: Side, middle: float, far: float, name: str) -> Iterator[Markup]:
    end = _at(state.oldest if state.oldest is not None else far, far)
    kind = "before" if side == "before" else "after"
    yield svg.line(_LEFT, middle, end, middle, f"track {kind}")
    if state.locked is None or state.locked:
        until = min(_at(state.locked if state.locked is not None else far, far), end)
        yield svg.rectangle(_LEFT, middle - 12, until - _LEFT, 24, "locked", fill=f"url(#{name}-locked)", rx=4)
    if state.ages:
        for first, last in merged([_at(age, far) for age in state.ages], 8):
            yield svg.rectangle(first - 3.5, middle - 5, last - first + 7, 10, f"point {kind}", rx=3.5)
    elif state.count:
        yield svg.rectangle(_LEFT, middle - 5, end - _LEFT, 10, f"point {kind}", rx=3.5)
    if state.oldest is None and state.count:
        yield svg.text(_RIGHT, middle - 9, "never expires →", "small strong halo", anchor="end")


def _row(block: Block, track: Track) -> tuple[str, ...]:
    if track.state in {"lost", "not yet"}:
        nothing = "lost" if track.state == "lost" else "not there yet"
        return (block.tier, block.schedule, track.side, "none", nothing, "none")
    return (block.tier, block.schedule, track.side, track.rhythm, track.figures, age_in_words(track.held))


def age_in_words(state: Held | None) -> str:
    """Age of the oldest point, rounded as people say it."""
    if state is None:
        return "known only after the apply"
    if state.oldest is None:
        return "never expires" if state.count else "none"
    days = state.oldest / 24
    if days < 2:
        return f"{state.oldest:.0f} hours"
    return f"{days:,.0f} days" if days < 1000 else f"{days / 365.25:.1f} years"


def _described(blocks: list[Block]) -> str:
    said = []
    for block in blocks[:6]:
        sides = [
            f"{track.side}: {track.figures if track.held is not None else _absent(track)}" for track in block.tracks
        ]
        said.append(f"{block.tier}, {block.schedule}: {'; '.join(sides)}.")
    return " ".join(said)


def _absent(track: Track) -> str:
    return {"lost": "lost", "not yet": "not there yet"}.get(track.state, "known only after the apply")
