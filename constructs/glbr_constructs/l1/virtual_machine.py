# Generated from glbr/resources/virtual_machine.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Reference, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVirtualMachineLinkedReference(Reference):
    """Another object that goes with it."""

    id = text()
    """Identifier."""

    name = text()
    """Name."""


class DataVirtualMachineGuestInfoReference(Reference):
    """What runs in it."""

    name = text()
    """Name of the operating system."""

    type = text()
    """`WINDOWS`, `LINUX` or `OTHERS`."""

    release_version = text()
    """Release of the operating system."""

    build_version = text()
    """Build of the operating system."""


class DataVirtualMachineComputeReference(Reference):
    """Processors and memory."""

    num_cpu_cores = number()
    """Number of processor cores."""

    num_cpu_threads = number()
    """Number of processor threads."""

    memory_size_in_mib = number()
    """Memory, MiB."""


class DataVirtualMachineDiskVmwareReference(Reference):
    """What VMware knows of a disk."""

    type = text()
    """`VMFS`, `VVOL`, `PRDM` or `VRDM`."""

    datastore_info = one(DataVirtualMachineLinkedReference)
    """Datastore that holds it."""

    disk_uuid_enabled = flag()
    """Whether the guest sees the identifier of the disk."""


class DataVirtualMachineDiskAppInfoReference(Reference):
    """What the hypervisor alone knows of a disk."""

    vmware = one(DataVirtualMachineDiskVmwareReference)
    """What VMware knows."""


class DataVirtualMachineVirtualDiskReference(Reference):
    """A disk. A restore of single disks names it by its identifier."""

    id = text()
    """Identifier of the disk."""

    name = text()
    """Name of the disk."""

    capacity_in_bytes = number()
    """Size, bytes."""

    file_path = text()
    """File of the disk on its datastore."""

    uid = text()
    """VMware's own identifier of the disk."""

    app_info = one(DataVirtualMachineDiskAppInfoReference)
    """What the hypervisor alone knows of it."""


class DataVirtualMachineAdapterNetworkReference(Reference):
    """The network behind a network card."""

    id = text()
    """Identifier of the network."""

    name = text()
    """Name of the network."""

    state = text()
    """`AVAILABLE` or `DELETED`."""

    connect_at_power_on = flag()
    """Whether the card is connected when the machine starts."""


class DataVirtualMachineNetworkAdapterReference(Reference):
    """A network card. A restore to another place says for each which network it is attached to."""

    name = text()
    """Name of the card."""

    mac_address = text()
    """MAC address."""

    mac_address_type = text()
    """`MANUAL` or `AUTOMATIC`."""

    network_details = one(DataVirtualMachineAdapterNetworkReference)
    """Network that it is attached to."""


class DataVirtualMachineDatacenterReference(Reference):
    """A datacenter of the vCenter."""

    id = text()
    """Identifier of the datacenter."""

    name = text()
    """Name of the datacenter."""

    moref = text()
    """The vCenter's own reference to the datacenter, such as `datacenter-2`."""


class DataVirtualMachineMachinePoolReference(Reference):
    """The resource pool of a machine."""

    id = text()
    """Identifier of the pool."""

    name = text()
    """Name of the pool."""

    moref = text()
    """The vCenter's own reference to the pool."""


class DataVirtualMachineVmwareToolsReference(Reference):
    """VMware Tools, which let a backup bring applications to rest."""

    status = text()
    """`OK`, `OLD`, `NOT_RUNNING` or `NOT_INSTALLED`."""

    type = text()
    """Kind of the tools."""

    version = text()
    """Version of the tools."""


class DataVirtualMachineMachineVmwareReference(Reference):
    """What VMware knows of the machine."""

    moref = text()
    """The vCenter's own reference to the object, as VMware's tools write it."""

    datacenter_info = one(DataVirtualMachineDatacenterReference)
    """Datacenter that it stands in."""

    type = text()
    """Where its disks lie: `VMFS`, `VVOL`, `NFS` or `VSAN`."""

    datastores_info = each(DataVirtualMachineLinkedReference)
    """Datastores that hold it."""

    resource_pool_info = one(DataVirtualMachineMachinePoolReference)
    """Resource pool that it is in."""

    tools_info = one(DataVirtualMachineVmwareToolsReference)
    """VMware Tools, which let a backup bring applications to rest."""


