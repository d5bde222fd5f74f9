"""Protection store gateways."""

from collections.abc import Sequence
from typing import Literal

from constructs import Construct

from glbr.protection.gateway import gateway_problems
from glbr_constructs import roles
from glbr_constructs.appliances.adapters import NetworkAdapter
from glbr_constructs.appliances.gateway_size import FixedSize, Workload
from glbr_constructs.appliances.network import Clock, Proxy, clock_of, proxy_of, servers
from glbr_constructs.assets.datastore import Datastore
from glbr_constructs.assets.place import VCENTER, HypervisorFolder
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.protection_store_gateway import DataProtectionStoreGateway
from glbr_constructs.l1.protection_store_gateway import ProtectionStoreGateway as ProtectionStoreGatewayL1
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.arguments import Flag
from glbr_constructs.synthesis.resource import INNER

_DATASTORE = "Datastore.from_datastore_name(...)"
_ADAPTER = (
    "NetworkAdapter.dhcp('backup-net') or NetworkAdapter.static('backup-net', address=..., mask=..., gateway=...)"
)


class ProtectionStoreGateway(Managed[ProtectionStoreGatewayL1]):
    """A Protection Store Gateway: a virtual machine that takes backups and passes them on to a cloud.

    Destroying it deletes the machine with its disks, and the on-premises stores on it with every recovery point in them.

    Example:
        gateway = ProtectionStoreGateway(
            self,
            "gateway",
            name="clinic-gateway-1",
            on=HypervisorManager.from_hypervisor_manager_name(self, "vcenter", "vcenter.clinic.example"),
            place=HypervisorCluster.from_hypervisor_cluster_name(self, "cluster", "clinic-cluster-1"),
            datastores=[Datastore.from_datastore_name(self, "datastore", "vmfs-clinic-02")],
            network=NetworkAdapter.dhcp("clinic-servers"),
            size=Workload.on_premises(daily_tib=2, kept_days=30).and_in_cloud(daily_tib=1, kept_days=180),
        )
        ProtectionStore.in_cloud(self, "cloud", name="Cloud_eastus2", on=gateway, location="azure:eastus2")
    """

    storage_system_type: Literal["PROTECTION_STORE_GATEWAY"] = "PROTECTION_STORE_GATEWAY"

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        on: roles.Hypervisor,
        place: roles.Placement,
        datastores: Sequence[Datastore],
        network: NetworkAdapter,
        size: Workload | FixedSize,
        folder: HypervisorFolder | None = None,
        content_library: Datastore | None = None,
        adapters: Sequence[NetworkAdapter] | None = None,
        dns: Sequence[str] | None = None,
        ntp: Sequence[str] | None = None,
        proxy: Proxy | None = None,
        clock: Clock | None = None,
        remote_access: Flag | None = None,
        force: Flag = False,
    ) -> None:
        """Deploy it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name of the gateway and of its virtual machine. Another one plans a new gateway.
            on: vCenter that it runs in.
            place: Cluster, host or resource pool to deploy it in. Another one plans a new gateway.
            datastores: Datastores that hold its disks.
            network: First network adapter, by which HPE GreenLake reaches it.
            size: What it has to protect, by which HPE sizes it: `Workload.on_premises(daily_tib=2, kept_days=30)`. Or a size
                of your own: `FixedSize(cpu=8, ram_gib=24, storage_tib=10)`.
            folder: Folder of the vCenter to put it into; HPE chooses one when left out.
            content_library: Datastore for the content library that it is deployed from.
            adapters: Network adapters beside the first.
            dns: DNS servers, the first asked first.
            ntp: Time servers, the first asked first.
            proxy: Proxy on the way to HPE GreenLake and to cloud stores.
            clock: Where it takes its time from.
            remote_access: Whether HPE's support may connect.
            force: Allow the gateway to be destroyed although its stores hold backups.

        Raises:
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        super().__init__(scope, id_)
        given = Given.to("deploying gateway", self)
        given.text("name", name, "the name of the gateway and of its virtual machine, such as 'clinic-gateway-1'")
        given.part("on", on, ("hypervisor_manager_id",), "a hypervisor manager", VCENTER)
        given.part("place", place, ("placement_id", "placement_argument"), "a place in a vCenter", _PLACE)
        _check_machine(given, datastores, network, size, folder, content_library)
        if remote_access is not None:
            given.flag("remote_access", remote_access)
        given.flag("force", force)
        machine = {
            **size.arguments(),
            place.placement_argument: place.placement_id,
            "folder_id": folder and folder.hypervisor_folder_id,
            "content_library_id": content_library and content_library.asset_id,
            "datastore_ids": [datastore.asset_id for datastore in datastores],
            "network": _adapter(network, "name"),
        }
        nics = _beside(given, adapters)
        given.sound(gateway_problems({"vm_config": machine, "nics": nics}))
        self.resource = ProtectionStoreGatewayL1(
            self,
            INNER,
            name=name,
            hypervisor_manager_id=on.hypervisor_manager_id,
            vm_config=machine,
            nics=nics,
            dns=servers(given, "dns", dns),
            ntp=servers(given, "ntp", ntp),
            proxy=proxy_of(given, proxy),
            date_time=clock_of(given, clock),
            remote_access_enabled=remote_access,
            force=force or None,
        )

    @property
    def storage_system_id(self) -> str:
        """Identifier of the gateway."""
        return self.resource.id

    @staticmethod
    def from_protection_store_gateway_id(scope: Construct, id_: str, gateway_id: str) -> roles.Appliance:
        """The gateway with this identifier; HPE is not asked."""
        return _ExistingProtectionStoreGateway(scope, id_, gateway_id)

    @staticmethod
    def from_protection_store_gateway_name(scope: Construct, id_: str, name: str) -> roles.Appliance:
        """The gateway with this name, looked up by Terraform."""
        return _ExistingProtectionStoreGateway(
            scope, id_, lambda own: DataProtectionStoreGateway(own, INNER, name=name).id, name=name
        )


class _ExistingProtectionStoreGateway(Existing):
    storage_system_type: Literal["PROTECTION_STORE_GATEWAY"] = "PROTECTION_STORE_GATEWAY"

    @property
    def storage_system_id(self) -> str:
        return self.identifier


_PLACE = (
    "HypervisorCluster.from_hypervisor_cluster_name(...), HypervisorHost.from_hypervisor_host_name(...) or "
    "ResourcePool.from_resource_pool_name(...)"
)


def _check_machine(
    given: Given,
    datastores: Sequence[Datastore],
    network: NetworkAdapter,
    size: Workload | FixedSize,
    folder: HypervisorFolder | None,
    content_library: Datastore | None,
) -> None:
    given.several("datastores", datastores, f"a list of {_DATASTORE}", at_least=1)
    for datastore in datastores:
        given.instance("datastores", datastore, (Datastore,), "a datastore", _DATASTORE)
    given.unlike("datastores", datastores, lambda datastore: datastore.asset_id)
    given.instance("network", network, (NetworkAdapter,), "a network adapter", _ADAPTER)
    cure = "Workload.on_premises(daily_tib=2, kept_days=30) or FixedSize(cpu=8, ram_gib=24, storage_tib=10)"
    given.instance("size", size, (Workload, FixedSize), "a size", cure)
    if folder is not None:
        cure = "HypervisorFolder.from_hypervisor_folder_name(...)"
        given.instance("folder", folder, (HypervisorFolder,), "a folder of a vCenter", cure)
    if content_library is not None:
        given.instance("content_library", content_library, (Datastore,), "a datastore", _DATASTORE)


def _beside(given: Given, adapters: Sequence[NetworkAdapter] | None) -> list[dict[str, object]] | None:
    if adapters is None:
        return None
    given.several("adapters", adapters, f"a list of {_ADAPTER}; leave it out for a gateway with one")
    for adapter in adapters:
        given.instance("adapters", adapter, (NetworkAdapter,), "a network adapter", _ADAPTER)
    return [_adapter(adapter, "network_name") for adapter in adapters]


def _adapter(adapter: NetworkAdapter, network: str) -> dict[str, object]:
    """An adapter in HPE's words, which has two for the name of the network."""
    return {
        network: adapter.network,
        "network_type": adapter.address_type,
        "network_address": adapter.address,
        "subnet_mask": adapter.mask,
        "gateway": adapter.gateway,
    }
