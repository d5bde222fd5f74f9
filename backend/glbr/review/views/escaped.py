"""Text of strangers within Markdown: it reads as it is written, and does nothing."""

import re
from typing import Final
from urllib.parse import quote

from glbr.review.views.words import plain, shortened

_STRUCTURE: Final = re.compile(r"[\\`*_\[\]#|~$!]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ACTIVE: Final = re.compile(r"[\\`*_\[\]#|~$!&<>@%]|(?<=:)//|(?<=www)\.|(?<=GH)-", re.IGNORECASE)
_UNFIT: Final = re.compile(r"[`<>&@|\\]")
_CODE: Final = re.compile(r"(`[^`]+`)")
_WORDY: Final = re.compile(r"[\w\"']")

_NOTHING_WIDE: Final = "\u200b"
"""Shown as nothing; keeps `@`, `#` and the like from calling people or linking to other threads."""


def escaped(text: str, most: int = 500) -> str:
    """A text as words in a paragraph, list or table: no markup, no mention, no reference, no link of its own."""
    return _inert(shortened(text, most))


def _inert(seen: str) -> str:
    return _ACTIVE.sub(_harmless, seen) if _ACTIVE.search(seen) else seen


def _harmless(found: re.Match[str]) -> str:
    sign = found[0]
    if sign in {"//", ".", "-"}:
        return _NOTHING_WIDE + sign
    safe = _ENTITIES.get(sign) or (f"\\{sign}" if _STRUCTURE.match(sign) else sign)
    calls = sign in "@#!%~$&" and _WORDY.match(found.string[found.end() : found.end() + 1])
    return safe + _NOTHING_WIDE if calls else safe


def code(text: str, most: int = 300) -> str:
    """A text as code where it has no sign that ends code, a table or a comment for any reader; else as plain words."""
    seen = shortened(text, most)
    return f"`{seen}`" if seen and not _UNFIT.search(seen) else _inert(seen)


def prose(text: str, most: int = 1_500) -> str:
    """A text that may name attributes between backticks, as explanations do; all else of it is inert. Not for tables."""
    parts = _CODE.split(shortened(text, most))
    return "".join(code(part[1:-1]) if _CODE.fullmatch(part) else _inert(part) for part in parts)


def link(words: str, address: str) -> str:
    """A link with words of ours; the words alone when the address is none of the web."""
    if not address.startswith(("https://", "http://")):
        return escaped(words)
    return f"[{escaped(words)}]({quote(plain(address), safe=':/?#@!$&*+,;=%-._~')})"
