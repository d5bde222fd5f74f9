"""Protection job: applies one protection policy to one asset or group."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from glbr.definition import (
    AssetKind,
    Block,
    Period,
    Resource,
    Timestamp,
    Tree,
    Update,
    argument,
    reference,
    result,
)
from glbr.definition.types import moment
from glbr.protection.policy import lock_problems
from glbr.protection.problem import Path, Problem
from glbr.protection.weakening import Weakening, destroyed
from glbr.resources.parts.tier_order import in_order

Consistency = Literal["CRASH", "APPLICATION", "CRASH_CONSISTENT_ON_FAILURE"]
Granularity = Literal["VOLUME", "VMWARE_CBT"]

FROM_POLICY: Final = ("expire_after", "lock_for", "name_pattern", "pre_script_info", "post_script_info")
"""What a schedule of the policy says, unless the job overrides it."""

ASSUMED: Final = {
    "consistency": "CRASH",
    "backup_granularity": "VMWARE_CBT",
    "create_snapshot_on_failure": False,
    "vmware_options": {"include_rdm_disks": False},
}
"""What a job does without overrides. HPE fills these in and does not say who chose them, so an import takes them for
nobody's choice. A wrong guess does no harm: `update` compares with what is in force before it asks for a new job."""


class AssetInfo(Block):
    """What is protected."""

    id: str = argument("Identifier of the asset or group.")
    type: AssetKind = argument(
        "Kind, such as `backup-recovery/virtual-machine-protection-group` or `virtualization/virtual-machine`."
    )
    name: str | None = result("Name of the asset.", volatile=True)


class ScriptArguments(Block):
    """Arguments of a script of the policy, for this asset."""

    params: str = argument("Arguments.")


class NamePattern(Block):
    """How copies of this asset are named."""

    format: str = argument("Letters, digits and the tokens `{SourceAssetName}` and `{DateFormat}`.", at_most=255)


class VmwareOptions(Block):
    """Switches for VMware."""

    include_rdm_disks: bool | None = argument("For datastores: also protect raw-device disks that live wholly in it.")


class ScheduleOverride(Block):
    """What differs from one schedule of the policy."""

    told_apart_by = ("schedule_id",)

    schedule_id: int = argument("Number of the schedule in the policy.", at_least=1)
    consistency: Consistency | None = argument("How consistent a copy is with the application.")
    backup_granularity: Granularity | None = argument("Whole volumes, or changed blocks of virtual machines.")
    create_snapshot_on_failure: bool | None = argument("Allow a crash-consistent snapshot when a script fails.")
    expire_after: Period | None = argument("Retention instead of the policy's.")
    lock_for: Period | None = argument("Lock instead of the policy's. Not longer than the retention.")
    name_pattern: NamePattern | None = argument("Naming instead of the policy's.")
    pre_script_info: ScriptArguments | None = argument("Arguments of the script before the copy.")
    post_script_info: ScriptArguments | None = argument("Arguments of the script after the copy.")
    vmware_options: VmwareOptions | None = argument("Switches for VMware.")


class ProtectionOverride(Block):
    """What differs from one tier of the policy."""

    told_apart_by = ("id",)

    id: str = argument("Identifier of the tier: `protections[0].id` of the policy.")
    protection_store_id: str | None = reference("Store instead of the policy's.", to="protection_store")
    schedules: list[ScheduleOverride] | None = argument("Schedules that differ.")


class Overrides(Block):
    """What differs from the policy for this asset."""

    protections: list[ProtectionOverride] = argument("Tiers that differ.", at_least=1)


class OverridesInForce(Block):
    """Values in force for this asset: overrides, and what HPE does by itself."""

    consistency: str | None = result("How consistent a copy is with the application.")
    backup_granularity: str | None = result("Whole volumes, or changed blocks of virtual machines.")
    create_snapshot_on_failure: bool | None = result("Whether a crash-consistent snapshot is made when a script fails.")
    expire_after: Period | None = result("Retention.")
    lock_for: Period | None = result("Lock.")
    pre_script_info: ScriptArguments | None = result("Arguments of the script before the copy.")
    post_script_info: ScriptArguments | None = result("Arguments of the script after the copy.")


class ScheduleInForce(Block):
    """One schedule as the job runs it."""

    schedule_id: int | None = result("Number of the schedule in the policy.")
    name: str | None = result("Label.")
    expire_after: Period | None = result("Retention by the policy.")
    lock_for: Period | None = result("Lock by the policy.")
    name_pattern: NamePattern | None = result("Naming.")
    vmware_options: VmwareOptions | None = result("Switches for VMware.")
    operational: str | None = result("`ACTIVE` or `SUSPENDED`.")
    next_run_time: Timestamp | None = result("Next planned run.")
    prev_successful_run_time: Timestamp | None = result("Last good run.")
    overrides: OverridesInForce | None = result("Values in force for this asset.")


