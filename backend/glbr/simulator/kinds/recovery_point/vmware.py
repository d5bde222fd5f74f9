"""How HPE shows the copies of virtual machines, datastores and VM protection groups."""

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy, Track
from glbr.simulator.kinds.recovery_point.facts import Scene, backup_facts, facts, schedule_info


def shown(scene: Scene, copy: Copy, track: Track) -> JsonObject:
    """One copy; None where HPE leaves a field out."""
    known = facts(scene, copy, track)
    # HPE shows the copies of groups a little differently from those of machines.
    is_group = scene.listing.collection == "virtual-machine-protection-groups"
    made = {
        **known,
        "createdAt": known["pointInTime"],
        "consistency": track.consistency,
        "containsRdmDisks": False,
        "scheduleInfo": schedule_info(track, number="id" if is_group else "scheduleId"),
        "dataOrchestratorInfo": [
            {"id": one["id"], "type": one["type"], "resourceUri": one["resourceUri"]} for one in scene.orchestrators
        ],
    }
    if scene.listing.form == "snapshots":
        return made | {"snapshotType": "SNAPSHOT"}
    made |= backup_facts(scene, track) | {"appType": "VMWARE", "verified": False}
    if scene.listing.collection == "virtual-machines":
        made |= {"backupGranularity": track.granularity, "fullBackup": copy.source is None}
    return made
