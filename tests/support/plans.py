"""Plans as Terraform writes them, made by hand: small ones for one question each, and one of a whole fleet."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

Json = dict[str, object]
Tree = Mapping[str, object]

PROVIDER = "registry.terraform.io/glbr/glbr"
TIMESTAMP = "2026-11-23T11:45:41Z"
GROUP_TYPE = "backup-recovery/virtual-machine-protection-group"


def store(name: str, identifier: str | None = None, kind: str = "ON_PREMISES", **more: object) -> Json:
    """Attributes of a store as a state has them."""
    return {
        "id": identifier,
        "display_name": name,
        "protection_store_type": kind,
        "storage_system_id": "storeonce-1",
        "storage_system_type": "STOREONCE",
        "storage_location_id": "azure:eastus2" if kind == "CLOUD" else None,
        "force": False,
        "name": f"made-{name}",
        "created_at": "2026-01-05T00:00:00Z",
        "resource_uri": f"/backup-recovery/v1beta1/protection-stores/{identifier}",
        "timeouts": None,
        **more,
    }


def schedule(number: int, recurrence: str = "DAILY", keep: str | None = "5 weeks", **more: object) -> Json:
    """One schedule of a policy."""
    timed = recurrence not in ("BY_MINUTES", "HOURLY")
    return {
        "schedule_id": number,
        "name": None,
        "expire_after": keep,
        "lock_for": None,
        "source_protection_schedule_id": None,
        "name_pattern": None,
        "pre_script_info": None,
        "post_script_info": None,
        "schedule": {
            "recurrence": recurrence,
            "repeat_interval": {"every": 1 if timed else 4, "on": None},
            "start_time": "01:30" if timed else None,
            "active_time": None,
        },
        **more,
    }


def tier(kind: str, store_id: str | None, *schedules: Json, identifier: str | None = None) -> Json:
    """One tier of a policy."""
    return {"id": identifier, "type": kind, "protection_store_id": store_id, "schedules": list(schedules)}


def policy(name: str, identifier: str | None, *tiers: Json, **more: object) -> Json:
    """Attributes of a policy as a state has them."""
    return {
        "id": identifier,
        "name": name,
        "description": None,
        "application_type": "VMWARE",
        "protections": list(tiers),
        "created_at": "2026-01-05T00:00:00Z",
        "resource_uri": f"/backup-recovery/v1beta1/protection-policies/{identifier}",
        "timeouts": None,
        **more,
    }


def group(name: str, identifier: str | None, *members: str, **more: object) -> Json:
    """Attributes of a group of machines as a state has them."""
    return {
        "id": identifier,
        "name": name,
        "description": None,
        "vm_protection_group_type": "CUSTOM",
        "assets_category": "VMFS_VMS",
        "assets": [{"id": member, "type": "virtualization/virtual-machine"} for member in members],
        "native_app_info": None,
        "dynamic_member_filter": None,
        "created_at": "2026-01-05T00:00:00Z",
        "resource_uri": f"/backup-recovery/v1beta1/virtual-machine-protection-groups/{identifier}",
        "timeouts": None,
        **more,
    }


def job(
    identifier: str | None, asset: str | None, policy_id: str | None, kind: str = GROUP_TYPE, **more: object
) -> Json:
    """Attributes of a job as a state has them."""
    return {
        "id": identifier,
        "asset_info": {"id": asset, "type": kind},
        "protection_policy_id": policy_id,
        "effective_from_date_time": None,
        "overrides": None,
        "created_at": "2026-01-05T00:00:00Z",
        "resource_uri": f"/backup-recovery/v1beta1/protection-jobs/{identifier}",
        "timeouts": None,
        **more,
    }


def without(tree: object, unknown: object) -> object:
    """A tree as Terraform writes it: what is unknown is left out of objects, and null in lists."""
    if isinstance(tree, Mapping) and isinstance(unknown, Mapping):
        kept = {name: value for name, value in tree.items() if unknown.get(name) is not True}
        return {name: without(value, unknown.get(name)) for name, value in kept.items()}
    if isinstance(tree, list) and isinstance(unknown, list):
        pairs = zip(tree, unknown, strict=True)
        return [None if mark is True else without(value, mark) for value, mark in pairs]
    return tree


def change(
    address: str,
    before: Tree | None = None,
    after: Tree | None = None,
    *,
    unknown: object = None,
    sensitive: object = None,
    actions: Sequence[str] | None = None,
    provider: str = PROVIDER,
    change: Tree | None = None,
    **more: object,
) -> Json:
    """One entry of `resource_changes`; actions are worked out when left out.

    Args:
        address: The address after the change.
        before: Attributes before; None for an object that is made.
        after: Attributes after, whole; None for an object that goes.
        unknown: What is known after the apply only.
        sensitive: What is marked as sensitive, before and after.
        actions: Terraform's words.
        provider: Address of the provider.
        change: More keys of `change`.
        more: More keys of the entry.
    """
    if actions is None:
        actions = ["create"] if before is None else ["delete"] if after is None else ["update"]
        actions = ["no-op"] if before == after and not unknown else actions
    found = re.match(r"(?:module\.\w+(?:\[[^\]]*\])?\.)*(?:data\.)?(\w+)\.(\w+)", address)
    assert found, address
    return {
        "address": address,
        "mode": "data" if address.startswith("data.") else "managed",
        "type": found[1],
        "name": found[2],
        "provider_name": provider,
        "change": {
            "actions": list(actions),
            "before": before,
            "after": None if after is None else without(after, unknown),
            "after_unknown": unknown or {},
            "before_sensitive": sensitive or {},
            "after_sensitive": sensitive or {},
            **(change or {}),
        },
        **more,
    }


def resource(address: str, **expressions: object) -> Json:
    """One resource of the plan's `configuration`; an expression is a list of references, or the node itself."""
    nodes = {
        name: {"references": value} if isinstance(value, list) else value
        for name, value in expressions.items()
        if name not in ("for_each_expression", "count_expression")
    }
    more = {name: expressions[name] for name in ("for_each_expression", "count_expression") if name in expressions}
    kind, _, name = address.partition(".")
    return {"address": address, "mode": "managed", "type": kind, "name": name, "expressions": nodes, **more}


