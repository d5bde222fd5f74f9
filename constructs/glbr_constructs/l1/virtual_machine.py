# Generated from glbr/resources/virtual_machine.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVirtualMachineLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataVirtualMachineGuestInfoReference(Reference):
    """What runs in it."""

    name: Attribute[str] = text()
    """Name of the operating system."""

    type: Attribute[str] = text()
    """`WINDOWS`, `LINUX` or `OTHERS`."""

    release_version: Attribute[str] = text()
    """Release of the operating system."""

    build_version: Attribute[str] = text()
    """Build of the operating system."""


class DataVirtualMachineComputeReference(Reference):
    """Processors and memory."""

    num_cpu_cores: Attribute[float] = number()
    """Number of processor cores."""

    num_cpu_threads: Attribute[float] = number()
    """Number of processor threads."""

    memory_size_in_mib: Attribute[float] = number()
    """Memory, MiB."""


class DataVirtualMachineDiskVmwareReference(Reference):
    """What VMware knows of a disk."""

    type: Attribute[str] = text()
    """`VMFS`, `VVOL`, `PRDM` or `VRDM`."""

    datastore_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Datastore that holds it."""

    disk_uuid_enabled: Attribute[cdk.IResolvable] = flag()
    """Whether the guest sees the identifier of the disk."""


class DataVirtualMachineDiskAppInfoReference(Reference):
    """What the hypervisor alone knows of a disk."""

    vmware: Attribute[DataVirtualMachineDiskVmwareReference] = one(DataVirtualMachineDiskVmwareReference)
    """What VMware knows."""


class DataVirtualMachineVirtualDiskReference(Reference):
    """A disk. A restore of single disks names it by its identifier."""

    id: Attribute[str] = text()
    """Identifier of the disk."""

    name: Attribute[str] = text()
    """Name of the disk."""

    capacity_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    file_path: Attribute[str] = text()
    """File of the disk on its datastore."""

    uid: Attribute[str] = text()
    """VMware's own identifier of the disk."""

    app_info: Attribute[DataVirtualMachineDiskAppInfoReference] = one(DataVirtualMachineDiskAppInfoReference)
    """What the hypervisor alone knows of it."""


class DataVirtualMachineAdapterNetworkReference(Reference):
    """The network behind a network card."""

    id: Attribute[str] = text()
    """Identifier of the network."""

    name: Attribute[str] = text()
    """Name of the network."""

    state: Attribute[str] = text()
    """`AVAILABLE` or `DELETED`."""

    connect_at_power_on: Attribute[cdk.IResolvable] = flag()
    """Whether the card is connected when the machine starts."""


class DataVirtualMachineNetworkAdapterReference(Reference):
    """A network card. A restore to another place says for each which network it is attached to."""

    name: Attribute[str] = text()
    """Name of the card."""

    mac_address: Attribute[str] = text()
    """MAC address."""

    mac_address_type: Attribute[str] = text()
    """`MANUAL` or `AUTOMATIC`."""

    network_details: Attribute[DataVirtualMachineAdapterNetworkReference] = one(
        DataVirtualMachineAdapterNetworkReference
    )
    """Network that it is attached to."""


class DataVirtualMachineDatacenterReference(Reference):
    """A datacenter of the vCenter."""

    id: Attribute[str] = text()
    """Identifier of the datacenter."""

    name: Attribute[str] = text()
    """Name of the datacenter."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the datacenter, such as `datacenter-2`."""


class DataVirtualMachineMachinePoolReference(Reference):
    """The resource pool of a machine."""

    id: Attribute[str] = text()
    """Identifier of the pool."""

    name: Attribute[str] = text()
    """Name of the pool."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the pool."""


class DataVirtualMachineVmwareToolsReference(Reference):
    """VMware Tools, which let a backup bring applications to rest."""

    status: Attribute[str] = text()
    """`OK`, `OLD`, `NOT_RUNNING` or `NOT_INSTALLED`."""

    type: Attribute[str] = text()
    """Kind of the tools."""

    version: Attribute[str] = text()
    """Version of the tools."""


class DataVirtualMachineMachineVmwareReference(Reference):
    """What VMware knows of the machine."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the object, as VMware's tools write it."""

    datacenter_info: Attribute[DataVirtualMachineDatacenterReference] = one(DataVirtualMachineDatacenterReference)
    """Datacenter that it stands in."""

    type: Attribute[str] = text()
    """Where its disks lie: `VMFS`, `VVOL`, `NFS` or `VSAN`."""

    datastores_info: Attribute[References[DataVirtualMachineLinkedReference]] = each(DataVirtualMachineLinkedReference)
    """Datastores that hold it."""

    resource_pool_info: Attribute[DataVirtualMachineMachinePoolReference] = one(DataVirtualMachineMachinePoolReference)
    """Resource pool that it is in."""

    tools_info: Attribute[DataVirtualMachineVmwareToolsReference] = one(DataVirtualMachineVmwareToolsReference)
    """VMware Tools, which let a backup bring applications to rest."""


