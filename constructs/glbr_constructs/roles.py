"""What constructs need from each other. Whatever has these properties will do, made here or looked up."""

from typing import Literal, Protocol

from constructs import Node


class Policy(Protocol):
    """Says how something is protected."""

    @property
    def protection_policy_id(self) -> str:
        """Identifier of the policy."""


class Store(Protocol):
    """Takes backups."""

    @property
    def protection_store_id(self) -> str:
        """Identifier of the store."""

    @property
    def protection_store_type(self) -> Literal["ON_PREMISES", "CLOUD"] | None:
        """Where it keeps them; `None` when only HPE knows."""


class Appliance(Protocol):
    """Carries stores."""

    @property
    def storage_system_id(self) -> str:
        """Identifier of the appliance."""

    @property
    def storage_system_type(self) -> Literal["STOREONCE", "PROTECTION_STORE_GATEWAY"]:
        """Kind of appliance."""


class Protectable(Protocol):
    """Can be protected by a policy."""

    @property
    def node(self) -> Node:
        """Its place among the constructs."""

    @property
    def asset_id(self) -> str:
        """Identifier of the asset or group."""

    @property
    def asset_type(self) -> str:
        """HPE's kind of it."""
