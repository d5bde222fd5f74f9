"""Talks to HPE for the whole provider: signs in, sends, repeats what may be repeated, explains what went wrong."""

import asyncio
import json
from collections.abc import Mapping
from random import SystemRandom
from typing import Self
from urllib.parse import urlsplit

from glbr.api.clock import Clock, Pauses, Random, Sleep, SystemClock
from glbr.api.credentials import Credentials, Token
from glbr.api.error_body import read_error_body
from glbr.api.errors import GlbrError, UnexpectedReply, api_error_kind
from glbr.api.exchange import Exchange, describe, read_json, read_object
from glbr.api.lean_httpx import httpx
from glbr.api.notices import Notices
from glbr.api.redaction import silence_libraries
from glbr.api.request import Reply, Request
from glbr.api.retry import Answer, Retries
from glbr.api.settings import Settings


class Client:
    """HPE's API as one configured provider sees it; safe to use from many tasks of one event loop.

    Once `stopping` is set, every wait ends with `Interrupted`; requests that are under way come to their end.
    """

    def __init__(  # time, chance, sleep and network come in from outside, each by its name
        self,
        settings: Settings,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Clock,
        random: Random,
        sleep: Sleep,
        stopping: asyncio.Event | None = None,
    ) -> None:
        silence_libraries()
        self.settings = settings
        self.clock = clock
        self.stopping = stopping or asyncio.Event()
        self.pauses = Pauses(sleep, self.stopping)
        self.notices = Notices()
        self._exchange = Exchange(settings, transport=transport, clock=clock)
        self._retries = Retries(clock=clock, random=random, pauses=self.pauses)
        self._credentials = Credentials(settings, exchange=self._exchange, retries=self._retries, clock=clock)

    @classmethod
    def connect(cls, settings: Settings, *, stopping: asyncio.Event | None = None) -> Self:
        """Make a client for the real network and the real time; nothing is sent yet."""
        return cls(settings, clock=SystemClock(), random=SystemRandom().random, sleep=asyncio.sleep, stopping=stopping)

    async def send(self, request: Request) -> Reply:
        """Send one request and give its answer, if that is a success.

        A DELETE whose earlier try may have worked counts as done when the repetition finds nothing: the reply is 204.

        Raises:
            ApiError: HPE said no; the subclass tells which no.
            Unreachable: No answer; `may_have_acted` tells whether to look before repeating.
            UnexpectedReply: An answer that cannot be read.
            Interrupted: Stopping was asked for while waiting to repeat.
        """
        refused: Token | None = None

        async def attempt(number: int) -> httpx.Response:
            nonlocal refused
            token = await self._credentials.token(instead_of=refused)
            response = await self._send_once(request, token, number)
            if response.status_code == httpx.codes.UNAUTHORIZED and refused is None:
                refused = token
                token = await self._credentials.token(instead_of=refused)
                response = await self._send_once(request, token, number)
            return response

        answer = await self._retries.answer(
            request, attempt, host=urlsplit(self.settings.endpoint_of(request.path)).netloc
        )
        response = answer.response
        self.notices.note(request.path, response.headers)
        if response.is_success:
            return Reply(
                response.status_code, response.headers, read_object(response, doing=request.doing), request.doing
            )
        if request.method == "DELETE" and response.status_code == httpx.codes.NOT_FOUND and answer.may_have_acted:
            return Reply(httpx.codes.NO_CONTENT, response.headers, None, request.doing)
        raise _failure(request, answer)

    async def get(self, path: str, *, doing: str, query: Mapping[str, str] | None = None) -> Mapping[str, object]:
        """Read one JSON object; raises what `send` raises."""
        reply = await self.send(Request("GET", path, doing, query or {}))
        if reply.body is None:
            raise UnexpectedReply(doing=doing, what=f"GET {path} was answered {reply.status} with an empty body.")
        return reply.body

    async def aclose(self) -> None:
        """Close all connections."""
        await self._credentials.aclose()
        await self._exchange.aclose()

    async def _send_once(self, request: Request, token: Token, number: int) -> httpx.Response:
        headers = {"authorization": f"Bearer {token.value}"}
        content = None
        if request.body is not None:
            headers["content-type"] = request.content_type
            content = json.dumps(request.body).encode()
        return await self._exchange.send(
            request.method,
            self.settings.endpoint_of(request.path) + request.path,
            attempt=number,
            headers=headers,
            query=request.query,
            body=request.body,
            content=content,
        )


def _failure(request: Request, answer: Answer) -> GlbrError:
    response = answer.response
    if response.is_redirect:
        return UnexpectedReply(
            doing=request.doing, what=f"{describe(response)}, a redirection, which HPE's API never gives."
        )
    body = read_json(response)
    error = read_error_body(body)
    message = error.text
    if not message and response.content and not isinstance(body, dict):
        message = f"{describe(response)}, which is not HPE's way to report an error; a proxy may have answered."
    return api_error_kind(response.status_code)(
        status=response.status_code,
        message=message,
        method=request.method,
        path=request.path,
        doing=request.doing,
        error_code=error.error_code,
        debug_id=error.debug_id or response.headers.get("x-request-id", ""),
        retries=answer.gave_up,
        may_have_acted=answer.may_have_acted,
    )
