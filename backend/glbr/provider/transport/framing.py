"""gRPC's wrapping of messages: one byte for compression, four for the length, then the message."""

from __future__ import annotations

import struct

from glbr.provider.transport.status import CallFailed, Code

LARGEST_MESSAGE = 256 * 1024 * 1024
"""Bytes in one message, either way: as much as Terraform itself accepts."""

_PREFIX = struct.Struct(">BI")


def framed(message: bytes) -> bytes:
    """Wrap a response for the wire.

    Raises:
        CallFailed: when Terraform would refuse the message for its size.
    """
    _within_limit(len(message), "The response")
    return _PREFIX.pack(0, len(message)) + message


class Incoming:
    """Collects the pieces of one request until it is whole."""

    __slots__ = ("_received",)

    def __init__(self) -> None:
        self._received = bytearray()

    def add(self, piece: bytes) -> None:
        """Take the next piece.

        Raises:
            CallFailed: as soon as the request turns out too large, compressed, or more than one message.
        """
        self._received += piece
        if len(self._received) >= _PREFIX.size:
            self._check()

    def message(self) -> bytes:
        """Return the request, after the caller has said that nothing follows.

        Raises:
            CallFailed: when the request is not exactly one whole message.
        """
        if len(self._received) < _PREFIX.size or len(self._received) < _PREFIX.size + self._announced():
            raise CallFailed(Code.INTERNAL, "The request ended before its message was complete.")
        with memoryview(self._received) as received:
            return bytes(received[_PREFIX.size :])

    def _announced(self) -> int:
        length: int = _PREFIX.unpack_from(self._received)[1]
        return length

    def _check(self) -> None:
        if self._received[0] != 0:
            raise CallFailed(Code.UNIMPLEMENTED, "Compressed messages are not understood; send them uncompressed.")
        _within_limit(self._announced(), "The request")
        if len(self._received) > _PREFIX.size + self._announced():
            raise CallFailed(Code.UNIMPLEMENTED, "A call takes one message; this one was sent more.")


def _within_limit(size: int, what: str) -> None:
    if size > LARGEST_MESSAGE:
        raise CallFailed(
            Code.RESOURCE_EXHAUSTED,
            f"{what} has {size} bytes; the limit is {LARGEST_MESSAGE}. Split the configuration into several states.",
        )
