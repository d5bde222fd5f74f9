"""What HPE's data services keep for an account: settings, tags, reported issues."""

import json

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.objects import Objects
from glbr.simulator.references import uri
from glbr.simulator.worlds.site import MADE_AT, site_id

DUAL_AUTHORIZATION = "DualAuth"
_APPLICATION = "Backup and Recovery"
_SERVICE = "backup-and-recovery"
_GROUPS = [{"id": "00000002-0000-4000-8000-000000000002", "name": "Default Group"}]
# The number that opens each id tells the kind, as in `site.py`.
_SETTING, _ISSUE, _TAG = 0x80, 0x81, 0x82
# Name, what it is for, present value, allowed values. The order gives the ids. HPE publishes no
# names; the first is coupled with the simulator's own setting `dual_authorization`.
_SETTINGS = (
    (DUAL_AUTHORIZATION, "Deletes of stores and copies wait for a second person", "OFF", ("ON", "OFF")),
    ("SessionTimeout", "Minutes until an idle console session ends", "60", ("15", "30", "60", "120")),
    ("AutoUpdate", "Appliances install new releases by themselves", "ENABLED", ("ENABLED", "DISABLED")),
    ("IssueEmail", "Which issues are mailed to the administrators", "CRITICAL", ("NONE", "CRITICAL", "ALL")),
)
_TAGS = (("environment", "production"), ("environment", "test"), ("owner", "storage-team"))
# Severity, category, type, text, advice, collection and number of what it is about.
_ISSUES = (
    (
        "CRITICAL",
        "CAPACITY",
        "protection-store-capacity",
        "The StoreOnce appliance has used 87 % of its capacity.",
        "Shorten the retention of policies that keep copies here, or add capacity.",
        ("storeonces", "backup-recovery/storeonce", "clinic-storeonce-1"),
    ),
    (
        "WARNING",
        "CONFIGURATION",
        "data-orchestrator-time-source",
        "The Data Orchestrator did not reach one of its NTP servers.",
        "Check the addresses of the NTP servers and the firewall in between.",
        ("data-orchestrators", "backup-recovery/data-orchestrator", "clinic-do-1"),
    ),
    (
        "INFO",
        "SOFTWARE",
        "gateway-update-available",
        "A newer release is available for the protection store gateway.",
        "Update the gateway outside of its backup window.",
        ("protection-store-gateways", "backup-recovery/protection-store-gateway", "clinic-gateway-1"),
    ),
)
CATEGORIES = {"CAPACITY": "Capacity", "CONFIGURATION": "Configuration", "SOFTWARE": "Software"}
SEVERITIES = {"CRITICAL": "Critical", "WARNING": "Warning", "INFO": "Information"}
SERVICES = {_SERVICE: _APPLICATION}


def _made(kind: int, number: int, type_name: str, workspace: str) -> JsonObject:
    identifier = f"{kind:08x}-0000-4000-8000-{number:012x}"
    return {"id": identifier, "type": type_name, "customerId": workspace}


def _timed(collection: str, item: JsonObject) -> JsonObject:
    path = uri(collection, item["id"])
    return {**item, "resourceUri": path, "generation": 1, "createdAt": MADE_AT, "updatedAt": MADE_AT}


def _settings(workspace: str) -> list[JsonObject]:
    return [
        {
            **_timed("settings", _made(_SETTING, number, "data-services/setting", workspace)),
            "name": name,
            "description": description,
            "currentValue": value,
            # HPE puts a JSON array inside a text (NOTES, section 15).
            "possibleValues": json.dumps(allowed),
            "externalApplicationName": _APPLICATION,
            "lastUpdatedAt": MADE_AT,
            "lastUpdatedBy": "system",
        }
        for number, (name, description, value, allowed) in enumerate(_SETTINGS, start=1)
    ]


def _tags(workspace: str) -> list[JsonObject]:
    return [
        {**_made(_TAG, number, "data-services/tag", workspace), "key": key, "value": value}
        for number, (key, value) in enumerate(_TAGS, start=1)
    ]


def _issues(workspace: str) -> list[JsonObject]:
    issues = []
    for number, (severity, category, kind, text, advice, (collection, type_name, name)) in enumerate(_ISSUES, start=1):
        about = site_id(collection, 1)
        related = {"id": about, "name": name, "type": type_name, "resourceUri": uri(collection, about)}
        issues.append(
            {
                **_timed("issues", _made(_ISSUE, number, "data-services/issue", workspace)),
                "name": kind,
                "issueType": kind,
                "severity": severity,
                "category": category,
                "body": text,
                "recommendation": advice,
                "groups": _GROUPS,
                "lastOccurredAt": MADE_AT,
                "occurrenceCount": number,
                "relatedResources": [related],
                "services": [_SERVICE],
                "snoozed": False,
                "snoozedFor": "NONE",
                "sourceResourceId": about,
                "sourceResourceType": type_name,
                "state": "CREATED",
            }
        )
    return issues


def populate(objects: Objects, workspace: str) -> None:
    """Give an account its settings and its tags."""
    objects.load("settings", _settings(workspace))
    objects.load("data-services-tags", _tags(workspace))


def report_issues(objects: Objects, workspace: str) -> None:
    """Report what is wrong at the clinic."""
    objects.load("issues", _issues(workspace))
