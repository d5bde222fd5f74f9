"""What a change does to protected assets, in rows: like with like, worst first, good news included."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.report import Report
from glbr.review.rules.wording import counted
from glbr.review.views.words import change_in_words, plain, shortened, tier_in_words


@dataclass(slots=True)
class Row:
    """The same thing, as it happens to one or more units.

    Attributes:
        direction: Which way it goes.
        tier: The kind of tier in words; empty for all protection of a unit.
        before: The value before, in words.
        after: The value after.
        note: What else to know.
        units: Names of the units.
        assets: How many assets they are.
        countable: Whether that is really the number.
    """

    direction: Direction
    tier: str
    before: str
    after: str
    note: str
    units: list[str] = field(default_factory=list)
    assets: int = 0
    countable: bool = True

    @property
    def about(self) -> str:
        """Whom it happens to: `clinic, ward and 3 more · snapshot · 12 assets`."""
        names = ", ".join(shortened(name, 60) for name in self.units[:2])
        if len(self.units) > 2:
            names += f" and {len(self.units) - 2:,} more"
        assets = counted(self.assets, "asset") if self.countable and self.assets else ""
        return " · ".join(part for part in (names, self.tier, assets) if part)

    @property
    def change(self) -> str:
        """`kept 3 days → kept 7 days`."""
        said = change_in_words(self.before, self.after)
        return f"{said} ({plain(self.note)})" if self.note else said


def rows(report: Report) -> list[Row]:
    """Everything that changes for protected assets; units to which the same happens share a row."""
    found: dict[tuple[object, ...], Row] = {}
    for unit in report.analysis.units:
        for row in _of(report.analysis, unit):
            key = (row.direction, row.tier, row.before, row.after, row.note)
            kept = found.setdefault(key, row)
            kept.units.append(unit.name)
            kept.assets += unit.count
            kept.countable = kept.countable and unit.countable
    return sorted(found.values(), key=lambda row: -row.direction)


def stronger(report: Report) -> list[Row]:
    """Only the good news."""
    return [row for row in rows(report) if row.direction is Direction.STRENGTHENING]


def _of(analysis: Analysis, unit: Unit) -> Iterator[Row]:
    if unit.is_lost:
        yield Row(analysis.direction(unit), "", "protected", "not protected", "")
    if unit.is_new:
        yield Row(analysis.direction(unit), "", "not protected", "protected", "")
    for shift in unit.shifts:
        yield Row(shift.direction, tier_in_words(plain(shift.kind)), shift.before, shift.after, shift.note)
