"""The log of calls to HPE, which holds only what is known to be harmless.

Every record goes to the logger "glbr.api" and carries its parts in `record.fields`, a mapping ready for JSON. What is
not on a list here is left out: a new header or field of HPE's is a secret until somebody has looked at it.
"""

import logging
from collections.abc import Mapping
from urllib.parse import parse_qsl

from glbr.api.lean_httpx import httpx

LOGGER = logging.getLogger("glbr.api")

SAFE_HEADERS = frozenset(
    {
        "content-length",
        "content-type",
        "date",
        "deprecation",
        "location",
        "ratelimit-limit",
        "ratelimit-remaining",
        "ratelimit-reset",
        "retry-after",
        "server",
        "sunset",
        "user-agent",
        "x-envoy-upstream-service-time",
        "x-request-id",
    }
)

SAFE_QUERY = frozenset({"filter", "force", "limit", "offset", "pageLimit", "pageOffset", "select", "sort"})

# Only single values at the top of a body: credentials of vCenters, hosts and databases sit deeper or under other names.
SAFE_BODY_FIELDS = frozenset(
    {
        "applicationType",
        "assetsCategory",
        "count",
        "debugId",
        "displayName",
        "errorCode",
        "expires_in",
        "generation",
        "grant_type",
        "httpStatusCode",
        "id",
        "limit",
        "name",
        "offset",
        "progressPercent",
        "protectionPolicyId",
        "protectionStoreType",
        "resourceUri",
        "state",
        "storageLocationId",
        "storageSystemId",
        "total",
        "traceId",
        "type",
        "updatedAt",
    }
)


# hpack and httpcore write whole headers, so the bearer token, into their debug logs.
_TALKATIVE_LIBRARIES = ("hpack", "h2", "httpcore", "httpx")


def silence_libraries() -> None:
    """Keep the libraries below us from logging the token, whatever level the log as a whole is set to."""
    for name in _TALKATIVE_LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)


def log_request(request: httpx.Request, *, attempt: int, body: object) -> None:
    """Note that a request is about to leave."""
    query = {name: value for name, value in parse_qsl(request.url.query.decode()) if name in SAFE_QUERY}
    _log(
        f"{request.method} {request.url.path} (try {attempt})",
        _about(request, attempt) | {"query": query, "headers": safe_headers(request.headers)} | safe_body(body),
    )


def log_reply(response: httpx.Response, *, attempt: int, milliseconds: int, body: object) -> None:
    """Note what came back, and after how long."""
    request = response.request
    _log(
        f"{request.method} {request.url.path} answered {response.status_code} after {milliseconds} ms (try {attempt})",
        _about(request, attempt)
        | {"status": response.status_code, "milliseconds": milliseconds, "headers": safe_headers(response.headers)}
        | safe_body(body),
    )


def log_loss(request: httpx.Request, *, attempt: int, milliseconds: int, error: httpx.RequestError) -> None:
    """Note that no answer came."""
    kind = type(error).__name__
    _log(
        f"{request.method} {request.url.path} got no answer after {milliseconds} ms: {kind} (try {attempt})",
        _about(request, attempt) | {"error": kind, "milliseconds": milliseconds},
    )


def safe_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Keep the headers that are known to be harmless."""
    return {name: value for name, value in headers.items() if name.lower() in SAFE_HEADERS}


def safe_body(body: object) -> dict[str, object]:
    """Keep single values at the top that are known to be harmless, and those only while debugging."""
    if not isinstance(body, Mapping) or not LOGGER.isEnabledFor(logging.DEBUG):
        return {}
    single = (str, int, float, bool)
    return {
        "body": {name: value for name, value in body.items() if name in SAFE_BODY_FIELDS and isinstance(value, single)}
    }


def _about(request: httpx.Request, attempt: int) -> dict[str, object]:
    return {"method": request.method, "path": request.url.path, "attempt": attempt}


def _log(message: str, fields: Mapping[str, object]) -> None:
    LOGGER.info(message, extra={"fields": fields})
