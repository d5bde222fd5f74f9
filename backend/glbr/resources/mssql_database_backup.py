"""SQL Server database backup: a recovery point of databases in a protection store."""

from glbr.definition import Block, Observed, parent, result
from glbr.resources.parts.recovery_point import DatabaseCopy
from glbr.resources.parts.stored_backup import BackupSetInBytes, SourceCopy, StoredBackup


class DatabaseBackupSystem(Block):
    """The appliance that carries the store of a backup."""

    id: str | None = result("Identifier of the appliance.")
    display_name: str | None = result("Name shown in the console.")
    type: str | None = result("`PROTECTION_STORE_GATEWAY` or `STOREONCE`.")


class MssqlDatabaseBackup(DatabaseCopy, StoredBackup, Observed):
    """A backup that holds a SQL Server database, alone or with others."""

    collection = "/backup-recovery/v1beta1/mssql-databases/{mssql_database_id}/backups"
    filterable = (
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

    mssql_database_id: str = parent("SQL Server database whose backups are looked at.", to="mssql_database")
    backup_granularity: str | None = result("How its data was read: `VOLUME` or `VMWARE_CBT`.")
    backup_sets_info: list[BackupSetInBytes] | None = result("Parts that it consists of, by what they were read from.")
    source_copy_info: SourceCopy | None = result("Copy that it was made from.")
    storage_system_info: DatabaseBackupSystem | None = result("Appliance that carries the store.")
