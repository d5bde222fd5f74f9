"""Recovery points of every kind of asset: listed, read, changed and deleted."""

from glbr.simulator.call import Behaviour, Call, Page, Reply
from glbr.simulator.clock import moment_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.kinds.recovery_point.listing import LISTINGS, Listing, places_of_request
from glbr.simulator.kinds.recovery_point.shown import shown_copies
from glbr.simulator.operations import Effect, Work
from glbr.simulator.references import without_none
from glbr.simulator.rules.copies_in_use_stay import refuse_in_use
from glbr.simulator.rules.locked_copies_stay import refuse_locked, refuse_shorter_lock
from glbr.simulator.world import World


def _lister(listing: Listing) -> Behaviour:
    def list_copies(call: Call) -> Reply:
        asset, places = places_of_request(call, listing)
        world = call.world
        return Reply(
            200,
            Page(
                world.copies.count_of_tracks(places),
                lambda offset, limit: shown_copies(
                    world, listing, asset, world.copies.of_tracks(places, offset, limit)
                ),
            ),
        )

    return list_copies


def _find(call: Call, listing: Listing) -> tuple[str, Copy]:
    asset, _ = places_of_request(call, listing)
    return asset, listing.require(call.world, asset, call.id, call.operation.id, status=call.missing_status)


def _reader(listing: Listing) -> Behaviour:
    def read_copy(call: Call) -> Reply:
        asset, copy = _find(call, listing)
        return Reply(200, shown_copies(call.world, listing, asset, [copy])[0])

    return read_copy


def _patcher(listing: Listing) -> Behaviour:
    def change_copy(call: Call) -> Reply:
        asset, copy = _find(call, listing)
        _refuse_share(call, copy)
        refuse_shorter_lock(call, copy)
        title = f"Update {listing.kind} {listing.form_name}"
        arguments = {"id": copy.id, "copies": [copy.row], "changes": call.body}
        return call.accept(Work(title, "copy.update", arguments, listing.path(asset, copy.id)))

    return change_copy


def _deleter(listing: Listing) -> Behaviour:
    def delete_copy(call: Call) -> Reply:
        asset, copy = _find(call, listing)
        _refuse_share(call, copy)
        refuse_locked(call.world, copy, call.operation.id)
        refuse_in_use(call.world, copy, call.operation.id)
        title = f"Delete {listing.kind} {listing.form_name}"
        arguments = {"id": copy.id, "copies": [copy.row]}
        return call.accept(Work(title, "copy.delete", arguments, listing.path(asset, copy.id), pausable=True))

    return delete_copy


def _refuse_share(call: Call, copy: Copy) -> None:
    """A machine's share in a group copy lives and dies with the whole."""
    if copy.place:
        group = call.world.copies.track(copy.track).asset_name
        raise call.refuse(
            412, f"this copy is part of a copy of the protection group {group}; change or delete that one"
        )


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy = world.copies.find(arguments["id"])
    if copy is None:
        return []
    changes = arguments["changes"]
    expires, locked = copy.expires, copy.locked
    if "expiresAt" in changes:
        expires = _seconds(changes["expiresAt"])
    if "lockedUntil" in changes:
        locked = _seconds(changes["lockedUntil"])
    texts = {name: changes[name] for name in ("name", "description") if name in changes}
    stamp = {"generation": copy.patch.get("generation", 1) + 1, "updatedAt": int(world.now.timestamp())}
    patch = without_none({**copy.patch, **texts, **stamp})
    world.copies.change(copy.row, expires=expires, locked=locked, patch=patch)
    return []


def _seconds(text: str | None) -> int | None:
    return None if text is None else int(moment_of(text).timestamp())


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy = world.copies.find(arguments["id"])
    if copy is not None:
        refuse_locked(world, copy, "deleting a copy")
        refuse_in_use(world, copy, "deleting a copy")
        world.copies.remove(copy.row)
    return []


def _operations(listing: Listing) -> dict[str, Behaviour]:
    one = f"{listing.root}{listing.form_name.capitalize()}"
    return {
        f"{one}List": _lister(listing),
        one: _reader(listing),
        f"{one}Update": _patcher(listing),
        f"{listing.removal}{one}": _deleter(listing),
    }


BEHAVIOURS: dict[str, Behaviour] = {
    operation: behaviour for listing in LISTINGS.values() for operation, behaviour in _operations(listing).items()
}
EFFECTS: dict[str, Effect] = {"copy.update": _change, "copy.delete": _remove}
