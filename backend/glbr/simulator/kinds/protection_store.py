"""Protection stores: where copies are kept, on an appliance or in the cloud."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.references import named, uri, without_none
from glbr.simulator.world import World

_COLLECTION = "protection-stores"
_SYSTEMS = {"STOREONCE": "storeonces", "PROTECTION_STORE_GATEWAY": "protection-store-gateways"}


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
                "state": "ONLINE",
                "status": "OK",
                "connectedState": "CONNECTED",
                "region": region,
                "storageLocationInfo": _location_info(location),
                "storageSystemInfo": {
                    "id": system["id"],
                    "displayName": system.get("displayName", system["name"]),
                    "type": arguments["storageSystemType"],
                    "resourceUri": system["resourceUri"],
                },
            }
        )
    )
    world.objects.put(_COLLECTION, store)
    kind = "data-services/storeonce" if collection == "storeonces" else None
    return [resource(_COLLECTION, store), resource(collection, system, kind)]


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
    world.copies.remove_in_store(store["id"])
    world.objects.remove(_COLLECTION, store["id"])
    return [resource(_COLLECTION, store)]


BEHAVIOURS: dict[str, Behaviour] = {
    "ProtectionStoreCreate": _create,
    "ProtectionStoreEdit": _rename,
    "ProtectionStoreDelete": _delete,
}
EFFECTS: dict[str, Effect] = {"protection_store.create": _make, "protection_store.delete": _remove}
