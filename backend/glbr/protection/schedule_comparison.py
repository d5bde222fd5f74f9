"""What a change does to one schedule: its rhythm, its periods, its source, its quality."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from glbr.protection.cadence import Cadence
from glbr.protection.direction import Direction
from glbr.protection.effective import Schedule
from glbr.protection.instants import Instants, seconds
from glbr.protection.period import Period
from glbr.protection.setting import Setting
from glbr.protection.shift import What
from glbr.protection.steady_state import worst_gap
from glbr.protection.words import gap_in_words

T = TypeVar("T")

_CONSISTENCIES: Final = ("CRASH", "CRASH_CONSISTENT_ON_FAILURE", "APPLICATION")
"""From the least to the most quiet; HPE takes the first where nobody says otherwise."""

# A leap year that begins on a Monday: the phase of a rhythm is no difference between two of them.
_ANCHOR: Final = seconds(datetime(2024, 1, 1, tzinfo=UTC))
_FOUR_YEARS: Final = 1461 * 86400
_FEWER: Final = 0.98
"""Below this share there are fewer copies; what is above may come from where four years begin and end."""

_SOME_DAYS: Final = "on some days of the year only"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs between two versions of a schedule, in words people read; see `Shift`."""

    what: What
    direction: Direction
    before: str
    after: str
    note: str = ""
    attribute: str = ""
    """The attribute of the schedule that it is about."""


@dataclass(frozen=True, slots=True)
class Chains:
    """The schedules of both versions, as far as others are made from them.

    Attributes:
        before: Schedules by number, before.
        after: Schedules by number, after.
        numbers: Number after the change by number before it, for schedules that go on.
        is_complete: Whether all numbers after the change are known, so that a missing source is really missing.
    """

    before: dict[int, Schedule]
    after: dict[int, Schedule]
    numbers: dict[int, int]
    is_complete: bool


def differences(before: Schedule, after: Schedule, chains: Chains, zone: ZoneInfo) -> Iterator[Difference]:
    """Everything that differs between two versions of one schedule."""
    by_attribute: dict[str, Iterator[Difference]] = {
        "expire_after": _decided("retention", before.keep, after.keep, retention_in_words, _retention),
        "lock_for": _decided("lock", before.lock, after.lock, lock_in_words, _lock),
        "schedule": _decided(
            "rhythm",
            before.cadence,
            after.cadence,
            lambda cadence: rhythm_in_words(cadence, zone),
            lambda old, new: _rhythm(old, new, zone),
        ),
        "source_protection_schedule_id": _source(before.source, after.source, chains, zone),
        # Only a job says it, which has no place in the policy.
        "": _decided("consistency", before.consistency, after.consistency, _consistency_in_words, _consistency),
        "pre_script_info": _script(before.pre_script, after.pre_script, "before"),
        "post_script_info": _script(before.post_script, after.post_script, "after"),
    }
    for attribute, found in by_attribute.items():
        yield from (replace(difference, attribute=attribute) for difference in found)


def is_served_by(gone: Schedule, heir: Schedule, zone: ZoneInfo) -> bool:
    """Whether copies of another schedule are for certain as frequent, as long-lived, as long locked and as quiet.

    What is unknown serves nobody.
    """
    told = (
        *_decided("retention", gone.keep, heir.keep, retention_in_words, _retention),
        *_decided("lock", gone.lock, heir.lock, lock_in_words, _lock),
        *_decided("rhythm", gone.cadence, heir.cadence, str, lambda old, new: _rhythm(old, new, zone)),
        *_decided("consistency", gone.consistency, heir.consistency, _consistency_in_words, _consistency),
    )
    return not any(difference.direction >= Direction.WEAKENING for difference in told)


def retention_in_words(keep: Period | None) -> str:
    """`kept 2 weeks`."""
    return "kept for ever" if keep is None else f"kept {keep}"


def lock_in_words(lock: Period | None) -> str:
    """`locked 1 week`."""
    return "not locked" if lock is None else f"locked {lock}"


def rhythm_in_words(cadence: Cadence | None, zone: ZoneInfo) -> str:
    """`every 4 hours; at worst 4 hours without a recovery point`."""
    if cadence is None:
        return "no rhythm"
    gap = worst_gap((cadence,), _ANCHOR, zone)
    if gap is None:
        return f"{cadence}; no recovery point is ever made"
    return f"{cadence}; at worst {gap_in_words(gap)} without a recovery point"


def _decided(
    label: str,
    before: Setting[T],
    after: Setting[T],
    in_words: Callable[[T | None], str],
    told: Callable[[T | None, T | None], Iterator[Difference]],
) -> Iterator[Difference]:
    """What `told` tells of two values; that nobody can tell, when one of them is unknown."""
    if before.is_unknown or after.is_unknown:
        words = [f"{label} {side}" if side.is_unknown else in_words(side.value) for side in (before, after)]
        yield Difference("undecidable", Direction.WEAKENING, *words)
    elif before.value != after.value:
        yield from told(before.value, after.value)


def _retention(before: Period | None, after: Period | None) -> Iterator[Difference]:
    words = retention_in_words(before), retention_in_words(after)
    if after is None:
        yield Difference("retention removed", Direction.NEUTRAL, *words)
    elif before is None:
        yield Difference("retention shortened", Direction.WEAKENING, *words, "nothing expired before")
    elif _outlasts(before, after):
        note = _SOME_DAYS if _outlasts(after, before) else ""
        yield Difference("retention shortened", Direction.WEAKENING, *words, note)
    elif _outlasts(after, before):
        yield Difference("retention lengthened", Direction.STRENGTHENING, *words)


