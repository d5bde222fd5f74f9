"""When a provider ends: asked to, left alone, or orphaned."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from glbr.provider.transport.limits import Limits


class Lifetime:
    """The lifetime of a provider that a person started: until `end`, whoever comes and goes."""

    def __init__(self) -> None:
        self.ended = asyncio.Event()
        self.reason = ""
        self._connections = 0

    def end(self, reason: str) -> None:
        """End now; the first reason is kept."""
        if not self.ended.is_set():
            self.reason = reason
            self.ended.set()

    def asked_to_end(self) -> None:
        """Hear a client's wish; the clients of one who debugs do not decide."""

    def connected(self) -> None:
        """Count a client in."""
        self._connections += 1

    def disconnected(self) -> None:
        """Count a client out."""
        self._connections -= 1

    async def watch(self) -> None:
        """Look out for reasons that nobody tells; meant to run beside the server. Here there are none."""

    @property
    def alone(self) -> bool:
        """Whether nobody is connected."""
        return self._connections == 0


class PluginLifetime(Lifetime):
    """The lifetime of a plugin: it ends with its Terraform.

    A live connection is the best sign that Terraform is there: the kernel closes it with the process. So the parent
    is only looked at while nobody is connected, and a wrapper script that goes away early does no harm.
    """

    def __init__(self, limits: Limits, parent: Callable[[], int], started_by: int) -> None:
        """Watch for the end.

        Args:
            limits: How often and how long to look.
            parent: Tells the process id of the parent at this moment.
            started_by: What `parent` said when the process started.
        """
        super().__init__()
        self._limits = limits
        self._parent = parent
        self._started_by = started_by

    def asked_to_end(self) -> None:
        """End, as Terraform wishes."""
        self.end("Terraform asked for it")

    def disconnected(self) -> None:
        """Count a client out; after the last one there is nothing left to do."""
        super().disconnected()
        if self.alone:
            self.end("the connection was closed")

    async def watch(self) -> None:
        """End when the parent is gone or nobody ever connects; as far as nobody tells."""
        waited = 0.0
        while not self.ended.is_set():
            await asyncio.sleep(self._limits.parent_poll)
            waited += self._limits.parent_poll
            if self.alone and self._parent() != self._started_by:
                self.end("the parent process is gone")
            elif self.alone and waited >= self._limits.first_connection:
                self.end("nobody connected")
