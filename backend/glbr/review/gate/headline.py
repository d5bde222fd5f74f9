"""One sentence for whoever reads nothing else of a review."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.report import Judged, Outcome

_LONGEST: Final = 160

_END: Final = re.compile(r"\.\s+(?=[A-Z0-9])")

_NEUTRAL: Final = "Nothing changes for whoever has to restore"


def headline(judged: Sequence[Judged], analysis: Analysis, outcome: Outcome, pack: str) -> str:
    """Say the worst in a sentence; for a change that harms nobody, what it does.

    Args:
        judged: All findings, worst first.
        analysis: What was looked at.
        outcome: What the gate says.
        pack: Name of the pack.
    """
    worst = [one for one in judged if one.counts]
    if worst:
        return _of_findings(worst)
    if not analysis.is_change:
        return f"Nothing that the pack {pack} asks for is missing"
    directions = {unit.key: analysis.direction(unit) for unit in analysis.units}
    direction = max(directions.values(), default=Direction.NEUTRAL)
    if direction is Direction.NEUTRAL:
        direction = min(directions.values(), default=Direction.NEUTRAL)
    concerned = [unit for unit in analysis.units if directions[unit.key] is direction]
    if outcome == "clean" and direction >= Direction.WEAKENING and any(one.result == "waived" for one in judged):
        return f"{_Assets(concerned)} lose protection, which has been waived"
    return _of_direction(direction, concerned)


def _of_findings(worst: Sequence[Judged]) -> str:
    first = worst[0].finding
    said = _sentence(first.message)
    second = next((one.finding for one in worst[1:] if one.finding.rule != first.rule), None)
    if second is None:
        return _short(said)
    more = _sentence(second.message)
    if second.before and second.after:
        whose = "" if second.subject == first.subject else f"{second.subject}: "
        more = whose + from_to(second.before, second.after)
    both = f"{said}; {more}"
    return both if len(both) <= _LONGEST else _short(said)


def _of_direction(direction: Direction, units: Sequence[Unit]) -> str:
    assets = _Assets(units)
    if direction is Direction.NEUTRAL:
        return _NEUTRAL
    if direction is Direction.STRENGTHENING:
        said = f"Protection gets stronger for {assets}"
    elif direction is Direction.ONE_WAY:
        said = f"{assets} get a longer lock, which nobody can take back"
    elif direction is Direction.WEAKENING:
        said = f"{assets} are protected less than before"
    else:
        said = f"{assets} lose copies, or all protection"
    words = Counter(
        from_to(shift.before, shift.after)
        for unit in units
        for shift in unit.shifts
        if shift.direction is direction and shift.before and shift.after
    )
    told = f"{said}: {words.most_common(1)[0][0]}" if words else said
    return _short(told)


class _Assets:
    """How many assets some units have, in words."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._count = sum(unit.count for unit in units)
        self._least = "" if all(unit.countable for unit in units) else "at least "

    def __str__(self) -> str:
        return f"{self._least}{self._count:,} {'asset' if self._count == 1 else 'assets'}"


def from_to(before: str, after: str) -> str:
    """A change in few words, saying once what both sides say: `worst RPO 4 hours → 1 day`."""
    mine, others = before.split(" "), after.split(" ")
    same = 0
    while same < min(len(mine), len(others)) - 1 and mine[same] == others[same] and not mine[same].isdigit():
        same += 1
    return f"{before} → {' '.join(others[same:])}"


def _sentence(message: str) -> str:
    """The first sentence of a message; what follows it is for whoever reads on."""
    return _END.split(message, maxsplit=1)[0].rstrip(" .")


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
