"""The copy a restore reads: found, checked at the request, and once more when the work ends."""

from glbr.simulator.call import Call
from glbr.simulator.clock import text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.recovery_point.listing import LISTINGS, Form
from glbr.simulator.world import World


def chosen_copy(call: Call, collection: str, snapshot: str | None, backup: str | None) -> Copy:
    """The copy of the asset in the path that a restore names: exactly one of two ids."""
    if bool(snapshot) == bool(backup):
        raise call.refuse(
            400, f"give exactly one of a snapshot and a backup to restore from, given {snapshot!r} and {backup!r}"
        )
    form: Form = "snapshots" if snapshot else "backups"
    asset = call.id
    # An asset that is gone can be restored as long as copies of it are held.
    if not LISTINGS[collection, form].places(call.world, asset):
        call.world.require(collection, asset, call.operation.id, status=call.missing_status)
    copy = LISTINGS[collection, form].require(
        call.world, asset, snapshot or backup or "", call.operation.id, status=400
    )
    refuse_unreadable(call.world, copy, call.operation.id, status=412 if 412 in call.operation.replies else 400)
    return copy


def refuse_unreadable(world: World, copy: Copy, what: str, *, status: int) -> None:
    """Refuse a backup whose store cannot be read at present."""
    store = world.objects.find("protection-stores", world.copies.track(copy.track).store or "")
    if store is not None and store["state"] not in ("ONLINE", "READ_ONLY"):
        raise ApiError(
            status, f"{what}: the copy is in protection store {store['displayName']}, which is {store['state']}"
        )


def copy_still_there(world: World, identifier: str, what: str) -> Copy:
    """The copy when the work ends; it may have been deleted past all rules meanwhile."""
    copy = world.copies.find(identifier)
    if copy is None:
        raise ApiError(404, f"{what}: the copy {identifier} no longer exists")
    refuse_unreadable(world, copy, what, status=412)
    return copy


def parent_of(call: Call, collection: str) -> JsonObject:
    """The asset that a PARENT restore writes over; it must be in the inventory."""
    return call.world.require(
        collection, call.id, f"{call.operation.id}: restoring over the PARENT, give ALTERNATE instead", status=400
    )


def refuse_target_of_parent(call: Call, name: str) -> None:
    """400 for a target that a PARENT restore would not look at."""
    if call.body["restoreType"] == "PARENT" and call.body.get(name):
        raise call.refuse(400, f"{name} is for ALTERNATE; a PARENT restore goes where the asset is")


def restored_over(world: World, collection: str, identifier: str, what: str) -> JsonObject:
    """The asset after a PARENT restore: one generation on, in order again."""
    asset = world.require(collection, identifier, what)
    kept = {name: value for name, value in asset.items() if name != "stateReason"}
    return world.store_change(collection, {**kept, "state": "OK", "status": "OK"})


def moment_text(copy: Copy) -> str:
    """The recovery point as operations name it."""
    return text_of_seconds(copy.patch.get("pointInTime", copy.at))


def name_of(world: World, collection: str, asset: str, copy: Copy) -> str:
    """The asset's name; of one that is gone, what its copies remember."""
    found = world.objects.find(collection, asset)
    track = world.copies.track(copy.track)
    return str(found["name"] if found else track.asset_name if track.asset == asset else asset)
