"""Which assets come out of a change worse than before, told apart from those of which nobody knows."""

from glbr.protection.direction import Direction
from glbr.review.analysis.unit import Unit


def worsening(unit: Unit) -> Direction:
    """The worst thing that is known to happen to assets; what cannot be decided is not counted."""
    if unit.is_lost:
        return Direction.DESTRUCTIVE
    return max((shift.direction for shift in unit.shifts if shift.what != "undecidable"), default=Direction.NEUTRAL)


def gets_worse(unit: Unit) -> bool:
    """Whether assets are known to be protected less after the change."""
    return worsening(unit) >= Direction.WEAKENING


def is_unsure(unit: Unit) -> bool:
    """Whether nobody knows if assets are protected less."""
    return not gets_worse(unit) and any(shift.what == "undecidable" for shift in unit.shifts)
