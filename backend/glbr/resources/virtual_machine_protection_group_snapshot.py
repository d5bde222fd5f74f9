"""VM protection group snapshot: a recovery point of a whole group on its storage array."""

from glbr.definition import Observed, parent, result
from glbr.resources.parts.array_snapshot import ArraySnapshot, SnapshotSystem
from glbr.resources.parts.recovery_point import NamedCopySchedule, VmwareCopy


class VirtualMachineProtectionGroupSnapshot(VmwareCopy, ArraySnapshot, Observed):
    """A snapshot of all members of a VM protection group at one moment."""

    collection = (
        "/backup-recovery/v1beta1/virtual-machine-protection-groups/{virtual_machine_protection_group_id}/snapshots"
    )
    filterable = (
        "snapshotType",
        "state",
        "status",
        "createdByInfo/id",
        "createdByInfo/name",
        "storageSystemsInfo/id",
        "storageSystemsInfo/storageSystemType",
        "storageSystemsInfo/name",
        "consistency",
        "pointInTime",
        "dataOrchestratorInfo/id",
        "expiresAt",
        "name",
    )

    virtual_machine_protection_group_id: str = parent(
        "VM protection group whose snapshots are looked at.", to="virtual_machine_protection_group"
    )
    schedule_info: NamedCopySchedule | None = result("Schedule that made it.")
    storage_systems_info: SnapshotSystem | None = result("Storage array that holds it.")
