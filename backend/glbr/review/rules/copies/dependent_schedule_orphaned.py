"""DP-COPY-007: a copy that is to be made from another, which nobody makes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import never_runs
from glbr.review.rules.from_shifts import each_regime, told, undecidable
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule

_ATTRIBUTE = "source_protection_schedule_id"


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Follow every schedule to what its copies are made from, up to the asset."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if regime.opaque(regime.tiers_after):
        message = "Whether every copy has its source cannot be seen: tiers or schedules of the policy are not known."
        yield undecidable(rule, analysis, regime, message)
        return
    chains: dict[str, list[Applied]] = defaultdict(list)
    for one in regime.after:
        chains[one.job.key if one.job else one.policy].append(one)
    for chain in chains.values():
        by_number = {one.schedule.number.value: one for one in chain if one.schedule.number.is_known}
        whole = all(one.schedule.number.is_known for one in chain)
        for one in chain:
            yield from _judge_one(rule, analysis, regime, one, by_number, whole=whole)


def _judge_one(
    rule: Rule,
    analysis: Analysis,
    regime: Regime,
    one: Applied,
    by_number: Mapping[int | None, Applied],
    *,
    whole: bool,
) -> Iterator[Finding]:
    source = one.schedule.source
    if source.is_absent:
        return
    if source.value is None or (source.value not in by_number and not whole):
        message = f"What {one.schedule.label} makes its copies from is not known."
        yield undecidable(rule, analysis, regime, message, one, _ATTRIBUTE)
        return
    if source.value not in by_number:
        message = (
            f"{one.schedule.label} makes its copies from schedule {source.value}, which is in no tier of the policy: it "
            "never starts."
        )
    elif circle := _circle(one, by_number):
        message = f"Schedules {circle} wait for each other: none of them ever starts."
    elif never_runs(analysis, (by_number[source.value],)) and not never_runs(analysis, (one,)):
        found = by_number[source.value].schedule
        message = (
            f"{one.schedule.label} makes its copies from {found.label}, which by itself never runs, or not within ten years "
            f"({found.cadence}): it has nothing to copy, unless HPE runs that one for it."
        )
    else:
        return
    yield told(
        rule,
        regime,
        place(analysis, regime, one, _ATTRIBUTE),
        f"{message[:1].upper()}{message[1:]}",
        after=f"made from schedule {source.value}",
        tier=one.kind,
        schedule=one.schedule.number.value,
        covers=("DP-RPO-004",),
    )


def _circle(one: Applied, by_number: Mapping[int | None, Applied]) -> str:
    """The numbers of the circle that a schedule is in: `2, 3`; empty when its chain ends."""
    seen: list[int | None] = []
    at: Applied | None = one
    while at is not None and at.schedule.number.value not in seen:
        seen.append(at.schedule.number.value)
        at = by_number.get(at.schedule.source.value) if at.schedule.source.is_known else None
    if at is None or at.schedule.number != one.schedule.number:
        return ""
    return ", ".join(map(str, seen))


RULE = Rule(
    id="DP-COPY-007",
    title="Dependent schedule orphaned",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy",),
    explain=(
        "A schedule that makes its copies from those of another starts only where that other one is there. If it is gone, "
        "or if the chain bites its own tail, the tier stands in the policy and stays empty. Terraform's provider refuses "
        "such a policy; a review of a configuration comes before that, where it is quicker to mend."
    ),
    fix="Write the number of a schedule of the same policy into `source_protection_schedule_id`, or leave it out.",
    sources=("HPE GreenLake API: protection policies, sourceProtectionScheduleId",),
    judge=judge,
    fires=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].{_ATTRIBUTE}", 9),), only_state=True),
    quiet=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].{_ATTRIBUTE}", 1),), only_state=True),
)
