# Generated from glbr/resources/datastore_backup.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Datastore backup: the same arguments and attributes as in Terraform."""

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


class DataDatastoreBackupBackupStoreReference(Reference):
    """The store that holds a backup."""

    id: Attribute[str] = text()
    """Identifier of the protection store."""

    name: Attribute[str] = text()
    """Name of the store on the appliance."""

    protection_store_type: Attribute[str] = text()
    """`ON_PREMISES` or `CLOUD`."""


class DataDatastoreBackupBackupSystemReference(Reference):
    """The appliance that carries the store of a backup."""

    id: Attribute[str] = text()
    """Identifier of the appliance."""

    name: Attribute[str] = text()
    """Name of the appliance."""

    type: Attribute[str] = text()
    """Kind of the appliance, in HPE's words."""


class DataDatastoreBackupNamedSourceCopyReference(Reference):
    """The copy that a backup was made from, with its name."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    name: Attribute[str] = text()
    """Name of that copy."""


class DataDatastoreBackupVerificationReference(Reference):
    """What came of comparing a backup with the snapshot it was made from."""

    state: Attribute[str] = text()
    """`VERIFIED`, `NOT_VERIFIED`, `VERIFYING` or `VERIFY_ERROR`."""

    state_reason: Attribute[str] = text()
    """Short cause of the state."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    verified_at: Attribute[str] = text()
    """When the two were compared."""


class DataDatastoreBackupCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id: Attribute[str] = text()
    """Identifier of the person or service."""

    name: Attribute[str] = text()
    """Name of the person or service."""


class DataDatastoreBackupCopyOrchestratorReference(Reference):
    """A Data Orchestrator that serves a copy."""

    id: Attribute[str] = text()
    """Identifier of the Data Orchestrator."""


class DataDatastoreBackupNumberedCopyScheduleReference(Reference):
    """A schedule by its number in the policy."""

    name: Attribute[str] = text()
    """Label of the schedule."""

    recurrence: Attribute[str] = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    schedule_id: Attribute[float] = number()
    """Number of the schedule in its policy."""


class DataDatastoreBackupBackedUpVolumeReference(Reference):
    """The volume that a part of a backup holds."""

    id: Attribute[str] = text()
    """Identifier of the volume."""

    name: Attribute[str] = text()
    """Name of the volume."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of the volume."""


class DataDatastoreBackupPartSourceReference(Reference):
    """The copy of one volume that a part of a backup was made from."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    name: Attribute[str] = text()
    """Name of that copy."""

    copy_type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of that copy."""


class DataDatastoreBackupBackupPartInMebibytesReference(Reference):
    """A part whose size is told in MiB."""

    id: Attribute[str] = text()
    """Identifier of the part."""

    object_count: Attribute[float] = number()
    """Number of objects inside."""

    source_volume_info: Attribute[DataDatastoreBackupBackedUpVolumeReference] = one(
        DataDatastoreBackupBackedUpVolumeReference
    )
    """Volume that it holds."""

    size_in_mib: Attribute[float] = number()
    """Size, MiB."""

    source_copy_info: Attribute[References[DataDatastoreBackupPartSourceReference]] = each(
        DataDatastoreBackupPartSourceReference
    )
    """Copies that it was made from."""


class DataDatastoreBackupPartsArrayReference(Reference):
    """A storage array that the parts of a backup were read from."""

    id: Attribute[str] = text()
    """Identifier of the storage array or appliance."""

    name: Attribute[str] = text()
    """Name of the storage array or appliance."""

    type: Attribute[str] = text()
    """Kind of the storage array or appliance, in HPE's words."""

    storage_system_type: Attribute[str] = text()
    """`HPE_NIMBLE`, `HPE_PRIMERA` or `HPE_ALLETRA_STORAGE_MP`."""


class DataDatastoreBackupBackupSetInMebibytesReference(Reference):
    """Parts of a backup that were read from one storage array."""

    backups: Attribute[References[DataDatastoreBackupBackupPartInMebibytesReference]] = each(
        DataDatastoreBackupBackupPartInMebibytesReference
    )
    """Parts, one for each volume."""

    source_storage_system_info: Attribute[DataDatastoreBackupPartsArrayReference] = one(
        DataDatastoreBackupPartsArrayReference
    )
    """Storage array that they were read from."""