class DataVirtualMachineMachineAppInfoReference(Reference):
    """What the hypervisor alone knows of the machine."""

    vmware = one(DataVirtualMachineMachineVmwareReference)
    """What VMware knows."""


class DataVirtualMachineVolumeStorageSystemReference(Reference):
    """The array that holds a volume."""

    id = text()
    """Identifier of the array."""

    name = text()
    """Name of the array."""

    type = text()
    """`NIMBLE`, `THREEPAR`, `PRIMERA`, `ALLETRA_6000` or `ALLETRA_9000`."""

    serial_number = text()
    """Serial number of the array."""

    vendor_name = text()
    """Maker of the array."""

    managed = flag()
    """Whether HPE GreenLake manages the array."""


class DataVirtualMachineArrayVolumeReference(Reference):
    """A volume of an array, on which the data lies."""

    id = text()
    """Identifier of the volume."""

    name = text()
    """Name of the volume."""

    scsi_identifier = text()
    """WWN of the volume."""

    size_in_bytes = number()
    """Size of the volume, bytes."""

    storage_system_info = one(DataVirtualMachineVolumeStorageSystemReference)
    """Array that holds the volume."""

    storage_pool_info = one(DataVirtualMachineLinkedReference)
    """Pool of the array."""

    storage_folder_info = one(DataVirtualMachineLinkedReference)
    """Folder of the array."""

    volume_set_info = one(DataVirtualMachineLinkedReference)
    """Volume set that the volume belongs to."""


class DataVirtualMachineMachineUseReference(Reference):
    """What the machine has and uses."""

    cpu_allocated_in_mhz = number()
    """Processor speed given to it, MHz."""

    cpu_used_in_mhz = number()
    """Processor speed in use, MHz."""

    memory_allocated_in_mb = number()
    """Memory given to it, MB."""

    memory_used_in_mb = number()
    """Memory in use, MB."""

    storage_allocated_in_kb = number()
    """Space given to it, kB."""

    storage_used_in_bytes = number()
    """Space in use, bytes: what a first backup reads."""

    total_read_iops = number()
    """Reads a second."""

    total_write_iops = number()
    """Writes a second."""

    average_read_latency = number()
    """Time that a read takes; HPE names no unit."""

    average_write_latency = number()
    """Time that a write takes; HPE names no unit."""


class DataVirtualMachineJobInfoReference(Reference):
    """The job that protects it."""

    id = text()
    """Identifier of the job."""

    name = text()
    """Name of the job."""

    protection_policy_info = one(DataVirtualMachineLinkedReference)
    """Policy of that job."""


class DataVirtualMachineAppliedAtReference(Reference):
    """Where the policy was assigned, when not to the object itself."""

    id = text()
    """Identifier of the machine, datastore or group."""

    name = text()
    """Name of the machine, datastore or group."""

    type = text()
    """`DATASTORE`, `VIRTUAL_MACHINE` or `VM_PROTECTION_GROUP`."""


