"""What a job really does: the policy's tiers and schedules, with the job's own overrides on top.

Policies and overrides are plain trees with HPE's names in snake_case, as in `glbr.protection.policy`: `None` is absent, a
value of an unexpected type is unknown as yet.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final

from glbr.protection.cadence import Cadence
from glbr.protection.period import Period
from glbr.protection.problem import Path
from glbr.protection.setting import Setting, setting
from glbr.protection.trees import Tree, elements, period_in


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
        pre_script: Host, path and a mark of the arguments of the script before a copy.
        post_script: The same of the script after a copy.
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


_MARK: Final = re.compile("[0-9a-f]{12}")

Tiers = Setting[tuple[Tier, ...]]
"""All tiers of a policy or job; unknown when the list itself is."""


@dataclass(frozen=True, slots=True)
class _Overrides:
    """What a job overrides.

    Attributes:
        per_schedule: Its own values, by number of the schedule.
        stores: Its own stores, by id of the tier, or by the numbers of the tier's schedules while that id is unknown.
        is_blind: Whether something of it is unknown as yet, so that it may be about any tier.
    """

    per_schedule: Mapping[int, Tree] = field(default_factory=dict)
    stores: Mapping[object, object] = field(default_factory=dict)
    is_blind: bool = False

    @classmethod
    def of(cls, written: object) -> "_Overrides":
        """Read the overrides of one job; None for none."""
        tiers = written.get("protections") if isinstance(written, Mapping) else written
        per_schedule: dict[int, Tree] = {}
        stores: dict[object, object] = {}
        is_blind = not _is_readable(tiers)
        for _, tier in elements(tiers):
            entries = list(elements(tier.get("schedules")))
            numbers = [setting(entry.get("schedule_id"), int) for _, entry in entries]
            is_blind |= not _is_readable(tier.get("schedules")) or not all(number.is_known for number in numbers)
            known = [number.value for number in numbers if number.value is not None]
            per_schedule |= {
                number.value: entry
                for number, (_, entry) in zip(numbers, entries, strict=True)
                if number.value is not None
            }
            store, identifier = tier.get("protection_store_id"), setting(tier.get("id"), str)
            if store is None:
                continue
            is_blind |= not identifier.is_known and not known
            keys = [identifier.value] if identifier.is_known else [("schedule", number) for number in known]
            stores |= dict.fromkeys(keys, store)
        return cls(per_schedule, stores, is_blind)

    def store_of(self, tier: Tree, schedules: Iterable[Schedule]) -> object:
        """The store that the job chooses for a tier; None for none."""
        keys = [tier.get("id"), *(("schedule", schedule.number.value) for schedule in schedules)]
        hashable = (key for key in keys if isinstance(key, (str, tuple)))
        return next((self.stores[key] for key in hashable if key in self.stores), None)


def tiers_of(policy: Tree, overrides: object = None) -> Tiers:
    """Read a policy's tiers, with the overrides of one job on top.

    An override names its tier by the id that HPE gave it. While that id is unknown, the numbers of its schedules tell the
    tier, for they are unique over the policy.
    """
    found = setting(policy.get("protections"), list, "policy")
    if found.value is None:
        return Setting(found.state, None, found.origin)
    own = _Overrides.of(overrides)
    tiers = (_tier(tree, ("protections", place), own) for place, tree in enumerate(found.value) if tree is not None)
    return Setting("known", tuple(tiers), "policy")


def _tier(tree: object, path: Path, own: _Overrides) -> Tier:
    if not isinstance(tree, Mapping):
        return Tier(Setting("unknown"), Setting("unknown"), Setting("unknown"), path)
    entries = setting(tree.get("schedules"), list)
    schedules = tuple(
        _schedule(entry, (*path, "schedules", index), own)
        for index, entry in enumerate(entries.value or [])
        if entry is not None
    )
    store = setting(tree.get("protection_store_id"), str, "policy")
    chosen = own.store_of(tree, schedules)
    if chosen is not None:
        store = setting(chosen, str, "job")
    if own.is_blind and not store.is_absent:
        store = Setting("unknown", None, "job")
    read: Setting[tuple[Schedule, ...]] = Setting(entries.state, schedules if entries.is_known else None)
    return Tier(setting(tree.get("type"), str), store, read, path)


def _schedule(entry: object, path: Path, overrides: _Overrides) -> Schedule:
    if not isinstance(entry, Mapping):
        nil: Setting[Any] = Setting("unknown")
        return Schedule(nil, "", nil, nil, nil, nil, nil, nil, nil, path)
    number, name = setting(entry.get("schedule_id"), int), entry.get("name")
    own = overrides.per_schedule.get(number.value, {}) if number.value is not None else {}
    read = Schedule(
        number,
        name if isinstance(name, str) else "",
        Cadence.of(entry.get("schedule")),
        _in_force(period_in(entry.get("expire_after"), "policy"), period_in(own.get("expire_after"), "job")),
        _in_force(period_in(entry.get("lock_for"), "policy"), period_in(own.get("lock_for"), "job")),
        setting(entry.get("source_protection_schedule_id"), int),
        setting(own.get("consistency"), str, "job"),
        _script(entry.get("pre_script_info"), own.get("pre_script_info")),
        _script(entry.get("post_script_info"), own.get("post_script_info")),
        path,
    )
    if not overrides.is_blind and not (number.is_unknown and overrides.per_schedule):
        return read
    # Which values the job overrides is unknown: so are all that it may override.
    hidden: Setting[Any] = Setting("unknown", None, "job")
    return replace(
        read,
        keep=hidden,
        lock=hidden,
        consistency=hidden,
        pre_script=read.pre_script if read.pre_script.is_absent else hidden,
        post_script=read.post_script if read.post_script.is_absent else hidden,
    )


def _in_force(policy: Setting[Period], job: Setting[Period]) -> Setting[Period]:
    return policy if job.is_absent else job


def marked(arguments: str) -> Tree:
    """What stands for a script's arguments where nobody may read them: the same for the same arguments."""
    return {"mark": sha256(arguments.encode("utf-8", "backslashreplace")).hexdigest()[:12]}


def _script(policy: object, job: object) -> Setting[str]:
    """Host, path and a mark of the arguments, which may be the job's: they may hold a password, which nobody is to see."""
    if policy is None:
        return Setting("absent")
    if not isinstance(policy, Mapping) or not (job is None or isinstance(job, Mapping)):
        return Setting("unknown")
    parts = [policy.get("host_id"), policy.get("path"), policy.get("params")]
    origin = "policy"
    if job is not None and job.get("params") is not None:
        parts[2], origin = job["params"], "job"
    if isinstance(parts[2], str):
        parts[2] = marked(parts[2])
    if isinstance(parts[2], Mapping):
        mark = parts[2].get("mark")
        parts[2] = f"arguments {mark}" if isinstance(mark, str) and _MARK.fullmatch(mark) else parts[2]
    if any(part is not None and not isinstance(part, str) for part in parts):
        return Setting("unknown", None, origin)
    return Setting("known", " ".join(str(part) for part in parts if part is not None), origin)


def _is_readable(value: object) -> bool:
    """Whether it is sure what a list holds: it is not there, or all of its elements are known objects."""
    return value is None or (
        isinstance(value, list) and all(item is None or isinstance(item, Mapping) for item in value)
    )
