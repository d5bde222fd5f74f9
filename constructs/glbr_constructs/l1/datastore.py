# Generated from glbr/resources/datastore.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Datastore: the same arguments and attributes as in Terraform."""

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


class DataDatastoreLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataDatastoreDatacenterReference(Reference):
    """A datacenter of the vCenter."""

    id: Attribute[str] = text()
    """Identifier of the datacenter."""

    name: Attribute[str] = text()
    """Name of the datacenter."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the datacenter, such as `datacenter-2`."""


class DataDatastoreVolumeStorageSystemReference(Reference):
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


class DataDatastoreArrayVolumeReference(Reference):
    """A volume of an array, on which the data lies."""

    id: Attribute[str] = text()
    """Identifier of the volume."""

    name: Attribute[str] = text()
    """Name of the volume."""

    scsi_identifier: Attribute[str] = text()
    """WWN of the volume."""

    size_in_bytes: Attribute[float] = number()
    """Size of the volume, bytes."""

    storage_system_info: Attribute[DataDatastoreVolumeStorageSystemReference] = one(
        DataDatastoreVolumeStorageSystemReference
    )
    """Array that holds the volume."""

    storage_pool_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Pool of the array."""

    storage_folder_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Folder of the array."""

    volume_set_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Volume set that the volume belongs to."""


class DataDatastoreReplicationPartnerReference(Reference):
    """The other array of a replication."""

    id: Attribute[str] = text()
    """Identifier of the array."""

    name: Attribute[str] = text()
    """Name of the array."""

    system_wwn: Attribute[str] = text()
    """World-wide name of the array."""

    vendor_name: Attribute[str] = text()
    """`NIMBLE` or `PRIMERA`."""

    mode: Attribute[str] = text()
    """`SYNCHRONOUS` or `PERIODIC`."""


class DataDatastoreReplicationInfoReference(Reference):
    """How arrays replicate it."""

    id: Attribute[str] = text()
    """Identifier of the replication group."""

    name: Attribute[str] = text()
    """Name of the replication group."""

    partner_details: Attribute[References[DataDatastoreReplicationPartnerReference]] = each(
        DataDatastoreReplicationPartnerReference
    )
    """Other arrays."""


class DataDatastoreJobInfoReference(Reference):
    """The job that protects it."""

    id: Attribute[str] = text()
    """Identifier of the job."""

    name: Attribute[str] = text()
    """Name of the job."""

    protection_policy_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Policy of that job."""


class DataDatastoreAppliedAtReference(Reference):
    """Where the policy was assigned, when not to the object itself."""

    id: Attribute[str] = text()
    """Identifier of the machine, datastore or group."""

    name: Attribute[str] = text()
    """Name of the machine, datastore or group."""

    type: Attribute[str] = text()
    """`DATASTORE`, `VIRTUAL_MACHINE` or `VM_PROTECTION_GROUP`."""


