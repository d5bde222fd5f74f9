"""Mutual TLS: the provider's key stays in memory, and only the Terraform that started it gets in."""

import socket
import ssl
from pathlib import Path

import grpc
import pytest
from cryptography.hazmat.primitives.asymmetric import ec


def agree_on_tls(plugin, client, most=None):
    """Do a TLS handshake with OpenSSL and read the server's first bytes."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=plugin.certificate)
    context.set_alpn_protocols(["h2"])
    if most:
        context.maximum_version = most
    context.load_cert_chain(client)
    with socket.socket(socket.AF_UNIX) as plain:
        plain.settimeout(20)
        plain.connect(plugin.address)
        with context.wrap_socket(plain, server_hostname="localhost") as agreed:
            return agreed.version(), agreed.selected_alpn_protocol(), agreed.recv(9)


@pytest.fixture
def as_file(tmp_path):
    def write(identity):
        path = tmp_path / "client.pem"
        path.write_bytes(identity.certificate + identity.key)
        return path

    return write


def test_a_client_without_a_certificate_is_refused(start, call):
    channel = start().channel(client=None)

    with pytest.raises(grpc.RpcError) as caught:
        call(channel, "Echo", b"let me in")

    assert caught.value.code() is grpc.StatusCode.UNAVAILABLE


def test_a_client_with_another_certificate_is_refused(start, call, other_identity):
    plugin = start()

    with pytest.raises(grpc.RpcError) as caught:
        call(plugin.channel(other_identity), "Echo", b"let me in")

    assert caught.value.code() is grpc.StatusCode.UNAVAILABLE
    assert call(plugin.channel(), "Echo", b"mine") == b"mine"


def test_a_client_that_the_right_one_vouches_for_is_hung_up_on(start, vouched_identity, as_file):
    _, _, greeting = agree_on_tls(start(), as_file(vouched_identity))

    assert greeting == b""


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_the_p521_certificate_of_terraform_is_accepted(start, p521_identity, as_file, version):
    plugin = start(PLUGIN_CLIENT_CERT=p521_identity.certificate.decode())

    agreed, protocol, greeting = agree_on_tls(plugin, as_file(p521_identity), most=version)

    assert agreed == version.name.replace("_", ".")
    assert protocol == "h2"
    assert greeting[3] == 4, "the first HTTP/2 frame is SETTINGS"


def test_plain_text_is_refused(start, call):
    plugin = start()

    with grpc.insecure_channel(f"unix:{plugin.address}") as channel, pytest.raises(grpc.RpcError) as caught:
        call(channel, "Echo", b"let me in")

    assert caught.value.code() is grpc.StatusCode.UNAVAILABLE


def test_no_file_ever_holds_the_private_key(start, call, short_folder):
    plugin = start()
    call(plugin.channel(), "Echo", b"TLS is in use")

    files = [path for path in short_folder.rglob("*") if not path.is_dir()]
    open_files = [Path(entry).readlink() for entry in Path(f"/proc/{plugin.process.pid}/fd").iterdir()]

    assert [path.is_socket() for path in files] == [True]
    assert not [path for path in open_files if "memfd" in str(path) or "deleted" in str(path)]


@pytest.fixture
def p521_identity(make_identity):
    return make_identity(ec.SECP521R1())


@pytest.fixture
def vouched_identity(make_identity, client_identity):
    return make_identity(ec.SECP256R1(), issuer=client_identity)
