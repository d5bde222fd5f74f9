data "glbr_virtual_machine" "his" {
  name = "his-app-01"
}

resource "glbr_virtual_machine_protection_group" "his" {
  name                     = "hospital-information"
  vm_protection_group_type = "CUSTOM"
  assets_category          = "VMFS_VMS"
  assets                   = [{ id = data.glbr_virtual_machine.his.id, type = "virtualization/virtual-machine" }]
}

data "glbr_storeonce" "main" {
  name = "clinic-storeonce-1"
}

resource "glbr_protection_store" "local" {
  display_name          = "Local_clinic-storeonce-1"
  protection_store_type = "ON_PREMISES"
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
  force                 = true
}

resource "glbr_protection_policy" "backups" {
  name             = "backups"
  application_type = "VMWARE"

  protections = [{
    type                = "BACKUP"
    protection_store_id = glbr_protection_store.local.id
    schedules = [{
      schedule_id  = 1
      expire_after = "2 weeks"
      schedule     = { recurrence = "DAILY", repeat_interval = { every = 1 } }
    }]
  }]
}

resource "glbr_protection_job" "tested" {
  asset_info           = { id = glbr_virtual_machine_protection_group.his.id, type = "backup-recovery/virtual-machine-protection-group" }
  protection_policy_id = glbr_protection_policy.backups.id
}
