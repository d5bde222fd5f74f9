"""Fates: everything that is protected in the same way before, and in the same way after. One picture serves them all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from glbr.protection.direction import Direction
from glbr.protection.effective import Schedule, Tier, Tiers
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Job, Side
from glbr.review.rules.wording import counted

NOT_PROTECTED: Final = "no protection"
_NAMED: Final = 2
_MOST_COMPARED: Final = 2_000
"""Beyond so many sets of tiers equal ones stay apart: no picture gets better by comparing them all."""

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Fate:
    """Units with the same tiers on both sides.

    Attributes:
        analysis: What they are units of.
        units: The units, in order of key; at least one.
        direction: What happens to them.
        count: How many assets, as far as can be told.
    """

    analysis: Analysis
    units: tuple[Unit, ...]
    direction: Direction
    count: int

    @property
    def policies(self) -> str:
        """Names of their policies, before and after where these differ: `gold`, `gold → no protection`."""
        first, model = self.units[0], self.analysis.model
        before, after = policy_names(model.before, first.before), policy_names(model.after, first.after)
        return after if before == after or not self.analysis.is_change else f"{before} → {after}"

    @property
    def who(self) -> str:
        """A few names, and how many more: `clinic, ward and 3 more`."""
        names = [unit.name for unit in self.units[:_NAMED]]
        rest = len(self.units) - len(names)
        return f"{', '.join(names)} and {rest:,} more" if rest else " and ".join(names)

    @property
    def title(self) -> str:
        """How the page calls it: `gold: clinic (6 assets)`."""
        assets = counted(self.count, "asset") if self.count else "no asset left"
        # `3 assets that leave clinic` has said it already.
        number = f" ({assets})" if self.is_countable and not self.who.startswith(assets) else ""
        return f"{self.policies}: {self.who}{number}"

    @property
    def is_countable(self) -> bool:
        """Whether the number of assets is known."""
        return all(unit.countable for unit in self.units)

    @property
    def before(self) -> Tiers:
        """Tiers before; absent when no job reached them."""
        return self.units[0].tiers_before

    @property
    def after(self) -> Tiers:
        """Tiers after."""
        return self.units[0].tiers_after

    @property
    def changes(self) -> bool:
        """Whether anything is different after, or a store is destroyed that has copies of it."""
        unit = self.units[0]
        differs = (
            bool(unit.shifts) or unit.is_lost or unit.is_new or any(map(self.loses_copies, self.before.value or ()))
        )
        return differs and self.analysis.is_change

    def loses_copies(self, tier: Tier) -> bool:
        """Whether the copies that a tier has made until now are destroyed: with their store, or with their group."""
        changes = self.analysis.changes
        if (store := changes.get(tier.store.value or "")) is not None and store.deletes:
            return True
        groups = self.analysis.model.before.groups
        return all(
            (change := changes.get(unit.target)) is not None
            and change.deletes
            and (group := groups.get(unit.target)) is not None
            and group.cascade.value is True
            for unit in self.units
        )


def fates(analysis: Analysis) -> tuple[Fate, ...]:
    """Every fate of a change, the worst first; those that do not change come last. Without a change, the largest first."""
    found: dict[object, list[Unit]] = defaultdict(list)
    for unit in analysis.units:
        # By identity first: comparing the tiers of thousands of assets by value would take seconds.
        found[_identity(unit.tiers_before), _identity(unit.tiers_after), _keys(unit.before), _keys(unit.after)].append(
            unit
        )
    if len(found) <= _MOST_COMPARED:
        found = _merged(found.values())
    whole = (_fate(analysis, units) for units in found.values())
    return tuple(sorted(whole, key=lambda fate: (not fate.changes, -fate.direction, -fate.count, fate.units[0].key)))


def _merged(groups: Iterable[list[Unit]]) -> dict[object, list[Unit]]:
    """Put groups of units with equal tiers together."""
    merged: dict[object, list[Unit]] = defaultdict(list)
    for units in groups:
        first = units[0]
        merged[first.tiers_before, first.tiers_after, _keys(first.before), _keys(first.after)].extend(units)
    return merged


@dataclass(frozen=True, slots=True)
class TierPair:
    """One tier on both sides.

    Attributes:
        before: The tier before; None where it is not there.
        after: The tier after.
        hidden_before: Whether it, or a schedule of it, may be there before all the same: something of that side is unknown.
        hidden_after: The same after.
    """

    before: Tier | None
    after: Tier | None
    hidden_before: bool
    hidden_after: bool

    @property
    def kind(self) -> str:
        """HPE's name of the kind; empty when unknown."""
        tier = self.after or self.before
        return (tier.kind.value or "") if tier is not None else ""

    @property
    def moves(self) -> bool:
        """Whether its copies go to another store after, or perhaps do: a new history begins there."""
        return self.before is not None and self.after is not None and self.before.store.value != self.after.store.value

    def schedules(self) -> tuple[tuple[Schedule | None, Schedule | None], ...]:
        """The schedules of both sides: those of one number together, then the others as they stand."""
        before = self.before.known_schedules() if self.before is not None else ()
        after = self.after.known_schedules() if self.after is not None else ()
        return _paired(before, after, (lambda one: one.number.value, lambda _: True))


