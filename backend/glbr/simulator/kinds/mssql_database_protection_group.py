"""SQL Server protection groups: databases that are protected together."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.coverage import job_info
from glbr.simulator.errors import ApiError
from glbr.simulator.inventory import members
from glbr.simulator.merge_patch import merged
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.passing import passing
from glbr.simulator.references import SQL_GROUP_TYPE, last_segment, uri
from glbr.simulator.rules.database_groups_fit import refuse_unfit
from glbr.simulator.rules.names_are_unique import refuse_taken_name
from glbr.simulator.rules.used_databases_stay import refuse_protected_group
from glbr.simulator.world import World
from glbr.simulator.worlds.sql_server import PLACE

_COLLECTION = "mssql-database-protection-groups"
# What defines the members of each kind of group, and what names each kind of native object.
_DEFINED_BY = {"CUSTOM": "members", "NATIVE": "nativeAppInfo"}
_NAMED_BY = {"MSSQL_INSTANCE": "id", "AVAILABILITY_GROUP": "uid"}
_passing = passing({"mssql_group.update": "UPDATING", "mssql_group.delete": "DELETING"})


def _create(call: Call) -> Reply:
    body = call.body
    kind = body["protectionGroupType"]
    wanted = _DEFINED_BY[kind]
    if not body.get(wanted):
        raise call.refuse(400, f"a {kind} group is defined by {wanted}; give that, and nothing else in its place")
    refuse_taken_name(call.world, _COLLECTION, body["name"], call.operation.id, status=call.conflict_status)
    group = {"type": SQL_GROUP_TYPE, **body}
    if kind == "NATIVE":
        group["nativeAppInfo"] = _native(call)
    _check_members(call.world, group, call.operation.id)
    return call.accept(Work(f"Create protection group [{body['name']}]", "mssql_group.create", group))


def _native(call: Call) -> JsonObject:
    """What is kept of a native object: what names it, and what is left out of it."""
    given = call.body["nativeAppInfo"]
    kind = given.get("type")
    if kind is None or not given.get(_NAMED_BY[kind]):
        pairs = ", ".join(f"{field} for {name}" for name, field in _NAMED_BY.items())
        raise call.refuse(400, f"nativeAppInfo needs its type and what names the object: {pairs}")
    kept = ("type", _NAMED_BY[kind], "excludeSystemDatabases")
    return {name: given[name] for name in kept if name in given}


def _check_members(world: World, group: JsonObject, what: str) -> None:
    """Refuse a group of what does not exist, or of what cannot be one group."""
    if "nativeAppInfo" in group:
        _check_native(world, group["nativeAppInfo"], what)
    for member in group.get("members") or ():
        path = member.get("resourceUri", "")
        database = world.objects.find("mssql-databases", last_segment(path))
        if database is None or database["resourceUri"] != path:
            start = uri("mssql-databases", "")
            raise ApiError(400, f"{what}: no database has the resourceUri {path!r}; it starts with {start}")
    refuse_unfit(members(world.objects, group), what)


def _check_native(world: World, native: JsonObject, what: str) -> None:
    instances = world.objects.all("mssql-instances")
    if native["type"] == "MSSQL_INSTANCE":
        known = [instance["id"] for instance in instances]
    else:
        known = [group["uid"] for one in instances for group in one.get("availabilityGroupsInfo", ())]
    field = _NAMED_BY[native["type"]]
    if native[field] not in known:
        there_are = ", ".join(known) or "none"
        raise ApiError(400, f"{what}: no {native['type']} has the {field} {native[field]!r}; there are {there_are}")


def _make(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "creating a protection group"
    refuse_taken_name(world, _COLLECTION, arguments["name"], what, status=409)
    _check_members(world, arguments, what)
    identifier = world.identities.fresh("mssql-group")
    group = {
        "id": identifier,
        "resourceUri": uri(_COLLECTION, identifier),
        "customerId": world.options.workspace_id,
        **arguments,
    }
    stored = world.stamp_new(group)
    world.objects.put(_COLLECTION, stored)
    return [resource(_COLLECTION, stored)]


def _patch(call: Call) -> Reply:
    group, body = call.subject(_COLLECTION), call.body
    kind = group["protectionGroupType"]
    own = _DEFINED_BY[kind]
    for name in _DEFINED_BY.values():
        if name in body and name != own:
            raise call.refuse(400, f"the members of a {kind} group follow its {own}; leave out {name}")
    if own in body and not body[own]:
        raise call.refuse(400, f"a {kind} group is defined by {own}, which cannot be cleared")
    if "name" in body:
        if not body["name"]:
            raise call.refuse(400, "the name of a group cannot be cleared")
        refuse_taken_name(
            call.world, _COLLECTION, body["name"], call.operation.id, status=call.conflict_status, own=group["id"]
        )
    if own in body:
        _check_members(call.world, merged(group, body), call.operation.id)
    arguments = {"id": group["id"], "changes": body}
    return call.accept(
        Work(f"Update protection group [{group['name']}]", "mssql_group.update", arguments, group["resourceUri"])
    )


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "changing a protection group"
    changed = merged(world.require(_COLLECTION, arguments["id"], what), arguments["changes"])
    refuse_taken_name(world, _COLLECTION, changed["name"], what, status=409, own=changed["id"])
    if arguments["changes"].keys() & _DEFINED_BY.values():
        _check_members(world, changed, what)
    return [resource(_COLLECTION, world.store_change(_COLLECTION, changed))]


def _delete(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    arguments = {"id": group["id"]}
    return call.accept(
        Work(f"Delete protection group [{group['name']}]", "mssql_group.delete", arguments, group["resourceUri"])
    )


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "deleting a protection group"
    group = world.require(_COLLECTION, arguments["id"], what)
    refuse_protected_group(world, group["id"], what)
    world.objects.remove(_COLLECTION, group["id"])
    return [resource(_COLLECTION, group)]


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    found = world.objects.where("protection-jobs", "assetInfo.id", [group["id"] for group in items])
    jobs = {job["assetInfo"]["id"]: job for job in found}
    instances = world.objects.all("mssql-instances")
    return [_shown(world, group, jobs.get(group["id"]), instances) for group in _passing(world, items)]


def _shown(world: World, group: JsonObject, job: JsonObject | None, instances: list[JsonObject]) -> JsonObject:
    held = members(world.objects, group)
    shown = {"state": "OK", "status": "OK", **group, "members": [_shown_member(database) for database in held]}
    vcenter = next((database[PLACE]["hypervisorManagerInfo"] for database in held if PLACE in database), None)
    if vcenter is not None:
        shown[PLACE] = {"hypervisorManagerInfo": vcenter}
    if "nativeAppInfo" in group:
        shown["nativeAppInfo"] = {**group["nativeAppInfo"], **_shown_native(group["nativeAppInfo"], instances)}
    if job is not None:
        shown["protectionJobInfo"] = job_info(job)
    return shown


def _shown_member(database: JsonObject) -> JsonObject:
    return {name: database[name] for name in ("id", "name", "type", "resourceUri", "instanceInfo")}


def _shown_native(native: JsonObject, instances: list[JsonObject]) -> JsonObject:
    """Names of the native object, as far as the inventory still has it."""
    for instance in instances:
        if native["type"] == "MSSQL_INSTANCE" and instance["id"] == native["id"]:
            info = {name: instance[name] for name in ("id", "name", "type", "resourceUri")}
            return {"name": instance["name"], "instanceInfo": info}
        for group in instance.get("availabilityGroupsInfo", ()):
            if group["uid"] == native.get("uid"):
                return {"name": group["name"], "availabilityGroupReplicas": group["replicas"]}
    return {}


BEHAVIOURS: dict[str, Behaviour] = {
    "MSSQLDatabaseProtectionGroupCreate": _create,
    "MSSQLDatabaseProtectionGroupUpdate": _patch,
    "RemoveMSSQLDatabaseProtectionGroup": _delete,
}
EFFECTS: dict[str, Effect] = {
    "mssql_group.create": _make,
    "mssql_group.update": _change,
    "mssql_group.delete": _remove,
}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
