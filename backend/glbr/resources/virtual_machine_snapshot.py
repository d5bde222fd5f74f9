"""Virtual machine snapshot: a recovery point of a machine on its storage array."""

from glbr.definition import Observed, parent, result
from glbr.resources.parts.array_snapshot import ArraySnapshot, SnapshotSystem
from glbr.resources.parts.machine_copy import MachineCopy


class VirtualMachineSnapshot(MachineCopy, ArraySnapshot, Observed):
    """A snapshot of a virtual machine, or the machine's share in the snapshot of a group."""

    collection = "/backup-recovery/v1beta1/virtual-machines/{virtual_machine_id}/snapshots"
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

    virtual_machine_id: str = parent("Virtual machine whose snapshots are looked at.", to="virtual_machine")
    storage_systems_info: list[SnapshotSystem] | None = result("Storage arrays that hold it.")