def tier_pairs(fate: Fate) -> tuple[TierPair, ...]:
    """The tiers of both sides: first those of one kind and store together, then those of one kind."""
    pairs = _paired(fate.before.value or (), fate.after.value or (), (_kind_and_store, lambda tier: tier.kind.value))
    hidden_before, hidden_after = _hides(fate.before), _hides(fate.after)
    return tuple(
        TierPair(
            before,
            after,
            hidden_before if before is None else before.schedules.is_unknown,
            hidden_after if after is None else after.schedules.is_unknown,
        )
        for before, after in pairs
    )


def store_name(side: Side, store: Setting[str]) -> str:
    """What people call the store that a tier names."""
    if store.value is None:
        return "the array" if store.is_absent else f"a store {store}"
    managed = side.stores.get(store.value)
    return managed.name if managed is not None else store.value


def policy_names(side: Side, jobs: Iterable[Job]) -> str:
    """Names of the policies that jobs apply, each once."""
    names: dict[str, None] = {}
    for job in jobs:
        policy = side.policies.get(job.policy.value or "")
        if policy is not None:
            names[policy.name] = None
        else:
            names[f"policy {job.policy.value}" if job.policy.is_known else "a policy known only after the apply"] = None
    return " + ".join(names) or NOT_PROTECTED


def _hides(tiers: Tiers) -> bool:
    """Whether a tier that is not found may be there all the same."""
    return tiers.is_unknown or any(tier.kind.is_unknown for tier in tiers.value or ())


def _kind_and_store(tier: Tier) -> tuple[str, str | None] | None:
    return (tier.kind.value, tier.store.value) if tier.kind.value is not None and not tier.store.is_unknown else None


def _paired(
    before: Sequence[Part], after: Sequence[Part], keys: Sequence[Callable[[Part], object]]
) -> tuple[tuple[Part | None, Part | None], ...]:
    """Each of one side with the one of the other that agrees in the first key that any agrees in; None for none."""
    left = list(after)
    partners: dict[int, Part] = {}
    for key in keys:
        for position, one in enumerate(before):
            if position in partners or key(one) is None:
                continue
            found = next((index for index, other in enumerate(left) if key(other) == key(one)), None)
            if found is not None:
                partners[position] = left.pop(found)
    return (*((one, partners.get(position)) for position, one in enumerate(before)), *((None, other) for other in left))


def _fate(analysis: Analysis, units: Sequence[Unit]) -> Fate:
    ordered = tuple(sorted(units, key=lambda unit: unit.key))
    return Fate(analysis, ordered, analysis.direction(ordered[0]), sum(unit.count for unit in ordered))


def _identity(tiers: Tiers) -> tuple[str, int]:
    return tiers.state, id(tiers.value)


def _keys(jobs: Iterable[Job]) -> tuple[str, ...]:
    return tuple(sorted({job.policy.value or "" for job in jobs}))
