"""Where copies are: names of tiers and stores as people say them, and what tiers share."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.comparison import Shift
from glbr.protection.effective import Tier
from glbr.protection.problem import written
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Side, Store
from glbr.review.rules.finding import Finding
from glbr.review.rules.regimes import Applied

RESTORABLE: Final = ("BACKUP", "CLOUD_BACKUP")
"""Tiers that one can restore from when the array is lost; logs alone restore nothing."""

_WORDS: Final = {
    "SNAPSHOT": "snapshot",
    "BACKUP": "on-premises backup",
    "CLOUD_BACKUP": "cloud backup",
    "REPLICATED_SNAPSHOT": "replicated snapshot",
    "DATABASE_LOG_BACKUP": "log backup",
}


def tier_word(kind: str) -> str:
    """A kind of copy as people call it: `cloud backup`."""
    return _WORDS.get(kind, "copy")


def called(side: Side, reference: str | None) -> str:
    """A store as people call it; its key or id where it is not managed here, empty for none."""
    if not reference:
        return ""
    store = side.stores.get(reference)
    return f"store {store.name}" if store is not None else f"store {reference}"


def stores_by_name(analysis: Analysis, shift: Shift) -> tuple[str, str]:
    """The values of a shift, before and after, with stores as people call them."""
    model = analysis.model
    return _by_name(model.before, shift.before), _by_name(model.after, shift.after)


def _by_name(side: Side, value: str) -> str:
    word, _, reference = value.partition(" ")
    return called(side, reference) if word == "store" and reference in side.stores else value


def one_per_tier(applied: Iterable[Applied]) -> Iterator[Applied]:
    """One schedule of each tier: enough for what the whole tier has in common."""
    seen: set[tuple[str, str, object]] = set()
    for one in applied:
        key = (one.job.key if one.job else "", one.policy, one.tier.path or id(one.tier))
        if key not in seen:
            seen.add(key)
            yield one


def at_store(finding: Finding, applied: Applied | None) -> Finding:
    """The same finding, pointing at the store of a tier; one that points at a job stays there."""
    if applied is None or not finding.path.startswith("protections["):
        return finding
    return replace(finding, path=written((*applied.tier.path, "protection_store_id")))


def shared(analysis: Analysis, one: Tier, other: Tier) -> Setting[str]:
    """What two tiers share after the change, in words: their store, else their appliance; absent when they share neither.

    A cloud store is only carried by its appliance: what it holds survives that one.
    """
    if one.store.is_absent or other.store.is_absent:
        return Setting("absent")
    if one.store.is_unknown or other.store.is_unknown:
        return Setting("unknown")
    side = analysis.model.after
    if one.store.value == other.store.value:
        return Setting("known", called(side, one.store.value))
    first, second = analysis.store(side, one.store), analysis.store(side, other.store)
    if first is None or second is None or not (_may_be_on_premises(first) and _may_be_on_premises(second)):
        return Setting("absent")
    if not first.system.is_known or not second.system.is_known or first.kind.is_unknown or second.kind.is_unknown:
        return Setting("unknown")
    if first.system.value != second.system.value:
        return Setting("absent")
    return Setting("known", f"the appliance of {called(side, first.key)} and {called(side, second.key)}")


def _may_be_on_premises(store: Store) -> bool:
    return store.kind.value in (None, "ON_PREMISES")