class DataVirtualMachineMachineAppInfoReference(Reference):
    """What the hypervisor alone knows of the machine."""

    vmware: Attribute[DataVirtualMachineMachineVmwareReference] = one(DataVirtualMachineMachineVmwareReference)
    """What VMware knows."""


class DataVirtualMachineVolumeStorageSystemReference(Reference):
    """The array that holds a volume."""

    id: Attribute[str] = text()
    """Identifier of the array."""

    name: Attribute[str] = text()
    """Name of the array."""

    type: Attribute[str] = text()
    """`NIMBLE`, `THREEPAR`, `PRIMERA`, `ALLETRA_6000` or `ALLETRA_9000`."""

    serial_number: Attribute[str] = text()
    """Serial number of the array."""

    vendor_name: Attribute[str] = text()
    """Maker of the array."""

    managed: Attribute[cdk.IResolvable] = flag()
    """Whether HPE GreenLake manages the array."""


class DataVirtualMachineArrayVolumeReference(Reference):
    """A volume of an array, on which the data lies."""

    id: Attribute[str] = text()
    """Identifier of the volume."""

    name: Attribute[str] = text()
    """Name of the volume."""

    scsi_identifier: Attribute[str] = text()
    """WWN of the volume."""

    size_in_bytes: Attribute[float] = number()
    """Size of the volume, bytes."""

    storage_system_info: Attribute[DataVirtualMachineVolumeStorageSystemReference] = one(
        DataVirtualMachineVolumeStorageSystemReference
    )
    """Array that holds the volume."""

    storage_pool_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Pool of the array."""

    storage_folder_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Folder of the array."""

    volume_set_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Volume set that the volume belongs to."""


class DataVirtualMachineMachineUseReference(Reference):
    """What the machine has and uses."""

    cpu_allocated_in_mhz: Attribute[float] = number()
    """Processor speed given to it, MHz."""

    cpu_used_in_mhz: Attribute[float] = number()
    """Processor speed in use, MHz."""

    memory_allocated_in_mb: Attribute[float] = number()
    """Memory given to it, MB."""

    memory_used_in_mb: Attribute[float] = number()
    """Memory in use, MB."""

    storage_allocated_in_kb: Attribute[float] = number()
    """Space given to it, kB."""

    storage_used_in_bytes: Attribute[float] = number()
    """Space in use, bytes: what a first backup reads."""

    total_read_iops: Attribute[float] = number()
    """Reads a second."""

    total_write_iops: Attribute[float] = number()
    """Writes a second."""

    average_read_latency: Attribute[float] = number()
    """Time that a read takes; HPE names no unit."""

    average_write_latency: Attribute[float] = number()
    """Time that a write takes; HPE names no unit."""


class DataVirtualMachineJobInfoReference(Reference):
    """The job that protects it."""

    id: Attribute[str] = text()
    """Identifier of the job."""

    name: Attribute[str] = text()
    """Name of the job."""

    protection_policy_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Policy of that job."""


class DataVirtualMachineAppliedAtReference(Reference):
    """Where the policy was assigned, when not to the object itself."""

    id: Attribute[str] = text()
    """Identifier of the machine, datastore or group."""

    name: Attribute[str] = text()
    """Name of the machine, datastore or group."""

    type: Attribute[str] = text()
    """`DATASTORE`, `VIRTUAL_MACHINE` or `VM_PROTECTION_GROUP`."""


