"""Stored objects: everything of the world that is not a copy or an operation."""

import json
from collections.abc import Callable, Iterable
from typing import Literal

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.database import Database

# Fields that can be searched by quickly: each has an index in `database.py`.
Field = Literal["id", "name", "protectionPolicyId", "assetInfo.id", "folderInfo.id"]
Listener = Callable[[str, str], None]


class Objects:
    """Collections of JSON objects by id, in the order of their making.

    What is handed out is the caller's own: changing it changes nothing until it is put back.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Be told the collection and id of whatever is put or removed."""
        self._listeners.append(listener)

    def find(self, collection: str, identifier: str) -> JsonObject | None:
        """One object, or None."""
        row = self._database.connection.execute(
            "SELECT body FROM objects WHERE collection = ? AND id = ?", (collection, identifier)
        ).fetchone()
        if row is None:
            return None
        found: JsonObject = json.loads(row[0])
        return found

    def all(self, collection: str, parent: str | None = None) -> list[JsonObject]:
        """A whole collection, or the part of it below one parent."""
        return self.stretch(collection, parent, 0, None)

    def stretch(self, collection: str, parent: str | None, offset: int, limit: int | None) -> list[JsonObject]:
        """Some objects of a collection, from an offset on; all that follow when `limit` is None."""
        rows = self._database.connection.execute(
            "SELECT body FROM objects WHERE collection = ? AND (? IS NULL OR parent = ?)"
            " ORDER BY position LIMIT ? OFFSET ?",
            (collection, parent, parent, -1 if limit is None else limit, offset),
        )
        found: list[JsonObject] = json.loads("[" + ",".join(row[0] for row in rows) + "]")
        return found

    def where(self, collection: str, field: Field, values: Iterable[str]) -> list[JsonObject]:
        """The objects whose field has one of these values, in the order of their making."""
        wanted = tuple(values)
        column = "id" if field == "id" else f"json_extract(body, '$.{field}')"
        # The plus keeps SQLite from walking the whole collection for the sake of its order.
        rows = self._database.connection.execute(
            f"SELECT body FROM objects WHERE collection = ? AND {column} IN ({','.join('?' for _ in wanted)})"  # noqa: S608 (fixed names)
            " ORDER BY +position",
            (collection, *wanted),
        )
        found: list[JsonObject] = json.loads("[" + ",".join(row[0] for row in rows) + "]")
        return found

    def count(self, collection: str, parent: str | None = None) -> int:
        """How many objects a collection holds."""
        row = self._database.connection.execute(
            "SELECT count(*) FROM objects WHERE collection = ? AND (? IS NULL OR parent = ?)",
            (collection, parent, parent),
        ).fetchone()
        return int(row[0])

    def put(self, collection: str, item: JsonObject, parent: str | None = None) -> None:
        """Store a new object, or an object in place of the one with its id."""
        self._database.connection.execute(
            "INSERT INTO objects (collection, id, parent, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (collection, id) DO UPDATE SET body = excluded.body",
            (collection, item["id"], parent, json.dumps(item, separators=(",", ":"))),
        )
        self._tell(collection, item["id"])

    def remove(self, collection: str, identifier: str) -> bool:
        """Remove an object; False when there was none."""
        cursor = self._database.connection.execute(
            "DELETE FROM objects WHERE collection = ? AND id = ?", (collection, identifier)
        )
        self._tell(collection, identifier)
        return cursor.rowcount > 0

    def counts(self) -> dict[str, int]:
        """How many objects each collection holds."""
        rows = self._database.connection.execute("SELECT collection, count(*) FROM objects GROUP BY 1 ORDER BY 1")
        return dict(rows.fetchall())

    def load(self, collection: str, items: Iterable[JsonObject], parent: str | None = None) -> None:
        """Store many new objects."""
        for item in items:
            self.put(collection, item, parent)

    def _tell(self, collection: str, identifier: str) -> None:
        for listener in self._listeners:
            listener(collection, identifier)
