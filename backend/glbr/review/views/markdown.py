"""The review as Markdown: one comment on a pull request, read in ten seconds, that fits the limit of where it is posted."""

from dataclasses import dataclass, field
from typing import Final

from glbr.review.report import Report
from glbr.review.rules.wording import counted
from glbr.review.views import sections
from glbr.review.views.escaped import link
from glbr.review.views.marker import Marker

GITHUB: Final = 60_000
GITHUB_SUMMARY: Final = 900 * 1024
GITLAB: Final = 900_000
AZURE_DEVOPS: Final = 140_000
BITBUCKET: Final = 30_000

LEAST: Final = 12_000
"""A marker, a headline, every caveat and the line of counts always have room in this."""

_LONGEST_ADDRESS: Final = 500


def markdown(report: Report, *, limit: int = GITHUB, run_url: str = "") -> str:
    """Write the review as one comment.

    Args:
        report: What to tell.
        limit: Longest text, in characters and in UTF-16 units: hosts count the one or the other.
        run_url: Where the whole report is, for what has no room here.

    Raises:
        ValueError: the limit is below `LEAST`.
    """
    if limit < LEAST:
        raise ValueError(f"a comment of {limit} characters has no room for a review; the least is {LEAST}")
    head = f"{Marker.of(report)}\n{sections.headline(report)}"
    tail = sections.footer(report)
    counts = sections.counts(report)
    whole = run_url if len(run_url) <= _LONGEST_ADDRESS else ""
    longest_note = _left_out(999_999, 999_999, whole)
    page = _Page(limit - sum(map(_size, (head, counts, tail, longest_note))))
    table_head = sections.table_head(report)
    if table_head:
        page.fill(table_head, list(sections.table_rows(report)), "\n")
    page.put(counts)
    for section in sections.sections(report):
        page.add(section)
    left = _left_out(page.findings, page.others, whole)
    return f"{head}{''.join(page.parts)}{left}{tail}"


@dataclass(slots=True)
class _Page:
    """What has got room so far.

    Attributes:
        room: Characters left.
        parts: What is on the page.
        findings: Findings that had no room.
        others: Other parts that had none.
    """

    room: int
    parts: list[str] = field(default_factory=list)
    findings: int = 0
    others: int = 0

    def put(self, text: str) -> None:
        """Put down what has its room already."""
        self.parts.append(text)

    def fill(self, opening: str, blocks: list[str], closing: str) -> int:
        """Put down as many of the first blocks as have room, between two ends; the number of those that have none."""
        left = self.room - _size(opening) - _size(closing)
        taken = 0
        for block in blocks:
            left -= _size(block)
            if left < 0:
                break
            taken += 1
        if taken:
            text = "".join((opening, *blocks[:taken], closing))
            self.room -= _size(text)
            self.parts.append(text)
        return len(blocks) - taken

    def add(self, section: sections.Section) -> None:
        """Put a section down. Once a finding had no room, no finding that matters less gets any."""
        blocks = list(section.blocks())
        if section.counts and self.findings:
            self.findings += len(blocks)
            return
        missing = self.fill(section.opening, blocks, section.closing)
        if section.counts:
            self.findings += missing
        else:
            self.others += missing


def _left_out(findings: int, others: int, run_url: str) -> str:
    if not findings and not others:
        return f"{link('The whole report', run_url)}\n\n" if run_url else ""
    said = [counted(findings, "finding")] if findings else []
    said += [counted(others, "other entry", "other entries")] if others else []
    where = link("the whole report", run_url) if run_url else "the whole report of this run"
    return f"✂️ **{' and '.join(said)} not shown**, see {where}.\n\n"


def _size(text: str) -> int:
    """The larger of characters and UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
