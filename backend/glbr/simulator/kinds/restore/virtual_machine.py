"""Restores of a virtual machine: the whole, some of its disks, or files inside it."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.kinds.restore.new_machine import add_machine, refuse_taken_machine_name
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

_COLLECTION = "virtual-machines"
_WHAT = "restoring a virtual machine"


def _restore(call: Call) -> Reply:
    copy = _copy(call)
    refuse_target_of_parent(call, "targetVmInfo")
    if call.body["restoreType"] == "PARENT":
        machine = parent_of(call, _COLLECTION)
        return _accept(call, copy, "restore.virtual_machine.parent", f"[{machine['name']}]", "", {})
    target = call.body.get("targetVmInfo") or {}
    if not (target.get("name") or "").strip():
        raise call.refuse(400, "an ALTERNATE restore makes a new machine; give targetVmInfo.name")
    refuse_unknown_place(call.world, target, call.operation.id)
    parent = call.world.objects.find(_COLLECTION, call.id)
    if parent is None and not ((target.get("appInfo") or {}).get("vmware") or {}).get("datastoreId"):
        raise call.refuse(
            400,
            "the machine has left the inventory, and its datastore with it; give targetVmInfo.appInfo.vmware.datastoreId",
        )
    refuse_taken_machine_name(call.world, target["name"], call.operation.id, status=call.conflict_status)
    name = name_of(call.world, _COLLECTION, call.id, copy)
    return _accept(
        call, copy, "restore.virtual_machine.new", f"[{name}]", " to a new Virtual Machine", {"target": target}
    )


def _copy(call: Call) -> Copy:
    return chosen_copy(call, _COLLECTION, call.body.get("snapshotId"), call.body.get("backupId"))


def _accept(call: Call, copy: Copy, effect: str, name: str, where: str, more: JsonObject) -> Reply:
    # The title as recorded (NOTES, section 7).
    title = f"Restore Virtual Machine {name} from recovery point {moment_text(copy)}{where}"
    arguments = {"id": call.id, "copy": copy.id, "copies": [copy.row], **more}
    return accept_reading(call, Work(title, effect, arguments, uri(_COLLECTION, call.id)))


def _restored(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy_still_there(world, arguments["copy"], _WHAT)
    return [resource(_COLLECTION, restored_over(world, _COLLECTION, arguments["id"], _WHAT))]


def _new(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy_still_there(world, arguments["copy"], _WHAT)
    target = arguments["target"]
    parent = world.objects.find(_COLLECTION, arguments["id"])
    machine = add_machine(world, parent, target["name"], target, power_on=bool(target.get("powerOn")))
    return [resource(_COLLECTION, machine)]


def _restore_disks(call: Call) -> Reply:
    copy = _copy(call)
    details = call.body.get("restoreDiskDetails") or []
    if not details:
        raise call.refuse(400, "restoreDiskDetails must name at least one disk")
    # The reference: the target must exist, and need not be said while the parent does.
    target_id = call.body.get("targetVmId") or call.id
    target = call.world.require(
        _COLLECTION, target_id, f"{call.operation.id}: the machine that gets the disks", status=400
    )
    pairs = [_disk_pair(call, target, one) for one in details]
    arguments = {"target": target["id"], "disks": pairs, "over": call.body["restoreType"] == "PARENT"}
    return _accept(call, copy, "restore.virtual_machine.disks", f"disks to [{target['name']}]", "", arguments)


def _disk_pair(call: Call, target: JsonObject, one: JsonObject) -> JsonObject:
    """Which disk of the copy goes where; a place left out is the disk of the same label."""
    source = (one.get("recoveryPointDiskDetails") or {}).get("diskLabel")
    place = (one.get("vmDiskDetails") or {}).get("diskLabel")
    if not source:
        raise call.refuse(400, "each entry of restoreDiskDetails needs recoveryPointDiskDetails.diskLabel")
    parent = call.world.objects.find(_COLLECTION, call.id)
    # The disks of a machine that is gone are not known here any more, so its labels are believed.
    _refuse_unknown_disk(call, parent, source)
    _refuse_unknown_disk(call, target, place or (source if call.body["restoreType"] == "PARENT" else None))
    return {"source": source, "place": place}


def _refuse_unknown_disk(call: Call, machine: JsonObject | None, label: str | None) -> None:
    labels = [disk["name"] for disk in (machine or {}).get("virtualDisks", ())]
    if machine is not None and label is not None and label not in labels:
        raise call.refuse(
            400, f"{machine['name']} has no disk with the label {label!r}; its disks are {', '.join(labels) or 'none'}"
        )


def _disks_restored(world: World, arguments: JsonObject) -> list[JsonObject]:
    """PARENT writes over disks; ALTERNATE adds new ones, unless a disk to write over is named."""
    what = "restoring disks of a virtual machine"
    copy_still_there(world, arguments["copy"], what)
    target = world.require(_COLLECTION, arguments["target"], what)
    parent = world.objects.find(_COLLECTION, arguments["id"]) or {}
    known = {disk["name"]: disk for disk in parent.get("virtualDisks", ())}
    disks = list(target.get("virtualDisks", ()))
    for pair in arguments["disks"]:
        if not arguments["over"] and pair["place"] is None:
            disks.append(_added_disk(world, target, known.get(pair["source"], {}), len(disks) + 1))
    changed = world.store_change(_COLLECTION, {**target, "virtualDisks": disks, "state": "OK", "status": "OK"})
    return [resource(_COLLECTION, changed)]


def _added_disk(world: World, target: JsonObject, source: JsonObject, number: int) -> JsonObject:
    taken = {disk["name"] for disk in target.get("virtualDisks", ())}
    while f"Hard disk {number}" in taken:
        number += 1
    stores = target["appInfo"]["vmware"].get("datastoresInfo") or [{"name": ""}]
    info = source.get("appInfo", {}).get("vmware", {"type": "VMFS"})
    return {
        **source,
        "id": world.identities.fresh("virtual-disk"),
        "name": f"Hard disk {number}",
        "filePath": f"[{stores[0]['name']}] {target['name']}/{target['name']}_{number - 1}.vmdk",
        "appInfo": {"vmware": {**info, **({"datastoreInfo": stores[0]} if "id" in stores[0] else {})}},
    }


def _restore_files(call: Call) -> Reply:
    copy = _copy(call)
    paths = call.body["filePathInfo"]
    if not paths or not all(path.get("absoluteSourcePath") for path in paths):
        raise call.refuse(400, "filePathInfo must name at least one file, each with absoluteSourcePath")
    target_id = call.body["targetInfo"].get("virtualMachineId") or call.id
    target = call.world.require(
        _COLLECTION, target_id, f"{call.operation.id}: the machine that gets the files", status=400
    )
    # Of the credentials nothing is kept: the work needs none here.
    arguments = {"target": target["id"]}
    return _accept(call, copy, "restore.virtual_machine.files", f"files to [{target['name']}]", "", arguments)


def _files_restored(world: World, arguments: JsonObject) -> list[JsonObject]:
    """Files are inside the machine, where no reply of HPE looks."""
    what = "restoring files of a virtual machine"
    copy_still_there(world, arguments["copy"], what)
    return [resource(_COLLECTION, world.require(_COLLECTION, arguments["target"], what))]


BEHAVIOURS: dict[str, Behaviour] = {
    "VirtualMachineRestore": _restore,
    "VirtualMachineDisksRestore": _restore_disks,
    "VirtualMachineFileRestore": _restore_files,
}
EFFECTS: dict[str, Effect] = {
    "restore.virtual_machine.parent": _restored,
    "restore.virtual_machine.new": _new,
    "restore.virtual_machine.disks": _disks_restored,
    "restore.virtual_machine.files": _files_restored,
}
