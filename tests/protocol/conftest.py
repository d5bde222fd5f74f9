"""An independent client (gRPC's C core) and processes to talk to; everything started is ended."""

import base64
import contextlib
import datetime as dt
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import grpc
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2"
PATIENCE = 20
ANY_SIZE = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]


class ClientIdentity:
    """A throw-away certificate, made the way Terraform makes its own; signed by itself or by another."""

    def __init__(self, curve, issuer=None):
        key = ec.generate_private_key(curve)
        signer = serialization.load_pem_private_key(issuer.key, None) if issuer else key
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"made with {curve.name}")])
        self.name = issuer.name if issuer else name
        now = dt.datetime.now(dt.UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name if not issuer else x509.Name([]))
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(minutes=1))
            .not_valid_after(now + dt.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(signer, hashes.SHA256())
        )
        self.certificate = certificate.public_bytes(serialization.Encoding.PEM)
        self.key = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )


class Plugin:
    """A started echo provider, its handshake, and channels to it."""

    def __init__(self, process, client, closing):
        self.process = process
        self._client = client
        self._closing = closing
        self._seen = []
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read_log, daemon=True)
        self._reader.start()
        closing.callback(self._reader.join)
        self.first_line = process.stdout.readline()

    @property
    def address(self):
        return self.first_line.split("|")[3]

    @property
    def certificate(self):
        encoded = self.first_line.strip().split("|")[5]
        return base64.b64decode(encoded + "=" * (-len(encoded) % 4))

    @property
    def records(self):
        """What the log holds so far, whole once the process has ended."""
        with self._news:
            return [json.loads(line) for line in self._seen]

    def wait_for_record(self, message):
        with self._news:
            assert self._news.wait_for(lambda: any(message in line for line in self._seen), PATIENCE), self._seen

    def ended(self):
        """Wait for the end; return the exit code, with the log complete."""
        code = self.process.wait(PATIENCE)
        self._reader.join()
        return code

    def end(self):
        """End the process in order, so that it takes its socket with it; kill it if it does not."""
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()

    def channel(self, client="its own"):
        """Connect as the client that the plugin was told of, as another one, or (None) without a certificate."""
        client = self._client if client == "its own" else client
        own = {"private_key": client.key, "certificate_chain": client.certificate} if client else {}
        trusted = x509.load_der_x509_certificate(self.certificate).public_bytes(serialization.Encoding.PEM)
        credentials = grpc.ssl_channel_credentials(root_certificates=trusted, **own)
        options = [("grpc.ssl_target_name_override", "localhost"), *ANY_SIZE]
        return self._closing.enter_context(grpc.secure_channel(f"unix:{self.address}", credentials, options))

    def _read_log(self):
        for line in self.process.stderr:
            with self._news:
                self._seen.append(line)
                self._news.notify_all()


@pytest.fixture(scope="session")
def make_identity():
    return ClientIdentity


@pytest.fixture(scope="session")
def client_identity():
    return ClientIdentity(ec.SECP256R1())


@pytest.fixture(scope="session")
def other_identity():
    return ClientIdentity(ec.SECP256R1())


@pytest.fixture
def short_folder():
    """A folder whose path leaves room for a socket's name, which `tmp_path` does not."""
    with tempfile.TemporaryDirectory(prefix="glbr-test-") as folder:
        yield Path(folder)


@pytest.fixture
def terraform_environment(client_identity, short_folder):
    """What Terraform sets for a plugin; the provider sees nothing else of this machine."""
    return {
        "PATH": os.environ["PATH"],
        "TMPDIR": str(short_folder),
        "TF_PLUGIN_MAGIC_COOKIE": COOKIE,
        "PLUGIN_PROTOCOL_VERSIONS": "5,6",
        "PLUGIN_CLIENT_CERT": client_identity.certificate.decode(),
    }


@pytest.fixture
def command():
    return [sys.executable, str(Path(__file__).with_name("echo_provider.py"))]


@pytest.fixture
def start(command, client_identity, terraform_environment):
    """Start an echo provider, maybe through a wrapper: `start(*arguments, VARIABLE=value)`."""
    with contextlib.ExitStack() as closing:

        def starter(*arguments, through=None, **variables):
            process = closing.enter_context(
                subprocess.Popen(
                    through or [*command, *arguments],
                    env=terraform_environment | variables,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            )
            plugin = Plugin(process, client_identity, closing)
            closing.callback(plugin.end)
            return plugin

        yield starter


@pytest.fixture
def debug(start):
    """Start with -debug: the plugin and what Terraform is to be told."""

    def starter(*arguments, **variables):
        plugin = start(*arguments, TF_PLUGIN_MAGIC_COOKIE="", PLUGIN_CLIENT_CERT="", **variables)
        lines = [plugin.first_line, *(plugin.process.stdout.readline() for _ in range(2))]
        value = re.search(r"^TF_REATTACH_PROVIDERS='(.*)'$", "".join(lines), re.MULTILINE)
        return plugin, json.loads(value[1])

    return starter


@pytest.fixture
def refused(command, terraform_environment):
    """Start an echo provider that is to refuse: returns exit code, stdout and stderr."""

    def starter(*arguments, without=(), **variables):
        environment = {k: v for k, v in terraform_environment.items() if k not in without} | variables
        ended = subprocess.run(
            [*command, *arguments], env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        return ended.returncode, ended.stdout, ended.stderr

    return starter


@pytest.fixture
def call():
    """Call a method of the echo provider, bytes in and bytes out."""

    def caller(channel, name, request=b"", timeout=PATIENCE):
        return channel.unary_unary(f"/test.Echo/{name}")(request, timeout=timeout, wait_for_ready=False)

    return caller
