"""Datastore: where a hypervisor keeps its virtual machines, and a place to restore to."""

from glbr.definition import Block, Observed, Timestamp, result
from glbr.resources.parts.inventory import AppliedAt, ArrayVolume, Datacenter, JobInfo, Linked


class ReplicationPartner(Block):
    """The other array of a replication."""

    id: str | None = result("Identifier of the array.")
    name: str | None = result("Name of the array.")
    system_wwn: str | None = result("World-wide name of the array.")
    vendor_name: str | None = result("`NIMBLE` or `PRIMERA`.")
    mode: str | None = result("`SYNCHRONOUS` or `PERIODIC`.")


class ReplicationInfo(Block):
    """How arrays replicate it."""

    id: str | None = result("Identifier of the replication group.")
    name: str | None = result("Name of the replication group.")
    partner_details: list[ReplicationPartner] | None = result("Other arrays.")


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
    state: str | None = result("Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `MOUNTED`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    protection_status: str | None = result(
        "`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."
    )
    recovery_points_exist: bool | None = result("Whether it can be restored from anything.")
    capacity_in_bytes: int | None = result("Size, bytes.")
    capacity_free: int | None = result("Space left, bytes.")
    capacity_uncommitted: int | None = result("Space that disks on it may still grow by, bytes.")
    vm_count: int | None = result("Number of virtual machines on it.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    cluster_info: Linked | None = result("Cluster.")
    hosts_info: list[Linked] | None = result("Hosts that use it.")
    folder_info: Linked | None = result("Folder.")
    datacenters_info: list[Datacenter] | None = result("Datacenters of the vCenter that it is in.")
    volumes_info: list[ArrayVolume] | None = result("Volumes of an array that it lies on.")
    provisioning_policy_info: Linked | None = result("Policy by which the array made its space.")
    replication_info: ReplicationInfo | None = result("How arrays replicate it.")
    protection_job_info: JobInfo | None = result("Job that protects it.")
    vm_protection_groups_info: list[Linked] | None = result("Protection groups it belongs to.")
    protection_policy_applied_at_info: AppliedAt | None = result("Where its policy was assigned.")
    services: list[str] | None = result("Services of HPE GreenLake that see it, such as `backup-and-recovery`.")
    moref: str | None = result("The vCenter's own reference to the datastore, such as `datastore-12`.")
    uid: str | None = result("VMware's own identifier of the datastore.")
    hci_cluster_uuid: str | None = result("Identifier of the HPE SimpliVity cluster that it belongs to.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the datastore.")
