"""Both sides of a list of Terraform's changes, as entries by key."""

from collections.abc import Iterable
from dataclasses import replace

from glbr.review.ingest.entry import Entry
from glbr.review.ingest.kinds import is_ours, noun_of
from glbr.review.ingest.shapes import Planned
from glbr.review.ingest.sources import NOWHERE, UNGUARDED, Sources
from glbr.review.ingest.values import HIDDEN, Tree, at, covered, leaves, written


def is_managed(item: Planned) -> bool:
    """Whether it is about an object of ours that Terraform makes."""
    return item.get("mode", "managed") == "managed" and is_ours(item.get("provider_name") or "", item.get("type") or "")


class Pair:
    """Objects before and after a change.

    Attributes:
        before: Objects before it, by key.
        after: Objects after it, by key.
        ids_before: Key of each object before it, by id.
        ids_after: Key of each object after it whose id is known, by id.
        seen: Addresses that the changes speak of.
    """

    def __init__(self, sources: Sources, earlier: Sources = NOWHERE) -> None:
        """Start with nothing; `sources` tell the lifecycle of objects after the change, `earlier` of those before it."""
        self.before: dict[str, Entry] = {}
        self.after: dict[str, Entry] = {}
        self.ids_before: dict[str, str] = {}
        self.ids_after: dict[str, str] = {}
        self.seen: set[str] = set()
        self._sources = sources
        self._earlier = earlier

    def take(self, item: Planned) -> None:
        """Take one change in; a leftover of an interrupted replacement is on no side."""
        if item.get("deposed"):
            return
        key, change, noun = item["address"], item["change"], noun_of(item.get("type") or "")
        was_at = item.get("previous_address") or key
        self.seen |= {key, was_at}
        actions = change.get("actions") or []
        before, after = change.get("before"), change.get("after")
        was = _tree(covered(before, change.get("before_sensitive")))
        will = _tree(covered(after or {}, change.get("after_unknown"), change.get("after_sensitive")))
        if was is not before and will is not after:
            _tell_the_same(before, after, was, will)
        if isinstance(before, dict):
            _put(self.before, self.ids_before, _guarded(Entry(key, was_at, noun, was), self._earlier))
        if remains(actions):
            _put(self.after, self.ids_after, _guarded(Entry(key, key, noun, will), self._sources))

    def waiting(self) -> frozenset[str]:
        """Keys of the objects after the change whose id only the apply will tell."""
        return frozenset(key for key, one in self.after.items() if not one.identifier.is_known)

    def keep(self, entries: Iterable[Entry]) -> None:
        """Take in what stays as it is."""
        for entry in entries:
            _put(self.before, self.ids_before, _guarded(entry, self._earlier))
            _put(self.after, self.ids_after, _guarded(entry, self._sources))


def _tell_the_same(before: object, after: object, was: Tree, will: Tree) -> None:
    """Where a script's arguments are sensitive on both sides and the same: nobody sees them, but they do not change."""
    for place, value in leaves(before):
        if place[-1:] != ("params",) or not isinstance(value, str) or at(after, place) != value:
            continue
        scripts = (at(was, place[:-1]), at(will, place[:-1]))
        if all(isinstance(script, dict) and script["params"] is HIDDEN for script in scripts):
            for script in scripts:
                if isinstance(script, dict):
                    script["params"] = f"(sensitive, at {written(place)})"


def _guarded(entry: Entry, sources: Sources) -> Entry:
    guard = sources.guard(entry.address)
    if guard is UNGUARDED:
        return entry
    return replace(entry, prevent_destroy=guard.prevent_destroy, ignore_changes=guard.ignore_changes)


def remains(actions: list[str]) -> bool:
    """Whether the object is there, under Terraform, after the change."""
    return "create" in actions or not {"delete", "forget"} & set(actions)


def _tree(value: object) -> Tree:
    return value if isinstance(value, dict) else {}


def _put(side: dict[str, Entry], ids: dict[str, str], entry: Entry) -> None:
    side[entry.key] = entry
    identifier = entry.tree.get("id")
    if isinstance(identifier, str):
        ids[identifier] = entry.key
