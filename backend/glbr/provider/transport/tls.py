"""Mutual TLS: the provider shows its own certificate and accepts Terraform's, that one and no other."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from glbr.provider.transport.certificate import Identity
from glbr.provider.transport.der import pem


class MutualTls:
    """TLS for the one client that holds a given certificate."""

    def __init__(self, identity: Identity, client_certificate: bytes) -> None:
        """Set up OpenSSL with our identity and the client's certificate (DER)."""
        self._client_certificate = client_certificate
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.context.verify_mode = ssl.CERT_REQUIRED
        self.context.load_verify_locations(cadata=client_certificate)
        self.context.set_alpn_protocols(["h2"])
        with (
            _readable_once(pem("CERTIFICATE", identity.certificate)) as certificate,
            _readable_once(pem("EC PRIVATE KEY", identity.private_key)) as private_key,
        ):
            self.context.load_cert_chain(certificate, private_key)

    def recognises(self, agreed: ssl.SSLObject) -> bool:
        """Tell whether a finished handshake was with the client, and is for HTTP/2.

        OpenSSL has checked that the client holds a key which the certificate vouches for; Terraform's certificate may
        vouch for others, and only this very one is wanted.
        """
        return (
            agreed.getpeercert(binary_form=True) == self._client_certificate and agreed.selected_alpn_protocol() == "h2"
        )


@contextmanager
def _readable_once(content: bytes) -> Iterator[str]:
    """Give a path under which `content` can be read once, without any file being written.

    OpenSSL's binding takes keys only by path. The path leads to a pipe, so a private key lies in kernel memory that is
    never written to a disk nor swapped (a memfd could be). Linux and macOS both name open descriptors this way;
    `content` must fit into the pipe (4 KiB on the smallest system, a key has 227 bytes).
    """
    reader, writer = os.pipe()
    try:
        try:
            os.write(writer, content)
        finally:
            os.close(writer)
        yield f"/dev/fd/{reader}"
    finally:
        os.close(reader)
