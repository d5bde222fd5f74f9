"""A volume group with a job or with copies goes only with `cascadedelete`.

HPE describes `cascadedelete` as "delete what hangs below the group": the job and the copies. What
is locked, or in use by a restore or a host, stays all the same.
"""

from glbr.simulator.call import Call, Guard
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.errors import ApiError
from glbr.simulator.rules.copies_in_use_stay import refuse_in_use as refuse_copy_in_use
from glbr.simulator.rules.locked_copies_stay import refuse_locked
from glbr.simulator.world import World

_COLLECTION = "volume-protection-groups"
_TIERS = ("SNAPSHOT", "REPLICATED_SNAPSHOT", "BACKUP", "CLOUD_BACKUP")


def jobs_of(world: World, group: str) -> list[JsonObject]:
    """The jobs that protect a group."""
    return world.objects.where("protection-jobs", "assetInfo.id", [group])


def copies_of(world: World, group: str) -> list[Copy]:
    """All copies of a group, oldest first."""
    return world.copies.of_tracks(world.copies.tracks_of_asset(group, _TIERS))


def refuse_in_use(world: World, group: JsonObject, what: str, *, cascade: bool) -> None:
    """412 while a job or copies stand in the way; copies that are locked or in use always do."""
    copies = copies_of(world, group["id"])
    for copy in copies:
        refuse_locked(world, copy, what)
        refuse_copy_in_use(world, copy, what)
    if cascade:
        return
    for job in jobs_of(world, group["id"]):
        raise ApiError(412, f"{what}: the group is protected by job {job['id']}; delete it, or give cascadedelete=true")
    if copies:
        raise ApiError(412, f"{what}: the group has {len(copies)} copies; cascadedelete=true deletes them with it")


def _guard(call: Call) -> None:
    group = call.subject(_COLLECTION)
    refuse_in_use(call.world, group, call.operation.id, cascade=bool(call.query.get("cascadedelete")))


GUARDS: dict[str, Guard] = {"RemoveVolumeProtectionGroup": _guard}
