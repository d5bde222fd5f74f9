"""The file (or memory) that holds a simulated world."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Copies are the mass of the data, so a copy is seven numbers; what copies share is their track.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS objects (
    position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, parent TEXT, body TEXT NOT NULL,
    UNIQUE (collection, id));
CREATE INDEX IF NOT EXISTS objects_order ON objects (collection, position);
CREATE INDEX IF NOT EXISTS objects_name ON objects (collection, json_extract(body, '$.name'));
CREATE INDEX IF NOT EXISTS objects_policy ON objects (collection, json_extract(body, '$.protectionPolicyId'));
CREATE INDEX IF NOT EXISTS objects_asset ON objects (collection, json_extract(body, '$.assetInfo.id'));
CREATE INDEX IF NOT EXISTS objects_folder ON objects (collection, json_extract(body, '$.folderInfo.id'));
CREATE TABLE IF NOT EXISTS operations (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ends REAL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS operations_ends ON operations (ends) WHERE ends IS NOT NULL;
CREATE INDEX IF NOT EXISTS operations_paused ON operations (json_extract(body, '$.source'))
    WHERE json_extract(body, '$.paused');
CREATE INDEX IF NOT EXISTS operations_authorized ON operations (json_extract(body, '$.authorization.id'))
    WHERE json_extract(body, '$.authorization.id') IS NOT NULL;
CREATE TABLE IF NOT EXISTS tracks (
    id INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE, job TEXT NOT NULL,
    schedule INTEGER NOT NULL, asset TEXT NOT NULL, store TEXT);
CREATE INDEX IF NOT EXISTS tracks_asset ON tracks (asset);
CREATE TABLE IF NOT EXISTS track_members (
    track INTEGER NOT NULL, asset TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (asset, track)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS copies (
    id INTEGER PRIMARY KEY, track INTEGER NOT NULL, at INTEGER NOT NULL, expires INTEGER, locked INTEGER,
    removal INTEGER, source INTEGER, patch TEXT);
CREATE INDEX IF NOT EXISTS copies_track ON copies (track, at);
CREATE INDEX IF NOT EXISTS copies_removal ON copies (removal) WHERE removal IS NOT NULL;
CREATE TABLE IF NOT EXISTS schedule_states (
    job TEXT NOT NULL, schedule INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (job, schedule)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS history (
    day INTEGER NOT NULL, track INTEGER NOT NULL, held INTEGER NOT NULL, PRIMARY KEY (track, day)) WITHOUT ROWID;
"""
_TABLES = ("facts", "objects", "operations", "tracks", "track_members", "copies", "schedule_states", "history")


class Database:
    """One SQLite connection, used by one thread at a time."""

    def __init__(self, path: Path | None = None) -> None:
        # The lock around the service keeps threads apart, so SQLite's own check would only be in the way.
        self.connection = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
        if path is not None:
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = NORMAL")
        self.connection.executescript(_SCHEMA)

    def fact(self, name: str) -> Any:
        """A single kept value, or None."""
        row = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else None

    def keep_fact(self, name: str, value: object) -> None:
        """Keep a single value."""
        self.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, json.dumps(value)))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; may be nested, the outermost decides."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def clear(self) -> None:
        """Forget the world."""
        with self.transaction():
            for table in _TABLES:
                self.connection.execute(f"DELETE FROM {table}")  # noqa: S608 (the names stand above)

    def close(self) -> None:
        """Write everything and let go of the file."""
        self.connection.close()
