"""Which attributes of each kind of object some rule understands, or are known to change nothing for a restore."""

from collections.abc import Mapping
from typing import Final

_LABELS: Final = ("name", "display_name", "description")
"""What is only said to people."""

_SCHEDULE: Final = ("schedule_id", "expire_after", "lock_for", "name_pattern", "pre_script_info", "post_script_info")

UNDERSTOOD: Final[Mapping[str, tuple[str, ...]]] = {
    "protection_store": (
        "protection_store_type",
        "storage_system_id",
        "storage_system_type",
        "storage_location_id",
        "force",
    ),
    "protection_policy": (
        "application_type",
        "protections.id",
        "protections.type",
        "protections.protection_store_id",
        "protections.schedules.name",
        "protections.schedules.schedule",
        "protections.schedules.source_protection_schedule_id",
        *(f"protections.schedules.{name}" for name in _SCHEDULE),
    ),
    "protection_job": (
        "asset_info",
        "protection_policy_id",
        "effective_from_date_time",
        "overrides.protections.id",
        "overrides.protections.protection_store_id",
        "overrides.protections.schedules.consistency",
        *(f"overrides.protections.schedules.{name}" for name in _SCHEDULE),
    ),
    "virtual_machine_protection_group": (
        "vm_protection_group_type",
        "assets_category",
        "assets",
        "native_app_info",
        "dynamic_member_filter",
    ),
    "volume_protection_group": (
        "volume_protection_group_type",
        "assets",
        "native_group_info",
        "storage_system_info",
        "cascade_delete",
    ),
    "mssql_database_protection_group": ("protection_group_type", "members", "native_app_info"),
    "volume_protection_group_backup": ("expire_after", "lock_for"),
    "volume_protection_group_snapshot": ("expire_after", "lock_for"),
    "storeonce": ("force",),
    "protection_store_gateway": ("force",),
    "data_orchestrator": ("force",),
    "hypervisor_manager": ("force",),
    "application_host": ("force",),
}
"""Paths without positions, by noun. A path stands for all that is below it."""


def is_understood(noun: str, path: str) -> bool:
    """Whether a changed attribute is one that a rule looks at. Of a whole that appears or goes, a known part is enough.

    Args:
        noun: Noun of the object's type.
        path: The attribute, without positions: `protections.schedules.lock_for`.
    """
    if path in _LABELS:
        return True
    return any(
        path == known or path.startswith(f"{known}.") or known.startswith(f"{path}.")
        for known in UNDERSTOOD.get(noun, ())
    )