class DataDatastore(DataSource):
    """A datastore in the inventory of a vCenter."""

    terraform_type: ClassVar[str] = "glbr_datastore"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    display_name: Attribute[str] = text()
    """Name shown in the console."""

    datastore_type: Attribute[str] = text()
    """`VMFS`, `VVOL`, `NFS` or `VSAN`."""

    datastore_classification: Attribute[str] = text()
    """Set on datastores of the infrastructure, such as `PROTECTION_STORE_GATEWAY`; these cannot be protected."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `MOUNTED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status: Attribute[str] = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist: Attribute[cdk.IResolvable] = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    capacity_free: Attribute[float] = number()
    """Space left, bytes."""

    capacity_uncommitted: Attribute[float] = number()
    """Space that disks on it may still grow by, bytes."""

    vm_count: Attribute[float] = number()
    """Number of virtual machines on it."""

    hypervisor_manager_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """vCenter."""

    cluster_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Cluster."""

    hosts_info: Attribute[References[DataDatastoreLinkedReference]] = each(DataDatastoreLinkedReference)
    """Hosts that use it."""

    folder_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Folder."""

    datacenters_info: Attribute[References[DataDatastoreDatacenterReference]] = each(DataDatastoreDatacenterReference)
    """Datacenters of the vCenter that it is in."""

    volumes_info: Attribute[References[DataDatastoreArrayVolumeReference]] = each(DataDatastoreArrayVolumeReference)
    """Volumes of an array that it lies on."""

    provisioning_policy_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Policy by which the array made its space."""

    replication_info: Attribute[DataDatastoreReplicationInfoReference] = one(DataDatastoreReplicationInfoReference)
    """How arrays replicate it."""

    protection_job_info: Attribute[DataDatastoreJobInfoReference] = one(DataDatastoreJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info: Attribute[References[DataDatastoreLinkedReference]] = each(DataDatastoreLinkedReference)
    """Protection groups it belongs to."""

    protection_policy_applied_at_info: Attribute[DataDatastoreAppliedAtReference] = one(DataDatastoreAppliedAtReference)
    """Where its policy was assigned."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the datastore, such as `datastore-12`."""

    uid: Attribute[str] = text()
    """VMware's own identifier of the datastore."""

    hci_cluster_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity cluster that it belongs to."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
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

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataDatastoreReference(Reference):
    """A datastore in the inventory of a vCenter."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name in the vCenter."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    datastore_type: Attribute[str] = text()
    """`VMFS`, `VVOL`, `NFS` or `VSAN`."""

    datastore_classification: Attribute[str] = text()
    """Set on datastores of the infrastructure, such as `PROTECTION_STORE_GATEWAY`; these cannot be protected."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `REFRESHING`, `RESTORING` or `MOUNTED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status: Attribute[str] = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist: Attribute[cdk.IResolvable] = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    capacity_free: Attribute[float] = number()
    """Space left, bytes."""

    capacity_uncommitted: Attribute[float] = number()
    """Space that disks on it may still grow by, bytes."""

    vm_count: Attribute[float] = number()
    """Number of virtual machines on it."""

    hypervisor_manager_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """vCenter."""

    cluster_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Cluster."""

    hosts_info: Attribute[References[DataDatastoreLinkedReference]] = each(DataDatastoreLinkedReference)
    """Hosts that use it."""

    folder_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Folder."""

    datacenters_info: Attribute[References[DataDatastoreDatacenterReference]] = each(DataDatastoreDatacenterReference)
    """Datacenters of the vCenter that it is in."""

    volumes_info: Attribute[References[DataDatastoreArrayVolumeReference]] = each(DataDatastoreArrayVolumeReference)
    """Volumes of an array that it lies on."""

    provisioning_policy_info: Attribute[DataDatastoreLinkedReference] = one(DataDatastoreLinkedReference)
    """Policy by which the array made its space."""

    replication_info: Attribute[DataDatastoreReplicationInfoReference] = one(DataDatastoreReplicationInfoReference)
    """How arrays replicate it."""

    protection_job_info: Attribute[DataDatastoreJobInfoReference] = one(DataDatastoreJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info: Attribute[References[DataDatastoreLinkedReference]] = each(DataDatastoreLinkedReference)
    """Protection groups it belongs to."""

    protection_policy_applied_at_info: Attribute[DataDatastoreAppliedAtReference] = one(DataDatastoreAppliedAtReference)
    """Where its policy was assigned."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the datastore, such as `datastore-12`."""

    uid: Attribute[str] = text()
    """VMware's own identifier of the datastore."""

    hci_cluster_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity cluster that it belongs to."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataDatastores(DataSource):
    """Every datastore that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_datastores"

    filterable: ClassVar[tuple[str, ...]] = (
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(DatastoreFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataDatastoreFilterReference]] = each(DataDatastoreFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataDatastoreReference]] = each(DataDatastoreReference)
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
