"""Answers calls: finds the method, runs it, and turns whatever happens into a gRPC status."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress

from glbr.provider.transport.methods import Method
from glbr.provider.transport.status import CallFailed, Code
from glbr.provider.transport.stream import ClientGone, Stream

_log = logging.getLogger("glbr.transport")


class Calls:
    """The methods on offer, and how a call of one of them goes."""

    def __init__(
        self, methods: Mapping[str, Method], services: Mapping[str, Method], open_ended: frozenset[str]
    ) -> None:
        """Offer a provider's methods beside the plugin services.

        Args:
            methods: The provider's, by gRPC path.
            services: The transport's own, by gRPC path.
            open_ended: Paths among `services` whose callers never finish their request; it is not waited for.
        """
        self._methods = methods
        self._services = services
        self._open_ended = open_ended
        self._closed = False

    def close(self) -> None:
        """Refuse calls that come from now on."""
        self._closed = True

    async def answer(self, stream: Stream, path: str) -> None:
        """Run one call to its end; never raises, except when cancelled."""
        try:
            code, message = await self._outcome(stream, path)
            stream.finish(code, message)
        except ClientGone:
            _log.debug("the answer was not wanted", extra={"path": path})
        except asyncio.CancelledError:
            with suppress(ClientGone):
                stream.finish(Code.CANCELLED, f"{_name(path)} was cancelled.")
            raise

    async def _outcome(self, stream: Stream, path: str) -> tuple[Code, str]:
        try:
            await self._run(stream, path)
        except CallFailed as failure:
            return failure.code, failure.message
        except ClientGone:
            raise
        except Exception as error:  # noqa: BLE001 - the last place where a fault can become an answer
            # No text of the exception: it may quote a configuration, and with it a secret.
            _log.error("call failed", extra={"path": path, "error": type(error).__name__})
            _log.debug("where the call failed", extra={"path": path}, exc_info=error)
            return Code.INTERNAL, (
                f"{_name(path)} failed inside GLBR's provider ({type(error).__name__}). This is a fault of the "
                "provider, not of the configuration. Run again with TF_LOG_PROVIDER=DEBUG and report the log."
            )
        return Code.OK, ""

    async def _run(self, stream: Stream, path: str) -> None:
        if self._closed:
            raise CallFailed(Code.UNAVAILABLE, f"{_name(path)} came while GLBR's provider was stopping.")
        method = self._services.get(path) or self._methods.get(path)
        if method is None:
            raise CallFailed(Code.UNIMPLEMENTED, f"GLBR's provider has no method {path}.")
        request = b"" if path in self._open_ended else await stream.request()
        result = method(request)
        if isinstance(result, AsyncIterator):
            await _send_all(stream, result)
        else:
            await stream.send(await result)


async def _send_all(stream: Stream, messages: AsyncIterator[bytes]) -> None:
    try:
        async for message in messages:
            await stream.send(message)
    finally:
        # A generator left in the middle would run its `finally` at some later time, or never.
        close = getattr(messages, "aclose", None)
        if close is not None:
            await close()


def _name(path: str) -> str:
    return path.rpartition("/")[2] or path
