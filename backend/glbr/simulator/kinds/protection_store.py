"""Protection stores: where copies are kept, on an appliance or in the cloud."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.references import named, uri, without_none
from glbr.simulator.rules.copies_in_use_stay import refuse_in_use_in_store
from glbr.simulator.rules.locked_copies_stay import refuse_locked_in_store
from glbr.simulator.world import World

_COLLECTION = "protection-stores"
_SYSTEMS = {"STOREONCE": "storeonces", "PROTECTION_STORE_GATEWAY": "protection-store-gateways"}
_CONNECTED = {"state": "ONLINE", "status": "OK", "connectedState": "CONNECTED"}


def _create(call: Call) -> Reply:
    body = call.body
    missing = [name for name in ("protectionStoreType", "storageSystemId", "storageSystemType") if not body.get(name)]
    if missing:
        raise call.refuse(400, f"{', '.join(missing)} must be given: a store needs a kind and an appliance")
    collection = _SYSTEMS[body["storageSystemType"]]
    system = call.world.require(collection, body["storageSystemId"], call.operation.id, status=400)
    location = _location(call)
    where = location["id"].replace(":", "_") if location else ""
    kind = "Cloud" if location else "Local"
    name = body.get("displayName") or "_".join(filter(None, (kind, system["name"], where)))
    arguments = {
        "displayName": name,
        "protectionStoreType": body["protectionStoreType"],
        "storageSystemType": body["storageSystemType"],
        "storageSystemId": system["id"],
        "storageLocationId": location["id"] if location else None,
    }
    title = f"Create {'Cloud' if location else 'On-Premises'} Protection Store [{name}]"
    return call.accept(Work(title, "protection_store.create", arguments, uri(collection, system["id"])))


def _location(call: Call) -> JsonObject | None:
    given = call.body.get("storageLocationId")
    if call.body["protectionStoreType"] == "ON_PREMISES":
        if given or call.body.get("region"):
            raise call.refuse(400, "an ON_PREMISES store has no storageLocationId and no region; leave them out")
        return None
    locations = call.world.objects.all("storage-locations")
    if given:
        matching = [location for location in locations if location["id"] == given]
    else:
        region = call.body.get("region")
        matching = [location for location in locations if location["cloudServiceProviderId"] == region]
    if not matching:
        known = ", ".join(location["id"] for location in locations)
        raise call.refuse(400, f"a CLOUD store needs storageLocationId, given {given!r}; the locations are {known}")
    return matching[0]


def _make(world: World, arguments: JsonObject) -> list[JsonObject]:
    collection = _SYSTEMS[arguments["storageSystemType"]]
    system = world.require(collection, arguments["storageSystemId"], "creating a protection store", status=400)
    location = None
    if arguments["storageLocationId"]:
        location = world.require("storage-locations", arguments["storageLocationId"], "creating a protection store")
    identifier = world.identities.fresh("protection-store")
    region = location["cloudServiceProviderId"] if location else None
    store = world.stamp_new(
        without_none(
            {
                "id": identifier,
                "type": "backup-recovery/protection-store",
                # The server makes this name; people see and change only displayName.
                "name": f"hpegreenlake_{world.identities.fresh('store-name')}",
                "displayName": arguments["displayName"],
                "protectionStoreType": arguments["protectionStoreType"],
                "resourceUri": uri(_COLLECTION, identifier),
                **_CONNECTED,
                "region": region,
                "storageLocationInfo": _location_info(location),
                "storageSystemInfo": _system_info(system, arguments["storageSystemType"]),
            }
        )
    )
    world.objects.put(_COLLECTION, store)
    kind = "data-services/storeonce" if collection == "storeonces" else None
    return [resource(_COLLECTION, store), resource(collection, system, kind)]


def _system_info(system: JsonObject, kind: str) -> JsonObject:
    return {
        "id": system["id"],
        "displayName": system.get("displayName", system["name"]),
        "type": kind,
        "resourceUri": system["resourceUri"],
    }


def _location_info(location: JsonObject | None) -> JsonObject | None:
    if location is None:
        return None
    shown = named(location)
    del shown["displayName"]
    return shown


def _rename(call: Call) -> Reply:
    store = call.subject(_COLLECTION)
    if call.body.get("displayName"):
        store = call.world.store_change(_COLLECTION, {**store, "displayName": call.body["displayName"]})
    return Reply(200, store, _COLLECTION)


def _delete(call: Call) -> Reply:
    store = call.subject(_COLLECTION)
    title = f"Delete Protection Store [{store['displayName']}]"
    arguments = {"id": store["id"]}
    return call.accept(Work(title, "protection_store.delete", arguments, store["resourceUri"], pausable=True))


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    store = world.require(_COLLECTION, arguments["id"], "deleting a protection store")
    refuse_locked_in_store(world, store["id"], "deleting a protection store")
    refuse_in_use_in_store(world, store["id"], "deleting a protection store")
    world.copies.remove_in_store(store["id"])
    world.objects.remove(_COLLECTION, store["id"])
    return [resource(_COLLECTION, store)]


def _reattach(call: Call) -> Reply:
    store = call.subject(_COLLECTION)
    missing = [name for name in ("storageSystemId", "storageSystemType") if not call.body.get(name)]
    if missing:
        raise call.refuse(400, f"{', '.join(missing)} must be given: the appliance that is to carry the store")
    _refuse_carried(store, call.operation.id)
    collection = _SYSTEMS[call.body["storageSystemType"]]
    system = call.world.require(collection, call.body["storageSystemId"], call.operation.id, status=400)
    arguments = {
        "id": store["id"],
        "storageSystemId": system["id"],
        "storageSystemType": call.body["storageSystemType"],
    }
    title = f"Reattach Cloud Protection Store [{store['displayName']}]"
    return call.accept(Work(title, "protection_store.reattach", arguments, store["resourceUri"]))


def _refuse_carried(store: JsonObject, what: str) -> None:
    """HPE offers this for cloud stores that no appliance carries any more."""
    if store["protectionStoreType"] != "CLOUD":
        raise ApiError(
            400, f"{what}: {store['displayName']} is ON_PREMISES; only a CLOUD store can change its appliance"
        )
    if store["connectedState"] != "DISCONNECTED":
        carrier = store["storageSystemInfo"]["displayName"]
        raise ApiError(
            400, f"{what}: {store['displayName']} is carried by {carrier}; a store can be reattached once DISCONNECTED"
        )


def _carried_again(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "reattaching a cloud protection store"
    store = world.require(_COLLECTION, arguments["id"], what)
    _refuse_carried(store, what)
    collection = _SYSTEMS[arguments["storageSystemType"]]
    system = world.require(collection, arguments["storageSystemId"], what)
    kept = {name: value for name, value in store.items() if name != "stateReason"}
    changed = world.store_change(
        _COLLECTION, {**kept, **_CONNECTED, "storageSystemInfo": _system_info(system, arguments["storageSystemType"])}
    )
    return [resource(_COLLECTION, changed), resource(collection, system)]


def stores_on(world: World, system_id: str) -> list[JsonObject]:
    """The stores that an appliance (StoreOnce or gateway) carries."""
    stores = world.objects.all(_COLLECTION)
    return [
        store
        for store in stores
        if store["storageSystemInfo"]["id"] == system_id and store["connectedState"] == "CONNECTED"
    ]


def appliance_gone(world: World, system_id: str) -> None:
    """What a removed appliance leaves behind: its cloud stores, DISCONNECTED until one is reattached.

    On-premises stores live on the appliance's own disks and go with it, copies included. Refused
    with 412 while one of them holds a locked copy: whoever deletes the appliance asks
    `refuse_locked_appliance` before, and this asks it again.
    """
    refuse_locked_appliance(world, system_id, "removing an appliance")
    for store in stores_on(world, system_id):
        if store["protectionStoreType"] == "CLOUD":
            gone = {"connectedState": "DISCONNECTED", "state": "OFFLINE", "status": "ERROR"}
            reason = f"{store['storageSystemInfo']['displayName']} was removed"
            world.store_change(_COLLECTION, {**store, **gone, "stateReason": reason})
        else:
            world.copies.remove_in_store(store["id"])
            world.objects.remove(_COLLECTION, store["id"])


def refuse_locked_appliance(world: World, system_id: str, what: str) -> None:
    """412 when an on-premises store of an appliance holds copies that are locked or in use."""
    for store in stores_on(world, system_id):
        if store["protectionStoreType"] == "ON_PREMISES":
            refuse_locked_in_store(world, store["id"], what)
            refuse_in_use_in_store(world, store["id"], what)


BEHAVIOURS: dict[str, Behaviour] = {
    "CloudProtectionStoreReattach": _reattach,
    "ProtectionStoreCreate": _create,
    "ProtectionStoreEdit": _rename,
    "ProtectionStoreDelete": _delete,
}
EFFECTS: dict[str, Effect] = {
    "protection_store.create": _make,
    "protection_store.delete": _remove,
    "protection_store.reattach": _carried_again,
}
