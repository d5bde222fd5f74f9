"""What copies kept in a protection store have in common."""

from glbr.definition import Block, Timestamp, result


class BackupStore(Block):
    """The store that holds a backup."""

    id: str | None = result("Identifier of the protection store.")
    name: str | None = result("Name of the store on the appliance.")
    protection_store_type: str | None = result("`ON_PREMISES` or `CLOUD`.")


class BackupSystem(Block):
    """The appliance that carries the store of a backup."""

    id: str | None = result("Identifier of the appliance.")
    name: str | None = result("Name of the appliance.")
    type: str | None = result("Kind of the appliance, in HPE's words.")


class SourceCopy(Block):
    """The copy that a backup was made from."""

    id: str | None = result("Identifier of that copy.")
    type: str | None = result("Whether it is a `SNAPSHOT` or a `BACKUP`.")


class NamedSourceCopy(SourceCopy):
    """The copy that a backup was made from, with its name."""

    name: str | None = result("Name of that copy.")


class BackedUpVolume(Block):
    """The volume that a part of a backup holds."""

    id: str | None = result("Identifier of the volume.")
    name: str | None = result("Name of the volume.")
    scsi_identifier: str | None = result("SCSI identifier (WWN) of the volume.")


class PartSource(Block):
    """The copy of one volume that a part of a backup was made from."""

    id: str | None = result("Identifier of that copy.")
    name: str | None = result("Name of that copy.")
    copy_type: str | None = result("Whether it is a `SNAPSHOT` or a `BACKUP`.")
    scsi_identifier: str | None = result("SCSI identifier (WWN) of that copy.")


class BackupPart(Block):
    """The part of a backup that holds one volume."""

    id: str | None = result("Identifier of the part.")
    object_count: int | None = result("Number of objects inside.")
    source_volume_info: BackedUpVolume | None = result("Volume that it holds.")


class BackupPartInMebibytes(BackupPart):
    """A part whose size is told in MiB."""

    size_in_mib: int | None = result("Size, MiB.")
    source_copy_info: list[PartSource] | None = result("Copies that it was made from.")


class BackupPartInBytes(BackupPart):
    """A part whose size is told in bytes."""

    size_in_bytes: int | None = result("Size, bytes.")
    source_copy_info: list[PartSource] | None = result("Copies that it was made from.")


class PartsSystem(Block):
    """What the parts of a backup were read from."""

    id: str | None = result("Identifier of the storage array or appliance.")
    name: str | None = result("Name of the storage array or appliance.")
    type: str | None = result("Kind of the storage array or appliance, in HPE's words.")


class PartsArray(PartsSystem):
    """A storage array that the parts of a backup were read from."""

    storage_system_type: str | None = result("`HPE_NIMBLE`, `HPE_PRIMERA` or `HPE_ALLETRA_STORAGE_MP`.")


class BackupSetInMebibytes(Block):
    """Parts of a backup that were read from one storage array."""

    backups: list[BackupPartInMebibytes] | None = result("Parts, one for each volume.")
    source_storage_system_info: PartsArray | None = result("Storage array that they were read from.")


class BackupSetInBytes(Block):
    """Parts of a backup that were read from one storage array or appliance."""

    backups: list[BackupPartInBytes] | None = result("Parts, one for each volume.")
    source_storage_system_info: PartsSystem | None = result("Storage array or appliance that they were read from.")


class StoredBackup(Block):
    """What HPE tells of every backup that a job makes."""

    backup_type: str | None = result("`BACKUP` is kept on premises, `CLOUD_BACKUP` in a cloud.")
    protection_store_info: BackupStore | None = result("Store that holds it.")


class Verification(Block):
    """What came of comparing a backup with the snapshot it was made from."""

    state: str | None = result("`VERIFIED`, `NOT_VERIFIED`, `VERIFYING` or `VERIFY_ERROR`.")
    state_reason: str | None = result("Short cause of the state.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    verified_at: Timestamp | None = result("When the two were compared.")


class VmwareBackup(StoredBackup):
    """A backup of virtual machines or datastores."""

    storage_system_info: BackupSystem | None = result("Appliance that carries the store.")
    source_copy_info: NamedSourceCopy | None = result("Copy that it was made from.")
    verified: bool | None = result("Whether it was compared with its snapshot and found the same.")
    verification_info: Verification | None = result("What came of comparing it with its snapshot.")
