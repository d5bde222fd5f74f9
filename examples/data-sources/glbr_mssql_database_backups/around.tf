data "glbr_mssql_database" "medication" {
  name = "Medication"
}

resource "glbr_mssql_database_protection_group" "ward" {
  name                  = "ward"
  protection_group_type = "CUSTOM"
  members               = [{ resource_uri = data.glbr_mssql_database.medication.resource_uri }]
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
  application_type = "MSSQL"

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
  asset_info           = { id = glbr_mssql_database_protection_group.ward.id, type = "backup-recovery/mssql-database-protection-group" }
  protection_policy_id = glbr_protection_policy.backups.id
}
