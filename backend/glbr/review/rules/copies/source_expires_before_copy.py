"""DP-COPY-008: what a copy is made from may be gone before the copy is made."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from glbr.protection.period import InvalidPeriod, Period
from glbr.protection.words import gap_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.copies.whereabouts import tier_word
from glbr.review.rules.estate import POLICY, SNAPSHOT
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import worst_gap
from glbr.review.rules.from_shifts import each_regime, origins, told, undecidable
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Compare how long a source keeps its copies with the worst gap of what is made from them."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if regime.opaque(regime.tiers_after):
        message = (
            "Whether sources outlive what is made from them cannot be seen: schedules of the policy are not known."
        )
        yield undecidable(rule, analysis, regime, message)
    chains: dict[str, dict[int | None, Applied]] = defaultdict(dict)
    for one in regime.after:
        chains[one.job.key if one.job else one.policy][one.schedule.number.value] = one
    for chain in chains.values():
        for one in chain.values():
            source = chain.get(one.schedule.source.value) if one.schedule.source.is_known else None
            if source is not None and not source.schedule.keep.is_absent:
                yield from _judge_pair(rule, analysis, regime, source, one)


def _judge_pair(rule: Rule, analysis: Analysis, regime: Regime, source: Applied, one: Applied) -> Iterator[Finding]:
    rhythm = worst_gap(analysis, (one,))
    keep = source.schedule.keep.value
    if keep is None or rhythm is None:
        message = f"Whether the copies of {source.schedule.label} live until {one.schedule.label} runs is not known."
        hidden, attribute = (source, "expire_after") if keep is None else (one, "schedule")
        yield undecidable(rule, analysis, regime, message, hidden, attribute)
        return
    gap = rhythm.length
    if gap is None or _outlives(analysis, keep, gap.total_seconds()):
        return
    word = tier_word(source.kind)
    yield told(
        rule,
        regime,
        place(analysis, regime, source, "expire_after", origins("expire_after", source)),
        f"The {word} of {source.schedule.label} is kept {keep}, and {one.schedule.label} makes its copies from it up to "
        f"{gap_in_words(gap)} apart: one failed run, and there is nothing left to copy from.",
        after=f"kept {keep}",
        tier=source.kind,
        schedule=source.schedule.number.value,
    )


def _outlives(analysis: Analysis, keep: Period, gap_seconds: float) -> bool:
    try:
        return (keep.after(analysis.now) - analysis.now).total_seconds() > gap_seconds
    except InvalidPeriod:
        return True  # beyond the year 9999


RULE = Rule(
    id="DP-COPY-008",
    title="Source expires before the copy",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "A backup that is made from a snapshot needs that snapshot to be there. If snapshots expire as fast as the backup "
        "comes round, a site that was down for one run, or a source that missed one, leaves nothing to copy from, and no "
        "copy that the next one could build on. The API does not say what HPE does then; the chain is at its end either way."
    ),
    fix="Keep the source for longer than the longest gap between two runs of what is made from it: twice as long, better.",
    sources=("HPE GreenLake API: protection policies, expireAfter and sourceProtectionScheduleId (inferred)",),
    judge=judge,
    fires=Example(after=(Set(POLICY, f"{SNAPSHOT}.schedules[0].expire_after", "1 day"),)),
    quiet=Example(after=(Set(POLICY, f"{SNAPSHOT}.schedules[0].expire_after", "3 days"),)),
)
