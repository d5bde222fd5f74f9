"""Who may ask: the token endpoints, and the tokens that every other request carries."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from glbr.simulator.contract.document import Operation
from glbr.simulator.errors import ApiError
from glbr.simulator.options import Options
from glbr.simulator.settings import Settings

_WORKSPACE_TOKEN = "GetWorkspaceToken"  # noqa: S105 (an operationId)
_READING = ("GET",)


class TokenRefusedError(Exception):
    """A token endpoint says no, in OAuth's own words."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.body = {"error": error, "error_description": description}


class Tokens:
    """Issues and checks tokens. They are signed, not stored, so they survive a restart."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._key = hashlib.blake2b(options.client_secret.encode(), person=b"glbr-simulator").digest()

    def issue(
        self, operation: Operation, path: Mapping[str, str], form: Mapping[str, str], settings: Settings
    ) -> dict[str, Any]:
        """Answer a client-credentials request."""
        if form.get("grant_type") != "client_credentials":
            raise TokenRefusedError(
                400, "unsupported_grant_type", f"grant_type is {form.get('grant_type')!r}; give client_credentials"
            )
        known = (self._options.client_id, self._options.reader_id, self._options.approver_id)
        secret = form.get("client_secret", "")
        if form.get("client_id") not in known or not hmac.compare_digest(
            secret.encode(), self._options.client_secret.encode()
        ):
            raise TokenRefusedError(401, "invalid_client", "client_id or client_secret is wrong")
        workspace_given = path.get("workspaceId", self._options.workspace_id)
        if workspace_given != self._options.workspace_id:
            raise TokenRefusedError(401, "invalid_client", "this client does not belong to the workspace in the path")
        lives = settings.token_seconds if operation.id == _WORKSPACE_TOKEN else settings.sso_token_seconds
        return {"access_token": self._token(form["client_id"], lives), "token_type": "Bearer", "expires_in": lives}

    def client_of(self, authorization: str | None) -> str:
        """The client that a request's `Authorization` stands for; 401 otherwise."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise ApiError(401, "the request carries no token; send Authorization: Bearer <token>")
        head, _, signature = token.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._signature(head).encode()):
            raise ApiError(401, "the token was not issued by this simulator with its present secret")
        claims = json.loads(_decoded(head.partition(".")[2]))
        if claims["exp"] <= self._options.wall():
            raise ApiError(401, "the token has expired; get another one")
        return str(claims["client_id"])

    def check_rights(self, client: str, operation: Operation) -> None:
        """403 when a client that may only read asks for more."""
        if client == self._options.reader_id and operation.method not in _READING:
            raise ApiError(403, f"{operation.id}: client {client} may only read")

    def _token(self, client: str, lives: int) -> str:
        issued = int(self._options.wall())
        claims = {
            "client_id": client,
            "sub": user_of(client),
            "aud": "external_api",
            "platform_customer_id": self._options.workspace_id,
            "iat": issued,
            "exp": issued + lives,
        }
        head = f"{_encoded({'alg': 'HS256', 'typ': 'JWT'})}.{_encoded(claims)}"
        return f"{head}.{self._signature(head)}"

    def _signature(self, head: str) -> str:
        digest = hmac.digest(self._key, head.encode(), "sha256")
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def user_of(client: str) -> str:
    """The person a client acts for."""
    return f"{client}@example.com"


def _encoded(claims: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
