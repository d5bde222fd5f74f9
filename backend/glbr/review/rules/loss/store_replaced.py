"""DP-LOSS-002: a store is destroyed and made anew, because an argument changes that HPE cannot change."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.model import Change
from glbr.review.rules.about import about
from glbr.review.rules.estate import CLOUD
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.loss.holdings import holds, is_empty, users
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Every store that Terraform destroys and creates in one go, in either order."""
    del parameters
    for change in analysis.changes.values():
        store = analysis.model.before.stores.get(change.key)
        if store is None or not change.replaces:
            continue
        assets, used = users(analysis, store.key)
        held = holds(analysis, store)
        message = (
            f"{subject(store)} is replaced because {_cause(change)}. It looks like a change, and is a deletion: the new store "
            f"starts empty, and the old one goes with what is in it: {held}; {used}."
        )
        found = about(rule, store, Direction.DESTRUCTIVE, message)
        if is_empty(store) and not assets:
            found = replace(found, severity=Severity.LOW, direction=Direction.NEUTRAL)
        yield replace(
            found,
            before=held,
            after="a new, empty store",
            path=change.replace_paths[0] if change.replace_paths else "",
            assets=assets,
            covers=("DP-LOSS-001",),
        )


def _cause(change: Change) -> str:
    if not change.replace_paths:
        told = f" ({change.reason})" if change.reason else ""
        return f"somebody asked for it or the last apply left it broken{told}"
    names = ", ".join(change.replace_paths)
    return f"{names} {'changes' if len(change.replace_paths) == 1 else 'change'}, which HPE cannot change in place"


RULE = Rule(
    id="DP-LOSS-002",
    title="Store replaced",
    severity=Severity.CRITICAL,
    mode="change",
    applies_to=("store",),
    explain=(
        "HPE can change nothing of a store but its display name. Every other change makes Terraform delete the store and "
        "create an empty one of the same name. In a diff that reads like one edited line; for whoever has to restore, the "
        "whole history is gone. An apply that then fails may already have removed recovery points."
    ),
    fix=(
        "Undo the change of the argument that forces the replacement. To move to another place, add a second store, point "
        "new tiers there, and keep the old store until its last recovery point has expired."
    ),
    sources=(
        "hashicorp/terraform-provider-azurerm #3441",
        "hashicorp/terraform-provider-aws #37774",
        "NCSC principle 1",
        "NIST SP 800-53 CP-9",
    ),
    judge=judge,
    fires=Example(after=(Set(CLOUD, "storage_location_id", "azure:westeurope"),)),
    quiet=Example(after=(Set(CLOUD, "display_name", "Cloud_eastus2_1"),)),
)
