"""Protection jobs: one policy at work on one asset or group."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.clock import moment_of, text_of, text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.protection_policy import store_info, stores_by_id
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.plan import PlannedSchedule, schedules_of
from glbr.simulator.references import (
    ASSET_COLLECTIONS,
    SQL_GROUP_TYPE,
    VM_GROUP_TYPE,
    VM_TYPE,
    VOLUME_GROUP_TYPE,
    uri,
    without_none,
)
from glbr.simulator.rules.one_job_per_asset import refuse_second_job
from glbr.simulator.rules.policies_fit_assets import refuse_unfit_policy
from glbr.simulator.scheduler import ScheduleState, states_of
from glbr.simulator.world import World

_COLLECTION = "protection-jobs"
_CREATING = "creating a protection job"
# Operations name the kind in the plural, everything else in the singular (NOTES, section 4).
_OPERATION_TYPE = "backup-recovery/protection-jobs"
_TITLES = {
    VM_TYPE: "virtual machine",
    VM_GROUP_TYPE: "virtual machine protection group",
    VOLUME_GROUP_TYPE: "volume protection group",
    SQL_GROUP_TYPE: "SQL Server database protection group",
}


def _create(call: Call) -> Reply:
    world, body = call.world, call.body
    kind, asset = _find_asset(call)
    policy = world.require("protection-policies", body["protectionPolicyId"], call.operation.id, status=400)
    refuse_unfit_policy(policy, kind, call.operation.id)
    arguments = {**body, "assetInfo": {"id": asset["id"], "type": kind, "name": asset["name"]}}
    title = f"Protect {_TITLES.get(kind, 'asset')} [{asset['name']}]"
    return call.accept(Work(title, "protection_job.create", arguments, asset["resourceUri"]))


def _find_asset(call: Call) -> tuple[str, JsonObject]:
    given = call.body["assetInfo"]
    kind = given.get("type")
    if kind is not None and kind not in ASSET_COLLECTIONS:
        held = ", ".join(ASSET_COLLECTIONS)
        raise call.refuse(400, f"no {kind} has the id {given['id']!r}; this simulator holds assets of type {held}")
    for known, collection in ASSET_COLLECTIONS.items():
        if kind in (None, known):
            asset = call.world.objects.find(collection, given["id"])
            if asset is not None:
                return known, asset
    raise call.refuse(400, f"no {kind or 'asset'} has the id {given['id']!r}")


def _make(world: World, arguments: JsonObject) -> list[JsonObject]:
    policy = world.require("protection-policies", arguments["protectionPolicyId"], _CREATING, status=400)
    refuse_second_job(world, arguments["assetInfo"]["id"], _CREATING)
    refuse_unfit_policy(policy, arguments["assetInfo"]["type"], _CREATING)
    identifier = world.identities.fresh("protection-job")
    wanted = arguments.get("effectiveFromDateTime")
    starts = max(world.now, moment_of(wanted)) if wanted else world.now
    orchestrators = world.objects.all("data-orchestrators")
    job = world.stamp_new(
        without_none(
            {
                "id": identifier,
                "resourceUri": uri(_COLLECTION, identifier),
                "assetInfo": arguments["assetInfo"],
                "protectionPolicyId": policy["id"],
                "policyName": policy["name"],
                "applicationType": policy["applicationType"],
                "overrides": arguments.get("overrides"),
                "effectiveFromDateTime": wanted,
                "startsAt": text_of(starts),
                "dataOrchestratorId": orchestrators[0]["id"] if orchestrators else None,
            }
        )
    )
    world.objects.put(_COLLECTION, job)
    if starts <= world.now and world.settings.first_run:
        world.scheduler.run_now(job, None, world.now.timestamp(), world.settings)
    return [_resource(job)]


def _resource(job: JsonObject) -> JsonObject:
    return resource(_COLLECTION, {**job, "name": f"Protection job for {job['assetInfo']['name']}"}, _OPERATION_TYPE)


def _delete(call: Call) -> Reply:
    job = call.subject(_COLLECTION)
    title = f"Unprotect [{job['assetInfo']['name']}]"
    return call.accept(Work(title, "protection_job.delete", {"id": job["id"]}, job["resourceUri"]))


def _remove(world: World, arguments: JsonObject) -> list[JsonObject]:
    job = world.require(_COLLECTION, arguments["id"], "deleting a protection job")
    world.objects.remove(_COLLECTION, job["id"])
    world.scheduler.forget(job["id"])
    return [_resource(job)]


def _on_schedules(effect: str, title: str) -> Behaviour:
    """Run, suspend and resume: each works on some schedules of a job, or on all."""

    def accept(call: Call) -> Reply:
        job = call.subject(_COLLECTION)
        policy = call.world.require("protection-policies", job["protectionPolicyId"], call.operation.id, status=400)
        known = [planned.id for planned in schedules_of(policy, job)]
        wanted = call.body.get("scheduleIds") or known
        unknown = sorted(set(wanted) - set(known))
        if unknown:
            raise call.refuse(400, f"the policy of this job has no schedule {unknown}; its schedules are {known}")
        arguments = {"id": job["id"], "scheduleIds": wanted}
        return call.accept(Work(f"{title} [{job['assetInfo']['name']}]", effect, arguments, job["resourceUri"]))

    return accept


def _run(world: World, arguments: JsonObject) -> list[JsonObject]:
    job = world.require(_COLLECTION, arguments["id"], "running a protection job")
    states = world.scheduler.states(job["id"])
    resting = [number for number in arguments["scheduleIds"] if states_of(states, number).suspended]
    if resting:
        raise ApiError(400, f"running a protection job: schedules {resting} are suspended; resume them first")
    world.scheduler.run_now(job, arguments["scheduleIds"], world.now.timestamp(), world.settings)
    return [_resource(job)]


def _switch(*, suspended: bool) -> Effect:
    def switch(world: World, arguments: JsonObject) -> list[JsonObject]:
        job = world.require(_COLLECTION, arguments["id"], "changing the schedules of a protection job")
        world.scheduler.suspend(job["id"], arguments["scheduleIds"], suspended=suspended)
        return [_resource(world.store_change(_COLLECTION, job))]

    return switch


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    stores = stores_by_id(world.objects)
    used = {job["protectionPolicyId"] for job in items}
    policies = {policy["id"]: policy for policy in world.objects.where("protection-policies", "id", used)}
    return [_shown(world, job, policies.get(job["protectionPolicyId"]), stores) for job in items]


def _shown(world: World, job: JsonObject, policy: JsonObject | None, stores: dict[str, JsonObject]) -> JsonObject:
    states = world.scheduler.states(job["id"])
    planned = [] if policy is None else schedules_of(policy, job)
    resting = sum(states_of(states, schedule.id).suspended for schedule in planned)
    operational = "ACTIVE" if not resting else "SUSPENDED" if resting == len(planned) else "PARTIALLY_SUSPENDED"
    kept = {
        name: value
        for name, value in job.items()
        if name not in ("protectionPolicyId", "policyName", "startsAt", "overrides")
    }
    collection = ASSET_COLLECTIONS[job["assetInfo"]["type"]]
    return {
        **kept,
        "type": "backup-recovery/protection-job",
        "assetInfo": {
            **job["assetInfo"],
            "displayName": job["assetInfo"]["name"],
            "resourceUri": uri(collection, job["assetInfo"]["id"]),
        },
        "protectionPolicyInfo": {
            "id": job["protectionPolicyId"],
            "name": policy["name"] if policy else job["policyName"],
            "type": "backup-recovery/protection-policy",
            "resourceUri": uri("protection-policies", job["protectionPolicyId"]),
        },
        "operational": operational,
        "protections": _shown_tiers(world, job, planned, states, stores),
    }


def _shown_tiers(
    world: World,
    job: JsonObject,
    planned: list[PlannedSchedule],
    states: dict[int, ScheduleState],
    stores: dict[str, JsonObject],
) -> list[JsonObject]:
    tiers: dict[str, JsonObject] = {}
    for schedule in planned:
        tier = tiers.setdefault(
            schedule.tier["id"],
            without_none(
                {
                    "id": schedule.tier["id"],
                    "type": schedule.tier["type"],
                    "protectionStoreInfo": store_info(stores, schedule.store),
                    "schedules": [],
                }
            ),
        )
        tier["schedules"].append(_shown_schedule(world, job, schedule, states_of(states, schedule.id)))
    return list(tiers.values())


def _shown_schedule(world: World, job: JsonObject, planned: PlannedSchedule, state: ScheduleState) -> JsonObject:
    written = planned.policy_schedule
    next_run = None if state.suspended else world.scheduler.next_run(job, planned, world.now.timestamp())
    executions = [
        without_none({"timestamp": text_of_seconds(at), "status": status, "errorMessage": text})
        for at, status, text in reversed(state.runs)
    ]
    in_force = {
        "name": written.get("name"),
        "schedule": planned.schedule,
        "expireAfter": planned.in_force("expireAfter"),
        "lockFor": planned.in_force("lockFor"),
        "consistency": planned.consistency,
        "backupGranularity": None if planned.tier["type"] == "SNAPSHOT" else planned.granularity,
        "createSnapshotOnFailure": planned.override.get("createSnapshotOnFailure"),
        "preScriptInfo": planned.override.get("preScriptInfo"),
        "postScriptInfo": planned.override.get("postScriptInfo"),
    }
    return without_none(
        {
            "scheduleId": planned.id,
            "sourceProtectionScheduleId": planned.source,
            "name": written.get("name"),
            "namePattern": planned.in_force("namePattern"),
            "expireAfter": written.get("expireAfter"),
            "lockFor": written.get("lockFor"),
            "schedule": planned.schedule,
            "operational": "SUSPENDED" if state.suspended else "ACTIVE",
            "nextRunTime": text_of_seconds(next_run) if next_run is not None else None,
            "prevRunTime": text_of_seconds(state.runs[-1][0]) if state.runs else None,
            "prevSuccessfulRunTime": text_of_seconds(state.last_good) if state.last_good is not None else None,
            "executionStatuses": executions or None,
            "vmwareOptions": planned.override.get("vmwareOptions"),
            "overrides": without_none(in_force),
        }
    )


BEHAVIOURS: dict[str, Behaviour] = {
    "DataManagementJobCreate": _create,
    "DeleteDataManagementJob": _delete,
    "DataManagementJobRun": _on_schedules("protection_job.run", "Initiate protection schedules run for"),
    "DataManagementJobSuspend": _on_schedules("protection_job.suspend", "Suspend protection schedules of"),
    "DataManagementJobResume": _on_schedules("protection_job.resume", "Resume protection schedules of"),
}
EFFECTS: dict[str, Effect] = {
    "protection_job.create": _make,
    "protection_job.delete": _remove,
    "protection_job.run": _run,
    "protection_job.suspend": _switch(suspended=True),
    "protection_job.resume": _switch(suspended=False),
}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
