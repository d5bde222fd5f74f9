"""Writes SVG. Everything that goes through here is escaped, and the same values give the same bytes."""

from collections.abc import Iterable
from unicodedata import east_asian_width

from markupsafe import Markup, escape

from glbr.review.views.words import plain

Content = str | Markup
Value = str | float | int


def element(name: str, *content: Content, **attributes: Value) -> Markup:
    """One element. Plain texts are escaped, markup is taken as it is; `class_` and `stroke_width` write as SVG has them."""
    written = "".join(f' {_attribute(key)}="{escape(plain(number(value)))}"' for key, value in attributes.items())
    inside = "".join(part if isinstance(part, Markup) else escape(plain(part)) for part in content)
    return Markup(f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>")  # noqa: S704 (escaped above)


def together(parts: Iterable[Markup]) -> Markup:
    """Several elements one after the other."""
    return Markup("").join(parts)


def number(value: Value) -> str:
    """A coordinate with one decimal at most, so that no rounding error gets into the page; a text as it is."""
    if isinstance(value, float):
        return f"{round(value, 1) + 0.0:g}"
    return str(value)


def text(x: float, y: float, words: str, kind: str = "", *, anchor: str = "start") -> Markup:
    """A line of text that begins, is centred or ends at a point."""
    more = {} if anchor == "start" else {"text_anchor": anchor}
    return element("text", words, x=x, y=y, **({"class_": kind} if kind else {}), **more)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line."""
    return element("path", d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", class_=kind)


def rectangle(x: float, y: float, width: float, height: float, kind: str = "", **more: Value) -> Markup:
    """A rectangle; a very narrow one keeps a width that can be seen."""
    return element("rect", x=x, y=y, width=max(width, 1.0), height=height, **({"class_": kind} if kind else {}), **more)


def fitted(words: str, most: int) -> str:
    """A text for a place that holds so many letters; letters of East Asia take two places. The text twin has all of it."""
    seen, taken = plain(words), 0
    for position, letter in enumerate(seen):
        taken += 2 if east_asian_width(letter) in "WF" else 1
        if taken > most:
            return f"{seen[: max(1, position - 1)].rstrip()}…"
    return seen


def hatching(identifier: str, kind: str) -> Markup:
    """Slanted lines to fill a shape with: told apart from plain colour by everybody, in print too."""
    stroke = line(0, 0, 0, 6, kind)
    return element(
        "pattern",
        stroke,
        id=identifier,
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def _attribute(key: str) -> str:
    if key == "class_":
        return "class"
    return key.replace("_", "-")
