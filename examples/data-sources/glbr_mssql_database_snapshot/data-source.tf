data "glbr_mssql_database" "medication" {
  name = "Medication"
}

data "glbr_mssql_database_snapshots" "latest" {
  mssql_database_id = data.glbr_mssql_database.medication.id
  sort              = "pointInTime desc"
  limit             = 1
}

data "glbr_mssql_database_snapshot" "latest" {
  mssql_database_id = data.glbr_mssql_database.medication.id
  id                = data.glbr_mssql_database_snapshots.latest.items[0].id
}

# Who else loses data when this copy is deleted.
output "databases" {
  value = [for database in data.glbr_mssql_database_snapshot.latest.associated_databases : database.name]
}
