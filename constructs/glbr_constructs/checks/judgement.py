"""Has the review judge what was synthesized. This module loads the review; nothing but the checks imports it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glbr.review.gate.gate import Gate, Wishes, gate
from glbr.review.gate.judging import judge
from glbr.review.gate.troubles import WAIVER_RULE
from glbr.review.ingest.application import Application
from glbr.review.problem import ReviewProblem
from glbr.review.report import Judged, Report
from glbr_constructs.refusal import Refused


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the review says of synthesized stacks, placed among the constructs.

    Attributes:
        gate: What was judged by.
        application: What was judged.
        report: What came of it.
        today: The day of the judgement.
    """

    gate: Gate
    application: Application
    report: Report
    today: dt.date

    def stopping(self) -> list[Judged]:
        """What must not be: findings that block or need approval, and rules that broke, so that nobody knows what they found."""
        return [one for one in self._ours() if _stops(one)]

    def remarks(self) -> list[Judged]:
        """Everything else: advice, what only a plan can tell, what is acknowledged, and acknowledgements that do not hold."""
        return [one for one in self._ours() if not _stops(one)]

    def path(self, one: Judged) -> str:
        """Path of the construct that a finding is about; the stack's where no construct is known."""
        locations = self.report.analysis.model.locations
        place = _place(one)
        found = one.location or locations.get(place) or locations.get(one.finding.key)
        # The CDK calls what a construct stands for its Default: people know it by the construct's own path.
        return (found.construct.replace("/Default", "") if found else "") or self.application.placed(place)[0]

    def address(self, one: Judged) -> str:
        """Address of its resource, as Terraform writes it in the stack; empty for a finding about no resource."""
        return self.application.placed(one.finding.address)[1]

    def message(self, one: Judged) -> str:
        """The sentence that tells what was found."""
        return self.application.plain(one.finding.message).rstrip(".") + "."

    def lapsed(self, one: Judged) -> list[str]:
        """Why acknowledgements of a finding do not hold, if there are any."""
        place = f" {one.finding.rule} {one.finding.address}"
        troubles = (other.finding for other in self.report.judged if other.finding.rule == WAIVER_RULE)
        return [found.after for found in troubles if one.finding.address and f"{place} " in f"{found.key} "]

    def can_be_acknowledged(self, one: Judged) -> bool:
        """Whether anybody can accept it."""
        return one.finding.rule not in {WAIVER_RULE, *self.gate.pack.never_waived} and one.result != "error"

    def _ours(self) -> Iterator[Judged]:
        for one in self.report.judged:
            if not self.application.judged or self.application.placed(_place(one))[0] == self.application.judged:
                yield one


def _place(one: Judged) -> str:
    """Address that a finding is about, as the model has it; of a waiver's trouble, the one that the waiver is for."""
    finding = one.finding
    if finding.rule == WAIVER_RULE:
        return finding.key.removeprefix(f"{finding.path} ").split(" ")[1]
    return finding.address or finding.key


def _stops(one: Judged) -> bool:
    if one.finding.rule == WAIVER_RULE and one.enforcement == "soft":
        return False  # what it was to accept counts by itself, and may be mended by now
    # What a reviewer would have to approve is approved in the program: by an acknowledgement with a name under it.
    return one.result == "error" or (one.result == "fail" and one.enforcement != "advisory")


def gate_for(pack: str | None, settings: Path | None, fail_on: Sequence[str]) -> Gate:
    """What is judged by.

    Raises:
        Refused: there is no such pack, a file is wrong, or `fail_on` names something unknown.
    """
    try:
        return gate(settings, wishes=Wishes(pack=pack, fail_on=tuple(fail_on)))
    except ReviewProblem as problem:
        summary = problem.summary.replace("--fail-on", "fail_on")
        raise Refused(f"making ProtectionChecks: {summary}. {problem.detail}") from None


def judged(gate: Gate, stacks: Mapping[str, Mapping[str, object]], only: str, today: dt.date | None) -> Judgement:
    """Judge stacks.

    Args:
        gate: What to judge by.
        stacks: What each stack was synthesized to, by its path.
        only: Path of the one to judge, where the others only tell what it refers to; empty for all.
        today: The day of the judgement; today in UTC when left out.

    Raises:
        ReviewProblem: nothing in them is ours, or a rule of the team's own is wrong.
    """
    now = dt.datetime.combine(today, dt.time(), dt.UTC) if today else dt.datetime.now(dt.UTC)
    application = Application(stacks, only)
    return Judgement(gate, application, judge(application.model(now), gate), now.date())
