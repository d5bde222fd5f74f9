"""What a review came to: everything a view may show. Views read this and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from glbr.review.analysis.analysis import Analysis
from glbr.review.model.model import Location, Waiver
from glbr.review.rules.finding import Finding
from glbr.review.rules.rule import Rule

Enforcement = Literal["hard", "soft", "advisory"]
"""Blocks; needs somebody's approval; is only said."""

Result = Literal["fail", "unknown", "waived", "error"]

Outcome = Literal["clean", "blocked", "needs approval", "undecidable"]

EXIT_CODES: Mapping[Outcome, int] = {"clean": 0, "blocked": 2, "needs approval": 3, "undecidable": 4}
"""1 is for what kept the review itself from being done."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding and what the gate makes of it.

    Attributes:
        finding: What was found.
        rule: The rule, or None for a rule of the user's (`title`, `explain` and `fix` then come from its file).
        result: `fail`, `unknown`, `waived`, or `error` for a rule that broke.
        enforcement: What happens because of it.
        waiver: The waiver that covers it, if any.
        location: Where it is written, if known.
        title: The rule's title.
        explain: Why it matters.
        fix: What to do.
        existing: Whether it was so before the change, which does not make it worse: then it is only said.
    """

    finding: Finding
    result: Result
    enforcement: Enforcement
    title: str
    explain: str
    fix: str
    rule: Rule | None = None
    waiver: Waiver | None = None
    location: Location | None = None
    existing: bool = False

    @property
    def counts(self) -> bool:
        """Whether it still stands: not waived, and more than a remark."""
        return self.result != "waived" and self.enforcement != "advisory"


@dataclass(frozen=True, slots=True)
class Report:
    """A finished review.

    Attributes:
        analysis: What was looked at.
        judged: Every finding, worst first; waived ones last.
        passed: Ids of rules that looked and found nothing.
        not_applicable: Ids of rules that had nothing to look at (a rule about changes, and one configuration alone).
        outcome: What the gate says.
        exit_code: The same for a script; 0 whatever the outcome with `--exit-zero`.
        headline: One sentence for whoever reads nothing else.
        pack: Name of the pack that was used.
        gate: Where the gate's settings and waivers came from, in words: `base branch (gate.yaml)`, `defaults`.
        documentation: Address below which each rule has its page, ending with a slash.
    """

    analysis: Analysis
    judged: tuple[Judged, ...]
    passed: tuple[str, ...]
    not_applicable: tuple[str, ...]
    outcome: Outcome
    exit_code: int
    headline: str
    pack: str
    gate: str
    documentation: str = ""

    def standing(self) -> tuple[Judged, ...]:
        """Findings that are not waived."""
        return tuple(one for one in self.judged if one.result != "waived")

    def brought(self) -> tuple[Judged, ...]:
        """Those that the change brings about or makes worse: what its reviewer is asked about."""
        return tuple(one for one in self.standing() if not one.existing)

    def earlier(self) -> tuple[Judged, ...]:
        """Those that were so before the change, and stay so: good to know, and nobody's question today."""
        return tuple(one for one in self.standing() if one.existing)
