"""Keeps one comment per stack up to date."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, Literal

from glbr.cli.commenting.forge import Busy, Comment, Forge
from glbr.review.views.marker import Marker

Posted = Literal["added", "updated", "unchanged", "newer there"]

_PAUSES_SECONDS: Final = (1.0, 4.0, 15.0)
_AHEAD: Final = timedelta(days=1)
"""No honest plan is that much younger than now: such a comment is not heeded."""


def post(
    forge: Forge, body: str, marker: Marker, *, now: datetime, pause: Callable[[float], None], only_new: bool = False
) -> Posted:
    """Put a review into its comment, and try again while the forge is busy.

    Each try looks first, so that a comment whose answer was lost is found and not written twice. Only comments of the
    same author count: anybody may write such a first line.

    Raises:
        NotPosted: it could not be done.
    """
    for seconds in (*_PAUSES_SECONDS, None):
        try:
            return _once(forge, body, marker, now, only_new=only_new)
        except Busy:
            if seconds is None:
                raise
            pause(seconds)
    raise AssertionError("the last try returns or raises")


def _once(forge: Forge, body: str, marker: Marker, now: datetime, *, only_new: bool) -> Posted:
    found = None if only_new else _earlier(forge, marker, now)
    if found is None:
        forge.add(body)
        return "added"
    comment, old = found
    if old.valid_at > marker.valid_at:
        return "newer there"
    if comment.body.strip() == body.strip():
        return "unchanged"
    forge.replace(comment, body)
    return "updated"


def _earlier(forge: Forge, marker: Marker, now: datetime) -> tuple[Comment, Marker] | None:
    """The latest comment of ours about the same stack."""
    me, found = forge.me(), None
    for comment in forge.comments():
        old = Marker.read(comment.body) if comment.author == me else None
        if old is not None and old.stack == marker.stack and old.valid_at <= now + _AHEAD:
            found = comment, old
    return found
