"""What can be protected: what an inventory lists, and what other providers of the same plan make."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from glbr.review.ingest.kinds import FOREIGN
from glbr.review.ingest.known import Known
from glbr.review.ingest.shapes import Planned
from glbr.review.model.objects import Asset, Side


def declared_by(items: Iterable[Planned]) -> Iterator[Asset]:
    """Machines, datastores and databases that other providers make."""
    for item in items:
        kind = FOREIGN.get(item.get("type") or "")
        if kind is None:
            continue
        after, marks = item["change"].get("after"), item["change"].get("after_sensitive")
        hidden = marks is True or (isinstance(marks, dict) and marks.get("name") is True)
        name = after.get("name") if isinstance(after, dict) and not hidden else None
        address = item["address"]
        yield Asset(address, name if isinstance(name, str) and name else address, kind, declared_by=address)


def assets_of(known: Known, before: Side, managed_jobs: frozenset[str], declared: Iterable[Asset]) -> dict[str, Asset]:
    """Every asset there is to know of, by its id or address."""
    elsewhere = set(_covered_elsewhere(known, managed_jobs))
    own = set(_covered_here(before))
    # A protected asset that no job at hand explains is protected by one that the inventory does not list.
    found = {
        one.id: Asset(
            one.id,
            one.name or one.id,
            one.type,
            one.data_class,
            one.site,
            protected_elsewhere=one.id in elsewhere or (one.protected and one.id not in own),
        )
        for one in known.assets
    }
    found.update((one.identifier, one) for one in declared)
    return dict(sorted(found.items()))


def _covered_elsewhere(known: Known, managed_jobs: frozenset[str]) -> Iterator[str]:
    """Assets of the inventory that a job outside of this configuration protects, alone or in a group."""
    for job in known.jobs.values():
        if job.id not in managed_jobs:
            yield job.asset_id
            yield from known.members(job.asset_id).value or ()


def _covered_here(side: Side) -> Iterator[str]:
    """Assets that a job of this configuration protects, alone or in a group."""
    for job in side.jobs.values():
        target = job.asset.value
        if target is not None:
            yield target
            if target in side.groups:
                yield from side.groups[target].members.value or ()


def tests_of(known: Known, keys: Mapping[str, str]) -> dict[str, datetime]:
    """When a restore was last tried, by id of the asset or key of the store."""
    found: dict[str, datetime] = {}
    for test in sorted(known.restore_tests, key=lambda one: one.at):
        found[test.asset or keys.get(test.store, test.store)] = test.at
    return found
