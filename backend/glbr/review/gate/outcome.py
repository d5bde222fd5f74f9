"""What a review comes to: clean, blocked, in need of approval, or undecidable."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.gate.gate import DIRECTIONS, Gate
from glbr.review.gate.objectives import keys_behind
from glbr.review.gate.settings import Approval
from glbr.review.report import Judged, Outcome

UNDECIDED: Final = ("DP-PLAN-001", "DP-PLAN-002")
"""Rules that say that a plan does not show what decides: their hard findings leave a review undecidable, not blocked."""

_FROM: Final[Mapping[Approval, Direction]] = {
    "destructive": Direction.DESTRUCTIVE,
    "weakening": Direction.WEAKENING,
    "any-change": Direction.STRENGTHENING,
}


def outcome(judged: Sequence[Judged], analysis: Analysis, gate: Gate) -> Outcome:
    """What the gate says of all findings together, and of the direction that the change takes."""
    standing = [one for one in judged if one.counts]
    hard = [one for one in standing if one.enforcement == "hard"]
    if any(one.result == "fail" and one.finding.rule not in UNDECIDED for one in hard):
        return "blocked"
    unsaid = Unsaid(judged, analysis)
    forbidden = [Direction[word.upper()] for word in gate.wishes.fail_on if word in DIRECTIONS]
    if forbidden and unsaid.goes(min(forbidden)):
        return "blocked"
    if hard:
        return "undecidable"
    if gate.require_approval == "never":
        return "clean"
    least = _FROM[gate.require_approval]
    if standing or any(one.result == "fail" and one.finding.direction >= least for one in _of_change(judged)):
        return "needs approval"
    changes = gate.require_approval == "any-change" and any(not change.is_none for change in analysis.model.changes)
    return "needs approval" if changes or unsaid.goes(least) else "clean"


def _of_change(judged: Iterable[Judged]) -> Iterator[Judged]:
    """Findings about a change; those about a state of things go nowhere."""
    return (one for one in judged if one.finding.direction is not Direction.NEUTRAL)


class Unsaid:
    """What the change does to assets beyond what has been waived: a rule that is off does not hide it.

    A shift is excused when a waived finding concerns its unit, tier and schedule, and the loss of all protection when a
    waived finding about that loss does.
    """

    def __init__(self, judged: Iterable[Judged], analysis: Analysis) -> None:
        self._analysis = analysis
        self._waived: dict[str, list[Judged]] = defaultdict(list)
        for one in _of_change(judged):
            if one.result == "waived":
                for key in {one.finding.key, one.finding.address}:
                    self._waived[key].append(one)

    def goes(self, least: Direction) -> bool:
        """Whether anything that is not excused goes in this direction or a worse one."""
        if not self._analysis.is_change:
            return False
        seen: set[int] = set()
        for unit in self._analysis.units:
            if unit.is_lost or unit.is_new:
                if self._analysis.direction(unit) >= least and not self._is_excused(unit, None):
                    return True
            elif self._waived or id(unit.shifts) not in seen:
                seen.add(id(unit.shifts))  # thousands of units share theirs
                if any(shift.direction >= least and not self._is_excused(unit, shift) for shift in unit.shifts):
                    return True
        return False

    def _is_excused(self, unit: Unit, shift: Shift | None) -> bool:
        if not self._waived:
            return False
        for key in keys_behind(unit) & self._waived.keys():
            for one in self._waived[key]:
                found = one.finding
                if shift is None and found.direction is self._analysis.direction(unit) and not found.tier:
                    return True
                if (
                    shift is not None
                    and found.direction >= shift.direction
                    and found.tier in ("", shift.kind)
                    and found.schedule in (None, shift.schedule)
                ):
                    return True
        return False
