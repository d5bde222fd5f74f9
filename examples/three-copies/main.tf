terraform {
  required_providers {
    glbr = {
      source  = "glbr/glbr"
      version = "~> 0.1.0"
    }
  }
}

# Region or endpoint, workspace and credentials come from GLBR_* in the environment.
provider "glbr" {}

data "glbr_storeonce" "main" {
  name = "clinic-storeonce-1"
}

resource "glbr_protection_store" "local" {
  display_name          = "Local_clinic"
  protection_store_type = "ON_PREMISES"
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
}

resource "glbr_protection_store" "cloud" {
  display_name          = "Cloud_eastus2"
  protection_store_type = "CLOUD"
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
  storage_location_id   = "azure:eastus2"
}

resource "glbr_protection_policy" "gold" {
  name             = "gold"
  description      = "Array, then appliance, then cloud"
  application_type = "VMWARE"

  protections = [
    {
      type = "SNAPSHOT"
      schedules = [{
        schedule_id  = 1
        expire_after = "2 days"
        schedule     = { recurrence = "HOURLY", repeat_interval = { every = 4 } }
      }]
    },
    {
      type                = "BACKUP"
      protection_store_id = glbr_protection_store.local.id
      schedules = [{
        schedule_id                   = 2
        source_protection_schedule_id = 1
        expire_after                  = "2 weeks"
        lock_for                      = "1 week"
        schedule                      = { recurrence = "DAILY", repeat_interval = { every = 1 }, start_time = "01:30" }
      }]
    },
    {
      type                = "CLOUD_BACKUP"
      protection_store_id = glbr_protection_store.cloud.id
      schedules = [{
        schedule_id                   = 3
        source_protection_schedule_id = 2
        expire_after                  = "6 months"
        schedule                      = { recurrence = "WEEKLY", repeat_interval = { every = 1, on = [5] }, start_time = "03:00" }
      }]
    },
  ]
}

data "glbr_virtual_machines" "clinic" {
  filters = [{ property = "hypervisorManagerInfo/name", values = ["vcenter.clinic.example"] }]
}

resource "glbr_virtual_machine_protection_group" "everything" {
  name                     = "clinic"
  vm_protection_group_type = "CUSTOM"
  assets_category          = "VMFS_VMS"

  # HPE marks gateways and orchestrators; they are not protected like others.
  assets = [
    for vm in data.glbr_virtual_machines.clinic.items :
    { id = vm.id, type = "virtualization/virtual-machine" } if vm.vm_classification == null
  ]
}

resource "glbr_protection_job" "gold_everything" {
  protection_policy_id = glbr_protection_policy.gold.id
  asset_info = {
    id   = glbr_virtual_machine_protection_group.everything.id
    type = "backup-recovery/virtual-machine-protection-group"
  }
}
