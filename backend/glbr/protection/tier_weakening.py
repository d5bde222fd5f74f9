"""What a change of tiers takes away, told for one policy or job by the provider's guard."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.comparison import Shift, compare
from glbr.protection.direction import Direction
from glbr.protection.effective import Tiers
from glbr.protection.problem import Path
from glbr.protection.weakening import Sort, Weakening

_CONSEQUENCES: Final = {
    "tier lost": "No new copies of this kind are made. Copies made so far stay until they expire.",
    "schedule lost": "This schedule makes no more copies. Copies made so far stay until they expire.",
    "retention shortened": "Copies made from the apply on disappear earlier. Those made so far keep their own end.",
    "lock removed": "Whoever gets hold of the account can delete copies made from the apply on.",
    "lock shortened": "Whoever gets hold of the account can delete copies made from the apply on earlier.",
    "lock lengthened": "This cannot be taken back: HPE deletes no copy before its lock ends, whoever asks, and its space is "
    "taken until then.",
    "rarer": "More work is lost when something has to be restored.",
    "source changed": "Its copies are made from other ones from now on.",
    "consistency lowered": "Applications may need a recovery of their own after a restore.",
    "script changed": "What makes the application ready for a copy does not run any more.",
    "undecidable": "It depends on a value that only the apply will tell. If that is weaker, the apply says so.",
    "unjudged": "It depends on a value that only the apply will tell, and the apply makes a new object: nobody will judge it "
    "then. Write the value itself, or apply what it depends on first.",
}
_SORTS: Final[dict[str, Sort]] = {"lock lengthened": "irreversible", "undecidable": "undecided"}


def tier_weakenings(
    before: Tiers, after: Tiers, at: Path | None = None, *, replacing: bool = False
) -> Iterator[Weakening]:
    """Everything that gets weaker from one version of the tiers to the other, and each lock that gets longer.

    Args:
        before: The tiers in force.
        after: The tiers as planned.
        at: The one place to point at, where the tiers themselves stand in another object.
        replacing: Whether a new object is made, so that the apply will not compare anything.
    """
    for shift in compare(before, after):
        if shift.direction >= Direction.WEAKENING or shift.direction == Direction.ONE_WAY:
            yield _weakening(shift, shift.path if at is None else at, replacing=replacing)


def _weakening(shift: Shift, path: Path, *, replacing: bool) -> Weakening:
    if shift.what == "undecidable" and replacing:
        return replace(_in_words(shift, path, "unjudged"), sort="unjudged")
    return _in_words(shift, path, shift.what)


def _in_words(shift: Shift, path: Path, consequence: str) -> Weakening:
    kind = shift.kind or "a tier"
    where = kind if shift.schedule is None else f"{kind}, schedule {shift.schedule}"
    note = f" {shift.note[0].upper()}{shift.note[1:]}." if shift.note else ""
    told = _CONSEQUENCES.get(consequence, "")
    return Weakening(
        f"{where}: {shift.before} → {shift.after}", f"{told}{note}".strip(), path, _SORTS.get(shift.what, "weaker")
    )
