"""Parts of a review in Markdown: each is whole by itself, so that a comment is cut between parts and never within one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.model.model import Change
from glbr.review.report import Judged, Report
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.wording import counted
from glbr.review.views import changes, flow
from glbr.review.views.escaped import code, escaped, link, prose
from glbr.review.views.words import (
    DIRECTION_WORDS,
    OUTCOME_SIGNS,
    about,
    banners,
    completeness,
    opening,
    place,
    plain,
    reasons,
    rule_page,
    sign_of,
    standing_in_words,
    tallies,
)

MOST_ROWS: Final = 10
MOST_CHANGES: Final = 50


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with blocks below it.

    Attributes:
        heading: What it is, with its count.
        blocks: Pieces of Markdown that are never cut; an iterator, for there may be thousands of which a few have room.
        folded: Whether it is closed until somebody opens it.
        counts: Whether its blocks are findings, of which a reader has to know how many are left out.
    """

    heading: str
    blocks: Callable[[], Iterator[str]]
    folded: bool = True
    counts: bool = False

    @property
    def opening(self) -> str:
        """What stands before the first block."""
        if self.folded:
            return f"<details><summary>{self.heading}</summary>\n\n"
        return f"#### {self.heading}\n\n"

    @property
    def closing(self) -> str:
        """What stands behind the last block."""
        return "\n</details>\n\n" if self.folded else "\n"


def headline(report: Report) -> str:
    """The sentence for whoever reads nothing else, and what makes the review less than the whole truth."""
    lines = [f"### {OUTCOME_SIGNS[report.outcome]} {escaped(opening(report, 200))}", ""]
    for caveat in banners(report):
        lines += [f"> ⚠️ **{escaped(caveat, 600)}**", ""]
    return "\n".join(lines) + "\n"


def table_head(report: Report) -> str:
    """Heading of the table, for a review with anything to show in it."""
    return "| What | Before | After | Rule |\n|---|---|---|---|\n" if any(_cells(report)) else ""


def table_rows(report: Report) -> Iterator[str]:
    """At most ten rows, worst first; good news fills up what findings leave."""
    for cells in islice(_cells(report), MOST_ROWS):
        yield f"| {' | '.join(cells)} |\n"


def _cells(report: Report) -> Iterator[tuple[str, ...]]:
    for one in report.brought():
        found = one.finding
        yield (
            f"{sign_of(one)} **{escaped(about(one), 120)}**{_assets(found.assets)}",
            escaped(found.before, 120),
            f"**{escaped(_outcome(found), 120)}**",
            f"{_rule(report, one)} {standing_in_words(one)}",
        )
    for row in changes.stronger(report):
        yield (
            f"✅ {escaped(row.about, 160)}",
            escaped(row.before, 120),
            escaped(row.after, 120),
            DIRECTION_WORDS[Direction.STRENGTHENING],
        )


def _outcome(found: Finding) -> str:
    return plain(found.after) or plain(found.message) or "see below"


def counts(report: Report) -> str:
    """The line of counts below the table."""
    return f"{escaped(' · '.join(tallies(report)), 300)}\n\n"


def footer(report: Report) -> str:
    """With what the review was made."""
    provenance = report.analysis.model.provenance
    parts = [
        f"pack {report.pack}",
        f"gate: {report.gate}",
        provenance.engine,
        f"plan of {provenance.at:%Y-%m-%d %H:%M} UTC" if provenance.origin == "plan" else completeness(report),
    ]
    return f"<sub>{' · '.join(escaped(part, 80) for part in parts if part)}</sub>\n"


