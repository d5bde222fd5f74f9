"""Volume protection group backup: a recovery point of a group's volumes in a protection store."""

from collections.abc import Mapping
from typing import Final, Literal

from glbr.definition import Block, Tree, argument, parent, reference, result
from glbr.definition.types import kind_of
from glbr.resources.parts.stored_backup import BackedUpVolume, PartsSystem
from glbr.resources.parts.volume_group_copy import VolumeGroupCopy

_SOURCES: Final = {"snapshot": "SNAPSHOT", "backup": "BACKUP"}


class SourceCopyInfo(Block):
    """The copy that the backup is made from."""

    id: str = argument("Identifier of a snapshot or backup of the same group.")
    type: Literal["SNAPSHOT", "BACKUP"] = argument("Whether it is a snapshot or a backup.", read_from="copyType")


class VolumeBackupSystem(Block):
    """The appliance that carries the store of a backup."""

    id: str | None = result("Identifier of the appliance.")
    name: str | None = result("Name of the appliance.")
    type: str | None = result("Kind of the appliance, in HPE's words.")
    product_family: str | None = result("Product family of the appliance.")


class IndividualBackupSource(Block):
    """The copy of one volume that its backup was made from."""

    id: str | None = result("Identifier of that copy.")
    name: str | None = result("Name of that copy.")
    copy_type: str | None = result("Whether it is a `SNAPSHOT` or a `BACKUP`.")
    scsi_identifier: str | None = result("SCSI identifier (WWN) of that copy.")


class IndividualBackup(Block):
    """The backup of one volume of the group."""

    id: str | None = result("Identifier of the volume's backup, as a restore of single volumes takes it.")
    object_count: int | None = result("Number of objects inside.")
    size_in_bytes: int | None = result("Size, bytes.")
    source_volume_info: BackedUpVolume | None = result("Volume that it holds.")
    source_copy_info: IndividualBackupSource | None = result("Copy of the volume that it was made from.")
    mount_state: str | None = result(
        "Whether a host has it attached: `UNATTACHED`, `ATTACHING`, `ATTACHED` or `DETACHING`.", volatile=True
    )
    mounted_hosts_iqn: list[str] | None = result("iSCSI names of the hosts that have it attached.", volatile=True)


class IndividualBackupSet(Block):
    """Backups of volumes that were read from one storage array."""

    backups: list[IndividualBackup] | None = result("Backups of the volumes.")
    source_storage_system_info: PartsSystem | None = result("Storage array that they were read from.")


class VolumeProtectionGroupBackup(VolumeGroupCopy):
    """A backup of all volumes of a group, made from one of its snapshots or backups when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies of
    `NATIVE` groups.
    """

    collection = "/backup-recovery/v1beta1/volume-protection-groups/{volume_protection_group_id}/backups"
    filterable = (
        "backupType",
        "state",
        "status",
        "sourceCopyInfo/id",
        "pointInTime",
        "storageSystemInfo/id",
        "storageSystemInfo/name",
        "protectionStoreInfo/id",
        "protectionStoreInfo/name",
    )

    volume_protection_group_id: str = parent("Volume protection group to copy.", to="volume_protection_group")
    backup_type: Literal["BACKUP", "CLOUD_BACKUP"] = argument(
        "`BACKUP` for a store on premises, `CLOUD_BACKUP` for one in a cloud.", replace=True
    )
    protection_store_id: str = reference(
        "Store that takes the backup.", to="protection_store", replace=True, read_from="protectionStoreInfo.id"
    )
    source_copy_info: SourceCopyInfo = argument(
        "Copy that the backup is made from. The backup outlives it: another one named later makes no new backup.",
        counts_once=True,
    )

    backup_sets_info: list[IndividualBackupSet] | None = result(
        "Backups of the volumes, by storage array.", stable=True
    )
    source_copy_kind: str | None = result(
        "Kind of the copy that it was made from, in HPE's words.", read_from="sourceCopyInfo.type", volatile=True
    )
    storage_system_info: VolumeBackupSystem | None = result("Appliance that carries the store.", stable=True)
    mount_state: str | None = result(
        "Whether hosts have it attached: `UNATTACHED`, `ATTACHING`, `ATTACHED`, `DETACHING` or `PARTIALLY_ATTACHED`.",
        volatile=True,
    )
    mounted_hosts_iqn: list[str] | None = result("iSCSI names of the hosts that have it attached.", volatile=True)

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """HPE tells the kind of the source in two places, and nothing once the source is gone: what was written stays."""
        told, written = tree.get("source_copy_info"), (prior or {}).get("source_copy_info")
        kind = {"type": _SOURCES.get(kind_of(str(tree.get("source_copy_kind")).lower()).rpartition("-")[2])}
        known = [part for part in (written, kind, told) if isinstance(part, Mapping)]
        source = {name: value for part in known for name, value in part.items() if value is not None}
        return super().managed({**tree, "source_copy_info": source or None}, prior, beside)
