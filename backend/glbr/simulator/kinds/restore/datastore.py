"""Restores of a datastore: over the parent, or to a new datastore with the machines on it."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.kinds.restore.new_datastore import add_datastore, machines_on, refuse_taken_datastore_names
from glbr.simulator.kinds.restore.source import (
    chosen_copy,
    copy_still_there,
    moment_text,
    name_of,
    parent_of,
    refuse_target_of_parent,
    restored_over,
)
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.references import uri
from glbr.simulator.rules.copies_in_use_stay import accept_reading
from glbr.simulator.rules.placement_exists import refuse_unknown_place
from glbr.simulator.world import World

_COLLECTION = "datastores"
_WHAT = "restoring a datastore"


def _restore(call: Call) -> Reply:
    copy = chosen_copy(call, _COLLECTION, call.body.get("snapshotId"), call.body.get("backupId"))
    refuse_target_of_parent(call, "targetDatastoreInfo")
    arguments: JsonObject = {"id": call.id, "copy": copy.id, "copies": [copy.row]}
    title = (
        f"Restore Datastore [{name_of(call.world, _COLLECTION, call.id, copy)}] from recovery point {moment_text(copy)}"
    )
    if call.body["restoreType"] == "PARENT":
        parent_of(call, _COLLECTION)
        effect = "restore.datastore.parent"
    else:
        arguments |= {"target": _target(call)}
        title, effect = f"{title} to a new Datastore", "restore.datastore.new"
    return accept_reading(call, Work(title, effect, arguments, uri(_COLLECTION, call.id)))


def _target(call: Call) -> JsonObject:
    """Where the new datastore goes; what is left out is as at the parent, so a name is soon taken."""
    parent = call.world.objects.find(_COLLECTION, call.id)
    target: JsonObject = dict(call.body.get("targetDatastoreInfo") or {})
    refuse_unknown_place(call.world, target, call.operation.id, both_optional=parent is not None)
    name = (target.get("name") or (parent or {}).get("name") or "").strip()
    if not name:
        raise call.refuse(400, "the datastore has left the inventory; give targetDatastoreInfo.name")
    refuse_taken_datastore_names(call.world, parent, name, call.operation.id, status=call.conflict_status)
    return {**target, "name": name}


def _restored(world: World, arguments: JsonObject) -> list[JsonObject]:
    """The machines on the datastore go back with it."""
    copy_still_there(world, arguments["copy"], _WHAT)
    store = restored_over(world, _COLLECTION, arguments["id"], _WHAT)
    machines = [restored_over(world, "virtual-machines", one["id"], _WHAT) for one in machines_on(world, store["id"])]
    return [resource(_COLLECTION, store), *(resource("virtual-machines", machine) for machine in machines)]


def _new(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy_still_there(world, arguments["copy"], _WHAT)
    target = arguments["target"]
    parent = world.objects.find(_COLLECTION, arguments["id"])
    power_on = bool(target.get("powerOnVmsAfterRestore"))
    store, *machines = add_datastore(world, parent, target["name"], target, power_on=power_on)
    return [resource(_COLLECTION, store), *(resource("virtual-machines", machine) for machine in machines)]


BEHAVIOURS: dict[str, Behaviour] = {"DatastoreRestoreFromCopy": _restore}
EFFECTS: dict[str, Effect] = {"restore.datastore.parent": _restored, "restore.datastore.new": _new}
