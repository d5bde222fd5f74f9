# Generated from glbr/resources/virtual_machine_backup.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine backup: the same arguments and attributes as in Terraform."""

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


class DataVirtualMachineBackupBackupStoreReference(Reference):
    """The store that holds a backup."""

    id: Attribute[str] = text()
    """Identifier of the protection store."""

    name: Attribute[str] = text()
    """Name of the store on the appliance."""

    protection_store_type: Attribute[str] = text()
    """`ON_PREMISES` or `CLOUD`."""


class DataVirtualMachineBackupBackupSystemReference(Reference):
    """The appliance that carries the store of a backup."""

    id: Attribute[str] = text()
    """Identifier of the appliance."""

    name: Attribute[str] = text()
    """Name of the appliance."""

    type: Attribute[str] = text()
    """Kind of the appliance, in HPE's words."""


class DataVirtualMachineBackupNamedSourceCopyReference(Reference):
    """The copy that a backup was made from, with its name."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    name: Attribute[str] = text()
    """Name of that copy."""


class DataVirtualMachineBackupVerificationReference(Reference):
    """What came of comparing a backup with the snapshot it was made from."""

    state: Attribute[str] = text()
    """`VERIFIED`, `NOT_VERIFIED`, `VERIFYING` or `VERIFY_ERROR`."""

    state_reason: Attribute[str] = text()
    """Short cause of the state."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    verified_at: Attribute[str] = text()
    """When the two were compared."""


class DataVirtualMachineBackupCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id: Attribute[str] = text()
    """Identifier of the person or service."""

    name: Attribute[str] = text()
    """Name of the person or service."""


class DataVirtualMachineBackupCopyOrchestratorReference(Reference):
    """A Data Orchestrator that serves a copy."""

    id: Attribute[str] = text()
    """Identifier of the Data Orchestrator."""


class DataVirtualMachineBackupNumberedCopyScheduleReference(Reference):
    """A schedule by its number in the policy."""

    name: Attribute[str] = text()
    """Label of the schedule."""

    recurrence: Attribute[str] = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    schedule_id: Attribute[float] = number()
    """Number of the schedule in its policy."""


class DataVirtualMachineBackupCopiedDiskReference(Reference):
    """A virtual disk inside a copy."""

    id: Attribute[str] = text()
    """Identifier of the disk."""

    name: Attribute[str] = text()
    """Name of the disk."""

    type: Attribute[str] = text()
    """`VMFS`, `VVOL`, `PRDM` or `VRDM`."""

    capacity_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    consistency: Attribute[str] = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    datastore_id: Attribute[str] = text()
    """Identifier of the datastore that held the disk."""

    file_path: Attribute[str] = text()
    """File of the disk in that datastore."""


class DataVirtualMachineBackupCopiedComputeReference(Reference):
    """Memory and processors that the machine had."""

    memory_size_in_mib: Attribute[float] = number()
    """Memory, MiB."""

    num_cpu_cores: Attribute[float] = number()
    """Number of processor cores."""

    num_cpu_threads: Attribute[float] = number()
    """Number of processor threads."""


class DataVirtualMachineBackupCopiedNetworkReference(Reference):
    """The network that a network adapter was connected to."""

    id: Attribute[str] = text()
    """Identifier of the network."""

    name: Attribute[str] = text()
    """Name of the network."""

    connect_at_power_on: Attribute[cdk.IResolvable] = flag()
    """Whether the adapter is connected when the machine starts."""

    state: Attribute[str] = text()
    """Whether the network is still there: `AVAILABLE` or `DELETED`."""


class DataVirtualMachineBackupCopiedNetworkAdapterReference(Reference):
    """A network adapter that the machine had."""

    name: Attribute[str] = text()
    """Name of the adapter."""

    mac_address: Attribute[str] = text()
    """MAC address."""

    mac_address_type: Attribute[str] = text()
    """How the MAC address was given: `MANUAL` or `AUTOMATIC`."""

    network_details: Attribute[DataVirtualMachineBackupCopiedNetworkReference] = one(
        DataVirtualMachineBackupCopiedNetworkReference
    )
    """Network that it was connected to."""


class DataVirtualMachineBackupCopiedMachineReference(Reference):
    """How the machine was set up."""

    compute_info: Attribute[DataVirtualMachineBackupCopiedComputeReference] = one(
        DataVirtualMachineBackupCopiedComputeReference
    )
    """Memory and processors."""

    network_adapters: Attribute[References[DataVirtualMachineBackupCopiedNetworkAdapterReference]] = each(
        DataVirtualMachineBackupCopiedNetworkAdapterReference
    )
    """Network adapters."""


class DataVirtualMachineBackupBackedUpVolumeReference(Reference):
    """The volume that a part of a backup holds."""

    id: Attribute[str] = text()
    """Identifier of the volume."""

    name: Attribute[str] = text()
    """Name of the volume."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of the volume."""


class DataVirtualMachineBackupPartSourceReference(Reference):
    """The copy of one volume that a part of a backup was made from."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    name: Attribute[str] = text()
    """Name of that copy."""

    copy_type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of that copy."""


