"""Takes the inventory that a review may lean on: what stores hold, who is in which group, what there is to protect.

Only reads. What HPE has no word for (the class of an asset, the last restore test) is left to people to add to the file.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from glbr.api.errors import NotFound
from glbr.definition.tree import Tree
from glbr.definition.types import kind_of, moment
from glbr.protection.effective import marked
from glbr.provider.reading import Reading, Reply, at
from glbr.resources import definitions
from glbr.views.state import observed

_TOGETHER: Final = 8
"""So many lists of copies are read at a time: a fleet has thousands of them, and HPE limits the rate per client."""

_ASSETS: Final = ("virtual_machine", "datastore", "volume", "mssql_database")
_GROUPS: Final = (
    "virtual_machine_protection_group",
    "volume_protection_group",
    "mssql_database_protection_group",
)
_NO_COPIES: Final = ("UNPROTECTED", "UNSUPPORTED")
"""HPE's `protectionStatus` of what has no recovery points."""

_Run = tuple[object, object, object]
"""When, to which store, and as which kind of backup."""


@dataclass(slots=True)
class _Held:
    """What a store holds."""

    copies: int = 0
    locked_until: datetime | None = None


@dataclass(slots=True)
class _Stock:
    """What was found, by id."""

    replies: dict[str, list[Reply]] = field(default_factory=dict)
    held: dict[str, _Held] = field(default_factory=dict)


async def take_stock(reading: Reading, now: datetime, tell: Callable[[str], None]) -> dict[str, object]:
    """The inventory, as its file has it.

    Args:
        reading: A connection to HPE.
        now: When it is taken.
        tell: Hears what is being read.

    Raises:
        GlbrError: HPE does not answer; there is no half of an inventory.
    """
    stock = _Stock()
    for noun in ("protection_store", "protection_policy", "protection_job", *_GROUPS, *_ASSETS):
        tell(f"reading {definitions()[noun].plural_words()}")
        stock.replies[noun] = [reply async for reply in _listed(reading, noun, {})]
    await _count_copies(reading, stock, tell)
    return {
        "format": "glbr-inventory",
        "version": 1,
        "taken_at": now.isoformat().replace("+00:00", "Z"),
        "stores": [_store(reply, stock) for reply in _sorted(stock, "protection_store")],
        "groups": [_group(reply) for reply in _sorted(stock, *_GROUPS)],
        "policies": [_policy(reply) for reply in _sorted(stock, "protection_policy")],
        "jobs": [_job(reply) for reply in _sorted(stock, "protection_job")],
        "assets": [_asset(reply) for noun in _ASSETS for reply in _sorted(stock, noun) if _is_listed(noun, reply)],
    }


async def _count_copies(reading: Reading, stock: _Stock, tell: Callable[[str], None]) -> None:
    """Count the backups in each store: those of groups first, then those that assets have beside those of their groups."""
    of_groups, of_assets = _owners(stock)
    turn, done = asyncio.Semaphore(_TOGETHER), 0
    shares: dict[str, Counter[_Run]] = {}
    seen: set[str] = set()

    async def count(noun: str, owner: str, of_its_groups: Counter[_Run], own: Counter[_Run]) -> None:
        nonlocal done
        async with turn:
            async for copy in _listed(reading, f"{noun}_backup", {f"{noun}_id": owner}):
                run, identifier = _run(copy), str(copy.get("id") or "")
                is_new = not identifier or identifier not in seen  # several databases may share one backup
                seen.add(identifier)
                is_share = of_its_groups[run] > 0
                of_its_groups[run] -= is_share
                own[run] += 1
                _note(stock.held, copy, counts=is_new and not is_share)
            done += 1
            tell(f"counting backups of {done} of {len(of_groups) + len(of_assets)} groups and assets")

    async with _together() as group:
        for owner, noun in of_groups.items():
            group.create_task(count(noun, owner, Counter(), shares.setdefault(owner, Counter())))
    groups_of = _groups_of(stock)
    async with _together() as group:
        for owner, noun in of_assets.items():
            theirs = sum((shares.get(one, Counter()) for one in groups_of.get(owner, ())), Counter[_Run]())
            group.create_task(count(noun, owner, theirs, Counter()))


def _owners(stock: _Stock) -> tuple[dict[str, str], dict[str, str]]:
    """Groups and assets whose lists of backups are read: id to noun.

    HPE lists a run of a group below the group and, as a share, below each member. So a member without a job of its own is
    left out where its group has one: a large group is read once.
    """
    # The asset of a job may have left the inventory while copies of it are held.
    with_job = {
        str(at(job, "assetInfo/id")): kind_of(at(job, "assetInfo/type")).replace("-", "_")
        for job in stock.replies["protection_job"]
        if at(job, "assetInfo/id")
    }
    told = {str(reply.get("id")): noun for noun in (*_GROUPS, *_ASSETS) for reply in stock.replies[noun]}
    read_with_job = _countable(with_job)
    left_out = {
        member
        for noun in _GROUPS
        for group in stock.replies[noun]
        if str(group.get("id")) in read_with_job
        for member in _members(group)
    }
    of_assets = {
        str(reply.get("id")): noun
        for noun in _ASSETS
        for reply in stock.replies[noun]
        if str(reply.get("id")) not in left_out and _may_have_copies(reply)
    }
    of_groups = {owner: noun for owner, noun in told.items() if noun in _GROUPS}
    for owner, kind in with_job.items():
        noun = told.get(owner, kind)
        (of_groups if noun in _GROUPS else of_assets)[owner] = noun
    return _countable(of_groups), _countable(of_assets)


