"""Datastore: where a hypervisor keeps its virtual machines, and a place to restore to."""

from glbr.definition import Block, Observed, Timestamp, result


class Linked(Block):
    """Another object that the datastore belongs to."""

    id: str | None = result("Identifier.")
    name: str | None = result("Name.")


class JobInfo(Block):
    """The job that protects it."""

    id: str | None = result("Identifier of the job.")
    name: str | None = result("Name of the job.")
    protection_policy_info: Linked | None = result("Policy of that job.")


class Datastore(Observed):
    """A datastore in the inventory of a vCenter."""

    collection = "/virtualization/v1beta1/datastores"
    filterable = (
        "status",
        "state",
        "appType",
        "hypervisorManagerInfo/name",
        "hypervisorManagerInfo/displayName",
        "hypervisorManagerInfo/id",
        "hostsInfo/id",
        "hostsInfo/name",
        "hostsInfo/displayName",
        "clusterInfo/id",
        "clusterInfo/name",
        "clusterInfo/displayName",
        "protectionJobInfo/protectionPolicyInfo/id",
        "protectionJobInfo/protectionPolicyInfo/name",
        "vmProtectionGroupsInfo/id",
        "vmProtectionGroupsInfo/name",
        "volumesInfo/id",
        "volumesInfo/storageSystemInfo/id",
        "volumesInfo/storageSystemInfo/serialNumber",
        "volumesInfo/storageSystemInfo/name",
        "volumesInfo/storageSystemInfo/vendorName",
        "volumesInfo/storageFolderInfo/id",
        "volumesInfo/storageFolderInfo/name",
        "volumesInfo/storagePoolInfo/id",
        "volumesInfo/storagePoolInfo/name",
        "datastoreType",
        "createdAt",
        "name",
        "services",
        "allowedOperations",
        "capacityInBytes",
        "capacityFree",
        "displayName",
        "replicationInfo/name",
        "replicationInfo/id",
        "hciClusterUuid",
    )

    name: str | None = result("Name in the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    datastore_type: str | None = result("`VMFS`, `VVOL`, `NFS` or `VSAN`.")
    datastore_classification: str | None = result(
        "Set on datastores of the infrastructure, such as `PROTECTION_STORE_GATEWAY`; these cannot be protected."
    )
    state: str | None = result("Lifecycle state.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    protection_status: str | None = result(
        "`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."
    )
    recovery_points_exist: bool | None = result("Whether it can be restored from anything.")
    capacity_in_bytes: int | None = result("Size, bytes.")
    capacity_free: int | None = result("Space left, bytes.")
    vm_count: int | None = result("Number of virtual machines on it.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    cluster_info: Linked | None = result("Cluster.")
    hosts_info: list[Linked] | None = result("Hosts that use it.")
    folder_info: Linked | None = result("Folder.")
    protection_job_info: JobInfo | None = result("Job that protects it.")
    vm_protection_groups_info: list[Linked] | None = result("Protection groups it belongs to.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the datastore.")
