"""DP-COPY-005: two tiers whose copies one accident takes."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from typing import Final

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.copies.whereabouts import RESTORABLE, at_store, one_per_tier, shared, tier_word
from glbr.review.rules.estate import POLICY
from glbr.review.rules.example import Add, Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, origins, told, undecidable
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule

_SECOND: Final = "glbr_protection_store.second"
_TIER: Final = {
    "type": "BACKUP",
    "protection_store_id": f"${{{_SECOND}.id}}",
    "schedules": [
        {
            "schedule_id": 4,
            "source_protection_schedule_id": 2,
            "expire_after": "5 weeks",
            "schedule": {"recurrence": "WEEKLY", "repeat_interval": {"every": 1, "on": [6]}, "start_time": "05:00"},
        }
    ],
}


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Compare the places of every two tiers of backups that one job fills."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if regime.opaque(regime.tiers_after):
        message = "Whether two tiers share a place cannot be seen: tiers of the policy are not known."
        yield undecidable(rule, analysis, regime, message)
    tiers = [one for one in one_per_tier(regime.after) if one.kind in RESTORABLE]
    for first, second in combinations(tiers, 2):
        job, other = (one.job.key if one.job else one.policy for one in (first, second))
        if job != other:
            continue  # the same asset in two jobs is told by DP-COV-007
        common = shared(analysis, first.tier, second.tier)
        if common.is_unknown:
            message = f"Whether the {_both(first, second)} go to two places is not known."
            hidden = first if first.tier.store.is_unknown else second
            yield at_store(undecidable(rule, analysis, regime, message, hidden, "protection_store_id"), hidden)
        elif common.value is not None:
            yield at_store(_told(rule, analysis, regime, (first, second), common.value), second)


def _told(rule: Rule, analysis: Analysis, regime: Regime, tiers: tuple[Applied, Applied], common: str) -> Finding:
    second = tiers[1]
    attribute = "protection_store_id"
    where = place(analysis, regime, second, "", origins(attribute, *tiers))
    return told(
        rule,
        regime,
        where,
        f"The {_both(*tiers)} share {common}: these are two names for one copy, which one accident takes.",
        after=common,
        tier=second.kind,
        schedule=second.schedule.number.value,
    )


def _both(first: Applied, second: Applied) -> str:
    if first.kind == second.kind:
        return f"two {tier_word(first.kind)}s"
    return f"{tier_word(first.kind)} and {tier_word(second.kind)}"


RULE = Rule(
    id="DP-COPY-005",
    title="Two tiers in one place",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job", "store"),
    explain=(
        "A second backup is made so that one of them survives when the other does not. In the same store, or in two stores "
        "on one appliance, both are lost with it: the policy shows two copies, and there is one. A cloud store is only "
        "carried by its appliance, and what is in it survives that."
    ),
    fix="Let the second tier go to a store on another appliance, or to a store of the type CLOUD.",
    sources=("NIST SP 800-53 CP-9(3)",),
    judge=judge,
    fires=Example(
        after=(
            Add(
                _SECOND,
                {
                    "display_name": "Local_second",
                    "protection_store_type": "ON_PREMISES",
                    "storage_system_id": "${data.glbr_storeonce.main.id}",
                    "storage_system_type": "STOREONCE",
                },
            ),
            Set(POLICY, "protections[3]", _TIER),
        )
    ),
    quiet=Example(
        after=(
            Add("data.glbr_protection_store_gateway.other", {"name": "clinic-gateway-1"}),
            Add(
                _SECOND,
                {
                    "display_name": "Local_second",
                    "protection_store_type": "ON_PREMISES",
                    "storage_system_id": "${data.glbr_protection_store_gateway.other.id}",
                    "storage_system_type": "PROTECTION_STORE_GATEWAY",
                },
            ),
            Set(POLICY, "protections[3]", _TIER),
        )
    ),
)
