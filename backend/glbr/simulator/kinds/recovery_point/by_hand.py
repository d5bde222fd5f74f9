"""Copies of volume protection groups that somebody asks for, and backups attached to iSCSI hosts."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy, Track, place_of
from glbr.simulator.errors import ApiError
from glbr.simulator.identities import identity
from glbr.simulator.inventory import members
from glbr.simulator.kinds.recovery_point.listing import LISTINGS, Form, Listing
from glbr.simulator.operations import Effect, Work
from glbr.simulator.references import VOLUME_GROUP_TYPE, without_none
from glbr.simulator.rules.copies_in_use_stay import ATTACHING, COPYING, DETACHING, accept_reading
from glbr.simulator.rules.retention import ending
from glbr.simulator.rules.stores_fit import refuse_unfit_store
from glbr.simulator.world import World

_COLLECTION = "volume-protection-groups"
_SNAPSHOTS = LISTINGS[_COLLECTION, "snapshots"]
_BACKUPS = LISTINGS[_COLLECTION, "backups"]
_SOURCES: dict[str, Form] = {"SNAPSHOT": "snapshots", "BACKUP": "backups"}


def _create_snapshot(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    _held(call.world, group, call.operation.id)
    title = f"Create snapshot [{call.body['name']}] of volume protection group [{group['name']}]"
    arguments = {"group": group["id"], "body": call.body, "user": call.user}
    return call.accept(Work(title, "volume_group_copy.snapshot", arguments, group["resourceUri"]))


def _create_backup(call: Call) -> Reply:
    group = call.subject(_COLLECTION)
    source = _source(call.world, group["id"], call.body, call.operation.id)
    refuse_unfit_store(call.world, call.body["backupType"], call.body["protectionStoreId"], call.operation.id)
    title = f"Create backup [{call.body['name']}] of volume protection group [{group['name']}]"
    arguments = {"group": group["id"], "body": call.body, "user": call.user, "copies": [source.row]}
    return accept_reading(call, Work(title, COPYING, arguments, group["resourceUri"]))


def _source(world: World, group: str, body: JsonObject, what: str) -> Copy:
    """The copy that a backup is made from."""
    info = body["sourceCopyInfo"]
    return LISTINGS[_COLLECTION, _SOURCES[info["type"]]].require(world, group, info["id"], what, status=400)


def _held(world: World, group: JsonObject, what: str) -> tuple[str, ...]:
    held = tuple(member["id"] for member in members(world.objects, group))
    if not held:
        raise ApiError(400, f"{what}: volume protection group {group['name']} has no volumes")
    return held


def _make_snapshot(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "creating a snapshot of a volume protection group"
    group = world.require(_COLLECTION, arguments["group"], what)
    track = _track(group, "SNAPSHOT", None, _held(world, group, what))
    return [_made(world, _SNAPSHOTS, track, arguments, source=None)]


def _make_backup(world: World, arguments: JsonObject) -> list[JsonObject]:
    what, body = "creating a backup of a volume protection group", arguments["body"]
    group = world.require(_COLLECTION, arguments["group"], what)
    source = _source(world, group["id"], body, what)
    refuse_unfit_store(world, body["backupType"], body["protectionStoreId"], what)
    # The backup holds what its source holds, whatever has joined or left the group since.
    track = _track(group, body["backupType"], body["protectionStoreId"], world.copies.track(source.track).members)
    return [_made(world, _BACKUPS, track, arguments, source=source)]


def _track(group: JsonObject, tier_type: str, store: str | None, held: tuple[str, ...]) -> Track:
    """Copies by hand have no job, policy or schedule."""
    return Track(
        job="",
        policy="",
        policy_name="",
        tier="",
        tier_type=tier_type,
        schedule=0,
        schedule_name=None,
        recurrence="",
        name_pattern="",
        asset=group["id"],
        asset_name=group["name"],
        asset_type=VOLUME_GROUP_TYPE,
        store=store,
        consistency="CRASH",
        granularity="VOLUME",
        members=held,
    )


def _made(world: World, listing: Listing, track: Track, arguments: JsonObject, *, source: Copy | None) -> JsonObject:
    body, at = arguments["body"], int(world.now.timestamp())
    texts = {
        "name": body["name"],
        "description": body.get("description"),
        "createdBy": {"id": identity("user", arguments["user"]), "name": arguments["user"]},
        "pointInTime": None if source is None else source.patch.get("pointInTime", source.at),
    }
    identifier = world.copies.add_one(
        track,
        at,
        expires=ending(body.get("expireAfter"))(at),
        locked=ending(body.get("lockFor"))(at),
        source=None if source is None else source.row,
        patch=without_none(texts),
    )
    return {
        "name": body["name"],
        "type": listing.type,
        "resourceUri": listing.path(track.asset, identifier),
    }


def _attach(call: Call) -> Reply:
    group, copy = _backup(call)
    iqn = _host(call)
    attached = copy.patch.get("attached", {})
    if iqn in attached:
        raise call.refuse(400, f"the backup is attached to {iqn} already; detach it first")
    places = [place_in(call, copy, one) for one in call.body.get("individualBackupIds") or ()]
    title = f"Attach backup of volume protection group [{group['name']}] to [{iqn}]"
    return _switch(call, group, copy, Work(title, ATTACHING, {"iqn": iqn, "places": places}))


def _detach(call: Call) -> Reply:
    group, copy = _backup(call)
    iqn = _host(call)
    if iqn not in copy.patch.get("attached", {}):
        known = ", ".join(copy.patch.get("attached", {})) or "no host"
        raise call.refuse(400, f"the backup is not attached to {iqn}; it is attached to {known}")
    title = f"Detach backup of volume protection group [{group['name']}] from [{iqn}]"
    return _switch(call, group, copy, Work(title, DETACHING, {"iqn": iqn}))


def _backup(call: Call) -> tuple[JsonObject, Copy]:
    identifier = next(iter(call.path.values()))
    group = call.world.require(_COLLECTION, identifier, call.operation.id, status=call.missing_status)
    return group, _BACKUPS.require(call.world, identifier, call.id, call.operation.id, status=call.missing_status)


def _host(call: Call) -> str:
    iqn: str = call.body["hostIqn"]
    if not iqn.startswith("iqn."):
        raise call.refuse(400, f"hostIqn is {iqn!r}; an iSCSI qualified name starts with 'iqn.'")
    return iqn


def place_in(call: Call, copy: Copy, identifier: str) -> int:
    """Which volume of the backup an individual id means."""
    row, place = place_of(identifier) or (0, 0)
    held = len(call.world.copies.track(copy.track).members)
    if row != copy.row or not 1 <= place <= held:
        raise call.refuse(400, f"backup {copy.id} has no individual backup with the id {identifier!r}")
    return place


def _switch(call: Call, group: JsonObject, copy: Copy, work: Work) -> Reply:
    arguments = {**work.arguments, "group": group["id"], "id": copy.id, "copies": [copy.row]}
    return accept_reading(call, Work(work.name, work.effect, arguments, _BACKUPS.path(group["id"], copy.id)))


def _attached(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "attaching a backup"
    copy = _BACKUPS.require(world, arguments["group"], arguments["id"], what, status=400)
    held = len(world.copies.track(copy.track).members)
    places = arguments["places"] or list(range(1, held + 1))
    return _keep(world, copy, arguments["group"], {**copy.patch.get("attached", {}), arguments["iqn"]: places})


def _detached(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy = _BACKUPS.require(world, arguments["group"], arguments["id"], "detaching a backup", status=400)
    hosts = copy.patch.get("attached", {})
    return _keep(world, copy, arguments["group"], {host: hosts[host] for host in hosts if host != arguments["iqn"]})


def _keep(world: World, copy: Copy, group: str, attached: JsonObject) -> list[JsonObject]:
    stamp = {"generation": copy.patch.get("generation", 1) + 1, "updatedAt": int(world.now.timestamp())}
    patch = {**copy.patch, **stamp, "attached": attached}
    world.copies.change(copy.row, expires=copy.expires, locked=copy.locked, patch=patch)
    name = copy.patch.get("name", copy.id)
    return [{"name": name, "type": _BACKUPS.type, "resourceUri": _BACKUPS.path(group, copy.id)}]


BEHAVIOURS: dict[str, Behaviour] = {
    "VpgSnapshotCreate": _create_snapshot,
    "VpgBackupCreate": _create_backup,
    "VpgBackupAttach": _attach,
    "VpgBackupDetach": _detach,
}
EFFECTS: dict[str, Effect] = {
    "volume_group_copy.snapshot": _make_snapshot,
    COPYING: _make_backup,
    ATTACHING: _attached,
    DETACHING: _detached,
}
