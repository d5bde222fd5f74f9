data "glbr_mssql_database_protection_groups" "all" {}

# Groups that nothing copies regularly.
output "without_a_job" {
  value = [for group in data.glbr_mssql_database_protection_groups.all.items : group.name if group.protection_job_info == null]
}