def sections(report: Report) -> Iterator[Section]:
    """Everything below the counts, in the order in which it is shown and in which it gets room."""
    standing = report.brought()
    worst = [one for one in standing if _is_open(one)]
    if worst:
        heading = f"Critical, or lost for good ({len(worst):,})"
        yield Section(heading, _blocks(report, worst), folded=False, counts=True)
    destroyed = [change for change in report.analysis.model.changes if change.deletes]
    if destroyed:
        heading = f"Destroyed by Terraform ({len(destroyed):,})"
        yield Section(heading, lambda: map(_destroyed, destroyed), folded=False)
    for severity in reversed(Severity):
        same = [one for one in standing if one.finding.severity is severity and not _is_open(one)]
        if same:
            heading = f"Why, and how to fix: {severity.word} ({len(same):,})"
            yield Section(heading, _blocks(report, same), counts=True)
    earlier = report.earlier()
    if earlier:
        yield Section(f"So before this change ({len(earlier):,})", _blocks(report, earlier), counts=True)
    waived = [one for one in report.judged if one.result == "waived"]
    if waived:
        yield Section(f"Waived ({len(waived):,})", lambda: map(_waived, waived), counts=True)
    moved = changes.rows(report)
    if moved:
        yield Section(f"What changes for protected assets ({len(moved):,})", lambda: iter([_changes(moved)]))
    found = flow.ways(report)
    if found:
        drawn = f"{flow.mermaid(found)}\n\n{flow.in_words(found)}\n"
        yield Section("How copies flow", lambda: iter([drawn]))


def _is_open(one: Judged) -> bool:
    """Whether it is never folded away."""
    return one.finding.direction is Direction.DESTRUCTIVE or one.finding.severity is Severity.CRITICAL


def _blocks(report: Report, found: Sequence[Judged]) -> Callable[[], Iterator[str]]:
    return lambda: _told(report, found)


def _told(report: Report, found: Sequence[Judged]) -> Iterator[str]:
    """Why and what to do is said once for each rule: more findings have room."""
    said: set[tuple[object, ...]] = set()
    for one in found:
        key = (one.finding.rule, *reasons(one))
        yield _block(report, one, with_reasons=key not in said)
        said.add(key)


def _block(report: Report, one: Judged, *, with_reasons: bool) -> str:
    found = one.finding
    facts = [escaped(one.title, 120), _rule(report, one), found.severity.word, standing_in_words(one)]
    lines = [f"- {sign_of(one)} **{escaped(about(one))}**: {escaped(found.message, 800)}", f"  - {' · '.join(facts)}"]
    if found.before or found.after:
        before = f"{escaped(found.before)} → " if plain(found.before) else ""
        lines.append(f"  - {before}**{escaped(found.after) or 'nothing'}**{_assets(found.assets)}")
    lines += [f"  - {word}: {prose(text)}" for word, text in reasons(one) if with_reasons]
    spots = [code(found.address), code(found.path), code(place(one.location))]
    if any(spots):
        lines.append(f"  - Where: {' · '.join(spot for spot in spots if spot)}")
    return "\n".join(lines) + "\n"


def _destroyed(change: Change) -> str:
    how = "replaced" if change.replaces else "destroyed"
    left = ", a leftover of an interrupted replacement" if change.deposed else ""
    because = ", ".join(code(path) for path in change.replace_paths[:5] if plain(path))
    return f"- ⛔ {code(change.address) or 'an object'}: **{how}**{left}{f' because of {because}' if because else ''}\n"


def _waived(one: Judged) -> str:
    waiver = one.waiver
    facts = ""
    if waiver is not None:
        ticket = f", {escaped(waiver.ticket, 120)}" if plain(waiver.ticket) else ""
        facts = f" – {escaped(waiver.reason)} ({escaped(waiver.owner, 120)}{ticket})"  # noqa: RUF001
    rule = f"{escaped(one.finding.rule, 80)} {standing_in_words(one)}"
    return f"- 🔕 **{escaped(about(one))}**: {escaped(one.finding.message)} {rule}{facts}\n"


def _changes(moved: Iterable[changes.Row]) -> str:
    rows = [
        f"| {DIRECTION_WORDS[row.direction]} | {escaped(row.about, 200)} | {escaped(row.change, 300)} |\n"
        for row in moved
    ]
    more = len(rows) - MOST_CHANGES
    end = f"\n{counted(more, 'further kind')} of change in the whole report.\n" if more > 0 else ""
    return "| | Who | Change |\n|---|---|---|\n" + "".join(rows[:MOST_CHANGES]) + end


def _rule(report: Report, one: Judged) -> str:
    return link(one.finding.rule[:80], rule_page(report, one))


def _assets(count: int) -> str:
    return f" · {counted(count, 'asset')}" if count else ""
