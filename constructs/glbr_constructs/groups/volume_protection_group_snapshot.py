"""Snapshots of volume protection groups, made once when Terraform makes them."""

from typing import Literal

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.given import Given
from glbr_constructs.groups.volume_group_copy import GROUP, ExistingCopy, check_copy, group_id, lengths
from glbr_constructs.groups.volume_protection_group_backup import VolumeProtectionGroupBackup
from glbr_constructs.l1.volume_protection_group_snapshot import (
    DataVolumeProtectionGroupSnapshot,
)
from glbr_constructs.l1.volume_protection_group_snapshot import (
    VolumeProtectionGroupSnapshot as VolumeProtectionGroupSnapshotL1,
)
from glbr_constructs.managed import Managed
from glbr_constructs.placed import beside
from glbr_constructs.synthesis.arguments import Length
from glbr_constructs.synthesis.resource import INNER


class VolumeProtectionGroupSnapshot(Managed[VolumeProtectionGroupSnapshotL1]):
    """A snapshot of all volumes of a group at one moment. Destroying it deletes the recovery point, unless it is locked.

    Example:
        group = VolumeProtectionGroup.from_volume_protection_group_name(self, "erp", "erp")
        VolumeProtectionGroupSnapshot(self, "upgrade", group=group, name="before the upgrade", expire_after="2 weeks")
    """

    copy_type: Literal["SNAPSHOT"] = "SNAPSHOT"

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        group: roles.VolumeGroup,
        name: str,
        expire_after: Length | None = None,
        lock_for: Length | None = None,
        description: str | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            group: Group whose volumes are copied.
            name: Name of the snapshot.
            expire_after: Delete it so long after it was made, such as `2 weeks`; HPE decides when left out.
            lock_for: Let nobody delete it for so long, such as `1 week`.
            description: Free-text note.

        Raises:
            Refused: an argument is wrong.
        """
        super().__init__(scope, id_)
        given = Given.to("making snapshot", self)
        given.part("group", group, ("volume_protection_group_id",), "a group of volumes", GROUP)
        check_copy(given, name, description)
        kept, locked = lengths(given, expire_after, lock_for)
        self.volume_group = group
        self.resource = VolumeProtectionGroupSnapshotL1(
            self,
            INNER,
            volume_protection_group_id=group.volume_protection_group_id,
            name=name,
            description=description,
            expire_after=kept,
            lock_for=locked,
        )

    @property
    def copy_id(self) -> str:
        """Identifier of the snapshot."""
        return self.resource.id

    def add_backup(
        self,
        id_: str,
        *,
        name: str,
        to: roles.Store,
        kind: Literal["BACKUP", "CLOUD_BACKUP"] | None = None,
        expire_after: Length | None = None,
        lock_for: Length | None = None,
        description: str | None = None,
    ) -> VolumeProtectionGroupBackup:
        """A backup of the snapshot in a store.

        Args:
            id_: Name of the construct; it stands beside the snapshot, whose name comes before.
            name: Name of the backup.
            to: Store that takes it.
            kind: `BACKUP` or `CLOUD_BACKUP`, where the store is looked up and only HPE knows where it is.
            expire_after: Delete it so long after it was made; HPE decides when left out.
            lock_for: Let nobody delete it for so long.
            description: Free-text note.

        Raises:
            Refused: an argument is wrong.
        """
        return VolumeProtectionGroupBackup(
            beside(self),
            f"{self.node.id}_{id_}" if id_ else id_,
            source=self,
            name=name,
            to=to,
            kind=kind,
            expire_after=expire_after,
            lock_for=lock_for,
            description=description,
        )

    @staticmethod
    def from_volume_protection_group_snapshot_id(
        scope: Construct, id_: str, snapshot_id: str, *, group: roles.VolumeGroup
    ) -> roles.VolumeGroupCopy:
        """The snapshot with this identifier; HPE is not asked."""
        return _ExistingSnapshot(scope, id_, snapshot_id, group)

    @staticmethod
    def from_volume_protection_group_snapshot_name(
        scope: Construct, id_: str, name: str, *, group: roles.VolumeGroup
    ) -> roles.VolumeGroupCopy:
        """The snapshot of a group with this name, looked up by Terraform."""
        of = group_id(f"looking up snapshot {id_}", group)

        def look_up(own: Construct) -> str:
            return DataVolumeProtectionGroupSnapshot(own, INNER, volume_protection_group_id=of, name=name).id

        return _ExistingSnapshot(scope, id_, look_up, group, name=name)


class _ExistingSnapshot(ExistingCopy):
    copy_type: Literal["SNAPSHOT"] = "SNAPSHOT"
