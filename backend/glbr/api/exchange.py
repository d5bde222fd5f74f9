"""One HTTP request and its answer: the connection, the log, and what the body says."""

import json
import logging
import os
import ssl
from collections.abc import Mapping
from urllib.parse import urlsplit

from glbr import __version__
from glbr.api.clock import Clock
from glbr.api.errors import ConfigurationProblem, InvalidConfiguration, UnexpectedReply
from glbr.api.lean_httpx import httpx
from glbr.api.redaction import LOGGER, log_loss, log_reply, log_request
from glbr.api.settings import Settings, is_loopback

# A live POST took 21 s to be answered. Waiting in line for a connection has no limit of its own: every call ahead has
# these, so the line always moves.
_TIMEOUTS = httpx.Timeout(60.0, connect=10.0, pool=None)

PROXY_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
"""Where the environment names a proxy; the lower-case names count, too."""

# Terraform works on 10 objects at a time by default, and people raise that.
_LIMITS = httpx.Limits(max_connections=64, max_keepalive_connections=32)


class Exchange:
    """Sends single requests over pooled connections, and keeps the log of them."""

    def __init__(self, settings: Settings, *, transport: httpx.AsyncBaseTransport | None, clock: Clock) -> None:
        self._clock = clock
        self._http = open_http(settings, transport)

    async def send(  # each argument is one part of the request line, head and body
        self,
        method: str,
        url: str,
        *,
        attempt: int,
        headers: Mapping[str, str],
        query: Mapping[str, str] | None = None,
        body: Mapping[str, object] | None = None,
        content: bytes | None = None,
    ) -> httpx.Response:
        """Send once, whatever the answer; `body` is what `content` says, for the log."""
        request = self._http.build_request(method, url, params=query or None, headers=dict(headers), content=content)
        log_request(request, attempt=attempt, body=body)
        started = self._clock.monotonic()
        try:
            response = await self._http.send(request)
        except httpx.RequestError as loss:
            log_loss(request, attempt=attempt, milliseconds=self._milliseconds_since(started), error=loss)
            raise
        answered = read_json(response) if LOGGER.isEnabledFor(logging.DEBUG) else None
        log_reply(response, attempt=attempt, milliseconds=self._milliseconds_since(started), body=answered)
        return response

    async def aclose(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    def _milliseconds_since(self, started: float) -> int:
        return round((self._clock.monotonic() - started) * 1000)


def open_http(settings: Settings, transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
    """Open the pool: HTTP/2 where the other side speaks it, proxies as the environment names them."""
    addresses = [urlsplit(address) for address in (settings.endpoint, settings.array_endpoint, settings.token_endpoint)]
    encrypted = any(address.scheme == "https" for address in addresses)
    # A proxy could not reach this machine's own loopback, and would read the secrets on the way.
    unproxied: dict[str, httpx.AsyncBaseTransport | None] = {
        f"all://{address.netloc}": None for address in addresses if is_loopback(address.hostname or "")
    }
    try:
        return _client(transport, unproxied, encrypted=encrypted)
    except (ImportError, ValueError, httpx.InvalidURL) as unusable:
        variables = [name for name in PROXY_VARIABLES if os.environ.get(name) or os.environ.get(name.lower())]
        raise InvalidConfiguration(
            [
                ConfigurationProblem(
                    None,
                    "The proxy of this environment cannot be used",
                    # Its text is not shown: it may hold the password of the proxy.
                    f"Given: {', '.join(variables) or 'a proxy of the operating system'}. It is no address of an http or https "
                    "proxy; SOCKS does not work. Change the variable, or name HPE's hosts in NO_PROXY.",
                )
            ]
        ) from unusable


def _client(
    transport: httpx.AsyncBaseTransport | None,
    unproxied: dict[str, httpx.AsyncBaseTransport | None],
    *,
    encrypted: bool,
) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=transport,
        mounts=unproxied if transport is None else None,
        http2=encrypted,
        # Reading all known authorities takes a while; without TLS an empty context, which trusts nobody, does.
        verify=True if encrypted else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        timeout=_TIMEOUTS,
        limits=_LIMITS,
        headers={"user-agent": f"terraform-provider-glbr/{__version__}", "accept": "application/json"},
    )


def read_object(response: httpx.Response, *, doing: str) -> Mapping[str, object] | None:
    """Read the JSON object of an answer; None if the body is empty.

    202 and 204 say everything in their head: whatever stands in their body is left alone.

    Raises:
        UnexpectedReply: The body is something else.
    """
    if not response.content.strip():
        return None
    found = read_json(response)
    if isinstance(found, Mapping):
        return found
    if response.status_code in (httpx.codes.ACCEPTED, httpx.codes.NO_CONTENT):
        return None
    raise UnexpectedReply(doing=doing, what=f"{describe(response)}, where HPE's API gives a JSON object.")


def describe(response: httpx.Response) -> str:
    """Name an answer by its kind and size; its text stays out of messages, since nobody knows what is in it."""
    request = response.request
    kind = response.headers.get("content-type", "no content type")
    return (
        f"{request.url.host} answered {request.method} {request.url.path} with status {response.status_code} and "
        f"{len(response.content)} bytes of {kind}"
    )


def read_json(response: httpx.Response) -> object:
    """Read the body of any answer, None if it is not JSON."""
    try:
        found: object = json.loads(response.content)
    except ValueError:  # also what UnicodeDecodeError is
        return None
    return found
