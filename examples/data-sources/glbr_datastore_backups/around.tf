data "glbr_datastore" "first" {
  name = "vmfs-clinic-01"
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
  asset_info           = { id = data.glbr_datastore.first.id, type = "virtualization/datastore" }
  protection_policy_id = glbr_protection_policy.backups.id
}
