"""DP-COPY-006: every backup is where the data is."""

from collections.abc import Iterator
from functools import partial

from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Store
from glbr.review.rules.copies.whereabouts import RESTORABLE, at_store, one_per_tier
from glbr.review.rules.estate import CLOUD_BACKUP, LOCAL, MACHINE, POLICY
from glbr.review.rules.example import Example, Json, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, origins, told, undecidable
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import listed


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Compare the site of assets, as the inventory tells it, with where their backups go."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    sited = [(unit, _sites(analysis, unit)) for unit in regime.units]
    sited = [(unit, sites) for unit, sites in sited if sites]
    backups = [one for one in one_per_tier(regime.after) if one.kind in RESTORABLE]
    hidden = next((one for one in backups if one.tier.store.is_unknown), None)
    if not sited or not regime.is_protected:
        return
    if hidden is not None or regime.opaque(regime.tiers_after):
        message = "Whether any backup is at another site than the data is not known: a tier or its store is not."
        found = undecidable(rule, analysis, regime, message, hidden, "protection_store_id" if hidden else "")
        yield at_store(found, hidden)
        return
    if not backups:
        return  # snapshots alone are told by DP-COPY-003
    stores = [analysis.store(analysis.model.after, one.tier.store) for one in backups]
    places = {_site(store) for store in stores}
    if "" in places:
        return  # nobody says where one of the stores is: it may well be elsewhere
    struck = sorted({site for _, sites in sited for site in sites if places == {site}})
    if not struck:
        return
    found = told(
        rule,
        regime,
        place(analysis, regime, backups[0], "", origins("protection_store_id", backups[0])),
        f"The data and every backup of it are at {listed(struck)}: one fire takes both.",
        after=f"all at {listed(struck)}",
        covers=("DP-COPY-002",),
    )
    yield at_store(found, backups[0])


def _sites(analysis: Analysis, unit: Unit) -> set[str]:
    return {asset.site for asset in analysis.assets_of(unit) if asset.site}


def _site(store: Store | None) -> str:
    """Where a store is: what the inventory says, else its place in a cloud; empty when nobody tells."""
    if store is None:
        return ""
    return store.site or store.location.value or ""


_MEMBER: Json = {"id": MACHINE % 0, "name": "his-app-01", "type": "virtualization/virtual-machine", "site": "Basel"}


def _inventory(site: str) -> Json:
    return {
        "stores": [{"id": f"${{{LOCAL}.id}}", "name": "Local_clinic", "copies": 0, "site": site}],
        "assets": [_MEMBER],
    }


RULE = Rule(
    id="DP-COPY-006",
    title="Backups at the site of the data",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job", "store"),
    explain=(
        "A backup helps against the loss of a site only if it is at another one. HPE's API does not tell where an array or "
        "an appliance stands; an inventory can, with a `site` for assets and for stores. Where it says that the data and "
        "all its backups are in one place, one fire, one flood or one power failure takes them together. Without such an "
        "inventory, and for stores of which it does not tell, this rule has nothing to judge."
    ),
    fix="Send one of the backups to an appliance at another site, or add a CLOUD_BACKUP tier with a store in a cloud.",
    sources=("NIST SP 800-53 CP-6", "NIST SP 800-53 CP-9(3)"),
    judge=judge,
    fires=Example(after=(Set(POLICY, CLOUD_BACKUP, None),), inventory=_inventory("Basel")),
    quiet=Example(after=(Set(POLICY, CLOUD_BACKUP, None),), inventory=_inventory("Olten")),
)
