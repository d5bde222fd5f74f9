"""Virtual machine backup: a recovery point of a machine in a protection store."""

from glbr.definition import Observed, parent, result
from glbr.resources.parts.machine_copy import MachineCopy
from glbr.resources.parts.stored_backup import BackupSetInMebibytes, VmwareBackup


class VirtualMachineBackup(MachineCopy, VmwareBackup, Observed):
    """A backup of a virtual machine, or the machine's share in the backup of a group."""

    collection = "/backup-recovery/v1beta1/virtual-machines/{virtual_machine_id}/backups"
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
        "dataOrchestratorInfo/id",
        "expiresAt",
        "name",
    )

    virtual_machine_id: str = parent("Virtual machine whose backups are looked at.", to="virtual_machine")
    backup_granularity: str | None = result("How its data was read: `VOLUME` or `VMWARE_CBT`.")
    backup_sets_info: list[BackupSetInMebibytes] | None = result("Parts that it consists of, by storage array.")
    full_backup: bool | None = result("Whether it holds everything, and not only what had changed.")
    partial_backup: bool | None = result("Whether only some disks of the machine are in it.")
