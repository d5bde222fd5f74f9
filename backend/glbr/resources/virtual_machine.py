"""Virtual machine: an asset that can be protected."""

from glbr.definition import Block, Observed, Timestamp, result
from glbr.resources.parts.inventory import AppliedAt, ArrayVolume, JobInfo, Linked, VmwarePlace


class GuestInfo(Block):
    """What runs in it."""

    name: str | None = result("Name of the operating system.")
    type: str | None = result("`WINDOWS`, `LINUX` or `OTHERS`.")
    release_version: str | None = result("Release of the operating system.")
    build_version: str | None = result("Build of the operating system.")


class Compute(Block):
    """Processors and memory."""

    num_cpu_cores: int | None = result("Number of processor cores.")
    num_cpu_threads: int | None = result("Number of processor threads.")
    memory_size_in_mib: int | None = result("Memory, MiB.")


class DiskVmware(Block):
    """What VMware knows of a disk."""

    type: str | None = result("`VMFS`, `VVOL`, `PRDM` or `VRDM`.")
    datastore_info: Linked | None = result("Datastore that holds it.")
    disk_uuid_enabled: bool | None = result("Whether the guest sees the identifier of the disk.")


class DiskAppInfo(Block):
    """What the hypervisor alone knows of a disk."""

    vmware: DiskVmware | None = result("What VMware knows.")


class VirtualDisk(Block):
    """A disk. A restore of single disks names it by its identifier."""

    id: str | None = result("Identifier of the disk.")
    name: str | None = result("Name of the disk.")
    capacity_in_bytes: int | None = result("Size, bytes.")
    file_path: str | None = result("File of the disk on its datastore.")
    uid: str | None = result("VMware's own identifier of the disk.")
    app_info: DiskAppInfo | None = result("What the hypervisor alone knows of it.")


class AdapterNetwork(Block):
    """The network behind a network card."""

    id: str | None = result("Identifier of the network.")
    name: str | None = result("Name of the network.")
    state: str | None = result("`AVAILABLE` or `DELETED`.")
    connect_at_power_on: bool | None = result("Whether the card is connected when the machine starts.")


class NetworkAdapter(Block):
    """A network card. A restore to another place says for each which network it is attached to."""

    name: str | None = result("Name of the card.")
    mac_address: str | None = result("MAC address.")
    mac_address_type: str | None = result("`MANUAL` or `AUTOMATIC`.")
    network_details: AdapterNetwork | None = result("Network that it is attached to.")


class MachinePool(Block):
    """The resource pool of a machine."""

    id: str | None = result("Identifier of the pool.")
    name: str | None = result("Name of the pool.")
    moref: str | None = result("The vCenter's own reference to the pool.")


class VmwareTools(Block):
    """VMware Tools, which let a backup bring applications to rest."""

    status: str | None = result("`OK`, `OLD`, `NOT_RUNNING` or `NOT_INSTALLED`.")
    type: str | None = result("Kind of the tools.")
    version: str | None = result("Version of the tools.")


class MachineVmware(VmwarePlace):
    """What VMware knows of the machine."""

    type: str | None = result("Where its disks lie: `VMFS`, `VVOL`, `NFS` or `VSAN`.")
    datastores_info: list[Linked] | None = result("Datastores that hold it.")
    resource_pool_info: MachinePool | None = result("Resource pool that it is in.")
    tools_info: VmwareTools | None = result("VMware Tools, which let a backup bring applications to rest.")


class MachineAppInfo(Block):
    """What the hypervisor alone knows of the machine."""

    vmware: MachineVmware | None = result("What VMware knows.")


class MachineUse(Block):
    """What the machine has and uses."""

    cpu_allocated_in_mhz: int | None = result("Processor speed given to it, MHz.")
    cpu_used_in_mhz: int | None = result("Processor speed in use, MHz.")
    memory_allocated_in_mb: int | None = result("Memory given to it, MB.")
    memory_used_in_mb: int | None = result("Memory in use, MB.")
    storage_allocated_in_kb: int | None = result("Space given to it, kB.")
    storage_used_in_bytes: int | None = result("Space in use, bytes: what a first backup reads.")
    total_read_iops: int | None = result("Reads a second.")
    total_write_iops: int | None = result("Writes a second.")
    average_read_latency: int | None = result("Time that a read takes; HPE names no unit.")
    average_write_latency: int | None = result("Time that a write takes; HPE names no unit.")


class VirtualMachine(Observed):
    """A virtual machine in the inventory of a vCenter."""

    collection = "/virtualization/v1beta1/virtual-machines"
    filterable = (
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

    name: str | None = result("Name in the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    power_state: str | None = result("`POWERED_ON`, `POWERED_OFF`, `SUSPENDED` or `UNKNOWN`.")
    state: str | None = result("Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `DELETED`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    protection_status: str | None = result(
        "`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."
    )
    recovery_points_exist: bool | None = result("Whether it can be restored from anything.")
    capacity_in_bytes: int | None = result("Size of its disks, bytes.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    cluster_info: Linked | None = result("Cluster.")
    host_info: Linked | None = result("Host.")
    folder_info: Linked | None = result("Folder.")
    guest_info: GuestInfo | None = result("What runs in it.")
    compute_info: Compute | None = result("Processors and memory.")
    virtual_disks: list[VirtualDisk] | None = result("Disks.")
    network_adapters: list[NetworkAdapter] | None = result("Network cards.")
    network_address: str | None = result("IP address or host name.")
    app_info: MachineAppInfo | None = result("What the hypervisor alone knows of it.")
    volumes_info: list[ArrayVolume] | None = result("Volumes of an array that it lies on.")
    vm_perf_metric_info: MachineUse | None = result("What it has and uses.", volatile=True)
    protection_job_info: JobInfo | None = result("Job that protects it.")
    vm_protection_groups_info: list[Linked] | None = result("Protection groups it belongs to.")
    protection_policy_applied_at_info: AppliedAt | None = result("Where its policy was assigned.")
    vm_classification: str | None = result("Set on machines of the infrastructure, such as `PROTECTION_STORE_GATEWAY`.")
    services: list[str] | None = result("Services of HPE GreenLake that see it, such as `backup-and-recovery`.")
    vm_config_path: str | None = result("File of its configuration on a datastore.")
    uid: str | None = result("VMware's own identifier of the machine.")
    hci_cluster_uuid: str | None = result("Identifier of the HPE SimpliVity cluster that it runs in.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the virtual machine.")
