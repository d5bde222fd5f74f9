"""Volume protection groups: volumes of one array that are protected together."""

from collections.abc import Iterable

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.coverage import Coverage, job_info
from glbr.simulator.inventory import members
from glbr.simulator.merge_patch import merged
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.references import VOLUME_GROUP_TYPE, uri, without_none
from glbr.simulator.rules.names_are_unique import refuse_taken_name
from glbr.simulator.rules.volume_groups_in_use_stay import copies_of, jobs_of, refuse_in_use
from glbr.simulator.world import World

_COLLECTION = "volume-protection-groups"
# What defines the members of each kind of group.
_DEFINED_BY = {"CUSTOM": "assets", "NATIVE": "nativeGroupInfo"}
# Arrays whose own groups are volume collections; those of all others are application sets.
_WITH_COLLECTIONS = ("NIMBLE", "ALLETRA_6000")
_PASSING_STATES = {
    "volume_group.update": "UPDATING",
    "volume_group.delete": "DELETING",
    "volume_group.refresh": "REFRESHING",
    "restore.volume_group.snapshot": "RESTORING_SNAPSHOT",
    "restore.volume_group.backup": "RESTORING_BACKUP",
}


def _create(call: Call) -> Reply:
    body = call.body
    kind = body["volumeProtectionGroupType"]
    wanted = _DEFINED_BY[kind]
    if not body["name"].strip():
        raise call.refuse(400, "name must not be empty")
    if not body.get(wanted):
        raise call.refuse(400, f"a {kind} group needs {wanted}")
    unwanted = [name for name in _DEFINED_BY.values() if name != wanted and body.get(name)]
    if unwanted:
        raise call.refuse(400, f"a {kind} group is defined by {wanted}; leave out {', '.join(unwanted)}")
    system = (body.get("storageSystemInfo") or {}).get("id")
    if system is not None:
        call.world.require("storage-systems", system, call.operation.id, status=400)
    if kind == "NATIVE":
        definition = _native(call, body["nativeGroupInfo"])
        held: Iterable[JsonObject] = [definition]
        defined_by: JsonObject = {"nativeGroupInfo": {"id": definition["id"]}}
    else:
        held = _volumes(call, body["assets"])
        defined_by = {"assets": [{"id": volume["id"]} for volume in held]}
    arguments = {
        "name": body["name"],
        "description": body.get("description"),
        "volumeProtectionGroupType": kind,
        "storageSystemInfo": {"id": _only_array(call, held, system)},
        **defined_by,
    }
    refuse_taken_name(call.world, _COLLECTION, body["name"], call.operation.id, status=call.conflict_status)
    return call.accept(
        Work(f"Create volume protection group [{body['name']}]", "volume_group.create", without_none(arguments))
    )


def _native(call: Call, given: JsonObject) -> JsonObject:
    """The group on the array that is meant, by id or else by name."""
    objects = call.world.objects
    found = objects.where(
        "volume-sets", "id" if given.get("id") else "name", [given.get("id") or given.get("name", "")]
    )
    if not found:
        raise call.refuse(400, f"no volume set of the arrays is meant by nativeGroupInfo {given!r}; give its id")
    return found[0]


def _volumes(call: Call, assets: list[JsonObject]) -> list[JsonObject]:
    for asset in assets:
        call.world.require("volumes", asset.get("id", ""), call.operation.id, status=400)
    return call.world.objects.where("volumes", "id", {asset["id"] for asset in assets})


def _only_array(call: Call, held: Iterable[JsonObject], wanted: str | None) -> str:
    """The one array that all members are on."""
    for item in held:
        wanted = wanted or item["systemId"]
        if item["systemId"] != wanted:
            raise call.refuse(
                400, f"{item['name']} is on the array {item['systemId']}, not on {wanted}; a group is on one array"
            )
    return wanted or ""


def _make(world: World, arguments: JsonObject) -> list[JsonObject]:
    refuse_taken_name(world, _COLLECTION, arguments["name"], "creating a volume protection group", status=409)
    identifier = world.identities.fresh("volume-group")
    group = {"id": identifier, "type": VOLUME_GROUP_TYPE, "resourceUri": uri(_COLLECTION, identifier), **arguments}
    stored = world.stamp_new(group)
    world.objects.put(_COLLECTION, stored)
    return [resource(_COLLECTION, stored)]


