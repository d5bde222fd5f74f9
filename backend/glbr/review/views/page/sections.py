"""What the page shows, in the order of the page: bounded lists, and how much more there is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.report import Judged, Report
from glbr.review.rules.finding import Severity
from glbr.review.rules.wording import counted
from glbr.review.views import changes
from glbr.review.views.pictures.fate import Fate, fates
from glbr.review.views.pictures.lanes import lanes
from glbr.review.views.pictures.picture import Picture
from glbr.review.views.pictures.score_card import score_card
from glbr.review.views.pictures.timeline import timeline
from glbr.review.views.pictures.waterfall import waterfall

MOST_PLACES: Final = 15
MOST_FATES: Final = 3
"""So many ways of protection have a timeline and a waterfall of their own."""
MOST_UNCHANGED: Final = 2

_OUTCOMES: Final = {"clean": "good", "blocked": "bad", "needs approval": "careful", "undecidable": "open"}


@dataclass(slots=True)
class Told:
    """Everything that one rule found with one result: its explanation once, and each place.

    Attributes:
        first: The worst of it.
        places: Findings that are shown.
        more: How many more there are.
        assets: How many assets they touch together, at the most.
    """

    first: Judged
    places: list[Judged] = field(default_factory=list)
    more: int = 0
    assets: int = 0

    @property
    def look(self) -> str:
        """Class that colours it."""
        if self.first.result == "waived":
            return "calm"
        if self.first.result != "fail":
            return "open"
        return {"hard": "bad", "soft": "careful", "advisory": "calm"}[self.first.enforcement]

    @property
    def severity(self) -> Severity:
        """The severity of the worst place."""
        return self.first.finding.severity

    @property
    def direction(self) -> Direction:
        """Which way the change goes, at the worst place."""
        return max(one.finding.direction for one in self.places)


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the page's head."""

    number: int
    word: str
    look: str


class Sections:
    """The parts of the page, each worked out when the template asks for it."""

    most_rules: Final = 60
    most_changes: Final = 40
    most_ids: Final = 100

    def __init__(self, report: Report) -> None:
        self._report = report
        self._analysis = report.analysis

    @property
    def look(self) -> str:
        """Class that colours the head of the page; also the name of its sign."""
        return _OUTCOMES[self._report.outcome]

    @property
    def at(self) -> str:
        """The moment of the plan."""
        return moment_in_words(self._analysis.now)

    @property
    def inventory_at(self) -> str:
        """When the inventory was taken; empty without one."""
        taken = self._analysis.model.provenance.inventory_at
        return moment_in_words(taken) if taken is not None else ""

    @cached_property
    def standing(self) -> list[Told]:
        """Findings that count or remark, worst first."""
        return _told(self._report.brought())

    @cached_property
    def earlier(self) -> list[Told]:
        """Findings that were so before the change."""
        return _told(self._report.earlier())

    @cached_property
    def waived(self) -> list[Told]:
        """Findings that somebody accepted."""
        return _told(one for one in self._report.judged if one.result == "waived")

    @property
    def counts(self) -> tuple[Count, ...]:
        """The numbers that a reader looks for first."""
        standing = self._report.brought()
        decided = [one for one in standing if one.result == "fail"]
        blocks, asks, advice = (
            sum(one.enforcement == enforcement for one in decided) for enforcement in ("hard", "soft", "advisory")
        )
        return (
            Count(blocks, "blocking", "bad"),
            Count(asks, "for approval", "careful"),
            Count(len(standing) - len(decided), "undecidable", "open"),
            Count(advice, "advice", "calm"),
            Count(len(self._report.earlier()), "so before", "calm"),
            Count(len(self._report.judged) - len(self._report.standing()), "waived", "calm"),
            Count(len(self._report.passed), "rules passed", "good"),
        )

    @cached_property
    def changes(self) -> list[changes.Row]:
        """What changes for protected assets, worst first, good news included."""
        return changes.rows(self._report) if self._analysis.is_change else []

    @cached_property
    def fates(self) -> tuple[Fate, ...]:
        """Ways of protection that get pictures of their own: those that change, else the largest."""
        found = self.all_fates
        changing = tuple(fate for fate in found if fate.changes)
        return changing[:MOST_FATES] if changing else found[:MOST_UNCHANGED]

    @cached_property
    def all_fates(self) -> tuple[Fate, ...]:
        """Every way of protection."""
        return fates(self._analysis)

    @property
    def fates_left_out(self) -> str:
        """How many ways of protection have no timeline; empty for none."""
        changed = sum(fate.changes for fate in self.all_fates)
        rest = len(self.all_fates) - len(self.fates)
        if not rest:
            return ""
        unchanged = " unchanged" if self._analysis.is_change else ""
        left = max(0, changed - len(self.fates)) if changed else 0
        parts = [f"{left:,} more changing" if left else "", f"{rest - left:,} more{unchanged}" if rest > left else ""]
        return f"Ways of protection that are not drawn: {', '.join(part for part in parts if part)}."

    @cached_property
    def pictures(self) -> list[Picture]:
        """All pictures of the page."""
        changing = [fate for fate in self.all_fates if fate.changes] or list(self.fates)
        drawn = [lanes(self._analysis, self.all_fates), score_card(self._analysis, changing)]
        for number, fate in enumerate(self.fates, start=1):
            drawn += [timeline(self._analysis, fate, number), waterfall(self._analysis, fate, number)]
        return [picture for picture in drawn if picture is not None]

    def touches(self, told: Told) -> str:
        """How many assets the places of one rule touch together; places may share assets."""
        if not told.assets:
            return ""
        most = "up to " if told.more or len(told.places) > 1 else ""
        return f"{most}{counted(told.assets, 'asset')}"

    @property
    def documentation(self) -> bool:
        """Whether the pages of rules can be linked to: an address of another kind is no link."""
        return self._report.documentation.startswith(("https://", "http://"))


def moment_in_words(moment: datetime) -> str:
    """A moment with its zone: `23 November 2026, 11:45 UTC`."""
    return f"{moment.day} {moment:%B %Y, %H:%M} {moment.tzname() or ''}".strip()


def _told(findings: Iterable[Judged]) -> list[Told]:
    """Put findings of one rule together that come to the same; the order is that of the worst of each."""
    found: dict[tuple[object, ...], Told] = {}
    for one in findings:
        key = (one.finding.rule, one.result, one.enforcement, one.title, one.explain, one.fix)
        told = found.setdefault(key, Told(one))
        told.assets += one.finding.assets
        if len(told.places) < MOST_PLACES:
            told.places.append(one)
        else:
            told.more += 1
    return list(found.values())
