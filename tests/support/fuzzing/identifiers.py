"""Ids of what a simulated account holds, put where the contract wants an id: otherwise every case ends in 404."""

import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any

import httpx

from fuzzing.bodies import BODIES
from glbr.simulator.contract.document import Operation, published
from glbr.simulator.options import WORKSPACE_ID

JsonObject = dict[str, Any]
Get = Callable[[str], Awaitable[JsonObject]]

# How often a place for an id gets one of something that is there.
_SHARE = 0.8
# What is replaced or deleted is the last of its kind, which nothing uses.
_ALTERING = ("PUT", "DELETE")
# How many parents are asked for the children of one of them.
_PARENTS = 30
# Which collection a property of a body points into, by the end of its path; the first that fits counts.
_POINTS_INTO = {
    "ScriptInfo.hostId": "application-hosts",
    "assetInfo.id": "virtual-machines",
    "assets[*].id": "virtual-machines",
    "nativeAppInfo.id": "folders",
    "networkDetails.id": "networks",
    "storageInfo.storageSystemId": "storage-systems",
    "storageSystemInfo.id": "storage-systems",
    "targetStorageSystemId": "storage-systems",
    "storageSystemId": "storeonces",
    "storageLocationId": "storage-locations",
    "protectionStoreId": "protection-stores",
    "protectionPolicyId": "protection-policies",
    "hypervisorManagerId": "hypervisor-managers",
    "dataOrchestratorId": "data-orchestrators",
    "clusterId": "hypervisor-clusters",
    "hostId": "hypervisor-hosts",
    "datastoreId": "datastores",
    "datastoreIds[*]": "datastores",
    "folderId": "folders",
    "resourcePoolId": "resource-pools",
    "virtualMachineId": "virtual-machines",
    "targetVmId": "virtual-machines",
    "includeResources[*]": "virtual-machines",
    "resourceId": "virtual-machines",
    "instanceId": "mssql-instances",
    "nic.id": "nics",
    "snapshotId": "snapshots",
    "vpgSnapshotId": "snapshots",
    "backupId": "backups",
    "vpgBackupId": "backups",
    "individualBackupIds[*]": "backups",
    "sourceCopyInfo.id": "snapshots",
    "recoveryPointId": "snapshots",
}
# The same for groups of volumes.
_OF_VOLUMES = {"assets[*].id": "volumes", "nativeGroupInfo.id": "volume-sets"}
# Which of the known ids an example takes, where the first one will not do.
_CHOICE = {
    # Only a store in the cloud that no appliance carries is reattached: the last but the one to be deleted.
    "CloudProtectionStoreReattach": -2,
    # What is powered, moved or renewed is not the gateway that the other operations need.
    "ProtectionStoreGatewayPowerOn": 2,
    "ProtectionStoreGatewayRecover": 1,
    "ProtectionStoreGatewayRestartGuestOS": 1,
    "ProtectionStoreGatewayShutdownGuestOS": 1,
}


