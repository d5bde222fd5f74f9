"""How the simulated service says no."""

from collections.abc import Mapping
from typing import Literal

from glbr.simulator.contract.document import JsonObject

ErrorDialect = Literal["reference", "older", "details"]

# The texts seen in HPE's data services (NOTES, section 5); this service's own are not published.
_CODES = {
    400: "HPE_GL_ERROR_BAD_REQUEST",
    401: "HPE_GL_ERROR_UNAUTHORIZED",
    403: "HPE_GL_ERROR_FORBIDDEN",
    404: "HPE_GL_ERROR_NOT_FOUND",
    405: "HPE_GL_ERROR_METHOD_NOT_ALLOWED",
    409: "HPE_GL_ERROR_CONFLICT",
    412: "HPE_GL_ERROR_PRECONDITION_FAILED",
    415: "HPE_GL_ERROR_UNSUPPORTED_MEDIA_TYPE",
    429: "HPE_GL_ERROR_TOO_MANY_REQUESTS",
    500: "HPE_GL_ERROR_INTERNAL_SERVER_ERROR",
    501: "HPE_GL_ERROR_NOT_IMPLEMENTED",
    503: "HPE_GL_ERROR_SERVICE_UNAVAILABLE",
}


class ApiError(Exception):
    """The service refuses a request; becomes HPE's error body."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers or {}

    @property
    def code(self) -> str:
        """HPE's machine-readable name of the status."""
        return _CODES.get(self.status, f"HPE_GL_ERROR_{self.status}")

    def body(self, debug_id: str, dialect: ErrorDialect = "reference") -> JsonObject:
        """HPE's error body; `debug_id` is 32 hexadecimal digits."""
        if dialect == "older":
            return {"error": self.message, "errorCode": str(self.status), "traceId": debug_id}
        body = {
            "httpStatusCode": self.status,
            "errorCode": self.code,
            "message": self.message,
            "debugId": debug_id,
        }
        if dialect == "details":
            issues = [{"source": "body", "description": self.message}]
            body |= {"message": "The request was refused", "errorDetails": [{"type": "issues", "issues": issues}]}
        return body


class ConnectionDroppedError(ConnectionError):
    """A fault cut the connection; raised only where there is no socket to cut."""
