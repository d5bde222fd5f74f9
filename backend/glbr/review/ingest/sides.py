"""One side of a change, out of its entries: policies first, for jobs do what their policy says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from glbr.protection.effective import Tiers, tiers_of
from glbr.protection.setting import Setting, setting
from glbr.review.ingest.entry import Entry, Resolver, stand_in
from glbr.review.ingest.kinds import GROUPS, JOB, POLICY, STORE
from glbr.review.ingest.known import Known
from glbr.review.ingest.objects import group_of, moment, name_of, policy_of, store_of, thing_of
from glbr.review.ingest.values import HIDDEN, Tree, at, entries
from glbr.review.model.objects import Group, Job, Policy, Side, Store, Thing


@dataclass(frozen=True, slots=True)
class Built:
    """A side, and the trees of its policies with stores by key."""

    side: Side
    policies: Mapping[str, Tree] = field(default_factory=dict)


def build(
    objects: Iterable[Entry],
    resolver: Resolver,
    known: Known,
    managed_jobs: frozenset[str],
    *,
    beside: Built | None = None,
    earlier: Side | None = None,
) -> Built:
    """Build a side.

    Args:
        objects: What is on it.
        resolver: Finds the object behind an id.
        known: What the inventory says.
        managed_jobs: Ids of the jobs of this configuration.
        beside: A side that holds policies which are not on this one, for the jobs that use them.
        earlier: The side before the change: what an inventory says of a group is true as long as it follows the same.
    """
    stores: dict[str, Store] = {}
    policies: dict[str, Policy] = {}
    trees: dict[str, Tree] = {}
    groups: dict[str, Group] = {}
    things: dict[str, Thing] = {}
    jobs: list[Entry] = []
    for entry in sorted(objects, key=lambda one: one.key):
        if entry.noun == STORE:
            stores[entry.key] = store_of(entry, resolver, known)
        elif entry.noun == POLICY:
            trees[entry.key] = tree = _resolved(entry, resolver)
            elsewhere = known.jobs_of_policy(entry.identifier.value or "") - managed_jobs
            policies[entry.key] = policy_of(entry, tree, len(elsewhere))
        elif entry.noun in GROUPS:
            groups[entry.key] = group_of(entry, known, earlier)
        elif entry.noun == JOB:
            jobs.append(entry)
        else:
            things[entry.key] = thing_of(entry, resolver)
    looked_up = _Policies(policies, trees, known, beside)
    ready = {entry.key: _job(entry, resolver, known, looked_up, groups) for entry in jobs}
    return Built(Side(stores, policies, groups, ready, things), trees)


def _resolved(entry: Entry, resolver: Resolver) -> Tree:
    """A policy's tree in which stores are keys, and each tier has an id that overrides can name."""
    tiers = entry.tree.get("protections")
    if not isinstance(tiers, list):
        return entry.tree
    having = [
        position
        for position, tier in enumerate(tiers)
        if isinstance(tier, dict) and tier.get("protection_store_id") is not None
    ]
    found = resolver.stores(entry, [("protections", position, "protection_store_id") for position in having])
    stores = dict(zip(having, found, strict=True))
    resolved = []
    for position, tier in enumerate(tiers):
        if isinstance(tier, dict):
            number = tier.get("id")
            changed = {"id": number if isinstance(number, str) else stand_in(entry.key, position)}
            if position in stores:
                changed["protection_store_id"] = stores[position]  # type: ignore[assignment] # a key, an id, or hidden
            resolved.append({**tier, **changed})
        else:
            resolved.append(tier)
    return {"protections": resolved}


class _Policies:
    """Tiers of policies by key or id: of this side, else of the other, else of the inventory."""

    def __init__(
        self, policies: Mapping[str, Policy], trees: Mapping[str, Tree], known: Known, beside: Built | None
    ) -> None:
        self._policies = policies
        self._trees = trees
        self._known = known
        self._beside = beside
        self._elsewhere: dict[str, Tiers] = {}

    def tree(self, key: str) -> Tree | None:
        """The tree of a policy; None when nobody tells it."""
        if key in self._trees:
            return self._trees[key]
        if self._beside is not None and key in self._beside.policies:
            return self._beside.policies[key]
        return self._known.policy(key)

    def tiers(self, key: str) -> Tiers:
        """The tiers of a policy, worked out once: a fleet has thousands of jobs on one."""
        if key in self._policies:
            return self._policies[key].tiers
        if key not in self._elsewhere:
            tree = self.tree(key)
            self._elsewhere[key] = Setting("unknown") if tree is None else tiers_of(tree)
        return self._elsewhere[key]


