"""DP-COPY-009: copies go to another place in the cloud, or to one that is not allowed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Store
from glbr.review.rules.about import about, undecided
from glbr.review.rules.estate import CLOUD
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.regimes import regimes
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.wording import assets_of, listed

_PATH = "storage_location_id"


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find cloud stores that change their place, tiers that go to a store in another place, and places not allowed."""
    allowed = parameters["allowed_locations"]
    names = allowed if isinstance(allowed, tuple) else (str(allowed),)
    earlier = _earlier(analysis)
    for store in analysis.model.after.stores.values():
        if store.kind.value == "ON_PREMISES":
            continue
        found = _look(rule, store, earlier.get(store.key, ()), names)
        if found is not None:
            yield replace(found, assets=assets_of(analysis.users_of_store(analysis.model.after, store.key)))


def _look(rule: Rule, store: Store, earlier: Collection[str], allowed: tuple[str, ...]) -> Finding | None:
    now = store.location
    before = listed(place for place in earlier if place != now.value)
    if now.is_absent:
        return None
    if now.is_unknown:
        if not before and not allowed:
            return None
        found = about(rule, store, Direction.NEUTRAL, "Where the copies will be is known only after the apply.")
        resolve = f"Write {_PATH} as a value that is known while planning."
        return replace(undecided(found, resolve), before=before, path=_PATH)
    if allowed and now.value not in allowed:
        message = f"Copies go to {now.value}, and allowed are {listed(allowed, most=5)}."
    elif before:
        message = (
            f"Copies go to {now.value} instead of {before}: another law may hold for them there, a restore comes from "
            "another distance, and what is in the old place does not move along."
        )
    else:
        return None
    found = about(rule, store, Direction.NEUTRAL, message)
    return replace(found, before=before, after=str(now.value), path=_PATH)


def _earlier(analysis: Analysis) -> Mapping[str, Collection[str]]:
    """Where the copies were before the change that a store takes after it, by its key: itself, or what it takes over."""
    before, after = analysis.model.before.stores, analysis.model.after.stores
    found: dict[str, set[str]] = defaultdict(set)
    for key, store in before.items():
        if key in after and store.location.value:
            found[key].add(store.location.value)
    for was, will in (pair for regime in regimes(analysis) for pair in regime.pairs):
        old, new = before.get(was.tier.store.value or ""), after.get(will.tier.store.value or "")
        if old is not None and new is not None and old.key != new.key and old.location.value:
            found[new.key].add(old.location.value)
    return found


RULE = Rule(
    id="DP-COPY-009",
    title="Residency changed",
    severity=Severity.HIGH,
    mode="both",
    applies_to=("store", "policy"),
    explain=(
        "Where copies are decides whose law they are under, who may have to be told, how long a restore takes and what it "
        "costs to get the data out. The data of patients that may not leave the country leaves it with its backup, too. A "
        "list of allowed places is judged with and without a change; without a list, only a change of place is told."
    ),
    fix="Keep the place in `storage_location_id`, or add the new one to `allowed_locations` when those who answer for it agree.",
    sources=("AWS Backup crossRegionList", "The organisation's own rules on where its data may be"),
    judge=judge,
    parameters={
        "allowed_locations": Parameter(
            (),
            "Ids of the places where copies may be, such as `azure:eastus2`; empty for any.",
            "Nobody knows it but you",
        )
    },
    fires=Example(after=(Set(CLOUD, _PATH, "azure:westeurope"),)),
    quiet=Example(
        after=(Set(CLOUD, "display_name", "Cloud_renamed"),), parameters={"allowed_locations": ("azure:eastus2",)}
    ),
)
