"""The provider's own certificate: a new P-256 key on every start, in memory only."""

from __future__ import annotations

from typing import NamedTuple

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from glbr.provider.transport import der

SERVER_NAME = "localhost"
"""The name that Terraform looks for in the certificate."""

_EC_PUBLIC_KEY = der.identifier("1.2.840.10045.2.1")
_P256 = der.identifier("1.2.840.10045.3.1.7")
_ECDSA_WITH_SHA256 = der.sequence(der.identifier("1.2.840.10045.4.3.2"))
_COMMON_NAME = der.identifier("2.5.4.3")
_KEY_USAGE = der.identifier("2.5.29.15")
_SUBJECT_ALTERNATIVE_NAME = der.identifier("2.5.29.17")
_BASIC_CONSTRAINTS = der.identifier("2.5.29.19")
_EXTENDED_KEY_USAGE = der.identifier("2.5.29.37")
_SERVER_AUTHENTICATION = der.identifier("1.3.6.1.5.5.7.3.1")

_TRUE = b"\x01\x01\xff"
_DIGITAL_SIGNATURE = b"\x80"
_DNS_NAME = 0x82
_UTF8_STRING = 0x0C
_COORDINATE_BYTES = 32

# The two clocks are the same machine's; an hour forgives a clock that is set right in between. A long apply must not
# outlive the certificate.
_VALID_BEFORE = 3600
_VALID_AFTER = 365 * 24 * 3600


class Identity(NamedTuple):
    """A certificate and its private key."""

    certificate: bytes
    """DER."""

    private_key: bytes
    """DER (SEC 1). A secret: it goes to OpenSSL and nowhere else."""

    def __repr__(self) -> str:
        return f"Identity(certificate of {len(self.certificate)} bytes, private key not shown)"


def new_identity(now: float) -> Identity:
    """Make a key and sign its own certificate; `now` is in seconds since 1970."""
    key = ec.generate_private_key(ec.SECP256R1())
    numbers = key.private_numbers()
    point = b"\x04" + b"".join(
        coordinate.to_bytes(_COORDINATE_BYTES, "big")
        for coordinate in (numbers.public_numbers.x, numbers.public_numbers.y)
    )
    body = _unsigned(point, now)
    signature = key.sign(body, ec.ECDSA(hashes.SHA256()))
    return Identity(
        certificate=der.sequence(body, _ECDSA_WITH_SHA256, der.bit_string(signature)),
        private_key=der.sequence(
            der.integer(1),
            der.octet_string(numbers.private_value.to_bytes(_COORDINATE_BYTES, "big")),
            der.tagged(0xA0, _P256),
            der.tagged(0xA1, der.bit_string(point)),
        ),
    )


def _unsigned(point: bytes, now: float) -> bytes:
    """Write what gets signed: RFC 5280's TBSCertificate, version 3, issuer and subject the same."""
    serial = int.from_bytes(point[1:17], "big")
    name = der.sequence(der.tagged(0x31, der.sequence(_COMMON_NAME, der.tagged(_UTF8_STRING, SERVER_NAME.encode()))))
    extensions = der.sequence(
        _extension(_SUBJECT_ALTERNATIVE_NAME, der.sequence(der.tagged(_DNS_NAME, SERVER_NAME.encode()))),
        _extension(_BASIC_CONSTRAINTS, der.sequence(), critical=True),
        _extension(_KEY_USAGE, der.bit_string(_DIGITAL_SIGNATURE, unused_bits=7), critical=True),
        _extension(_EXTENDED_KEY_USAGE, der.sequence(_SERVER_AUTHENTICATION)),
    )
    return der.sequence(
        der.tagged(0xA0, der.integer(2)),
        der.integer(serial),
        _ECDSA_WITH_SHA256,
        name,
        der.sequence(der.moment(now - _VALID_BEFORE), der.moment(now + _VALID_AFTER)),
        name,
        der.sequence(der.sequence(_EC_PUBLIC_KEY, _P256), der.bit_string(point)),
        der.tagged(0xA3, extensions),
    )


def _extension(kind: bytes, content: bytes, *, critical: bool = False) -> bytes:
    return der.sequence(kind, _TRUE if critical else b"", der.octet_string(content))
