data "glbr_mssql_database" "medication" {
  name = "Medication"
}

resource "glbr_mssql_database_protection_group" "ward" {
  name                  = "ward"
  protection_group_type = "CUSTOM"
  members               = [{ resource_uri = data.glbr_mssql_database.medication.resource_uri }]
}

resource "glbr_protection_policy" "snapshots" {
  name             = "snapshots"
  application_type = "MSSQL"

  protections = [{
    type = "SNAPSHOT"
    schedules = [{
      schedule_id  = 1
      expire_after = "3 days"
      schedule     = { recurrence = "HOURLY", repeat_interval = { every = 6 } }
    }]
  }]
}

resource "glbr_protection_job" "tested" {
  asset_info           = { id = glbr_mssql_database_protection_group.ward.id, type = "backup-recovery/mssql-database-protection-group" }
  protection_policy_id = glbr_protection_policy.snapshots.id
}
