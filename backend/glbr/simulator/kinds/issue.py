"""Issues: what HPE's data services found wrong; people can only put them off for a while."""

from datetime import timedelta

from glbr.simulator.call import Behaviour, Call, Page, Reply, Show
from glbr.simulator.clock import moment_of, text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.identities import identity
from glbr.simulator.references import without_none
from glbr.simulator.world import World
from glbr.simulator.worlds.account import CATEGORIES, SERVICES, SEVERITIES
from glbr.simulator.worlds.site import MADE_AT

_COLLECTION = "issues"
_DAYS = {"DAY": 1, "WEEK": 7, "MONTH": 30}
_AWAKE = {"snoozed": False, "snoozedFor": "NONE", "snoozedBy": None, "snoozedUntil": None}


def _snooze(call: Call) -> Reply:
    issue = call.subject(_COLLECTION)
    given = call.body["generation"]
    if given != str(issue["generation"]):
        raise call.refuse(
            412, f"generation is {given!r}, the issue is at '{issue['generation']}'; read it again, then decide"
        )
    wanted = call.body["snoozedFor"]
    changes = _AWAKE
    if wanted != "NONE":
        until = text_of(call.world.now + timedelta(days=_DAYS[wanted])) if wanted in _DAYS else None
        changes = {"snoozed": True, "snoozedFor": wanted, "snoozedBy": call.user, "snoozedUntil": until}
    changed = call.world.store_change(_COLLECTION, without_none({**issue, **changes}))
    return Reply(200, changed, _COLLECTION)


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    return [_shown(world, item) for item in items]


def _shown(world: World, issue: JsonObject) -> JsonObject:
    until = issue.get("snoozedUntil")
    is_over = until is not None and moment_of(until) <= world.now
    return without_none({**issue, **_AWAKE}) if is_over else issue


def _metadata(call: Call) -> Reply:
    identifier = identity("issues-metadata", call.world.options.workspace_id)
    said = {
        "id": identifier,
        "type": "data-services/issues-metadata",
        "name": "issues-metadata",
        "resourceUri": f"/data-services/v1beta1/issues-metadata/{identifier}",
        "customerId": call.world.options.workspace_id,
        "generation": 1,
        "createdAt": MADE_AT,
        "updatedAt": MADE_AT,
        "categories": _pairs(CATEGORIES),
        "services": _pairs(SERVICES),
        "severities": _pairs(SEVERITIES),
    }
    return Reply(200, Page.of([said]))


def _pairs(names: dict[str, str]) -> list[JsonObject]:
    return [{"key": key, "value": value} for key, value in names.items()]


BEHAVIOURS: dict[str, Behaviour] = {"PatchIssue": _snooze, "GetIssuesMetadata": _metadata}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
