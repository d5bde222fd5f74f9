"""The analysis: a model, seen from the assets that it protects."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from glbr.protection.calendar import Figures, figures
from glbr.protection.direction import Direction
from glbr.protection.effective import Tier, Tiers
from glbr.protection.setting import Setting
from glbr.review.analysis.unit import Unit
from glbr.review.analysis.units import units_of
from glbr.review.model.model import Change, Model
from glbr.review.model.objects import Asset, Job, Side, Store


class Analysis:
    """A model and all that is worked out from it; each part when it is first asked for.

    Attributes:
        model: What is looked at.
        zone: Zone of start times.
        today: When the review is made, where that matters (a plan may be old); None to leave it out.
    """

    def __init__(self, model: Model, zone: ZoneInfo | None = None, today: datetime | None = None) -> None:
        self.model = model
        self.zone = zone or ZoneInfo("UTC")
        self.today = today

    @property
    def now(self) -> datetime:
        """The plan's own moment."""
        return self.model.provenance.at

    @property
    def is_change(self) -> bool:
        """Whether there are two sides to compare."""
        return self.model.provenance.origin != "configuration"

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Everything that a job of this configuration reaches on either side, in order of key."""
        return units_of(self.model, self.zone)

    @cached_property
    def changes(self) -> Mapping[str, Change]:
        """What Terraform does, by key; leftovers of interrupted replacements are not in it."""
        return {change.key: change for change in self.model.changes if not change.deposed}

    def figures(self, tier: Tier) -> Figures | None:
        """The steady state of one tier; None when something of it is unknown."""
        if not tier.schedules.is_known:
            return None
        return figures(tier.known_schedules(), self.now, self.zone)

    def store(self, side: Side, reference: Setting[str]) -> Store | None:
        """The managed store that a tier names; None for one that is not managed here, or unknown."""
        return side.stores.get(reference.value) if reference.value is not None else None

    def users_of_policy(self, side: Side, key: str) -> tuple[Job, ...]:
        """Jobs that apply a policy, on one side."""
        return tuple(self._users(side).jobs.get(key, ()))

    def users_of_store(self, side: Side, key: str) -> tuple[Unit, ...]:
        """Units that have copies in a store, on one side."""
        return tuple(self._users(side).units.get(key, ()))

    def data_class(self, unit: Unit) -> str:
        """The class of its assets, if all have the same; else empty."""
        classes = {asset.data_class for asset in self.assets_of(unit)}
        return classes.pop() if len(classes) == 1 else ""

    def assets_of(self, unit: Unit) -> Iterator[Asset]:
        """What the inventory or other resources say of the assets of a unit; nothing for those it does not know."""
        return (self.model.assets[name] for name in unit.assets if name in self.model.assets)

    def called(self, identifier: str) -> str:
        """What people call an asset or a group: its name, else its id."""
        return self.model.called(identifier)

    def direction(self, unit: Unit) -> Direction:
        """The worst thing that happens to a unit."""
        if unit.is_lost:
            return Direction.DESTRUCTIVE
        if unit.is_new:
            return Direction.STRENGTHENING
        return max((shift.direction for shift in unit.shifts), default=Direction.NEUTRAL)

    def _users(self, side: Side) -> "_Users":
        return self._users_before if side is self.model.before else self._users_after

    @cached_property
    def _users_before(self) -> "_Users":
        return _Users.of(self.model.before, [(unit, unit.tiers_before) for unit in self.units])

    @cached_property
    def _users_after(self) -> "_Users":
        return _Users.of(self.model.after, [(unit, unit.tiers_after) for unit in self.units])


@dataclass(frozen=True, slots=True)
class _Users:
    """Who uses what on one side: jobs by policy, units by store."""

    jobs: Mapping[str | None, list[Job]]
    units: Mapping[str | None, list[Unit]]

    @classmethod
    def of(cls, side: Side, tiers: Iterable[tuple[Unit, Tiers]]) -> "_Users":
        jobs: dict[str | None, list[Job]] = defaultdict(list)
        units: dict[str | None, list[Unit]] = defaultdict(list)
        for job in side.jobs.values():
            jobs[job.policy.value].append(job)
        for unit, together in tiers:
            for store in {tier.store.value for tier in together.value or ()}:
                units[store].append(unit)
        return cls(jobs, units)
