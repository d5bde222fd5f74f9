"""What posting needs of a forge, and one way to ask it over HTTP."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlsplit

import httpx

from glbr.api.errors import GlbrError

_PAGE = 100
_PATIENCE_SECONDS = 30
_BUSY = frozenset({429, 500, 502, 503, 504})
_LONGEST_QUOTE = 300


class NotPosted(GlbrError):
    """The comment is not where it should be; the job must not look green."""


class Busy(NotPosted):
    """The forge may take it a moment later."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that is there: its id, who wrote it, and its text."""

    identifier: str
    author: str
    body: str


class Forge(Protocol):
    """A pull or merge request, seen as a place for comments."""

    place: str
    """What people call it: `octo/clinic#12`."""

    def me(self) -> str:
        """Who writes with this token."""

    def comments(self) -> Iterator[Comment]:
        """All comments, oldest first."""

    def add(self, body: str) -> None:
        """Write a new comment."""

    def replace(self, comment: Comment, body: str) -> None:
        """Write another text into a comment."""


class Api:
    """The forge's REST API with a token. Redirects are not followed: a token goes to no other host."""

    def __init__(self, address: str, token: str, headers: Mapping[str, str]) -> None:
        self._token = token
        self._client = httpx.Client(base_url=address, headers=headers, timeout=_PATIENCE_SECONDS)
        self._address = address

    def ask(
        self, method: str, path: str, *, body: str | None = None, query: Mapping[str, str | int] | None = None
    ) -> object:
        """Send one request and return what came back.

        Raises:
            Busy: it may go better a moment later.
            NotPosted: it will not.
        """
        try:
            reply = self._client.request(method, path, params=query, json={"body": body} if body is not None else None)
        except (httpx.HTTPError, httpx.InvalidURL) as failure:
            detail = f"{type(failure).__name__}. Check the address, and that this machine can reach it."
            raise Busy(f"Asking {self._address}: no answer", detail) from None
        if reply.status_code in _BUSY:
            raise Busy(f"{method} {path}: {self._address} answered {reply.status_code}", self._said(reply))
        if reply.is_redirect:
            raise NotPosted(f"{method} {path}: {self._address} answered that it has moved", self._moved(reply))
        if not reply.is_success:
            raise NotPosted(f"{method} {path}: {self._address} answered {reply.status_code}", self._said(reply))
        try:
            return reply.json()
        except (ValueError, RecursionError):
            raise NotPosted(
                f"{method} {path}: {self._address} answered no JSON", "Is that the address of its API?"
            ) from None

    def pages(self, path: str, query: Mapping[str, str | int]) -> Iterator[Mapping[str, object]]:
        """Everything in a list, page by page."""
        number = 1
        while True:
            page = self.ask("GET", path, query={**query, "per_page": _PAGE, "page": number})
            items = page if isinstance(page, Sequence) and not isinstance(page, str) else []
            yield from (item for item in items if isinstance(item, Mapping))
            if len(items) < _PAGE:
                return
            number += 1

    def _said(self, reply: httpx.Response) -> str:
        """What the forge says about it, in a line."""
        advice = (
            "Check that the token may write comments there, and that the number is right."
            if reply.status_code < 500
            else ""
        )
        try:
            told = reply.json().get("message")
        except (ValueError, AttributeError, RecursionError):
            told = None
        return " ".join(filter(None, (f"It says: {quoted(str(told), self._token)}." if told else "", advice)))

    def _moved(self, reply: httpx.Response) -> str:
        """Where to; a token is not taken there, for it may be anybody's."""
        try:
            path = urlsplit(reply.headers["location"]).path
        except ValueError:
            path = ""
        where = f"It says: now at {quoted(path, self._token)}. " if path else ""
        return f"{where}Give --repository (or --api) as it is called now. Redirects are not followed with a token."


def quoted(text: str, token: str) -> str:
    """Somebody else's text, fit for a line: without the token, without what a terminal obeys, and not too long."""
    for secret in {token, quote(token, safe="")} - {""}:
        text = text.replace(secret, "(the token)")
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def identifier_of(item: Mapping[str, object]) -> str:
    """The id of a comment, which becomes a part of an address.

    Raises:
        NotPosted: it has none, or one that is no number.
    """
    told = item.get("id")
    if isinstance(told, bool) or not isinstance(told, int) or told < 0:
        raise NotPosted("The forge listed a comment without a number as its id", "Is that the address of its API?")
    return str(told)
