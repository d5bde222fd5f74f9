"""DP-LOSS-001: something that holds recovery points is destroyed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.model import Change
from glbr.review.model.objects import Store, Thing
from glbr.review.rules.about import about, about_change
from glbr.review.rules.estate import LOCAL
from glbr.review.rules.example import Add, Example, Remove, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.loss.holdings import OLD, OLD_STORE, holds, is_empty, users
from glbr.review.rules.made_copies import COPIES
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import counted, listed, objects, subject

APPLIANCES: Final = ("storeonce", "protection_store_gateway")
"""What carries stores."""


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Every store, recovery point and appliance that the change destroys, also as a part of a replacement."""
    del parameters
    before = objects(analysis.model.before)
    for change in analysis.model.changes:
        if not change.deletes or change.noun not in ("protection_store", *COPIES, *APPLIANCES):
            continue
        item = None if change.deposed else before.get(change.key)
        if isinstance(item, Store):
            yield _store(rule, analysis, item, change)
        elif isinstance(item, Thing):
            yield _copy(rule, item, change) if item.noun in COPIES else _appliance(rule, analysis, item, change)
        else:
            yield _leftover(rule, change)


def _store(rule: Rule, analysis: Analysis, store: Store, change: Change) -> Finding:
    assets, used = users(analysis, store.key)
    held = holds(analysis, store)
    end = "is destroyed as a part of its replacement" if change.replaces else "is destroyed"
    message = f"{subject(store)} {end}: {held}; {used}. HPE refuses that while it holds backups, unless force is set."
    found = about(rule, store, Direction.DESTRUCTIVE, message)
    if is_empty(store) and not assets:
        found = replace(found, severity=Severity.LOW, direction=Direction.NEUTRAL)
    return replace(found, before=held, after="destroyed", assets=assets)


def _copy(rule: Rule, copy: Thing, change: Change) -> Finding:
    lock = copy.settings.get("locked_until")
    locked = (
        f" It is locked until {lock}: HPE refuses to delete it before." if lock is not None and lock.is_known else ""
    )
    new = " The new one is made at the apply and does not hold what the old one holds." if change.replaces else ""
    message = f"{subject(copy)} is deleted: one recovery point is lost.{new}{locked}"
    return replace(about(rule, copy, Direction.DESTRUCTIVE, message), before="1 recovery point", after="destroyed")


def _appliance(rule: Rule, analysis: Analysis, appliance: Thing, change: Change) -> Finding:
    names = {appliance.key, appliance.identifier.value}
    stores = [store for store in analysis.model.before.stores.values() if store.system.value in names]
    end = "is replaced: the old appliance leaves HPE's service" if change.replaces else "leaves HPE's service"
    if not stores:
        message = f"{subject(appliance)} {end}. What it carries is unknown: no store of this configuration is on it."
        found = replace(about(rule, appliance, Direction.DESTRUCTIVE, message), severity=Severity.HIGH)
        return replace(found, before="contents unknown", after="destroyed")
    names_of_stores = listed(store.name for store in stores)
    message = (
        f"{subject(appliance)} {end}. {counted(len(stores), 'store')} on it ({names_of_stores}) can no longer be reached: "
        "no copy goes there, and none comes back from there."
    )
    return replace(
        about(rule, appliance, Direction.DESTRUCTIVE, message),
        before=f"carries {counted(len(stores), 'store')}",
        after="destroyed",
        assets=sum(users(analysis, store.key)[0] for store in stores),
    )


def _leftover(rule: Rule, change: Change) -> Finding:
    """Something of which the plan keeps no other trace: most often the old store of an interrupted replacement."""
    what = "What an interrupted replacement left behind of" if change.deposed else "What was"
    message = f"{what} {change.address} is destroyed: contents unknown."
    found = about_change(rule, change, Direction.DESTRUCTIVE, message)
    key = f"{change.key} (deposed)" if change.deposed else change.key
    return replace(found, key=key, before="contents unknown", after="destroyed")


RULE = Rule(
    id="DP-LOSS-001",
    title="Recovery points destroyed",
    severity=Severity.CRITICAL,
    mode="change",
    applies_to=("store", "copy", "appliance"),
    explain=(
        "A store is not a setting but the place where recovery points lie. When it is destroyed, everything in it is gone, "
        "and no revert of the pull request brings it back. The same holds for a copy that Terraform made, and stores on an "
        "appliance that is taken away can be neither written nor restored from. Even an apply that fails half way may have "
        "deleted some of it."
    ),
    fix=(
        "Leave the resource in the configuration. To hand the store over without deleting it, write a `removed` block with "
        "`destroy = false`. To give it up, first let its recovery points expire, then destroy it in a change of its own."
    ),
    sources=("NCSC principle 1", "NIST SP 800-53 CP-9", "NIST SP 800-209", "hashicorp/terraform-provider-aws #37774"),
    judge=judge,
    fires=Example(before=(Add(OLD, OLD_STORE),), after=(Remove(OLD),)),
    quiet=Example(after=(Set(LOCAL, "display_name", "Local_clinic_1"),)),
)
