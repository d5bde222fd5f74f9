"""VM protection groups: machines (or datastores) that are protected together."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.coverage import job_info
from glbr.simulator.inventory import find_tag, members
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.passing import passing
from glbr.simulator.references import VM_GROUP_TYPE, named, uri, without_none
from glbr.simulator.rules.names_are_unique import refuse_taken_name
from glbr.simulator.world import World

_COLLECTION = "virtual-machine-protection-groups"
_restoring = passing({"restore.vm_group.parent": "RESTORING", "restore.vm_group.new": "RESTORING"})
# What defines the members of each kind of group.
_DEFINED_BY = {"CUSTOM": "assets", "NATIVE": "nativeAppInfo", "DYNAMIC": "dynamicMemberFilter"}


def _create(call: Call) -> Reply:
    body = call.body
    kind = body["vmProtectionGroupType"]
    wanted = _DEFINED_BY[kind]
    if not body.get(wanted):
        raise call.refuse(400, f"a {kind} group needs {wanted}")
    unwanted = [name for name in _DEFINED_BY.values() if name != wanted and body.get(name)]
    if unwanted:
        raise call.refuse(400, f"a {kind} group is defined by {wanted}; leave out {', '.join(unwanted)}")
    _check_members(call, body, body["assetsCategory"])
    return call.accept(Work(f"Create protection group [{body['name']}]", "vm_group.create", body))


def _check_members(call: Call, body: JsonObject, category: str) -> None:
    objects = call.world.objects
    collection = "datastores" if category == "VMFS_DATASTORES" else "virtual-machines"
    for asset in body.get("assets") or ():
        if objects.find(collection, asset.get("id", "")) is None:
            raise call.refuse(400, f"{category} has no member with the id {asset.get('id')!r} in {collection}")
    native = body.get("nativeAppInfo")
    if native:
        if native.get("type") != "VMWARE_FOLDER":
            given = f"no {native.get('type')} has the id {native.get('id')!r}"
            raise call.refuse(400, f"{given}; this simulator holds native groups of VMWARE_FOLDER alone")
        if objects.find("folders", native.get("id", "")) is None:
            raise call.refuse(400, f"no folder has the id {native.get('id')!r}")
    asked = body.get("dynamicMemberFilter")
    if asked is not None and not asked.get("members"):
        raise call.refuse(400, "dynamicMemberFilter needs members, the tags that a DYNAMIC group follows")
    for member in (asked or {}).get("members") or ():
        if find_tag(objects, member) is None:
            raise call.refuse(400, f"no tag is meant by {member!r}; give the resourceUri or the name of a tag")


def _make(world: World, arguments: JsonObject) -> list[JsonObject]:
    refuse_taken_name(world, _COLLECTION, arguments["name"], "creating a protection group", status=409)
    identifier = world.identities.fresh("vm-group")
    group = {"id": identifier, "type": VM_GROUP_TYPE, "resourceUri": uri(_COLLECTION, identifier), **arguments}
    stored = world.stamp_new(group)
    world.objects.put(_COLLECTION, stored)
    return [resource(_COLLECTION, stored)]


def _patch(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    kind = group["vmProtectionGroupType"]
    for name in ("assets", "dynamicMemberFilter"):
        if call.body.get(name) and _DEFINED_BY[kind] != name:
            raise call.refuse(400, f"the members of a {kind} group follow its {_DEFINED_BY[kind]}; leave out {name}")
        if _DEFINED_BY[kind] == name and call.body.get(name, name) is None:
            raise call.refuse(400, f"a {kind} group needs {name}; null cannot clear it")
    _check_members(call, call.body, group["assetsCategory"])
    arguments = {"id": group["id"], "changes": call.body}
    return call.accept(
        Work(f"Update protection group [{group['name']}]", "vm_group.update", arguments, group["resourceUri"])
    )


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    group = world.require(_COLLECTION, arguments["id"], "changing a protection group")
    changed = world.store_change(_COLLECTION, without_none({**group, **arguments["changes"]}))
    return [resource(_COLLECTION, changed)]


def _delete(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    return call.accept(
        Work(f"Delete protection group [{group['name']}]", "vm_group.delete", {"id": group["id"]}, group["resourceUri"])
    )


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    group = world.require(_COLLECTION, arguments["id"], "deleting a protection group")
    world.objects.remove(_COLLECTION, group["id"])
    return [resource(_COLLECTION, group)]


def _refresh(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    return call.accept(
        Work(
            f"Refresh protection group [{group['name']}]", "vm_group.refresh", {"id": group["id"]}, group["resourceUri"]
        )
    )


def _refreshed(world: World, arguments: JsonObject) -> list[JsonObject]:
    """Members are looked up whenever they matter, so a refresh only shows in the generation."""
    group = world.require(_COLLECTION, arguments["id"], "refreshing a protection group")
    return [resource(_COLLECTION, world.store_change(_COLLECTION, group))]


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    found = world.objects.where("protection-jobs", "assetInfo.id", [group["id"] for group in items])
    jobs = {job["assetInfo"]["id"]: job for job in found}
    return _restoring(world, [_shown(world, group, jobs.get(group["id"])) for group in items])


def _shown(world: World, group: JsonObject, job: JsonObject | None) -> JsonObject:
    held = members(world.objects, group)
    shown = {
        **group,
        "displayName": group["name"],
        "appType": "VMWARE",
        "state": "OK",
        "status": "OK",
        "assets": [named(member) for member in held],
    }
    if held:
        manager = held[0]["hypervisorManagerInfo"]
        shown["hypervisorManagerInfo"] = {name: manager[name] for name in ("id", "name", "type", "resourceUri")}
    if group["vmProtectionGroupType"] == "NATIVE":
        folder = world.objects.find("folders", group["nativeAppInfo"]["id"])
        shown["nativeAppInfo"] = {**group["nativeAppInfo"], **({"name": folder["name"]} if folder else {})}
    if group["vmProtectionGroupType"] == "DYNAMIC":
        asked = group["dynamicMemberFilter"]
        shown["dynamicMemberFilter"] = {**asked, "members": [_shown_tag(world, tag) for tag in asked["members"]]}
    if job is not None:
        shown["protectionJobInfo"] = job_info(job)
        protected = len(held) if world.copies.has_copies(group["id"]) else 0
        shown["protectedResourcesInfo"] = {"virtualMachinesCount": protected}
    return shown


def _shown_tag(world: World, asked: JsonObject) -> JsonObject:
    tag = find_tag(world.objects, asked)
    if tag is None:
        return {**asked, "state": "DELETED"}
    found = {"name": tag["name"], "type": tag["type"], "resourceUri": tag["resourceUri"]}
    return {**found, "categoryName": tag["categoryName"], "state": tag["state"]}


BEHAVIOURS: dict[str, Behaviour] = {
    "VmProtectionGroupCreate": _create,
    "VmProtectionGroupUpdate": _patch,
    "VmProtectionGroupDelete": _delete,
    "VmProtectionGroupRefresh": _refresh,
}
EFFECTS: dict[str, Effect] = {
    "vm_group.create": _make,
    "vm_group.update": _change,
    "vm_group.delete": _remove,
    "vm_group.refresh": _refreshed,
}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
