"""What examples of this family add to the estate: a lesser policy, a second group, and databases."""

from typing import Final

from glbr.review.rules.estate import member

SILVER: Final = "glbr_protection_policy.silver"
"""A policy with one daily copy, kept for a week."""

SILVER_POLICY: Final = {
    "name": "silver",
    "application_type": "VMWARE",
    "protections": [
        {
            "type": "BACKUP",
            "protection_store_id": "${glbr_protection_store.local.id}",
            "schedules": [
                {
                    "schedule_id": 2,
                    "expire_after": "1 week",
                    "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "01:30"},
                }
            ],
        }
    ],
}

SECOND: Final = "glbr_virtual_machine_protection_group.second"
SECOND_JOB: Final = "glbr_protection_job.second"


def second_group(*positions: int) -> dict[str, object]:
    """A group of the machines at these positions."""
    return {
        "name": "second",
        "vm_protection_group_type": "CUSTOM",
        "assets_category": "VMFS_VMS",
        "assets": [member(position) for position in positions],
    }


def tagged_group(tag: str) -> dict[str, object]:
    """A group of all machines that carry a tag."""
    return {
        "name": "second",
        "vm_protection_group_type": "DYNAMIC",
        "assets_category": "VMFS_VMS",
        "dynamic_member_filter": {"members": [{"name": tag}]},
    }


def job_for(group: str, policy: str) -> dict[str, object]:
    """A job that protects a group of machines by a policy; both are told by address."""
    return {
        "protection_policy_id": f"${{{policy}.id}}",
        "asset_info": {"id": f"${{{group}.id}}", "type": "backup-recovery/virtual-machine-protection-group"},
    }


INSTANCES: Final = "data.glbr_mssql_instances.all"
DATABASES: Final = "glbr_mssql_database_protection_group.erp"
DATABASE_POLICY: Final = "glbr_protection_policy.databases"
DATABASE_JOB: Final = "glbr_protection_job.databases"

DATABASE_GROUP: Final = {
    "name": "erp",
    "protection_group_type": "NATIVE",
    "native_app_info": {"type": "MSSQL_INSTANCE", "id": "${data.glbr_mssql_instances.all.items[0].id}"},
}
DATABASE_TIERS: Final = {
    "name": "databases",
    "application_type": "MSSQL",
    "protections": [
        {
            "type": "BACKUP",
            "protection_store_id": "${glbr_protection_store.local.id}",
            "schedules": [
                {
                    "schedule_id": 1,
                    "expire_after": "5 weeks",
                    "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "01:00"},
                }
            ],
        },
        {
            "type": "DATABASE_LOG_BACKUP",
            "protection_store_id": "${glbr_protection_store.local.id}",
            "schedules": [
                {
                    "schedule_id": 2,
                    "expire_after": "5 weeks",
                    "schedule": {"recurrence": "BY_MINUTES", "repeat_interval": {"every": 15}},
                }
            ],
        },
    ],
}
DATABASES_JOB: Final = {
    "protection_policy_id": f"${{{DATABASE_POLICY}.id}}",
    "asset_info": {"id": f"${{{DATABASES}.id}}", "type": "backup-recovery/mssql-database-protection-group"},
}
