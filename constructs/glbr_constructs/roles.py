"""What constructs need from each other. Whatever has these properties will do, made here or looked up."""

from typing import Literal, Protocol

from constructs import Node

from glbr_constructs.cdk import cdk


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


class Location(Protocol):
    """A place in a cloud where stores can be."""

    @property
    def storage_location_id(self) -> str:
        """Identifier of the location, such as `azure:eastus2`."""


class Appliance(Protocol):
    """Carries stores."""

    @property
    def storage_system_id(self) -> str:
        """Identifier of the appliance."""

    @property
    def storage_system_type(self) -> Literal["STOREONCE", "PROTECTION_STORE_GATEWAY"]:
        """Kind of appliance."""


class Orchestrator(Protocol):
    """Runs the schedules on site."""

    @property
    def data_orchestrator_id(self) -> str:
        """Identifier of the Data Orchestrator."""


class Hypervisor(Protocol):
    """Runs virtual machines: a vCenter that HPE knows."""

    @property
    def hypervisor_manager_id(self) -> str:
        """Identifier of the hypervisor manager."""


class Host(Protocol):
    """Runs SQL Server: a machine that HPE knows."""

    @property
    def application_host_id(self) -> str:
        """Identifier of the host."""


class Placement(Protocol):
    """Where in a vCenter a virtual machine is deployed."""

    @property
    def placement_id(self) -> str:
        """Identifier of the place."""

    @property
    def placement_argument(self) -> Literal["cluster_id", "host_id", "resource_pool_id"]:
        """HPE's argument for a place of this kind."""


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


class Protectables(Protocol):
    """Assets of one kind that are looked up together, and can each be protected by a policy."""

    @property
    def asset_type(self) -> str:
        """HPE's kind of them."""

    @property
    def ids_by_name(self) -> cdk.IResolvable:
        """Their identifiers by their names, an expression of Terraform."""


class VolumeGroup(Protocol):
    """Volumes that are copied together."""

    @property
    def volume_protection_group_id(self) -> str:
        """Identifier of the group."""


class VolumeGroupCopy(Protocol):
    """A recovery point of a group of volumes, from which a backup can be made."""

    @property
    def copy_id(self) -> str:
        """Identifier of the copy."""

    @property
    def copy_type(self) -> Literal["SNAPSHOT", "BACKUP"]:
        """Whether it is a snapshot or a backup."""

    @property
    def volume_group(self) -> VolumeGroup:
        """The group whose volumes it holds."""
