"""Writes the few ASN.1 values (in DER) that a certificate and a private key are made of.

Why not `cryptography.x509`: importing it takes as long as everything else before the handshake together, three to
five times per Terraform command. Keys and signatures do come from `cryptography`; only their wrapping is written here.
"""

from __future__ import annotations

from time import gmtime, strftime


def sequence(*parts: bytes) -> bytes:
    """Write values one after another as one value."""
    return tagged(0x30, *parts)


def tagged(tag: int, *parts: bytes) -> bytes:
    """Write content under any one-byte tag, with its length in front."""
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


def integer(value: int) -> bytes:
    """Write a number that is not negative; the spare bit keeps it from being read as one."""
    return tagged(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def bit_string(content: bytes, unused_bits: int = 0) -> bytes:
    """Write bits; `unused_bits` of the last byte do not count."""
    return tagged(0x03, bytes((unused_bits,)), content)


def octet_string(content: bytes) -> bytes:
    """Write bytes."""
    return tagged(0x04, content)


def identifier(dotted: str) -> bytes:
    """Write an object identifier such as `2.5.29.17`."""
    first, second, *rest = (int(part) for part in dotted.split("."))
    content = bytearray((first * 40 + second,))
    for number in rest:
        groups = [number & 0x7F]
        while number := number >> 7:
            groups.append(0x80 | (number & 0x7F))
        content += bytes(reversed(groups))
    return tagged(0x06, bytes(content))


def moment(seconds: float) -> bytes:
    """Write a point in time (seconds since 1970, UTC); X.509 wants the short form before 2050."""
    broken_down = gmtime(seconds)
    if broken_down.tm_year < 2050:
        return tagged(0x17, strftime("%y%m%d%H%M%SZ", broken_down).encode())
    return tagged(0x18, strftime("%Y%m%d%H%M%SZ", broken_down).encode())


def pem(label: str, content: bytes) -> bytes:
    """Wrap a DER value as PEM, which is what OpenSSL reads."""
    from binascii import b2a_base64

    text = b2a_base64(content, newline=False)
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return b"\n".join([f"-----BEGIN {label}-----".encode(), *lines, f"-----END {label}-----".encode(), b""])
