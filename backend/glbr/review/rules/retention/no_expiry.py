"""DP-RET-003: nobody said for how long copies live."""

from collections.abc import Iterator
from functools import partial

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable, unseen
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.retention.longest import kept_words
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find schedules without a retention, in the policy and in the job."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    yield from unseen(rule, analysis, regime)
    for one in regime.after:
        keep = one.schedule.keep
        if keep.is_unknown:
            message = "Whether copies ever expire is not known."
            yield undecidable(rule, analysis, regime, message, one, "expire_after")
        elif keep.is_absent:
            yield told(
                rule,
                regime,
                place(analysis, regime, one, "expire_after"),
                f"{one.label} says nothing of how long its copies live: they pile up, or HPE chooses.",
                after=kept_words(keep),
                tier=one.kind,
                schedule=one.schedule.number.value,
            )


RULE = Rule(
    id="DP-RET-003",
    title="No expiry set",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("policy",),
    explain=(
        "Without `expire_after` nobody has decided how far back one can go. Either copies are never deleted and the store "
        "fills up until new ones fail, or the service has a default of its own that nobody chose and that may change."
    ),
    fix="Write `expire_after` on the schedule.",
    sources=("NIST SP 800-209", "AWS Audit Manager BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK"),
    judge=judge,
    fires=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", None),)),
    quiet=Example(
        before=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", None),),
        after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "10 years"),),
    ),
)
