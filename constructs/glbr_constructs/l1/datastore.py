# Generated from glbr/resources/datastore.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Datastore: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Reference, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataDatastoreLinkedReference(Reference):
    """Another object that goes with it."""

    id = text()
    """Identifier."""

    name = text()
    """Name."""


class DataDatastoreDatacenterReference(Reference):
    """A datacenter of the vCenter."""

    id = text()
    """Identifier of the datacenter."""

    name = text()
    """Name of the datacenter."""

    moref = text()
    """The vCenter's own reference to the datacenter, such as `datacenter-2`."""


class DataDatastoreVolumeStorageSystemReference(Reference):
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


class DataDatastoreArrayVolumeReference(Reference):
    """A volume of an array, on which the data lies."""

    id = text()
    """Identifier of the volume."""

    name = text()
    """Name of the volume."""

    scsi_identifier = text()
    """WWN of the volume."""

    size_in_bytes = number()
    """Size of the volume, bytes."""

    storage_system_info = one(DataDatastoreVolumeStorageSystemReference)
    """Array that holds the volume."""

    storage_pool_info = one(DataDatastoreLinkedReference)
    """Pool of the array."""

    storage_folder_info = one(DataDatastoreLinkedReference)
    """Folder of the array."""

    volume_set_info = one(DataDatastoreLinkedReference)
    """Volume set that the volume belongs to."""


class DataDatastoreReplicationPartnerReference(Reference):
    """The other array of a replication."""

    id = text()
    """Identifier of the array."""

    name = text()
    """Name of the array."""

    system_wwn = text()
    """World-wide name of the array."""

    vendor_name = text()
    """`NIMBLE` or `PRIMERA`."""

    mode = text()
    """`SYNCHRONOUS` or `PERIODIC`."""


class DataDatastoreReplicationInfoReference(Reference):
    """How arrays replicate it."""

    id = text()
    """Identifier of the replication group."""

    name = text()
    """Name of the replication group."""

    partner_details = each(DataDatastoreReplicationPartnerReference)
    """Other arrays."""


class DataDatastoreJobInfoReference(Reference):
    """The job that protects it."""

    id = text()
    """Identifier of the job."""

    name = text()
    """Name of the job."""

    protection_policy_info = one(DataDatastoreLinkedReference)
    """Policy of that job."""


class DataDatastoreAppliedAtReference(Reference):
    """Where the policy was assigned, when not to the object itself."""

    id = text()
    """Identifier of the machine, datastore or group."""

    name = text()
    """Name of the machine, datastore or group."""

    type = text()
    """`DATASTORE`, `VIRTUAL_MACHINE` or `VM_PROTECTION_GROUP`."""


class DataDatastore(DataSource):
    """A datastore in the inventory of a vCenter."""

    terraform_type: ClassVar = "glbr_datastore"

    shape: ClassVar = {"id": kinds.text, "name": kinds.text}

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    datastore_type = text()
    """`VMFS`, `VVOL`, `NFS` or `VSAN`."""

    datastore_classification = text()
    """Set on datastores of the infrastructure, such as `PROTECTION_STORE_GATEWAY`; these cannot be protected."""

    state = text()
    """Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `MOUNTED`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes = number()
    """Size, bytes."""

    capacity_free = number()
    """Space left, bytes."""

    capacity_uncommitted = number()
    """Space that disks on it may still grow by, bytes."""

    vm_count = number()
    """Number of virtual machines on it."""

    hypervisor_manager_info = one(DataDatastoreLinkedReference)
    """vCenter."""

    cluster_info = one(DataDatastoreLinkedReference)
    """Cluster."""

    hosts_info = each(DataDatastoreLinkedReference)
    """Hosts that use it."""

    folder_info = one(DataDatastoreLinkedReference)
    """Folder."""

    datacenters_info = each(DataDatastoreDatacenterReference)
    """Datacenters of the vCenter that it is in."""

    volumes_info = each(DataDatastoreArrayVolumeReference)
    """Volumes of an array that it lies on."""

    provisioning_policy_info = one(DataDatastoreLinkedReference)
    """Policy by which the array made its space."""

    replication_info = one(DataDatastoreReplicationInfoReference)
    """How arrays replicate it."""

    protection_job_info = one(DataDatastoreJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info = each(DataDatastoreLinkedReference)
    """Protection groups it belongs to."""

    protection_policy_applied_at_info = one(DataDatastoreAppliedAtReference)
    """Where its policy was assigned."""

    services = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    moref = text()
    """The vCenter's own reference to the datastore, such as `datastore-12`."""

    uid = text()
    """VMware's own identifier of the datastore."""

    hci_cluster_uuid = text()
    """Identifier of the HPE SimpliVity cluster that it belongs to."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the datastore."""

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


class DataDatastoreFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()
    comparison = text()


class DataDatastoreReference(Reference):
    """A datastore in the inventory of a vCenter."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name in the vCenter."""

    display_name = text()
    """Name shown in the console."""

    datastore_type = text()
    """`VMFS`, `VVOL`, `NFS` or `VSAN`."""

    datastore_classification = text()
    """Set on datastores of the infrastructure, such as `PROTECTION_STORE_GATEWAY`; these cannot be protected."""

    state = text()
    """Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `MOUNTED`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes = number()
    """Size, bytes."""

    capacity_free = number()
    """Space left, bytes."""

    capacity_uncommitted = number()
    """Space that disks on it may still grow by, bytes."""

    vm_count = number()
    """Number of virtual machines on it."""

    hypervisor_manager_info = one(DataDatastoreLinkedReference)
    """vCenter."""

    cluster_info = one(DataDatastoreLinkedReference)
    """Cluster."""

    hosts_info = each(DataDatastoreLinkedReference)
    """Hosts that use it."""

    folder_info = one(DataDatastoreLinkedReference)
    """Folder."""

    datacenters_info = each(DataDatastoreDatacenterReference)
    """Datacenters of the vCenter that it is in."""

    volumes_info = each(DataDatastoreArrayVolumeReference)
    """Volumes of an array that it lies on."""

    provisioning_policy_info = one(DataDatastoreLinkedReference)
    """Policy by which the array made its space."""

    replication_info = one(DataDatastoreReplicationInfoReference)
    """How arrays replicate it."""

    protection_job_info = one(DataDatastoreJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info = each(DataDatastoreLinkedReference)
    """Protection groups it belongs to."""

    protection_policy_applied_at_info = one(DataDatastoreAppliedAtReference)
    """Where its policy was assigned."""

    services = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    moref = text()
    """The vCenter's own reference to the datastore, such as `datastore-12`."""

    uid = text()
    """VMware's own identifier of the datastore."""

    hci_cluster_uuid = text()
    """Identifier of the HPE SimpliVity cluster that it belongs to."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the datastore."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatastoreFilter(Nested):
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


class DataDatastores(DataSource):
    """Every datastore that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_datastores"

    filterable: ClassVar = (
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

    shape: ClassVar = {"filters": kinds.each(DatastoreFilter.of), "sort": kinds.text, "limit": kinds.whole}

    filters = each(DataDatastoreFilterReference)
    sort = text()
    limit = number()
    items = each(DataDatastoreReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_datastore`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[DatastoreFilter] | None = None,
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
                `hostsInfo/id`, `hostsInfo/name`, `hostsInfo/displayName`, `clusterInfo/id`, `clusterInfo/name`,
                `clusterInfo/displayName`, `protectionJobInfo/protectionPolicyInfo/id`,
                `protectionJobInfo/protectionPolicyInfo/name`, `vmProtectionGroupsInfo/id`,
                `vmProtectionGroupsInfo/name`, `volumesInfo/id`, `volumesInfo/storageSystemInfo/id`,
                `volumesInfo/storageSystemInfo/serialNumber`, `volumesInfo/storageSystemInfo/name`,
                `volumesInfo/storageSystemInfo/vendorName`, `volumesInfo/storageFolderInfo/id`,
                `volumesInfo/storageFolderInfo/name`, `volumesInfo/storagePoolInfo/id`,
                `volumesInfo/storagePoolInfo/name`, `datastoreType`, `createdAt`, `name`, `services`,
                `allowedOperations`, `capacityInBytes`, `capacityFree`, `displayName`, `replicationInfo/name`,
                `replicationInfo/id`, `hciClusterUuid`.
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
