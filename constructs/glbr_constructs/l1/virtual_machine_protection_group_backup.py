# Generated from glbr/resources/virtual_machine_protection_group_backup.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine protection group backup: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Reference, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVirtualMachineProtectionGroupBackupBackupStoreReference(Reference):
    """The store that holds a backup."""

    id = text()
    """Identifier of the protection store."""

    name = text()
    """Name of the store on the appliance."""

    protection_store_type = text()
    """`ON_PREMISES` or `CLOUD`."""


class DataVirtualMachineProtectionGroupBackupBackupSystemReference(Reference):
    """The appliance that carries the store of a backup."""

    id = text()
    """Identifier of the appliance."""

    name = text()
    """Name of the appliance."""

    type = text()
    """Kind of the appliance, in HPE's words."""


class DataVirtualMachineProtectionGroupBackupNamedSourceCopyReference(Reference):
    """The copy that a backup was made from, with its name."""

    id = text()
    """Identifier of that copy."""

    type = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    name = text()
    """Name of that copy."""


class DataVirtualMachineProtectionGroupBackupVerificationReference(Reference):
    """What came of comparing a backup with the snapshot it was made from."""

    state = text()
    """`VERIFIED`, `NOT_VERIFIED`, `VERIFYING` or `VERIFY_ERROR`."""

    state_reason = text()
    """Short cause of the state."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    verified_at = text()
    """When the two were compared."""


class DataVirtualMachineProtectionGroupBackupCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id = text()
    """Identifier of the person or service."""

    name = text()
    """Name of the person or service."""


class DataVirtualMachineProtectionGroupBackupCopyOrchestratorReference(Reference):
    """A Data Orchestrator that serves a copy."""

    id = text()
    """Identifier of the Data Orchestrator."""


class DataVirtualMachineProtectionGroupBackupNamedCopyScheduleReference(Reference):
    """A schedule by HPE's identifier."""

    name = text()
    """Label of the schedule."""

    recurrence = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    id = text()
    """Identifier of the schedule."""


class DataVirtualMachineProtectionGroupBackupBackedUpVolumeReference(Reference):
    """The volume that a part of a backup holds."""

    id = text()
    """Identifier of the volume."""

    name = text()
    """Name of the volume."""

    scsi_identifier = text()
    """SCSI identifier (WWN) of the volume."""


class DataVirtualMachineProtectionGroupBackupPartSourceReference(Reference):
    """The copy of one volume that a part of a backup was made from."""

    id = text()
    """Identifier of that copy."""

    name = text()
    """Name of that copy."""

    copy_type = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    scsi_identifier = text()
    """SCSI identifier (WWN) of that copy."""


class DataVirtualMachineProtectionGroupBackupBackupPartInBytesReference(Reference):
    """A part whose size is told in bytes."""

    id = text()
    """Identifier of the part."""

    object_count = number()
    """Number of objects inside."""

    source_volume_info = one(DataVirtualMachineProtectionGroupBackupBackedUpVolumeReference)
    """Volume that it holds."""

    size_in_bytes = number()
    """Size, bytes."""

    source_copy_info = each(DataVirtualMachineProtectionGroupBackupPartSourceReference)
    """Copies that it was made from."""


class DataVirtualMachineProtectionGroupBackupPartsSystemReference(Reference):
    """What the parts of a backup were read from."""

    id = text()
    """Identifier of the storage array or appliance."""

    name = text()
    """Name of the storage array or appliance."""

    type = text()
    """Kind of the storage array or appliance, in HPE's words."""


class DataVirtualMachineProtectionGroupBackupBackupSetInBytesReference(Reference):
    """Parts of a backup that were read from one storage array or appliance."""

    backups = each(DataVirtualMachineProtectionGroupBackupBackupPartInBytesReference)
    """Parts, one for each volume."""

    source_storage_system_info = one(DataVirtualMachineProtectionGroupBackupPartsSystemReference)
    """Storage array or appliance that they were read from."""