class ProtectionInForce(Block):
    """One tier as the job runs it."""

    id: str | None = result("Identifier of the tier.")
    type: str | None = result("Kind of copy.")
    protection_store_id: str | None = result("Store that takes the copies.", read_from="protectionStoreInfo.id")
    schedules: list[ScheduleInForce] | None = result("Schedules.")


class ProtectionJob(Resource):
    """Protects an asset or a group by a policy.

    HPE cannot change a job. Another policy, asset or override makes a new job; copies made so far stay until they expire.
    """

    collection = "/backup-recovery/v1beta1/protection-jobs"
    named_by = "assetInfo/name"
    filterable = (
        "assetInfo/name",
        "assetInfo/type",
        "assetInfo/id",
        "assetInfo/resourceUri",
        "operational",
        "dataOrchestratorId",
        "protectionPolicyInfo/id",
        "protectionPolicyInfo/name",
    )
    lost_when_replaced = (
        "Copies made so far stay until they expire. Between the old job and the new one the asset is unprotected."
    )
    imported_beside = "protection_policy_id"
    guarded_with = "protection_policy_id"
    needs_live = True

    asset_info: AssetInfo = argument("Asset or group to protect.", replace=True)
    protection_policy_id: str = reference(
        "Policy to apply.", to="protection_policy", replace=True, read_from="protectionPolicyInfo.id"
    )
    effective_from_date_time: Timestamp | None = argument("Moment from which the schedules count.", replace=True)
    overrides: Overrides | None = argument("What differs from the policy for this asset.", returned=False)

    created_at: Timestamp | None = result("When it was made.", stable=True)
    resource_uri: str | None = result("API path of the job.", stable=True)
    operational: str | None = result(
        "`ACTIVE`, `SUSPENDED`, `PARTIALLY_SUSPENDED` or `PERMANENTLY_SUSPENDED`.", volatile=True
    )
    protections: list[ProtectionInForce] | None = result("Tiers and schedules as the job runs them.", volatile=True)

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """An overridden lock must not outlast an overridden retention."""
        for position, tier in enumerate(_list(tree.get("overrides"), "protections")):
            for index, entry in enumerate(_list(tier, "schedules")):
                yield from lock_problems(entry, ("overrides", "protections", position, "schedules", index))

    @classmethod
    def weakenings(
        cls, prior: Tree, planned: Tree | None, replacing: Sequence[Path], beside: tuple[Tree, Tree]
    ) -> Iterator[Weakening]:
        """An asset that loses the job, or gets less out of another policy or other overrides."""
        del replacing
        before, after = beside
        was, will = _asset(prior), _asset(planned or {})
        policy = before.get("name") or prior.get("protection_policy_id")
        asset = str(was.get("name") or was.get("id"))
        if planned is not None and not isinstance(will.get("id"), str):
            what = f"{asset} protected by policy {policy} → known only after the apply"
            yield Weakening(what, "Nobody can say yet what the job will protect.", ("asset_info", "id"), "unjudged")
            return
        if planned is None or will["id"] != was.get("id"):
            detail = "No more recovery points are made of it by this job. Copies made so far stay until they expire."
            yield destroyed(f"{asset} protected by policy {policy}", detail)
            return
        if (planned_from := _later(prior, planned)) is not None:
            yield Weakening(
                f"copies from its next run on → from {planned_from} on",
                "Until then the job makes no copies.",
                ("effective_from_date_time",),
            )
        if not after:
            what = f"protected by policy {policy} → by one that is not known yet, or cannot be read"
            detail = "If it is the same policy made anew, the plan of that one says what changes. Otherwise nobody judges it."
            yield Weakening(what, detail, ("protection_policy_id",), "undecided")
        elif before:
            from glbr.protection.effective import tiers_of
            from glbr.protection.tier_weakening import tier_weakenings

            same = prior.get("protection_policy_id") == planned.get("protection_policy_id")
            yield from tier_weakenings(
                tiers_of(before, prior.get("overrides")),
                tiers_of(after, planned.get("overrides")),
                ("overrides",) if same else ("protection_policy_id",),
                replacing=True,
            )

    @classmethod
    def twin(cls, planned: Tree) -> Mapping[str, object]:
        """One asset needs no second job of the same policy."""
        asset = planned["asset_info"]
        asset_id = asset.get("id") if isinstance(asset, Mapping) else None
        return {"assetInfo/id": asset_id, "protectionPolicyInfo/id": planned.get("protection_policy_id")}

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """Overrides are told back among all values in force: keep those a person chose, with their values of today."""
        in_force = _in_force(tree)
        overrides = _chosen(in_force, beside) if prior is None else _refreshed(prior.get("overrides"), in_force)
        return {**tree, "overrides": overrides}

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """Nothing to send when the wanted overrides are in force already (after an import); else a new job."""
        wanted = planned.get("overrides")
        in_force = _in_force(live)
        if wanted == _refreshed(wanted, in_force) and _leaves(prior.get("overrides")) <= _leaves(wanted):
            return Update.nothing()
        return Update.impossible(
            (("overrides",),), "HPE cannot change the overrides of a protection job. A new job is needed."
        )


