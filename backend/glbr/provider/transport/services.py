"""The services that Terraform expects of every plugin, beside the provider itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping

from glbr.provider.transport.methods import Method
from glbr.provider.transport.status import CallFailed, Code

_STDIO = "/plugin.GRPCStdio/StreamStdio"
_BROKER = "/plugin.GRPCBroker/StartStream"

OPEN_ENDED = frozenset({_BROKER})
"""Paths whose callers keep the request open."""

# Messages of grpc.health.v1: the service asked about is field 1 (text), the answer's status is field 1 (SERVING = 1).
_HEALTH_OF_PLUGIN = b"\x0a\x06plugin"
_SERVING = b"\x08\x01"

_EMPTY = b""


class _Silence(AsyncIterator[bytes]):
    """A stream that stays open and says nothing until the provider ends."""

    def __init__(self, ended: asyncio.Event) -> None:
        self._ended = ended

    async def __anext__(self) -> bytes:
        await self._ended.wait()
        raise StopAsyncIteration


def plugin_services(asked_to_end: Callable[[], None], ended: asyncio.Event) -> Mapping[str, Method]:
    """Make the services.

    Args:
        asked_to_end: Called when Terraform asks the provider to end.
        ended: Set when the provider is ending.
    """

    async def shutdown(_request: bytes) -> bytes:
        asked_to_end()
        return _EMPTY

    def silence(_request: bytes) -> AsyncIterator[bytes]:
        return _Silence(ended)

    async def check(request: bytes) -> bytes:
        if request != _HEALTH_OF_PLUGIN:
            raise CallFailed(Code.NOT_FOUND, "Only the health of the service plugin is known.")
        return _SERVING

    return {
        "/plugin.GRPCController/Shutdown": shutdown,
        _STDIO: silence,
        _BROKER: silence,
        "/grpc.health.v1.Health/Check": check,
    }
