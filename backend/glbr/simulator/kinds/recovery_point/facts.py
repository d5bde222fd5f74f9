"""What HPE shows of every recovery point, whatever asset it is of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from glbr.simulator.clock import text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy, Track, copy_id
from glbr.simulator.identities import identity
from glbr.simulator.kinds.protection_policy import store_info, stores_by_id
from glbr.simulator.kinds.recovery_point.listing import LISTINGS, Form, Listing
from glbr.simulator.rules.copies_in_use_stay import effects_at_work
from glbr.simulator.world import World

# Where the members of group copies are stored, for those whose members are shown.
_MEMBERS = {"volume-protection-groups": "volumes", "mssql-databases": "mssql-databases"}
_SCHEDULER = {"id": identity("user", "scheduler"), "name": "scheduler"}


@dataclass(frozen=True)
class Scene:
    """What a page of copies refers to, looked up once for all of them.

    Attributes:
        owner: the asset itself, empty when it has left the inventory.
        array: the storage system of a volume group.
        work: row of each copy that an operation works on: its effect, and whether it is paused.
        sources: row to track of the copies that these were made from, as far as they are still held.
        members: volumes or databases inside the copies, by id, as far as they are in the inventory.
    """

    world: World
    listing: Listing
    asset: str
    owner: JsonObject
    array: JsonObject | None
    orchestrators: Sequence[JsonObject]
    stores: dict[str, JsonObject]
    work: Mapping[int, tuple[str, bool]]
    sources: Mapping[int, Track]
    members: Mapping[str, JsonObject]

    @classmethod
    def of(cls, world: World, listing: Listing, asset: str, copies: Sequence[Copy]) -> Self:
        """Look up what these copies refer to."""
        sources: dict[int, Track] = {}
        members: dict[str, JsonObject] = {}
        collection = _MEMBERS.get(listing.collection)
        if collection:
            sources = world.copies.tracks_of_rows({copy.source for copy in copies if copy.source is not None})
            held = {member for track in {copy.track for copy in copies} for member in world.copies.track(track).members}
            members = {member["id"]: member for member in world.objects.where(collection, "id", held)}
        owner = world.objects.find(listing.collection, asset) or {}
        return cls(
            world,
            listing,
            asset,
            owner,
            world.objects.find("storage-systems", owner.get("storageSystemInfo", {}).get("id", "")),
            world.objects.all("data-orchestrators"),
            stores_by_id(world.objects),
            effects_at_work(world),
            sources,
            members,
        )

    def effect(self, copy: Copy) -> str:
        """The effect of the operation that works on a copy; empty when none does."""
        return self.work.get(copy.row, ("", False))[0]

    def source_info(self, copy: Copy) -> JsonObject | None:
        """Id, kind and path of the copy that this one was made from, while it is held."""
        if copy.source is None or copy.source not in self.sources:
            return None
        identifier = copy_id(copy.source)
        form: Form = "backups" if self.sources[copy.source].tier_type.endswith("BACKUP") else "snapshots"
        listing = LISTINGS[self.listing.collection, form]
        return {
            "id": identifier,
            "type": listing.form_name.upper(),
            "resourceUri": listing.path(self.asset, identifier),
        }

    def store_system(self, track: Track) -> JsonObject | None:
        """The appliance that carries the store of a backup."""
        store = self.stores.get(track.store or "")
        info: JsonObject | None = None if store is None else store["storageSystemInfo"]
        return info


def facts(scene: Scene, copy: Copy, track: Track) -> JsonObject:
    """The fields that all copies have; None where HPE leaves one out."""
    listing, patch = scene.listing, copy.patch
    made_at = text_of_seconds(copy.at)
    state = listing.state(*scene.work.get(copy.row, ("", False)))
    if state == "OK" and patch.get("attached"):
        state = "IN_USE_FOR_MOUNT"
    return {
        "id": copy.id,
        "type": listing.type,
        "name": patch.get("name") or _name(scene.world, track, copy),
        "description": patch.get("description"),
        "resourceUri": listing.path(scene.asset, copy.id),
        "customerId": scene.world.options.workspace_id,
        "generation": patch.get("generation", 1),
        "updatedAt": text_of_seconds(patch["updatedAt"]) if "updatedAt" in patch else made_at,
        # A backup made from an older copy holds the data of that copy's time.
        "pointInTime": text_of_seconds(patch.get("pointInTime", copy.at)),
        "expiresAt": None if copy.expires is None else text_of_seconds(copy.expires),
        "lockedUntil": None if copy.locked is None else text_of_seconds(copy.locked),
        "createdByInfo": patch.get("createdBy", _SCHEDULER),
        "state": state,
        "status": "OK",
    }


def schedule_info(track: Track, *, number: str) -> JsonObject | None:
    """`scheduleInfo`; `number` names the field of the schedule's number, which some replies give as a text."""
    if not track.schedule:
        return None
    info = {"recurrence": track.recurrence, number: str(track.schedule) if number == "id" else track.schedule}
    return info if track.schedule_name is None else {**info, "name": track.schedule_name}


def backup_facts(scene: Scene, track: Track) -> JsonObject:
    """The fields that all backups have beside."""
    return {"backupType": track.tier_type, "protectionStoreInfo": store_info(scene.stores, track.store)}


def _name(world: World, track: Track, copy: Copy) -> str:
    # A live copy's name carried local time in this form (NOTES, section 10).
    local = datetime.fromtimestamp(copy.at, world.zone).strftime("%Y-%m-%d-%H:%M:%S")
    return track.name_pattern.replace("{SourceAssetName}", track.asset_name).replace("{DateFormat}", local)
