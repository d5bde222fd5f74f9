"""Takes the inventory that a review may lean on: what stores hold, who is in which group, what there is to protect.

Only reads. What HPE has no word for (the class of an asset, the last restore test) is left to people to add to the file.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from glbr.api.errors import NotFound
from glbr.definition.tree import Tree
from glbr.provider.reading import Reading, Reply, at
from glbr.resources import definitions
from glbr.views.state import observed

_TOGETHER: Final = 8
"""So many lists of copies are read at a time: a fleet has thousands of them, and HPE limits the rate per client."""

_ASSETS: Final = ("virtual_machine", "volume", "mssql_database")
_GROUPS: Final = (
    "virtual_machine_protection_group",
    "volume_protection_group",
    "mssql_database_protection_group",
)
_NO_COPIES: Final = ("", "UNPROTECTED", "UNSUPPORTED")
"""HPE's `protectionStatus` of what has no recovery points."""


@dataclass(slots=True)
class _Held:
    """What a store holds."""

    copies: int = 0
    locked_until: str | None = None


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
        "assets": [_asset(reply) for reply in _sorted(stock, *_ASSETS) if not reply.get("vmClassification")],
    }


async def _count_copies(reading: Reading, stock: _Stock, tell: Callable[[str], None]) -> None:
    """Count the backups of each group, and of each asset that is in none: a group's copies are those of its members."""
    grouped = {member for noun in _GROUPS for group in stock.replies[noun] for member in _members(group)}
    owners = [
        (noun, reply)
        for noun in (*_GROUPS, *_ASSETS)
        for reply in stock.replies[noun]
        if f"{noun}_backup" in definitions() and str(reply.get("id")) not in grouped and _may_have_copies(noun, reply)
    ]
    turn, done = asyncio.Semaphore(_TOGETHER), 0

    async def count(noun: str, owner: Reply) -> None:
        nonlocal done
        async with turn:
            async for copy in _listed(reading, f"{noun}_backup", {f"{noun}_id": owner.get("id")}):
                _note(stock.held, copy)
            done += 1
            tell(f"counting backups of {done} of {len(owners)} groups and assets")

    try:
        async with asyncio.TaskGroup() as group:
            for noun, owner in owners:
                group.create_task(count(noun, owner))
    except ExceptionGroup as several:
        raise several.exceptions[0] from None  # the first failure ended the others


async def _listed(reading: Reading, noun: str, above: Tree) -> AsyncIterator[Reply]:
    """The objects of a collection; none where what they hang on has just gone."""
    try:
        async for reply in reading.listed(definitions()[noun].within(above)):
            yield reply
    except NotFound:
        return


def _note(held: dict[str, _Held], copy: Reply) -> None:
    store = at(copy, "protectionStoreInfo/id")
    if not isinstance(store, str) or not store:
        return
    found = held.setdefault(store, _Held())
    found.copies += 1
    locked = copy.get("lockedUntil")
    if (
        isinstance(locked, str)
        and locked
        and (found.locked_until is None or _moment(locked) > _moment(found.locked_until))
    ):
        found.locked_until = locked


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _may_have_copies(noun: str, reply: Reply) -> bool:
    return noun in _GROUPS or str(reply.get("protectionStatus") or "") not in _NO_COPIES


def _store(reply: Reply, stock: _Stock) -> dict[str, object]:
    held = stock.held.get(str(reply.get("id")), _Held())
    told = {"locked_until": held.locked_until, "bytes": reply.get("sizeOnDiskInBytes")}
    return _named(reply) | {"copies": held.copies} | {name: value for name, value in told.items() if value is not None}


def _group(reply: Reply) -> dict[str, object]:
    return _named(reply) | {"members": sorted(_members(reply))}


def _policy(reply: Reply) -> dict[str, object]:
    tiers = observed(definitions()["protection_policy"], reply).get("protections")
    jobs = reply.get("protectionJobsInfo")
    ids = (
        [str(job["id"]) for job in jobs if isinstance(job, Mapping) and job.get("id")] if isinstance(jobs, list) else []
    )
    return _named(reply) | {"protections": tiers, "jobs": sorted(ids)}


def _job(reply: Reply) -> dict[str, object]:
    policy = at(reply, "protectionPolicyInfo/id")
    return {
        "id": reply.get("id"),
        "asset_id": at(reply, "assetInfo/id"),
        "policy_id": policy or "",
        "operational": reply.get("operational") or "",
    }


def _asset(reply: Reply) -> dict[str, object]:
    return _named(reply) | {"type": reply.get("type"), "protected": bool(at(reply, "protectionJobInfo/id"))}


def _named(reply: Reply) -> dict[str, object]:
    return {"id": reply.get("id"), "name": str(reply.get("displayName") or reply.get("name") or "")}


def _members(group: Reply) -> set[str]:
    """Ids of the members; HPE lists those of SQL Server groups by their links alone."""
    found = set()
    for name in ("assets", "members"):
        listed = group.get(name)
        for member in listed if isinstance(listed, list) else []:
            told = member.get("id") or str(member.get("resourceUri") or "").rpartition("/")[2]
            found |= {str(told)} if told else set()
    return found


def _sorted(stock: _Stock, *nouns: str) -> Iterable[Reply]:
    return sorted((reply for noun in nouns for reply in stock.replies[noun]), key=lambda reply: str(reply.get("id")))
