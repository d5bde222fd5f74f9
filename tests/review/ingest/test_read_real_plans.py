"""What the real Terraform says of configuration in its own language: modules, keys with quotes, a store that is replaced."""

import json
from datetime import UTC, datetime

from glbr.review.ingest.read import read
from workspace import Workspace

ROOT = """
terraform {
  required_providers {
    glbr = { source = "glbr/glbr" }
  }
}
variable "location" {
  default = "azure:eastus2"
}
locals {
  sites = toset(["a", "b.\\"c"])
}
data "glbr_storeonce" "main" {
  name = "clinic-storeonce-1"
}
data "glbr_virtual_machines" "all" {
  sort = "name"
}
resource "glbr_protection_store" "local" {
  display_name          = "Local"
  protection_store_type = "ON_PREMISES"
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
}
resource "glbr_protection_store" "cloud" {
  display_name          = "Cloud"
  protection_store_type = "CLOUD"
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
  storage_location_id   = var.location
  lifecycle {
    create_before_destroy = false
  }
}
module "site" {
  source   = "./site"
  for_each = local.sites
  name     = each.key
  stores   = { local = glbr_protection_store.local.id, cloud = glbr_protection_store.cloud.id }
}
resource "glbr_virtual_machine_protection_group" "crew" {
  for_each                 = local.sites
  name                     = each.key
  vm_protection_group_type = "CUSTOM"
  assets_category          = "VMFS_VMS"
  assets = [{
    id   = data.glbr_virtual_machines.all.items[each.key == "a" ? 0 : 1].id
    type = "virtualization/virtual-machine"
  }]
}
resource "glbr_protection_job" "work" {
  for_each             = local.sites
  protection_policy_id = module.site[each.key].policy
  asset_info = {
    id   = glbr_virtual_machine_protection_group.crew[each.key].id
    type = "backup-recovery/virtual-machine-protection-group"
  }
}
"""
SITE = """
terraform {
  required_providers {
    glbr = { source = "glbr/glbr" }
  }
}
variable "name" {}
variable "stores" {
  type = map(string)
}
resource "glbr_protection_policy" "gold" {
  name             = var.name
  application_type = "VMWARE"
  protections = [
    {
      type      = "SNAPSHOT"
      schedules = [{ schedule_id = 1, schedule = { recurrence = "HOURLY", repeat_interval = { every = 4 } } }]
    },
    {
      type                = "BACKUP"
      protection_store_id = var.stores["local"]
      schedules = [{
        schedule_id = 2, source_protection_schedule_id = 1
        schedule = { recurrence = "DAILY", repeat_interval = { every = 1 } }
      }]
    },
    {
      type                = "CLOUD_BACKUP"
      protection_store_id = var.stores.cloud
      schedules = [{
        schedule_id = 3, source_protection_schedule_id = 2
        schedule = { recurrence = "WEEKLY", repeat_interval = { every = 1 } }
      }]
    },
  ]
}
output "policy" {
  value = glbr_protection_policy.gold.id
}
"""
LOCAL, CLOUD = "glbr_protection_store.local", "glbr_protection_store.cloud"


def test_unknown_ids_are_followed_through_modules_and_keys(workspace: Workspace) -> None:
    provider = "".join(f'  {name} = "{value}"\n' for name, value in workspace.provider.items())
    (workspace.folder / "main.tf").write_text(f'{ROOT}provider "glbr" {{\n{provider}}}\n')
    (workspace.folder / "site").mkdir()
    (workspace.folder / "site" / "main.tf").write_text(SITE)
    assert workspace.run("get").code == 0
    workspace.apply()

    replaced = workspace.plan("-var=location=azure:westeurope")
    found = read(json.dumps(replaced).encode(), now=datetime.now(UTC), sources=workspace.folder)

    assert found.after.stores[CLOUD].identifier.is_unknown
    for key in ('["a"]', '["b.\\"c"]'):
        work, policy = f"glbr_protection_job.work{key}", f"module.site{key}.glbr_protection_policy.gold"
        for side in (found.before, found.after):
            job = side.jobs[work]
            assert job.policy.value == policy
            assert job.asset.value == f"glbr_virtual_machine_protection_group.crew{key}"
            assert [tier.store.value for tier in job.tiers.value or ()] == [None, LOCAL, CLOUD]
            assert side.groups[job.asset.value].members.is_known
        assert found.after.policies[policy].identifier.is_unknown
        assert (found.locations[policy].file.rpartition("/")[2], found.locations[policy].line) == ("main.tf", 11)
    assert {one.key for one in found.changes if one.replaces} > {CLOUD}
    assert next(one for one in found.changes if one.key == CLOUD).changed == ("storage_location_id",)
