"""Plans of any size, as `terraform show -json` prints them, for the review to be measured with."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

Json = dict[str, object]

_PROVIDER: Final = "registry.terraform.io/glbr/glbr"
_MEMBERS: Final = 6
BLOCK: Final = 10
"""Resources that belong together: a store, a policy, four groups and four jobs."""


def write_plan(path: Path, resources: int) -> int:
    """Write a plan of about that many resources, in which every tenth policy gets a shorter lock.

    Returns:
        How many resources there are.
    """
    changes = [change for number in range(max(1, resources // BLOCK)) for change in _block(number)]
    after = [_in_values(change) for change in changes]
    document: Json = {
        "format_version": "1.2",
        "terraform_version": "1.15.5",
        "planned_values": {"root_module": {"resources": after}},
        "resource_changes": changes,
        "prior_state": {
            "format_version": "1.0",
            "terraform_version": "1.15.5",
            "values": {"root_module": {"resources": after}},
        },
        "configuration": {"root_module": {"resources": [_in_configuration(change) for change in changes]}},
        "timestamp": "2026-01-05T08:00:00Z",
        "applyable": True,
        "complete": True,
        "errored": False,
    }
    path.write_text(json.dumps(document))
    return len(changes)


def _block(number: int) -> Iterator[Json]:
    store, policy = _id("store", number), _id("policy", number)
    system: Json = {"storage_system_id": _id("system", 0), "storage_system_type": "STOREONCE", "force": False}
    on_premises: Json = {"display_name": f"store {number}", "protection_store_type": "ON_PREMISES", **system}
    yield _unchanged("protection_store", f"s{number}", {"id": store, **on_premises})
    before = _policy(policy, number, store, "2 weeks")
    after = _policy(policy, number, store, "1 week" if number % 10 == 0 else "2 weeks")
    yield _change("protection_policy", f"p{number}", before, after)
    for position in range(4):
        name, group = f"{number}_{position}", _id("group", number, position)
        members = [
            {"id": _id("machine", number, position, member), "type": "virtualization/virtual-machine"}
            for member in range(_MEMBERS)
        ]
        of_machines: Json = {"vm_protection_group_type": "CUSTOM", "assets_category": "VMFS_VMS", "assets": members}
        yield _unchanged("virtual_machine_protection_group", f"g{name}", {"id": group, "name": name, **of_machines})
        asset = {"id": group, "type": "backup-recovery/virtual-machine-protection-group"}
        job: Json = {"id": _id("job", number, position), "protection_policy_id": policy, "asset_info": asset}
        yield _unchanged("protection_job", f"j{name}", job)


def _policy(identifier: str, number: int, store: str, lock: str) -> Json:
    every_four_hours = {"recurrence": "HOURLY", "repeat_interval": {"every": 4}}
    daily = {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": f"{number % 24:02}:30"}
    snapshots = {"schedule_id": 1, "expire_after": "2 days", "schedule": every_four_hours}
    backups = {"schedule_id": 2, "expire_after": "5 weeks", "lock_for": lock, "schedule": daily}
    tiers = [
        {"id": _id("tier", number, 0), "type": "SNAPSHOT", "schedules": [snapshots]},
        {"id": _id("tier", number, 1), "type": "BACKUP", "protection_store_id": store, "schedules": [backups]},
    ]
    return {"id": identifier, "name": f"policy {number}", "application_type": "VMWARE", "protections": tiers}


def _unchanged(noun: str, name: str, values: Json) -> Json:
    return _change(noun, name, values, values)


def _change(noun: str, name: str, before: Json, after: Json) -> Json:
    actions = ["no-op"] if before == after else ["update"]
    change: Json = {"actions": actions, "before": before, "after": after, "after_unknown": {}}
    change |= {"before_sensitive": {}, "after_sensitive": {}}
    return {**_names(noun, name), "provider_name": _PROVIDER, "change": change}


def _names(noun: str, name: str) -> Json:
    kind = f"glbr_{noun}"
    return {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name}


def _in_values(change: Json) -> Json:
    inner = change["change"]
    assert isinstance(inner, dict)
    names = {name: value for name, value in change.items() if name != "change"}
    return {**names, "schema_version": 0, "values": inner["after"], "sensitive_values": {}}


def _in_configuration(change: Json) -> Json:
    names = {name: change[name] for name in ("address", "mode", "type", "name")}
    return {**names, "provider_config_key": "glbr", "expressions": {}, "schema_version": 0}


def _id(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(map(str, parts))))
