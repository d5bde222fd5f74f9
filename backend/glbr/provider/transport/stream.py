"""One HTTP/2 stream as a gRPC call sees it: a request comes in, responses and a status go out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from h2.errors import ErrorCodes
from h2.exceptions import ProtocolError

from glbr.provider.transport.framing import Incoming, framed
from glbr.provider.transport.status import CallFailed, Code, trailers

if TYPE_CHECKING:
    from glbr.provider.transport.connection import Connection

_HTTP_OK = (":status", "200")
_GRPC = ("content-type", "application/grpc")
_UNCOMPRESSED = ("grpc-accept-encoding", "identity")
_OPENING = [_HTTP_OK, _GRPC, _UNCOMPRESSED]


class ClientGone(Exception):
    """The client has given the call up, or is gone: there is nobody to send to."""


class Stream:
    """A call's side of its stream. All methods are for the event loop's thread."""

    __slots__ = ("_client_ended", "_connection", "_incoming", "_opened", "_request", "number")

    def __init__(self, connection: Connection, number: int) -> None:
        self.number = number
        self._connection = connection
        self._incoming = Incoming()
        self._request: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._client_ended = False
        self._opened = False

    def receive(self, piece: bytes) -> None:
        """Take a piece of the request; what arrives after the request was refused is dropped."""
        if self._request.done():
            return
        try:
            self._incoming.add(piece)
        except CallFailed as failure:
            self._refuse(failure)

    def receive_end(self) -> None:
        """Take note that the client has sent everything."""
        self._client_ended = True
        if self._request.done():
            return
        try:
            self._request.set_result(self._incoming.message())
        except CallFailed as failure:
            self._refuse(failure)

    async def request(self) -> bytes:
        """Wait for the whole request.

        Raises:
            CallFailed: when it can never become one.
        """
        return await self._request

    async def send(self, message: bytes) -> None:
        """Send one response, as quickly as the client takes it.

        Raises:
            CallFailed: when the message is larger than the client accepts.
            ClientGone: when the client does not want it any more.
        """
        data = memoryview(framed(message))
        try:
            if not self._opened:
                self._connection.send_headers(self.number, _OPENING)
                self._opened = True
            sent = 0
            while sent < len(data):
                room = await self._connection.room(self.number)
                self._connection.send_data(self.number, data[sent : sent + room])
                sent += room
        except ProtocolError as error:
            raise ClientGone from error

    def finish(self, code: Code, message: str = "") -> None:
        """End the call with a status; nothing can be sent afterwards.

        Raises:
            ClientGone: when the client does not want it any more.
        """
        opening = [] if self._opened else _OPENING
        try:
            self._connection.send_headers(self.number, [*opening, *trailers(code, message)], end=True)
            if not self._client_ended:
                self._connection.reset(self.number, ErrorCodes.NO_ERROR)
        except ProtocolError as error:
            raise ClientGone from error

    def _refuse(self, failure: CallFailed) -> None:
        self._request.set_exception(failure)
        # A call that was cancelled never asks; without this, asyncio would complain about an unseen failure.
        self._request.exception()