class DataDatastoreBackup(DataSource):
    """A backup of a datastore with all that is on it."""

    terraform_type: ClassVar[str] = "glbr_datastore_backup"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"datastore_id": kinds.text, "id": kinds.text, "name": kinds.text}

    datastore_id: Attribute[str] = text()
    id: Attribute[str] = text()
    backup_type: Attribute[str] = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info: Attribute[DataDatastoreBackupBackupStoreReference] = one(
        DataDatastoreBackupBackupStoreReference
    )
    """Store that holds it."""

    storage_system_info: Attribute[DataDatastoreBackupBackupSystemReference] = one(
        DataDatastoreBackupBackupSystemReference
    )
    """Appliance that carries the store."""

    source_copy_info: Attribute[DataDatastoreBackupNamedSourceCopyReference] = one(
        DataDatastoreBackupNamedSourceCopyReference
    )
    """Copy that it was made from."""

    verified: Attribute[cdk.IResolvable] = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info: Attribute[DataDatastoreBackupVerificationReference] = one(
        DataDatastoreBackupVerificationReference
    )
    """What came of comparing it with its snapshot."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataDatastoreBackupCopyCreatorReference] = one(DataDatastoreBackupCopyCreatorReference)
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

    data_orchestrator_info: Attribute[References[DataDatastoreBackupCopyOrchestratorReference]] = each(
        DataDatastoreBackupCopyOrchestratorReference
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataDatastoreBackupNumberedCopyScheduleReference] = one(
        DataDatastoreBackupNumberedCopyScheduleReference
    )
    """Schedule that made it."""

    backup_sets_info: Attribute[References[DataDatastoreBackupBackupSetInMebibytesReference]] = each(
        DataDatastoreBackupBackupSetInMebibytesReference
    )
    """Parts that it consists of, by storage array."""

    full_backup: Attribute[cdk.IResolvable] = flag()
    """Whether it holds everything, and not only what had changed."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        datastore_id: str,
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
            datastore_id: Datastore whose backups are looked at.
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
                "datastore_id": datastore_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataDatastoreBackupFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataDatastoreBackupReference(Reference):
    """A backup of a datastore with all that is on it."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    backup_type: Attribute[str] = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info: Attribute[DataDatastoreBackupBackupStoreReference] = one(
        DataDatastoreBackupBackupStoreReference
    )
    """Store that holds it."""

    storage_system_info: Attribute[DataDatastoreBackupBackupSystemReference] = one(
        DataDatastoreBackupBackupSystemReference
    )
    """Appliance that carries the store."""

    source_copy_info: Attribute[DataDatastoreBackupNamedSourceCopyReference] = one(
        DataDatastoreBackupNamedSourceCopyReference
    )
    """Copy that it was made from."""

    verified: Attribute[cdk.IResolvable] = flag()
    """Whether it was compared with its snapshot and found the same."""

    verification_info: Attribute[DataDatastoreBackupVerificationReference] = one(
        DataDatastoreBackupVerificationReference
    )
    """What came of comparing it with its snapshot."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataDatastoreBackupCopyCreatorReference] = one(DataDatastoreBackupCopyCreatorReference)
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

    data_orchestrator_info: Attribute[References[DataDatastoreBackupCopyOrchestratorReference]] = each(
        DataDatastoreBackupCopyOrchestratorReference
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataDatastoreBackupNumberedCopyScheduleReference] = one(
        DataDatastoreBackupNumberedCopyScheduleReference
    )
    """Schedule that made it."""

    backup_sets_info: Attribute[References[DataDatastoreBackupBackupSetInMebibytesReference]] = each(
        DataDatastoreBackupBackupSetInMebibytesReference
    )
    """Parts that it consists of, by storage array."""

    full_backup: Attribute[cdk.IResolvable] = flag()
    """Whether it holds everything, and not only what had changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatastoreBackupFilter(Nested):
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


class DataDatastoreBackups(DataSource):
    """Every datastore backup that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_datastore_backups"

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
        "datastore_id": kinds.text,
        "filters": kinds.each(DatastoreBackupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    datastore_id: Attribute[str] = text()
    filters: Attribute[References[DataDatastoreBackupFilterReference]] = each(DataDatastoreBackupFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataDatastoreBackupReference]] = each(DataDatastoreBackupReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_datastore_backup`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        datastore_id: str,
        filters: Many[DatastoreBackupFilter] | None = None,
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
            datastore_id: Datastore whose backups are looked at.
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
                "datastore_id": datastore_id,
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
