"""What a job really does: the policy's tiers and schedules, with the job's own overrides on top.

Policies and overrides are plain trees with HPE's names in snake_case, as in `glbr.protection.policy`: `None` is absent, a
value of an unexpected type is unknown as yet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from glbr.protection.cadence import Cadence
from glbr.protection.period import InvalidPeriod, Period
from glbr.protection.problem import Path
from glbr.protection.setting import Setting, setting

Tree = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Schedule:
    """One rhythm of copies as it is in force.

    Attributes:
        number: HPE's `scheduleId`; unique in the policy.
        name: Its label, empty when it has none.
        cadence: When copies are made.
        keep: How long a copy lives (`expireAfter`).
        lock: For how long nobody can delete a copy (`lockFor`).
        source: Number of the schedule whose copies this one is made from; absent when made from the asset.
        consistency: How quiet the asset is kept; absent when neither says.
        pre_script: Path and arguments of the script before a copy.
        post_script: Path and arguments of the script after a copy.
        path: Where it stands in the policy. Two schedules that differ in nothing else are equal.
    """

    number: Setting[int]
    name: str
    cadence: Setting[Cadence]
    keep: Setting[Period]
    lock: Setting[Period]
    source: Setting[int]
    consistency: Setting[str]
    pre_script: Setting[str]
    post_script: Setting[str]
    path: Path = field(default=(), compare=False)

    @property
    def label(self) -> str:
        """How people call it: `daily (schedule 2)`."""
        number = f"schedule {self.number.value}" if self.number.is_known else "a schedule"
        return f"{self.name} ({number})" if self.name else number


@dataclass(frozen=True, slots=True)
class Tier:
    """One kind of copy as it is in force.

    Attributes:
        kind: `SNAPSHOT`, `BACKUP`, `CLOUD_BACKUP`, `REPLICATED_SNAPSHOT` or `DATABASE_LOG_BACKUP`.
        store: The protection store that takes the copies; absent for those that stay on the array.
        schedules: When copies are made, and how long they live. Absent only when the policy has no list.
        path: Where it stands in the policy.
    """

    kind: Setting[str]
    store: Setting[str]
    schedules: Setting[tuple[Schedule, ...]]
    path: Path = field(default=(), compare=False)

    def known_schedules(self) -> tuple[Schedule, ...]:
        """The schedules, as far as they are known."""
        return self.schedules.value or ()


Tiers = Setting[tuple[Tier, ...]]
"""All tiers of a policy or job; unknown when the list itself is."""


def tiers_of(policy: Tree, overrides: object = None) -> Tiers:
    """Read a policy's tiers, with the overrides of one job on top.

    An override names its tier by the id that HPE gave it. While that id is unknown, the numbers of its schedules tell the
    tier, for they are unique over the policy.
    """
    found = setting(policy.get("protections"), list, "policy")
    if found.value is None:
        return Setting(found.state, None, found.origin)
    per_schedule, per_tier = _overridden(overrides)
    blind = overrides is not None and not isinstance(overrides, Mapping)
    tiers = tuple(
        _tier(tree, ("protections", position), per_schedule, per_tier, blind=blind)
        for position, tree in _elements(found.value)
    )
    return Setting("known", tiers, "policy")


def _tier(
    tree: Tree, path: Path, per_schedule: Mapping[int, Tree], per_tier: Mapping[object, object], *, blind: bool
) -> Tier:
    entries = setting(tree.get("schedules"), list)
    schedules = tuple(
        _schedule(entry, (*path, "schedules", index), per_schedule, blind=blind)
        for index, entry in _elements(entries.value or [])
    )
    store = setting(tree.get("protection_store_id"), str, "policy")
    numbers = [schedule.number.value for schedule in schedules]
    keys = [tree.get("id"), *(("schedule", number) for number in numbers)]
    overriding = next((per_tier[key] for key in keys if isinstance(key, (str, tuple)) and key in per_tier), None)
    if overriding is not None:
        store = setting(overriding, str, "job")
    if blind and not store.is_absent:
        store = Setting("unknown", None, "job")
    known = Setting("known", schedules) if entries.is_known else Setting[tuple[Schedule, ...]](entries.state)
    return Tier(setting(tree.get("type"), str), store, known, path)


def _schedule(entry: Tree, path: Path, per_schedule: Mapping[int, Tree], *, blind: bool) -> Schedule:
    number = setting(entry.get("schedule_id"), int)
    own = per_schedule.get(number.value, {}) if number.value is not None else {}
    read = Schedule(
        number,
        str(entry.get("name") or "") if isinstance(entry.get("name"), str) else "",
        Cadence.of(entry.get("schedule")),
        _in_force(_period(entry, "expire_after", "policy"), _period(own, "expire_after", "job")),
        _in_force(_period(entry, "lock_for", "policy"), _period(own, "lock_for", "job")),
        setting(entry.get("source_protection_schedule_id"), int),
        setting(own.get("consistency"), str, "job"),
        _script(entry.get("pre_script_info"), own.get("pre_script_info")),
        _script(entry.get("post_script_info"), own.get("post_script_info")),
        path,
    )
    if not blind:
        return read
    # What the job overrides is unknown as a whole: so is everything that it may override.
    hidden = Setting[Period]("unknown", None, "job")
    return replace(read, keep=hidden, lock=hidden, consistency=Setting("unknown", None, "job"))


def _in_force(policy: Setting[Period], job: Setting[Period]) -> Setting[Period]:
    return policy if job.is_absent else job


def _period(entry: Tree, name: str, origin: str) -> Setting[Period]:
    written = setting(entry.get(name), str, origin)
    if written.value is None:
        return Setting(written.state, None, origin)
    try:
        return Setting("known", Period.parse(written.value), origin)
    except InvalidPeriod:
        return Setting("unknown", None, origin)  # refused where it stands, by its own type


def _script(policy: object, job: object) -> Setting[str]:
    """Host, path and arguments in one text; the arguments may be the job's."""
    if policy is None:
        return Setting("absent")
    if not isinstance(policy, Mapping):
        return Setting("unknown")
    parts = [policy.get("host_id"), policy.get("path"), policy.get("params")]
    origin = "policy"
    if isinstance(job, Mapping) and job.get("params") is not None:
        parts[2], origin = job["params"], "job"
    if any(part is not None and not isinstance(part, str) for part in parts):
        return Setting("unknown", None, origin)
    return Setting("known", " ".join(str(part) for part in parts if part is not None), origin)


def _overridden(overrides: object) -> tuple[dict[int, Tree], dict[object, object]]:
    """What a job overrides: by schedule number, and stores by tier id or by one of the tier's schedules."""
    per_schedule: dict[int, Tree] = {}
    per_tier: dict[object, object] = {}
    for _, tier in _elements(overrides.get("protections") if isinstance(overrides, Mapping) else None):
        numbers = []
        for _, entry in _elements(tier.get("schedules")):
            number = entry.get("schedule_id")
            if isinstance(number, int):
                per_schedule[number] = entry
                numbers.append(number)
        store = tier.get("protection_store_id")
        if store is not None:
            if isinstance(tier.get("id"), str):
                per_tier[tier["id"]] = store
            else:
                per_tier.update({("schedule", number): store for number in numbers})
    return per_schedule, per_tier


def _elements(value: object) -> Iterator[tuple[int, Tree]]:
    if isinstance(value, list):
        yield from ((position, item) for position, item in enumerate(value) if isinstance(item, Mapping))
