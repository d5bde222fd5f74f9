"""The installed provider, started as Terraform starts it; and a bare Python beside it."""

import base64
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.children import plain_environment, resident_megabytes
from benchmarks.client_identity import ClientIdentity
from benchmarks.figures import NotMeasured
from cryptography import x509
from cryptography.hazmat.primitives import serialization

# Not a secret: how Terraform tells a plugin who started it.
_COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2"
_SCHEMA_CALL = "/tfplugin6.Provider/GetProviderSchema"
_PATIENCE_SECONDS = 60
_SPEAKS_AND_WAITS = "import sys; print('ready', flush=True); sys.stdin.read()"


@dataclass(frozen=True, slots=True)
class Started:
    """A process that has said its first line.

    Attributes:
        milliseconds: From the spawn to the line.
        megabytes: What it held right then.
    """

    process: subprocess.Popen[str]
    first_line: str
    milliseconds: float
    megabytes: float


@contextmanager
def bare_python(python: Path) -> Iterator[Started]:
    """Start the Python of the provider with nothing to do but to say a line."""
    with _started([python, "-I", "-c", _SPEAKS_AND_WAITS], plain_environment()) as started:
        yield started


@contextmanager
def plugin(launcher: Path, client: ClientIdentity) -> Iterator[Started]:
    """Start the provider with the environment that Terraform gives a plugin, and wait for the handshake."""
    environment = plain_environment() | {
        "TF_PLUGIN_MAGIC_COOKIE": _COOKIE,
        "PLUGIN_PROTOCOL_VERSIONS": "5,6",
        "PLUGIN_CLIENT_CERT": client.certificate.decode(),
        "PLUGIN_MIN_PORT": "10000",
        "PLUGIN_MAX_PORT": "25000",
    }
    with _started([launcher], environment) as started:
        if started.first_line.count("|") != 5:
            raise NotMeasured(
                f"{launcher.name} came to no handshake", f"Its first line: {started.first_line!r}. See `glbr doctor`."
            )
        yield started


@dataclass(frozen=True, slots=True)
class Asked:
    """How long a client waited for the schema, milliseconds.

    Attributes:
        connecting: From the handshake line to a connection over mutual TLS, on which the provider has loaded itself.
        answering: From the question on that connection to the answer.
    """

    connecting: float
    answering: float


def schema_asked(started: Started, client: ClientIdentity) -> Asked:
    """Ask a started provider for its schema, over mutual TLS.

    Raises:
        ImportError: Without grpcio, which comes with the development dependencies.
    """
    import grpc  # type: ignore[import-untyped]  # grpcio ships no types

    *_, address, _, encoded = started.first_line.strip().split("|")
    served = base64.b64decode(encoded + "=" * (-len(encoded) % 4))
    trusted = x509.load_der_x509_certificate(served).public_bytes(serialization.Encoding.PEM)
    credentials = grpc.ssl_channel_credentials(trusted, client.key, client.certificate)
    options = [("grpc.ssl_target_name_override", "localhost"), ("grpc.max_receive_message_length", -1)]
    begun = time.perf_counter()
    with grpc.secure_channel(f"unix:{address}", credentials, options) as channel:
        grpc.channel_ready_future(channel).result(_PATIENCE_SECONDS)
        connected = time.perf_counter()
        answer: bytes = channel.unary_unary(_SCHEMA_CALL)(b"", timeout=_PATIENCE_SECONDS)
        answered = time.perf_counter()
    if not answer:
        raise NotMeasured("The provider gave no schema", "Its answer to GetProviderSchema is empty.")
    return Asked((connected - begun) * 1000, (answered - connected) * 1000)


@contextmanager
def _started(command: Sequence[str | Path], environment: Mapping[str, str]) -> Iterator[Started]:
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            taken = (time.perf_counter() - begun) * 1000
            yield Started(process, line, taken, resident_megabytes(process.pid))
        finally:
            process.terminate()
