"""Restores of a VM protection group: member by member, each over itself or to a new machine."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.inventory import members
from glbr.simulator.kinds.recovery_point.listing import LISTINGS, Form
from glbr.simulator.kinds.restore.new_datastore import add_datastore, refuse_taken_datastore_names
from glbr.simulator.kinds.restore.new_machine import add_machine, refuse_taken_machine_name
from glbr.simulator.kinds.restore.source import copy_still_there, refuse_unreadable, restored_over
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.rules.copies_in_use_stay import accept_reading
from glbr.simulator.rules.placement_exists import refuse_unknown_place
from glbr.simulator.world import World

_COLLECTION = "virtual-machine-protection-groups"
_WHAT = "restoring a VM protection group"
# This request writes CLOUDBACKUP where everything else writes CLOUD_BACKUP (NOTES, section 14).
_FORMS: dict[str, tuple[Form, str]] = {
    "SNAPSHOT": ("snapshots", "SNAPSHOT"),
    "BACKUP": ("backups", "BACKUP"),
    "CLOUDBACKUP": ("backups", "CLOUD_BACKUP"),
}


def members_collection(group: JsonObject) -> str:
    """Where the members of a VM protection group are stored."""
    return "datastores" if group["assetsCategory"] == "VMFS_DATASTORES" else "virtual-machines"


def _restore(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    kind = call.body.get("restoreType")
    if kind is None:
        raise call.refuse(400, "restoreType must be given: PARENT or ALTERNATE")
    for name in ("targetInfo", "namePrefix", "namePostfix"):
        if kind == "PARENT" and call.body.get(name):
            raise call.refuse(400, f"{name} is for ALTERNATE; a PARENT restore goes where the members are")
    items, rows = [], set()
    for member, entry, copy in _chosen(call, group):
        rows.add(copy.row)
        target = _target(call, entry)
        item = {"id": member["id"], "copy": copy.id, "powerOn": _power_on(call, target)}
        if kind == "ALTERNATE":
            item |= {"name": _new_name(call, group, member, target), "target": target}
        items.append(item)
    _refuse_same_names(call, items)
    effect = "restore.vm_group.parent" if kind == "PARENT" else "restore.vm_group.new"
    title = f"Restore protection group [{group['name']}]{'' if kind == 'PARENT' else ' to new Virtual Machines'}"
    arguments = {"id": group["id"], "items": items, "copies": sorted(rows)}
    return accept_reading(call, Work(title, effect, arguments, group["resourceUri"]))


def _chosen(call: Call, group: JsonObject) -> list[tuple[JsonObject, JsonObject, Copy]]:
    """What to restore: each member with its entry of `recoveryInfo` and its recovery point.

    With `restoreAllResources`, an entry that names no member (or the group) is a copy of the group
    and stands for all that this copy holds, whatever has joined or left the group since.
    """
    entries = {entry.get("resourceId") or group["id"]: entry for entry in call.body.get("recoveryInfo") or ()}
    general = entries.pop(group["id"], None)
    everything = bool(call.body.get("restoreAllResources"))
    if not everything and (general is not None or not entries):
        raise call.refuse(
            400, "recoveryInfo must name each member by resourceId and recoveryPointId, or set restoreAllResources"
        )
    held = [member["id"] for member in members(call.world.objects, group)]
    wanted: dict[str, JsonObject] = {}
    if everything and general is not None:
        wanted = dict.fromkeys(_holding(call, _group_point(call, group, general)), general)
    elif everything:
        missing = [identifier for identifier in held if identifier not in entries]
        if missing or not held:
            raise call.refuse(400, f"recoveryInfo gives no recovery point for {', '.join(missing) or 'any member'}")
    chosen = []
    for identifier, entry in (wanted | entries).items():
        member = call.world.require(members_collection(group), identifier, call.operation.id, status=400)
        chosen.append((member, entry, _point(call, group, member, entry, is_member=identifier in held)))
    return chosen


def _holding(call: Call, copy: Copy) -> tuple[str, ...]:
    return call.world.copies.track(copy.track).members


def _forms(entry: JsonObject) -> list[tuple[Form, str]]:
    wanted = entry.get("recoveryPointType")
    return list(_FORMS.values()) if wanted is None else [_FORMS[wanted]]


def _group_point(call: Call, group: JsonObject, entry: JsonObject) -> Copy:
    """A copy of the whole group."""
    copy = _found(call, _COLLECTION, group["id"], entry)
    if copy is None:
        raise call.refuse(400, f"group {group['name']} has no recovery point {_given(entry)}")
    refuse_unreadable(call.world, copy, call.operation.id, status=400)
    return copy


def _point(call: Call, group: JsonObject, member: JsonObject, entry: JsonObject, *, is_member: bool) -> Copy:
    """The recovery point of one member: a copy of the group that holds it, or what hangs below the member itself."""
    copy = _found(call, _COLLECTION, group["id"], entry)
    if copy is not None and member["id"] not in _holding(call, copy):
        copy = None
    if copy is None and is_member:
        copy = _found(call, members_collection(group), member["id"], entry)
    if copy is None:
        raise call.refuse(400, f"{member['name']} has no recovery point {_given(entry)} in group {group['name']}")
    refuse_unreadable(call.world, copy, call.operation.id, status=400)
    return copy


def _found(call: Call, collection: str, asset: str, entry: JsonObject) -> Copy | None:
    for form, tier in _forms(entry):
        copy = LISTINGS[collection, form].find(call.world, asset, entry.get("recoveryPointId") or "")
        if copy is not None and (form == "snapshots" or call.world.copies.track(copy.track).tier_type == tier):
            return copy
    return None


def _given(entry: JsonObject) -> str:
    return f"{entry.get('recoveryPointId')!r} of type {entry.get('recoveryPointType') or 'any'}"


def _target(call: Call, entry: JsonObject) -> JsonObject:
    """`targetInfo` with the member's own overrides on top; another place replaces the place."""
    general = call.body.get("targetInfo") or {}
    own = entry.get("targetInfoOverrides") or {}
    if own.get("clusterId") or own.get("hostId"):
        general = {name: value for name, value in general.items() if name not in ("clusterId", "hostId")}
    vmware = {**_vmware(general), **_vmware(own)}
    return {**general, **own, **({"appInfo": {"vmware": vmware}} if vmware else {})}


