"""The dry run of a group restore: what each member could be restored from."""

from collections.abc import Sequence

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.clock import text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.errors import ApiError
from glbr.simulator.inventory import members
from glbr.simulator.kinds.recovery_point.listing import LISTINGS, Form
from glbr.simulator.kinds.restore.group import members_collection
from glbr.simulator.kinds.restore.source import refuse_unreadable
from glbr.simulator.references import without_none
from glbr.simulator.rules.copies_in_use_stay import effects_at_work
from glbr.simulator.world import World

_COLLECTION = "virtual-machine-protection-groups"
_FORMS: tuple[Form, ...] = ("snapshots", "backups")
_REFERENCE = ("id", "name", "displayName", "type", "resourceUri")
# HPE gives no number; a reply with every copy of years would help nobody.
_NEWEST = 100


def _check(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    world = call.world
    orchestrators = [
        {"id": one["id"], "type": one["type"], "resourceUri": one["resourceUri"]}
        for one in world.objects.all("data-orchestrators")
    ]
    collection = members_collection(group)
    work = effects_at_work(world)
    checked = [_member(world, collection, member, orchestrators, work) for member in members(world.objects, group)]
    bad = [one["resourceName"] for one in checked if one["status"] == "ERROR"]
    summary: JsonObject = {"status": "OK"}
    if bad or not checked:
        lacking = f"no recovery point for {', '.join(bad)}" if checked else "the group has no members"
        summary = {"status": "ERROR", "error": lacking}
    return Reply(200, {"resourceSummary": {"resourceInfo": checked}, "summary": summary})


def _member(
    world: World,
    collection: str,
    member: JsonObject,
    orchestrators: Sequence[JsonObject],
    work: dict[int, tuple[str, bool]],
) -> JsonObject:
    points = []
    for form in _FORMS:
        listing = LISTINGS[collection, form]
        places = listing.places(world, member["id"])
        held = world.copies.count_of_tracks(places)
        for copy in world.copies.of_tracks(places, max(0, held - _NEWEST)):
            state = listing.state(*work.get(copy.row, ("", False)))
            points.append(_point(world, copy, "IN_USE" if state.startswith("IN_USE") else state, orchestrators))
    good = any(point["status"] == "OK" for point in points)
    vmware = member.get("appInfo", {}).get("vmware", {})
    return without_none(
        {
            "resourceId": member["id"],
            "resourceName": member["name"],
            "appType": "VMWARE",
            "clusterInfo": _reference(member.get("clusterInfo")),
            "hostInfo": _reference(member.get("hostInfo")),
            "datastoresInfo": [_reference(store) for store in vmware.get("datastoresInfo", ())],
            "recoveryPointInfo": points,
            "status": "OK" if good else "ERROR",
            "errorMessage": None if good else f"{member['name']} has no recovery point to restore from",
        }
    )


def _reference(info: JsonObject | None) -> JsonObject | None:
    return None if info is None else {name: info[name] for name in _REFERENCE if name in info}


def _point(world: World, copy: Copy, state: str, orchestrators: Sequence[JsonObject]) -> JsonObject:
    track = world.copies.track(copy.track)
    problem = None
    try:
        refuse_unreadable(world, copy, "restoring", status=400)
    except ApiError as refusal:
        problem = refusal.message
    return without_none(
        {
            "recoveryPointId": copy.id,
            "recoveryPointType": track.tier_type.removeprefix("REPLICATED_"),
            "pointInTime": text_of_seconds(copy.patch.get("pointInTime", copy.at)),
            "appType": "VMWARE",
            # This reply knows two words only: what may end in either is at least the weaker.
            "consistency": "APPLICATION" if track.consistency == "APPLICATION" else "CRASH",
            "backupGranularity": track.granularity if track.tier_type.endswith("BACKUP") else None,
            "dataOrchestratorInfo": list(orchestrators),
            "state": state,
            "status": "ERROR" if problem else "OK",
            "errorMessage": problem,
        }
    )


BEHAVIOURS: dict[str, Behaviour] = {"VmpgRestorePreCheckList": _check}
