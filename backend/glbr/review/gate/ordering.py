"""Which findings are said, and in which order: the most specific of those about one cause, worst first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from glbr.review.report import Enforcement, Judged

_RANKS: Final[Mapping[Enforcement, int]] = {"advisory": 0, "soft": 1, "hard": 2}


def worst_first(judged: Iterable[Judged], never_waived: Collection[str]) -> list[Judged]:
    """Leave out what a more specific finding says of the same place, unless that would make less of it; worst first.

    Args:
        judged: All findings.
        never_waived: Rules that nobody can waive, not by a waiver of a more specific rule either.
    """
    ordered = sorted(judged, key=_worst)
    covering: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in ordered:
        for rule in one.finding.covers:
            covering[rule, one.finding.key].append(one)
    gone: set[int] = set()
    for one in ordered:
        found = one.finding
        for other in covering.get((found.rule, found.key), ()):
            if other is not one and id(other) not in gone and _covers(other, one, never_waived):
                gone.add(id(one))
                break
    return [one for one in ordered if id(one) not in gone]


def _covers(other: Judged, one: Judged, never_waived: Collection[str]) -> bool:
    """Whether another finding says all that one says. A finding without a tier is about all tiers of its place."""
    if other.finding.tier not in ("", one.finding.tier):
        return False
    if other.finding.verdict == "unknown" and one.finding.verdict == "fail":
        return False
    if other.result == "waived" and one.finding.rule in never_waived:
        return False
    return _RANKS[other.enforcement] >= _RANKS[one.enforcement]


def _worst(one: Judged) -> tuple[object, ...]:
    found = one.finding
    return (
        one.result == "waived",
        -_RANKS[one.enforcement],
        found.verdict == "unknown",
        -found.severity,
        -found.direction,
        -found.assets,
        found.rule,
        found.address,
        found.key,
        found.tier,
        found.schedule or 0,
        found.message,
    )
