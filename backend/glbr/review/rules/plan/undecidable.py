"""DP-PLAN-001: a value that a hard rule needs is known only after the apply."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.copies.whereabouts import stores_by_name
from glbr.review.rules.coverage.blind_spots import blind_spots
from glbr.review.rules.estate import GROUP, JOB
from glbr.review.rules.example import Add, Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, incomparable, schedule_of, undecidable
from glbr.review.rules.regimes import Regime
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Tiers, schedules, jobs and groups that cannot be compared, after all references have been followed."""
    del parameters
    yield from each_regime(analysis, partial(_look, rule, analysis))
    for spot in blind_spots(analysis):
        yield spot.finding(rule)


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
    if regime.tiers_before.is_unknown or regime.tiers_after.is_unknown:
        return
    for shift in regime.shifts:
        if shift.what == "undecidable":
            applied = schedule_of(regime.after, shift) or schedule_of(regime.before, shift)
            where = shift.kind or "a tier"
            if shift.schedule is not None:
                where += f", schedule {shift.schedule}"
            before, after = stores_by_name(analysis, shift)
            message = f"What happens to {where} cannot be decided: {before} before, {after} after."
            found = undecidable(
                rule, analysis, regime, message, applied, str(shift.path[-1]) if shift.path else "", tier=shift.kind
            )
            yield replace(found, before=before, after=after, schedule=shift.schedule)


RULE = Rule(
    id="DP-PLAN-001",
    title="Cannot decide",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("policy", "group", "job"),
    explain=(
        "Some values are known only once the apply has run: what another resource will be called, what a data source will "
        "find. If such a value decides how long copies are locked or what a job protects, nobody can approve the change by "
        "reading it. A review that passes what it cannot see is worse than none."
    ),
    fix=(
        "Write the value itself, or refer to something that exists already. Apply what it depends on in a change of its own "
        "first, then plan again."
    ),
    sources=("hashicorp/terraform #39058",),
    judge=judge,
    fires=Example(
        after=(
            Add("terraform_data.which", {"input": "the group to protect"}),
            Set(JOB, "asset_info.id", "${terraform_data.which.id}"),
        )
    ),
    quiet=Example(
        after=(
            Add("terraform_data.which", {"input": "the group to protect"}),
            Set(GROUP, "description", "protected by job gold"),
        )
    ),
)
