"""Which tier and which schedule of one version goes on as which one of the other."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from glbr.protection.effective import Schedule, Tier

T = TypeVar("T")

Keys = Callable[[T], Iterable[Hashable]]
"""What a thing is known by in one round: two things with a common key are the same one."""


@dataclass(frozen=True, slots=True)
class Matching(Generic[T]):
    """Two versions of a list, put side by side.

    Attributes:
        pairs: What goes on, in the order before.
        lost: What does not.
        gained: What is new.
    """

    pairs: tuple[tuple[T, T], ...]
    lost: tuple[T, ...]
    gained: tuple[T, ...]


def match_tiers(before: Sequence[Tier], after: Sequence[Tier]) -> Matching[Tier]:
    """Match by kind and store; then by kind, with common numbers of schedules first; then by these numbers alone."""
    rounds = (_itself, _place_and_numbers, _kind_and_store, _kind_and_numbers, _kind, _numbers)
    matching = _matched(before, after, rounds)
    return _with_guesses(matching, lambda tier: tier.kind.is_unknown)


def match_schedules(before: Sequence[Schedule], after: Sequence[Schedule]) -> Matching[Schedule]:
    """Match by number; where the same schedules were only numbered anew, and for what is left, by what they do."""
    if Counter(map(deeds, before)) == Counter(map(deeds, after)):
        return _matched(before, after, (_number_and_deeds, _deeds))
    return _with_guesses(_matched(before, after, (_number, _deeds)), lambda schedule: schedule.number.is_unknown)


def deeds(schedule: Schedule) -> Hashable:
    """All that a schedule does, whatever its number, its label and the number of its source are."""
    settings = (schedule.cadence, schedule.keep, schedule.lock, schedule.consistency)
    scripts = (schedule.pre_script, schedule.post_script)
    return tuple((setting.state, setting.value) for setting in (*settings, *scripts))


def _itself(tier: Tier) -> Iterator[Hashable]:
    yield tier.kind, tier.store, tier.schedules.state, frozenset(tier.known_schedules())


def _kind(tier: Tier) -> Iterator[Hashable]:
    if tier.kind.is_known:
        yield tier.kind.value


def _kind_and_store(tier: Tier) -> Iterator[Hashable]:
    if tier.kind.is_known and not tier.store.is_unknown:
        yield tier.kind.value, tier.store.value


def _place_and_numbers(tier: Tier) -> Iterator[Hashable]:
    yield from ((place, number) for place in _kind_and_store(tier) for number in _numbers(tier))


def _numbers(tier: Tier) -> Iterator[Hashable]:
    yield from (schedule.number.value for schedule in tier.known_schedules() if schedule.number.is_known)


def _kind_and_numbers(tier: Tier) -> Iterator[Hashable]:
    if tier.kind.is_known:
        yield from ((tier.kind.value, number) for number in _numbers(tier))


def _number(schedule: Schedule) -> Iterator[Hashable]:
    if schedule.number.is_known:
        yield schedule.number.value


def _deeds(schedule: Schedule) -> Iterator[Hashable]:
    yield deeds(schedule)


def _number_and_deeds(schedule: Schedule) -> Iterator[Hashable]:
    if schedule.number.is_known:
        yield schedule.number.value, deeds(schedule)


def _matched(before: Sequence[T], after: Sequence[T], rounds: Iterable[Keys[T]]) -> Matching[T]:
    """Each round takes what the ones before it have left."""
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for keys_of in rounds:
        places: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place in reversed(range(len(after))):
            for key in keys_of(after[place]) if place not in taken else ():
                places[key].append(place)
        for place, one in enumerate(before):
            if place in partners:
                continue
            for found in (_first_free(places[key], taken) for key in keys_of(one)):
                if found is not None:
                    partners[place] = found
                    taken.add(found)
                    break
    pairs = tuple((before[place], after[partners[place]]) for place in sorted(partners))
    lost = tuple(one for place, one in enumerate(before) if place not in partners)
    return Matching(pairs, lost, tuple(one for place, one in enumerate(after) if place not in taken))


def _with_guesses(matching: Matching[T], is_unknown: Callable[[T], bool]) -> Matching[T]:
    """Whatever is unknown may be what seems lost, or where what seems new comes from: nobody can decide."""
    lost, gained, guessed = list(matching.lost), list(matching.gained), []
    for blind, others in ((gained, lost), (lost, gained)):
        for one in [item for item in blind if is_unknown(item)][: len(others)]:
            blind.remove(one)
            other = others.pop(0)
            guessed.append((other, one) if blind is gained else (one, other))
    return Matching((*matching.pairs, *guessed), tuple(lost), tuple(gained))


def _first_free(places: list[int], taken: set[int]) -> int | None:
    """The first place that is not taken; those that are go from the list, which has the first one last."""
    while places and places[-1] in taken:
        places.pop()
    return places[-1] if places else None
