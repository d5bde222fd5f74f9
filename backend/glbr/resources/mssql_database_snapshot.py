"""SQL Server database snapshot: a recovery point of databases on their storage array."""

from glbr.definition import Block, Observed, parent, result
from glbr.resources.parts.array_snapshot import ArraySnapshot
from glbr.resources.parts.recovery_point import DatabaseCopy


class DatabaseSnapshotSystem(Block):
    """The storage array that holds a snapshot."""

    id: str | None = result("Identifier of the storage array.")
    name: str | None = result("Name of the storage array.")


class MssqlDatabaseSnapshot(DatabaseCopy, ArraySnapshot, Observed):
    """A snapshot that holds a SQL Server database, alone or with others."""

    collection = "/backup-recovery/v1beta1/mssql-databases/{mssql_database_id}/snapshots"
    filterable = (
        "snapshotType",
        "state",
        "status",
        "createdByInfo/id",
        "createdByInfo/name",
        "storageSystemInfo/id",
        "storageSystemInfo/type",
        "storageSystemInfo/name",
        "verified",
        "consistency",
        "pointInTime",
    )

    mssql_database_id: str = parent("SQL Server database whose snapshots are looked at.", to="mssql_database")
    storage_systems_info: list[DatabaseSnapshotSystem] | None = result("Storage arrays that hold it.")
