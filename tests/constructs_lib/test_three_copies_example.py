"""The clinic's three copies: the constructs synthesize to what the HCL beside them says."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from glbr_constructs.synthesis.resource import PROVIDER_VERSION


@pytest.fixture(scope="module")
def example(root: Path) -> Path:
    return root / "examples" / "three-copies"


@pytest.fixture(scope="module")
def synthesized(example: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    tmp_path = tmp_path_factory.mktemp("three-copies")
    subprocess.run([sys.executable, str(example / "main.py")], cwd=tmp_path, capture_output=True, text=True, check=True)
    text = (tmp_path / "cdktf.out" / "stacks" / "three-copies" / "cdk.tf.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    for kind in ("resource", "data"):
        for named in found[kind].values():
            for block in named.values():
                del block["//"]
    return found


def test_the_stores_are_on_the_appliance_that_is_looked_up(synthesized: dict[str, Any]) -> None:
    carrier = {"storage_system_id": "${data.glbr_storeonce.main.id}", "storage_system_type": "STOREONCE"}

    assert synthesized["data"]["glbr_storeonce"] == {"main": {"name": "clinic-storeonce-1"}}
    assert synthesized["resource"]["glbr_protection_store"] == {
        "local": {"display_name": "Local_clinic", "protection_store_type": "ON_PREMISES", **carrier},
        "cloud": {
            "display_name": "Cloud_eastus2",
            "protection_store_type": "CLOUD",
            "storage_location_id": "azure:eastus2",
            **carrier,
        },
    }


def test_the_policy_chains_three_copies(synthesized: dict[str, Any]) -> None:
    def cadence(recurrence: str, every: int, **rest: object) -> dict[str, object]:
        interval = {"every": every} | {name: value for name, value in rest.items() if name == "on"}
        start = {name: value for name, value in rest.items() if name == "start_time"}
        return {"recurrence": recurrence, "repeat_interval": interval, **start}

    assert synthesized["resource"]["glbr_protection_policy"] == {
        "gold": {
            "name": "gold",
            "description": "Array, then appliance, then cloud",
            "application_type": "VMWARE",
            "protections": [
                {
                    "type": "SNAPSHOT",
                    "schedules": [{"schedule_id": 1, "expire_after": "2 days", "schedule": cadence("HOURLY", 4)}],
                },
                {
                    "type": "BACKUP",
                    "protection_store_id": "${glbr_protection_store.local.id}",
                    "schedules": [
                        {
                            "schedule_id": 2,
                            "source_protection_schedule_id": 1,
                            "expire_after": "2 weeks",
                            "lock_for": "1 week",
                            "schedule": cadence("DAILY", 1, start_time="01:30"),
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
                            "schedule": cadence("WEEKLY", 1, on=[5], start_time="03:00"),
                        }
                    ],
                },
            ],
        }
    }


def test_one_job_protects_every_machine_but_the_infrastructure(synthesized: dict[str, Any]) -> None:
    assert synthesized["data"]["glbr_virtual_machines"] == {
        "clinic": {"filters": [{"property": "hypervisorManagerInfo/name", "values": ["vcenter.clinic.example"]}]}
    }
    assert synthesized["resource"]["glbr_virtual_machine_protection_group"] == {
        "everything": {
            "name": "clinic",
            "vm_protection_group_type": "CUSTOM",
            "assets_category": "VMFS_VMS",
            "assets": "${[ for key, val in data.glbr_virtual_machines.clinic.items: "
            '{ id = val.id, type = "virtualization/virtual-machine" } if val.vm_classification == null]}',
        }
    }
    assert synthesized["resource"]["glbr_protection_job"] == {
        "gold_everything": {
            "protection_policy_id": "${glbr_protection_policy.gold.id}",
            "asset_info": {
                "id": "${glbr_virtual_machine_protection_group.everything.id}",
                "type": "backup-recovery/virtual-machine-protection-group",
            },
        }
    }


def test_no_secret_and_no_endpoint_is_written(synthesized: dict[str, Any]) -> None:
    assert synthesized["provider"] == {"glbr": [{}]}
    assert synthesized["terraform"]["required_providers"] == {
        "glbr": {"source": "glbr/glbr", "version": PROVIDER_VERSION}
    }


def test_the_hcl_has_the_same_addresses_and_the_same_provider(example: Path, synthesized: dict[str, Any]) -> None:
    hcl = (example / "main.tf").read_text(encoding="utf-8")

    written = set(re.findall(r'^(resource|data) "(\w+)" "(\w+)"', hcl, re.MULTILINE))

    assert written == {
        (kind, block, name)
        for kind in ("resource", "data")
        for block, named in synthesized[kind].items()
        for name in named
    }
    assert f'version = "{PROVIDER_VERSION}"' in hcl
