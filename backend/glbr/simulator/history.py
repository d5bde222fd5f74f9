"""How many recovery points were held, day by day: the curve of the simulator's page."""

from collections import Counter

from glbr.simulator.database import Database

_DAY = 86400


class History:
    """Keeps, for each track, the number of copies at each midnight (UTC) that went by."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def extend(self, lives: dict[int, list[tuple[int, int | None]]], after: float, until: float) -> None:
        """Add the midnights of one stretch of time.

        Args:
            lives: for each track, beginning and end (None: still there) of the copies made in the stretch.
            after: start of the stretch, seconds since 1970.
            until: its end.
        """
        first_day, last_day = int(after // _DAY) + 1, int(until // _DAY)
        if last_day < first_day:
            return
        held = self._held_at_start(lives)
        changes = self._older_copies_going(until)
        for track, spans in lives.items():
            for begins, ends in spans:
                changes[track, _first_midnight(begins)] += 1
                if ends is not None and ends <= until:
                    changes[track, _first_midnight(ends)] -= 1
        rows = []
        for track, count in held.items():
            for day in range(first_day, last_day + 1):
                count += changes[track, day]  # noqa: PLW2901 (a running total)
                rows.append((day, track, count))
        self._database.connection.executemany("INSERT OR REPLACE INTO history VALUES (?, ?, ?)", rows)

    def _held_at_start(self, lives: dict[int, list[tuple[int, int | None]]]) -> dict[int, int]:
        rows = self._database.connection.execute("SELECT track, count(*) FROM copies GROUP BY track").fetchall()
        return {**dict.fromkeys(lives, 0), **dict(rows)}

    def _older_copies_going(self, until: float) -> Counter[tuple[int, int]]:
        rows = self._database.connection.execute("SELECT track, removal FROM copies WHERE removal <= ?", (until,))
        changes: Counter[tuple[int, int]] = Counter()
        for track, removal in rows:
            changes[track, _first_midnight(removal)] -= 1
        return changes

    def curve(self) -> list[tuple[int, int, int]]:
        """Day (days since 1970), track, copies held at its midnight."""
        return self._database.connection.execute("SELECT day, track, held FROM history ORDER BY day").fetchall()


def _first_midnight(instant: int) -> int:
    return -(-instant // _DAY)