class Identifiers:
    """The ids that lists show, by the path of the list without the names of its parameters."""

    def __init__(self) -> None:
        self._by_list: dict[str, list[str]] = {}

    @classmethod
    async def found(cls, http: httpx.AsyncClient) -> "Identifiers":
        """Ask all lists of the contract, those below an object for the first object that has some."""
        known = cls()

        async def get(path: str) -> JsonObject:
            reply = await http.get(path)
            return reply.json() if reply.status_code == 200 else {}

        lists = [one for one in published().operations.values() if one.method == "GET" and "{" not in one.segments[-1]]
        for operation in sorted(lists, key=lambda one: len(one.segments)):
            await known._ask(get, operation)
        gateways = await get("/backup-recovery/v1beta1/protection-store-gateways")
        known._by_list["/nics"] = [nic["id"] for nic in gateways["items"][0]["network"]["nics"]]
        known._by_list["/workspaces"] = [WORKSPACE_ID]
        return known

    async def _ask(self, get: Get, operation: Operation) -> None:
        place = next((at for at, segment in enumerate(operation.segments) if segment.startswith("{")), None)
        shape = _shape(operation.segments)
        if place is None:
            self._by_list[shape] = _ids(await get(f"/{shape}"))
            return
        above = _shape(operation.segments[:place])
        parents = self._of(operation.segments[:place])
        for parent in parents[:_PARENTS]:
            if ids := _ids(await get("/" + shape.replace("{}", parent))):
                self._by_list[shape] = ids
                # Only this one: an id of another parent would not fit to these.
                self._by_list[f"{above}/ of {operation.collection}"] = [parent]
                return

    def _of(self, segments: tuple[str, ...], child: str = "") -> list[str]:
        """Ids for the parameter after these segments; a part of HPE's API may list what another refers to."""
        shape = _shape(segments)
        if segments[-1] == "oauth2":
            segments = ("workspaces",)
        return (
            self._by_list.get(f"{shape}/ of {child}")
            or self._by_list.get(shape)
            or next((ids for known, ids in self._by_list.items() if known.endswith(f"/{segments[-1]}")), [])
        )

    def put_into(self, document: JsonObject) -> None:
        """Make the examples of a document true here: in its paths, and in the bodies that HPE gives an example of."""
        for operation in published().operations.values():
            described = document["paths"].get(operation.path, {}).get(operation.method.lower())
            if described is None:
                continue
            known = dict(self.bindings(operation))
            choice = _CHOICE.get(operation.id, -1 if operation.method in _ALTERING else 0)
            for parameter in described.get("parameters", ()):
                if ids := known.get(f"{parameter.get('in')}.{parameter.get('name')}"):
                    parameter["example"] = ids[choice if choice < len(ids) else -1]
            for content in described.get("requestBody", {}).get("content", {}).values():
                if operation.id in BODIES:
                    content["example"] = BODIES[operation.id]
                if "example" in content:
                    content["example"] = _true(content["example"], "body", known, ours=operation.id in BODIES)

    def bindings(self, operation: Operation) -> Iterator[tuple[str, list[str]]]:
        """Schemathesis' names of the places of an operation that take an id, and ids that are there."""
        for at, segment in enumerate(operation.segments):
            if segment.startswith("{"):
                child = operation.segments[at + 1] if len(operation.segments) > at + 1 else ""
                yield f"path.{segment[1:-1]}", self._of(operation.segments[:at], child)
        for schema in operation.bodies.values():
            for place in dict.fromkeys(_places(schema, "body", frozenset())):
                table = _OF_VOLUMES if operation.collection == "volume-protection-groups" else {}
                into = next((name for end, name in (_POINTS_INTO | table).items() if place.endswith(end)), None)
                if into in ("snapshots", "backups"):
                    # The newest one is deleted first, so what reads a copy takes the oldest.
                    yield place, self._of((*operation.segments[:4], into))[::-1]
                elif into is not None:
                    yield place, self._of((into,))

    def configuration(self, operations: Sequence[Operation]) -> JsonObject:
        """What schemathesis is told of these ids."""
        dictionaries: JsonObject = {}
        parameters: JsonObject = {}
        for operation in operations:
            bound = parameters.setdefault(operation.id, {})
            for place, ids in self.bindings(operation):
                if ids:
                    name = f"{operation.id}-{re.sub(r'[^A-Za-z-]', '-', place)}"
                    dictionaries[name] = {"values": ids[:20]}
                    bound[place] = {"dictionary": name, "probability": _SHARE}
        return {"dictionaries": dictionaries, "parameters": parameters}


def _shape(segments: tuple[str, ...]) -> str:
    return "/".join("{}" if segment.startswith("{") else segment for segment in segments)


def _ids(reply: JsonObject) -> list[str]:
    return [item["id"] for item in reply.get("items") or () if "id" in item]


def _true(value: Any, place: str, known: dict[str, list[str]], *, ours: bool) -> Any:
    if isinstance(value, dict):
        return {name: _true(below, f"{place}.{name}", known, ours=ours) for name, below in value.items()}
    if isinstance(value, list):
        return [_true(below, f"{place}[*]", known, ours=ours) for below in value]
    # A body of ours says what it means, but for what it leaves empty; HPE's examples are of another world.
    return known[place][-1] if known.get(place) and (value == "" or not ours) else value


def _places(schema: JsonObject, path: str, inside: frozenset[str]) -> Iterator[str]:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        if name not in inside:
            yield from _places(published().schemas[name], path, inside | {name})
        return
    if schema.get("type") == "string":
        yield path
    for name, below in schema.get("properties", {}).items():
        yield from _places(below, f"{path}.{name}", inside)
    if "items" in schema:
        yield from _places(schema["items"], f"{path}[*]", inside)
    for choice in ("allOf", "anyOf", "oneOf"):
        for branch in schema.get(choice, ()):
            yield from _places(branch, path, inside)