class DataVirtualMachineBackupBackupPartInMebibytesReference(Reference):
    """A part whose size is told in MiB."""

    id: Attribute[str] = text()
    """Identifier of the part."""

    object_count: Attribute[float] = number()
    """Number of objects inside."""

    source_volume_info: Attribute[DataVirtualMachineBackupBackedUpVolumeReference] = one(
        DataVirtualMachineBackupBackedUpVolumeReference
    )
    """Volume that it holds."""

    size_in_mib: Attribute[float] = number()
    """Size, MiB."""

    source_copy_info: Attribute[References[DataVirtualMachineBackupPartSourceReference]] = each(
        DataVirtualMachineBackupPartSourceReference
    )
    """Copies that it was made from."""


class DataVirtualMachineBackupPartsArrayReference(Reference):
    """A storage array that the parts of a backup were read from."""

    id: Attribute[str] = text()
    """Identifier of the storage array or appliance."""

    name: Attribute[str] = text()
    """Name of the storage array or appliance."""

    type: Attribute[str] = text()
    """Kind of the storage array or appliance, in HPE's words."""

    storage_system_type: Attribute[str] = text()
    """`HPE_NIMBLE`, `HPE_PRIMERA` or `HPE_ALLETRA_STORAGE_MP`."""


class DataVirtualMachineBackupBackupSetInMebibytesReference(Reference):
    """Parts of a backup that were read from one storage array."""

    backups: Attribute[References[DataVirtualMachineBackupBackupPartInMebibytesReference]] = each(
        DataVirtualMachineBackupBackupPartInMebibytesReference
    )
    """Parts, one for each volume."""

    source_storage_system_info: Attribute[DataVirtualMachineBackupPartsArrayReference] = one(
        DataVirtualMachineBackupPartsArrayReference
    )
    """Storage array that they were read from."""


