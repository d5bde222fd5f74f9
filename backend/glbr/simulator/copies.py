"""Recovery points: which copies exist, until when, and who may not remove them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.database import Database

# What operations under way, or held back for approval, say they work on.
_WORKED_ON = """
SELECT value, json_extract(body, '$.effect'), 0 FROM operations, json_each(body, '$.arguments.copies')
    WHERE ends IS NOT NULL
UNION ALL
SELECT value, json_extract(body, '$.effect'), 1 FROM operations, json_each(body, '$.arguments.copies')
    WHERE json_extract(body, '$.paused')
"""
# A copy's id is a UUID that spells its row and, for one machine of a group copy, its place in the group.
_ID = "{row:08x}-c0de-4000-8000-{place:012x}"


@dataclass(frozen=True)
class Track:
    """What all copies of one schedule run share; a change of any of it starts a new track.

    Attributes:
        schedule: the number in the policy; 0 for copies somebody asked for.
        members: ids of what a group copy holds; empty for the copy of a single asset.
    """

    job: str
    policy: str
    policy_name: str
    tier: str
    tier_type: str
    schedule: int
    schedule_name: str | None
    recurrence: str
    name_pattern: str
    asset: str
    asset_name: str
    asset_type: str
    store: str | None
    consistency: str
    granularity: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Copy:
    """One recovery point; times are seconds since 1970 (UTC), None is never.

    Attributes:
        removal: when it goes by itself: the later of expiry and lock.
        patch: what a copy has beyond its track: texts, its maker, hosts it is attached to.
        place: 0 for the copy itself; n for the n-th machine of a group copy.
    """

    row: int
    track: int
    at: int
    expires: int | None
    locked: int | None
    removal: int | None
    source: int | None
    patch: JsonObject
    place: int = 0

    @property
    def id(self) -> str:
        """The id HPE's lists show."""
        return copy_id(self.row, self.place)


CopyRow = tuple[int, int, int, int | None, int | None, int | None, int | None]


def copy_id(row: int, place: int = 0) -> str:
    """The id of a copy, or of one machine's share in a group copy."""
    return _ID.format(row=row, place=place)


def place_of(identifier: str) -> tuple[int, int] | None:
    """Row and place that a copy id spells; None for an id we never gave."""
    parts = identifier.split("-")
    if len(parts) != 5 or parts[1:4] != ["c0de", "4000", "8000"]:
        return None
    try:
        return int(parts[0], 16), int(parts[4], 16)
    except ValueError:
        return None


def removal_of(expires: int | None, locked: int | None) -> int | None:
    """When a copy goes by itself: a lock longer than the retention delays the expiry."""
    return None if expires is None else max(expires, locked or expires)


