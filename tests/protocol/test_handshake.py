"""The handshake: who may start the provider, and what it says first."""

import datetime as dt
import stat
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from glbr.provider.transport.certificate import new_identity

# Any moment will do, except where the test is about moments.
SOME_DAY = 1_800_000_000


def test_the_handshake_is_one_line_with_six_parts(start, short_folder):
    plugin = start()

    core, protocol, network, address, transport, certificate = plugin.first_line.strip().split("|")

    assert (core, protocol, network, transport) == ("1", "6", "unix", "grpc")
    assert address.startswith(f"{short_folder}/")
    assert "=" not in certificate


def test_the_socket_lies_in_a_folder_of_its_own_that_only_the_user_enters(start):
    socket = Path(start().address)

    assert stat.S_ISSOCK(socket.stat().st_mode)
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
    assert list(socket.parent.iterdir()) == [socket]


def test_a_temporary_folder_with_a_very_long_path_is_avoided(start, tmp_path):
    deep = tmp_path / ("long" * 30)
    deep.mkdir()

    plugin = start(TMPDIR=str(deep))

    assert plugin.address.startswith("/tmp/glbr-")


def test_a_temporary_folder_that_is_missing_is_explained(refused):
    code, _, message = refused(TMPDIR="/nowhere")

    assert code == 1
    assert "No such file or directory. Set TMPDIR" in message


def test_the_certificate_is_for_localhost_and_signed_by_itself(start):
    certificate = x509.load_der_x509_certificate(start().certificate)

    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    certificate.verify_directly_issued_by(certificate)
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert isinstance(certificate.public_key().curve, ec.SECP256R1)


def test_every_start_has_a_key_of_its_own(start):
    keys = {x509.load_der_x509_certificate(start().certificate).public_key().public_numbers() for _ in range(2)}

    assert len(keys) == 2


@pytest.mark.parametrize("year", [2026, 2049, 2050, 2051])
def test_the_certificate_is_valid_from_an_hour_ago_for_a_year(year):
    now = dt.datetime(year, 6, 1, tzinfo=dt.UTC)

    certificate = x509.load_der_x509_certificate(new_identity(now.timestamp()).certificate)

    assert certificate.not_valid_before_utc == now - dt.timedelta(hours=1)
    assert certificate.not_valid_after_utc == now + dt.timedelta(days=365)


def test_an_identity_never_shows_its_key():
    identity = new_identity(SOME_DAY)

    assert identity.private_key.hex() not in repr(identity).encode().hex()
    assert "not shown" in f"{identity}"


def test_certificates_are_well_formed_whatever_their_numbers():
    certificates = [x509.load_der_x509_certificate(new_identity(SOME_DAY).certificate) for _ in range(300)]

    for certificate in certificates:
        certificate.verify_directly_issued_by(certificate)
    assert all(certificate.serial_number > 0 for certificate in certificates)


def test_a_person_who_runs_it_by_hand_is_told_what_it_is(refused):
    code, stdout, message = refused(without=["TF_PLUGIN_MAGIC_COOKIE"])

    assert (code, stdout) == (1, "")
    assert "Terraform starts it by itself" in message
    assert "-debug" in message
    assert "Traceback" not in message


@pytest.mark.parametrize(("offered", "told"), [("5", "offers 5."), ("4,5", "offers 4,5."), ("", "offers nothing.")])
def test_a_terraform_that_does_not_speak_protocol_6_is_told_so(refused, offered, told):
    code, stdout, message = refused(PLUGIN_PROTOCOL_VERSIONS=offered)

    assert (code, stdout) == (1, "")
    assert told in message


def test_without_the_client_certificate_it_does_not_start(refused):
    code, stdout, message = refused(without=["PLUGIN_CLIENT_CERT"])

    assert (code, stdout) == (1, "")
    assert "PLUGIN_CLIENT_CERT is not set" in message


@pytest.mark.parametrize("text", [" ", "hello", "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----"])
def test_a_client_certificate_that_is_none_is_explained(refused, text):
    code, stdout, message = refused(PLUGIN_CLIENT_CERT=text)

    assert (code, stdout) == (1, "")
    assert "one certificate in PEM" in message