def _countable(owners: Mapping[str, str]) -> dict[str, str]:
    """Those of which HPE lists backups: not single volumes, and of SQL Server groups only below their databases."""
    return {owner: noun for owner, noun in owners.items() if f"{noun}_backup" in definitions()}


def _groups_of(stock: _Stock) -> Mapping[str, set[str]]:
    """Ids of the groups that an asset is in."""
    found: dict[str, set[str]] = {}
    for group in (group for noun in _GROUPS for group in stock.replies[noun]):
        for member in _members(group):
            found.setdefault(member, set()).add(str(group.get("id")))
    return found


@asynccontextmanager
async def _together() -> AsyncIterator[asyncio.TaskGroup]:
    """Tasks of which the first that fails ends the others, and tells why."""
    try:
        async with asyncio.TaskGroup() as group:
            yield group
    except ExceptionGroup as several:
        raise several.exceptions[0] from None


async def _listed(reading: Reading, noun: str, above: Tree) -> AsyncIterator[Reply]:
    """The objects of a collection; none where what they hang on has just gone."""
    try:
        async for reply in reading.listed(definitions()[noun].within(above)):
            if reply.get("id") or above:
                yield reply
    except NotFound:
        return


def _run(copy: Reply) -> _Run:
    """What a share in a run of a group has in common with that run: nothing in it names the other."""
    return copy.get("pointInTime"), at(copy, "protectionStoreInfo/id"), copy.get("backupType")


def _note(held: dict[str, _Held], copy: Reply, *, counts: bool) -> None:
    store = at(copy, "protectionStoreInfo/id")
    if not isinstance(store, str) or not store:
        return
    found = held.setdefault(store, _Held())
    found.copies += counts
    locked = moment(copy.get("lockedUntil"))
    if locked is not None and locked.tzinfo is not None:
        found.locked_until = max(locked, found.locked_until or locked)


def _may_have_copies(reply: Reply) -> bool:
    return reply.get("recoveryPointsExist") is True or reply.get("protectionStatus") not in _NO_COPIES


def _store(reply: Reply, stock: _Stock) -> dict[str, object]:
    held = stock.held.get(str(reply.get("id")), _Held())
    told: dict[str, object] = {}
    if held.locked_until is not None:
        told["locked_until"] = held.locked_until.isoformat().replace("+00:00", "Z")
    size = reply.get("sizeOnDiskInBytes")
    if isinstance(size, int) and size >= 0:
        told["bytes"] = size
    return _named(reply) | {"copies": held.copies} | told


def _group(reply: Reply) -> dict[str, object]:
    return _named(reply) | {"members": sorted(_members(reply))}


def _policy(reply: Reply) -> dict[str, object]:
    tiers = observed(definitions()["protection_policy"], reply).get("protections")
    jobs = reply.get("protectionJobsInfo")
    ids = (
        [str(job["id"]) for job in jobs if isinstance(job, Mapping) and job.get("id")] if isinstance(jobs, list) else []
    )
    return _named(reply) | {"protections": _without_arguments(tiers), "jobs": sorted(ids)}


def _without_arguments(value: object) -> object:
    """The same with a mark for the arguments of scripts, which may hold passwords."""
    if isinstance(value, list):
        return [_without_arguments(one) for one in value]
    if not isinstance(value, Mapping):
        return value
    return {
        name: marked(str(inner)) if name == "params" and inner is not None else _without_arguments(inner)
        for name, inner in value.items()
    }


def _job(reply: Reply) -> dict[str, object]:
    return {
        "id": reply.get("id"),
        "asset_id": at(reply, "assetInfo/id") or "",
        "policy_id": at(reply, "protectionPolicyInfo/id") or "",
        "operational": reply.get("operational") or "",
    }


def _asset(reply: Reply) -> dict[str, object]:
    return _named(reply) | {"type": reply.get("type") or "", "protected": bool(at(reply, "protectionJobInfo/id"))}


def _is_listed(noun: str, reply: Reply) -> bool:
    """Whether it is something to protect: nothing of the infrastructure's own.

    A datastore is one where it has protection of its own or had it; what lies on the others is protected by itself.
    """
    if reply.get("vmClassification") or reply.get("datastoreClassification"):
        return False
    return noun != "datastore" or bool(at(reply, "protectionJobInfo/id")) or _may_have_copies(reply)


def _named(reply: Reply) -> dict[str, object]:
    return {"id": reply.get("id"), "name": str(reply.get("displayName") or reply.get("name") or "")}


def _members(group: Reply) -> set[str]:
    """Ids of the members; HPE lists those of SQL Server groups by their links alone."""
    found = set()
    for name in ("assets", "members"):
        listed = group.get(name)
        for member in listed if isinstance(listed, list) else []:
            if not isinstance(member, Mapping):
                continue
            told = member.get("id") or str(member.get("resourceUri") or "").rpartition("/")[2]
            found |= {str(told)} if told else set()
    return found


def _sorted(stock: _Stock, *nouns: str) -> Iterable[Reply]:
    return sorted((reply for noun in nouns for reply in stock.replies[noun]), key=lambda reply: str(reply.get("id")))
