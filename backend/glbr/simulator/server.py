"""Running the simulator: inside a test or demo, or by itself until stopped."""

import asyncio
import dataclasses
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from glbr.simulator.app import SimulatorApp
from glbr.simulator.options import Options
from glbr.simulator.service import Service

LOOPBACK = "127.0.0.1"
# Tests send hundreds of requests at once; uvicorn's own default is enough, but must not be less than that.
_BACKLOG = 2048
_START_SECONDS = 10.0


class _CuttableProtocol(H11Protocol):
    """HTTP whose connection the application can cut, which faults need."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn declares it
        self.app_state = {**self.app_state, "transport": transport}
        super().connection_made(transport)


class RunningSimulator:
    """A simulator on a free port of this machine, in a thread; a context manager.

    Attributes:
        url: where HPE's API is, `http://127.0.0.1:PORT`.
        service: the service itself, for looking inside from the same process.
    """

    def __init__(self, options: Options | None = None, *, port: int = 0) -> None:
        """Prepare a simulator; nothing runs before `with`.

        Args:
            options: how it is set up.
            port: 0 takes a free one.
        """
        self.options = options or Options()
        self._port = port
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.service = Service(self.options)
        try:
            listener = _listener(LOOPBACK, self._port)
        except OSError:
            self.service.close()
            raise
        self._port = listener.getsockname()[1]
        self._server = _server(self.service)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, name="glbr-simulator", daemon=True
        )
        self._thread.start()
        self._await_start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
        self.service.close()

    @property
    def url(self) -> str:
        """Where HPE's API is."""
        return f"http://{LOOPBACK}:{self._port}"

    @property
    def now(self) -> datetime:
        """Simulated time."""
        with self.service.lock:
            return self.service.world.clock.now()

    def advance(self, **step: float) -> datetime:
        """Move the clock on (`days=30`, `hours=1`); gives the new time."""
        with self.service.lock:
            return self.service.world.advance(timedelta(**step))

    def change_settings(self, **changes: Any) -> None:
        """Change settings while it runs."""
        with self.service.lock:
            self.service.world.settings = self.service.world.settings.changed(changes)

    def add_fault(self, kind: str, operation: str = "*", **details: Any) -> None:
        """Order trouble; see `faults.Fault`."""
        with self.service.lock:
            self.service.faults.add({"kind": kind, "operation": operation, **details})

    @property
    def request_counts(self) -> dict[str, int]:
        """Requests per operationId since the start or the last clearing."""
        with self.service.lock:
            return self.service.requests.counts

    def _await_start(self) -> None:
        pause = threading.Event()
        for _ in range(int(_START_SECONDS / 0.002)):
            if self._server is not None and self._server.started:
                return
            if self._thread is not None and not self._thread.is_alive():
                break
            pause.wait(0.002)
        raise RuntimeError(f"starting the simulator on {self.url}: it was not ready within {_START_SECONDS:g} seconds")


@contextmanager
def running(options: Options | None = None, *, port: int = 0, **changes: Any) -> Iterator[RunningSimulator]:
    """A running simulator; `changes` are fields of `Options`.

    Example: `with running(world="clinic", clock="frozen") as simulator: simulator.url`
    """
    with RunningSimulator(dataclasses.replace(options or Options(), **changes), port=port) as simulator:
        yield simulator


def _server(service: Service) -> uvicorn.Server:
    config = uvicorn.Config(
        SimulatorApp(service),
        http=_CuttableProtocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=_BACKLOG,
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


def _listener(host: str, port: int) -> socket.socket:
    # Named as TCP, or asyncio leaves Nagle's delay on, and each reply after the first takes 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as problem:
        listener.close()
        raise OSError(f"starting the simulator on {host}:{port}: {problem.strerror}; choose another port") from problem
    return listener
