"""PATCH of a policy finds tiers by their id and schedules by `scheduleId`; it adds and drops none."""

from glbr.simulator.call import Call
from glbr.simulator.contract.document import JsonObject

# What a PATCH may set in a schedule; HPE gives it no field for source, scripts, type or store.
_OPTIONAL = ("name", "namePattern", "expireAfter", "lockFor")


def patched_tiers(call: Call, policy: JsonObject) -> list[JsonObject]:
    """The policy's tiers with the changes of the request; unknown ids are refused."""
    changes = {}
    for tier in call.body["protections"]:
        if not tier.get("id"):
            raise call.refuse(400, f"each tier needs its id; the tiers of this policy are {_tier_ids(policy)}")
        changes[tier["id"]] = tier
    unknown = changes.keys() - {tier["id"] for tier in policy["protections"]}
    if unknown:
        raise call.refuse(
            400, f"no tier has the id {', '.join(sorted(unknown))}; the tiers of this policy are {_tier_ids(policy)}"
        )
    return [_patched_tier(call, tier, changes.get(tier["id"], {})) for tier in policy["protections"]]


def _patched_tier(call: Call, tier: JsonObject, change: JsonObject) -> JsonObject:
    changes = {schedule["scheduleId"]: schedule for schedule in change.get("schedules") or ()}
    known = [schedule["scheduleId"] for schedule in tier["schedules"]]
    unknown = sorted(changes.keys() - set(known))
    if unknown:
        raise call.refuse(400, f"tier {tier['id']} has no schedule {unknown}; its schedules are {known}")
    return {**tier, "schedules": [_patched(call, s, changes.get(s["scheduleId"])) for s in tier["schedules"]]}


def _patched(call: Call, schedule: JsonObject, change: JsonObject | None) -> JsonObject:
    if change is None:
        return schedule
    merged = {**schedule, **change}
    if call.world.settings.patch_left_out == "clear":
        merged |= {name: change.get(name) for name in _OPTIONAL}
    return {name: value for name, value in merged.items() if value is not None}


def _tier_ids(policy: JsonObject) -> str:
    return ", ".join(tier["id"] for tier in policy["protections"])
