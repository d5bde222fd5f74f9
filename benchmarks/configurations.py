"""What Terraform is given to plan: policies, and as many `terraform_data` of the same names."""

from typing import Final

Configuration = dict[str, object]

POLICY: Final = "glbr_protection_policy"
_NAME: Final = "policy-${count.index}"


def policies(count: int, store: str) -> Configuration:
    """That many policies: snapshots, and backups made from them, into one store."""
    required = {"required_providers": {"glbr": {"source": "glbr/glbr"}}}
    return {
        "terraform": required,
        "provider": {"glbr": {}},
        "resource": {POLICY: {"tested": {"count": count, **_policy(store)}}},
    }


def data(count: int) -> Configuration:
    """That many of Terraform's own resource, which no provider process serves: the least that Terraform itself takes.

    They hold a name alone. With the whole values of a policy in `input`, which is of dynamic type, Terraform takes longer
    for its own resource than for ours, and that is no floor to stand on.
    """
    return {"resource": {"terraform_data": {"tested": {"count": count, "input": _NAME}}}}


def _policy(store: str) -> dict[str, object]:
    snapshots = {
        "schedule_id": 1,
        "expire_after": "2 days",
        "schedule": {"recurrence": "HOURLY", "repeat_interval": {"every": 4}},
    }
    backups = {
        "schedule_id": 2,
        "source_protection_schedule_id": 1,
        "expire_after": "2 weeks",
        "lock_for": "1 week",
        "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "01:30"},
    }
    return {
        "name": _NAME,
        "application_type": "VMWARE",
        "protections": [
            {"type": "SNAPSHOT", "schedules": [snapshots]},
            {"type": "BACKUP", "protection_store_id": store, "schedules": [backups]},
        ],
    }
