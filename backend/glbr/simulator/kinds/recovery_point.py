"""Recovery points: the snapshots and backups of machines, datastores and groups."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from glbr.simulator.call import Behaviour, Call, Page, Reply
from glbr.simulator.clock import moment_of, text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy, Track
from glbr.simulator.identities import identity
from glbr.simulator.kinds.protection_policy import store_info, stores_by_id
from glbr.simulator.operations import Effect, Work
from glbr.simulator.references import without_none
from glbr.simulator.rules.locked_copies_stay import refuse_locked, refuse_shorter_lock
from glbr.simulator.world import World

Form = Literal["snapshots", "backups"]
_TIERS = {"snapshots": ("SNAPSHOT", "REPLICATED_SNAPSHOT"), "backups": ("BACKUP", "CLOUD_BACKUP")}


@dataclass(frozen=True)
class _Listing:
    """The copies of one kind that hang below one kind of asset.

    Attributes:
        collection: where the asset itself is stored.
        root: first words of HPE's operationIds.
        kind: first words of HPE's `type`.
        is_group: HPE shows the copies of groups a little differently from those of machines.
    """

    collection: str
    root: str
    kind: str
    form: Form
    is_group: bool = False

    def type(self) -> str:
        return f"backup-recovery/{self.kind}-{self.form.removesuffix('s')}"

    def path(self, asset: str, copy: str) -> str:
        return f"/backup-recovery/v1beta1/{self.collection}/{asset}/{self.form}/{copy}"


_LISTINGS = [
    _Listing(collection, root, kind, form, is_group=root == "Vmpg")
    for collection, root, kind in (
        ("virtual-machines", "VirtualMachine", "virtual-machine"),
        ("virtual-machine-protection-groups", "Vmpg", "virtual-machine-protection-group"),
        ("datastores", "Datastore", "datastore"),
    )
    for form in ("snapshots", "backups")
]


def _lister(listing: _Listing) -> Behaviour:
    def list_copies(call: Call) -> Reply:
        places = _places(call, listing, next(iter(call.path.values())))
        world = call.world
        return Reply(
            200,
            Page(
                world.copies.count_of_tracks(places),
                lambda offset, limit: _shown(world, listing, call.id, world.copies.of_tracks(places, offset, limit)),
            ),
        )

    return list_copies


def _places(call: Call, listing: _Listing, asset: str) -> dict[int, int]:
    """Tracks of the asset; it may have left the inventory as long as copies of it are held."""
    places = call.world.copies.tracks_of_asset(asset, _TIERS[listing.form])
    if not places:
        call.world.require(listing.collection, asset, call.operation.id, status=call.missing_status)
    return places


def _find(call: Call, listing: _Listing) -> tuple[str, Copy]:
    asset, identifier = call.path.values()
    places = _places(call, listing, asset)
    copy = call.world.copies.find(identifier)
    if copy is None or places.get(copy.track) != copy.place:
        raise call.refuse(
            call.missing_status, f"no {listing.kind} has a copy with the id {identifier!r} in {listing.form}"
        )
    return asset, copy


def _reader(listing: _Listing) -> Behaviour:
    def read_copy(call: Call) -> Reply:
        asset, copy = _find(call, listing)
        return Reply(200, _shown(call.world, listing, asset, [copy])[0])

    return read_copy


def _patcher(listing: _Listing) -> Behaviour:
    def change_copy(call: Call) -> Reply:
        asset, copy = _find(call, listing)
        _refuse_share(call, copy)
        refuse_shorter_lock(call, copy)
        title = f"Update {listing.kind} {listing.form.removesuffix('s')}"
        arguments = {"id": copy.id, "changes": call.body}
        return call.accept(Work(title, "copy.update", arguments, listing.path(asset, copy.id)))

    return change_copy


def _deleter(listing: _Listing) -> Behaviour:
    def delete_copy(call: Call) -> Reply:
        asset, copy = _find(call, listing)
        _refuse_share(call, copy)
        refuse_locked(call.world, copy, call.operation.id)
        title = f"Delete {listing.kind} {listing.form.removesuffix('s')}"
        return call.accept(Work(title, "copy.delete", {"id": copy.id}, listing.path(asset, copy.id), pausable=True))

    return delete_copy


def _refuse_share(call: Call, copy: Copy) -> None:
    """A machine's share in a group copy lives and dies with the whole."""
    if copy.place:
        group = call.world.copies.track(copy.track).asset_name
        raise call.refuse(
            412, f"this copy is part of a copy of the protection group {group}; change or delete that one"
        )


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy = world.copies.find(arguments["id"])
    if copy is None:
        return []
    changes = arguments["changes"]
    expires, locked = copy.expires, copy.locked
    if "expiresAt" in changes:
        expires = _seconds(changes["expiresAt"])
    if "lockedUntil" in changes:
        locked = _seconds(changes["lockedUntil"])
    texts = {name: changes[name] for name in ("name", "description") if name in changes}
    world.copies.change(copy.row, expires=expires, locked=locked, patch=without_none({**copy.patch, **texts}))
    return []