class DataVirtualMachineProtectionGroupBackup(DataSource):
    """A backup of all members of a VM protection group at one moment."""

    terraform_type: ClassVar = "glbr_virtual_machine_protection_group_backup"

    shape: ClassVar = {"virtual_machine_protection_group_id": kinds.text, "id": kinds.text, "name": kinds.text}

    virtual_machine_protection_group_id = text()
    id = text()
    backup_type = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info = one(DataVirtualMachineProtectionGroupBackupBackupStoreReference)
    """Store that holds it."""

    storage_system_info = one(DataVirtualMachineProtectionGroupBackupBackupSystemReference)
    """Appliance that carries the store."""

    source_copy_info = one(DataVirtualMachineProtectionGroupBackupNamedSourceCopyReference)
    """Copy that it was made from."""

    verified = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info = one(DataVirtualMachineProtectionGroupBackupVerificationReference)
    """What came of comparing it with its snapshot."""

    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(DataVirtualMachineProtectionGroupBackupCopyCreatorReference)
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

    data_orchestrator_info = each(DataVirtualMachineProtectionGroupBackupCopyOrchestratorReference)
    """Data Orchestrators that serve it."""

    schedule_info = one(DataVirtualMachineProtectionGroupBackupNamedCopyScheduleReference)
    """Schedule that made it."""

    backup_sets_info = each(DataVirtualMachineProtectionGroupBackupBackupSetInBytesReference)
    """Parts that it consists of, by storage array."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_protection_group_id: str,
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
            virtual_machine_protection_group_id: VM protection group whose backups are looked at.
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
                "virtual_machine_protection_group_id": virtual_machine_protection_group_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataVirtualMachineProtectionGroupBackupFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()
    comparison = text()


class DataVirtualMachineProtectionGroupBackupReference(Reference):
    """A backup of all members of a VM protection group at one moment."""

    id = text()
    """Identifier made by HPE."""

    backup_type = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info = one(DataVirtualMachineProtectionGroupBackupBackupStoreReference)
    """Store that holds it."""

    storage_system_info = one(DataVirtualMachineProtectionGroupBackupBackupSystemReference)
    """Appliance that carries the store."""

    source_copy_info = one(DataVirtualMachineProtectionGroupBackupNamedSourceCopyReference)
    """Copy that it was made from."""

    verified = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info = one(DataVirtualMachineProtectionGroupBackupVerificationReference)
    """What came of comparing it with its snapshot."""

    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(DataVirtualMachineProtectionGroupBackupCopyCreatorReference)
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

    data_orchestrator_info = each(DataVirtualMachineProtectionGroupBackupCopyOrchestratorReference)
    """Data Orchestrators that serve it."""

    schedule_info = one(DataVirtualMachineProtectionGroupBackupNamedCopyScheduleReference)
    """Schedule that made it."""

    backup_sets_info = each(DataVirtualMachineProtectionGroupBackupBackupSetInBytesReference)
    """Parts that it consists of, by storage array."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupBackupFilter(Nested):
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


class DataVirtualMachineProtectionGroupBackups(DataSource):
    """Every virtual machine protection group backup that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_virtual_machine_protection_group_backups"

    filterable: ClassVar = (
        "backupType",
        "state",
        "status",
        "createdByInfo/id",
        "createdByInfo/name",
        "sourceCopyInfo/id",
        "pointInTime",
        "verified",
        "storageSystemInfo/id",
        "storageSystemInfo/name",
        "protectionStoreInfo/id",
        "protectionStoreInfo/name",
        "dataOrchestratorInfo/id",
        "expiresAt",
        "name",
    )

    shape: ClassVar = {
        "virtual_machine_protection_group_id": kinds.text,
        "filters": kinds.each(VirtualMachineProtectionGroupBackupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    virtual_machine_protection_group_id = text()
    filters = each(DataVirtualMachineProtectionGroupBackupFilterReference)
    sort = text()
    limit = number()
    items = each(DataVirtualMachineProtectionGroupBackupReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_virtual_machine_protection_group_backup`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_protection_group_id: str,
        filters: Many[VirtualMachineProtectionGroupBackupFilter] | None = None,
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
            virtual_machine_protection_group_id: VM protection group whose backups are looked at.
            filters: Conditions that all must hold. Properties: `backupType`, `state`, `status`, `createdByInfo/id`,
                `createdByInfo/name`, `sourceCopyInfo/id`, `pointInTime`, `verified`, `storageSystemInfo/id`,
                `storageSystemInfo/name`, `protectionStoreInfo/id`, `protectionStoreInfo/name`,
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
                "virtual_machine_protection_group_id": virtual_machine_protection_group_id,
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
