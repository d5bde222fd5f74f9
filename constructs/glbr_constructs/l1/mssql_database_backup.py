# Generated from glbr/resources/mssql_database_backup.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Mssql database backup: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataMssqlDatabaseBackupBackupStoreReference(Reference):
    """The store that holds a backup."""

    id: Attribute[str] = text()
    """Identifier of the protection store."""

    name: Attribute[str] = text()
    """Name of the store on the appliance."""

    protection_store_type: Attribute[str] = text()
    """`ON_PREMISES` or `CLOUD`."""


class DataMssqlDatabaseBackupCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id: Attribute[str] = text()
    """Identifier of the person or service."""

    name: Attribute[str] = text()
    """Name of the person or service."""


class DataMssqlDatabaseBackupNamedCopyScheduleReference(Reference):
    """A schedule by HPE's identifier."""

    name: Attribute[str] = text()
    """Label of the schedule."""

    recurrence: Attribute[str] = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    id: Attribute[str] = text()
    """Identifier of the schedule."""


class DataMssqlDatabaseBackupCopiedDatabaseReference(Reference):
    """A database inside a copy."""

    id: Attribute[str] = text()
    """Identifier of the database."""

    name: Attribute[str] = text()
    """Name of the database."""


class DataMssqlDatabaseBackupLogBackupStoreReference(Reference):
    """The store that holds log backups."""

    id: Attribute[str] = text()
    """Identifier of the protection store."""

    name: Attribute[str] = text()
    """Name of the store on the appliance."""

    protection_store_type: Attribute[str] = text()
    """`ON_PREMISES` or `CLOUD`."""


class DataMssqlDatabaseBackupLogBackupSystemReference(Reference):
    """The appliance that carries the store of log backups."""

    id: Attribute[str] = text()
    """Identifier of the appliance."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    type: Attribute[str] = text()
    """`PROTECTION_STORE_GATEWAY` or `STOREONCE`."""


class DataMssqlDatabaseBackupLogBackupReference(Reference):
    """Log backups that continue a database copy."""

    last_log_backup_time: Attribute[str] = text()
    """Latest moment to which the copy can be rolled forward."""

    protection_store_info: Attribute[DataMssqlDatabaseBackupLogBackupStoreReference] = one(
        DataMssqlDatabaseBackupLogBackupStoreReference
    )
    """Store that holds the log backups."""

    storage_system_info: Attribute[DataMssqlDatabaseBackupLogBackupSystemReference] = one(
        DataMssqlDatabaseBackupLogBackupSystemReference
    )
    """Appliance that carries that store."""


class DataMssqlDatabaseBackupBackedUpVolumeReference(Reference):
    """The volume that a part of a backup holds."""

    id: Attribute[str] = text()
    """Identifier of the volume."""

    name: Attribute[str] = text()
    """Name of the volume."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of the volume."""


class DataMssqlDatabaseBackupPartSourceReference(Reference):
    """The copy of one volume that a part of a backup was made from."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    name: Attribute[str] = text()
    """Name of that copy."""

    copy_type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of that copy."""


class DataMssqlDatabaseBackupBackupPartInBytesReference(Reference):
    """A part whose size is told in bytes."""

    id: Attribute[str] = text()
    """Identifier of the part."""

    object_count: Attribute[float] = number()
    """Number of objects inside."""

    source_volume_info: Attribute[DataMssqlDatabaseBackupBackedUpVolumeReference] = one(
        DataMssqlDatabaseBackupBackedUpVolumeReference
    )
    """Volume that it holds."""

    size_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    source_copy_info: Attribute[References[DataMssqlDatabaseBackupPartSourceReference]] = each(
        DataMssqlDatabaseBackupPartSourceReference
    )
    """Copies that it was made from."""


class DataMssqlDatabaseBackupPartsSystemReference(Reference):
    """What the parts of a backup were read from."""

    id: Attribute[str] = text()
    """Identifier of the storage array or appliance."""

    name: Attribute[str] = text()
    """Name of the storage array or appliance."""

    type: Attribute[str] = text()
    """Kind of the storage array or appliance, in HPE's words."""


class DataMssqlDatabaseBackupBackupSetInBytesReference(Reference):
    """Parts of a backup that were read from one storage array or appliance."""

    backups: Attribute[References[DataMssqlDatabaseBackupBackupPartInBytesReference]] = each(
        DataMssqlDatabaseBackupBackupPartInBytesReference
    )
    """Parts, one for each volume."""

    source_storage_system_info: Attribute[DataMssqlDatabaseBackupPartsSystemReference] = one(
        DataMssqlDatabaseBackupPartsSystemReference
    )
    """Storage array or appliance that they were read from."""


class DataMssqlDatabaseBackupSourceCopyReference(Reference):
    """The copy that a backup was made from."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""


class DataMssqlDatabaseBackupDatabaseBackupSystemReference(Reference):
    """The appliance that carries the store of a backup."""

    id: Attribute[str] = text()
    """Identifier of the appliance."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    type: Attribute[str] = text()
    """`PROTECTION_STORE_GATEWAY` or `STOREONCE`."""


