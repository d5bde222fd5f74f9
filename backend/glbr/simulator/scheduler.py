"""Runs protection jobs: makes the copies that schedules ask for, in the order of time."""

import json
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from glbr.simulator.clock import moment_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copies, CopyRow, Track, removal_of
from glbr.simulator.database import Database
from glbr.simulator.history import History
from glbr.simulator.inventory import members
from glbr.simulator.objects import Objects
from glbr.simulator.plan import PlannedSchedule, planned_schedules, sources_first, with_sources
from glbr.simulator.references import ASSET_COLLECTIONS, GROUP_TYPES
from glbr.simulator.rules.cadence import Cadence
from glbr.simulator.rules.retention import Ending, ending
from glbr.simulator.settings import Settings

# HPE's jobs show the last five runs of a schedule.
_REMEMBERED_RUNS = 5


@dataclass
class ScheduleState:
    """What a job remembers of one schedule.

    Attributes:
        runs: newest last: instant (seconds since 1970), status, error text or None.
    """

    suspended: bool = False
    runs: list[tuple[int, str, str | None]] = field(default_factory=list)
    last_good: int | None = None


@dataclass
class _Line:
    """One schedule of one job, ready to be run many times."""

    job: str
    schedule: PlannedSchedule
    track: int
    expires: Ending
    locked: Ending
    problem: tuple[str, str] | None
    newest: int | None = None
    runs: deque[tuple[int, str, str | None]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED_RUNS))
    last_good: int | None = None


