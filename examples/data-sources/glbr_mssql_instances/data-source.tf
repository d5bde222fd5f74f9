data "glbr_mssql_instances" "of_the_host" {
  filters = [{ property = "applicationHostInfo/name", values = ["his-db-01"] }]
}

# Instances to which backups log in with a login of SQL Server's own.
output "own_logins" {
  value = [for instance in data.glbr_mssql_instances.of_the_host.items : instance.name if try(instance.credentials.mode, null) == "SQL"]
}
