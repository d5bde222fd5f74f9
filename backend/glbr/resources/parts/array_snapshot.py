"""What copies kept on a storage array have in common."""

from glbr.definition import Block, result


class SnapshotSystem(Block):
    """The storage array that holds a snapshot."""

    id: str | None = result("Identifier of the storage array.")
    name: str | None = result("Name of the storage array.")
    serial_number: str | None = result("Serial number of the storage array.")
    vendor_name: str | None = result("Maker of the storage array.")
    storage_system_type: str | None = result("`HPE_NIMBLE`, `HPE_PRIMERA` or `HPE_ALLETRA_STORAGE_MP`.")
    managed: bool | None = result("Whether the storage array is registered with HPE GreenLake.")


class VolumeSnapshot(Block):
    """The snapshot of one volume, of which a copy consists."""

    id: str | None = result("Identifier of the volume's snapshot.")
    name: str | None = result("Name of the volume's snapshot.")
    scsi_identifier: str | None = result("SCSI identifier (WWN).")
    size_in_mib: int | None = result("Size, MiB.")
    storage_system_info: SnapshotSystem | None = result("Storage array that holds it.")


class ArraySnapshot(Block):
    """What HPE tells of every snapshot that a job makes."""

    volumes_snapshot_info: list[VolumeSnapshot] | None = result(
        "Snapshots of single volumes that the copy consists of."
    )