def _later(prior: Tree, planned: Tree) -> str | None:
    """The planned moment from which schedules count, when that lets the next runs out."""
    wanted = planned.get("effective_from_date_time")
    if not isinstance(wanted, str) or wanted == prior.get("effective_from_date_time"):
        return None
    entries = (entry for tier in _list(prior, "protections") for entry in _list(tier, "schedules"))
    runs = [told for entry in entries if isinstance(told := entry.get("next_run_time"), str)]
    start, due = moment(wanted), min(filter(None, map(moment, runs)), default=None)
    return wanted if start is not None and due is not None and start > due else None


def _asset(job: Tree) -> Tree:
    asset = job.get("asset_info")
    return asset if isinstance(asset, Mapping) else {}


def _in_force(job: Tree) -> dict[object, Tree]:
    """Values in force by tier id, and by tier id and schedule number."""
    found: dict[object, Tree] = {}
    for tier in _list(job, "protections"):
        found[tier.get("id")] = {"protection_store_id": tier.get("protection_store_id")}
        for entry in _list(tier, "schedules"):
            overrides = entry.get("overrides")
            values = overrides if isinstance(overrides, Mapping) else {}
            found[tier.get("id"), entry.get("schedule_id")] = {
                name: entry.get(name) if values.get(name) is None else values[name]
                for name in ScheduleOverride.fields()
            }
    return found


def _refreshed(overrides: object, in_force: Mapping[object, Tree]) -> object:
    """The same overrides with the values of today; one that HPE does not tell back stays as it was written."""
    if not isinstance(overrides, Mapping):
        return overrides
    tiers = []
    for tier in _list(overrides, "protections"):
        schedules = [
            {**entry, **_today(ScheduleOverride, entry, in_force.get((tier.get("id"), entry.get("schedule_id")), {}))}
            for entry in _list(tier, "schedules")
        ]
        store = _today(ProtectionOverride, tier, in_force.get(tier.get("id"), {}))
        tiers.append({**tier, **store, "schedules": schedules if tier.get("schedules") is not None else None})
    return {**overrides, "protections": tiers}


def _today(block: type[Block], written: Tree, now: Tree) -> Tree:
    fields = block.fields()
    changed = {
        name: now.get(name) for name, value in written.items() if value is not None and now.get(name) is not None
    }
    return {name: value for name, value in changed.items() if not fields[name].same(value, written[name])}


def _chosen(in_force: Mapping[object, Tree], policy: Tree) -> Tree | None:
    """Overrides that somebody must have chosen: they differ from the policy, or from what HPE does by itself."""
    tiers = []
    for tier in in_order(_list(policy, "protections")):
        number = tier.get("id")
        store = _unlike(ProtectionOverride, in_force.get(number, {}), tier)
        schedules = []
        for entry in _list(tier, "schedules"):
            usual = {**ASSUMED, **{name: _overridable(entry.get(name)) for name in FROM_POLICY}}
            values = in_force.get((number, entry.get("schedule_id")), {})
            if chosen := _unlike(ScheduleOverride, values, usual):
                absent = dict.fromkeys(ScheduleOverride.fields())
                schedules.append({**absent, "schedule_id": entry.get("schedule_id"), **chosen})
        if store or schedules:
            tiers.append({"id": number, "protection_store_id": None, "schedules": schedules or None, **store})
    return {"protections": tiers} if tiers else None


def _unlike(block: type[Block], values: Tree, usual: Tree) -> Tree:
    """Values that are in force and are not the usual ones."""
    fields = block.fields()
    return {
        name: values[name]
        for name, other in usual.items()
        if values.get(name) is not None and name in fields and not fields[name].same(values[name], other)
    }


def _overridable(value: object) -> object:
    """What a job can change of a value of the policy: of a script only its arguments."""
    if not isinstance(value, Mapping) or "params" not in value:
        return value
    return None if value["params"] is None else {"params": value["params"]}


def _leaves(overrides: object) -> set[object]:
    """Which values a person chose: tier, schedule and name of each."""
    tiers = _list(overrides, "protections")
    chosen: set[object] = {(tier.get("id"), name) for tier in tiers for name in _set_in(tier, "schedules", "id")}
    for tier in tiers:
        for entry in _list(tier, "schedules"):
            chosen |= {(tier.get("id"), entry.get("schedule_id"), name) for name in _set_in(entry, "schedule_id")}
    return chosen


def _set_in(tree: Tree, *but: str) -> set[str]:
    return {name for name, value in tree.items() if value is not None and name not in but}


def _list(tree: object, name: str) -> list[Tree]:
    value = tree.get(name) if isinstance(tree, Mapping) else None
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
