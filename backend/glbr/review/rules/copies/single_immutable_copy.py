"""DP-COPY-010: for what matters most, only one backup cannot be deleted."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.copies.whereabouts import RESTORABLE, called
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, MACHINE, POLICY
from glbr.review.rules.example import Example, Json, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.wording import assets_of

_CRITICAL: Final[Json] = {
    "assets": [
        {
            "id": MACHINE % position,
            "name": f"his-{position}",
            "type": "virtualization/virtual-machine",
            "data_class": "critical",
        }
        for position in range(6)
    ]
}


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Count the stores with locked backups of assets of one class."""
    return each_regime(analysis, partial(_look, rule, analysis, str(parameters["data_class"])))


def _look(rule: Rule, analysis: Analysis, wanted: str, regime: Regime) -> Iterator[Finding]:
    units = [unit for unit in regime.units if analysis.data_class(unit) == wanted]
    backups = [one for one in regime.after if one.kind in RESTORABLE]
    locked = {one.tier.store.value or one.kind: one for one in backups if one.schedule.lock.is_known}
    if not units or len(locked) > 1:
        return
    if any(one.schedule.lock.is_unknown for one in backups) or regime.opaque(regime.tiers_after):
        message = "How many stores hold locked backups is not known."
        hidden = next((one for one in backups if one.schedule.lock.is_unknown), None)
        found = undecidable(rule, analysis, regime, message, hidden, "lock_for" if hidden else "")
        yield replace(found, assets=assets_of(units))
    for one in locked.values():  # none at all is told by DP-LOCK-003
        store = called(analysis.model.after, one.tier.store.value) or "one store"
        found = told(
            rule,
            regime,
            place(analysis, regime, None),
            f"Only the backups in {store} are locked, for assets of the class {wanted}: if that store fails, no copy is left "
            "that nobody could have deleted.",
            after="one locked copy",
        )
        yield replace(found, assets=assets_of(units))


RULE = Rule(
    id="DP-COPY-010",
    title="Single immutable copy",
    severity=Severity.LOW,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "A locked copy is out of an attacker's reach, and a disk or an appliance can fail all the same. Some therefore ask "
        "for two locked copies of what matters most. Which assets these are the inventory tells, by their `data_class`; "
        "without one, this rule has nothing to judge."
    ),
    fix="Write `lock_for` on a schedule of a second BACKUP or CLOUD_BACKUP tier, in another store.",
    sources=("3-2-1-2-0 rule",),
    judge=judge,
    parameters={
        "data_class": Parameter(
            "critical", "The class of assets that need two locked copies, as the inventory has it.", "3-2-1-2-0 rule"
        )
    },
    fires=Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", None),), inventory=_CRITICAL),
    quiet=Example(after=(Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "3 weeks"),), inventory=_CRITICAL),
)
