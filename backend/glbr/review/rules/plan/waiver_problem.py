"""DP-PLAN-009: a waiver does not do what its writer thinks."""

from collections.abc import Iterator

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import JOB
from glbr.review.rules.example import Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Nothing by itself: only the gate knows all waivers and what they cover, and makes the findings of this rule."""
    del rule, analysis, parameters
    return iter(())


def _waiver(**more: str) -> dict[str, object]:
    written = {
        "rule": "DP-LOSS-006",
        "address": JOB,
        "reason": "maintenance of the array, CHG-4711",
        "owner": "backup team",
    }
    return {"waivers": [{**written, **more}]}


RULE = Rule(
    id="DP-PLAN-009",
    title="Waiver problem",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("plan",),
    explain=(
        "A waiver is a promise of a person for a time: who, why, until when, and for which value. One that has expired, names "
        "nobody, covers nothing or comes with the very change that it excuses is no decision. Kept for ever, waivers turn a "
        "gate into decoration."
    ),
    fix="Mend the waiver and have it merged on its own, or remove it and mend what it was to cover.",
    sources=("cdk-nag: suppressions with a reason",),
    judge=judge,
    fires=Example(settings=_waiver(until="2020-01-31")),
    quiet=Example(),
)
