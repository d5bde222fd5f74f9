"""Protection policy: what to copy, how often, where to, for how long, and for how long nobody may delete it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from glbr.definition import (
    Block,
    Period,
    Resource,
    TimeOfDay,
    Timestamp,
    Tree,
    Update,
    argument,
    reference,
    result,
)
from glbr.protection.policy import policy_problems
from glbr.protection.problem import Path, Problem
from glbr.protection.weakening import Weakening, destroyed
from glbr.resources.parts.tier_order import in_order


class ActiveTime(Block):
    """Daily window in which copies may start."""

    active_from_time: TimeOfDay = argument("Start of the window, HH:MM, UTC.")
    active_until_time: TimeOfDay = argument("End of the window, HH:MM, UTC.")


class RepeatInterval(Block):
    """How often within the recurrence."""

    every: int = argument("Step: up to 60 for `BY_MINUTES`, up to 24 for `HOURLY`, any number from 1 for the rest.")
    on: list[int] | None = argument(
        "Position in the period: minute 0-59 for `HOURLY`, weekday 0-6 (0 is Monday) for `WEEKLY`, day 1-31 for `MONTHLY` "
        "(0 is the last). Not for `BY_MINUTES` and `DAILY`."
    )


class Cadence(Block):
    """When copies are made."""

    recurrence: Literal["BY_MINUTES", "HOURLY", "DAILY", "WEEKLY", "MONTHLY"] = argument("Family of the cadence.")
    repeat_interval: RepeatInterval = argument("How often within the family.")
    start_time: TimeOfDay | None = argument("Time of day, HH:MM. For `DAILY`, `WEEKLY` and `MONTHLY`.")
    active_time: ActiveTime | None = argument("Daily window. For `BY_MINUTES` and `HOURLY`.")


class NamePattern(Block):
    """How copies are named."""

    format: str = argument("Letters, digits and the tokens `{SourceAssetName}` and `{DateFormat}`.", at_most=255)


class Script(Block):
    """A script that HPE runs around a copy."""

    host_id: str = argument("Application host that runs it.")
    path: str = argument("Absolute path on that host.")
    params: str | None = argument("Arguments.")
    timeout_in_seconds: int | None = argument("Time allowed, seconds.", at_least=1)


class Schedule(Block):
    """One rhythm of copies, and how long each copy lives."""

    told_apart_by = ("schedule_id",)
    named_once = False  # the policy itself sees to it, over all tiers

    schedule_id: int = argument("Your number for the schedule, unique in the policy.", at_least=1)
    schedule: Cadence = argument("When copies are made.")
    name: str | None = argument("Label.", at_least=1, at_most=255)
    expire_after: Period | None = argument("HPE deletes a copy after this long, such as `2 weeks`.")
    lock_for: Period | None = argument("Nobody can delete a copy before this long. Not longer than `expire_after`.")
    source_protection_schedule_id: int | None = argument(
        "Number of the schedule whose copies this one is made from; without it, copies are made from the asset.",
        at_least=1,
    )
    name_pattern: NamePattern | None = argument("How copies are named.")
    pre_script_info: Script | None = argument("Script to run before the copy.")
    post_script_info: Script | None = argument("Script to run after the copy.")


class Protection(Block):
    """One tier: a kind of copy, the store it goes to, and its schedules."""

    id: str | None = result("Identifier of the tier made by HPE; job overrides name it.", stable=True)
    type: Literal["SNAPSHOT", "BACKUP", "CLOUD_BACKUP", "REPLICATED_SNAPSHOT", "DATABASE_LOG_BACKUP"] = argument(
        "Kind of copy. `SNAPSHOT` stays on the array, `BACKUP` goes to an on-premises store, `CLOUD_BACKUP` to a cloud."
    )
    protection_store_id: str | None = reference(
        "Store that takes the copies. None for `SNAPSHOT`.", to="protection_store", read_from="protectionStoreInfo.id"
    )
    schedules: list[Schedule] = argument("When to copy, and for how long to keep.", at_least=1)

    @classmethod
    def key_of(cls, tree: Tree) -> Hashable | None:
        """A tier is known by its schedules: their numbers are unique over the policy."""
        schedules = tree.get("schedules")
        if not isinstance(schedules, list) or not all(isinstance(entry, dict) for entry in schedules):
            return None
        numbers = [entry.get("schedule_id") for entry in schedules]
        return tuple(sorted(numbers)) if all(isinstance(number, int) for number in numbers) else None


class ProtectionPolicy(Resource):
    """A named set of protection tiers that protection jobs apply to assets.

    HPE replaces a policy freely while no job uses it. Once one does, only names, cadence, retention and lock can change;
    a change of tiers, stores, chains or scripts is planned as a new policy, together with the jobs that use it.
    """

    collection = "/backup-recovery/v1beta1/protection-policies"
    filterable = (
        "assigned",
        "name",
        "protections/type",
        "protections/applicationType",
        "protections/protectionStoreInfo/name",
        "protections/protectionStoreInfo/id",
    )
    kept_while = (
        "A protection job uses the policy. Destroy the jobs first: those of this configuration in the same apply, others in "
        "their own."
    )
    needs_live = True
    changeable_in_use: ClassVar = ("name", "name_pattern", "expire_after", "lock_for", "schedule", "schedule_id")
    """What HPE's merge patch of a schedule has a place for."""

    name: str = argument("Name shown in the console.", at_least=1)
    description: str | None = argument("Free-text note.")
    application_type: Literal["VMWARE", "AWS", "HPE_ARRAY_VOLUME", "MSSQL"] = argument(
        "Family of the assets it is for.", replace=True
    )
    protections: list[Protection] = argument("Tiers, one entry each.", at_least=1)

    created_at: Timestamp | None = result("When it was made.", stable=True)
    resource_uri: str | None = result("API path of the policy.", stable=True)
    assigned: bool | None = result("True while a protection job uses the policy.", volatile=True)

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """Locks, numbers, chains and stores must agree with each other."""
        return policy_problems(tree)

    @classmethod
    def weakenings(
        cls, prior: Tree, planned: Tree | None, replacing: Sequence[Path], beside: tuple[Tree, Tree]
    ) -> Iterator[Weakening]:
        """Tiers and schedules that are lost or do less, and locks that nobody can shorten again."""
        del beside
        if planned is not None and prior.get("assigned") is not False:
            # The calendar comes in here: most plans change no policy.
            from glbr.protection.effective import tiers_of
            from glbr.protection.tier_weakening import tier_weakenings

            yield from tier_weakenings(tiers_of(prior), tiers_of(planned), replacing=bool(replacing))
        elif planned is None and prior.get("assigned"):
            yield destroyed(
                "in use by protection jobs",
                "What they protect gets no more recovery points. Copies made so far stay until they expire.",
            )

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """At an import nobody has written an order of the tiers yet."""
        del beside
        tiers = _tiers(tree)
        return {**tree, "protections": in_order(tiers)} if prior is None and tiers else tree

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """PUT while no job uses the policy; then a merge patch, as far as it reaches."""
        if _meant(prior) == _meant(planned):
            return Update.nothing()  # only written in another order, as after an import
        if not live.get("assigned"):
            return Update("PUT", planned)
        before = {Protection.key_of(tier): tier for tier in _tiers(live)}
        if fixed := tuple(_fixed_differences(before, _tiers(planned))):
            return Update.impossible(
                fixed,
                f"protection policy {prior.get('name')} is in use, and HPE cannot change tiers, stores, chains or scripts of "
                "a policy in use. A new policy is needed, and a new job for each asset; copies made so far stay until they "
                "expire.",
            )
        changed = {name: planned.get(name) for name in ("name", "description") if planned.get(name) != prior.get(name)}
        tiers, kept = [], []
        for new in _tiers(planned):
            old = before[Protection.key_of(new)]
            tiers.append({"id": old["id"], "schedules": [cls._patch(entry) for entry in _schedules(new)]})
            kept += _cleared(cls.changeable_in_use, _by_number(old), new)
        reason = (
            f"protection policy {prior.get('name')} is in use, and HPE's change of a policy in use has no way to take a value "
            f"away: {', '.join(kept)}. If HPE keeps it, the apply says so; terraform apply -replace=… makes a new policy."
        )
        return Update("PATCH", {**changed, "protections": tiers}, reason=reason if kept else "")

    @classmethod
    def _patch(cls, schedule: Tree) -> Tree:
        return {name: schedule[name] for name in cls.changeable_in_use if schedule.get(name) is not None}


