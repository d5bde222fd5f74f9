"""Recovery points that Terraform itself made: how long each of them lives and stays locked, before and after a change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from glbr.protection.direction import Direction
from glbr.protection.period import InvalidPeriod, Period
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Thing
from glbr.review.rules.about import about, undecided
from glbr.review.rules.days import end, outlasts
from glbr.review.rules.finding import Finding
from glbr.review.rules.rule import Rule

COPIES: Final = ("volume_protection_group_snapshot", "volume_protection_group_backup")
"""Nouns of recovery points that Terraform made: destroying one deletes the copy."""

Term = Literal["expire_after", "lock_for"]
"""The argument that says how long a copy lives, or stays locked."""

_ENDS: Final[Mapping[Term, str]] = {"expire_after": "expires_at", "lock_for": "locked_until"}
_MADE_AT: Final = "point_in_time"


@dataclass(frozen=True, slots=True)
class Life:
    """How one copy's life or lock was written, and how it will be.

    Attributes:
        copy: The copy, after the change.
        term: The argument.
        old: Its value before; absent for no expiry, or no lock.
        new: Its value after.
        made_at: When the copy was made; None where nobody tells.
    """

    copy: Thing
    term: Term
    old: Setting[Period]
    new: Setting[Period]
    made_at: datetime | None

    @property
    def is_shorter(self) -> bool:
        """Whether it ends earlier than before, on some days of the year at least, and still lasts for some time."""
        return self.new.value is not None and self.old.value is not None and outlasts(self.old.value, self.new.value)

    @property
    def is_longer(self) -> bool:
        """Whether it ends later than before, on some days of the year at least."""
        return self.new.value is not None and self.old.value is not None and outlasts(self.new.value, self.old.value)

    @property
    def is_undecidable(self) -> bool:
        """Whether nobody can say that it is not shorter: something was there, and what comes is not known."""
        return (self.new.is_unknown and self.old.is_known) or (self.old.is_unknown and not self.new.is_unknown)

    def has_ended_by(self, now: datetime) -> bool:
        """Whether the new end is over already, as far as anybody can tell: then it takes effect with the apply."""
        return self.new.value is not None and self.made_at is not None and end(self.new.value, self.made_at) <= now


def lives(analysis: Analysis, term: Term) -> Iterator[Life]:
    """Every copy that is there before and after, and whose life or lock is not the same."""
    before = analysis.model.before.things
    for key, copy in analysis.model.after.things.items():
        was, change = before.get(key), analysis.changes.get(key)
        if copy.noun not in COPIES or was is None or (change is not None and change.deletes):
            continue
        if was.settings.get(term) == copy.settings.get(term) and not _period(copy, term).is_unknown:
            continue
        old, new = _period(was, term), _period(copy, term)
        if new.is_absent and analysis.model.provenance.origin != "plan":
            continue  # HPE keeps what is left out: only a plan tells that it goes
        if old.is_absent and _is_there(was, _ENDS[term]):
            old = Setting("unknown")  # HPE has chosen it; what is written does not tell how long it is
        if old.is_unknown or new.is_unknown or old.value != new.value:
            yield Life(copy, term, old, new, _made_at(was))


def about_copy(rule: Rule, life: Life, direction: Direction, message: str, words: tuple[str, str]) -> Finding:
    """A finding about one copy, with its value before and after in words."""
    found = about(rule, life.copy, direction, message)
    return replace(found, before=words[0], after=words[1], path=life.term)


def undecidable_copy(rule: Rule, life: Life, message: str) -> Finding:
    """The verdict "unknown" about one copy."""
    found = about_copy(rule, life, Direction.NEUTRAL, message, (str(life.old), str(life.new)))
    return replace(
        undecided(found, f"Write {life.term} as a value that is known while planning."), covers=("DP-PLAN-001",)
    )


def _period(copy: Thing, term: Term) -> Setting[Period]:
    written: Setting[str] = copy.settings.get(term, Setting("absent"))
    try:
        return written.map(Period.parse)
    except InvalidPeriod:
        return Setting("unknown")


def _is_there(copy: Thing, name: str) -> bool:
    return name in copy.settings and copy.settings[name].is_known


def _made_at(copy: Thing) -> datetime | None:
    written: Setting[str] = copy.settings.get(_MADE_AT, Setting("absent"))
    try:
        made = datetime.fromisoformat(written.value or "")
    except ValueError:
        return None
    return made if made.tzinfo is not None else None
