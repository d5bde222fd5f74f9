"""One HTTP/2 connection from Terraform: h2 knows the protocol, this moves the bytes and starts the calls."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol, cast

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import (
    ConnectionTerminated,
    DataReceived,
    Event,
    RemoteSettingsChanged,
    RequestReceived,
    StreamEnded,
    StreamReset,
    WindowUpdated,
)
from h2.exceptions import ProtocolError
from h2.settings import SettingCodes, Settings

from glbr.provider.transport.stream import Stream

_log = logging.getLogger("glbr.transport")

# Windows so large that a request of ordinary size never waits for leave to continue. They cost nothing until used.
_STREAM_WINDOW = 16 * 1024 * 1024
_CONNECTION_WINDOW = 1024 * 1024 * 1024
_FIRST_CONNECTION_WINDOW = 65535

# Terraform runs 10 operations at once unless told otherwise with -parallelism.
_CONCURRENT_CALLS = 10_000

# Bytes gathered before they are written, and bytes the socket may lag behind before sending pauses.
_WRITE_SIZE = 256 * 1024
_WRITE_BACKLOG = 1024 * 1024

_CONFIGURATION = H2Configuration(
    client_side=False,
    # What we send is written in this package, in lower case and in order; checking it again doubles the cost.
    validate_outbound_headers=False,
    normalize_outbound_headers=False,
    # What comes in is from the one Terraform that mutual TLS lets in.
    validate_inbound_headers=False,
    normalize_inbound_headers=False,
)


class Owner(Protocol):
    """What a connection asks of the server it belongs to."""

    def welcomes(self, transport: asyncio.BaseTransport) -> bool:
        """Tell whether the client may stay."""

    def opened(self, connection: Connection) -> None:
        """Take note of a connection that was welcomed."""

    def lost(self, connection: Connection) -> None:
        """Take note that a connection that was welcomed is gone; its calls may still run."""

    def start(self, stream: Stream, path: str) -> asyncio.Task[None]:
        """Start answering the call of the method at this path."""


class Connection(asyncio.Protocol):
    """Reads frames, has one task started per call, and writes what the calls answer."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._http2 = H2Connection(_CONFIGURATION)
        self._streams: dict[int, Stream] = {}
        self._calls: dict[int, asyncio.Task[None]] = {}
        self._changed = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._gathered = 0
        self._transport: asyncio.Transport | None = None
        self._paused = False
        self._flush_is_due = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet a client that may stay (TLS has been agreed on by then); hang up on any other."""
        transport = cast("asyncio.Transport", transport)
        if not self._owner.welcomes(transport):
            transport.abort()
            return
        transport.set_write_buffer_limits(_WRITE_BACKLOG)
        self._transport = transport
        self._http2.local_settings = Settings(
            client=False,
            initial_values={
                SettingCodes.INITIAL_WINDOW_SIZE: _STREAM_WINDOW,
                SettingCodes.MAX_CONCURRENT_STREAMS: _CONCURRENT_CALLS,
            },
        )
        self._http2.initiate_connection()
        self._http2.increment_flow_control_window(_CONNECTION_WINDOW - _FIRST_CONNECTION_WINDOW)
        self.flush()
        self._owner.opened(self)

    def data_received(self, data: bytes) -> None:
        """Act on what the client sent; a client that breaks the protocol is told so and disconnected."""
        if self._transport is None:
            return
        try:
            for event in self._http2.receive_data(data):
                self._act_on(event)
        except ProtocolError as error:
            _log.warning("the client broke HTTP/2", extra={"error": type(error).__name__})
            self.flush()
            self._transport.close()
        else:
            self.flush()

    def pause_writing(self) -> None:
        """Stop taking data from calls until the client has read some."""
        self._paused = True

    def resume_writing(self) -> None:
        """Let the calls go on."""
        self._paused = False
        self._changed.set()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the owner, who decides how long the calls in flight may still run."""
        if self._transport is None:
            return
        _log.debug("connection closed", extra={"error": type(exc).__name__ if exc else None})
        self._transport = None
        self._changed.set()
        self._owner.lost(self)

    def close(self) -> None:
        """Say goodbye (GOAWAY) and hang up."""
        if self._transport is not None:
            self._http2.close_connection()
            self.flush()
            self._transport.close()

    def cancel_calls(self) -> None:
        """Give up on every call that still runs."""
        for call in self._calls.values():
            call.cancel()

    async def room(self, number: int) -> int:
        """Wait until something can be sent on a stream; return how many bytes one frame may take.

        Raises:
            ProtocolError: when the stream or the connection is gone.
        """
        while self._transport is not None:
            if not self._paused:
                window = self._http2.local_flow_control_window(number)
                if window > 0:
                    return min(window, self._http2.max_outbound_frame_size)
                self.flush()
            self._changed.clear()
            await self._changed.wait()
        raise ProtocolError("connection closed")

    def send_headers(self, number: int, headers: list[tuple[str, str]], *, end: bool = False) -> None:
        """Send headers or trailers soon, together with what else is waiting."""
        if self._transport is not None:
            self._http2.send_headers(number, headers, end_stream=end)
            self._flush_soon()

    def send_data(self, number: int, data: memoryview) -> None:
        """Send at most `room` bytes soon."""
        self._http2.send_data(number, data)
        self._gathered += len(data)
        if self._gathered >= _WRITE_SIZE:
            self.flush()
        self._flush_soon()

    def reset(self, number: int, reason: ErrorCodes) -> None:
        """Tell the client to stop sending on a stream."""
        if self._transport is not None:
            self._http2.reset_stream(number, reason)
            self._flush_soon()

    def flush(self) -> None:
        """Write everything that is waiting."""
        self._gathered = 0
        waiting = self._http2.data_to_send()
        if waiting and self._transport is not None:
            self._transport.write(waiting)

    def _flush_soon(self) -> None:
        # One write for headers, message and trailers, and for all calls that end in the same turn of the loop.
        if not self._flush_is_due:
            self._flush_is_due = True
            self._loop.call_soon(self._flush_now)

    def _flush_now(self) -> None:
        self._flush_is_due = False
        self.flush()

    def _act_on(self, event: Event) -> None:
        match event:
            case RequestReceived():
                self._begin(event)
            case DataReceived():
                self._take(event)
            case StreamEnded():
                if stream := self._streams.get(event.stream_id):
                    stream.receive_end()
            case StreamReset():
                if call := self._calls.get(event.stream_id):
                    call.cancel()
            case WindowUpdated() | RemoteSettingsChanged():
                self._changed.set()
            case ConnectionTerminated():
                if self._transport is not None:
                    self._transport.close()

    def _begin(self, event: RequestReceived) -> None:
        headers = dict(event.headers)
        number = event.stream_id
        if not headers.get(b"content-type", b"").startswith(b"application/grpc"):
            self.send_headers(number, [(":status", "415")], end=True)
            return
        stream = Stream(self, number)
        self._streams[number] = stream
        self._calls[number] = call = self._owner.start(stream, headers[b":path"].decode(errors="replace"))
        call.add_done_callback(lambda _: self._end(number))

    def _take(self, event: DataReceived) -> None:
        self._http2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        if stream := self._streams.get(event.stream_id):
            stream.receive(event.data)

    def _end(self, number: int) -> None:
        del self._streams[number], self._calls[number]
