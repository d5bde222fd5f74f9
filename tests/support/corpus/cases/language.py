"""Terraform's own language, of which a plan tells less than of JSON: locals, `for` expressions, modules within modules."""

from corpus.cases.case import Case, Json, Script
from workspace import Workspace

PROVIDERS = """
terraform {
  required_providers {
    glbr = { source = "glbr/glbr" }
  }
}
"""
STORES = """
data "glbr_storeonce" "main" {
  name = "clinic-storeonce-1"
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
}
variable "location" {
  default = "azure:eastus2"
}
"""
MACHINES = """
data "glbr_virtual_machines" "all" {
  sort = "name"
}
resource "glbr_virtual_machine_protection_group" "ward" {
  name                     = "ward"
  vm_protection_group_type = "CUSTOM"
  assets_category          = "VMFS_VMS"
  assets = [for machine in slice(data.glbr_virtual_machines.all.items, 0, var.machines) : {
    id   = machine.id
    type = "virtualization/virtual-machine"
  }]
}
resource "glbr_protection_job" "ward" {
  protection_policy_id = POLICY
  asset_info = {
    id   = glbr_virtual_machine_protection_group.ward.id
    type = "backup-recovery/virtual-machine-protection-group"
  }
}
variable "machines" {
  default = 6
}
"""
TIERS = """
  protections = [for number, tier in var.tiers : {
    type                = tier.type
    protection_store_id = tier.store == null ? null : STORE
    schedules = [{
      schedule_id                   = number + 1
      source_protection_schedule_id = number == 0 ? null : number
      expire_after                  = tier.keep
      lock_for                      = tier.lock
      schedule                      = { recurrence = "DAILY", repeat_interval = { every = 1 }, start_time = tier.at }
    }]
  }]
}
variable "tiers" {
  default = [
    { type = "SNAPSHOT", store = null, keep = "3 days", lock = null, at = "01:00" },
    { type = "BACKUP", store = "local", keep = "5 weeks", lock = "2 weeks", at = "02:00" },
    { type = "CLOUD_BACKUP", store = "cloud", keep = "6 months", lock = "1 month", at = "03:00" },
  ]
}
"""
POLICY = """
resource "glbr_protection_policy" "gold" {
  name             = "gold"
  application_type = "VMWARE"
"""
BEHIND_A_LOCAL = (
    PROVIDERS + STORES + MACHINES.replace("POLICY", "glbr_protection_policy.gold.id")
    + "locals {\n  stores = { local = glbr_protection_store.local.id, cloud = glbr_protection_store.cloud.id }\n}\n"
    + POLICY + TIERS.replace("STORE", "local.stores[tier.store]")
)  # fmt: skip
SHELF = (
    PROVIDERS
    + STORES
    + """
output "ids" {
  value = { local = glbr_protection_store.local.id, cloud = glbr_protection_store.cloud.id }
}
"""
)
PLAN = (
    PROVIDERS
    + POLICY
    + TIERS.replace("STORE", "var.stores[tier.store]")
    + """
variable "stores" {
  type = map(string)
}
output "gold" {
  value = glbr_protection_policy.gold
}
"""
)
SITE = (
    PROVIDERS
    + """
variable "location" {}
module "shelf" {
  source   = "../shelf"
  location = var.location
}
module "plan" {
  source = "../plan"
  stores = module.shelf.ids
}
output "policy" {
  value = module.plan.gold.id
}
"""
)
ROOT = (
    PROVIDERS
    + MACHINES.replace("POLICY", "module.site[0].policy")
    + """
variable "location" {
  default = "azure:eastus2"
}
module "site" {
  source   = "./site"
  count    = 1
  location = var.location
}
"""
)
WITHIN = {"main.tf": ROOT, "site/main.tf": SITE, "shelf/main.tf": SHELF, "plan/main.tf": PLAN}


def _planned(files: dict[str, str], *arguments: str) -> Script:
    def script(workspace: Workspace) -> Json:
        for name, text in files.items():
            file = workspace.folder / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert workspace.run("get").code == 0
        workspace.apply()
        return workspace.plan(*arguments)

    return script


_ELSEWHERE = "-var=location=azure:westeurope"
_FEWER = "-var=machines=4"

CASES = (
    Case(
        "store-replaced-behind-a-local",
        "the policy finds its stores by a local value, which no plan tells: where its copies go cannot be decided",
        _planned({"main.tf": BEHIND_A_LOCAL}, _ELSEWHERE),
        says=("DP-LOSS-002 fail glbr_protection_store.cloud", "DP-COPY-001 unknown glbr_protection_policy.gold"),
        silent=("DP-LOCK-001", "DP-RET-001", "DP-COV-001"),
        outcome="blocked",
    ),
    Case(
        "members-cut-by-a-slice",
        "a group lists its machines by a for expression, and a variable says how many",
        _planned({"main.tf": BEHIND_A_LOCAL}, _FEWER),
        says=("DP-COV-001 fail",),
        outcome="blocked",
    ),
    Case(
        "store-replaced-in-a-module-within-a-module",
        "a store of one module is replaced, a policy of another follows it, and a job of the root follows the policy",
        _planned(WITHIN, _ELSEWHERE),
        says=("DP-LOSS-002 fail module.site[0].module.shelf.glbr_protection_store.cloud",),
        silent=("DP-LOCK-001", "DP-RET-001", "DP-COV-001", "DP-LOSS-005"),
        outcome="blocked",
    ),
)