def _seconds(text: str | None) -> int | None:
    return None if text is None else int(moment_of(text).timestamp())


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy = world.copies.find(arguments["id"])
    if copy is not None:
        refuse_locked(world, copy, "deleting a copy")
        world.copies.remove(copy.row)
    return []


def _shown(world: World, listing: _Listing, asset: str, copies: list[Copy]) -> list[JsonObject]:
    stores = stores_by_id(world.objects)
    orchestrators = [
        {"id": one["id"], "type": one["type"], "resourceUri": one["resourceUri"]}
        for one in world.objects.all("data-orchestrators")
    ]
    shown = []
    for copy in copies:
        track = world.copies.track(copy.track)
        made = _common(world, listing, asset, copy, track) | {"dataOrchestratorInfo": orchestrators}
        made |= _as_backup(listing, copy, track, stores) if listing.form == "backups" else {"snapshotType": "SNAPSHOT"}
        shown.append(without_none(made))
    return shown


def _common(world: World, listing: _Listing, asset: str, copy: Copy, track: Track) -> JsonObject:
    made_at = text_of_seconds(copy.at)
    return {
        "id": copy.id,
        "type": listing.type(),
        "name": copy.patch.get("name") or _name(world, track, copy),
        "description": copy.patch.get("description"),
        "resourceUri": listing.path(asset, copy.id),
        "customerId": world.options.workspace_id,
        "generation": 1 if not copy.patch else 2,
        "createdAt": made_at,
        "updatedAt": made_at,
        "pointInTime": made_at,
        "expiresAt": None if copy.expires is None else text_of_seconds(copy.expires),
        "lockedUntil": None if copy.locked is None else text_of_seconds(copy.locked),
        "consistency": track.consistency,
        "containsRdmDisks": False,
        "createdByInfo": {"id": identity("user", "scheduler"), "name": "scheduler"},
        "scheduleInfo": _schedule_info(listing, track),
        "state": "OK",
        "status": "OK",
    }


def _schedule_info(listing: _Listing, track: Track) -> JsonObject:
    info = {"name": track.schedule_name, "recurrence": track.recurrence}
    number = {"id": str(track.schedule)} if listing.is_group else {"scheduleId": track.schedule}
    return without_none({**info, **number})


def _as_backup(listing: _Listing, copy: Copy, track: Track, stores: dict[str, JsonObject]) -> JsonObject:
    backup: JsonObject = {
        "appType": "VMWARE",
        "backupType": track.tier_type,
        "protectionStoreInfo": store_info(stores, track.store),
        "verified": False,
    }
    if listing.collection == "virtual-machines":
        backup |= {"backupGranularity": track.granularity, "fullBackup": copy.source is None}
    return backup


def _name(world: World, track: Track, copy: Copy) -> str:
    # A live copy's name carried local time in this form (NOTES, section 10).
    local = datetime.fromtimestamp(copy.at, world.zone).strftime("%Y-%m-%d-%H:%M:%S")
    return track.name_pattern.replace("{SourceAssetName}", track.asset_name).replace("{DateFormat}", local)


def _operations(listing: _Listing) -> dict[str, Behaviour]:
    one = f"{listing.root}{listing.form.removesuffix('s').capitalize()}"
    return {
        f"{one}List": _lister(listing),
        one: _reader(listing),
        f"{one}Update": _patcher(listing),
        f"Delete{one}": _deleter(listing),
    }


BEHAVIOURS: dict[str, Behaviour] = {
    operation: behaviour for listing in _LISTINGS for operation, behaviour in _operations(listing).items()
}
EFFECTS: dict[str, Effect] = {"copy.update": _change, "copy.delete": _remove}