class DataVirtualMachine(DataSource):
    """A virtual machine in the inventory of a vCenter."""

    terraform_type: ClassVar = "glbr_virtual_machine"

    shape: ClassVar = {"id": kinds.text, "name": kinds.text}

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    power_state = text()
    """`POWERED_ON`, `POWERED_OFF`, `SUSPENDED` or `UNKNOWN`."""

    state = text()
    """Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `DELETED`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes = number()
    """Size of its disks, bytes."""

    hypervisor_manager_info = one(DataVirtualMachineLinkedReference)
    """vCenter."""

    cluster_info = one(DataVirtualMachineLinkedReference)
    """Cluster."""

    host_info = one(DataVirtualMachineLinkedReference)
    """Host."""

    folder_info = one(DataVirtualMachineLinkedReference)
    """Folder."""

    guest_info = one(DataVirtualMachineGuestInfoReference)
    """What runs in it."""

    compute_info = one(DataVirtualMachineComputeReference)
    """Processors and memory."""

    virtual_disks = each(DataVirtualMachineVirtualDiskReference)
    """Disks."""

    network_adapters = each(DataVirtualMachineNetworkAdapterReference)
    """Network cards."""

    network_address = text()
    """IP address or host name."""

    app_info = one(DataVirtualMachineMachineAppInfoReference)
    """What the hypervisor alone knows of it."""

    volumes_info = each(DataVirtualMachineArrayVolumeReference)
    """Volumes of an array that it lies on."""

    vm_perf_metric_info = one(DataVirtualMachineMachineUseReference)
    """What it has and uses."""

    protection_job_info = one(DataVirtualMachineJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info = each(DataVirtualMachineLinkedReference)
    """Protection groups it belongs to."""

    protection_policy_applied_at_info = one(DataVirtualMachineAppliedAtReference)
    """Where its policy was assigned."""

    vm_classification = text()
    """Set on machines of the infrastructure, such as `PROTECTION_STORE_GATEWAY`."""

    services = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    vm_config_path = text()
    """File of its configuration on a datastore."""

    uid = text()
    """VMware's own identifier of the machine."""

    hci_cluster_uuid = text()
    """Identifier of the HPE SimpliVity cluster that it runs in."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
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

    property_ = text("property")
    values = texts()
    comparison = text()


class DataVirtualMachineReference(Reference):
    """A virtual machine in the inventory of a vCenter."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name in the vCenter."""

    display_name = text()
    """Name shown in the console."""

    power_state = text()
    """`POWERED_ON`, `POWERED_OFF`, `SUSPENDED` or `UNKNOWN`."""

    state = text()
    """Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `DELETED`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes = number()
    """Size of its disks, bytes."""

    hypervisor_manager_info = one(DataVirtualMachineLinkedReference)
    """vCenter."""

    cluster_info = one(DataVirtualMachineLinkedReference)
    """Cluster."""

    host_info = one(DataVirtualMachineLinkedReference)
    """Host."""

    folder_info = one(DataVirtualMachineLinkedReference)
    """Folder."""

    guest_info = one(DataVirtualMachineGuestInfoReference)
    """What runs in it."""

    compute_info = one(DataVirtualMachineComputeReference)
    """Processors and memory."""

    virtual_disks = each(DataVirtualMachineVirtualDiskReference)
    """Disks."""

    network_adapters = each(DataVirtualMachineNetworkAdapterReference)
    """Network cards."""

    network_address = text()
    """IP address or host name."""

    app_info = one(DataVirtualMachineMachineAppInfoReference)
    """What the hypervisor alone knows of it."""

    volumes_info = each(DataVirtualMachineArrayVolumeReference)
    """Volumes of an array that it lies on."""

    vm_perf_metric_info = one(DataVirtualMachineMachineUseReference)
    """What it has and uses."""

    protection_job_info = one(DataVirtualMachineJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info = each(DataVirtualMachineLinkedReference)
    """Protection groups it belongs to."""

    protection_policy_applied_at_info = one(DataVirtualMachineAppliedAtReference)
    """Where its policy was assigned."""

    vm_classification = text()
    """Set on machines of the infrastructure, such as `PROTECTION_STORE_GATEWAY`."""

    services = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    vm_config_path = text()
    """File of its configuration on a datastore."""

    uid = text()
    """VMware's own identifier of the machine."""

    hci_cluster_uuid = text()
    """Identifier of the HPE SimpliVity cluster that it runs in."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
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

    shape: ClassVar = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVirtualMachines(DataSource):
    """Every virtual machine that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_virtual_machines"

    filterable: ClassVar = (
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

    shape: ClassVar = {"filters": kinds.each(VirtualMachineFilter.of), "sort": kinds.text, "limit": kinds.whole}

    filters = each(DataVirtualMachineFilterReference)
    sort = text()
    limit = number()
    items = each(DataVirtualMachineReference)
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
