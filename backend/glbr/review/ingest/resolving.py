"""The object behind an id: by its id where that is known, by the configuration where it is not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Protocol

from glbr.review.ingest.addresses import Address, parsed
from glbr.review.ingest.entry import Entry, stand_in
from glbr.review.ingest.kinds import GROUPS, JOB, POLICY, STORE
from glbr.review.ingest.values import HIDDEN, Place, Tree, at, entries

_STORE_OF_TIER: Final = {"BACKUP": "ON_PREMISES", "CLOUD_BACKUP": "CLOUD", "DATABASE_LOG_BACKUP": "ON_PREMISES"}
"""Kind of store that HPE takes for a tier."""
_NOUNS: Final[Mapping[str, tuple[str, ...]]] = {"protection_policy_id": (POLICY,), "asset_info": GROUPS}
"""What an attribute can name."""


class References(Protocol):
    """What a configuration says of a reference whose value is unknown; None stands for what cannot be followed."""

    def exact(self, origin: Address, place: Place) -> list[str | None]:
        """Objects that the expression at this very place refers to; none where it is not told."""
        ...

    def all(self, origin: Address, place: Place) -> list[str | None]:
        """Objects that the whole attribute refers to, in the order of the text."""
        ...

    def text(self, origin: Address, place: Place) -> str | None:
        """The reference at this very place as it is written."""
        ...


class KnownIds:
    """One side on which ids are known: what an id does not tell, nobody can."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self.keys = keys
        """Key of each managed object by its id."""

    def one(self, entry: Entry, place: Place) -> object:
        """The key of the object whose id stands at a place, or the id itself."""
        found = at(entry.tree, place)
        return self.keys.get(found, found) if isinstance(found, str) else found

    def stores(self, entry: Entry, places: list[Place]) -> list[object]:
        """The stores at these places."""
        return [self.one(entry, place) for place in places]

    def tier(self, entry: Entry, place: Place) -> object:
        """The id of a tier as it stands there."""
        return at(entry.tree, place)


class FollowedIds(KnownIds):
    """A side on which ids may be unknown, and a configuration that tells what they will be."""

    def __init__(
        self,
        entries_by_key: Mapping[str, Entry],
        keys: Mapping[str, str],
        references: References,
        before: Callable[[str, Tree], object] | None = None,
    ) -> None:
        """Take in what is on this side.

        Args:
            entries_by_key: Every object of it.
            keys: Key of each object whose id is known, by its id.
            references: What the configuration refers to.
            before: The store that a tier of the policy of this key had before the change; None for none.
        """
        super().__init__(keys)
        self._entries = entries_by_key
        self._references = references
        self._before = before

    def one(self, entry: Entry, place: Place) -> object:
        """The key of the object whose id stands at a place, or the id itself."""
        found = super().one(entry, place)
        if found is not HIDDEN:
            return found
        origin = parsed(entry.address)
        if exact := self._references.exact(origin, place):
            return _only(exact)
        nouns = _NOUNS.get(str(place[0]))
        candidates = {
            one
            for one in self._references.all(origin, place)
            if one is None or one not in self._entries or nouns is None or self._entries[one].noun in nouns
        }
        only = _only(candidates)
        # An object whose id is known, behind an unknown id: there must be more to it, such as a condition.
        return only if isinstance(only, str) and self._waits(only) else HIDDEN

    def stores(self, entry: Entry, places: list[Place]) -> list[object]:
        """The stores at these places: one by one where each expression is told, else by what is left for them."""
        found = [super(FollowedIds, self).one(entry, place) for place in places]
        open_ones = [position for position, store in enumerate(found) if store is HIDDEN]
        origin = parsed(entry.address)
        for position in open_ones:
            found[position] = _only(self._references.exact(origin, places[position]))
        open_ones = [position for position in open_ones if found[position] is HIDDEN]
        if open_ones:
            for position, store in zip(open_ones, self._left(entry, [places[one] for one in open_ones]), strict=True):
                found[position] = store
        return found

    def _left(self, entry: Entry, places: list[Place]) -> Iterator[object]:
        """What the references of the whole attribute leave for places whose expressions are not told."""
        told = self._references.all(parsed(entry.address), places[0])
        if not told or None in told:
            yield from [HIDDEN] * len(places)
            return
        row = [one for one in told if one is not None and self._waits(one) and self._entries[one].noun == STORE]
        in_order = row if len(row) == len(places) else [""] * len(places)
        for place, likely in zip(places, in_order, strict=True):
            tier = at(entry.tree, place[:-1])
            fitting = {one for one in row if self._fits(one, tier)}
            if len(fitting) == 1:
                yield fitting.pop()
                continue
            before = (
                self._before(entry.key, tier)
                if self._before and isinstance(tier, Mapping) and entry.noun != JOB
                else None
            )
            # The order of the text tells, unless the state before contradicts it; without it, the state before does.
            if likely in fitting and before in (None, likely):
                yield likely
            else:
                yield before if before in fitting and not likely else HIDDEN

    def tier(self, entry: Entry, place: Place) -> object:
        """The id of a tier, or what stands for it while it is unknown."""
        found = at(entry.tree, place)
        text = self._references.text(parsed(entry.address), place) if found is HIDDEN else None
        if text is None or not text.endswith("].id"):
            return found
        policy = {one for one in self._references.exact(parsed(entry.address), place) if one is not None}
        number = text.removesuffix("].id").rpartition("[")[2]
        return stand_in(policy.pop(), int(number)) if len(policy) == 1 and number.isdigit() else HIDDEN

    def _waits(self, key: str) -> bool:
        """Whether a managed object has no id as yet: only such a one can be behind an unknown id."""
        return key in self._entries and not self._entries[key].identifier.is_known

    def _fits(self, key: str, tier: object) -> bool:
        """Whether HPE takes this store for this tier, as far as can be told."""
        needed = _STORE_OF_TIER.get(str(at(tier, ("type",))))
        kind = self._entries[key].tree.get("protection_store_type")
        return needed is None or not isinstance(kind, str) or kind == needed


def _only(candidates: Iterable[str | None]) -> object:
    """The one object that is meant, if it is one; `HIDDEN` where something cannot be followed."""
    found = set(candidates)
    only = found.pop() if len(found) == 1 else None
    return HIDDEN if only is None else only


def stores_before(policies: Mapping[str, Tree]) -> Callable[[str, Tree], object]:
    """A look-up of the store that a tier had, in resolved policies by key: a tier is known by its kind and schedules."""
    known: dict[tuple[str, object], object] = {}
    for key, policy in policies.items():
        for tier in entries(policy, "protections"):
            known[key, _same_tier(tier)] = tier.get("protection_store_id")
    return lambda key, tier: known.get((key, _same_tier(tier)))


def _same_tier(tier: Tree) -> object:
    return str(tier.get("type")), tuple(str(entry.get("schedule_id")) for entry in entries(tier, "schedules"))
