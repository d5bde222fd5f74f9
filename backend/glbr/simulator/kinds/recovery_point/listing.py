"""Where HPE lists recovery points: one listing per kind of asset and form of copy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from glbr.simulator.call import Call
from glbr.simulator.copies import Copy, Track
from glbr.simulator.errors import ApiError
from glbr.simulator.references import ASSET_COLLECTIONS, SQL_GROUP_TYPE, VM_GROUP_TYPE
from glbr.simulator.rules.copies_in_use_stay import ATTACHING, COPYING, DETACHING, RESTORING
from glbr.simulator.world import World

Form = Literal["snapshots", "backups"]
_TIERS = {"snapshots": ("SNAPSHOT", "REPLICATED_SNAPSHOT"), "backups": ("BACKUP", "CLOUD_BACKUP")}
_SQL = "mssql-databases"
_VOLUMES = "volume-protection-groups"
# Members that have copies of their own in those of their group; single volumes have none.
_SHARED = {VM_GROUP_TYPE: ("virtual-machines", "datastores"), SQL_GROUP_TYPE: (_SQL,)}
# What a copy shows while an operation works on it: HPE's schemas have other words for each kind.
_READ = {"snapshots": {RESTORING: "IN_USE"}, "backups": {RESTORING: "IN_USE_FOR_RESTORE"}}
_READ_VOLUMES = {
    "snapshots": {RESTORING: "RESTORING", COPYING: "BACKUP_INITIALIZING"},
    "backups": {RESTORING: "RESTORING", ATTACHING: "IN_USE_FOR_MOUNT", DETACHING: "IN_USE_FOR_MOUNT"},
}


@dataclass(frozen=True)
class Listing:
    """The copies of one form that hang below one kind of asset.

    Attributes:
        collection: where the asset itself is stored.
        root: first words of HPE's operationIds.
        kind: first words of HPE's `type`.
        removal: first word of the operationId that deletes one.
        states: what a copy shows while it is read, by the beginning of the effect.
    """

    collection: str
    root: str
    kind: str
    form: Form
    removal: str = "Delete"
    states: Mapping[str, str] = field(default_factory=dict)

    @property
    def form_name(self) -> str:
        """`snapshot` or `backup`."""
        return self.form.removesuffix("s")

    @property
    def type(self) -> str:
        """HPE's `type` of these copies."""
        return f"backup-recovery/{self.kind}-{self.form_name}"

    @property
    def tiers(self) -> tuple[str, ...]:
        """Kinds of tier whose copies are listed here."""
        return _TIERS[self.form]

    def path(self, asset: str, copy: str) -> str:
        """A copy's own path."""
        return f"/backup-recovery/v1beta1/{self.collection}/{asset}/{self.form}/{copy}"

    def state(self, effect: str, paused: bool) -> str:
        """The state of a copy that an operation works on; empty effect: none does."""
        if effect == "copy.delete":
            return "PENDING_DELETE_APPROVAL" if paused else "DELETING"
        if effect == "copy.update":
            return "UPDATING"
        return next((state for start, state in self.states.items() if effect.startswith(start)), "OK")

    def places(self, world: World, asset: str) -> dict[int, int]:
        """Tracks of the asset, and its place in their copies."""
        found = world.copies.tracks_of_asset(asset, self.tiers).items()
        places = {track: place for track, place in found if self._lists(world.copies.track(track), place)}
        # A copy of several databases is one and the same below each of them (NOTES, section 13).
        return dict.fromkeys(places, 0) if self.collection == _SQL else places

    def _lists(self, track: Track, place: int) -> bool:
        """Whether copies of a track, or the shares in them, are of this listing's kind of asset."""
        if place:
            return self.collection in _SHARED.get(track.asset_type, ())
        return ASSET_COLLECTIONS[track.asset_type] == self.collection

    def find(self, world: World, asset: str, identifier: str) -> Copy | None:
        """A copy of the asset in this listing, or None."""
        copy = world.copies.find(identifier)
        places = self.places(world, asset)
        return copy if copy is not None and places.get(copy.track) == copy.place else None

    def require(self, world: World, asset: str, identifier: str, what: str, *, status: int) -> Copy:
        """A copy of the asset that must exist; the refusal says what was looked for."""
        copy = self.find(world, asset, identifier)
        if copy is None:
            raise ApiError(
                status, f"{what}: no {self.kind} {asset} has a copy with the id {identifier!r} in {self.form}"
            )
        return copy


def _listing(collection: str, root: str, kind: str, form: Form) -> Listing:
    removal = "Remove" if collection == _VOLUMES else "Delete"
    states = (_READ_VOLUMES if collection == _VOLUMES else _READ)[form]
    return Listing(collection, root, kind, form, removal, states)


_FORMS: tuple[Form, ...] = ("snapshots", "backups")
LISTINGS: Mapping[tuple[str, Form], Listing] = {
    (collection, form): _listing(collection, root, kind, form)
    for collection, root, kind in (
        ("virtual-machines", "VirtualMachine", "virtual-machine"),
        ("virtual-machine-protection-groups", "Vmpg", "virtual-machine-protection-group"),
        ("datastores", "Datastore", "datastore"),
        (_VOLUMES, "Vpg", "volume-protection-group"),
        (_SQL, "MSSQLDatabase", "mssql-database"),
    )
    for form in _FORMS
}


def places_of_request(call: Call, listing: Listing) -> tuple[str, dict[int, int]]:
    """The asset in the path, and where its copies are.

    The asset may have left the inventory as long as copies of it are held.
    """
    asset = next(iter(call.path.values()))
    places = listing.places(call.world, asset)
    if not places:
        call.world.require(listing.collection, asset, call.operation.id, status=call.missing_status)
    return asset, places
