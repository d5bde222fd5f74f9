"""Places in a vCenter: where a gateway is deployed, which folder or tag a group follows. They are looked up."""

from typing import Literal

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.hypervisor_cluster import DataHypervisorCluster
from glbr_constructs.l1.hypervisor_folder import DataHypervisorFolder
from glbr_constructs.l1.hypervisor_host import DataHypervisorHost
from glbr_constructs.l1.resource_pool import DataResourcePool
from glbr_constructs.synthesis.resource import INNER

VCENTER = "a HypervisorManager, made here or looked up: HypervisorManager.from_hypervisor_manager_name(...)"


class HypervisorCluster(Existing):
    """A cluster of hosts.

    Example:
        cluster = HypervisorCluster.from_hypervisor_cluster_name(self, "cluster", "clinic-cluster-1")
        ProtectionStoreGateway(
            self,
            "gateway",
            name="clinic-gateway-1",
            on=HypervisorManager.from_hypervisor_manager_name(self, "vcenter", "vcenter.clinic.example"),
            place=cluster,
            datastores=[Datastore.from_datastore_name(self, "datastore", "vmfs-clinic-02")],
            network=NetworkAdapter.dhcp("clinic-servers"),
            size=Workload.on_premises(daily_tib=2, kept_days=30),
        )
    """

    placement_argument: Literal["cluster_id"] = "cluster_id"

    @property
    def placement_id(self) -> str:
        """Identifier of the cluster."""
        return self.identifier

    @classmethod
    def from_hypervisor_cluster_id(cls, scope: Construct, id_: str, hypervisor_cluster_id: str) -> "HypervisorCluster":
        """The cluster with this identifier; HPE is not asked."""
        return cls(scope, id_, hypervisor_cluster_id)

    @classmethod
    def from_hypervisor_cluster_name(cls, scope: Construct, id_: str, name: str) -> "HypervisorCluster":
        """The cluster with this name in the vCenter, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataHypervisorCluster(own, INNER, name=name).id, name=name)


class HypervisorHost(Existing):
    """One host.

    Example:
        host = HypervisorHost.from_hypervisor_host_name(self, "host", "esx-01.clinic.example")
        ProtectionStoreGateway(
            self,
            "gateway",
            name="clinic-gateway-1",
            on=HypervisorManager.from_hypervisor_manager_name(self, "vcenter", "vcenter.clinic.example"),
            place=host,
            datastores=[Datastore.from_datastore_name(self, "datastore", "vmfs-clinic-02")],
            network=NetworkAdapter.dhcp("clinic-servers"),
            size=Workload.on_premises(daily_tib=2, kept_days=30),
        )
    """

    placement_argument: Literal["host_id"] = "host_id"

    @property
    def placement_id(self) -> str:
        """Identifier of the host."""
        return self.identifier

    @classmethod
    def from_hypervisor_host_id(cls, scope: Construct, id_: str, hypervisor_host_id: str) -> "HypervisorHost":
        """The host with this identifier; HPE is not asked."""
        return cls(scope, id_, hypervisor_host_id)

    @classmethod
    def from_hypervisor_host_name(cls, scope: Construct, id_: str, name: str) -> "HypervisorHost":
        """The host with this name in the vCenter, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataHypervisorHost(own, INNER, name=name).id, name=name)


class ResourcePool(Existing):
    """A share of the processors and memory of a cluster or host.

    Example:
        vcenter = HypervisorManager.from_hypervisor_manager_name(self, "vcenter", "vcenter.clinic.example")
        pool = ResourcePool.from_resource_pool_name(self, "pool", "backup", hypervisor_manager=vcenter)
        ProtectionStoreGateway(
            self,
            "gateway",
            name="clinic-gateway-1",
            on=vcenter,
            place=pool,
            datastores=[Datastore.from_datastore_name(self, "datastore", "vmfs-clinic-02")],
            network=NetworkAdapter.dhcp("clinic-servers"),
            size=Workload.on_premises(daily_tib=2, kept_days=30),
        )
    """

    placement_argument: Literal["resource_pool_id"] = "resource_pool_id"

    @property
    def placement_id(self) -> str:
        """Identifier of the resource pool."""
        return self.identifier

    @classmethod
    def from_resource_pool_id(cls, scope: Construct, id_: str, resource_pool_id: str) -> "ResourcePool":
        """The resource pool with this identifier; HPE is not asked."""
        return cls(scope, id_, resource_pool_id)

    @classmethod
    def from_resource_pool_name(
        cls, scope: Construct, id_: str, name: str, *, hypervisor_manager: roles.Hypervisor
    ) -> "ResourcePool":
        """The resource pool with this name in a vCenter, looked up by Terraform."""
        vcenter = _vcenter("looking up resource pool", id_, hypervisor_manager)

        def look_up(own: Construct) -> str:
            return DataResourcePool(own, INNER, hypervisor_manager_id=vcenter, name=name).id

        return cls(scope, id_, look_up, name=name)


class HypervisorFolder(Existing):
    """A folder of virtual machines.

    Example:
        vcenter = HypervisorManager.from_hypervisor_manager_name(self, "vcenter", "vcenter.clinic.example")
        folder = HypervisorFolder.from_hypervisor_folder_name(self, "folder", "erp", hypervisor_manager=vcenter)
        VirtualMachineProtectionGroup(self, "group", name="erp", folder=folder)
    """

    @property
    def hypervisor_folder_id(self) -> str:
        """Identifier of the folder."""
        return self.identifier

    @classmethod
    def from_hypervisor_folder_id(cls, scope: Construct, id_: str, hypervisor_folder_id: str) -> "HypervisorFolder":
        """The folder with this identifier; HPE is not asked."""
        return cls(scope, id_, hypervisor_folder_id)

    @classmethod
    def from_hypervisor_folder_name(
        cls, scope: Construct, id_: str, name: str, *, hypervisor_manager: roles.Hypervisor
    ) -> "HypervisorFolder":
        """The folder with this name in a vCenter, looked up by Terraform."""
        vcenter = _vcenter("looking up folder", id_, hypervisor_manager)

        def look_up(own: Construct) -> str:
            return DataHypervisorFolder(own, INNER, hypervisor_manager_id=vcenter, name=name).id

        return cls(scope, id_, look_up, name=name)


def _vcenter(doing: str, id_: str, hypervisor_manager: roles.Hypervisor) -> str:
    given = Given(f"{doing} {id_}")
    given.part("hypervisor_manager", hypervisor_manager, ("hypervisor_manager_id",), "a hypervisor manager", VCENTER)
    return hypervisor_manager.hypervisor_manager_id
