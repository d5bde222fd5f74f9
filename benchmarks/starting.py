"""How long a person waits for the provider to start, and what it holds then. Terraform starts it 3 to 5 times per command."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.client_identity import ClientIdentity
from benchmarks.figures import Budget, Line, Row, Sample, Skipped, alternating
from benchmarks.sizes import Size
from benchmarks.started_plugin import bare_python, plugin, schema_asked
from cryptography.hazmat.primitives.asymmetric import ec

_HANDSHAKE: Final = Budget("ratio", 130 / 12, "130 ms where bare python is 12")
_ANSWER: Final = Budget("median", 30, "30 ms for the schema")
_MEMORY: Final = Budget("median", 40, "40 MB at the handshake")
_WARM_UPS: Final = 2

_BARE, _PROVIDER, _CONNECTED, _SCHEMA = (
    "bare python: spawn → first line",
    "provider: spawn → handshake",
    "provider: handshake → connected",
    "provider: question → schema",
)


def starts(python: Path, launcher: Path, size: Size) -> Iterator[Line]:
    """Spawn → handshake, memory then, and the schema that Terraform asks for next."""
    # On P-521, as Terraform's own certificates are: checking and loading one of these is part of the start.
    client = ClientIdentity.made(ec.SECP521R1())
    held: dict[str, list[float]] = {_BARE: [], _PROVIDER: []}

    def bare() -> float:
        with bare_python(python) as started:
            held[_BARE].append(started.megabytes)
            return started.milliseconds

    def provider() -> float:
        with plugin(launcher, client) as started:
            held[_PROVIDER].append(started.megabytes)
            return started.milliseconds

    measured = {_BARE: bare, _PROVIDER: provider}
    alternating(_WARM_UPS, "ms", measured)  # writes bytecode, fills the file cache
    held[_BARE].clear()
    held[_PROVIDER].clear()
    times = alternating(size.starts, "ms", measured)
    yield Row(times[_BARE])
    yield Row(times[_PROVIDER], times[_BARE], _HANDSHAKE, judged=size.judged)
    bare_held = Sample("bare python: resident memory", "MB", tuple(held[_BARE]))
    yield Row(bare_held)
    at_handshake = Sample("provider: resident memory at the handshake", "MB", tuple(held[_PROVIDER]))
    yield Row(at_handshake, bare_held, _MEMORY, judged=size.judged)
    yield from _schema(launcher, size, times[_BARE])


def _schema(launcher: Path, size: Size, bare: Sample) -> Iterator[Line]:
    # gRPC's C core cannot present a certificate on P-521.
    client = ClientIdentity.made(ec.SECP256R1())
    connecting: list[float] = []

    def ask() -> float:
        with plugin(launcher, client) as started:
            asked = schema_asked(started, client)
            connecting.append(asked.connecting)
            return asked.answering

    try:
        ask()
    except ImportError as missing:
        yield Skipped(_SCHEMA, f"{missing}; grpcio is a development dependency")
        return
    connecting.clear()
    answers = alternating(size.starts, "ms", {_SCHEMA: ask})
    connected = Sample(_CONNECTED, "ms", tuple(connecting))
    yield Row(connected, bare, note="by gRPC's C core: TLS, and loading of the server")
    yield Row(answers[_SCHEMA], bare, _ANSWER, judged=size.judged)