class DataMssqlDatabaseBackup(DataSource):
    """A backup that holds a SQL Server database, alone or with others."""

    terraform_type: ClassVar[str] = "glbr_mssql_database_backup"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "mssql_database_id": kinds.text,
        "id": kinds.text,
        "name": kinds.text,
    }

    mssql_database_id: Attribute[str] = text()
    id: Attribute[str] = text()
    backup_type: Attribute[str] = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info: Attribute[DataMssqlDatabaseBackupBackupStoreReference] = one(
        DataMssqlDatabaseBackupBackupStoreReference
    )
    """Store that holds it."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataMssqlDatabaseBackupCopyCreatorReference] = one(
        DataMssqlDatabaseBackupCopyCreatorReference
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

    schedule_info: Attribute[DataMssqlDatabaseBackupNamedCopyScheduleReference] = one(
        DataMssqlDatabaseBackupNamedCopyScheduleReference
    )
    """Schedule that made it."""

    associated_databases: Attribute[References[DataMssqlDatabaseBackupCopiedDatabaseReference]] = each(
        DataMssqlDatabaseBackupCopiedDatabaseReference
    )
    """All databases that the copy holds: deleting it removes the data of each of them."""

    log_backup_info: Attribute[DataMssqlDatabaseBackupLogBackupReference] = one(
        DataMssqlDatabaseBackupLogBackupReference
    )
    """Log backups that continue it."""

    backup_granularity: Attribute[str] = text()
    """How its data was read: `VOLUME` or `VMWARE_CBT`."""

    backup_sets_info: Attribute[References[DataMssqlDatabaseBackupBackupSetInBytesReference]] = each(
        DataMssqlDatabaseBackupBackupSetInBytesReference
    )
    """Parts that it consists of, by what they were read from."""

    source_copy_info: Attribute[DataMssqlDatabaseBackupSourceCopyReference] = one(
        DataMssqlDatabaseBackupSourceCopyReference
    )
    """Copy that it was made from."""

    storage_system_info: Attribute[DataMssqlDatabaseBackupDatabaseBackupSystemReference] = one(
        DataMssqlDatabaseBackupDatabaseBackupSystemReference
    )
    """Appliance that carries the store."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        mssql_database_id: str,
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
            mssql_database_id: SQL Server database whose backups are looked at.
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
                "mssql_database_id": mssql_database_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataMssqlDatabaseBackupFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataMssqlDatabaseBackupReference(Reference):
    """A backup that holds a SQL Server database, alone or with others."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    backup_type: Attribute[str] = text()
    """`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud."""

    protection_store_info: Attribute[DataMssqlDatabaseBackupBackupStoreReference] = one(
        DataMssqlDatabaseBackupBackupStoreReference
    )
    """Store that holds it."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataMssqlDatabaseBackupCopyCreatorReference] = one(
        DataMssqlDatabaseBackupCopyCreatorReference
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

    schedule_info: Attribute[DataMssqlDatabaseBackupNamedCopyScheduleReference] = one(
        DataMssqlDatabaseBackupNamedCopyScheduleReference
    )
    """Schedule that made it."""

    associated_databases: Attribute[References[DataMssqlDatabaseBackupCopiedDatabaseReference]] = each(
        DataMssqlDatabaseBackupCopiedDatabaseReference
    )
    """All databases that the copy holds: deleting it removes the data of each of them."""

    log_backup_info: Attribute[DataMssqlDatabaseBackupLogBackupReference] = one(
        DataMssqlDatabaseBackupLogBackupReference
    )
    """Log backups that continue it."""

    backup_granularity: Attribute[str] = text()
    """How its data was read: `VOLUME` or `VMWARE_CBT`."""

    backup_sets_info: Attribute[References[DataMssqlDatabaseBackupBackupSetInBytesReference]] = each(
        DataMssqlDatabaseBackupBackupSetInBytesReference
    )
    """Parts that it consists of, by what they were read from."""

    source_copy_info: Attribute[DataMssqlDatabaseBackupSourceCopyReference] = one(
        DataMssqlDatabaseBackupSourceCopyReference
    )
    """Copy that it was made from."""

    storage_system_info: Attribute[DataMssqlDatabaseBackupDatabaseBackupSystemReference] = one(
        DataMssqlDatabaseBackupDatabaseBackupSystemReference
    )
    """Appliance that carries the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlDatabaseBackupFilter(Nested):
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


class DataMssqlDatabaseBackups(DataSource):
    """Every mssql database backup that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_mssql_database_backups"

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
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "mssql_database_id": kinds.text,
        "filters": kinds.each(MssqlDatabaseBackupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    mssql_database_id: Attribute[str] = text()
    filters: Attribute[References[DataMssqlDatabaseBackupFilterReference]] = each(
        DataMssqlDatabaseBackupFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataMssqlDatabaseBackupReference]] = each(DataMssqlDatabaseBackupReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_mssql_database_backup`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        mssql_database_id: str,
        filters: Many[MssqlDatabaseBackupFilter] | None = None,
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
            mssql_database_id: SQL Server database whose backups are looked at.
            filters: Conditions that all must hold. Properties: `backupType`, `state`, `status`, `createdByInfo/id`,
                `createdByInfo/name`, `storageSystemInfo/id`, `storageSystemInfo/type`, `storageSystemInfo/name`,
                `sourceCopyInfo/id`, `pointInTime`, `verified`, `protectionStoreInfo/id`, `protectionStoreInfo/name`.
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
                "mssql_database_id": mssql_database_id,
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
