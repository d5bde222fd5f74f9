"""Protection policies: what to copy, how often, where to, and for how long."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.identities import identity
from glbr.simulator.objects import Objects
from glbr.simulator.references import uri, without_none
from glbr.simulator.rules.patch_matches_tiers import patched_tiers
from glbr.simulator.world import World

_COLLECTION = "protection-policies"


def _create(call: Call) -> Reply:
    world = call.world
    identifier = world.identities.fresh("protection-policy")
    policy = {
        "id": identifier,
        "type": "backup-recovery/protection-policy",
        "resourceUri": uri(_COLLECTION, identifier),
        "createdBy": {"id": identity("user", call.user), "name": call.user},
        **_content(call),
    }
    stored = world.stamp_new(policy)
    world.objects.put(_COLLECTION, stored)
    return Reply(200, stored, _COLLECTION)


def _content(call: Call) -> JsonObject:
    """The writable part of a policy, with an id for each tier."""
    tiers = [{"id": call.world.identities.fresh("tier"), **tier} for tier in call.body["protections"]]
    return {**call.body, "protections": tiers}


def _replace(call: Call) -> Reply:
    policy = call.subject(_COLLECTION)
    kept = ("id", "type", "resourceUri", "createdBy", "createdAt", "generation")
    replaced = {**{name: policy[name] for name in kept}, **_content(call)}
    return Reply(200, call.world.store_change(_COLLECTION, replaced), _COLLECTION)


def _patch(call: Call) -> Reply:
    policy = call.subject(_COLLECTION)
    changes: JsonObject = {name: call.body[name] for name in ("name", "description") if name in call.body}
    if call.body.get("protections"):
        changes["protections"] = patched_tiers(call, policy)
    changed = without_none({**policy, **changes})
    if changed["name"] != policy["name"]:
        for job in call.world.objects.where("protection-jobs", "protectionPolicyId", [policy["id"]]):
            call.world.objects.put("protection-jobs", {**job, "policyName": changed["name"]})
    return Reply(200, call.world.store_change(_COLLECTION, changed), _COLLECTION)


def _delete(call: Call) -> Reply:
    policy = call.subject(_COLLECTION)
    call.world.objects.remove(_COLLECTION, policy["id"])
    return Reply(204)


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    jobs: dict[str, list[JsonObject]] = {}
    for job in world.objects.where("protection-jobs", "protectionPolicyId", [policy["id"] for policy in items]):
        jobs.setdefault(job["protectionPolicyId"], []).append(_job_info(job))
    stores = stores_by_id(world.objects)
    shown = []
    for policy in items:
        used_by = jobs.get(policy["id"])
        tiers = [_shown_tier(tier, stores) for tier in policy["protections"]]
        shown.append({**policy, "protections": tiers, "assigned": bool(used_by)})
        if used_by:
            shown[-1]["protectionJobsInfo"] = used_by
    return shown


def _shown_tier(tier: JsonObject, stores: dict[str, JsonObject]) -> JsonObject:
    # Replies order the keys of a schedule otherwise than requests do (NOTES, section 10).
    schedules = [dict(sorted(schedule.items(), reverse=True)) for schedule in tier["schedules"]]
    shown = {"id": tier["id"], "type": tier["type"], "schedules": schedules}
    info = store_info(stores, tier.get("protectionStoreId"))
    return {**shown, "protectionStoreInfo": info} if info else shown


def store_info(stores: dict[str, JsonObject], identifier: str | None) -> JsonObject | None:
    """How policies, jobs and copies show the store they were given by id."""
    if identifier is None:
        return None
    store = stores.get(identifier)
    info = {
        "id": identifier,
        "type": "backup-recovery/protection-store",
        "resourceUri": uri("protection-stores", identifier),
    }
    return (
        info if store is None else info | {"name": store["name"], "protectionStoreType": store["protectionStoreType"]}
    )


def stores_by_id(objects: Objects) -> dict[str, JsonObject]:
    """All protection stores, for `store_info`."""
    return {store["id"]: store for store in objects.all("protection-stores")}


def _job_info(job: JsonObject) -> JsonObject:
    asset = {name: job["assetInfo"][name] for name in ("id", "type", "name")}
    return {
        "id": job["id"],
        "type": "backup-recovery/protection-job",
        "resourceUri": job["resourceUri"],
        "assetInfo": asset,
    }


BEHAVIOURS: dict[str, Behaviour] = {
    "DataManagementTemplateCreate": _create,
    "DataManagementTemplateReplace": _replace,
    "DataManagementTemplateUpdate": _patch,
    "DeleteDataManagementTemplate": _delete,
}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
