"""Datastore snapshot: a recovery point of a datastore on its storage array."""

from glbr.definition import Observed, parent, result
from glbr.resources.parts.array_snapshot import ArraySnapshot, SnapshotSystem
from glbr.resources.parts.recovery_point import NumberedCopySchedule, VmwareCopy


class DatastoreSnapshot(VmwareCopy, ArraySnapshot, Observed):
    """A snapshot of a datastore with all that is on it."""

    collection = "/backup-recovery/v1beta1/datastores/{datastore_id}/snapshots"
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

    datastore_id: str = parent("Datastore whose snapshots are looked at.", to="datastore")
    schedule_info: NumberedCopySchedule | None = result("Schedule that made it.")
    storage_systems_info: SnapshotSystem | None = result("Storage array that holds it.")