def _tiers(policy: Tree) -> list[Tree]:
    tiers = policy.get("protections")
    return tiers if isinstance(tiers, list) else []


def _meant(policy: Tree) -> Tree:
    """A policy without the order of its tiers, and what HPE has made of them."""
    tiers = [{name: value for name, value in tier.items() if name != "id"} for tier in in_order(_tiers(policy))]
    arguments = {name: policy.get(name) for name, entry in ProtectionPolicy.fields().items() if entry.write_to}
    return {**arguments, "protections": tiers}


def _schedules(tier: Tree) -> list[Tree]:
    schedules = tier.get("schedules")
    return schedules if isinstance(schedules, list) else []


def _by_number(tier: Tree) -> dict[object, Tree]:
    return {entry.get("schedule_id"): entry for entry in _schedules(tier)}


def _fixed_differences(before: Mapping[Hashable, Tree], after: list[Tree]) -> Iterator[Path]:
    """Where tiers differ in something that a policy in use cannot change. Their order means nothing."""
    if {Protection.key_of(tier) for tier in after} != before.keys():
        yield ("protections",)
        return
    for position, new in enumerate(after):
        path: Path = ("protections", position)
        old = before[Protection.key_of(new)]
        fixed = [name for name in ("type", "protection_store_id") if not _same(Protection, name, old, new)]
        yield from ((*path, name) for name in fixed)
        was = _by_number(old)
        for index, will in enumerate(_schedules(new)):
            names = ("source_protection_schedule_id", "pre_script_info", "post_script_info")
            one = was[will.get("schedule_id")]
            yield from ((*path, "schedules", index, name) for name in names if not _same(Schedule, name, one, will))


def _cleared(names: Sequence[str], was: Mapping[object, Tree], tier: Tree) -> list[str]:
    """Values that a schedule has and is to lose."""
    return [
        f"{name} of schedule {entry.get('schedule_id')}"
        for entry in _schedules(tier)
        for name in names
        if entry.get(name) is None and was[entry.get("schedule_id")].get(name) is not None
    ]


def _same(block: type[Block], name: str, one: Tree, other: Tree) -> bool:
    return block.fields()[name].same(one.get(name), other.get(name))
