"""A picture and its text twin."""

from dataclasses import dataclass

from markupsafe import Markup

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the page.

    Attributes:
        id: Its id in the page; ids inside of the drawing begin with it.
        title: What it shows, in a few words: also its name for those who cannot see it.
        description: What can be seen in it, in a sentence or two.
        caption: What to know when looking at it.
        width: Width of the drawing, in its own units.
        height: Height of the same.
        drawing: What is inside of the `svg`.
        columns: Heads of the text twin.
        rows: The text twin: everything that the drawing says. The first cell heads its row.
        more: How many more such rows there are, in words; empty for none.
        key: Signs and patterns of the drawing and what they mean: class of the sign, words.
    """

    id: str
    title: str
    description: str
    caption: str
    width: float
    height: float
    drawing: Markup
    columns: tuple[str, ...]
    rows: Rows
    more: str = ""
    key: tuple[tuple[str, str], ...] = ()
