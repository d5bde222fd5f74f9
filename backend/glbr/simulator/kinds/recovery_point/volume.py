"""How HPE shows the copies of volume protection groups, volume by volume."""

from glbr.simulator.clock import text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy, Track, copy_id
from glbr.simulator.identities import identity
from glbr.simulator.kinds.recovery_point.facts import Scene, backup_facts, facts, schedule_info
from glbr.simulator.references import VOLUME_GROUP_TYPE, uri, without_none
from glbr.simulator.rules.copies_in_use_stay import ATTACHING, DETACHING

_PASSING = {ATTACHING: "ATTACHING", DETACHING: "DETACHING"}
_MIB = 1024 * 1024


def shown(scene: Scene, copy: Copy, track: Track) -> JsonObject:
    """One copy; None where HPE leaves a field out."""
    made = {
        **facts(scene, copy, track),
        # Here the contract wants a UUID, which a workspace id (32 digits) is not.
        "customerId": None,
        "createdAt": text_of_seconds(copy.at),
        "scheduleInfo": schedule_info(track, number="scheduleId"),
        "vpgInfo": {
            "id": track.asset,
            "name": scene.owner.get("name", track.asset_name),
            "type": VOLUME_GROUP_TYPE,
            "resourceUri": uri("volume-protection-groups", track.asset),
        },
    }
    array = None
    if scene.array is not None:
        array = _reference(scene.array, "id", "name", "type", "resourceUri", "productFamily")
    if scene.listing.form == "snapshots":
        return made | {
            "storageSystemInfo": array,
            "storageSystemSnapshotId": identity("array snapshot", copy.row),
            "individualSnapshotsInfo": [_single(scene, copy, *one) for one in enumerate(track.members, start=1)],
        }
    return made | backup_facts(scene, track) | _as_backup(scene, copy, track, array)


def _reference(item: JsonObject, *names: str) -> JsonObject:
    return {name: item[name] for name in names if item.get(name) is not None}


def _single(scene: Scene, copy: Copy, place: int, volume_id: str) -> JsonObject:
    """The snapshot of one volume of the group."""
    identifier = copy_id(copy.row, place)
    volume = scene.members.get(volume_id, {})
    return without_none(
        {
            "id": identifier,
            "name": f"{volume.get('name', volume_id)}-{copy.row}",
            "type": "backup-recovery/volume-snapshot",
            "resourceUri": f"{uri('volumes', volume_id)}/snapshots/{identifier}",
            "sizeInMiB": _size(volume),
            "volumeId": volume_id,
            "volumeName": volume.get("name"),
        }
    )


def _size(volume: JsonObject) -> int | None:
    size = volume.get("usedSizeMiB") or volume.get("sizeMiB")
    return None if size is None else int(size)


def _as_backup(scene: Scene, copy: Copy, track: Track, array: JsonObject | None) -> JsonObject:
    attached = copy.patch.get("attached", {})
    singles = [
        _single_backup(scene, copy, place, volume, attached) for place, volume in enumerate(track.members, start=1)
    ]
    states = {single["mountState"] for single in singles}
    backup_set: JsonObject = {"backups": singles}
    if array is not None:
        backup_set["sourceStorageSystemInfo"] = _reference(array, "id", "name", "type", "resourceUri")
    system = scene.store_system(track)
    source = scene.source_info(copy)
    return {
        "mountState": states.pop() if len(states) == 1 else "PARTIALLY_ATTACHED",
        "mountedHostsIqn": list(attached),
        "backupSetsInfo": [backup_set],
        "storageSystemInfo": None
        if system is None
        else {"id": system["id"], "name": system["displayName"], **_reference(system, "type", "resourceUri")},
        "sourceCopyInfo": None
        if source is None
        else {"id": source["id"], "type": source["type"], "copyType": source["type"]},
    }


def _single_backup(scene: Scene, copy: Copy, place: int, volume_id: str, attached: dict[str, list[int]]) -> JsonObject:
    """The backup of one volume of the group."""
    volume = scene.members.get(volume_id, {})
    hosts = [host for host, places in attached.items() if place in places]
    source = scene.source_info(copy)
    size = _size(volume)
    info = {"id": volume_id, "resourceUri": uri("volumes", volume_id), **_reference(volume, "name")}
    return without_none(
        {
            "id": copy_id(copy.row, place),
            "mountState": _PASSING.get(scene.effect(copy), "ATTACHED" if hosts else "UNATTACHED"),
            "mountedHostsIqn": hosts,
            "objectCount": 1,
            "sizeInBytes": None if size is None else size * _MIB,
            "sourceVolumeInfo": info,
            "sourceCopyInfo": None
            if source is None or copy.source is None
            else {"id": copy_id(copy.source, place), "copyType": source["type"]},
        }
    )
