"""DP-LOCK-007: a lock that the store does not take."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Store
from glbr.review.rules.days import outlasts
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable, unseen
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period


@dataclass(frozen=True, slots=True)
class _Maximum:
    longest: Period
    of: str


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find locks over the maximum of their store, or over the one given for all stores."""
    return each_regime(analysis, partial(_look, rule, analysis, period(parameters, "longest")))


def _look(rule: Rule, analysis: Analysis, longest: Period | None, regime: Regime) -> Iterator[Finding]:
    if longest is not None or any(store.longest_lock for store in analysis.model.after.stores.values()):
        yield from unseen(rule, analysis, regime)
    for one in regime.after:
        lock, maximum = one.schedule.lock, _maximum(analysis, one, longest)
        if maximum is None or lock.is_absent:
            continue
        if lock.value is None:
            message = f"Whether the lock is within the {maximum.longest} of {maximum.of} is not known."
            yield undecidable(rule, analysis, regime, message, one, "lock_for")
        elif outlasts(lock.value, maximum.longest):
            yield told(
                rule,
                regime,
                place(analysis, regime, one, "lock_for", (lock.origin,)),
                f"{one.label} locks its copies for {lock}, and {maximum.of} takes locks up to {maximum.longest}: "
                "copies are refused there.",
                after=f"locked {lock}",
                tier=one.kind,
                schedule=one.schedule.number.value,
            )


def _maximum(analysis: Analysis, one: Applied, longest: Period | None) -> _Maximum | None:
    """What the store of a tier takes, as far as somebody says so; a tier on the array has no store."""
    if one.tier.store.is_absent:
        return None
    store: Store | None = analysis.store(analysis.model.after, one.tier.store)
    if store is not None and store.longest_lock:
        return _Maximum(Period.parse(store.longest_lock), f"store {store.name}")
    return _Maximum(longest, f"store {store.name}" if store else "the store") if longest else None


RULE = Rule(
    id="DP-LOCK-007",
    title="Lock over the store's maximum",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job", "store"),
    explain=(
        "An appliance has a longest time for which it locks data. A policy that asks for more is accepted, but its copies "
        "fail one by one, in the night, with an error that only the console shows: there is a schedule, and no copies."
    ),
    fix=(
        "Write a `lock_for` within the maximum of the appliance, or raise that maximum at the appliance first. HPE's API "
        "does not tell it: give it as this rule's parameter, in the gate's settings or in the inventory."
    ),
    sources=("HPE StoreOnce data immutability (Commvault documentation)",),
    judge=judge,
    parameters={
        "longest": Parameter(
            "",
            "Longest lock of stores that have no maximum of their own; empty when nobody knows.",
            "None: the appliance's administrator sets it",
            kind="period",
        )
    },
    fires=Example(
        after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "7 weeks"),), parameters={"longest": "6 weeks"}
    ),
    quiet=Example(
        after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "42 days"),), parameters={"longest": "6 weeks"}
    ),
)
