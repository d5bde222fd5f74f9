"""Datastore backup: a recovery point of a datastore in a protection store."""

from glbr.definition import Observed, parent, result
from glbr.resources.parts.recovery_point import NumberedCopySchedule, VmwareCopy
from glbr.resources.parts.stored_backup import BackupSetInMebibytes, VmwareBackup


class DatastoreBackup(VmwareCopy, VmwareBackup, Observed):
    """A backup of a datastore with all that is on it."""

    collection = "/backup-recovery/v1beta1/datastores/{datastore_id}/backups"
    filterable = (
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

    datastore_id: str = parent("Datastore whose backups are looked at.", to="datastore")
    schedule_info: NumberedCopySchedule | None = result("Schedule that made it.")
    backup_sets_info: list[BackupSetInMebibytes] | None = result("Parts that it consists of, by storage array.")
    full_backup: bool | None = result("Whether it holds everything, and not only what had changed.")
