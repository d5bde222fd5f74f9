"""The 3-2-1-1-0 score card, before and after."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.score import Digit, Score, score
from glbr.review.views.pictures import svg
from glbr.review.views.pictures.fate import Fate
from glbr.review.views.pictures.picture import Picture

MOST: Final = 6
"""So many fates have a row of their own."""

_WIDTH: Final = 960
_LEFT: Final = 16
_CELL: Final = 180
_CELL_GAP: Final = 7
_HEAD: Final = 30
_ROW: Final = 84
_SIGNS: Final = {True: "✓", False: "✕", None: "?"}
_WORDS: Final = {True: "met", False: "not met", None: "not known"}
_CLASSES: Final = {True: "met", False: "missed", None: "untold"}


def score_card(analysis: Analysis, found: Sequence[Fate]) -> Picture | None:
    """Draw the scores of the fates that are given; None when there is none."""
    if not found:
        return None
    drawn = found[:MOST]
    scores = [(fate, *scores_of(analysis, fate)) for fate in drawn]
    parts: list[Markup] = []
    rows: list[tuple[str, ...]] = []
    for position, (fate, before, after) in enumerate(scores):
        top = position * (_HEAD + _ROW + 18) + 4
        parts.append(svg.text(_LEFT, top + 18, svg.fitted(fate.title, 110), "strong"))
        for index, digit in enumerate(after.digits):
            was = before.digits[index] if before is not None else None
            parts.append(_cell(_LEFT + index * (_CELL + _CELL_GAP), top + _HEAD, digit, was))
        rows.extend(_rows(fate, before, after))
    more = f"{len(found) - MOST:,} more ways of protection are not drawn" if len(found) > MOST else ""
    return Picture(
        "score",
        "The 3-2-1-1-0 score card",
        _described(scores),
        "Three copies on two kinds of media, one off-site, one locked against deletion, no errors when verified. The data "
        "itself counts as the first copy. Whether backups are verified without errors is not told by HPE's API, so the "
        "last digit stays open.",
        _WIDTH,
        len(drawn) * (_HEAD + _ROW + 18),
        svg.together(parts),
        (
            "What is protected",
            "Digit",
            "Wanted",
            *(("Before",) if analysis.is_change else ()),
            "After",
            "Result",
            "Counted",
        ),
        tuple(rows if analysis.is_change else (row[:3] + row[4:] for row in rows)),
        more,
        (("key-met", "✓ met"), ("key-missed", "✕ not met"), ("key-untold", "? not known")),
    )


def scores_of(analysis: Analysis, fate: Fate) -> tuple[Score | None, Score]:
    """The scores before (None when there is no such side) and after."""
    before = score(fate.before, analysis.model.before.stores) if analysis.is_change else None
    return before, score(fate.after, analysis.model.after.stores)


def _cell(x: float, y: float, digit: Digit, was: Digit | None) -> Markup:
    parts = [
        svg.rectangle(x, y, _CELL, _ROW, f"cell {_CLASSES[digit.is_met]}", rx=8),
        svg.text(x + 14, y + 54, str(digit.wanted), "figure"),
        svg.text(x + 52, y + 24, digit.name, "strong"),
        svg.text(x + _CELL - 14, y + 24, _SIGNS[digit.is_met], f"sign {_CLASSES[digit.is_met]}", anchor="end"),
        svg.text(x + 52, y + 45, _told(digit, was)),
        svg.text(x + 52, y + 66, _WORDS[digit.is_met], "small"),
    ]
    if was is not None and was.is_met and digit.is_met is False:
        parts.append(svg.text(x + _CELL - 14, y + 66, "lost", "sign missed", anchor="end"))
    return svg.element("g", *parts)


def _told(digit: Digit, was: Digit | None) -> str:
    if digit.found is None:
        return "not told by HPE"
    return str(digit) if was is None or str(was) == str(digit) else f"{was} → {digit}"


def _rows(fate: Fate, before: Score | None, after: Score) -> list[tuple[str, ...]]:
    return [
        (
            fate.title,
            digit.name,
            str(digit.wanted),
            str(before.digits[index]) if before is not None else "",
            str(digit),
            _WORDS[digit.is_met],
            ", ".join(digit.of) or "none",
        )
        for index, digit in enumerate(after.digits)
    ]


def _described(scores: Sequence[tuple[Fate, Score | None, Score]]) -> str:
    told = []
    for fate, before, after in scores[:3]:
        was = f"{before.met} before and " if before is not None else ""
        told.append(
            f"{fate.title}: of the four digits that can be known, {was}{after.met} met{' after' if was else ''}."
        )
    return " ".join(told)