def _patch(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    if group["volumeProtectionGroupType"] == "NATIVE":
        raise call.refuse(400, f"{group['name']} is NATIVE and follows the array; only CUSTOM groups can be changed")
    changes = dict(call.body)
    if "name" in changes:
        if not changes["name"].strip():
            raise call.refuse(400, "name must not be empty")
        status = call.conflict_status
        refuse_taken_name(call.world, _COLLECTION, changes["name"], call.operation.id, status=status, own=group["id"])
    if "assets" in changes:
        if not changes["assets"]:
            raise call.refuse(400, "a CUSTOM group needs assets: give the whole new list")
        held = _volumes(call, changes["assets"])
        _only_array(call, held, group["storageSystemInfo"]["id"])
        changes["assets"] = [{"id": volume["id"]} for volume in held]
    return call.accept(_work("Update", "update", group, {"changes": changes}))


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "changing a volume protection group"
    group = world.require(_COLLECTION, arguments["id"], what)
    changed = merged(group, arguments["changes"])
    refuse_taken_name(world, _COLLECTION, changed["name"], what, status=409, own=group["id"])
    return [resource(_COLLECTION, world.store_change(_COLLECTION, changed))]


def _delete(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    cascade = bool(call.query.get("cascadedelete"))
    # Copies that go with their group are held back like copies deleted one by one.
    held_back = cascade and call.world.copies.has_copies(group["id"])
    return call.accept(_work("Delete", "delete", group, {"cascade": cascade}, pausable=held_back))


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "deleting a volume protection group"
    group = world.require(_COLLECTION, arguments["id"], what)
    refuse_in_use(world, group, what, cascade=arguments["cascade"])
    for job in jobs_of(world, group["id"]):
        world.objects.remove("protection-jobs", job["id"])
        world.scheduler.forget(job["id"])
    for copy in copies_of(world, group["id"]):
        world.copies.remove(copy.row)
    world.objects.remove(_COLLECTION, group["id"])
    return [resource(_COLLECTION, group)]


def _refresh(call: Call) -> Reply:
    return call.accept(_work("Refresh", "refresh", call.subject(_COLLECTION), {}))


def _refreshed(world: World, arguments: JsonObject) -> list[JsonObject]:
    group = world.require(_COLLECTION, arguments["id"], "refreshing a volume protection group")
    return [resource(_COLLECTION, world.store_change(_COLLECTION, group))]


def _work(verb: str, effect: str, group: JsonObject, arguments: JsonObject, *, pausable: bool = False) -> Work:
    return Work(
        f"{verb} volume protection group [{group['name']}]",
        f"volume_group.{effect}",
        {"id": group["id"], **arguments},
        group["resourceUri"],
        pausable=pausable,
    )


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    coverage = Coverage(world)
    return [_shown(world, coverage, item) for item in items]


def _shown(world: World, coverage: Coverage, group: JsonObject) -> JsonObject:
    job = next(iter(jobs_of(world, group["id"])), None)
    protection = coverage.status(job, has_copies=world.copies.has_copies(group["id"]))
    system = world.objects.find("storage-systems", group["storageSystemInfo"]["id"])
    shown = {
        **group,
        "state": _PASSING_STATES.get(world.operations.under_way(group["resourceUri"]) or "", "OK"),
        "status": "OK",
        "assets": [_shown_asset(volume, protection) for volume in members(world.objects, group)],
    }
    if system is not None:
        shown["storageSystemInfo"] = {
            name: system[name] for name in ("id", "name", "productFamily", "resourceUri", "type")
        }
    if group["volumeProtectionGroupType"] == "NATIVE":
        shown["nativeGroupInfo"] = _shown_native(world, group, system)
    if job is not None:
        shown["protectionJobInfo"] = job_info(job)
    return shown


def _shown_native(world: World, group: JsonObject, system: JsonObject | None) -> JsonObject:
    native = group["nativeGroupInfo"]
    found = world.objects.find("volume-sets", native["id"])
    with_collections = system is not None and system["productFamily"] in _WITH_COLLECTIONS
    kind = "VOLUME_COLLECTION" if with_collections else "APPLICATION_SET"
    named = {"name": found["name"], "resourceUri": found["resourceUri"]} if found else {}
    return {**native, **named, "type": kind}


def _shown_asset(volume: JsonObject, protection: str) -> JsonObject:
    return {
        "id": volume["id"],
        "displayName": volume["name"],
        "type": volume["type"],
        "resourceUri": volume["resourceUri"],
        "protectionStatus": protection,
    }


BEHAVIOURS: dict[str, Behaviour] = {
    "VolumeProtectionGroupCreate": _create,
    "VolumeProtectionGroupUpdate": _patch,
    "RemoveVolumeProtectionGroup": _delete,
    "VolumeProtectionGroupRefresh": _refresh,
}
EFFECTS: dict[str, Effect] = {
    "volume_group.create": _make,
    "volume_group.update": _change,
    "volume_group.delete": _remove,
    "volume_group.refresh": _refreshed,
}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
