"""The first words between Terraform and the provider: environment variables in, one line out."""

from __future__ import annotations

from binascii import Error as NotBase64
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping

PLUGIN_PROTOCOL = 6
_CORE_PROTOCOL = 1

# Not a secret: Terraform sets it so that a plugin knows who started it.
COOKIE = "TF_PLUGIN_MAGIC_COOKIE"
COOKIE_VALUE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2"
_VERSIONS = "PLUGIN_PROTOCOL_VERSIONS"
_CLIENT_CERTIFICATE = "PLUGIN_CLIENT_CERT"

_FIRST_LINE = "-----BEGIN CERTIFICATE-----"
_LAST_LINE = "-----END CERTIFICATE-----"


class NotStarted(Exception):
    """The provider cannot run like this; the message is for the person who started it."""


def client_certificate(environment: Mapping[str, str]) -> bytes:
    """Check that Terraform started us and speaks our protocol; return its certificate (DER).

    Raises:
        NotStarted: when it was not Terraform, or a Terraform that cannot work with this provider.
    """
    if environment.get(COOKIE) != COOKIE_VALUE:
        raise NotStarted(
            "This is GLBR's provider for HPE GreenLake for Backup and Recovery. Terraform starts it by itself, so there "
            "is nothing to run by hand: name glbr under required_providers and run `terraform plan`. "
            "To keep it running for debugging, start it with -debug."
        )
    offered = environment.get(_VERSIONS, "")
    if str(PLUGIN_PROTOCOL) not in (version.strip() for version in offered.split(",")):
        raise NotStarted(
            f"Starting GLBR's provider: it speaks version {PLUGIN_PROTOCOL} of Terraform's plugin protocol, but "
            f"{_VERSIONS} offers {offered or 'nothing'}. Use Terraform 1.0 or later, or OpenTofu."
        )
    text = environment.get(_CLIENT_CERTIFICATE)
    if not text:
        raise NotStarted(
            f"Starting GLBR's provider: {_CLIENT_CERTIFICATE} is not set, so it could not tell Terraform from another "
            "program. Terraform always sets it; a test harness without TLS can start the provider with -debug and "
            "connect by TF_REATTACH_PROVIDERS."
        )
    return _from_pem(text)


def greeting(path: str, certificate: bytes) -> str:
    """Write the line that Terraform waits for: how and where to reach us, and our certificate (DER)."""
    encoded = b2a_base64(certificate, newline=False).decode().rstrip("=")
    return f"{_CORE_PROTOCOL}|{PLUGIN_PROTOCOL}|unix|{path}|grpc|{encoded}\n"


def _from_pem(text: str) -> bytes:
    lines = [line.strip() for line in text.strip().splitlines()]
    try:
        if lines[:1] + lines[-1:] != [_FIRST_LINE, _LAST_LINE]:
            raise NotBase64
        return a2b_base64("".join(lines[1:-1]), strict_mode=True)
    except NotBase64:
        raise NotStarted(
            f"Starting GLBR's provider: {_CLIENT_CERTIFICATE} must hold one certificate in PEM "
            f"({_FIRST_LINE} ... {_LAST_LINE}), but holds something else. Start the provider from Terraform."
        ) from None
