"""How a call ends when it does not end well: gRPC's status codes and messages."""

from __future__ import annotations

from enum import IntEnum
from urllib.parse import quote

# gRPC wants printable ASCII kept and everything else, and "%", written as %XX.
_KEPT_AS_IT_IS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) != "%")

# Header blocks have a size limit on Terraform's side; nobody reads more than this anyway.
_LONGEST_MESSAGE = 2000


class Code(IntEnum):
    """The status codes of gRPC that this server answers with."""

    OK = 0
    CANCELLED = 1
    NOT_FOUND = 5
    RESOURCE_EXHAUSTED = 8
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14


class CallFailed(Exception):
    """A call that ends with a status of its own instead of a response.

    Methods raise it for what has no diagnostic; anything else they raise becomes `INTERNAL`.
    """

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def trailers(code: Code, message: str = "") -> list[tuple[str, str]]:
    """Write the headers that end a call, as gRPC puts them after the last message."""
    ending = [("grpc-status", str(int(code)))]
    if message:
        ending.append(("grpc-message", quote(message[:_LONGEST_MESSAGE], safe=_KEPT_AS_IT_IS)))
    return ending
