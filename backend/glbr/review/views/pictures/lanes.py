"""The lanes: which assets go through which group, job and tier to which store, with what is lost and what is new."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.wording import counted
from glbr.review.views.pictures import svg
from glbr.review.views.pictures.becoming import LOOKS, SIGNS, Becoming, becomings
from glbr.review.views.pictures.fate import Fate
from glbr.review.views.pictures.graph import LANES, Graph, Key, Node, State, graph
from glbr.review.views.pictures.picture import Picture

MOST: Final = 14
"""So many objects of one lane are drawn."""

_WIDTH: Final = 1000
_BOX: Final = 152
_BETWEEN: Final = 57
_TALL: Final = 46
_GAP: Final = 16
_TOP: Final = 40
_LABEL: Final = 17
_PLACES: Final = (0.5, 0.3, 0.7, 0.4, 0.6)

_WORDS: Final[Mapping[State, str]] = {
    "kept": "stays",
    "lost": "lost",
    "new": "new",
    "unknown": "known only after the apply",
}

_KEY: Final = (
    ("key-lost", "✕ lost"),
    ("key-new", "+ new"),
    ("key-unknown", "? open until the apply"),
    ("key-kept", "stays"),
)

Spot = tuple[float, float]


def lanes(analysis: Analysis, found: Sequence[Fate]) -> Picture | None:
    """Draw the lanes; None when no job protects anything on either side."""
    made = graph(analysis, found)
    if not made.edges:
        return None
    spots, left_out, height = _laid_out(made)
    edges = {edge: state for edge, state in made.edges.items() if edge[0] in spots and edge[1] in spots}
    # What stays is drawn first, so that what is lost lies on top.
    ordered = sorted(edges, key=lambda edge: ("kept", "new", "unknown", "lost").index(edges[edge]))
    parts = [*_heads(height)]
    parts.extend(_edge(spots[edge[0]], spots[edge[1]], edges[edge]) for edge in ordered)
    becoming = becomings(made, found)
    parts.extend(_box(made.nodes[key], becoming[key], spot) for key, spot in spots.items())
    parts.extend(_labels(spots, edges))
    counts = {state: sum(one == state for one in made.edges.values()) for state in _WORDS}
    return Picture(
        "lanes",
        "From assets to stores",
        f"Five lanes: {', '.join(LANES).lower()}. {counted(counts['lost'], 'way')} lost, {counts['new']:,} new, "
        f"{counts['kept']:,} stay, {counts['unknown']:,} known only after the apply.",
        _caption(analysis, found),
        _WIDTH,
        height,
        svg.together(parts),
        ("From", "To", "What becomes of it"),
        tuple(_rows(made, becoming)),
        _rest(analysis, found, made, left_out),
        (
            ("key-lost", "✕ lost"),
            ("key-new", "+ new"),
            ("key-unknown", "? open until the apply"),
            ("key-kept", "stays"),
        ),
    )


def _caption(analysis: Analysis, found: Sequence[Fate]) -> str:
    if not analysis.is_change:
        return "What the configuration protects, and where the copies go."
    drawn = "Only what changes is drawn." if any(fate.changes for fate in found) else "Nothing of it changes."
    return f"What is lost is red and dashed, with a cross; what is new is green, with a plus. {drawn}"


def _rest(analysis: Analysis, found: Sequence[Fate], made: Graph, left_out: int) -> str:
    units = sum(len(fate.units) for fate in found)
    unchanged = sum(len(fate.units) for fate in found if not fate.changes)
    all_the_same = unchanged == units
    changed = units - unchanged
    said = []
    if changed > made.drawn and not all_the_same:
        said.append(f"{changed - made.drawn:,} more changing")
    rest = unchanged - (made.drawn if all_the_same else 0)
    if rest > 0:
        said.append(f"{rest:,} more{' unchanged' if analysis.is_change else ''}")
    if left_out:
        said.append(f"{left_out:,} more objects of the lanes")
    return f"and {', '.join(said)}" if said else ""


def _laid_out(made: Graph) -> tuple[dict[Key, Spot], int, float]:
    """Where each object stands, how many have no place, and how high it all gets. Objects stand near to what leads to them."""
    columns: list[list[Key]] = []
    place: dict[Key, float] = {}
    left_out = 0
    for lane in range(len(LANES)):
        keys = [key for key in made.nodes if key[0] == lane]
        near = {key: _mean([place[one] for one, other in made.edges if other == key and one in place]) for key in keys}
        keys.sort(key=lambda key: near[key])
        left_out += max(0, len(keys) - MOST)
        columns.append(keys[:MOST])
        step = 1 / max(1, len(columns[-1]))
        place.update({key: (position + 0.5) * step for position, key in enumerate(columns[-1])})
    tallest = max(len(column) for column in columns)
    inside = tallest * (_TALL + _GAP) - _GAP
    spots: dict[Key, Spot] = {}
    for lane, column in enumerate(columns):
        free = inside - len(column) * _TALL
        gap = free / (len(column) + 1)
        for position, key in enumerate(column):
            spots[key] = (lane * (_BOX + _BETWEEN) + 6, _TOP + gap * (position + 1) + position * _TALL)
    return spots, left_out, _TOP + inside + 16


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.5


def _heads(height: float) -> Iterator[Markup]:
    for lane, words in enumerate(LANES):
        left = lane * (_BOX + _BETWEEN) + 6
        yield svg.rectangle(left - 5, 2, _BOX + 10, height - 4, "lane", rx=10)
        yield svg.text(left + _BOX / 2, 24, words, "strong", anchor="middle")


def _ends(start: Spot, end: Spot) -> tuple[float, float, float, float]:
    return start[0] + _BOX, start[1] + _TALL / 2, end[0], end[1] + _TALL / 2


def _edge(start: Spot, end: Spot, state: State) -> Markup:
    x1, y1, x2, y2 = map(svg.number, _ends(start, end))
    bend = svg.number((start[0] + _BOX + end[0]) / 2)
    return svg.element("path", d=f"M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}", class_=f"edge {state}")


def _labels(spots: Mapping[Key, Spot], edges: Mapping[tuple[Key, Key], State]) -> Iterator[Markup]:
    """The word at each way that is lost or new, moved along it until it covers no other."""
    taken: list[Spot] = []
    for edge in sorted(edges, key=lambda edge: spots[edge[0]]):
        if edges[edge] == "kept":
            continue
        x1, y1, x2, y2 = _ends(spots[edge[0]], spots[edge[1]])
        places = [(x1 + (x2 - x1) * share, _on_curve(y1, y2, share)) for share in _PLACES]
        x, y = next((spot for spot in places if not any(_cover(spot, other) for other in taken)), places[0])
        taken.append((x, y))
        kind = LOOKS[edges[edge]]
        yield svg.rectangle(x - 24, y - _LABEL / 2, 48, _LABEL, f"label {kind}", rx=8)
        yield svg.text(x, y + 4, SIGNS[edges[edge]], f"sign tiny {kind}", anchor="middle")


def _on_curve(y1: float, y2: float, share: float) -> float:
    """Height of the curve at a share of its way; its bend lies in the middle."""
    return y1 + (y2 - y1) * share * share * (3 - 2 * share)


def _cover(one: Spot, other: Spot) -> bool:
    return abs(one[0] - other[0]) < 50 and abs(one[1] - other[1]) < _LABEL + 2


def _box(node: Node, becoming: Becoming, spot: Spot) -> Markup:
    x, y = spot
    return svg.element(
        "g",
        svg.element("title", f"{node.name} · {node.about}" if node.about else node.name),
        svg.rectangle(x, y, _BOX, _TALL, f"node {becoming.state}", rx=7),
        svg.text(x + 9, y + 19, svg.fitted(node.name.replace("on-premises ", "on-prem "), 15) or "(no name)", "strong"),
        svg.text(
            x + 9,
            y + 36,
            svg.fitted(becoming.words or node.about, 21),
            f"sign tiny {becoming.look}" if becoming.words else "small",
        ),
    )


def _rows(made: Graph, becoming: Mapping[Key, Becoming]) -> Iterator[tuple[str, ...]]:
    for (start, end), state in made.edges.items():
        yield (*(_named(made.nodes[key], becoming[key]) for key in (start, end)), _WORDS[state])


def _named(node: Node, becoming: Becoming) -> str:
    """An object in words; with what becomes of it, where that is more than what becomes of the way."""
    lane = LANES[node.lane].lower().removesuffix("s")
    more = "" if becoming.words in SIGNS.values() else becoming.words.lstrip("✕▼▲ ")
    about = ", ".join(part for part in (node.about, more) if part)
    return f"{lane} {node.name}" + (f" ({about})" if about else "")
