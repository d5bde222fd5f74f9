"""Backups of volume protection groups, made once when Terraform makes them."""

from typing import Final, Literal

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.given import Given
from glbr_constructs.groups.volume_group_copy import ExistingCopy, check_copy, group_id, lengths
from glbr_constructs.l1.volume_protection_group_backup import (
    DataVolumeProtectionGroupBackup,
)
from glbr_constructs.l1.volume_protection_group_backup import (
    VolumeProtectionGroupBackup as VolumeProtectionGroupBackupL1,
)
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.arguments import Length
from glbr_constructs.synthesis.resource import INNER

_COPY: Final = "a VolumeProtectionGroupSnapshot or VolumeProtectionGroupBackup, made here or looked up"
_STORE: Final = "a ProtectionStore, made here or looked up: ProtectionStore.from_protection_store_name(...)"
_KINDS: Final = {"ON_PREMISES": "BACKUP", "CLOUD": "CLOUD_BACKUP"}
"""HPE's kind of backup, by where the store is."""


class VolumeProtectionGroupBackup(Managed[VolumeProtectionGroupBackupL1]):
    """A backup of all volumes of a group, made from one of its copies. Destroying it deletes the recovery point.

    Example:
        group = VolumeProtectionGroup.from_volume_protection_group_name(self, "erp", "erp")
        appliance = StoreOnce.from_storeonce_name(self, "main", "clinic-storeonce-1")
        local = ProtectionStore.on_premises(self, "local", name="Local_clinic", on=appliance)

        snapshot = VolumeProtectionGroupSnapshot(self, "upgrade", group=group, name="before the upgrade")
        VolumeProtectionGroupBackup(self, "kept", source=snapshot, to=local, name="kept", expire_after="6 months")
    """

    copy_type: Literal["BACKUP"] = "BACKUP"

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        source: roles.VolumeGroupCopy,
        name: str,
        to: roles.Store,
        kind: Literal["BACKUP", "CLOUD_BACKUP"] | None = None,
        expire_after: Length | None = None,
        lock_for: Length | None = None,
        description: str | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            source: Snapshot or backup that it is made from. It outlives that copy.
            name: Name of the backup.
            to: Store that takes it.
            kind: `BACKUP` or `CLOUD_BACKUP`, where the store is looked up and only HPE knows where it is.
            expire_after: Delete it so long after it was made, such as `2 weeks`; HPE decides when left out.
            lock_for: Let nobody delete it for so long, such as `1 week`.
            description: Free-text note.

        Raises:
            Refused: an argument is wrong.
        """
        super().__init__(scope, id_)
        given = Given.to("making backup", self)
        given.part("source", source, ("copy_id", "copy_type", "volume_group"), "a copy of a group of volumes", _COPY)
        given.part("to", to, ("protection_store_id", "protection_store_type"), "a protection store", _STORE)
        check_copy(given, name, description)
        kept, locked = lengths(given, expire_after, lock_for)
        self.volume_group = source.volume_group
        self.resource = VolumeProtectionGroupBackupL1(
            self,
            INNER,
            volume_protection_group_id=source.volume_group.volume_protection_group_id,
            name=name,
            description=description,
            backup_type=_kind(given, to, kind),
            protection_store_id=to.protection_store_id,
            source_copy_info={"id": source.copy_id, "type": source.copy_type},
            expire_after=kept,
            lock_for=locked,
        )

    @property
    def copy_id(self) -> str:
        """Identifier of the backup."""
        return self.resource.id

    @staticmethod
    def from_volume_protection_group_backup_id(
        scope: Construct, id_: str, backup_id: str, *, group: roles.VolumeGroup
    ) -> roles.VolumeGroupCopy:
        """The backup with this identifier; HPE is not asked."""
        return _ExistingBackup(scope, id_, backup_id, group)

    @staticmethod
    def from_volume_protection_group_backup_name(
        scope: Construct, id_: str, name: str, *, group: roles.VolumeGroup
    ) -> roles.VolumeGroupCopy:
        """The backup of a group with this name, looked up by Terraform."""
        of = group_id(f"looking up backup {id_}", group)

        def look_up(own: Construct) -> str:
            return DataVolumeProtectionGroupBackup(own, INNER, volume_protection_group_id=of, name=name).id

        return _ExistingBackup(scope, id_, look_up, group, name=name)


class _ExistingBackup(ExistingCopy):
    copy_type: Literal["BACKUP"] = "BACKUP"


def _kind(given: Given, to: roles.Store, kind: str | None) -> str:
    """HPE's kind of the backup: by where the store is."""
    if kind is not None:
        given.choice("kind", kind, tuple(_KINDS.values()))
    place = to.protection_store_type
    if place is None and kind is None:
        wrong = "kind is missing: the store is looked up, and only HPE knows where it keeps backups"
        raise given.refused(wrong, f"Allowed: kind={' or kind='.join(map(repr, _KINDS.values()))}")
    if place is not None and kind not in (None, _KINDS[place]):
        wrong = f"kind={kind!r} does not go to a store of type {place}"
        raise given.refused(wrong, f"Allowed: kind={_KINDS[place]!r}, or leave it out")
    return kind or _KINDS[str(place)]
