data "glbr_mssql_database" "medication" {
  name = "Medication"
}

data "glbr_mssql_database_backups" "latest" {
  mssql_database_id = data.glbr_mssql_database.medication.id
  sort              = "pointInTime desc"
  limit             = 1
}

data "glbr_mssql_database_backup" "latest" {
  mssql_database_id = data.glbr_mssql_database.medication.id
  id                = data.glbr_mssql_database_backups.latest.items[0].id
}

# Who else loses data when this copy is deleted.
output "databases" {
  value = [for database in data.glbr_mssql_database_backup.latest.associated_databases : database.name]
}
