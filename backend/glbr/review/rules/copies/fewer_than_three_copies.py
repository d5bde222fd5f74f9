"""DP-COPY-004: not three copies of the data, or not on two media."""

from collections.abc import Iterator
from functools import partial

from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.score import Digit, score
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number
from glbr.review.rules.wording import counted, listed


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Count the data itself and each place with copies of it, and the media that they are on."""
    wanted = int(number(parameters, "copies")), int(number(parameters, "media"))
    return each_regime(analysis, partial(_look, rule, analysis, wanted))


def _look(rule: Rule, analysis: Analysis, wanted: tuple[int, int], regime: Regime) -> Iterator[Finding]:
    if not regime.is_protected:
        return
    counts = score(regime.tiers_after, analysis.model.after.stores)
    digits = tuple(zip((counts.copies, counts.media), wanted, strict=True))
    if all((digit.found or 0) >= least for digit, least in digits):
        return
    certain = any((digit.found or 0) < least and digit.certain for digit, least in digits)
    of = f"{_words(counts.copies, 'copy', 'copies')} on {_words(counts.media, 'medium', 'media')}"
    yield told(
        rule,
        regime,
        place(analysis, regime, None),
        f"With the data itself there {'are' if certain else 'may be only'} {of}: {listed(counts.copies.of, most=5)}. Wanted "
        f"are {wanted[0]} on {wanted[1]}.",
        after=of,
        verdict="fail" if certain else "unknown",
        resolve="" if certain else "Write kinds and stores of the tiers as values that are known while planning.",
    )


def _words(digit: Digit, one: str, many: str) -> str:
    least = "" if digit.certain else "at least "
    return f"{least}{counted(digit.found or 0, one, many)}"


RULE = Rule(
    id="DP-COPY-004",
    title="Fewer than three copies",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("policy", "job", "store"),
    explain=(
        "With three copies, one may be lost and another turn out to be bad on the same day. With two media, a fault of one "
        "kind of system does not take them all. The data itself counts as one copy, snapshots as one on the same array, and "
        "each store as one, however many schedules fill it. Log backups count for nothing by themselves."
    ),
    fix="Add a tier with a store of its own: BACKUP onto an appliance, CLOUD_BACKUP into a cloud store.",
    sources=("3-2-1-1-0 rule",),
    judge=judge,
    parameters={
        "copies": Parameter(3, "Least number of copies, with the data itself.", "3-2-1-1-0 rule"),
        "media": Parameter(2, "Least number of media: array, appliance, cloud.", "3-2-1-1-0 rule"),
    },
    fires=Example(
        after=(
            Set(POLICY, "protections[1].schedules[0].source_protection_schedule_id", None),
            Set(POLICY, CLOUD_BACKUP, None),
            Set(POLICY, "protections[0]", None),
        )
    ),
    quiet=Example(after=(Set(POLICY, CLOUD_BACKUP, None),)),
)