class Scheduler:
    """Knows when the next run is due, and makes all runs of a stretch of time at once.

    Everything a run depends on (policies, members, stores) can only change by a request, and the
    world is brought up to date before each request, so within one stretch nothing changes.
    """

    def __init__(self, database: Database, objects: Objects, copies: Copies, zone: ZoneInfo) -> None:
        self._database = database
        self._objects = objects
        self._copies = copies
        self._history = History(database)
        self._zone = zone
        self._due: dict[str, tuple[str, float | None]] = {}
        self._stale: set[str] = set()
        objects.listen(self._notice)
        self.reload()

    def reload(self) -> None:
        """Look at all jobs anew; the world was replaced."""
        self._due.clear()
        self._stale = {job["id"] for job in self._objects.all("protection-jobs")}

    def next_due(self, now: float) -> float | None:
        """When the next run starts or the next copy goes; None for never."""
        self._refresh(now)
        moments = [due for _, due in self._due.values() if due is not None]
        removal = self._copies.next_removal()
        return min([*moments, removal] if removal is not None else moments, default=None)

    def run_between(self, after: float, until: float, settings: Settings) -> None:
        """Make every copy due later than `after` and not later than `until`; let go of expired ones."""
        self._refresh(after)
        due = [number for number, (_, moment) in self._due.items() if moment is not None and moment <= until]
        runs: list[tuple[int, int, _Line]] = []
        for identifier in sorted(due):
            job = self._objects.find("protection-jobs", identifier)
            if job is not None:
                runs += self._periodic_runs(job, after, until, settings)
            self._stale.add(identifier)
        self._make(runs, after, until)
        self._copies.expire(until)

    def run_now(self, job: JsonObject, wanted: Iterable[int] | None, at: float, settings: Settings) -> None:
        """Start schedules by hand (all when None), sources first."""
        planned = planned_schedules(self._objects, job)
        numbers = {schedule.id for schedule in planned} if wanted is None else set(wanted)
        if settings.chained_runs == "run_source":
            numbers = with_sources(planned, numbers)
        states = self.states(job["id"])
        lines = self._lines(job, [schedule for schedule in planned if not states_of(states, schedule.id).suspended])
        self._make([(int(at), place, line) for place, line in enumerate(lines) if line.schedule.id in numbers], at, at)

    def states(self, job: str) -> dict[int, ScheduleState]:
        """What is remembered of each schedule of a job."""
        rows = self._database.connection.execute("SELECT schedule, body FROM schedule_states WHERE job = ?", (job,))
        return {number: _state(json.loads(body)) for number, body in rows}

    def suspend(self, job: str, schedules: Iterable[int], *, suspended: bool) -> None:
        """Stop or restart schedules of a job."""
        states = self.states(job)
        for number in schedules:
            state = states_of(states, number)
            state.suspended = suspended
            self._keep(job, number, state)
        self._stale.add(job)

    def forget(self, job: str) -> None:
        """Drop what is remembered of a job that is gone; its copies stay."""
        self._database.connection.execute("DELETE FROM schedule_states WHERE job = ?", (job,))

    def next_run(self, job: JsonObject, schedule: PlannedSchedule, now: float) -> int | None:
        """When a schedule of a job runs next."""
        start = started(job)
        if start > now:
            return int(start)
        return Cadence(schedule.schedule, start, self._zone).next_after(now)

    def _notice(self, collection: str, identifier: str) -> None:
        if collection == "protection-jobs":
            self._stale.add(identifier)
        elif collection == "protection-policies":
            self._stale |= {job for job, (policy, _) in self._due.items() if policy == identifier}

    def _refresh(self, now: float) -> None:
        for identifier in self._stale:
            job = self._objects.find("protection-jobs", identifier)
            if job is None:
                self._due.pop(identifier, None)
                continue
            states = self.states(identifier)
            moments = [
                self.next_run(job, schedule, now)
                for schedule in planned_schedules(self._objects, job)
                if not states_of(states, schedule.id).suspended
            ]
            self._due[identifier] = job["protectionPolicyId"], min((m for m in moments if m is not None), default=None)
        self._stale.clear()

    def _periodic_runs(
        self, job: JsonObject, after: float, until: float, settings: Settings
    ) -> list[tuple[int, int, _Line]]:
        states = self.states(job["id"])
        planned = planned_schedules(self._objects, job)
        active = [schedule for schedule in planned if not states_of(states, schedule.id).suspended]
        start = started(job)
        first = [int(start)] if settings.first_run and after < start <= until else []
        instants = {s.id: set(first + Cadence(s.schedule, start, self._zone).between(after, until)) for s in active}
        lines = self._lines(job, active)
        if settings.chained_runs == "run_source":
            for line in reversed(lines):
                if line.schedule.source in instants:
                    instants[line.schedule.source] |= instants[line.schedule.id]
        return [(at, place, line) for place, line in enumerate(lines) for at in instants[line.schedule.id]]

    def _lines(self, job: JsonObject, schedules: list[PlannedSchedule]) -> list[_Line]:
        asset, held = self._asset(job)
        lines = []
        for schedule in sources_first(schedules):
            track = self._copies.track_number(_track(job, schedule, asset, held))
            problem = self._problem(job, schedule, asset, held)
            expires, locked = ending(schedule.in_force("expireAfter")), ending(schedule.in_force("lockFor"))
            lines.append(_Line(job["id"], schedule, track, expires, locked, problem))
        return lines

    def _asset(self, job: JsonObject) -> tuple[JsonObject | None, tuple[str, ...]]:
        """The protected object, and what is in it when it is a group."""
        kind, identifier = job["assetInfo"]["type"], job["assetInfo"]["id"]
        asset = self._objects.find(ASSET_COLLECTIONS[kind], identifier)
        if asset is None or kind not in GROUP_TYPES:
            return asset, ()
        return asset, tuple(member["id"] for member in members(self._objects, asset))

    def _problem(
        self, job: JsonObject, schedule: PlannedSchedule, asset: JsonObject | None, held: tuple[str, ...]
    ) -> tuple[str, str] | None:
        """Why this schedule makes no copy: status and text, or None."""
        if asset is None:
            return "ERROR", f"asset {job['assetInfo']['id']} is no longer in the inventory"
        if job["assetInfo"]["type"] in GROUP_TYPES and not held:
            return "SKIPPED", f"protection group {asset['name']} has no members"
        if schedule.store is None:
            return None
        store = self._objects.find("protection-stores", schedule.store)
        if store is None:
            return "ERROR", f"protection store {schedule.store} no longer exists"
        if store["state"] != "ONLINE":
            return "ERROR", f"protection store {store['displayName']} is {store['state']}"
        return None

    def _make(self, runs: list[tuple[int, int, _Line]], after: float, until: float) -> None:
        if not runs:
            self._history.extend({}, after, until)
            return
        runs.sort(key=lambda run: (run[0], run[2].job, run[1]))
        lines = {(line.job, line.schedule.id): line for _, _, line in runs}
        row = self._copies.next_row()
        rows: list[CopyRow] = []
        lives: dict[int, list[tuple[int, int | None]]] = {line.track: [] for line in lines.values()}
        for at, _, line in runs:
            if line.problem:
                line.runs.append((at, *line.problem))
                continue
            source = None
            if line.schedule.source is not None:
                source = self._source(lines, line, at)
                if source is None:
                    line.runs.append((at, "SKIPPED", f"schedule {line.schedule.source} has made no copy to copy on"))
                    continue
            expires, locked = line.expires(at), line.locked(at)
            removal = removal_of(expires, locked)
            lives[line.track].append((at, removal))
            # A copy that comes and goes within the stretch leaves only its trace in the history.
            if removal is None or removal > until:
                rows.append((row, line.track, at, expires, locked, removal, source))
            line.newest = row
            line.last_good = at
            line.runs.append((at, "OK", None))
            row += 1
        self._history.extend(lives, after, until)
        self._copies.add(rows, row)
        for line in lines.values():
            self._remember(line)

    def _source(self, lines: dict[tuple[str, int], _Line], line: _Line, at: int) -> int | None:
        """Row of the copy that this run copies on."""
        number = line.schedule.source
        source = lines.get((line.job, number)) if number is not None else None
        if source is not None and source.newest is not None:
            return source.newest
        return None if number is None else self._copies.newest_of_schedule(line.job, number, at)

    def _remember(self, line: _Line) -> None:
        state = states_of(self.states(line.job), line.schedule.id)
        state.runs = [*state.runs, *line.runs][-_REMEMBERED_RUNS:]
        state.last_good = line.last_good or state.last_good
        self._keep(line.job, line.schedule.id, state)

    def _keep(self, job: str, schedule: int, state: ScheduleState) -> None:
        body = json.dumps({"suspended": state.suspended, "runs": state.runs, "last_good": state.last_good})
        self._database.connection.execute(
            "INSERT OR REPLACE INTO schedule_states VALUES (?, ?, ?)", (job, schedule, body)
        )


