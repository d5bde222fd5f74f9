data "glbr_mssql_database_protection_group" "ward" {
  name = "ward"
}

output "databases" {
  value = [for database in data.glbr_mssql_database_protection_group.ward.members : database.name]
}
