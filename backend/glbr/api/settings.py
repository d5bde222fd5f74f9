"""How to reach HPE and as whom."""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, SecretStr

Region = Literal["us-west", "eu-west", "eu-central", "ap-northeast"]
RefreshMode = Literal["coalesced", "single"]
Guard = Literal["off", "warn", "error"]

ARRAY_SERVICES: Final = ("/storage-fleet/", "/block-storage/")
"""What the paths of HPE's array APIs begin with."""


class Settings(BaseModel):
    """What a configured provider knows about its HPE workspace.

    `endpoint`, `array_endpoint` and `token_endpoint` hold scheme, host and port only. Without a workspace id the older token
    service is asked, which knows the workspace by the API client.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    region: Region | None = None
    endpoint: str
    array_endpoint: str
    token_endpoint: str
    workspace_id: str | None = None
    client_id: str
    client_secret: SecretStr
    refresh_mode: RefreshMode = "coalesced"
    protection_guard: Guard = "warn"

    @property
    def token_url(self) -> str:
        """Where tokens come from."""
        if self.workspace_id is None:
            return f"{self.token_endpoint}/as/token.oauth2"
        return f"{self.token_endpoint}/authorization/v2/oauth2/{self.workspace_id}/token"

    def endpoint_of(self, path: str) -> str:
        """Where a path is served: storage arrays have a host of their own."""
        return self.array_endpoint if path.startswith(ARRAY_SERVICES) else self.endpoint

    @classmethod
    def from_arguments(cls, arguments: Mapping[str, object], environment: Mapping[str, str]) -> "Settings":
        """Put the settings together from provider arguments and, where those are absent, the environment.

        None and empty text count as absent. Other arguments of the provider are left alone.

        Raises:
            InvalidConfiguration: Naming every problem at once.
        """
        from glbr.api.arguments import settings_from

        return settings_from(arguments, environment)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself, so that nothing crosses a network."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
