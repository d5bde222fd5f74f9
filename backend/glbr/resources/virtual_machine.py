"""Virtual machine: an asset that can be protected."""

from glbr.definition import Block, Observed, Timestamp, result


class Linked(Block):
    """Another object that the virtual machine belongs to."""

    id: str | None = result("Identifier.")
    name: str | None = result("Name.")


class GuestInfo(Block):
    """What runs in it."""

    name: str | None = result("Name of the operating system.")
    type: str | None = result("`WINDOWS`, `LINUX` or `OTHERS`.")


class JobInfo(Block):
    """The job that protects it."""

    id: str | None = result("Identifier of the job.")
    name: str | None = result("Name of the job.")
    protection_policy_info: Linked | None = result("Policy of that job.")


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
    state: str | None = result("Lifecycle state.")
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
    protection_job_info: JobInfo | None = result("Job that protects it.")
    vm_protection_groups_info: list[Linked] | None = result("Protection groups it belongs to.")
    vm_classification: str | None = result("Set on machines of the infrastructure, such as `PROTECTION_STORE_GATEWAY`.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the virtual machine.")
