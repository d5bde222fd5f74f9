"""Waivers: findings that somebody has accepted, each bound to its rule, its place and its value, and for a time only.

A waiver covers a finding that fails. What cannot be decided has no value that anybody could have accepted. The tier belongs to
the place: whoever accepts that backups are not locked has not accepted it of cloud backups.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fnmatch import translate
from functools import cached_property, lru_cache
from typing import Final

from glbr.protection.policy import STORED, STORELESS
from glbr.protection.words import listed
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.gate.accepted_value import same_value
from glbr.review.model.model import Waiver
from glbr.review.rules.finding import Finding

LONGEST: Final = timedelta(days=180)
SHORTEST_REASON: Final = 10
TIERS: Final = (*STORELESS, *STORED)
"""What a waiver's `tier` may be."""

_NAME: Final = re.compile(r'(.*[./])?([^./\[\]"]+)(\[(?:"(?:[^"\\]|\\.)*"|[0-9]+)\])?', re.DOTALL)
"""An address or a construct's path: what is above it, its own name, and its key in `for_each` or `count`."""

_NOBODYS: Final = "\0"
"""A letter that no name has."""


@dataclass(frozen=True, slots=True)
class WaiverTrouble:
    """A waiver that does not do what its writer thinks.

    Attributes:
        waiver: The waiver.
        what: What is wrong with it, as the end of a sentence: `it has expired on 2026-01-31`.
        mend: What to do.
        grave: Whether it leaves a finding uncovered that somebody meant to cover; a stale one only wants to be removed.
        is_new: Whether the change under review brings it.
    """

    waiver: Waiver
    what: str
    mend: str
    grave: bool = True
    is_new: bool = False


class Waivers:
    """The waivers of one review: which of them hold, what they cover, and what is wrong with the rest."""

    def __init__(
        self,
        in_force: Iterable[Waiver],
        only_in_head: Iterable[Waiver],
        analysis: Analysis,
        *,
        rules: Collection[str],
        never: Collection[str],
    ) -> None:
        """Look at each waiver.

        Args:
            in_force: Those that count.
            only_in_head: Those that the change under review brings with it: they count once they are merged.
            analysis: What is reviewed; its moment is "now".
            rules: Ids of all rules there are.
            never: Ids of rules that nobody can waive.
        """
        self.troubles: list[WaiverTrouble] = []
        self._analysis = analysis
        self._holding: dict[str, list[Waiver]] = defaultdict(list)
        self._used: set[Waiver] = set()
        self._missed: dict[Waiver, str] = {}
        self._without_tier: dict[Waiver, list[Finding]] = defaultdict(list)
        self._too_wide: dict[Waiver, Finding] = {}
        for waiver in dict.fromkeys(in_force):
            wrong = list(_wrong(waiver, analysis.now, rules, never))
            self.troubles += wrong
            if not wrong:
                self._holding[waiver.rule].append(waiver)
        for waiver in dict.fromkeys(only_in_head):
            wrong = list(_wrong(waiver, analysis.now, rules, never))
            self.troubles += [replace(one, is_new=True) for one in wrong or [WaiverTrouble(waiver, *_NEW)]]

    def covering(self, finding: Finding, *, grave: bool = False) -> Waiver | None:
        """The waiver that covers a finding, if one does.

        Args:
            finding: What was found.
            grave: Whether it would block or is critical: then the waiver has to name what it is for.
        """
        if finding.verdict != "fail" or finding.rule not in self._holding:
            return None
        for waiver in self._holding[finding.rule]:
            if not self._is_at(waiver, finding):
                continue
            if not self._accepts(waiver, finding):
                self._missed[waiver] = finding.after
            elif finding.tier and not waiver.tier:
                self._without_tier[waiver].append(finding)
            elif grave and not self._is_named(waiver, finding):
                self._too_wide.setdefault(waiver, finding)
            else:
                self._used.add(waiver)
                return waiver
        return None

    def stale(self, looked: Collection[str]) -> Iterator[WaiverTrouble]:
        """Waivers that cover nothing or too much, to be asked for when every finding has been shown to `covering`.

        Args:
            looked: Ids of rules that a waiver can be stale for: those that judged a state of things. What only a change
                shows is there for one review, and its waiver is written before.
        """
        for waivers in self._holding.values():
            for waiver in waivers:
                if refused := list(self._refused(waiver)):
                    yield from refused
                elif waiver in self._used:
                    continue
                elif waiver in self._missed:
                    has = self._missed[waiver] or "no value"
                    accepts = f"accepts {waiver.value}" if waiver.value else "names no value"
                    what = f"it {accepts}, and the finding has {has}"
                    yield WaiverTrouble(waiver, what, "Mend what was found, or have the new value accepted.")
                elif waiver.rule in looked:
                    yield WaiverTrouble(waiver, "it covers nothing", "Remove it, or mend its address.", grave=False)

    def _refused(self, waiver: Waiver) -> Iterator[WaiverTrouble]:
        """What kept a waiver from covering what fits it otherwise."""
        if waiver in self._without_tier:
            tiers = sorted({finding.tier for finding in self._without_tier[waiver]})
            each = "Add" if len(tiers) == 1 else "Write a waiver for each tier that is accepted, with"
            yield WaiverTrouble(
                waiver,
                f"it names no tier, and what it would accept is about {listed(tiers)}",
                f"{each} {' or '.join(f'`tier: {tier}`' for tier in tiers)}.",
            )
        if waiver in self._too_wide:
            finding = self._too_wide[waiver]
            yield WaiverTrouble(
                waiver,
                f"its address names no resource, and what it would accept is as grave as {finding.subject or finding.rule}",
                f"Write the address that is accepted: {finding.address or finding.key}.",
            )

    def _is_at(self, waiver: Waiver, finding: Finding) -> bool:
        if waiver.tier and waiver.tier != finding.tier:
            return False
        if waiver.schedule is not None and waiver.schedule != finding.schedule:
            return False
        pattern = _glob(waiver.address)
        return any(pattern.fullmatch(place) for place in self._places(finding))

    def _is_named(self, waiver: Waiver, finding: Finding) -> bool:
        """Whether a waiver's pattern holds a part of the name of what a finding is about: another name would not fit it."""
        pattern = _glob(waiver.address)
        return any(
            pattern.fullmatch(place) and not pattern.fullmatch(_renamed(place)) for place in self._places(finding)
        )

    def _places(self, finding: Finding) -> list[str]:
        location = self._analysis.model.locations.get(finding.key)
        return [place for place in (finding.address, finding.key, location.construct if location else "") if place]

    def _accepts(self, waiver: Waiver, finding: Finding) -> bool:
        if waiver.value:
            return same_value(waiver.value, finding.after)
        # Without a value it accepts what is there today: nothing that the change brings about.
        if not self._analysis.is_change or not finding.after:
            return True
        return finding.before == finding.after or (not finding.before and not self._is_touched(finding))

    @cached_property
    def _units(self) -> Mapping[str, Unit]:
        return {unit.key: unit for unit in self._analysis.units}

    def _is_touched(self, finding: Finding) -> bool:
        changes = self._analysis.changes
        if any(key in changes and not changes[key].is_none for key in (finding.key, finding.address)):
            return True
        unit = self._units.get(finding.key)
        return unit is not None and bool(unit.shifts or unit.is_new)


