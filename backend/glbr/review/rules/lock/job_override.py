"""The override of the estate's job that examples of locks write."""

from collections.abc import Mapping


def job_override(**values: object) -> Mapping[str, object]:
    """Overrides of schedule 2, the backup in the local store."""
    tier = "${glbr_protection_policy.gold.protections[1].id}"
    return {"protections": [{"id": tier, "schedules": [{"schedule_id": 2, **values}]}]}
