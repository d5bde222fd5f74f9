"""The way in: start as Terraform's plugin, or by hand to be debugged, and serve until the end.

Terraform starts a provider three to five times per command and a person waits for each. So the way to the handshake
imports only what it needs, and everything else is loaded after it, while Terraform dials.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from types import FrameType
from typing import NamedTuple, NoReturn, TextIO

from glbr.provider.transport.endpoint import unix_endpoint
from glbr.provider.transport.handshake import NotStarted, client_certificate, greeting
from glbr.provider.transport.limits import Limits
from glbr.provider.transport.methods import Servicer

_STOP_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
_WITHOUT_LIMITS_OF_ITS_OWN = Limits()


class Surroundings(NamedTuple):
    """What the process was started with."""

    arguments: Sequence[str]
    """The command line, without the program's name."""

    environment: Mapping[str, str]
    """The variables that Terraform and its user set."""

    stdout: TextIO
    """Takes the handshake line, or in debugging what to tell Terraform."""

    stderr: TextIO
    """Takes the log, and the reason when the provider cannot start."""


def serve(load: Callable[[], Servicer], surroundings: Surroundings, limits: Limits = _WITHOUT_LIMITS_OF_ITS_OWN) -> int:
    """Serve a provider until its end, and return the exit code.

    `load` imports and makes the provider; it is called after the handshake, inside the event loop.
    """
    try:
        source = _debugging_source(surroundings.arguments)
        if source is None:
            _serve_terraform(load, surroundings, limits)
        else:
            _serve_by_hand(load, source, surroundings, limits)
    except NotStarted as reason:
        surroundings.stderr.write(f"{reason}\n")
        return 1
    return 0


def _serve_terraform(load: Callable[[], Servicer], surroundings: Surroundings, limits: Limits) -> None:
    # Ctrl-C reaches the whole process group, but it is for Terraform, which then calls StopProvider.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _leave_quietly_on(_STOP_SIGNALS)
    started_by = os.getppid()
    client = client_certificate(surroundings.environment)

    from glbr.provider.transport.certificate import new_identity

    identity = new_identity(time.time())
    with unix_endpoint(surroundings.environment) as endpoint:
        surroundings.stdout.write(greeting(endpoint.path, identity.certificate))
        surroundings.stdout.flush()

        from glbr.provider.transport.hclog import install
        from glbr.provider.transport.lifetime import PluginLifetime
        from glbr.provider.transport.server import run
        from glbr.provider.transport.tls import MutualTls

        install(surroundings.environment, surroundings.stderr)
        lifetime = PluginLifetime(limits, os.getppid, started_by)
        run(load, lifetime, endpoint.listener, _STOP_SIGNALS, MutualTls(identity, client), limits)


def _serve_by_hand(load: Callable[[], Servicer], source: str, surroundings: Surroundings, limits: Limits) -> None:
    stop_signals = (signal.SIGINT, *_STOP_SIGNALS)
    _leave_quietly_on(stop_signals)

    from glbr.provider.transport.hclog import install
    from glbr.provider.transport.lifetime import Lifetime
    from glbr.provider.transport.reattach import announcement
    from glbr.provider.transport.server import run

    install(surroundings.environment, surroundings.stderr)
    with unix_endpoint(surroundings.environment) as endpoint:
        surroundings.stdout.write(announcement(source, os.getpid(), endpoint.path))
        surroundings.stdout.flush()
        run(load, Lifetime(), endpoint.listener, stop_signals, None, limits)


def _debugging_source(arguments: Sequence[str]) -> str | None:
    if not arguments:
        return None
    from glbr.provider.transport.reattach import debugging_source

    return debugging_source(arguments)


def _leave_quietly_on(signals: Sequence[signal.Signals]) -> None:
    """Until the server has its own way to end, end with the socket's directory removed and without a traceback."""
    for number in signals:
        signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    # What shells report for a process that a signal ended.
    sys.exit(128 + number)