def _vmware(target: JsonObject) -> JsonObject:
    found: JsonObject = (target.get("appInfo") or {}).get("vmware") or {}
    return found


def _power_on(call: Call, target: JsonObject) -> bool:
    return bool(target.get("powerOn", call.body.get("powerOnVmsAfterRestore", False)))


def _new_name(call: Call, group: JsonObject, member: JsonObject, target: JsonObject) -> str:
    name = f"{call.body.get('namePrefix') or ''}{member['name']}{call.body.get('namePostfix') or ''}"
    world, what, status = call.world, call.operation.id, call.conflict_status
    if members_collection(group) == "datastores":
        refuse_unknown_place(world, target, what, both_optional=True)
        refuse_taken_datastore_names(world, member, name, what, status=status)
    else:
        refuse_unknown_place(world, target, what)
        refuse_taken_machine_name(world, name, what, status=status)
    return name


def _refuse_same_names(call: Call, items: list[JsonObject]) -> None:
    names = [item["name"] for item in items if "name" in item]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise call.refuse(call.conflict_status, f"several members would be called {', '.join(twice)}")


def _restored(world: World, arguments: JsonObject) -> list[JsonObject]:
    group = world.require(_COLLECTION, arguments["id"], _WHAT)
    collection = members_collection(group)
    resources = []
    for item in arguments["items"]:
        copy_still_there(world, item["copy"], _WHAT)
        member = restored_over(world, collection, item["id"], _WHAT)
        if item["powerOn"] and "powerState" in member:
            world.objects.put(collection, {**member, "powerState": "POWERED_ON"})
        resources.append(resource(collection, member))
    return resources


def _new(world: World, arguments: JsonObject) -> list[JsonObject]:
    group = world.require(_COLLECTION, arguments["id"], _WHAT)
    collection = members_collection(group)
    resources = []
    for item in arguments["items"]:
        copy_still_there(world, item["copy"], _WHAT)
        parent = world.objects.find(collection, item["id"])
        if collection == "datastores":
            store, *machines = add_datastore(world, parent, item["name"], item["target"], power_on=item["powerOn"])
            resources.append(resource(collection, store))
            resources += [resource("virtual-machines", machine) for machine in machines]
        else:
            machine = add_machine(world, parent, item["name"], item["target"], power_on=item["powerOn"])
            resources.append(resource(collection, machine))
    return resources


BEHAVIOURS: dict[str, Behaviour] = {"VmpgRestore": _restore}
EFFECTS: dict[str, Effect] = {"restore.vm_group.parent": _restored, "restore.vm_group.new": _new}
