"""What people call the assets that a plan protects: their ids are HPE's, and nobody knows those by heart."""

from collections.abc import Iterable, Iterator
from typing import Final

from glbr.review.ingest.entry import Entry
from glbr.review.ingest.kinds import GROUPS, JOB, is_ours
from glbr.review.ingest.known import Known
from glbr.review.ingest.objects import listed_members, member_id
from glbr.review.ingest.shapes import Standing
from glbr.review.ingest.values import Tree, at, covered, entries
from glbr.review.model.objects import Side

_PROTECTED: Final = frozenset(
    f"glbr_{noun}{plural}"
    for noun in ("virtual_machine", "volume", "volume_set", "datastore", "mssql_database", "mssql_instance", *GROUPS)
    for plural in ("", "s")
)
"""Data sources of what a job can protect: one by its name, or a list of `items`."""

Named = Iterator[tuple[str, str]]


def names_of(known: Known, data: Iterable[Standing], objects: Iterable[Entry], sides: Iterable[Side]) -> dict[str, str]:
    """Name of each asset that a side speaks of, by its id, as far as somebody tells it.

    Args:
        known: What the inventory says.
        data: Everything in the state; its data sources tell names.
        objects: Our objects; groups and jobs may hold the names of what they protect.
        sides: What the model speaks of: nothing else is named.
    """
    wanted = {identifier for side in sides for identifier in _spoken_of(side)}
    if not wanted:
        return {}
    found = dict(known.names())
    # The state is newer than the inventory.
    for source in (_in_objects(objects), _in_data(data)):
        found.update(source)
    return {identifier: found[identifier] for identifier in sorted(wanted) if identifier in found}


def _spoken_of(side: Side) -> Iterator[str]:
    for group in side.groups.values():
        yield from group.members.value or ()
    for job in side.jobs.values():
        if job.asset.value is not None and job.asset.value not in side.groups:
            yield job.asset.value


def _in_data(data: Iterable[Standing]) -> Named:
    for item in data:
        if item.get("mode") != "data" or item.get("type") not in _PROTECTED:
            continue
        if not is_ours(item.get("provider_name") or "", item.get("type") or ""):
            continue
        tree = covered(item.get("values"), item.get("sensitive_values"))
        if isinstance(tree, dict):
            yield from _named(tree)
            for one in entries(tree, "items"):
                yield from _named(one)


def _in_objects(objects: Iterable[Entry]) -> Named:
    for entry in objects:
        if entry.noun == JOB:
            asset = at(entry.tree, ("asset_info",))
            if isinstance(asset, dict):
                yield from _named(asset)
        elif entry.noun in GROUPS:
            for member in listed_members(entry):
                yield from _named(member)


def _named(tree: Tree) -> Named:
    """The name of one object, with its id; nothing where either is missing or sensitive."""
    for name in (tree.get("name"), tree.get("display_name")):
        if isinstance(name, str) and name:
            identifier = member_id(tree)
            if identifier:
                yield identifier, name
            return
