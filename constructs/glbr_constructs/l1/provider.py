# Generated from glbr/definition/provider_block.py by `python -m glbr.views.generate_l1`: do not edit.
"""The `glbr` provider block."""

from collections.abc import Mapping
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.resource import Provider


class GlbrProvider(Provider):
    """Manage HPE GreenLake for Backup and Recovery. Every argument can be left to its environment variable."""

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "region": kinds.choice("us-west", "eu-west", "eu-central", "ap-northeast"),
        "endpoint": kinds.text,
        "array_endpoint": kinds.text,
        "token_endpoint": kinds.text,
        "workspace_id": kinds.text,
        "client_id": kinds.text,
        "client_secret": kinds.text,
        "refresh_mode": kinds.choice("coalesced", "single"),
        "protection_guard": kinds.choice("off", "warn", "error"),
    }

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        region: str | None = None,
        endpoint: str | None = None,
        array_endpoint: str | None = None,
        token_endpoint: str | None = None,
        workspace_id: str | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        refresh_mode: str | None = None,
        protection_guard: str | None = None,
        alias: str | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            region: Region that holds the workspace's data. Or `GLBR_REGION`. Give this or `endpoint`. Allowed:
                `us-west`, `eu-west`, `eu-central`, `ap-northeast`.
            endpoint: Address of the API instead of a region, such as `http://127.0.0.1:8930` for the simulator. Or
                `GLBR_ENDPOINT`.
            array_endpoint: Address of the API of storage arrays, where it is not the one of the region or of
                `endpoint`. Or `GLBR_ARRAY_ENDPOINT`.
            token_endpoint: Address of the token service, where it is not the one of the region or of `endpoint`. Or
                `GLBR_TOKEN_ENDPOINT`.
            workspace_id: Workspace, 32 hexadecimal digits. Or `GLBR_WORKSPACE_ID`. Without it the older token service
                is asked.
            client_id: API client. Or `GLBR_CLIENT_ID`.
            client_secret: Secret of the API client. Better kept out of files: `GLBR_CLIENT_SECRET`.
            refresh_mode: How many objects are refreshed: `coalesced` reads whole list pages, `single` reads one by one.
                Or `GLBR_REFRESH_MODE`; `coalesced` when left out. Allowed: `coalesced`, `single`.
            protection_guard: What a plan that weakens protection leads to: `warn` (when left out) says what is lost,
                `error` also stops the plan, `off` says nothing. Or `GLBR_PROTECTION_GUARD`. Allowed: `off`, `warn`,
                `error`.
            alias: Name that tells this block from others, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "region": region,
                "endpoint": endpoint,
                "array_endpoint": array_endpoint,
                "token_endpoint": token_endpoint,
                "workspace_id": workspace_id,
                "client_id": client_id,
                "client_secret": client_secret,
                "refresh_mode": refresh_mode,
                "protection_guard": protection_guard,
            },
            alias=alias,
        )
