"""The `provider "glbr"` block: which HPE workspace, and who asks."""

from typing import Literal

from glbr.definition.block import Block
from glbr.definition.fields import argument


class ProviderBlock(Block):
    """Manage HPE GreenLake for Backup and Recovery. Every argument can be left to its environment variable."""

    region: Literal["us-west", "eu-west", "eu-central", "ap-northeast"] | None = argument(
        "Region that holds the workspace's data. Or `GLBR_REGION`. Give this or `endpoint`.", sent=False, returned=False
    )
    endpoint: str | None = argument(
        "Address of the API instead of a region, such as `http://127.0.0.1:8930` for the simulator. Or `GLBR_ENDPOINT`.",
        sent=False,
        returned=False,
    )
    array_endpoint: str | None = argument(
        "Address of the API of storage arrays, where it is not the one of the region or of `endpoint`. Or "
        "`GLBR_ARRAY_ENDPOINT`.",
        sent=False,
        returned=False,
    )
    token_endpoint: str | None = argument(
        "Address of the token service, where it is not the one of the region or of `endpoint`. Or `GLBR_TOKEN_ENDPOINT`.",
        sent=False,
        returned=False,
    )
    workspace_id: str | None = argument(
        "Workspace, 32 hexadecimal digits. Or `GLBR_WORKSPACE_ID`. Without it the older token service is asked.",
        sent=False,
        returned=False,
    )
    client_id: str | None = argument("API client. Or `GLBR_CLIENT_ID`.", sent=False, returned=False)
    client_secret: str | None = argument(
        "Secret of the API client. Better kept out of files: `GLBR_CLIENT_SECRET`.",
        sensitive=True,
        sent=False,
        returned=False,
    )
    refresh_mode: Literal["coalesced", "single"] | None = argument(
        "How many objects are refreshed: `coalesced` reads whole list pages, `single` reads one by one. Or "
        "`GLBR_REFRESH_MODE`; `coalesced` when left out.",
        sent=False,
        returned=False,
    )
    protection_guard: Literal["off", "warn", "error"] | None = argument(
        "What a plan that weakens protection leads to: `warn` (when left out) says what is lost, `error` also stops the plan, "
        "`off` says nothing. Or `GLBR_PROTECTION_GUARD`.",
        sent=False,
        returned=False,
    )
