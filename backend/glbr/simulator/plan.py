"""What a protection job does at present: its policy, with the job's own overrides on top."""

from dataclasses import dataclass

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.objects import Objects

_DEFAULT_PATTERN = "{SourceAssetName}_{DateFormat}"
# Where a job says nothing, by application. Only VMware's were recorded; a database is backed up
# through its application and arrays know volumes, so the others are inferred.
_CONSISTENCY = {"MSSQL": "APPLICATION"}
_GRANULARITY = {"VMWARE": "VMWARE_CBT"}


@dataclass(frozen=True)
class PlannedSchedule:
    """One schedule of a job, with every value that is in force.

    Attributes:
        application: the policy's `applicationType`.
        tier: the policy's tier, as stored.
        policy_schedule: the policy's schedule, as stored.
        override: what the job says instead, or nothing.
    """

    application: str
    tier: JsonObject
    policy_schedule: JsonObject
    override: JsonObject
    store: str | None

    @property
    def id(self) -> int:
        """The client's number of the schedule, unique in the policy."""
        number: int = self.policy_schedule["scheduleId"]
        return number

    @property
    def source(self) -> int | None:
        """Number of the schedule whose copies this one copies on."""
        number: int | None = self.policy_schedule.get("sourceProtectionScheduleId")
        return number

    @property
    def schedule(self) -> JsonObject:
        """HPE's `Schedule`."""
        cadence: JsonObject = self.policy_schedule["schedule"]
        return cadence

    def in_force(self, name: str) -> JsonObject | None:
        """A value the job may override: `expireAfter`, `lockFor`."""
        value: JsonObject | None = self.override.get(name, self.policy_schedule.get(name))
        return value

    @property
    def name_pattern(self) -> str:
        """How copies are named."""
        pattern = self.in_force("namePattern") or {}
        return str(pattern.get("format") or _DEFAULT_PATTERN)

    @property
    def consistency(self) -> str:
        """How quiet the asset is kept during a copy."""
        return str(self.override.get("consistency") or _CONSISTENCY.get(self.application, "CRASH"))

    @property
    def granularity(self) -> str:
        """What a backup reads: changed blocks of the machine, or whole volumes."""
        return str(self.override.get("backupGranularity") or _GRANULARITY.get(self.application, "VOLUME"))


def planned_schedules(objects: Objects, job: JsonObject) -> list[PlannedSchedule]:
    """All schedules of a job in policy order; empty when its policy has vanished."""
    policy = objects.find("protection-policies", job["protectionPolicyId"])
    return [] if policy is None else schedules_of(policy, job)


def schedules_of(policy: JsonObject, job: JsonObject) -> list[PlannedSchedule]:
    """All schedules of a job whose policy is at hand."""
    application = policy["applicationType"]
    overrides = {tier["id"]: tier for tier in job.get("overrides", {}).get("protections", ())}
    planned = []
    for tier in policy["protections"]:
        override = overrides.get(tier["id"], {})
        per_schedule = {schedule["scheduleId"]: schedule for schedule in override.get("schedules", ())}
        store = override.get("protectionStoreId", tier.get("protectionStoreId"))
        planned += [
            PlannedSchedule(application, tier, schedule, per_schedule.get(schedule["scheduleId"], {}), store)
            for schedule in tier["schedules"]
        ]
    return planned


def sources_first(planned: list[PlannedSchedule]) -> list[PlannedSchedule]:
    """The schedules in the order of a run: each after the one whose copies it needs."""
    by_id = {schedule.id: schedule for schedule in planned}
    ordered: list[PlannedSchedule] = []

    def add(schedule: PlannedSchedule) -> None:
        if schedule in ordered:
            return
        if schedule.source in by_id:
            add(by_id[schedule.source])
        ordered.append(schedule)

    for schedule in planned:
        add(schedule)
    return ordered


def with_sources(planned: list[PlannedSchedule], wanted: set[int]) -> set[int]:
    """The wanted schedules and all they build on."""
    sources = {schedule.id: schedule.source for schedule in planned}
    found = set(wanted)
    grown = True
    while grown:
        more = {sources[number] for number in found if sources.get(number) in sources} - found
        found |= {number for number in more if number is not None}
        grown = bool(more)
    return found
