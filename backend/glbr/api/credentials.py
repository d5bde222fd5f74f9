"""The sign-in to HPE: one token for all calls, renewed before it ends."""

import asyncio
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import urlencode, urlsplit

from pydantic import BaseModel, StringConstraints, ValidationError

from glbr.api.clock import Clock
from glbr.api.error_body import read_error_body
from glbr.api.errors import SignInRefused, UnexpectedReply, api_error_kind
from glbr.api.exchange import Exchange, describe, read_json
from glbr.api.lean_httpx import httpx
from glbr.api.request import Request
from glbr.api.retry import Answer, Retries
from glbr.api.settings import Settings

# What HPE's platform gives today. The older service gives two hours, and both usually say so.
ASSUMED_LIFE_SECONDS = 900.0

# A call may wait this long for a connection or an answer with the token it set out with.
LONGEST_MARGIN_SECONDS = 90.0

_DOING = "signing in to HPE GreenLake"


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """One token, and the moment on our clock from which another is fetched."""

    value: str = field(repr=False)
    renew_at: float


class _TokenReply(BaseModel):
    # Visible characters only: anything else could not stand in a header, and the complaint would quote the token.
    access_token: Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]+$")]
    expires_in: float | None = None


class Credentials:
    """Gives every call the current token, and asks HPE for a new one only once however many calls need it."""

    def __init__(self, settings: Settings, *, exchange: Exchange, retries: Retries, clock: Clock) -> None:
        self._settings = settings
        self._exchange = exchange
        self._retries = retries
        self._clock = clock
        self._token: Token | None = None
        self._renewal: asyncio.Task[Token] | None = None
        self._refusal: SignInRefused | None = None

    async def token(self, *, instead_of: Token | None = None) -> Token:
        """Give a valid token, and a different one than HPE has just refused.

        Raises:
            SignInRefused: HPE knows these credentials and does not accept them; asked only once.
        """
        if self._refusal is not None:
            raise self._refusal
        token = self._token
        if token is not None and token is not instead_of and self._clock.monotonic() < token.renew_at:
            return token
        # No lock is needed: nothing else runs between the look and the start, and all who wait share one task, its
        # failure too. Shielded, so that one cancelled call does not take the token from the others.
        if self._renewal is None or self._renewal.done():
            self._renewal = asyncio.create_task(self._renew())
            self._renewal.add_done_callback(_look_at_failure)
        return await asyncio.shield(self._renewal)

    async def aclose(self) -> None:
        """Stop a renewal under way."""
        if self._renewal is not None:
            self._renewal.cancel()
            await asyncio.gather(self._renewal, return_exceptions=True)

    async def _renew(self) -> Token:
        asked_at = self._clock.monotonic()
        url = self._settings.token_url
        request = Request("POST", urlsplit(url).path, _DOING)
        form = {
            "grant_type": "client_credentials",
            "client_id": self._settings.client_id,
            "client_secret": self._settings.client_secret.get_secret_value(),
        }

        async def send(attempt: int) -> httpx.Response:
            return await self._exchange.send(
                "POST",
                url,
                attempt=attempt,
                headers={"content-type": "application/x-www-form-urlencoded"},
                body=form,
                content=urlencode(form).encode(),
            )

        answer = await self._retries.answer(request, send, host=self._host, changes_nothing=True)
        if not answer.response.is_success:
            raise self._failure(request, answer)
        try:
            reply = _TokenReply.model_validate(read_json(answer.response))
        except ValidationError:
            # Not chained: pydantic quotes its input, which may hold a token.
            raise UnexpectedReply(doing=_DOING, what=f"{describe(answer.response)}, without a usable token.") from None
        life = ASSUMED_LIFE_SECONDS if reply.expires_in is None else reply.expires_in
        margin = min(LONGEST_MARGIN_SECONDS, life / 4)
        self._token = Token(reply.access_token, renew_at=asked_at + life - margin)
        return self._token

    @property
    def _host(self) -> str:
        return urlsplit(self._settings.token_endpoint).netloc

    def _failure(self, request: Request, answer: Answer) -> Exception:
        response = answer.response
        status = response.status_code
        if response.is_redirect:
            return UnexpectedReply(
                doing=_DOING, what=f"{describe(response)}, a redirection; tokens are never redirected."
            )
        refused = 400 <= status < 500 and status != httpx.codes.TOO_MANY_REQUESTS
        kind = SignInRefused if refused else api_error_kind(status)
        body = read_error_body(read_json(response))
        said = f"{self._host} gave no token. {_oauth_words(response) or body.text}".strip()
        failure = kind(
            status=status,
            message=said.replace(self._settings.client_secret.get_secret_value(), "(client secret)"),
            method=request.method,
            path=request.path,
            doing=_DOING,
            error_code=body.error_code,
            debug_id=body.debug_id,
            advice=self._advice() if refused else None,
            retries=answer.gave_up,
        )
        if isinstance(failure, SignInRefused):
            # Asking again with the same would only bring the account nearer to being locked.
            self._refusal = failure
        return failure

    def _advice(self) -> str:
        workspace = (
            "Is workspace_id (GLBR_WORKSPACE_ID) the workspace in which the API client was made?"
            if self._settings.workspace_id
            else "No workspace_id (GLBR_WORKSPACE_ID) is set, so the older token service was asked; today's API clients "
            "need one."
        )
        return (
            f"Check client_id (GLBR_CLIENT_ID) and client_secret (GLBR_CLIENT_SECRET). {workspace} A lost secret cannot "
            "be read again, only reset. "
            f"Tokens come from {self._host}: another place is named by token_endpoint (GLBR_TOKEN_ENDPOINT)."
        )


def _oauth_words(response: httpx.Response) -> str:
    """Read the error of RFC 6749: a code, and sometimes a description for people."""
    body = read_json(response)
    if not isinstance(body, dict) or not isinstance(body.get("error"), str):
        return ""
    description = body.get("error_description")
    return f"{body['error']}: {description}" if isinstance(description, str) else body["error"]


def _look_at_failure(renewal: asyncio.Task[Token]) -> None:
    """Take note of a failure even if every call that waited for it is gone; asyncio complains otherwise."""
    if not renewal.cancelled():
        renewal.exception()
