data "glbr_mssql_databases" "of_the_host" {
  filters = [{ property = "applicationHostInfo/name", values = ["his-db-01"] }]
}

# Databases of people, not of SQL Server itself, that would be lost today.
output "unprotected" {
  value = [
    for database in data.glbr_mssql_databases.of_the_host.items : "${database.instance_info.name}/${database.name}"
    if database.protection_job_info == null && !contains(["master", "model", "msdb"], database.name)
  ]
}
