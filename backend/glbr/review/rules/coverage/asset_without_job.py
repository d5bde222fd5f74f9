"""DP-COV-003: something that can be protected is there, and no job protects it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Asset
from glbr.review.rules.about import undecided
from glbr.review.rules.example import Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import GIVE_INVENTORY, counted, listed


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Assets of this stack one by one; those that only the inventory knows together, by kind."""
    del parameters
    reached = [unit for unit in analysis.units if unit.after]
    covered = {asset for unit in reached for asset in unit.assets}
    names = {asset.name for key, asset in analysis.model.assets.items() if key in covered and asset.name}
    hidden = [unit.name for unit in reached if not unit.countable]
    others: dict[str, list[Asset]] = defaultdict(list)
    for key, asset in analysis.model.assets.items():
        if key in covered or asset.protected_elsewhere:
            continue
        if not asset.declared_by:
            others[asset.kind].append(asset)
        elif asset.name not in names:
            yield _unless_hidden(_declared(rule, asset), hidden)
    for kind, assets in sorted(others.items()):
        yield _unless_hidden(_inventoried(rule, kind, assets), hidden)


def _declared(rule: Rule, asset: Asset) -> Finding:
    return Finding(
        rule.id,
        "fail",
        rule.severity,
        Direction.NEUTRAL,
        asset.identifier,
        asset.declared_by,
        f"asset {asset.name or asset.identifier}",
        f"{asset.name or asset.identifier} is made by this configuration ({asset.declared_by}), and no job protects it.",
        after="unprotected",
        assets=1,
    )


def _inventoried(rule: Rule, kind: str, assets: list[Asset]) -> Finding:
    """Less severe: this configuration did not make them, and another one may have been meant to protect them."""
    word = kind.rpartition("/")[2].replace("-", " ") or "asset"
    number, names = counted(len(assets), word), listed(asset.name or asset.identifier for asset in assets)
    return Finding(
        rule.id,
        "fail",
        Severity.MEDIUM,
        Direction.NEUTRAL,
        f"inventory {kind}",
        "",
        f"inventory: {word}",
        f"{number} of the inventory ({names}) {'is' if len(assets) == 1 else 'are'} protected by no job that is known here.",
        after=f"{len(assets):,} unprotected",
        assets=len(assets),
    )


def _unless_hidden(finding: Finding, hidden: list[str]) -> Finding:
    """Not for certain where a job protects a group whose members nobody can list."""
    if not hidden:
        return finding
    message = f"{finding.message} It may be in {listed(hidden)}, whose members are decided elsewhere."
    return undecided(replace(finding, message=message), GIVE_INVENTORY)


RULE = Rule(
    id="DP-COV-003",
    title="Asset without a job",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("asset",),
    explain=(
        "New systems are born unprotected: the machine is made in one pull request, and its backup is to follow in another "
        "one, which is forgotten. The first restore is then the moment when somebody notices."
    ),
    fix=(
        "Put the asset into a group that a job protects, or give it a job of its own. Where a policy of tags decides, give "
        "the machine its tag in the same change."
    ),
    sources=("AWS Backup Audit Manager: BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN", "CIS Controls v8 11.2"),
    judge=judge,
    fires=Example(
        inventory={"assets": [{"id": "vm-9001", "name": "his-db-03", "type": "virtualization/virtual-machine"}]}
    ),
    quiet=Example(
        inventory={
            "assets": [
                {"id": "vm-9001", "name": "his-db-03", "type": "virtualization/virtual-machine", "protected": True}
            ]
        }
    ),
)