def states_of(states: dict[int, ScheduleState], number: int) -> ScheduleState:
    """What is remembered of a schedule; nothing yet for one that never ran."""
    return states.get(number) or ScheduleState()


def started(job: JsonObject) -> float:
    """When a job took or takes effect, seconds since 1970."""
    return moment_of(job["startsAt"]).timestamp()


def _state(body: JsonObject) -> ScheduleState:
    return ScheduleState(
        body["suspended"], [(at, status, text) for at, status, text in body["runs"]], body["last_good"]
    )


def _track(job: JsonObject, schedule: PlannedSchedule, asset: JsonObject | None, held: tuple[str, ...]) -> Track:
    return Track(
        job=job["id"],
        policy=job["protectionPolicyId"],
        policy_name=job["policyName"],
        tier=schedule.tier["id"],
        tier_type=schedule.tier["type"],
        schedule=schedule.id,
        schedule_name=schedule.policy_schedule.get("name"),
        recurrence=schedule.schedule["recurrence"],
        name_pattern=schedule.name_pattern,
        asset=job["assetInfo"]["id"],
        asset_name=asset["name"] if asset else job["assetInfo"]["name"],
        asset_type=job["assetInfo"]["type"],
        store=schedule.store,
        consistency=schedule.consistency,
        granularity=schedule.granularity,
        members=held,
    )
