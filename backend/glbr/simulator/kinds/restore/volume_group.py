"""Restores of a volume protection group: over its volumes, or to new ones, all or some of them."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.kinds.recovery_point.by_hand import place_in
from glbr.simulator.kinds.restore.source import chosen_copy, copy_still_there, moment_text, name_of, parent_of
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.references import uri
from glbr.simulator.rules.copies_in_use_stay import accept_reading
from glbr.simulator.world import World

_COLLECTION = "volume-protection-groups"
_WHAT = "restoring a volume protection group"


def _restore(call: Call) -> Reply:
    body = call.body
    kind = body.get("restoreType")
    if kind is None:
        raise call.refuse(400, "restoreType must be given: PARENT or ALTERNATE")
    copy = chosen_copy(call, _COLLECTION, body.get("vpgSnapshotId"), body.get("vpgBackupId"))
    form = "snapshot" if body.get("vpgSnapshotId") else "backup"
    if kind == "ALTERNATE" and form == "snapshot":
        raise call.refuse(400, "ALTERNATE works from backups only; give vpgBackupId")
    if kind == "PARENT" and body.get("targetStorageSystemId"):
        raise call.refuse(400, "targetStorageSystemId is for ALTERNATE; a PARENT restore stays on its array")
    volumes = _chosen_volumes(call, copy, form)
    arguments: JsonObject = {"id": call.id, "copy": copy.id, "copies": [copy.row], "volumes": volumes}
    name = name_of(call.world, _COLLECTION, call.id, copy)
    title = f"Restore volume protection group [{name}] from recovery point {moment_text(copy)}"
    if kind == "PARENT":
        parent_of(call, _COLLECTION)
        for volume in volumes:
            call.world.require("volumes", volume, call.operation.id, status=400)
        return _accept(call, title, f"restore.volume_group.{form}", arguments)
    arguments["system"] = _target_system(call)
    return _accept(call, f"{title} to new volumes", "restore.volume_group.new", arguments)


def _accept(call: Call, title: str, effect: str, arguments: JsonObject) -> Reply:
    return accept_reading(call, Work(title, effect, arguments, uri(_COLLECTION, call.id)))


def _chosen_volumes(call: Call, copy: Copy, form: str) -> list[str]:
    """Ids of the volumes to restore: all in the copy, or those whose individual copies are named."""
    field, other = f"individual{form.capitalize()}Ids", "individualBackupIds"
    other = "individualSnapshotIds" if form == "backup" else other
    if call.body.get(other):
        raise call.refuse(400, f"{other} does not go with a group {form}; use {field}")
    held = call.world.copies.track(copy.track).members
    chosen = [place_in(call, copy, one) for one in call.body.get(field) or ()]
    return [held[place - 1] for place in chosen or range(1, len(held) + 1)]


def _target_system(call: Call) -> str:
    group = call.world.objects.find(_COLLECTION, call.id) or {}
    system: str | None = call.body.get("targetStorageSystemId") or group.get("storageSystemInfo", {}).get("id")
    if system is None:
        raise call.refuse(400, "the group is gone, and its array is not known; give targetStorageSystemId")
    call.world.require("storage-systems", system, call.operation.id, status=400)
    return system


def _restored(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy_still_there(world, arguments["copy"], _WHAT)
    group = world.require(_COLLECTION, arguments["id"], _WHAT)
    for identifier in arguments["volumes"]:
        volume = world.require("volumes", identifier, _WHAT)
        # The array's own inventory has no time stamps.
        world.objects.put("volumes", {**volume, "generation": (volume.get("generation") or 0) + 1})
    return [resource(_COLLECTION, world.store_change(_COLLECTION, group))]


def _new(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy = copy_still_there(world, arguments["copy"], _WHAT)
    system = world.require("storage-systems", arguments["system"], _WHAT)
    return [resource("volumes", _add_volume(world, one, system, copy)) for one in arguments["volumes"]]


def _add_volume(world: World, source: str, system: JsonObject, copy: Copy) -> JsonObject:
    """A new volume with the parent's size, in no volume set."""
    parent = world.objects.find("volumes", source) or {"name": source}
    name = f"{parent['name']}-restored-{copy.row}"
    number = 1
    while world.objects.where("volumes", "name", [name]):
        number += 1
        name = f"{parent['name']}-restored-{copy.row}-{number}"
    identifier = world.identities.fresh("volume")
    volume = {
        **parent,
        "id": identifier,
        "type": "block-storage/volume",
        "name": name,
        "resourceUri": uri("volumes", identifier),
        "generation": 1,
        "systemId": system["id"],
        "productFamily": system.get("productFamily"),
        "volumeSetId": None,
        "wwn": identifier.replace("-", ""),
        "associatedLinks": [{"type": "systems", "resourceUri": system["resourceUri"]}],
    }
    world.objects.put("volumes", volume)
    return volume


BEHAVIOURS: dict[str, Behaviour] = {"VolumeProtectionGroupRestore": _restore}
EFFECTS: dict[str, Effect] = {
    "restore.volume_group.snapshot": _restored,
    "restore.volume_group.backup": _restored,
    "restore.volume_group.new": _new,
}
