"""A unit: assets that share their fate in a change."""

from dataclasses import dataclass

from glbr.protection.comparison import Shift
from glbr.protection.effective import Tiers
from glbr.review.model.objects import Job


@dataclass(frozen=True, slots=True)
class Unit:
    """Assets that are reached by the same jobs before, and by the same jobs after the change.

    A group whose members are decided elsewhere stands for them, as one asset of its own.

    Attributes:
        key: Stable name of the unit: the key of the group, or the id of the asset; with its way where a group splits.
        name: What people call it: `clinic`, `vm-0042`, `clinic, moving to archive`.
        target: Key of the group or asset that the jobs name, on the side that has one (after, else before).
        assets: Ids of the assets; the group's key where nobody can list them; none for a group that is empty.
        countable: Whether `assets` are really the assets.
        before: Jobs that reach them before.
        after: Jobs that reach them after.
        tiers_before: Their tiers together; absent when no job reaches them.
        tiers_after: The same after.
        shifts: What the change does to their tiers; empty where a side has no job at all.
    """

    key: str
    name: str
    target: str
    assets: tuple[str, ...]
    countable: bool
    before: tuple[Job, ...]
    after: tuple[Job, ...]
    tiers_before: Tiers
    tiers_after: Tiers
    shifts: tuple[Shift, ...]

    @property
    def count(self) -> int:
        """How many assets, as far as can be told."""
        return len(self.assets)

    @property
    def is_lost(self) -> bool:
        """Whether a job reached it before, and none does after."""
        return bool(self.before) and not self.after

    @property
    def is_new(self) -> bool:
        """Whether it is protected for the first time."""
        return bool(self.after) and not self.before
