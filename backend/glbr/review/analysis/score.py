"""The 3-2-1-1-0 score: three copies on two media, one of them off-site, one locked, and no errors.

What counts, and as what:

* The data itself is the first copy, on the array.
* Each place where a tier keeps copies is one more: two schedules into one store are one copy, not two. Log backups are
  none, for nothing can be restored from logs alone.
* Media are told apart as array, appliance and cloud: what one fault of one kind can take.
* Off-site is what a cloud store holds. Where the other array of a replicated snapshot stands, HPE's API does not tell.
* Whether copies were verified without errors is no configuration: that digit is never known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from glbr.protection.effective import Tier, Tiers
from glbr.review.model.objects import Store

NOT_TOLD: Final = "not told by HPE's API"

_ARRAY: Final = ("SNAPSHOT", "REPLICATED_SNAPSHOT")
_LOGS: Final = "DATABASE_LOG_BACKUP"
_MEDIA: Final = {"ON_PREMISES": "appliance", "CLOUD": "cloud"}


@dataclass(frozen=True, slots=True)
class Digit:
    """One digit of the rule.

    Attributes:
        name: What it counts, in a word or two: `copies`.
        wanted: How many there should be; for errors, how many there may be.
        found: How many there are for certain; None when nothing can be said.
        certain: Whether there cannot be more than `found`.
        of: What was counted, in words: `array`, `Local_clinic`; or why nothing can be said.
    """

    name: str
    wanted: int
    found: int | None
    certain: bool
    of: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool | None:
        """Whether the digit is reached; None when that cannot be told."""
        if self.found is not None and self.found >= self.wanted:
            return True
        return False if self.found is not None and self.certain else None

    def __str__(self) -> str:
        if self.found is None:
            return "not known"
        return str(self.found) if self.certain else f"{self.found} or more"


@dataclass(frozen=True, slots=True)
class Score:
    """How well something is protected by the 3-2-1-1-0 rule, one digit each."""

    copies: Digit
    media: Digit
    off_site: Digit
    immutable: Digit
    errors: Digit

    @property
    def digits(self) -> tuple[Digit, ...]:
        """The five, in the order of the rule's name."""
        return self.copies, self.media, self.off_site, self.immutable, self.errors

    @property
    def met(self) -> int:
        """How many of the digits are reached for certain: 0 to 4, for the last one is never known."""
        return sum(digit.is_met is True for digit in self.digits)


def score(tiers: Tiers, stores: Mapping[str, Store]) -> Score:
    """Work out the score of what a set of tiers protects.

    Args:
        tiers: The tiers in force; absent when no job protects it.
        stores: Managed stores of the same side, by key. A store that is not among them counts by the kind of its tier.
    """
    seen = _Seen(stores)
    for tier in tiers.value or ():
        seen.add(tier)
    if tiers.is_unknown:
        seen.copies_certain = seen.media_certain = seen.off_site_certain = seen.locks_certain = False
    return Score(
        Digit("copies", 3, 1 + len(seen.places), seen.copies_certain, ("the data itself", *seen.places)),
        Digit("media", 2, len(seen.media), seen.media_certain, tuple(seen.media)),
        Digit("off-site", 1, len(seen.off_site), seen.off_site_certain, tuple(seen.off_site)),
        Digit("immutable", 1, len(seen.locked), seen.locks_certain, tuple(seen.locked)),
        Digit("errors", 0, None, certain=False, of=(NOT_TOLD,)),
    )


class _Seen:
    """What has been counted so far. Dictionaries keep the order and count each place once."""

    def __init__(self, stores: Mapping[str, Store]) -> None:
        self._stores = stores
        self.places: dict[str, None] = {}
        self.media: dict[str, None] = {"array": None}
        self.off_site: dict[str, None] = {}
        self.locked: dict[str, None] = {}
        self.copies_certain = self.media_certain = self.off_site_certain = self.locks_certain = True

    def add(self, tier: Tier) -> None:
        """Count one tier."""
        if tier.kind.value == _LOGS or (tier.schedules.is_known and not tier.known_schedules()):
            return
        if tier.kind.value is None or not tier.schedules.is_known:
            # It may be any kind of copy, or none.
            self.copies_certain = self.media_certain = self.off_site_certain = self.locks_certain = False
            return
        medium = self._medium(tier)
        place = self._place(tier)
        if place is None:
            # A copy somewhere: perhaps in a place that is counted already.
            self.copies_certain = False
        else:
            self.places[place] = None
        if medium is None:
            self.media_certain = self.off_site_certain = False
        else:
            self.media[medium] = None
        if medium == "cloud":
            self.off_site[place or "a cloud store"] = None
        if tier.kind.value == "REPLICATED_SNAPSHOT":
            self.off_site_certain = False
        self._add_locks(tier, place or tier.kind.value.lower().replace("_", " "))

    def _add_locks(self, tier: Tier, place: str) -> None:
        locks = [schedule.lock for schedule in tier.known_schedules()]
        if any(lock.is_known for lock in locks):
            self.locked[place] = None
        elif any(lock.is_unknown for lock in locks):
            self.locks_certain = False

    def _place(self, tier: Tier) -> str | None:
        if tier.kind.value in _ARRAY:
            return "snapshots" if tier.kind.value == "SNAPSHOT" else "snapshots on another array"
        if tier.store.value is None:
            return None
        store = self._stores.get(tier.store.value)
        return store.name if store is not None else tier.store.value

    def _medium(self, tier: Tier) -> str | None:
        if tier.kind.value in _ARRAY:
            return "array"
        store = self._stores.get(tier.store.value or "")
        if store is not None and store.kind.value in _MEDIA:
            return _MEDIA[store.kind.value]
        if tier.kind.value == "CLOUD_BACKUP":
            return "cloud"
        # A store that is not managed here: other tiers than the cloud's go to an appliance.
        return "appliance" if store is None else None
