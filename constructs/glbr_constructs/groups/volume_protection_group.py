"""Volumes of one storage array that are protected together."""

from collections.abc import Sequence
from typing import Final

from constructs import Construct

from glbr.protection.group import volume_group_problems
from glbr_constructs.assets.volume import Volume, Volumes
from glbr_constructs.assets.volume_set import StorageSystem, VolumeSet
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.groups.membership import Group, Membership, one_way
from glbr_constructs.groups.volume_protection_group_snapshot import VolumeProtectionGroupSnapshot
from glbr_constructs.l1.volume_protection_group import DataVolumeProtectionGroup
from glbr_constructs.l1.volume_protection_group import VolumeProtectionGroup as VolumeProtectionGroupL1
from glbr_constructs.placed import beside
from glbr_constructs.synthesis.arguments import Flag, Length
from glbr_constructs.synthesis.resource import INNER

ASSET_TYPE: Final = "backup-recovery/volume-protection-group"

_VOLUMES: Final[Membership[Volume]] = Membership(
    argument="assets",
    kind=Volume,
    plural="volumes",
    cure="Volume.from_volume_name(...)",
    identify=lambda volume: volume.volume_id,
    entry=lambda volume: {"id": volume.volume_id},
)


class VolumeProtectionGroup(Group[VolumeProtectionGroupL1, Volume]):
    """A volume protection group: volumes named one by one or looked up, or those of a volume set of the array.

    Example:
        data = Volume.from_volume_name(self, "data", "erp-db-data-01")
        group = VolumeProtectionGroup(self, "erp", name="erp", volumes=[data])
        group.add_snapshot("upgrade", name="before the upgrade", expire_after="2 weeks", lock_for="1 week")
    """

    asset_type: str = ASSET_TYPE
    _membership = _VOLUMES

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        volumes: Volumes | Sequence[Volume] | None = None,
        volume_set: VolumeSet | None = None,
        storage_system: StorageSystem | None = None,
        description: str | None = None,
        cascade_delete: Flag = False,
    ) -> None:
        """Describe it. Exactly one of `volumes` and `volume_set` names the members.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            volumes: The members, listed or looked up by conditions.
            volume_set: A volume collection or application set: HPE takes every volume in it. Each change of such a group
                makes a new one.
            storage_system: Storage array that holds the volumes; HPE fills it in when left out.
            description: Free-text note.
            cascade_delete: When the group is destroyed, delete the job that protects it and every copy of it, too.

        Raises:
            Refused: no way of naming members was given, or both were, or an argument is wrong.
        """
        super().__init__(scope, id_)
        given = Given.to("making group", self)
        given.text("name", name, "the name shown in the console, such as 'erp'", at_most=255)
        given.note(description)
        given.flag("cascade_delete", cascade_delete)
        self._named_by = one_way(given, {"volumes": volumes, "volume_set": volume_set})
        if storage_system is not None:
            cure = "StorageSystem.from_storage_system_name(...)"
            given.instance("storage_system", storage_system, (StorageSystem,), "a storage array", cure)
        kind, argument, members = self._membership_of(given, volumes, volume_set)
        given.sound(volume_group_problems({"volume_protection_group_type": kind, argument: members}))
        self.resource = VolumeProtectionGroupL1(
            self,
            INNER,
            name=name,
            description=description,
            volume_protection_group_type=kind,
            storage_system_info=None if storage_system is None else {"id": storage_system.array_id},
            cascade_delete=cascade_delete or None,
        )
        self.resource.set_argument(argument, members)

    def _membership_of(
        self, given: Given, volumes: Volumes | Sequence[Volume] | None, volume_set: VolumeSet | None
    ) -> tuple[str, str, object]:
        """HPE's type of the group, its argument for the members, and the members."""
        if volume_set is not None:
            cure = "VolumeSet.from_volume_set_name(...)"
            given.instance("volume_set", volume_set, (VolumeSet,), "a set of volumes", cure)
            return "NATIVE", "native_group_info", {"id": volume_set.volume_set_id}
        if isinstance(volumes, Volumes):
            self._named_by = "conditions, under which they are looked up"
            return "CUSTOM", "assets", volumes.assets
        self._members = self._membership.listed(given, "volumes", volumes or ())
        return "CUSTOM", "assets", [self._membership.entry(volume) for volume in self._members]

    @property
    def asset_id(self) -> str:
        """Identifier of the group."""
        return self.resource.id

    @property
    def volume_protection_group_id(self) -> str:
        """Identifier of the group."""
        return self.resource.id

    def add_snapshot(
        self,
        id_: str,
        *,
        name: str,
        expire_after: Length | None = None,
        lock_for: Length | None = None,
        description: str | None = None,
    ) -> VolumeProtectionGroupSnapshot:
        """A snapshot of all volumes at one moment, made when Terraform makes it.

        Args:
            id_: Name of the construct; it stands beside the group, whose name comes before.
            name: Name of the snapshot.
            expire_after: Delete it so long after it was made, such as `2 weeks`; HPE decides when left out.
            lock_for: Let nobody delete it for so long, such as `1 week`.
            description: Free-text note.

        Raises:
            Refused: an argument is wrong.
        """
        return VolumeProtectionGroupSnapshot(
            beside(self),
            f"{self.node.id}_{id_}" if id_ else id_,
            group=self,
            name=name,
            expire_after=expire_after,
            lock_for=lock_for,
            description=description,
        )

    @staticmethod
    def from_volume_protection_group_id(scope: Construct, id_: str, group_id: str) -> "ExistingVolumeProtectionGroup":
        """The group with this identifier; HPE is not asked."""
        return ExistingVolumeProtectionGroup(scope, id_, group_id)

    @staticmethod
    def from_volume_protection_group_name(scope: Construct, id_: str, name: str) -> "ExistingVolumeProtectionGroup":
        """The group with this name, looked up by Terraform."""
        return ExistingVolumeProtectionGroup(
            scope, id_, lambda own: DataVolumeProtectionGroup(own, INNER, name=name).id, name=name
        )


class ExistingVolumeProtectionGroup(Existing):
    """A volume protection group that HPE has already: it can be protected, and copied."""

    asset_type: str = ASSET_TYPE

    @property
    def asset_id(self) -> str:
        """Identifier of the group."""
        return self.identifier

    @property
    def volume_protection_group_id(self) -> str:
        """Identifier of the group."""
        return self.identifier
