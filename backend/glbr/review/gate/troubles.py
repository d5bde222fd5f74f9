"""Makes findings of what is wrong with waivers."""

from collections.abc import Iterable, Iterator
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.gate.waivers import WaiverTrouble
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Rule

WAIVER_RULE: Final = "DP-PLAN-009"


def trouble_findings(troubles: Iterable[WaiverTrouble], rule: Rule) -> Iterator[Finding]:
    """One finding for each waiver that does not do what its writer thinks.

    Args:
        troubles: What is wrong with them.
        rule: The rule that they are findings of.
    """
    for trouble in troubles:
        waiver = trouble.waiver
        yield Finding(
            rule.id,
            "fail",
            rule.severity if trouble.grave else Severity.LOW,
            Direction.NEUTRAL,
            f"{waiver.written_in} {waiver.rule} {waiver.address} {waiver.tier} {waiver.schedule or ''}".rstrip(),
            "",
            f"waiver of {waiver.rule} at {waiver.address}",
            f"The waiver of {waiver.rule} at {waiver.address} does not hold: {trouble.what}. {trouble.mend}",
            after=trouble.what,
            path=waiver.written_in,
        )
