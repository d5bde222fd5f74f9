# ruff: noqa: PTH102, PTH106, PTH108 - importing pathlib takes 5 ms of every start, and this is on the way to the handshake
"""Where Terraform reaches the provider: a Unix socket in a directory that only this user can enter."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import NamedTuple

from glbr.provider.transport.handshake import NotStarted

# The smallest limit for the path of a socket is macOS's 104 bytes with its final zero.
_LONGEST_PATH = 103

_SHORT_ROOT = "/tmp"  # noqa: S108 - the directory made in it is fresh, of mode 0700 and an unforeseeable name

_WAITING_CONNECTIONS = 128


class Endpoint(NamedTuple):
    """A listening socket and its path."""

    listener: socket.socket
    path: str


@contextmanager
def unix_endpoint(environment: Mapping[str, str]) -> Iterator[Endpoint]:
    """Listen in a fresh directory under `TMPDIR`; directory and socket are gone afterwards.

    Raises:
        NotStarted: when the system has no Unix sockets, or no directory can be made there.
    """
    if os.name != "posix":
        raise NotStarted(
            "Starting GLBR's provider: it needs a Unix socket, which Terraform does not use on Windows. "
            "Run Terraform and the provider inside WSL."
        )
    # mkdir refuses a name that exists, so nobody can have prepared the directory.
    name = f"glbr-{os.urandom(8).hex()}"
    directory = f"{environment.get('TMPDIR') or _SHORT_ROOT}/{name}"
    if len(os.fsencode(f"{directory}/provider")) > _LONGEST_PATH:
        directory = f"{_SHORT_ROOT}/{name}"
    path = f"{directory}/provider"
    try:
        os.mkdir(directory, mode=0o700)
    except OSError as error:
        raise NotStarted(
            f"Starting GLBR's provider: making the directory {directory} for its socket failed: {error.strerror}. "
            "Set TMPDIR to a directory that can be written."
        ) from error
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.bind(path)
        listener.listen(_WAITING_CONNECTIONS)
        yield Endpoint(listener, path)
    finally:
        listener.close()
        with suppress(FileNotFoundError):
            os.unlink(path)
        with suppress(FileNotFoundError):
            os.rmdir(directory)
