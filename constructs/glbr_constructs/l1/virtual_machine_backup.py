# Generated from glbr/resources/virtual_machine_backup.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine backup: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Reference, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVirtualMachineBackupBackupStoreReference(Reference):
    """The store that holds a backup."""

    id = text()
    """Identifier of the protection store."""

    name = text()
    """Name of the store on the appliance."""

    protection_store_type = text()
    """`ON_PREMISES` or `CLOUD`."""


class DataVirtualMachineBackupBackupSystemReference(Reference):
    """The appliance that carries the store of a backup."""

    id = text()
    """Identifier of the appliance."""

    name = text()
    """Name of the appliance."""

    type = text()
    """Kind of the appliance, in HPE's words."""


class DataVirtualMachineBackupNamedSourceCopyReference(Reference):
    """The copy that a backup was made from, with its name."""

    id = text()
    """Identifier of that copy."""

    type = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    name = text()
    """Name of that copy."""


class DataVirtualMachineBackupVerificationReference(Reference):
    """What came of comparing a backup with the snapshot it was made from."""

    state = text()
    """`VERIFIED`, `NOT_VERIFIED`, `VERIFYING` or `VERIFY_ERROR`."""

    state_reason = text()
    """Short cause of the state."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    verified_at = text()
    """When the two were compared."""


class DataVirtualMachineBackupCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id = text()
    """Identifier of the person or service."""

    name = text()
    """Name of the person or service."""


class DataVirtualMachineBackupCopyOrchestratorReference(Reference):
    """A Data Orchestrator that serves a copy."""

    id = text()
    """Identifier of the Data Orchestrator."""


class DataVirtualMachineBackupNumberedCopyScheduleReference(Reference):
    """A schedule by its number in the policy."""

    name = text()
    """Label of the schedule."""

    recurrence = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    schedule_id = number()
    """Number of the schedule in its policy."""


class DataVirtualMachineBackupCopiedDiskReference(Reference):
    """A virtual disk inside a copy."""

    id = text()
    """Identifier of the disk."""

    name = text()
    """Name of the disk."""

    type = text()
    """`VMFS`, `VVOL`, `PRDM` or `VRDM`."""

    capacity_in_bytes = number()
    """Size, bytes."""

    consistency = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    datastore_id = text()
    """Identifier of the datastore that held the disk."""

    file_path = text()
    """File of the disk in that datastore."""


class DataVirtualMachineBackupCopiedComputeReference(Reference):
    """Memory and processors that the machine had."""

    memory_size_in_mib = number()
    """Memory, MiB."""

    num_cpu_cores = number()
    """Number of processor cores."""

    num_cpu_threads = number()
    """Number of processor threads."""


class DataVirtualMachineBackupCopiedNetworkReference(Reference):
    """The network that a network adapter was connected to."""

    id = text()
    """Identifier of the network."""

    name = text()
    """Name of the network."""

    connect_at_power_on = flag()
    """Whether the adapter is connected when the machine starts."""

    state = text()
    """Whether the network is still there: `AVAILABLE` or `DELETED`."""


class DataVirtualMachineBackupCopiedNetworkAdapterReference(Reference):
    """A network adapter that the machine had."""

    name = text()
    """Name of the adapter."""

    mac_address = text()
    """MAC address."""

    mac_address_type = text()
    """How the MAC address was given: `MANUAL` or `AUTOMATIC`."""

    network_details = one(DataVirtualMachineBackupCopiedNetworkReference)
    """Network that it was connected to."""


class DataVirtualMachineBackupCopiedMachineReference(Reference):
    """How the machine was set up."""

    compute_info = one(DataVirtualMachineBackupCopiedComputeReference)
    """Memory and processors."""

    network_adapters = each(DataVirtualMachineBackupCopiedNetworkAdapterReference)
    """Network adapters."""


class DataVirtualMachineBackupBackedUpVolumeReference(Reference):
    """The volume that a part of a backup holds."""

    id = text()
    """Identifier of the volume."""

    name = text()
    """Name of the volume."""

    scsi_identifier = text()
    """SCSI identifier (WWN) of the volume."""


class DataVirtualMachineBackupPartSourceReference(Reference):
    """The copy of one volume that a part of a backup was made from."""

    id = text()
    """Identifier of that copy."""

    name = text()
    """Name of that copy."""

    copy_type = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    scsi_identifier = text()
    """SCSI identifier (WWN) of that copy."""


class DataVirtualMachineBackupBackupPartInMebibytesReference(Reference):
    """A part whose size is told in MiB."""

    id = text()
    """Identifier of the part."""

    object_count = number()
    """Number of objects inside."""

    source_volume_info = one(DataVirtualMachineBackupBackedUpVolumeReference)
    """Volume that it holds."""

    size_in_mib = number()
    """Size, MiB."""

    source_copy_info = each(DataVirtualMachineBackupPartSourceReference)
    """Copies that it was made from."""


class DataVirtualMachineBackupPartsArrayReference(Reference):
    """A storage array that the parts of a backup were read from."""

    id = text()
    """Identifier of the storage array or appliance."""

    name = text()
    """Name of the storage array or appliance."""

    type = text()
    """Kind of the storage array or appliance, in HPE's words."""

    storage_system_type = text()
    """`HPE_NIMBLE`, `HPE_PRIMERA` or `HPE_ALLETRA_STORAGE_MP`."""