def _lock(before: Period | None, after: Period | None) -> Iterator[Difference]:
    words = lock_in_words(before), lock_in_words(after)
    if after is None:
        yield Difference("lock removed", Direction.WEAKENING, *words)
    elif before is None:
        yield Difference("lock lengthened", Direction.ONE_WAY, *words, "a new lock")
    elif _outlasts(before, after):
        note = f"{_SOME_DAYS}; longer on others, which nobody can take back" if _outlasts(after, before) else ""
        yield Difference("lock shortened", Direction.WEAKENING, *words, note)
    elif _outlasts(after, before):
        yield Difference("lock lengthened", Direction.ONE_WAY, *words)


def _rhythm(before: Cadence | None, after: Cadence | None, zone: ZoneInfo) -> Iterator[Difference]:
    words = rhythm_in_words(before, zone), rhythm_in_words(after, zone)
    old_gap, new_gap = _gap(before, zone), _gap(after, zone)
    old_number, new_number = _number(before), _number(after)
    is_fewer = new_number < old_number * _FEWER
    if new_gap > old_gap:
        yield Difference("rarer", Direction.WEAKENING, *words)
    elif new_gap < old_gap:
        note = "fewer copies in all, more evenly spread" if is_fewer else ""
        yield Difference("more often", Direction.STRENGTHENING, *words, note)
    elif is_fewer:
        yield Difference("rarer", Direction.WEAKENING, *words, "fewer copies, with the same worst gap")
    elif old_number < new_number * _FEWER:
        yield Difference("more often", Direction.STRENGTHENING, *words, "more copies, with the same worst gap")
    else:
        yield Difference("moved in time", Direction.NEUTRAL, *words)


def _source(before: Setting[int], after: Setting[int], chains: Chains, zone: ZoneInfo) -> Iterator[Difference]:
    """A source is the same one when the schedule that it names goes on, under whatever number."""
    words = _source_in_words(before), _source_in_words(after)
    old, new = before.value, after.value
    if before.is_unknown or after.is_unknown:
        yield Difference("undecidable", Direction.WEAKENING, *words)
    elif new is None:
        if old is not None:
            yield Difference("source changed", Direction.NEUTRAL, *words)
    elif new not in chains.after:
        if not chains.is_complete:
            note = f"whether there is a schedule {new} is known only after the apply"
            yield Difference("undecidable", Direction.WEAKENING, *words, note)
        elif old != new or old in chains.before:
            note = f"there is no schedule {new}: no copy will be made"
            yield Difference("source changed", Direction.WEAKENING, *words, note)
    elif old is None:
        yield Difference("source changed", Direction.NEUTRAL, *words)
    elif chains.numbers.get(old) != new:
        yield _other_source(chains.before.get(old), chains.after[new], words, zone)


def _other_source(before: Schedule | None, after: Schedule, words: tuple[str, str], zone: ZoneInfo) -> Difference:
    if before is None:
        return Difference("source changed", Direction.NEUTRAL, *words, "there was no such schedule before")
    if not (before.cadence.is_known and after.cadence.is_known):
        return Difference("undecidable", Direction.WEAKENING, *words, "how often a source runs is not known")
    if _gap(after.cadence.value, zone) > _gap(before.cadence.value, zone):
        return Difference("source changed", Direction.WEAKENING, *words, "the new source runs more rarely")
    return Difference("source changed", Direction.NEUTRAL, *words)


def _source_in_words(source: Setting[int]) -> str:
    if source.is_unknown:
        return f"a source {source}"
    return "made from the asset" if source.value is None else f"made from schedule {source.value}"


def _consistency_in_words(consistency: str | None) -> str:
    return f"consistency {consistency or 'of the application type'}"


def _consistency(before: str | None, after: str | None) -> Iterator[Difference]:
    words = _consistency_in_words(before), _consistency_in_words(after)
    old, new = before or _CONSISTENCIES[0], after or _CONSISTENCIES[0]
    if old not in _CONSISTENCIES or new not in _CONSISTENCIES:
        yield Difference("undecidable", Direction.WEAKENING, *words, "nobody knows this word of HPE's yet")
    elif _CONSISTENCIES.index(new) < _CONSISTENCIES.index(old):
        yield Difference("consistency lowered", Direction.WEAKENING, *words)
    elif new != old:
        yield Difference("consistency raised", Direction.STRENGTHENING, *words)


def _script(before: Setting[str], after: Setting[str], place: str) -> Iterator[Difference]:
    """Neither a path nor arguments are told: there may be secrets in them."""
    there, none = f"a script {place} each copy", f"no script {place} each copy"
    if before.is_unknown or after.is_unknown:
        words = [
            f"script {place} each copy: {side}" if side.is_unknown else none if side.is_absent else there
            for side in (before, after)
        ]
        yield Difference("undecidable", Direction.WEAKENING, *words)
    elif before.is_known and after.is_absent:
        yield Difference("script changed", Direction.WEAKENING, there, none)
    elif before.is_absent and after.is_known:
        yield Difference("script changed", Direction.NEUTRAL, none, there)
    elif before.value != after.value:
        other = f"another script {place} each copy, or other arguments"
        yield Difference("script changed", Direction.NEUTRAL, there, other)


@lru_cache(maxsize=4096)
def _outlasts(one: Period, other: Period) -> bool:
    return one.can_outlast(other)


def _gap(cadence: Cadence | None, zone: ZoneInfo) -> timedelta:
    gap = None if cadence is None else worst_gap((cadence,), _ANCHOR, zone)
    return timedelta.max if gap is None else gap


@lru_cache(maxsize=4096)
def _number(cadence: Cadence | None) -> int:
    """Copies in four years; at what time of day they are made is no matter."""
    return Instants(cadence, _ANCHOR, ZoneInfo("UTC")).number(_ANCHOR, _ANCHOR + _FOUR_YEARS) if cadence else 0
