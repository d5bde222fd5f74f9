"""The estate that examples change: the clinic of `examples/three-copies`, as Terraform's JSON."""

from collections.abc import Mapping
from typing import Final

POLICY: Final = "glbr_protection_policy.gold"
LOCAL: Final = "glbr_protection_store.local"
CLOUD: Final = "glbr_protection_store.cloud"
GROUP: Final = "glbr_virtual_machine_protection_group.everything"
JOB: Final = "glbr_protection_job.gold_everything"

SNAPSHOT, BACKUP, CLOUD_BACKUP = (f"protections[{position}]" for position in range(3))
"""Paths of the three tiers of the policy; each has one schedule."""

MACHINE: Final = "${data.glbr_virtual_machines.clinic.items[%d].id}"
"""Reference to one of the clinic's 24 machines, by position."""


def member(position: int) -> dict[str, str]:
    """One machine as a group lists it."""
    return {"id": MACHINE % position, "type": "virtualization/virtual-machine"}


DATA: Final[Mapping[str, Mapping[str, object]]] = {
    "data.glbr_storeonce.main": {"name": "clinic-storeonce-1"},
    "data.glbr_virtual_machines.clinic": {
        "filters": [{"property": "hypervisorManagerInfo/name", "values": ["vcenter.clinic.example"]}],
        "sort": "name",
    },
}
"""What is read; the same in every example."""

ESTATE: Final[Mapping[str, Mapping[str, object]]] = {
    LOCAL: {
        "display_name": "Local_clinic",
        "protection_store_type": "ON_PREMISES",
        "storage_system_id": "${data.glbr_storeonce.main.id}",
        "storage_system_type": "STOREONCE",
    },
    CLOUD: {
        "display_name": "Cloud_eastus2",
        "protection_store_type": "CLOUD",
        "storage_system_id": "${data.glbr_storeonce.main.id}",
        "storage_system_type": "STOREONCE",
        "storage_location_id": "azure:eastus2",
    },
    POLICY: {
        "name": "gold",
        "application_type": "VMWARE",
        "protections": [
            {
                "type": "SNAPSHOT",
                "schedules": [
                    {
                        "schedule_id": 1,
                        "expire_after": "2 days",
                        "schedule": {"recurrence": "HOURLY", "repeat_interval": {"every": 4}},
                    }
                ],
            },
            {
                "type": "BACKUP",
                "protection_store_id": "${glbr_protection_store.local.id}",
                "schedules": [
                    {
                        "schedule_id": 2,
                        "source_protection_schedule_id": 1,
                        "expire_after": "5 weeks",
                        "lock_for": "2 weeks",
                        "schedule": {
                            "recurrence": "DAILY",
                            "repeat_interval": {"every": 1},
                            "start_time": "01:30",
                        },
                    }
                ],
            },
            {
                "type": "CLOUD_BACKUP",
                "protection_store_id": "${glbr_protection_store.cloud.id}",
                "schedules": [
                    {
                        "schedule_id": 3,
                        "source_protection_schedule_id": 2,
                        "expire_after": "6 months",
                        "lock_for": "1 month",
                        "schedule": {
                            "recurrence": "DAILY",
                            "repeat_interval": {"every": 1},
                            "start_time": "03:00",
                        },
                    }
                ],
            },
        ],
    },
    GROUP: {
        "name": "clinic",
        "vm_protection_group_type": "CUSTOM",
        "assets_category": "VMFS_VMS",
        "assets": [member(position) for position in range(6)],
    },
    JOB: {
        "protection_policy_id": "${glbr_protection_policy.gold.id}",
        "asset_info": {
            "id": "${glbr_virtual_machine_protection_group.everything.id}",
            "type": "backup-recovery/virtual-machine-protection-group",
        },
    },
}
"""Three copies of six machines: sound, so that nothing of high severity fires on it as it stands."""