class DataVirtualMachineBackupBackupSetInMebibytesReference(Reference):
    """Parts of a backup that were read from one storage array."""

    backups = each(DataVirtualMachineBackupBackupPartInMebibytesReference)
    """Parts, one for each volume."""

    source_storage_system_info = one(DataVirtualMachineBackupPartsArrayReference)
    """Storage array that they were read from."""


class DataVirtualMachineBackup(DataSource):
    """A backup of a virtual machine, or the machine's share in the backup of a group."""

    terraform_type: ClassVar = "glbr_virtual_machine_backup"

    shape: ClassVar = {"virtual_machine_id": kinds.text, "id": kinds.text, "name": kinds.text}

    virtual_machine_id = text()
    id = text()
    backup_type = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info = one(DataVirtualMachineBackupBackupStoreReference)
    """Store that holds it."""

    storage_system_info = one(DataVirtualMachineBackupBackupSystemReference)
    """Appliance that carries the store."""

    source_copy_info = one(DataVirtualMachineBackupNamedSourceCopyReference)
    """Copy that it was made from."""

    verified = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info = one(DataVirtualMachineBackupVerificationReference)
    """What came of comparing it with its snapshot."""

    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(DataVirtualMachineBackupCopyCreatorReference)
    """Who is behind the copy."""

    resource_uri = text()
    """API path of the copy."""

    state = text()
    """Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    name = text()
    description = text()
    """Free-text note."""

    created_at = text()
    """When it was made."""

    consistency = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    contains_rdm_disks = flag()
    """Whether raw-device disks are in it."""

    data_orchestrator_info = each(DataVirtualMachineBackupCopyOrchestratorReference)
    """Data Orchestrators that serve it."""

    schedule_info = one(DataVirtualMachineBackupNumberedCopyScheduleReference)
    """Schedule that made it."""

    indexed = text()
    """Whether files can be searched for in it: `INDEXED`, `PARTIALLY_INDEXED` or `NOT_INDEXED`."""

    virtual_disks = each(DataVirtualMachineBackupCopiedDiskReference)
    """Virtual disks inside."""

    vm_config_info = one(DataVirtualMachineBackupCopiedMachineReference)
    """How the machine was set up when the copy was made."""

    backup_granularity = text()
    """How its data was read: `VOLUME` or `VMWARE_CBT`."""

    backup_sets_info = each(DataVirtualMachineBackupBackupSetInMebibytesReference)
    """Parts that it consists of, by storage array."""

    full_backup = flag()
    """Whether it holds everything, and not only what had changed."""

    partial_backup = flag()
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

    property_ = text("property")
    values = texts()
    comparison = text()


class DataVirtualMachineBackupReference(Reference):
    """A backup of a virtual machine, or the machine's share in the backup of a group."""

    id = text()
    """Identifier made by HPE."""

    backup_type = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info = one(DataVirtualMachineBackupBackupStoreReference)
    """Store that holds it."""

    storage_system_info = one(DataVirtualMachineBackupBackupSystemReference)
    """Appliance that carries the store."""

    source_copy_info = one(DataVirtualMachineBackupNamedSourceCopyReference)
    """Copy that it was made from."""

    verified = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info = one(DataVirtualMachineBackupVerificationReference)
    """What came of comparing it with its snapshot."""

    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(DataVirtualMachineBackupCopyCreatorReference)
    """Who is behind the copy."""

    resource_uri = text()
    """API path of the copy."""

    state = text()
    """Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    name = text()
    """Name of the copy."""

    description = text()
    """Free-text note."""

    created_at = text()
    """When it was made."""

    consistency = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    contains_rdm_disks = flag()
    """Whether raw-device disks are in it."""

    data_orchestrator_info = each(DataVirtualMachineBackupCopyOrchestratorReference)
    """Data Orchestrators that serve it."""

    schedule_info = one(DataVirtualMachineBackupNumberedCopyScheduleReference)
    """Schedule that made it."""

    indexed = text()
    """Whether files can be searched for in it: `INDEXED`, `PARTIALLY_INDEXED` or `NOT_INDEXED`."""

    virtual_disks = each(DataVirtualMachineBackupCopiedDiskReference)
    """Virtual disks inside."""

    vm_config_info = one(DataVirtualMachineBackupCopiedMachineReference)
    """How the machine was set up when the copy was made."""

    backup_granularity = text()
    """How its data was read: `VOLUME` or `VMWARE_CBT`."""

    backup_sets_info = each(DataVirtualMachineBackupBackupSetInMebibytesReference)
    """Parts that it consists of, by storage array."""

    full_backup = flag()
    """Whether it holds everything, and not only what had changed."""

    partial_backup = flag()
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

    shape: ClassVar = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVirtualMachineBackups(DataSource):
    """Every virtual machine backup that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_virtual_machine_backups"

    filterable: ClassVar = (
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

    shape: ClassVar = {
        "virtual_machine_id": kinds.text,
        "filters": kinds.each(VirtualMachineBackupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    virtual_machine_id = text()
    filters = each(DataVirtualMachineBackupFilterReference)
    sort = text()
    limit = number()
    items = each(DataVirtualMachineBackupReference)
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
