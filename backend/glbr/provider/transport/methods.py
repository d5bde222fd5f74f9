"""What a provider gives to the transport: its methods by gRPC path, in bytes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Protocol

Unary = Callable[[bytes], Awaitable[bytes]]
"""One serialized request in, one serialized response out."""

Streaming = Callable[[bytes], AsyncIterator[bytes]]
"""One serialized request in, any number of serialized responses out."""

Method = Unary | Streaming


class Servicer(Protocol):
    """A provider, seen from the transport."""

    @property
    def methods(self) -> Mapping[str, Method]:
        """Full gRPC path to method: `/tfplugin6.Provider/PlanResourceChange` to its function."""

    async def shutdown(self) -> None:
        """Let go of everything held: called once, when no call is running any more."""
