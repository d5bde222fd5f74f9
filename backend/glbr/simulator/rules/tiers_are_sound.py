"""A policy's tiers make sense: numbers are unique, chains end, stores exist and fit."""

from glbr.simulator.call import Call, Guard
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.rules.stores_fit import STORE_OF, fitting_store


def _check(call: Call) -> None:
    tiers = call.body["protections"]
    numbers = [schedule["scheduleId"] for tier in tiers for schedule in tier["schedules"]]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    if twice:
        raise call.refuse(400, f"scheduleId {twice} is used more than once; it must be unique in the policy")
    _check_chains(call, tiers)
    for tier in tiers:
        _check_store(call, tier["type"], tier.get("protectionStoreId"))


def _check_chains(call: Call, tiers: list[JsonObject]) -> None:
    sources = {s["scheduleId"]: s.get("sourceProtectionScheduleId") for tier in tiers for s in tier["schedules"]}
    for number, first in sources.items():
        passed, source = {number}, first
        while source is not None:
            if source not in sources:
                raise call.refuse(400, f"schedule {number} copies on schedule {source}, which is not in the policy")
            if source in passed:
                raise call.refuse(400, f"schedule {number} copies on itself, by way of {sorted(passed)}")
            passed.add(source)
            source = sources[source]


def _check_store(call: Call, tier: str, store_id: str | None) -> None:
    wanted = STORE_OF.get(tier)
    if tier == "SNAPSHOT" and store_id:
        raise call.refuse(400, "a SNAPSHOT tier stays on the array; leave out protectionStoreId")
    if wanted and not store_id:
        raise call.refuse(400, f"a {tier} tier needs protectionStoreId, the id of a store of type {wanted}")
    if not store_id:
        return
    fitting_store(call.world, tier, store_id, call.operation.id)


def _check_overrides(call: Call) -> None:
    """A job's overrides name tiers and schedules that its policy has."""
    policy = call.world.require("protection-policies", call.body["protectionPolicyId"], call.operation.id, status=400)
    tiers = {tier["id"]: tier for tier in policy["protections"]}
    for override in call.body.get("overrides", {}).get("protections") or ():
        tier = tiers.get(override["id"])
        if tier is None:
            raise call.refuse(
                400, f"policy {policy['name']} has no tier {override['id']}; its tiers are {', '.join(tiers)}"
            )
        known = [schedule["scheduleId"] for schedule in tier["schedules"]]
        given = [schedule["scheduleId"] for schedule in override.get("schedules") or ()]
        if set(given) - set(known):
            raise call.refuse(400, f"tier {tier['id']} has the schedules {known}; the overrides name {given}")
        if override.get("protectionStoreId"):
            _check_store(call, tier["type"], override["protectionStoreId"])


GUARDS: dict[str, Guard] = {
    "DataManagementTemplateCreate": _check,
    "DataManagementTemplateReplace": _check,
    "DataManagementJobCreate": _check_overrides,
}