def to(*references: str) -> list[str]:
    """References as Terraform lists them: each in full, then everything it is a part of."""
    return [part for reference in references for part in _parts(reference)]


def _parts(reference: str) -> Iterator[str]:
    names = reference.split(".")
    least = 3 if names[0] == "data" else 2
    for length in range(len(names), least - 1, -1):
        yield ".".join(names[:length])


def configuration(*resources: Json, **root: object) -> Json:
    """The plan's `configuration`, with our provider in it."""
    return {
        "provider_config": {"glbr": {"name": "glbr", "full_name": PROVIDER}},
        "root_module": {"resources": list(resources), **root},
    }


def state(objects: Mapping[str, Tree]) -> Json:
    """The plan's `prior_state`, of objects in the root module by address."""
    resources = [
        {
            "address": address,
            "mode": "managed",
            "type": address.partition(".")[0],
            "name": address.partition(".")[2],
            "provider_name": PROVIDER,
            "values": values,
            "sensitive_values": {},
        }
        for address, values in objects.items()
    ]
    return {"format_version": "1.0", "values": {"root_module": {"resources": resources}}}


def plan(*changes: Json, configured: Json | None = None, **more: object) -> bytes:
    """A plan; the state before it holds what the changes have before them, unless it is given."""
    before = {
        str(item["address"]): item["change"]["before"]
        for item in changes
        if item["change"]["before"] is not None and item["mode"] == "managed" and not item.get("deposed")
    }
    document = {
        "format_version": "1.2",
        "terraform_version": "1.15.5",
        "planned_values": {"root_module": {}},
        "resource_changes": list(changes),
        "prior_state": state(before),
        "configuration": configuration() if configured is None else configured,
        "timestamp": TIMESTAMP,
        "applyable": True,
        "complete": True,
        "errored": False,
        **more,
    }
    return json.dumps(document).encode()


def fleet(size: int) -> bytes:
    """The plan of a fleet: about `size` resources, of which each hundredth is changed.

    A tenth are policies and stores, the rest are groups with their jobs, as in an estate that has grown.
    """
    stores = [
        (f"glbr_protection_store.s{number}", store(f"s{number}", f"store-{number}")) for number in range(size // 50)
    ]
    policies = [
        (f"glbr_protection_policy.p{number}", _fleet_policy(number, len(stores))) for number in range(size * 2 // 25)
    ]
    pairs = (size - len(stores) - len(policies)) // 2
    changes = [change(address, values, values) for address, values in stores]
    for number, (address, values) in enumerate(policies):
        after = json.loads(json.dumps(values))
        if number % 10 == 0:
            after["protections"][1]["schedules"][0]["expire_after"] = "3 weeks"
        changes.append(change(address, values, after, sensitive=_marks(values)))
    for number in range(pairs):
        members = [f"vm-{number}-{member:04}" for member in range(6)]
        one = group(f"g{number}", f"group-{number}", *members)
        other = job(f"job-{number}", f"group-{number}", f"policy-{number % len(policies)}")
        changes.append(change(f"glbr_virtual_machine_protection_group.g{number}", one, one, sensitive=_marks(one)))
        changes.append(change(f"glbr_protection_job.j{number}", other, other, sensitive=_marks(other)))
    written = [_written(item) for item in changes]
    planned = [{**entry, "values": item["change"]["after"]} for entry, item in zip(written, changes, strict=True)]
    return plan(*changes, configured=configuration(*written), planned_values={"root_module": {"resources": planned}})


def _fleet_policy(number: int, stores: int) -> Json:
    local, cloud = f"store-{number % stores}", f"store-{(number + 1) % stores}"
    return policy(
        f"p{number}",
        f"policy-{number}",
        tier("SNAPSHOT", None, schedule(1, "HOURLY", "2 days"), identifier=f"tier-{number}-0"),
        tier(
            "BACKUP",
            local,
            schedule(2, source_protection_schedule_id=1, lock_for="2 weeks"),
            identifier=f"tier-{number}-1",
        ),
        tier(
            "CLOUD_BACKUP",
            cloud,
            schedule(3, "WEEKLY", "6 months", source_protection_schedule_id=2, lock_for="1 month"),
            identifier=f"tier-{number}-2",
        ),
    )


def _marks(value: object) -> object:
    """Sensitive marks as Terraform writes them where nothing is sensitive: every object and list, and no leaf."""
    if isinstance(value, dict):
        return {name: _marks(part) for name, part in value.items() if isinstance(part, (dict, list))}
    return [_marks(part) for part in value] if isinstance(value, list) else {}


def _written(item: Json) -> Json:
    """A resource as `configuration` has it when it is written in Terraform's JSON."""
    after = item["change"]["after"]
    names = {
        name: value for name, value in after.items() if name not in ("id", "created_at", "resource_uri", "timeouts")
    }
    found = {name: {"constant_value": value} for name, value in names.items() if value is not None}
    return {**resource(str(item["address"]), **found), "provider_config_key": "glbr", "schema_version": 0}