_NEW: Final = (
    "it is new in this change, so it does not count yet",
    "Have it merged on its own first: whoever changes something does not accept it in the same breath.",
)


def _wrong(waiver: Waiver, now: datetime, rules: Collection[str], never: Collection[str]) -> Iterator[WaiverTrouble]:
    if waiver.rule not in rules:
        yield WaiverTrouble(waiver, "there is no such rule", "`glbr review --list-rules` shows all.")
    if waiver.rule in never:
        yield WaiverTrouble(waiver, "findings of this rule cannot be waived", "Mend what was found.")
    if len(waiver.reason.strip()) < SHORTEST_REASON:
        yield WaiverTrouble(
            waiver, "it has no reason", f"Say why it is accepted, in {SHORTEST_REASON} characters or more."
        )
    if waiver.tier and waiver.tier not in TIERS:
        yield WaiverTrouble(waiver, f"there is no tier {waiver.tier}", f"Write one of {', '.join(TIERS)}.")
    if not waiver.owner.strip():
        yield WaiverTrouble(waiver, "it has no owner", "Name who answers for it.")
    today, latest = now.date(), now.date() + LONGEST
    try:
        until = date.fromisoformat(waiver.until)
    except ValueError:
        wrong = "it has no end" if not waiver.until else "its end is no date"
        yield WaiverTrouble(waiver, wrong, f"Write `until` as a day up to {latest}, such as {latest}.")
        return
    if until < today:
        yield WaiverTrouble(waiver, f"it has expired on {until}", "Mend what was found, or have it accepted anew.")
    elif until > latest:
        yield WaiverTrouble(
            waiver, f"it holds until {until}", f"{LONGEST.days} days are the most: write {latest} or earlier."
        )


def same_waiver(waiver: Waiver) -> Waiver:
    """A waiver without the place it is written at, to find it again on another branch."""
    return replace(waiver, written_in="")


def _renamed(place: str) -> str:
    """The same place with a name and key, as long as they are, that nothing has."""
    found = _NAME.fullmatch(place)
    if found is None:
        return _NOBODYS * len(place)
    key = f"[{_NOBODYS * (len(found[3]) - 2)}]" if found[3] else ""
    return f"{found[1] or ''}{_NOBODYS * len(found[2])}{key}"


@lru_cache(maxsize=1024)
def _glob(pattern: str) -> re.Pattern[str]:
    """`*` and `?` stand for any text and any character; brackets are what addresses have, and stand for themselves."""
    # fnmatch writes expressions that never try twice, however many stars a pattern has.
    return re.compile(translate(pattern.replace("[", "[[]")))
