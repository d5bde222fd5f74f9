"""DP-RET-004: copies live longer than they may."""

from collections.abc import Iterator
from functools import partial

from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import outlasts
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable, unseen
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.retention.longest import kept_words
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find schedules that keep copies for longer than the maximum, or for ever; nothing while no maximum is given."""
    return each_regime(analysis, partial(_look, rule, analysis, period(parameters, "at_most")))


def _look(rule: Rule, analysis: Analysis, most: Period | None, regime: Regime) -> Iterator[Finding]:
    if most is None:
        return
    yield from unseen(rule, analysis, regime)
    for one in regime.after:
        keep = one.schedule.keep
        if keep.is_unknown:
            message = f"Whether copies are gone after {most} is not known."
            yield undecidable(rule, analysis, regime, message, one, "expire_after")
        elif keep.is_absent or (keep.value is not None and outlasts(keep.value, most)):
            yield told(
                rule,
                regime,
                place(analysis, regime, one, "expire_after", (keep.origin,)),
                f"Copies of {one.schedule.label} are {kept_words(keep)}; they have to be gone after {most}.",
                after=kept_words(keep),
                tier=one.kind,
                schedule=one.schedule.number.value,
            )


RULE = Rule(
    id="DP-RET-004",
    title="Retention over the maximum",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "Data that has to be erased by law lives on in its backups. Where an organisation has promised that a person's data "
        "is gone after some time, a copy that lives longer breaks that promise, and a lock makes it impossible to mend."
    ),
    fix="Shorten `expire_after` to the maximum, or keep the data that must live longer under a policy of its own.",
    sources=("Your organisation's rules on storage limitation",),
    judge=judge,
    parameters={
        "at_most": Parameter(
            "",
            "Longest retention of any copy; empty when there is no maximum.",
            "None: the law and the organisation set it",
            kind="period",
        )
    },
    fires=Example(
        after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "25 months"),),
        parameters={"at_most": "2 years"},
    ),
    quiet=Example(
        after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "24 months"),),
        parameters={"at_most": "2 years"},
    ),
)
