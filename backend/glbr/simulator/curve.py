"""Curves of counts over days, as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

_WIDTH, _HEIGHT = 900, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 12, 10, 24
_DAY = 86400
# As many as the page's style has colours; further curves start over.
_COLOURS = 6
_DASHES = ("", "6 3", "2 3")


@dataclass(frozen=True)
class Curve:
    """A count at each of some days (days since 1970), in order."""

    name: str
    points: Sequence[tuple[int, int]]


def draw(curves: Sequence[Curve]) -> str:
    """One chart with all curves on one scale."""
    days = [day for curve in curves for day, _ in curve.points]
    first, last = min(days), max(days)
    top = _round_up(max(count for curve in curves for _, count in curve.points))
    width, height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM

    def x(day: int) -> float:
        return _LEFT + width * (day - first) / max(1, last - first)

    def y(count: float) -> float:
        return _TOP + height * (1 - count / top)

    parts = []
    for quarter in range(5):
        count = top * quarter / 4
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(count):.1f}" y2="{y(count):.1f}"/>'
        )
        parts.append(f'<text x="{_LEFT - 6}" y="{y(count) + 4:.1f}" text-anchor="end">{count:g}</text>')
    for day, anchor in ((first, "start"), (last, "end")):
        date = datetime.fromtimestamp(day * _DAY, UTC).date().isoformat()
        parts.append(f'<text x="{x(day):.1f}" y="{_HEIGHT - 6}" text-anchor="{anchor}">{date}</text>')
    for number, curve in enumerate(curves):
        path = " ".join(f"{x(day):.1f},{y(count):.1f}" for day, count in curve.points)
        colour, dash = number % _COLOURS, _DASHES[number // _COLOURS % len(_DASHES)]
        parts.append(
            f'<polyline class="curve" style="stroke: var(--c{colour})" stroke-dasharray="{dash}" points="{path}">'
            f"<title>{escape(curve.name)}</title></polyline>"
        )
    label = escape("Recovery points held per day: " + ", ".join(curve.name for curve in curves), quote=True)
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def legend(curves: Sequence[Curve]) -> str:
    """Which colour is which curve, with the last count of each."""
    return "".join(
        f'<span class="key"><i style="background: var(--c{number % _COLOURS})"></i>'
        f"{escape(curve.name)} ({curve.points[-1][1]})</span>"
        for number, curve in enumerate(curves)
    )


def _round_up(count: int) -> int:
    """The next number whose quarters are easy to read: 4, 8, 20, 40, 80, 200..."""
    scale = 1
    while True:
        for step in (4, 8, 20):
            if step * scale >= count:
                return step * scale
        scale *= 10