def _job(entry: Entry, resolver: Resolver, known: Known, policies: _Policies, groups: Mapping[str, Group]) -> Job:
    asset = setting(resolver.one(entry, ("asset_info", "id")), str)
    protected = groups.get(asset.value) if asset.value is not None else None
    policy = setting(resolver.one(entry, ("protection_policy_id",)), str)
    tree = policies.tree(policy.value) if policy.value is not None else None
    overrides = _overrides(entry, resolver, tree)
    tiers: Tiers
    if policy.value is None or tree is None:
        tiers = Setting("unknown")
    elif overrides is None:
        tiers = policies.tiers(policy.value)
    else:
        tiers = tiers_of(tree, overrides)
    suspended = setting(entry.tree.get("operational"), str)
    return Job(
        entry.key,
        entry.address,
        # HPE calls a job by what it protects.
        protected.name if protected is not None else name_of(entry),
        entry.identifier,
        asset,
        setting(at(entry.tree, ("asset_info", "type")), str),
        policy,
        moment(entry.tree.get("effective_from_date_time")),
        suspended.map(lambda word: word != "ACTIVE") if suspended.is_known else known.suspended(entry.identifier),
        _overridden(overrides, tree),
        tiers,
        prevent_destroy=entry.prevent_destroy,
        ignore_changes=entry.ignore_changes,
    )


def _overrides(entry: Entry, resolver: Resolver, policy: Tree | None) -> object:
    """A job's overrides with stores by key; `HIDDEN` where it cannot be told which tier one is for."""
    written = entry.tree.get("overrides")
    tiers = at(written, ("protections",))
    if written is None or (isinstance(written, Mapping) and tiers is None):
        return None
    if not isinstance(tiers, list):
        return HIDDEN
    having = [position for position, tier in enumerate(tiers) if at(tier, ("protection_store_id",)) is not None]
    root = ("overrides", "protections")
    found = resolver.stores(entry, [(*root, position, "protection_store_id") for position in having])
    stores = dict(zip(having, found, strict=True))
    told = {tier.get("id") for tier in entries(policy, "protections")}
    resolved = []
    for position, tier in enumerate(tiers):
        if not isinstance(tier, dict):
            return HIDDEN
        number = resolver.tier(entry, (*root, position, "id"))
        numbered = bool(entries(tier, "schedules")) or tier.get("schedules") is HIDDEN
        if tier.get("schedules") is HIDDEN or not _numbers_are_known(tier):
            return HIDDEN
        # A store for a tier that nobody can find must not get lost.
        if position in stores and number not in told and not numbered:
            return HIDDEN
        changed = {"id": number if number in told else None}
        if position in stores:
            changed["protection_store_id"] = stores[position]
        resolved.append({**tier, **changed})
    return {"protections": resolved}


def _numbers_are_known(tier: Tree) -> bool:
    return all(isinstance(entry.get("schedule_id"), int) for entry in entries(tier, "schedules"))


def _overridden(overrides: object, policy: Tree | None) -> dict[int, tuple[str, ...]]:
    """Names of what a job chooses itself, by number of the schedule; a store counts for every schedule of its tier."""
    if overrides is None:
        return {}
    numbers = {tier.get("id"): _numbers(tier) for tier in entries(policy, "protections")}
    chosen: dict[int, set[str]] = {}
    for tier in entries(overrides, "protections"):
        for entry in entries(tier, "schedules"):
            names = {name for name, value in entry.items() if value is not None and name != "schedule_id"}
            chosen.setdefault(int(str(entry["schedule_id"])), set()).update(names)
        if tier.get("protection_store_id") is not None:
            for number in numbers.get(tier.get("id")) or _numbers(tier):
                chosen.setdefault(number, set()).add("protection_store_id")
    return {number: tuple(sorted(names)) for number, names in sorted(chosen.items()) if names}


def _numbers(tier: Tree) -> list[int]:
    found = [entry.get("schedule_id") for entry in entries(tier, "schedules")]
    return [number for number in found if isinstance(number, int)]
