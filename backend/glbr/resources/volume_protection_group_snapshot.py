"""Volume protection group snapshot: a recovery point of a group's volumes on their storage array."""

from glbr.definition import Block, parent, result
from glbr.resources.parts.volume_group_copy import VolumeGroupCopy


class VolumeSnapshotSystem(Block):
    """The storage array that holds a snapshot."""

    id: str | None = result("Identifier of the storage array.")
    name: str | None = result("Name of the storage array.")
    type: str | None = result("Kind of the storage array, in HPE's words.")
    product_family: str | None = result("Product family of the storage array.")


class IndividualSnapshot(Block):
    """The snapshot of one volume of the group."""

    id: str | None = result("Identifier of the volume's snapshot, as a restore of single volumes takes it.")
    name: str | None = result("Name of the volume's snapshot.")
    size_in_mib: int | None = result("Size, MiB.", api="sizeInMiB")
    volume_id: str | None = result("Identifier of the volume.")
    volume_name: str | None = result("Name of the volume.")


class VolumeProtectionGroupSnapshot(VolumeGroupCopy):
    """A snapshot of all volumes of a group at one moment, made when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies of
    `NATIVE` groups.
    """

    collection = "/backup-recovery/v1beta1/volume-protection-groups/{volume_protection_group_id}/snapshots"
    filterable = ("state", "status", "storageSystemInfo/id", "storageSystemInfo/name", "pointInTime")

    volume_protection_group_id: str = parent("Volume protection group to copy.", to="volume_protection_group")

    individual_snapshots_info: list[IndividualSnapshot] | None = result("Snapshots of the volumes.", stable=True)
    storage_system_info: VolumeSnapshotSystem | None = result("Storage array that holds it.", stable=True)
    storage_system_snapshot_id: str | None = result("Identifier that the storage array gave it.", stable=True)
