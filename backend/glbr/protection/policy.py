"""What makes a protection policy contradict itself.

One home for these checks: the provider runs them on configuration, the constructs while a policy is written. The policy
is a plain tree with HPE's names in snake_case. `None` is absent; a value of an unexpected type is unknown as yet (a
Terraform reference, a CDK token) and never a reason to complain.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from glbr.protection.problem import Path, Problem
from glbr.protection.schedule import schedule_problems
from glbr.protection.trees import Tree, elements, period_in

STORELESS: Final = ("SNAPSHOT", "REPLICATED_SNAPSHOT")
"""Tiers whose copies stay on the array."""
STORED: Final = ("BACKUP", "CLOUD_BACKUP", "DATABASE_LOG_BACKUP")
"""Tiers whose copies need a protection store."""


def policy_problems(policy: Tree) -> Iterator[Problem]:
    """Everything that is wrong with a policy, in the order a reader meets it."""
    for position, tier in elements(policy.get("protections")):
        path: Path = ("protections", position)
        yield from _store_problems(tier, path)
        for index, entry in elements(tier.get("schedules")):
            where = (*path, "schedules", index)
            yield from lock_problems(entry, where)
            if isinstance(cadence := entry.get("schedule"), Mapping):
                yield from schedule_problems(cadence, (*where, "schedule"))
    yield from _chain_problems(policy)


def lock_problems(entry: Tree, path: Path) -> Iterator[Problem]:
    """A copy cannot be locked for longer than it is kept."""
    keep, lock = period_in(entry.get("expire_after")).value, period_in(entry.get("lock_for")).value
    if keep and lock and lock.can_outlast(keep):
        yield Problem(
            (*path, "lock_for"),
            "Lock longer than retention",
            f"Given: lock_for = {str(lock)!r}, expire_after = {str(keep)!r}. A copy cannot be locked for longer than it is "
            f"kept. Shorten lock_for to {str(keep)!r} or less, or lengthen expire_after.",
        )


def _store_problems(tier: Tree, path: Path) -> Iterator[Problem]:
    kind, store = tier.get("type"), tier.get("protection_store_id")
    if kind in STORELESS and store is not None:
        yield Problem(
            (*path, "protection_store_id"),
            f"{kind} takes no protection store",
            f"Given: type = {kind!r} with protection_store_id. Its copies stay on the array. Remove protection_store_id, "
            "or use BACKUP or CLOUD_BACKUP.",
        )
    if kind in STORED and store is None:
        yield Problem(
            (*path, "protection_store_id"),
            f"{kind} needs a protection store",
            f"Given: type = {kind!r} without protection_store_id. Set it to the id of a glbr_protection_store.",
        )


def _chain_problems(policy: Tree) -> Iterator[Problem]:
    """Numbers must be unique over the policy, and each chain must lead to a schedule that has no source."""
    entries = [
        (("protections", position, "schedules", index), entry)
        for position, tier in elements(policy.get("protections"))
        for index, entry in elements(tier.get("schedules"))
    ]
    first: dict[int, Path] = {}
    sources: dict[int, object] = {}
    complete = _is_complete(policy)
    for path, entry in entries:
        number = entry.get("schedule_id")
        if not isinstance(number, int):
            complete = False
        elif number in first:
            yield Problem(
                (*path, "schedule_id"),
                f"Two schedules have the id {number}",
                f"Given: schedule_id = {number}, already used in protections[{first[number][1]}]. schedule_id is unique "
                f"over the whole policy. Free: {max(n for n in first) + 1}.",
            )
        else:
            first[number] = path
            sources[number] = entry.get("source_protection_schedule_id")
    for number, source in sources.items():
        if not isinstance(source, int):
            continue
        where = (*first[number], "source_protection_schedule_id")
        if source not in sources:
            if complete:
                yield Problem(
                    where,
                    f"Schedule {number} is made from schedule {source}, which does not exist",
                    f"Given: source_protection_schedule_id = {source}. Schedules of this policy: "
                    f"{', '.join(map(str, sorted(sources)))}.",
                )
        elif circle := _circle(number, sources):
            yield Problem(
                where,
                "Schedules are made from each other in a circle",
                f"Given: {' <- '.join(map(str, circle))}. One schedule of a chain must have no "
                "source_protection_schedule_id.",
            )


def _circle(start: int, sources: Mapping[int, object]) -> list[int]:
    """The chain from `start` back to itself, or nothing when it ends."""
    chain = [start]
    while isinstance(source := sources.get(chain[-1]), int):
        chain.append(source)
        if source == start:
            return chain
        if len(chain) > len(sources):
            return []
    return []


def _is_complete(policy: Tree) -> bool:
    """Whether every tier and every schedule is known, so that a missing source is really missing."""
    tiers = policy.get("protections")
    return isinstance(tiers, list) and all(
        isinstance(tier, Mapping)
        and isinstance(schedules := tier.get("schedules"), list)
        and all(isinstance(entry, Mapping) for entry in schedules)
        for tier in tiers
    )
