"""Time and waiting, handed in from outside so that tests need neither."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Protocol, TypeAlias

from glbr.api.errors import Interrupted

Sleep: TypeAlias = Callable[[float], Awaitable[object]]
"""Waits so many seconds; `asyncio.sleep` outside tests."""

Random: TypeAlias = Callable[[], float]
"""A number from 0 up to but without 1, to spread retries."""


class Clock(Protocol):
    """What time it is, and how much of it has passed."""

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never runs backwards."""
        ...

    def now(self) -> datetime:
        """The moment in UTC, to compare with dates that HPE sends."""
        ...


class SystemClock:
    """The clock of this machine."""

    def monotonic(self) -> float:
        """Seconds since some fixed moment; never runs backwards."""
        return time.monotonic()

    def now(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)


class Pauses:
    """Waits between calls, all of which end at once when the person presses Ctrl-C."""

    def __init__(self, sleep: Sleep, stopping: asyncio.Event) -> None:
        self._sleep = sleep
        self._stopping = stopping

    async def pause(self, seconds: float, *, doing: str, operation_id: str | None = None) -> None:
        """Wait so many seconds.

        Raises:
            Interrupted: Stopping was asked for, before or during the wait.
        """
        if not self._stopping.is_set():
            sleeping = asyncio.ensure_future(self._sleep(seconds))
            stopped = asyncio.ensure_future(self._stopping.wait())
            try:
                await asyncio.wait({sleeping, stopped}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                sleeping.cancel()
                stopped.cancel()
                await asyncio.gather(sleeping, stopped, return_exceptions=True)
        if self._stopping.is_set():
            raise Interrupted(doing=doing, operation_id=operation_id)
