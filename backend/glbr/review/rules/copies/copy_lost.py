"""DP-COPY-001: assets have one copy less than before, or one that begins anew in another store."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.copies.whereabouts import at_store, called, tier_word
from glbr.review.rules.estate import LOCAL, POLICY, SNAPSHOT
from glbr.review.rules.example import Add, Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import never_runs
from glbr.review.rules.from_shifts import each_regime, incomparable, origins, schedule_of, told, undecidable
from glbr.review.rules.regimes import GONE, Applied, Regime, by_kind, place
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import listed

_UNSEEN: Final = ("DP-COPY-002", "DP-SEC-005")
"""What cannot be compared either, for the same reason, when one side cannot be seen."""


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find tiers that were there and are not any more, and tiers that go to another store."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if (blind := incomparable(rule, analysis, regime, covers=_UNSEEN)) is not None:
        yield blind
        return
    yield from _hidden(rule, analysis, regime)
    for shift in regime.shifts:
        if shift.what == "tier lost":
            yield _lost(rule, analysis, regime, shift)
        elif shift.what == "store changed":
            yield _moved(rule, analysis, regime, shift)
    yield from _stopped(rule, analysis, regime)


def _stopped(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    """Tiers that stay, and whose schedules never make a copy any more."""
    after = by_kind(regime.after)
    for kind, before in by_kind(regime.before).items():
        now = after.get(kind, [])
        if now and never_runs(analysis, now) and not never_runs(analysis, before):
            rhythms = [listed(str(one.schedule.cadence) for one in side) for side in (before, now)]
            yield told(
                rule,
                regime,
                place(analysis, regime, now[0], "schedule"),
                f"No {tier_word(kind)} is made any more: {rhythms[1]} comes round never, or not within ten years. Copies made so "
                "far stay until they expire; from then on there is none.",
                before=rhythms[0],
                after=rhythms[1],
                direction=Direction.WEAKENING,
                tier=kind,
                covers=("DP-RPO-001",),
            )


def _hidden(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    """Tiers of which only the apply will tell what they are or where they go."""
    if not regime.has_two_sides:
        return
    if regime.opaque(regime.tiers_after) and not regime.opaque(regime.tiers_before):
        message = "Whether every copy is still made cannot be seen: tiers or schedules of the policy are not known."
        yield undecidable(rule, analysis, regime, message, covers=_UNSEEN)
    kinds = set()
    for was, will in regime.pairs:
        if was.tier.store.is_known and will.tier.store.is_unknown and will.kind not in kinds:
            kinds.add(will.kind)
            store = called(analysis.model.before, was.tier.store.value)
            message = f"Where the {tier_word(will.kind)} goes is not known; before, it is {store}."
            yield at_store(undecidable(rule, analysis, regime, message, will, "protection_store_id"), will)


def _lost(rule: Rule, analysis: Analysis, regime: Regime, shift: Shift) -> Finding:
    was = schedule_of(regime.before, shift)
    store = called(analysis.model.before, was.tier.store.value) if was else ""
    stay = ", as long as the store does" if store else ""
    return told(
        rule,
        regime,
        place(analysis, regime, was, GONE),
        f"No {tier_word(shift.kind)} is made any more{f' into {store}' if store else ''}. Copies made so far stay until they "
        f"expire{stay}; from then on there is none.",
        before=shift.before,
        after=shift.after,
        direction=shift.direction,
        tier=shift.kind,
    )


def _moved(rule: Rule, analysis: Analysis, regime: Regime, shift: Shift) -> Finding:
    will = schedule_of(regime.after, shift)
    was = _origin(regime, will)
    old = called(analysis.model.before, was.tier.store.value) if was else ""
    new = called(analysis.model.after, will.tier.store.value) if will else ""
    if new and new == old:
        new = f"another {new}"
    attribute = "protection_store_id"
    where = place(analysis, regime, will, "", origins(attribute, was, will))
    found = told(
        rule,
        regime,
        where,
        f"The {tier_word(shift.kind)} goes to {new or 'another store'} instead of {old or 'its old store'}. Copies in the "
        "old store stay until they expire; the new one begins empty, and how far back one can go has to grow again.",
        before=old or shift.before,
        after=new or shift.after,
        direction=shift.direction,
        severity=Severity.HIGH,
        tier=shift.kind,
    )
    return at_store(found, will)


def _origin(regime: Regime, will: Applied | None) -> Applied | None:
    """The same tier before: by the number of the schedule, else by its kind."""
    alike = [was for was, now in regime.pairs if now is will]
    alike += [was for was in regime.before if will is not None and was.kind == will.kind]
    return next((was for was in alike if will is None or was.tier.store != will.tier.store), None)


RULE = Rule(
    id="DP-COPY-001",
    title="Copy lost",
    severity=Severity.CRITICAL,
    mode="change",
    applies_to=("policy", "job"),
    explain=(
        "Each kind of copy is there for an accident that takes the others: a snapshot for a slip of the hand, a backup for a "
        "dead array, a cloud backup for a fire. A tier that goes is missed only on the day of its accident. What it has "
        "copied stays until it expires, so all looks well for weeks while the newest copy grows older. A tier that goes to "
        "another store is less bad, and told as high: one half of its history ends there, the other begins here."
    ),
    fix=(
        "Keep the tier in `protections`. To move copies to another store, add a second tier for it first, and take the old "
        "one away when the new store reaches back as far as you need."
    ),
    sources=("3-2-1 rule", "CIS Controls v8 11.4"),
    judge=judge,
    fires=Example(
        before=(Set(POLICY, "protections[1].schedules[0].source_protection_schedule_id", None),),
        after=(Set(POLICY, SNAPSHOT, None),),
    ),
    quiet=Example(
        after=(
            Add(
                "glbr_protection_store.second",
                {
                    "display_name": "Local_second",
                    "protection_store_type": "ON_PREMISES",
                    "storage_system_id": "${data.glbr_storeonce.main.id}",
                    "storage_system_type": "STOREONCE",
                },
            ),
            Set(LOCAL, "display_name", "Local_first"),
        )
    ),
)
