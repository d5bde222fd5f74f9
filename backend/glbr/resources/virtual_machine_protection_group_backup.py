"""VM protection group backup: a recovery point of a whole group in a protection store."""

from glbr.definition import Observed, parent, result
from glbr.resources.parts.recovery_point import NamedCopySchedule, VmwareCopy
from glbr.resources.parts.stored_backup import BackupSetInBytes, VmwareBackup


class VirtualMachineProtectionGroupBackup(VmwareCopy, VmwareBackup, Observed):
    """A backup of all members of a VM protection group at one moment."""

    collection = (
        "/backup-recovery/v1beta1/virtual-machine-protection-groups/{virtual_machine_protection_group_id}/backups"
    )
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

    virtual_machine_protection_group_id: str = parent(
        "VM protection group whose backups are looked at.", to="virtual_machine_protection_group"
    )
    schedule_info: NamedCopySchedule | None = result("Schedule that made it.")
    backup_sets_info: list[BackupSetInBytes] | None = result("Parts that it consists of, by storage array.")
