"""How HPE shows the copies of SQL Server databases, several of which may share one copy."""

from glbr.simulator.clock import text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy, Track
from glbr.simulator.kinds.protection_policy import store_info
from glbr.simulator.kinds.recovery_point.facts import Scene, backup_facts, facts, schedule_info
from glbr.simulator.references import without_none

LOGS = "DATABASE_LOG_BACKUP"


def shown(scene: Scene, copy: Copy, track: Track) -> JsonObject:
    """One copy; None where HPE leaves a field out."""
    others = [scene.members[member] for member in track.members if member in scene.members and member != scene.asset]
    made = {
        **facts(scene, copy, track),
        "scheduleInfo": schedule_info(track, number="id"),
        "associatedDatabases": [
            {name: other[name] for name in ("id", "name", "type", "resourceUri")} for other in others
        ],
        "logBackupInfo": _logs(scene, copy, track),
    }
    if scene.listing.form == "snapshots":
        return made | {"snapshotType": "SNAPSHOT"}
    return (
        made
        | backup_facts(scene, track)
        | {
            "backupGranularity": track.granularity,
            "sourceCopyInfo": scene.source_info(copy),
            "storageSystemInfo": scene.store_system(track),
        }
    )


def _logs(scene: Scene, copy: Copy, track: Track) -> JsonObject | None:
    newest = scene.world.copies.newest_of_tier(track.job, LOGS, copy.at)
    if newest is None:
        return None
    at, logs = newest
    info = {
        "lastLogBackupTime": text_of_seconds(at),
        "protectionStoreInfo": store_info(scene.stores, logs.store),
        "storageSystemInfo": scene.store_system(logs),
    }
    return without_none(info)
