# Generated from glbr/resources/virtual_machine_protection_group_backup.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine protection group backup: the same arguments and attributes as in Terraform."""

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


class DataVirtualMachineProtectionGroupBackupBackupStoreReference(Reference):
    """The store that holds a backup."""

    id: Attribute[str] = text()
    """Identifier of the protection store."""

    name: Attribute[str] = text()
    """Name of the store on the appliance."""

    protection_store_type: Attribute[str] = text()
    """`ON_PREMISES` or `CLOUD`."""


class DataVirtualMachineProtectionGroupBackupBackupSystemReference(Reference):
    """The appliance that carries the store of a backup."""

    id: Attribute[str] = text()
    """Identifier of the appliance."""

    name: Attribute[str] = text()
    """Name of the appliance."""

    type: Attribute[str] = text()
    """Kind of the appliance, in HPE's words."""


class DataVirtualMachineProtectionGroupBackupNamedSourceCopyReference(Reference):
    """The copy that a backup was made from, with its name."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    name: Attribute[str] = text()
    """Name of that copy."""


class DataVirtualMachineProtectionGroupBackupVerificationReference(Reference):
    """What came of comparing a backup with the snapshot it was made from."""

    state: Attribute[str] = text()
    """`VERIFIED`, `NOT_VERIFIED`, `VERIFYING` or `VERIFY_ERROR`."""

    state_reason: Attribute[str] = text()
    """Short cause of the state."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    verified_at: Attribute[str] = text()
    """When the two were compared."""


class DataVirtualMachineProtectionGroupBackupCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id: Attribute[str] = text()
    """Identifier of the person or service."""

    name: Attribute[str] = text()
    """Name of the person or service."""


class DataVirtualMachineProtectionGroupBackupCopyOrchestratorReference(Reference):
    """A Data Orchestrator that serves a copy."""

    id: Attribute[str] = text()
    """Identifier of the Data Orchestrator."""


class DataVirtualMachineProtectionGroupBackupNamedCopyScheduleReference(Reference):
    """A schedule by HPE's identifier."""

    name: Attribute[str] = text()
    """Label of the schedule."""

    recurrence: Attribute[str] = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    id: Attribute[str] = text()
    """Identifier of the schedule."""


class DataVirtualMachineProtectionGroupBackupBackedUpVolumeReference(Reference):
    """The volume that a part of a backup holds."""

    id: Attribute[str] = text()
    """Identifier of the volume."""

    name: Attribute[str] = text()
    """Name of the volume."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of the volume."""


class DataVirtualMachineProtectionGroupBackupPartSourceReference(Reference):
    """The copy of one volume that a part of a backup was made from."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    name: Attribute[str] = text()
    """Name of that copy."""

    copy_type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of that copy."""


class DataVirtualMachineProtectionGroupBackupBackupPartInBytesReference(Reference):
    """A part whose size is told in bytes."""

    id: Attribute[str] = text()
    """Identifier of the part."""

    object_count: Attribute[float] = number()
    """Number of objects inside."""

    source_volume_info: Attribute[DataVirtualMachineProtectionGroupBackupBackedUpVolumeReference] = one(
        DataVirtualMachineProtectionGroupBackupBackedUpVolumeReference
    )
    """Volume that it holds."""

    size_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    source_copy_info: Attribute[References[DataVirtualMachineProtectionGroupBackupPartSourceReference]] = each(
        DataVirtualMachineProtectionGroupBackupPartSourceReference
    )
    """Copies that it was made from."""


class DataVirtualMachineProtectionGroupBackupPartsSystemReference(Reference):
    """What the parts of a backup were read from."""

    id: Attribute[str] = text()
    """Identifier of the storage array or appliance."""

    name: Attribute[str] = text()
    """Name of the storage array or appliance."""

    type: Attribute[str] = text()
    """Kind of the storage array or appliance, in HPE's words."""


class DataVirtualMachineProtectionGroupBackupBackupSetInBytesReference(Reference):
    """Parts of a backup that were read from one storage array or appliance."""

    backups: Attribute[References[DataVirtualMachineProtectionGroupBackupBackupPartInBytesReference]] = each(
        DataVirtualMachineProtectionGroupBackupBackupPartInBytesReference
    )
    """Parts, one for each volume."""

    source_storage_system_info: Attribute[DataVirtualMachineProtectionGroupBackupPartsSystemReference] = one(
        DataVirtualMachineProtectionGroupBackupPartsSystemReference
    )
    """Storage array or appliance that they were read from."""


