"""What copies have in common, of whatever asset: when, until when, by whom, and how they are."""

from glbr.definition import Block, Timestamp, result


class CopyCreator(Block):
    """Who is behind a copy."""

    id: str | None = result("Identifier of the person or service.")
    name: str | None = result("Name of the person or service.")


class CopySchedule(Block):
    """The schedule that made a copy; nothing is told of copies that somebody asked for."""

    name: str | None = result("Label of the schedule.")
    recurrence: str | None = result("`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`.")


class NumberedCopySchedule(CopySchedule):
    """A schedule by its number in the policy."""

    schedule_id: int | None = result("Number of the schedule in its policy.")


class NamedCopySchedule(CopySchedule):
    """A schedule by HPE's identifier."""

    id: str | None = result("Identifier of the schedule.")


class RecoveryPoint(Block):
    """What HPE tells of every copy."""

    point_in_time: Timestamp | None = result("Moment whose data the copy holds.", stable=True)
    expires_at: Timestamp | None = result("Moment after which HPE removes the copy.")
    locked_until: Timestamp | None = result("Moment before which nobody can delete the copy.")
    created_by_info: CopyCreator | None = result("Who is behind the copy.", stable=True)
    resource_uri: str | None = result("API path of the copy.", stable=True)
    state: str | None = result("Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`.", volatile=True)
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)


class AssetCopy(RecoveryPoint):
    """A copy that a protection job makes."""

    name: str | None = result("Name of the copy.")
    description: str | None = result("Free-text note.")


class CopyOrchestrator(Block):
    """A Data Orchestrator that serves a copy."""

    id: str | None = result("Identifier of the Data Orchestrator.")


class VmwareCopy(AssetCopy):
    """A copy of virtual machines or datastores."""

    created_at: Timestamp | None = result("When it was made.")
    consistency: str | None = result("`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`.")
    contains_rdm_disks: bool | None = result("Whether raw-device disks are in it.")
    data_orchestrator_info: list[CopyOrchestrator] | None = result("Data Orchestrators that serve it.")


class LogBackupStore(Block):
    """The store that holds log backups."""

    id: str | None = result("Identifier of the protection store.")
    name: str | None = result("Name of the store on the appliance.")
    protection_store_type: str | None = result("`ON_PREMISES` or `CLOUD`.")


class LogBackupSystem(Block):
    """The appliance that carries the store of log backups."""

    id: str | None = result("Identifier of the appliance.")
    display_name: str | None = result("Name shown in the console.")
    type: str | None = result("`PROTECTION_STORE_GATEWAY` or `STOREONCE`.")


class LogBackup(Block):
    """Log backups that continue a database copy."""

    last_log_backup_time: Timestamp | None = result("Latest moment to which the copy can be rolled forward.")
    protection_store_info: LogBackupStore | None = result("Store that holds the log backups.")
    storage_system_info: LogBackupSystem | None = result("Appliance that carries that store.")


class CopiedDatabase(Block):
    """A database inside a copy."""

    id: str | None = result("Identifier of the database.")
    name: str | None = result("Name of the database.")


class DatabaseCopy(AssetCopy):
    """A copy of SQL Server databases."""

    schedule_info: NamedCopySchedule | None = result("Schedule that made it.")
    associated_databases: list[CopiedDatabase] | None = result(
        "All databases that the copy holds: deleting it removes the data of each of them."
    )
    log_backup_info: LogBackup | None = result("Log backups that continue it.")
