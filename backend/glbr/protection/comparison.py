"""What a change of tiers does: the one comparison that the provider's guard and the review both use.

Tiers are told apart by what they are and where they go, schedules by their number, never by their position in a list.
Periods are compared by the calendar, rhythms by the gaps they leave.

What is taken away is WEAKENING as long as anything goes on: the copies that exist live until they expire. Only where no
schedule is left at all it is DESTRUCTIVE, for then all protection of the asset is lost.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from glbr.protection.direction import Direction
from glbr.protection.effective import Schedule, Tier, Tiers
from glbr.protection.schedule_comparison import Chains, differences, is_served_by, lock_in_words, retention_in_words
from glbr.protection.shift import Shift, What
from glbr.protection.tier_matching import Matching, deeds, match_schedules, match_tiers

__all__ = ["Shift", "What", "compare"]

_UTC: Final = ZoneInfo("UTC")
_NOTHING: Final = "nothing"

Place = tuple[Tier, Schedule]
"""A schedule, and where it stands."""


def compare(before: Tiers, after: Tiers, zone: ZoneInfo | None = None) -> Iterator[Shift]:
    """Everything that differs between two versions of the tiers that protect one asset, worst first within a tier.

    Nothing known to be equal is told. A value that is unknown after (or before) and may matter gives `undecidable`.

    Args:
        before: The tiers as they were.
        after: The tiers as they will be.
        zone: Zone of start times; UTC when left out.
    """
    if before.is_unknown or after.is_unknown:
        words = [str(side) if side.is_unknown else _tiers_in_words(side.value or ()) for side in (before, after)]
        yield Shift("undecidable", Direction.WEAKENING, "", "", None, words[0], words[1], ("protections",))
        return
    old_tiers, new_tiers = before.value or (), after.value or ()
    if old_tiers == new_tiers and all(map(_is_decided, old_tiers)):
        return
    tiers = match_tiers(old_tiers, new_tiers)
    schedules = [_schedules_of(old, new) for old, new in tiers.pairs]
    homes = _Homes(
        [(new, one) for (_, new), matching in zip(tiers.pairs, schedules, strict=True) for one in matching.gained],
        [(tier, one) for tier in tiers.gained for one in tier.known_schedules()],
    )
    lost = [[(one, homes.of(one)) for one in matching.lost] for matching in schedules]
    going_on = [pair for matching in schedules for pair in matching.pairs]
    going_on += [(one, home[1]) for gone in lost for one, home in gone if home is not None]
    chains = _chains(old_tiers, new_tiers, going_on)
    loss = Direction.WEAKENING if any(map(_may_go_on, new_tiers)) else Direction.DESTRUCTIVE
    for (old, new), matching, gone in zip(tiers.pairs, schedules, lost, strict=True):
        told = [*_of_tier(old, new, loss), *_of_schedules(new, matching, chains, zone or _UTC)]
        told += [_lost(old, one, home, loss) for one, home in gone]
        told += [
            _shift(new, "schedule gained", Direction.STRENGTHENING, _NOTHING, _schedule_in_words(one), one)
            for one in matching.gained
            if not homes.is_taken(one)
        ]
        yield from sorted(told, key=lambda shift: -shift.direction)
    for tier in tiers.lost:
        yield from _tier_lost(tier, new_tiers, loss, zone or _UTC)
    for tier in tiers.gained:
        yield _shift(tier, "tier gained", Direction.STRENGTHENING, _NOTHING, _schedules_in_words(tier))


def _tier_lost(tier: Tier, after: Sequence[Tier], loss: Direction, zone: ZoneInfo) -> Iterator[Shift]:
    """A tier that goes; where another one makes the same kind of copy in the same place, what that one does not serve."""
    alike = [one for one in after if _place_of(one) == _place_of(tier) and one.known_schedules()]
    if not alike or not (tier.kind.is_known and tier.schedules.is_known) or tier.store.is_unknown:
        yield _shift(tier, "tier lost", loss, _schedules_in_words(tier), _NOTHING)
        return
    heirs = [schedule for one in alike for schedule in one.known_schedules()]
    for gone in tier.known_schedules():
        if not any(is_served_by(gone, heir, zone) for heir in heirs):
            lost = _shift(tier, "schedule lost", loss, _schedule_in_words(gone), _NOTHING, gone)
            yield replace(lost, note="others make such copies in the same place, and none as good")


def _place_of(tier: Tier) -> Hashable:
    return tier.kind.value, tier.store.state, tier.store.value


def _is_decided(tier: Tier) -> bool:
    settings = (tier.kind, tier.store, tier.schedules)
    return not any(one.is_unknown for one in settings) and not any(map(_is_open, tier.known_schedules()))


def _is_open(schedule: Schedule) -> bool:
    periods, scripts = (schedule.keep, schedule.lock), (schedule.pre_script, schedule.post_script)
    settings = (schedule.number, schedule.cadence, *periods, schedule.source, schedule.consistency, *scripts)
    return any(one.is_unknown for one in settings)


def _schedules_of(old: Tier, new: Tier) -> Matching[Schedule]:
    """Nothing can be said of single schedules while one of the lists is unknown."""
    if old.schedules.is_unknown or new.schedules.is_unknown:
        return Matching((), (), ())
    return match_schedules(old.known_schedules(), new.known_schedules())


class _Homes:
    """Schedules that are new where they stand: one that was lost elsewhere may have moved there."""

    def __init__(self, in_tiers: Iterable[Place], in_new_tiers: Iterable[Place]) -> None:
        self._places: dict[Hashable, list[Place]] = {}
        self._taken: set[int] = set()
        for tier, schedule in (*in_tiers, *in_new_tiers):
            self._places.setdefault(deeds(schedule), []).append((tier, schedule))

    def of(self, schedule: Schedule) -> Place | None:
        """Where a lost schedule goes on; each place is taken once."""
        places = self._places.get(deeds(schedule))
        if not places:
            return None
        place = places.pop(0)
        self._taken.add(id(place[1]))
        return place

    def is_taken(self, schedule: Schedule) -> bool:
        """Whether a lost schedule goes on as this one, which is looked up as an object, not by its value."""
        return id(schedule) in self._taken


def _chains(before: Sequence[Tier], after: Sequence[Tier], going_on: Iterable[tuple[Schedule, Schedule]]) -> Chains:
    numbers = {
        old.number.value: new.number.value
        for old, new in going_on
        if old.number.value is not None and new.number.value is not None
    }
    is_complete = not any(
        tier.schedules.is_unknown or any(schedule.number.is_unknown for schedule in tier.known_schedules())
        for tier in after
    )
    return Chains(_numbered(before), _numbered(after), numbers, is_complete)


def _numbered(tiers: Sequence[Tier]) -> dict[int, Schedule]:
    schedules = (schedule for tier in tiers for schedule in tier.known_schedules())
    return {schedule.number.value: schedule for schedule in schedules if schedule.number.value is not None}


def _may_go_on(tier: Tier) -> bool:
    return tier.schedules.is_unknown or bool(tier.known_schedules())


def _of_tier(old: Tier, new: Tier, loss: Direction) -> Iterator[Shift]:
    """What differs about the tier as a whole. With another kind, it is another tier that the same schedules serve now."""
    if old.kind.is_unknown or new.kind.is_unknown:
        yield _shift(new, "undecidable", Direction.WEAKENING, f"kind {old.kind}", f"kind {new.kind}")
    elif old.kind.value != new.kind.value:
        note = f"its schedules go on as {new.kind}"
        lost = _shift(old, "tier lost", loss, _tier_in_words(old), _tier_in_words(new))
        yield replace(lost, path=new.path, note=note)
    if old.store.is_unknown or new.store.is_unknown:
        yield _shift(new, "undecidable", Direction.WEAKENING, f"store {old.store}", f"store {new.store}")
    elif old.store.value != new.store.value and old.kind.value == new.kind.value:
        note = "a new history begins there; the old copies stay until they expire"
        changed = _shift(new, "store changed", Direction.WEAKENING, f"store {old.store}", f"store {new.store}")
        yield replace(changed, store=old.store.value or "", note=note)
    if old.schedules.is_unknown or new.schedules.is_unknown:
        words = [
            f"schedules {one.schedules}" if one.schedules.is_unknown else _tier_in_words(one) for one in (old, new)
        ]
        yield _shift(new, "undecidable", Direction.WEAKENING, words[0], words[1])


def _of_schedules(tier: Tier, schedules: Matching[Schedule], chains: Chains, zone: ZoneInfo) -> Iterator[Shift]:
    for old, new in schedules.pairs:
        for told in differences(old, new, chains, zone):
            shift = _shift(tier, told.what, told.direction, told.before, told.after, new)
            yield replace(shift, path=(*new.path, *filter(None, [told.attribute])), note=told.note)


def _lost(tier: Tier, schedule: Schedule, home: Place | None, loss: Direction) -> Shift:
    lost = _shift(tier, "schedule lost", loss, _schedule_in_words(schedule), _NOTHING, schedule)
    if home is None:
        return lost
    where = f"{home[0].kind}" + (f" in store {home[0].store}" if home[0].store.is_known else "")
    return replace(lost, note=f"it goes on as {home[1].label} of {where}")


def _shift(
    tier: Tier, what: What, direction: Direction, before: str, after: str, schedule: Schedule | None = None
) -> Shift:
    return Shift(
        what,
        direction,
        tier.kind.value or "",
        tier.store.value or "",
        schedule.number.value if schedule else None,
        before,
        after,
        schedule.path if schedule else tier.path,
    )


def _tiers_in_words(tiers: Sequence[Tier]) -> str:
    return "; ".join(map(_tier_in_words, tiers)) or _NOTHING


def _tier_in_words(tier: Tier) -> str:
    """`CLOUD_BACKUP: every 4 hours, kept 2 days; daily at 01:30, kept 2 weeks, locked 1 week`."""
    kind = f"kind {tier.kind}" if tier.kind.is_unknown else str(tier.kind)
    return f"{kind}: {_schedules_in_words(tier)}"


def _schedules_in_words(tier: Tier) -> str:
    """`every 4 hours, kept 2 days; daily at 01:30, kept 2 weeks, locked 1 week`."""
    if tier.schedules.is_unknown:
        return f"schedules {tier.schedules}"
    return "; ".join(map(_schedule_in_words, tier.known_schedules())) or "no schedule"


def _schedule_in_words(schedule: Schedule) -> str:
    rhythm = f"rhythm {schedule.cadence}" if schedule.cadence.is_unknown else str(schedule.cadence)
    keep = f"retention {schedule.keep}" if schedule.keep.is_unknown else retention_in_words(schedule.keep.value)
    if schedule.lock.is_absent:
        return f"{rhythm}, {keep}"
    lock = f"lock {schedule.lock}" if schedule.lock.is_unknown else lock_in_words(schedule.lock.value)
    return f"{rhythm}, {keep}, {lock}"