class DataVirtualMachineProtectionGroupBackup(DataSource):
    """A backup of all members of a VM protection group at one moment."""

    terraform_type: ClassVar[str] = "glbr_virtual_machine_protection_group_backup"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "virtual_machine_protection_group_id": kinds.text,
        "id": kinds.text,
        "name": kinds.text,
    }

    virtual_machine_protection_group_id: Attribute[str] = text()
    id: Attribute[str] = text()
    backup_type: Attribute[str] = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info: Attribute[DataVirtualMachineProtectionGroupBackupBackupStoreReference] = one(
        DataVirtualMachineProtectionGroupBackupBackupStoreReference
    )
    """Store that holds it."""

    storage_system_info: Attribute[DataVirtualMachineProtectionGroupBackupBackupSystemReference] = one(
        DataVirtualMachineProtectionGroupBackupBackupSystemReference
    )
    """Appliance that carries the store."""

    source_copy_info: Attribute[DataVirtualMachineProtectionGroupBackupNamedSourceCopyReference] = one(
        DataVirtualMachineProtectionGroupBackupNamedSourceCopyReference
    )
    """Copy that it was made from."""

    verified: Attribute[cdk.IResolvable] = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info: Attribute[DataVirtualMachineProtectionGroupBackupVerificationReference] = one(
        DataVirtualMachineProtectionGroupBackupVerificationReference
    )
    """What came of comparing it with its snapshot."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataVirtualMachineProtectionGroupBackupCopyCreatorReference] = one(
        DataVirtualMachineProtectionGroupBackupCopyCreatorReference
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

    data_orchestrator_info: Attribute[References[DataVirtualMachineProtectionGroupBackupCopyOrchestratorReference]] = (
        each(DataVirtualMachineProtectionGroupBackupCopyOrchestratorReference)
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataVirtualMachineProtectionGroupBackupNamedCopyScheduleReference] = one(
        DataVirtualMachineProtectionGroupBackupNamedCopyScheduleReference
    )
    """Schedule that made it."""

    backup_sets_info: Attribute[References[DataVirtualMachineProtectionGroupBackupBackupSetInBytesReference]] = each(
        DataVirtualMachineProtectionGroupBackupBackupSetInBytesReference
    )
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

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataVirtualMachineProtectionGroupBackupReference(Reference):
    """A backup of all members of a VM protection group at one moment."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    backup_type: Attribute[str] = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info: Attribute[DataVirtualMachineProtectionGroupBackupBackupStoreReference] = one(
        DataVirtualMachineProtectionGroupBackupBackupStoreReference
    )
    """Store that holds it."""

    storage_system_info: Attribute[DataVirtualMachineProtectionGroupBackupBackupSystemReference] = one(
        DataVirtualMachineProtectionGroupBackupBackupSystemReference
    )
    """Appliance that carries the store."""

    source_copy_info: Attribute[DataVirtualMachineProtectionGroupBackupNamedSourceCopyReference] = one(
        DataVirtualMachineProtectionGroupBackupNamedSourceCopyReference
    )
    """Copy that it was made from."""

    verified: Attribute[cdk.IResolvable] = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info: Attribute[DataVirtualMachineProtectionGroupBackupVerificationReference] = one(
        DataVirtualMachineProtectionGroupBackupVerificationReference
    )
    """What came of comparing it with its snapshot."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataVirtualMachineProtectionGroupBackupCopyCreatorReference] = one(
        DataVirtualMachineProtectionGroupBackupCopyCreatorReference
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

    data_orchestrator_info: Attribute[References[DataVirtualMachineProtectionGroupBackupCopyOrchestratorReference]] = (
        each(DataVirtualMachineProtectionGroupBackupCopyOrchestratorReference)
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataVirtualMachineProtectionGroupBackupNamedCopyScheduleReference] = one(
        DataVirtualMachineProtectionGroupBackupNamedCopyScheduleReference
    )
    """Schedule that made it."""

    backup_sets_info: Attribute[References[DataVirtualMachineProtectionGroupBackupBackupSetInBytesReference]] = each(
        DataVirtualMachineProtectionGroupBackupBackupSetInBytesReference
    )
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVirtualMachineProtectionGroupBackups(DataSource):
    """Every virtual machine protection group backup that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_virtual_machine_protection_group_backups"

    filterable: ClassVar[tuple[str, ...]] = (
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "virtual_machine_protection_group_id": kinds.text,
        "filters": kinds.each(VirtualMachineProtectionGroupBackupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    virtual_machine_protection_group_id: Attribute[str] = text()
    filters: Attribute[References[DataVirtualMachineProtectionGroupBackupFilterReference]] = each(
        DataVirtualMachineProtectionGroupBackupFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVirtualMachineProtectionGroupBackupReference]] = each(
        DataVirtualMachineProtectionGroupBackupReference
    )
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
