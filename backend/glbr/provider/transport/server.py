"""Serves a provider on a listening socket until its lifetime ends."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from collections.abc import Callable, Iterable, Sequence

from glbr.provider.transport.calls import Calls
from glbr.provider.transport.connection import Connection
from glbr.provider.transport.lifetime import Lifetime
from glbr.provider.transport.limits import Limits
from glbr.provider.transport.methods import Servicer
from glbr.provider.transport.services import OPEN_ENDED, plugin_services
from glbr.provider.transport.stream import Stream
from glbr.provider.transport.tls import MutualTls
from glbr.provider.transport.unloadable import loaded

_log = logging.getLogger("glbr.transport")


class Server:
    """Owns the connections and the calls, and ends them in order."""

    def __init__(
        self, load: Callable[[], Servicer], lifetime: Lifetime, *, tls: MutualTls | None, limits: Limits
    ) -> None:
        """Load the provider; what fails in that is told to whoever calls it."""
        self._lifetime = lifetime
        self._tls = tls
        self._limits = limits
        self._servicer = loaded(load)
        self._answers = Calls(
            self._servicer.methods, plugin_services(lifetime.asked_to_end, lifetime.ended), OPEN_ENDED
        )
        self._connections: dict[Connection, asyncio.Future[None]] = {}
        self._calls: set[asyncio.Task[None]] = set()

    async def run(self, listener: socket.socket) -> None:
        """Serve until the lifetime ends; return when everything has been let go."""
        loop = asyncio.get_running_loop()
        listening = await loop.create_unix_server(
            lambda: Connection(self),
            sock=listener,
            ssl=self._tls.context if self._tls else None,
            ssl_shutdown_timeout=self._limits.last_words if self._tls else None,
        )
        await self._lifetime.ended.wait()
        _log.debug("ending", extra={"reason": self._lifetime.reason})
        listening.close()
        self._answers.close()
        await self._finish_calls()
        await self._let_go()
        await self._hang_up()

    def welcomes(self, transport: asyncio.BaseTransport) -> bool:
        """Tell whether the client may stay: with TLS only the one expected, without TLS whoever reached the socket."""
        return self._tls is None or self._tls.recognises(transport.get_extra_info("ssl_object"))

    def opened(self, connection: Connection) -> None:
        """Take note of a client."""
        self._connections[connection] = asyncio.get_running_loop().create_future()
        self._lifetime.connected()

    def lost(self, connection: Connection) -> None:
        """Let the calls of a client that is gone run on for a moment: they may be in the middle of a change."""
        self._connections.pop(connection).set_result(None)
        asyncio.get_running_loop().call_later(self._limits.grace, connection.cancel_calls)
        self._lifetime.disconnected()

    def start(self, stream: Stream, path: str) -> asyncio.Task[None]:
        """Start answering a call."""
        call = asyncio.create_task(self._answers.answer(stream, path))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)
        return call

    async def _finish_calls(self) -> None:
        await _settled(self._calls, self._limits.grace)
        for call in self._calls:
            call.cancel()
        await _settled(self._calls, self._limits.last_words)

    async def _let_go(self) -> None:
        try:
            await asyncio.wait_for(self._servicer.shutdown(), self._limits.last_words)
        except TimeoutError:
            _log.warning("letting go took too long", extra={"seconds": self._limits.last_words})
        except Exception as error:  # noqa: BLE001 - a fault here must not keep the process from ending in order
            _log.error("letting go failed", exc_info=error)

    async def _hang_up(self) -> None:
        closed = list(self._connections.values())
        for connection in self._connections:
            connection.close()
        await _settled(closed, self._limits.last_words)


def run(
    load: Callable[[], Servicer],
    lifetime: Lifetime,
    listener: socket.socket,
    stop_signals: Sequence[signal.Signals],
    tls: MutualTls | None,
    limits: Limits,
) -> None:
    """Serve in an event loop of its own until the lifetime ends or one of the signals comes."""

    async def session() -> None:
        loop = asyncio.get_running_loop()
        for number in stop_signals:
            loop.add_signal_handler(number, lifetime.end, f"signal {number.name}")
        watching = asyncio.create_task(lifetime.watch())
        await Server(load, lifetime, tls=tls, limits=limits).run(listener)
        watching.cancel()

    asyncio.run(session())


async def _settled(work: Iterable[asyncio.Future[None]], seconds: float) -> None:
    if pending := set(work):
        await asyncio.wait(pending, timeout=seconds)
