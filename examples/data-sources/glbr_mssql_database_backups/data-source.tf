data "glbr_mssql_database" "medication" {
  name = "Medication"
}

data "glbr_mssql_database_backups" "latest" {
  mssql_database_id = data.glbr_mssql_database.medication.id
  sort              = "pointInTime desc"
  limit             = 5
}

# Moments to which the database can be taken back.
output "moments" {
  value = [for backup in data.glbr_mssql_database_backups.latest.items : backup.point_in_time]
}