class Copies:
    """All recovery points of the world."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tracks: dict[int, Track] = {}

    def track_number(self, track: Track) -> int:
        """The number of this track, made when it is new."""
        content = json.dumps(asdict(track), separators=(",", ":"))
        connection = self._database.connection
        row = connection.execute("SELECT id FROM tracks WHERE content = ?", (content,)).fetchone()
        if row:
            return int(row[0])
        cursor = connection.execute(
            "INSERT INTO tracks (content, job, schedule, asset, store) VALUES (?, ?, ?, ?, ?)",
            (content, track.job, track.schedule, track.asset, track.store),
        )
        number = int(cursor.lastrowid or 0)
        connection.executemany(
            "INSERT INTO track_members VALUES (?, ?, ?)",
            [(number, member, place) for place, member in enumerate(track.members, start=1)],
        )
        return number

    def track(self, number: int) -> Track:
        """What the copies of a track share."""
        if number not in self._tracks:
            row = self._database.connection.execute("SELECT content FROM tracks WHERE id = ?", (number,)).fetchone()
            content = json.loads(row[0])
            self._tracks[number] = Track(**{**content, "members": tuple(content["members"])})
        return self._tracks[number]

    def next_row(self) -> int:
        """The number the next copy gets; numbers are never used twice."""
        return int(self._database.fact("next copy") or 1)

    def add(self, rows: Sequence[CopyRow], next_row: int) -> None:
        """Store copies made elsewhere in bulk: row, track, at, expires, locked, removal, source."""
        self._database.connection.executemany(
            "INSERT INTO copies (id, track, at, expires, locked, removal, source) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
        )
        self._database.keep_fact("next copy", next_row)

    def add_one(
        self, track: Track, at: int, *, expires: int | None, locked: int | None, source: int | None, patch: JsonObject
    ) -> str:
        """Store a copy that no schedule made; gives its id."""
        row = self.next_row()
        number = self.track_number(track)
        self.add([(row, number, at, expires, locked, removal_of(expires, locked), source)], row + 1)
        self.change(row, expires=expires, locked=locked, patch=patch)
        return copy_id(row)

    def tracks_of_asset(self, asset: str, tier_types: Iterable[str]) -> dict[int, int]:
        """Track number to the asset's place in its copies (0: the copy is of the asset itself)."""
        wanted = set(tier_types)
        rows = self._database.connection.execute(
            "SELECT id, 0 FROM tracks WHERE asset = ? UNION ALL SELECT track, place FROM track_members WHERE asset = ?",
            (asset, asset),
        ).fetchall()
        return {number: place for number, place in rows if self.track(number).tier_type in wanted}

    def of_tracks(self, places: dict[int, int], offset: int = 0, limit: int | None = None) -> list[Copy]:
        """Copies of these tracks, oldest first."""
        rows = self._database.connection.execute(
            f"SELECT * FROM copies WHERE track IN ({_marks(places)}) ORDER BY at, id LIMIT ? OFFSET ?",  # noqa: S608 (marks only)
            (*places, -1 if limit is None else limit, offset),
        )
        return [_copy(row, places[row[1]]) for row in rows]

    def count_of_tracks(self, places: dict[int, int]) -> int:
        """How many copies these tracks hold."""
        row = self._database.connection.execute(
            f"SELECT count(*) FROM copies WHERE track IN ({_marks(places)})",  # noqa: S608 (marks only)
            tuple(places),
        ).fetchone()
        return int(row[0])

    def find(self, identifier: str) -> Copy | None:
        """The copy an id spells, or None."""
        spelled = place_of(identifier)
        if spelled is None:
            return None
        row = self._database.connection.execute("SELECT * FROM copies WHERE id = ?", (spelled[0],)).fetchone()
        return None if row is None else _copy(row, spelled[1])

    def newest_of_schedule(self, job: str, schedule: int, at: int) -> int | None:
        """Row of the newest copy that one schedule of a job made at or before an instant."""
        row = self._database.connection.execute(
            "SELECT c.id FROM copies c JOIN tracks t ON t.id = c.track"
            " WHERE t.job = ? AND t.schedule = ? AND c.at <= ? ORDER BY c.at DESC, c.id DESC LIMIT 1",
            (job, schedule, at),
        ).fetchone()
        return int(row[0]) if row else None

    def change(self, row: int, *, expires: int | None, locked: int | None, patch: JsonObject) -> None:
        """Give a copy another expiry, lock or text; one that a host has attached does not go by itself."""
        removal = None if patch.get("attached") else removal_of(expires, locked)
        self._database.connection.execute(
            "UPDATE copies SET expires = ?, locked = ?, removal = ?, patch = ? WHERE id = ?",
            (expires, locked, removal, json.dumps(patch), row),
        )

    def keep_until(self, row: int, instant: int) -> None:
        """Put off the end of a copy that is being read."""
        self._database.connection.execute(
            "UPDATE copies SET removal = max(removal, ?) WHERE id = ? AND removal IS NOT NULL", (instant, row)
        )

    def worked_on(self) -> list[tuple[int, str, bool]]:
        """Row of each copy that an operation names in its arguments, the effect, and whether it is paused."""
        rows = self._database.connection.execute(_WORKED_ON)
        return [(row, effect, bool(paused)) for row, effect, paused in rows]

    def attached_rows(self) -> list[int]:
        """Rows of the copies that a host has attached."""
        # An attached copy never goes by itself, which narrows the search to those without an end.
        rows = self._database.connection.execute(
            "SELECT id FROM copies WHERE removal IS NULL AND json_extract(patch, '$.attached') IS NOT NULL"
        )
        return [row for (row,) in rows]

    def tracks_of_rows(self, rows: Iterable[int]) -> dict[int, Track]:
        """Row to track of those copies that still exist."""
        wanted = tuple(rows)
        found = self._database.connection.execute(
            f"SELECT id, track FROM copies WHERE id IN ({_marks(wanted)})",  # noqa: S608 (marks only)
            wanted,
        ).fetchall()
        return {row: self.track(number) for row, number in found}

    def newest_of_tier(self, job: str, tier_type: str, since: int) -> tuple[int, Track] | None:
        """Instant and track of the newest copy of one tier of a job, not older than an instant."""
        rows = self._database.connection.execute(
            "SELECT t.id, max(c.at) FROM tracks t JOIN copies c ON c.track = t.id"
            " WHERE t.job = ? AND c.at >= ? GROUP BY t.id",
            (job, since),
        ).fetchall()
        found = [(at, self.track(number)) for number, at in rows if self.track(number).tier_type == tier_type]
        return max(found, key=lambda one: one[0], default=None)

    def remove(self, row: int) -> None:
        """Remove one copy."""
        self._database.connection.execute("DELETE FROM copies WHERE id = ?", (row,))

    def expire(self, until: float) -> None:
        """Remove what retention and lock have let go by an instant."""
        self._database.connection.execute("DELETE FROM copies WHERE removal <= ?", (until,))

    def next_removal(self) -> int | None:
        """When the next copy goes by itself."""
        row = self._database.connection.execute("SELECT min(removal) FROM copies WHERE removal IS NOT NULL").fetchone()
        return None if row[0] is None else int(row[0])

    def in_store(self, store: str) -> tuple[int, int | None]:
        """How many copies a store holds, and when the last lock among them ends."""
        row = self._database.connection.execute(
            "SELECT count(*), max(locked) FROM copies WHERE track IN (SELECT id FROM tracks WHERE store = ?)", (store,)
        ).fetchone()
        return int(row[0]), row[1]

    def remove_in_store(self, store: str) -> None:
        """Remove every copy a store holds."""
        self._database.connection.execute(
            "DELETE FROM copies WHERE track IN (SELECT id FROM tracks WHERE store = ?)", (store,)
        )

    def has_copies(self, asset: str) -> bool:
        """Whether an asset has a copy, of its own or as a member of a group."""
        row = self._database.connection.execute(
            "SELECT EXISTS (SELECT 1 FROM tracks t JOIN copies c ON c.track = t.id WHERE t.asset = ?)"
            " OR EXISTS (SELECT 1 FROM track_members m JOIN copies c ON c.track = m.track WHERE m.asset = ?)",
            (asset, asset),
        ).fetchone()
        return bool(row[0])

    def per_track(self, now: float) -> list[tuple[Track, int, int, int, int]]:
        """For each track with copies: how many, how many locked, oldest and newest instant."""
        rows = self._database.connection.execute(
            "SELECT track, count(*), sum(coalesce(locked, 0) > ?), min(at), max(at) FROM copies GROUP BY 1 ORDER BY 1",
            (now,),
        )
        return [(self.track(row[0]), row[1], row[2], row[3], row[4]) for row in rows]

    def forget_tracks(self) -> None:
        """Drop what is remembered of tracks; the world was reset."""
        self._tracks.clear()


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)


def _copy(row: tuple[int, int, int, int | None, int | None, int | None, int | None, str | None], place: int) -> Copy:
    return Copy(*row[:7], patch=json.loads(row[7]) if row[7] else {}, place=place)
