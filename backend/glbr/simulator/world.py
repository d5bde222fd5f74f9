"""The simulated account: what it holds, what time it is there, what happens next."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from glbr.simulator.clock import Clock, moment_of, text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copies
from glbr.simulator.database import Database
from glbr.simulator.errors import ApiError
from glbr.simulator.history import History
from glbr.simulator.identities import Identities
from glbr.simulator.objects import Objects
from glbr.simulator.operations import Effect, Operations
from glbr.simulator.options import Options
from glbr.simulator.scheduler import Scheduler
from glbr.simulator.worlds.catalogue import START, populate

_DAY = 86400
# A file written by another layout of the tables cannot be read.
_LAYOUT = 2


class World:
    """Everything one simulator knows, brought up to its clock before each request."""

    def __init__(self, options: Options, effects: Mapping[str, Effect]) -> None:
        self.options = options
        self.settings = options.settings
        self.zone = ZoneInfo(options.time_zone)
        self.database = Database(options.state)
        self.objects = Objects(self.database)
        self.copies = Copies(self.database)
        self.history = History(self.database)
        self.identities = Identities(options.seed, self._count)
        self.operations = Operations(self, self.database, effects)
        self.clock = _clock(options)
        self._settled = self.clock.now()
        self.scheduler = Scheduler(self.database, self.objects, self.copies, self.zone)
        if self.database.fact("layout") is None:
            self.reset(options.world, options.vms)
        else:
            self._resume()

    @property
    def now(self) -> datetime:
        """The instant the world is settled at; behaviours take this for the present."""
        return self._settled

    def settle(self) -> None:
        """Let everything happen that is due by the clock, event by event."""
        target = self.clock.now()
        if target < self._settled:
            return
        if not self._is_something_due(target):
            self._settled = target
            return
        with self.changing():
            while (end := self.operations.next_end()) is not None and end <= target.timestamp():
                self._move_to(max(self._settled, datetime.fromtimestamp(end, UTC)))
                self.operations.finish_due(end)
            self._move_to(target)
            self.keep()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All or nothing: what is remembered outside the database is dropped with a failed change."""
        try:
            with self.database.transaction():
                yield
        except BaseException:
            self.copies.forget_tracks()
            self.scheduler.reload()
            raise

    def keep(self) -> None:
        """Write down how far time has come; part of every change."""
        self.database.keep_fact("settled", text_of(self._settled))
        self.database.keep_fact("clock", self.clock.saved())

    def advance(self, step: timedelta) -> datetime:
        """Move the clock on and let everything happen on the way."""
        self.clock.advance(step)
        self.settle()
        with self.database.transaction():
            self.keep()
        return self.now

    def reset(self, world: str, vms: int | None = None) -> None:
        """Forget everything and start from a named world; the clock goes on."""
        with self.changing():
            count = self.database.fact("count") or 0
            self.database.clear()
            self.database.keep_fact("layout", _LAYOUT)
            self.database.keep_fact("count", count)
            self.database.keep_fact("world", world)
            populate(world, self.objects, self.options.workspace_id, vms or self.options.vms)
            self.copies.forget_tracks()
            self.scheduler.reload()
            self._settled = self.clock.now()
            self.keep()

    def require(self, collection: str, identifier: str, what: str, *, status: int = 404) -> JsonObject:
        """An object that must exist; the refusal says what was looked for."""
        found = self.objects.find(collection, identifier)
        if found is None:
            raise ApiError(status, f"{what}: no object of {collection} has the id {identifier!r}")
        return found

    def stamp_new(self, item: JsonObject) -> JsonObject:
        """A new object with its times and its first generation."""
        return {**item, "generation": 1, "createdAt": text_of(self.now), "updatedAt": text_of(self.now)}

    def store_change(self, collection: str, item: JsonObject) -> JsonObject:
        """Put a changed object back, one generation on."""
        changed = {**item, "generation": item.get("generation", 0) + 1, "updatedAt": text_of(self.now)}
        self.objects.put(collection, changed)
        return changed

    def close(self) -> None:
        """Write everything and let go of the state file."""
        with self.database.transaction():
            self.keep()
        self.database.close()

    def _resume(self) -> None:
        layout = self.database.fact("layout")
        if layout != _LAYOUT:
            raise ValueError(
                f"opening {self.options.state}: it has layout {layout}, this simulator reads {_LAYOUT}; use another file"
            )
        self.clock.restore(self.database.fact("clock"))
        self._settled = moment_of(self.database.fact("settled"))
        self.scheduler.reload()

    def _is_something_due(self, target: datetime) -> bool:
        if int(target.timestamp() // _DAY) > int(self._settled.timestamp() // _DAY):
            return True  # a midnight for the history
        end = self.operations.next_end()
        if end is not None and end <= target.timestamp():
            return True
        due = self.scheduler.next_due(self._settled.timestamp())
        return due is not None and due <= target.timestamp()

    def _move_to(self, moment: datetime) -> None:
        self.scheduler.run_between(self._settled.timestamp(), moment.timestamp(), self.settings)
        self._settled = moment

    def _count(self) -> int:
        count = int(self.database.fact("count") or 0) + 1
        self.database.keep_fact("count", count)
        return count


def _clock(options: Options) -> Clock:
    if isinstance(options.clock, datetime):
        return Clock(wall=options.wall, at=options.clock, frozen=True)
    if options.clock == "frozen":
        return Clock(wall=options.wall, at=START, frozen=True)
    if options.clock == "real":
        return Clock(wall=options.wall, speed=options.speed)
    raise ValueError(
        f"starting a simulator: clock is {options.clock!r}; give 'real', 'frozen' or an instant to freeze at"
    )