class DataVirtualMachineBackup(DataSource):
    """A backup of a virtual machine, or the machine's share in the backup of a group."""

    terraform_type: ClassVar[str] = "glbr_virtual_machine_backup"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "virtual_machine_id": kinds.text,
        "id": kinds.text,
        "name": kinds.text,
    }

    virtual_machine_id: Attribute[str] = text()
    id: Attribute[str] = text()
    backup_type: Attribute[str] = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info: Attribute[DataVirtualMachineBackupBackupStoreReference] = one(
        DataVirtualMachineBackupBackupStoreReference
    )
    """Store that holds it."""

    storage_system_info: Attribute[DataVirtualMachineBackupBackupSystemReference] = one(
        DataVirtualMachineBackupBackupSystemReference
    )
    """Appliance that carries the store."""

    source_copy_info: Attribute[DataVirtualMachineBackupNamedSourceCopyReference] = one(
        DataVirtualMachineBackupNamedSourceCopyReference
    )
    """Copy that it was made from."""

    verified: Attribute[cdk.IResolvable] = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info: Attribute[DataVirtualMachineBackupVerificationReference] = one(
        DataVirtualMachineBackupVerificationReference
    )
    """What came of comparing it with its snapshot."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataVirtualMachineBackupCopyCreatorReference] = one(
        DataVirtualMachineBackupCopyCreatorReference
    )
    """Who is behind the copy."""

    resource_uri: Attribute[str] = text()
    """API path of the copy."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    created_at: Attribute[str] = text()
    """When it was made."""

    consistency: Attribute[str] = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    contains_rdm_disks: Attribute[cdk.IResolvable] = flag()
    """Whether raw-device disks are in it."""

    data_orchestrator_info: Attribute[References[DataVirtualMachineBackupCopyOrchestratorReference]] = each(
        DataVirtualMachineBackupCopyOrchestratorReference
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataVirtualMachineBackupNumberedCopyScheduleReference] = one(
        DataVirtualMachineBackupNumberedCopyScheduleReference
    )
    """Schedule that made it."""

    indexed: Attribute[str] = text()
    """Whether files can be searched for in it: `INDEXED`, `PARTIALLY_INDEXED` or `NOT_INDEXED`."""

    virtual_disks: Attribute[References[DataVirtualMachineBackupCopiedDiskReference]] = each(
        DataVirtualMachineBackupCopiedDiskReference
    )
    """Virtual disks inside."""

    vm_config_info: Attribute[DataVirtualMachineBackupCopiedMachineReference] = one(
        DataVirtualMachineBackupCopiedMachineReference
    )
    """How the machine was set up when the copy was made."""

    backup_granularity: Attribute[str] = text()
    """How its data was read: `VOLUME` or `VMWARE_CBT`."""

    backup_sets_info: Attribute[References[DataVirtualMachineBackupBackupSetInMebibytesReference]] = each(
        DataVirtualMachineBackupBackupSetInMebibytesReference
    )
    """Parts that it consists of, by storage array."""

    full_backup: Attribute[cdk.IResolvable] = flag()
    """Whether it holds everything, and not only what had changed."""

    partial_backup: Attribute[cdk.IResolvable] = flag()
    """Whether only some disks of the machine are in it."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_id: str,
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
            virtual_machine_id: Virtual machine whose backups are looked at.
            id: Identifier made by HPE.
            name: Name of the copy.
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
                "virtual_machine_id": virtual_machine_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataVirtualMachineBackupFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataVirtualMachineBackupReference(Reference):
    """A backup of a virtual machine, or the machine's share in the backup of a group."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    backup_type: Attribute[str] = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info: Attribute[DataVirtualMachineBackupBackupStoreReference] = one(
        DataVirtualMachineBackupBackupStoreReference
    )
    """Store that holds it."""

    storage_system_info: Attribute[DataVirtualMachineBackupBackupSystemReference] = one(
        DataVirtualMachineBackupBackupSystemReference
    )
    """Appliance that carries the store."""

    source_copy_info: Attribute[DataVirtualMachineBackupNamedSourceCopyReference] = one(
        DataVirtualMachineBackupNamedSourceCopyReference
    )
    """Copy that it was made from."""

    verified: Attribute[cdk.IResolvable] = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info: Attribute[DataVirtualMachineBackupVerificationReference] = one(
        DataVirtualMachineBackupVerificationReference
    )
    """What came of comparing it with its snapshot."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataVirtualMachineBackupCopyCreatorReference] = one(
        DataVirtualMachineBackupCopyCreatorReference
    )
    """Who is behind the copy."""

    resource_uri: Attribute[str] = text()
    """API path of the copy."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    name: Attribute[str] = text()
    """Name of the copy."""

    description: Attribute[str] = text()
    """Free-text note."""

    created_at: Attribute[str] = text()
    """When it was made."""

    consistency: Attribute[str] = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    contains_rdm_disks: Attribute[cdk.IResolvable] = flag()
    """Whether raw-device disks are in it."""

    data_orchestrator_info: Attribute[References[DataVirtualMachineBackupCopyOrchestratorReference]] = each(
        DataVirtualMachineBackupCopyOrchestratorReference
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataVirtualMachineBackupNumberedCopyScheduleReference] = one(
        DataVirtualMachineBackupNumberedCopyScheduleReference
    )
    """Schedule that made it."""

    indexed: Attribute[str] = text()
    """Whether files can be searched for in it: `INDEXED`, `PARTIALLY_INDEXED` or `NOT_INDEXED`."""

    virtual_disks: Attribute[References[DataVirtualMachineBackupCopiedDiskReference]] = each(
        DataVirtualMachineBackupCopiedDiskReference
    )
    """Virtual disks inside."""

    vm_config_info: Attribute[DataVirtualMachineBackupCopiedMachineReference] = one(
        DataVirtualMachineBackupCopiedMachineReference
    )
    """How the machine was set up when the copy was made."""

    backup_granularity: Attribute[str] = text()
    """How its data was read: `VOLUME` or `VMWARE_CBT`."""

    backup_sets_info: Attribute[References[DataVirtualMachineBackupBackupSetInMebibytesReference]] = each(
        DataVirtualMachineBackupBackupSetInMebibytesReference
    )
    """Parts that it consists of, by storage array."""

    full_backup: Attribute[cdk.IResolvable] = flag()
    """Whether it holds everything, and not only what had changed."""

    partial_backup: Attribute[cdk.IResolvable] = flag()
    """Whether only some disks of the machine are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineBackupFilter(Nested):
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


class DataVirtualMachineBackups(DataSource):
    """Every virtual machine backup that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_virtual_machine_backups"

    filterable: ClassVar[tuple[str, ...]] = (
        "backupType",
        "state",
        "status",
        "createdByInfo/id",
        "createdByInfo/name",
        "storageSystemInfo/id",
        "storageSystemInfo/type",
        "storageSystemInfo/name",
        "sourceCopyInfo/id",
        "pointInTime",
        "verified",
        "protectionStoreInfo/id",
        "protectionStoreInfo/name",
        "dataOrchestratorInfo/id",
        "expiresAt",
        "name",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "virtual_machine_id": kinds.text,
        "filters": kinds.each(VirtualMachineBackupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    virtual_machine_id: Attribute[str] = text()
    filters: Attribute[References[DataVirtualMachineBackupFilterReference]] = each(
        DataVirtualMachineBackupFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVirtualMachineBackupReference]] = each(DataVirtualMachineBackupReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_virtual_machine_backup`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_id: str,
        filters: Many[VirtualMachineBackupFilter] | None = None,
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
            virtual_machine_id: Virtual machine whose backups are looked at.
            filters: Conditions that all must hold. Properties: `backupType`, `state`, `status`, `createdByInfo/id`,
                `createdByInfo/name`, `storageSystemInfo/id`, `storageSystemInfo/type`, `storageSystemInfo/name`,
                `sourceCopyInfo/id`, `pointInTime`, `verified`, `protectionStoreInfo/id`, `protectionStoreInfo/name`,
                `dataOrchestratorInfo/id`, `expiresAt`, `name`.
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
                "virtual_machine_id": virtual_machine_id,
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
