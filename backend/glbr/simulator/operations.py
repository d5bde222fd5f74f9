"""Work that was accepted with 202: it ends later, and only then has its effect."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glbr.simulator.clock import moment_of, text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.database import Database
from glbr.simulator.errors import ApiError
from glbr.simulator.references import uri
from glbr.simulator.settings import Settings

if TYPE_CHECKING:
    from glbr.simulator.world import World

# What an operation does when it ends; gives the resources it made or touched.
Effect = Callable[["World", JsonObject], list[JsonObject]]

_GROUP = {"id": "00000002-0000-4000-8000-000000000002", "name": "Default Group"}
_FIRST_SHARE = 0.1
_CRC_END = 2**32 - 1
# Who decides by the simulator's own door, past HPE's API.
_APPROVER = "approver@example.com"


@dataclass(frozen=True)
class Work:
    """One asynchronous piece of work, as a request asks for it.

    Attributes:
        name: what the console shows: "Create Cloud Protection Store [name]".
        effect: name of the effect in the registry of behaviours.
        arguments: what the effect needs; JSON, so that a restart can finish the work.
        source_uri: path of the object the work is done on.
        pausable: dual authorization, when on, holds this work back.
    """

    name: str
    effect: str
    arguments: JsonObject
    source_uri: str | None = None
    pausable: bool = False


class Operations:
    """All asynchronous operations of the world."""

    def __init__(self, world: "World", database: Database, effects: Mapping[str, Effect]) -> None:
        self._world = world
        self._database = database
        self._effects = effects

    def accept(self, work: Work, *, operation: str, user: str, failure: str | None) -> str:
        """Take on work; gives the id of its operation. With no duration set, it is over at once."""
        world = self._world
        paused = work.pausable and world.settings.dual_authorization
        began = world.now.timestamp()
        identifier = world.identities.fresh("operation")
        seconds = _seconds(world.settings, identifier)
        ends = None if paused else began + seconds
        record = {
            "id": identifier,
            "operation": operation,
            "name": work.name,
            "effect": work.effect,
            "arguments": work.arguments,
            "source": work.source_uri,
            "user": user,
            "failure": failure,
            "began": text_of(world.now),
            "seconds": seconds,
            "paused": paused,
            "authorization": {"id": world.identities.fresh("dual authorization"), "state": "PENDING"}
            if paused
            else None,
            "outcome": None,
            "log": [{"message": "request accepted", "timestamp": text_of(world.now)}],
        }
        self._database.connection.execute(
            "INSERT INTO operations (id, ends, body) VALUES (?, ?, ?)", (record["id"], ends, json.dumps(record))
        )
        if ends is not None and ends <= began:
            self._finish(record)
        return str(record["id"])

    def next_end(self) -> float | None:
        """When the next operation ends, seconds since 1970; None when none is under way."""
        row = self._database.connection.execute("SELECT min(ends) FROM operations WHERE ends IS NOT NULL").fetchone()
        return None if row[0] is None else float(row[0])

    def finish_due(self, until: float) -> None:
        """End what ends by then, seconds since 1970, in the order of acceptance.

        The world's own time does not serve: it counts in microseconds, and what ends a fraction of one later would never end.
        """
        rows = self._database.connection.execute(
            "SELECT body FROM operations WHERE ends <= ? ORDER BY ends, position", (until,)
        ).fetchall()
        for (body,) in rows:
            self._finish(json.loads(body))

    def decide(self, identifier: str, *, approved: bool, by: str = _APPROVER) -> None:
        """Let paused work go on, or cancel it; ValueError when it is not paused.

        Args:
            identifier: of the operation.
            approved: the work goes on, and takes its time from now.
            by: the person who decided.
        """
        record = self._record(identifier)
        if record is None or not record["paused"]:
            raise ValueError(f"deciding about operation {identifier}: no paused operation has that id")
        now = self._world.now
        record["paused"] = False
        decision = {"state": "APPROVED" if approved else "CANCELLED", "checkedBy": by, "checkedAt": text_of(now)}
        record["authorization"] |= decision
        if not approved:
            record |= {"outcome": "CANCELLED", "ended": text_of(now), "resources": []}
            self._keep(record)
        elif record["seconds"] > 0:
            record["resumed"] = text_of(now)
            self._keep(record, ends=now.timestamp() + record["seconds"])
        else:
            self._finish(record)

    def authorizations(self) -> list[JsonObject]:
        """Records of all work that had to be approved, decided or not, oldest first."""
        rows = self._database.connection.execute(
            # The plus keeps SQLite from walking all operations for the sake of their order.
            "SELECT body FROM operations WHERE json_extract(body, '$.authorization.id') IS NOT NULL ORDER BY +position"
        )
        return [json.loads(body) for (body,) in rows]

    def waiting_for(self, path: str) -> bool:
        """Whether work on the object at a path (its `resourceUri`) waits for a second person.

        Such an object is shown as PENDING_DELETE_APPROVAL where HPE has that state.
        """
        row = self._database.connection.execute(
            "SELECT 1 FROM operations WHERE json_extract(body, '$.paused') AND json_extract(body, '$.source') = ?",
            (path,),
        ).fetchone()
        return row is not None

    def under_way(self, path: str) -> str | None:
        """The effect of the newest work under way on the object at a path; None for none."""
        row = self._database.connection.execute(
            "SELECT json_extract(body, '$.effect') FROM operations"
            " WHERE ends IS NOT NULL AND json_extract(body, '$.source') = ? ORDER BY +position DESC",
            (path,),
        ).fetchone()
        return None if row is None else str(row[0])

    def find(self, identifier: str) -> JsonObject | None:
        """HPE's reply for one operation, or None."""
        record = self._record(identifier)
        return None if record is None else self._shown(record)

    def all(self) -> list[JsonObject]:
        """HPE's replies for all operations, oldest first."""
        rows = self._database.connection.execute("SELECT body FROM operations ORDER BY position")
        return [self._shown(json.loads(body)) for (body,) in rows]

    def _record(self, identifier: str) -> JsonObject | None:
        row = self._database.connection.execute("SELECT body FROM operations WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            return None
        record: JsonObject = json.loads(row[0])
        return record

    def _finish(self, record: JsonObject) -> None:
        record["ended"] = text_of(self._world.now)
        record["resources"] = []
        try:
            if record["failure"]:
                raise ApiError(500, record["failure"])
            record["resources"] = self._effects[record["effect"]](self._world, record["arguments"])
            record["outcome"] = "SUCCEEDED"
            line = "done"
        except ApiError as refusal:
            record["outcome"] = "FAILED"
            # The error inside an operation uses HPE's older dialect (NOTES, section 5).
            record["error"] = {
                "error": refusal.message,
                "errorCode": refusal.code,
                "traceId": self._world.identities.debug_id(),
            }
            line = refusal.message
        record["log"].append({"message": line, "timestamp": record["ended"]})
        self._keep(record)

    def _keep(self, record: JsonObject, *, ends: float | None = None) -> None:
        self._database.connection.execute(
            "UPDATE operations SET ends = ?, body = ? WHERE id = ?", (ends, json.dumps(record), record["id"])
        )

    def _shown(self, record: JsonObject) -> JsonObject:
        now = self._world.now
        state, progress = self._state(record)
        path = uri("async-operations", record["id"])
        ended = record.get("ended")
        resources, source = self._named_resources(record)
        # HPE: "link in additionalDetails" when a person must act (NOTES, section 7).
        link = {"additionalDetails": {"consoleUri": f"/_simulator/operations/{record['id']}"}}
        return {
            **(link if state == "PAUSED" else {}),
            "id": record["id"],
            "name": record["name"],
            "displayName": record["name"],
            "type": "task",
            "customerId": self._world.options.workspace_id,
            "generation": 1 + progress // 25 + bool(ended),
            "resourceUri": path,
            "createdAt": record["began"],
            "startedAt": None if state == "INITIALIZED" else record["began"],
            "updatedAt": ended or text_of(now),
            "endedAt": ended,
            "state": state,
            "healthStatus": "ERROR" if state == "FAILED" else "OK",
            "progressPercent": progress,
            "error": record.get("error"),
            "associatedResources": resources,
            "logMessages": record["log"],
            "recommendations": [],
            "groups": [_GROUP],
            "hasChildOperations": False,
            "subtreeOperationCount": 0,
            "parent": None,
            "rootOperation": {"id": record["id"], "name": "", "type": "task", "resourceUri": path},
            "services": ["backup-and-recovery"],
            "sourceResourceUri": source,
            "suggestedPollingIntervalSeconds": self._world.settings.suggested_polling_interval_seconds,
            "estimatedRunningDurationMinutes": int(record["seconds"] // 60),
            "userId": record["user"],
        }

    def _state(self, record: JsonObject) -> tuple[str, int]:
        if record["outcome"]:
            return record["outcome"], 100 if record["outcome"] == "SUCCEEDED" else 50
        if record["paused"]:
            return "PAUSED", 0
        began = moment_of(record.get("resumed") or record["began"]).timestamp()
        share = (self._world.now.timestamp() - began) / record["seconds"]
        return ("INITIALIZED", 0) if share < _FIRST_SHARE else ("RUNNING", min(99, int(share * 100)))

    def _named_resources(self, record: JsonObject) -> tuple[list[JsonObject], str | None]:
        """What the reply says about the objects made: HPE's own services differ in that."""
        resources: list[JsonObject] = list(record.get("resources", ()))
        form = self._world.settings.new_object_shown_in
        if form == "associated":
            # HPE promises no order, so every second operation turns it round.
            turned = zlib.crc32(record["id"].encode()) % 2
            return resources[::-1] if turned else resources, record["source"]
        if form == "source" and resources:
            return [], resources[0]["resourceUri"]
        return [], record["source"]


def _seconds(settings: Settings, identifier: str) -> float:
    """How long an operation takes: between the two settings, by chance that its id decides."""
    least, most = settings.operation_seconds, settings.operation_seconds_at_most
    if most <= least:
        return least
    return round(least + (most - least) * zlib.crc32(identifier.encode()) / _CRC_END, 3)


def resource(collection: str, item: JsonObject, kind: str | None = None) -> JsonObject:
    """An object as an operation's `associatedResources` name it."""
    name = item.get("displayName") or item.get("name") or item["id"]
    return {
        "name": name,
        "type": kind or item["type"],
        "resourceUri": item.get("resourceUri") or uri(collection, item["id"]),
    }
