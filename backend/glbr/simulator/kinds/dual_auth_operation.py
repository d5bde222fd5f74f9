"""Dual authorization: a delete that waits until a second person has decided about it."""

from glbr.simulator.call import Behaviour, Call, Page, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.references import PATHS, uri
from glbr.simulator.world import World

_COLLECTION = "dual-auth-operations"
_GROUPS = [{"id": "00000002-0000-4000-8000-000000000002", "name": "Default Group"}]


def _list_requests(call: Call) -> Reply:
    return Reply(200, Page.of([_shown(call.world, record) for record in call.world.operations.authorizations()]))


def _read_request(call: Call) -> Reply:
    return Reply(200, _shown(call.world, _record(call)))


def _decide(call: Call) -> Reply:
    record = _record(call)
    state = record["authorization"]["state"]
    if state != "PENDING":
        raise call.refuse(412, f"the request is {state} already; nobody can decide about it again")
    if record["user"] == call.user:
        # HPE lists 412 for this call alone among its kind, 403 for every call (missing rights).
        raise call.refuse(412, f"{call.user} made this request; another person must decide about it")
    call.world.operations.decide(record["id"], approved=call.body["state"] == "APPROVED", by=call.user)
    return _read_request(call)


def _record(call: Call) -> JsonObject:
    for record in call.world.operations.authorizations():
        if record["authorization"]["id"] == call.id:
            return record
    raise call.refuse(call.missing_status, f"no request for dual authorization has the id {call.id!r}")


def _shown(world: World, record: JsonObject) -> JsonObject:
    authorization = record["authorization"]
    checked = authorization.get("checkedAt")
    subject = _subject(world, record)
    return {
        "id": authorization["id"],
        "type": "data-services/dual-auth-operation",
        "name": record["name"],
        "description": record["name"],
        "resourceUri": uri(_COLLECTION, authorization["id"]),
        "customerId": world.options.workspace_id,
        "generation": 2 if checked else 1,
        "createdAt": record["began"],
        "updatedAt": checked or record["began"],
        "associatedResources": [{"resource": subject, "groups": _GROUPS}],
        "groups": _GROUPS,
        "operationResource": subject,
        "requestedOperation": record["name"].split()[0].upper(),
        "requestedAt": record["began"],
        "requestedByEmail": record["user"],
        "sourceServiceExternalName": "Backup and Recovery",
        "state": authorization["state"],
        **({"checkedAt": checked, "checkedByEmail": authorization["checkedBy"]} if checked else {}),
    }


def _subject(world: World, record: JsonObject) -> JsonObject:
    """What the work would change, by its present name; once it is gone only its path is known."""
    path = record["source"]
    *_, collection, identifier = path.split("/")
    if PATHS.get(collection) == path.removesuffix(f"/{identifier}"):
        found = world.objects.find(collection, identifier)
        kind = found["type"] if found else f"backup-recovery/{_singular(collection)}"
        named = {"name": found.get("displayName", found["name"])} if found else {}
        return {**named, "type": kind, "resourceUri": path}
    owner = path.split("/")[-4]
    return {"type": f"backup-recovery/{_singular(owner)}-{_singular(collection)}", "resourceUri": path}


def _singular(collection: str) -> str:
    return collection.removesuffix("s")


BEHAVIOURS: dict[str, Behaviour] = {
    "DualAuthOperationsList": _list_requests,
    "DualAuthOperationGet": _read_request,
    "DualAuthOperationUpdate": _decide,
}