class DataVirtualMachine(DataSource):
    """A virtual machine in the inventory of a vCenter."""

    terraform_type: ClassVar[str] = "glbr_virtual_machine"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    display_name: Attribute[str] = text()
    """Name shown in the console."""

    power_state: Attribute[str] = text()
    """`POWERED_ON`, `POWERED_OFF`, `SUSPENDED` or `UNKNOWN`."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `DELETED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status: Attribute[str] = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist: Attribute[cdk.IResolvable] = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes: Attribute[float] = number()
    """Size of its disks, bytes."""

    hypervisor_manager_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """vCenter."""

    cluster_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Cluster."""

    host_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Host."""

    folder_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Folder."""

    guest_info: Attribute[DataVirtualMachineGuestInfoReference] = one(DataVirtualMachineGuestInfoReference)
    """What runs in it."""

    compute_info: Attribute[DataVirtualMachineComputeReference] = one(DataVirtualMachineComputeReference)
    """Processors and memory."""

    virtual_disks: Attribute[References[DataVirtualMachineVirtualDiskReference]] = each(
        DataVirtualMachineVirtualDiskReference
    )
    """Disks."""

    network_adapters: Attribute[References[DataVirtualMachineNetworkAdapterReference]] = each(
        DataVirtualMachineNetworkAdapterReference
    )
    """Network cards."""

    network_address: Attribute[str] = text()
    """IP address or host name."""

    app_info: Attribute[DataVirtualMachineMachineAppInfoReference] = one(DataVirtualMachineMachineAppInfoReference)
    """What the hypervisor alone knows of it."""

    volumes_info: Attribute[References[DataVirtualMachineArrayVolumeReference]] = each(
        DataVirtualMachineArrayVolumeReference
    )
    """Volumes of an array that it lies on."""

    vm_perf_metric_info: Attribute[DataVirtualMachineMachineUseReference] = one(DataVirtualMachineMachineUseReference)
    """What it has and uses."""

    protection_job_info: Attribute[DataVirtualMachineJobInfoReference] = one(DataVirtualMachineJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info: Attribute[References[DataVirtualMachineLinkedReference]] = each(
        DataVirtualMachineLinkedReference
    )
    """Protection groups it belongs to."""

    protection_policy_applied_at_info: Attribute[DataVirtualMachineAppliedAtReference] = one(
        DataVirtualMachineAppliedAtReference
    )
    """Where its policy was assigned."""

    vm_classification: Attribute[str] = text()
    """Set on machines of the infrastructure, such as `PROTECTION_STORE_GATEWAY`."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    vm_config_path: Attribute[str] = text()
    """File of its configuration on a datastore."""

    uid: Attribute[str] = text()
    """VMware's own identifier of the machine."""

    hci_cluster_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity cluster that it runs in."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the virtual machine."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name in the vCenter.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataVirtualMachineFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataVirtualMachineReference(Reference):
    """A virtual machine in the inventory of a vCenter."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name in the vCenter."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    power_state: Attribute[str] = text()
    """`POWERED_ON`, `POWERED_OFF`, `SUSPENDED` or `UNKNOWN`."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `DELETED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status: Attribute[str] = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist: Attribute[cdk.IResolvable] = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes: Attribute[float] = number()
    """Size of its disks, bytes."""

    hypervisor_manager_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """vCenter."""

    cluster_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Cluster."""

    host_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Host."""

    folder_info: Attribute[DataVirtualMachineLinkedReference] = one(DataVirtualMachineLinkedReference)
    """Folder."""

    guest_info: Attribute[DataVirtualMachineGuestInfoReference] = one(DataVirtualMachineGuestInfoReference)
    """What runs in it."""

    compute_info: Attribute[DataVirtualMachineComputeReference] = one(DataVirtualMachineComputeReference)
    """Processors and memory."""

    virtual_disks: Attribute[References[DataVirtualMachineVirtualDiskReference]] = each(
        DataVirtualMachineVirtualDiskReference
    )
    """Disks."""

    network_adapters: Attribute[References[DataVirtualMachineNetworkAdapterReference]] = each(
        DataVirtualMachineNetworkAdapterReference
    )
    """Network cards."""

    network_address: Attribute[str] = text()
    """IP address or host name."""

    app_info: Attribute[DataVirtualMachineMachineAppInfoReference] = one(DataVirtualMachineMachineAppInfoReference)
    """What the hypervisor alone knows of it."""

    volumes_info: Attribute[References[DataVirtualMachineArrayVolumeReference]] = each(
        DataVirtualMachineArrayVolumeReference
    )
    """Volumes of an array that it lies on."""

    vm_perf_metric_info: Attribute[DataVirtualMachineMachineUseReference] = one(DataVirtualMachineMachineUseReference)
    """What it has and uses."""

    protection_job_info: Attribute[DataVirtualMachineJobInfoReference] = one(DataVirtualMachineJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info: Attribute[References[DataVirtualMachineLinkedReference]] = each(
        DataVirtualMachineLinkedReference
    )
    """Protection groups it belongs to."""

    protection_policy_applied_at_info: Attribute[DataVirtualMachineAppliedAtReference] = one(
        DataVirtualMachineAppliedAtReference
    )
    """Where its policy was assigned."""

    vm_classification: Attribute[str] = text()
    """Set on machines of the infrastructure, such as `PROTECTION_STORE_GATEWAY`."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    vm_config_path: Attribute[str] = text()
    """File of its configuration on a datastore."""

    uid: Attribute[str] = text()
    """VMware's own identifier of the machine."""

    hci_cluster_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity cluster that it runs in."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the virtual machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVirtualMachines(DataSource):
    """Every virtual machine that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_virtual_machines"

    filterable: ClassVar[tuple[str, ...]] = (
        "status",
        "state",
        "appType",
        "hypervisorManagerInfo/name",
        "hypervisorManagerInfo/displayName",
        "hypervisorManagerInfo/id",
        "hostInfo/id",
        "hostInfo/name",
        "hostInfo/displayName",
        "clusterInfo/id",
        "clusterInfo/name",
        "clusterInfo/displayName",
        "protectionJobInfo/protectionPolicyInfo/id",
        "protectionJobInfo/protectionPolicyInfo/name",
        "vmProtectionGroupsInfo/id",
        "vmProtectionGroupsInfo/name",
        "appInfo/vmware/type",
        "appInfo/vmware/moref",
        "appInfo/vmware/datastoresInfo/id",
        "appInfo/vmware/datastoresInfo/name",
        "appInfo/vmware/datastoresInfo/displayName",
        "volumesInfo/id",
        "volumesInfo/storageSystemInfo/id",
        "volumesInfo/storageSystemInfo/serialNumber",
        "volumesInfo/storageSystemInfo/name",
        "volumesInfo/storageSystemInfo/vendorName",
        "volumesInfo/storageFolderInfo/id",
        "volumesInfo/storageFolderInfo/name",
        "volumesInfo/storagePoolInfo/id",
        "volumesInfo/storagePoolInfo/name",
        "powerState",
        "createdAt",
        "name",
        "services",
        "allowedOperations",
        "hciClusterUuid",
        "id",
        "type",
        "capacityInBytes",
        "computeInfo/numCpuCores",
        "computeInfo/memorySizeInMib",
        "vmPerfMetricInfo/cpuAllocatedInMhz",
        "vmPerfMetricInfo/cpuUsedInMhz",
        "vmPerfMetricInfo/storageAllocatedInKb",
        "vmPerfMetricInfo/storageUsedInBytes",
        "vmPerfMetricInfo/memoryAllocatedInMb",
        "vmPerfMetricInfo/memoryUsedInMb",
        "vmPerfMetricInfo/totalReadIops",
        "vmPerfMetricInfo/totalWriteIops",
        "vmPerfMetricInfo/averageReadLatency",
        "vmPerfMetricInfo/averageWriteLatency",
        "displayName",
        "protectionStatus",
        "recoveryPointsExist",
        "vclsVm",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(VirtualMachineFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataVirtualMachineFilterReference]] = each(DataVirtualMachineFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVirtualMachineReference]] = each(DataVirtualMachineReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_virtual_machine`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[VirtualMachineFilter] | None = None,
        sort: str | None = None,
        limit: float | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `status`, `state`, `appType`,
                `hypervisorManagerInfo/name`, `hypervisorManagerInfo/displayName`, `hypervisorManagerInfo/id`,
                `hostInfo/id`, `hostInfo/name`, `hostInfo/displayName`, `clusterInfo/id`, `clusterInfo/name`,
                `clusterInfo/displayName`, `protectionJobInfo/protectionPolicyInfo/id`,
                `protectionJobInfo/protectionPolicyInfo/name`, `vmProtectionGroupsInfo/id`,
                `vmProtectionGroupsInfo/name`, `appInfo/vmware/type`, `appInfo/vmware/moref`,
                `appInfo/vmware/datastoresInfo/id`, `appInfo/vmware/datastoresInfo/name`,
                `appInfo/vmware/datastoresInfo/displayName`, `volumesInfo/id`, `volumesInfo/storageSystemInfo/id`,
                `volumesInfo/storageSystemInfo/serialNumber`, `volumesInfo/storageSystemInfo/name`,
                `volumesInfo/storageSystemInfo/vendorName`, `volumesInfo/storageFolderInfo/id`,
                `volumesInfo/storageFolderInfo/name`, `volumesInfo/storagePoolInfo/id`,
                `volumesInfo/storagePoolInfo/name`, `powerState`, `createdAt`, `name`, `services`, `allowedOperations`,
                `hciClusterUuid`, `id`, `type`, `capacityInBytes`, `computeInfo/numCpuCores`,
                `computeInfo/memorySizeInMib`, `vmPerfMetricInfo/cpuAllocatedInMhz`, `vmPerfMetricInfo/cpuUsedInMhz`,
                `vmPerfMetricInfo/storageAllocatedInKb`, `vmPerfMetricInfo/storageUsedInBytes`,
                `vmPerfMetricInfo/memoryAllocatedInMb`, `vmPerfMetricInfo/memoryUsedInMb`,
                `vmPerfMetricInfo/totalReadIops`, `vmPerfMetricInfo/totalWriteIops`,
                `vmPerfMetricInfo/averageReadLatency`, `vmPerfMetricInfo/averageWriteLatency`, `displayName`,
                `protectionStatus`, `recoveryPointsExist`, `vclsVm`.
            sort: HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt
                desc`.
            limit: Take at most so many: the first by `sort`, else those that HPE lists first.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
                "sort": sort,
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
