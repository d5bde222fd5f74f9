data "glbr_mssql_databases" "all" {}

data "glbr_mssql_instance" "main" {
  name = "MSSQLSERVER"
}

data "glbr_mssql_instance" "reporting" {
  name = "REPORTING"
}

# A list of members.
resource "glbr_mssql_database_protection_group" "ward" {
  name                  = "ward"
  description           = "What the wards work with"
  protection_group_type = "CUSTOM"

  members = [
    for database in data.glbr_mssql_databases.all.items :
    { resource_uri = database.resource_uri } if contains(["Medication", "Billing"], database.name)
  ]
}

# All databases of an instance, also those to come.
resource "glbr_mssql_database_protection_group" "reporting" {
  name                  = "reporting"
  protection_group_type = "NATIVE"

  native_app_info = {
    type                     = "MSSQL_INSTANCE"
    id                       = data.glbr_mssql_instance.reporting.id
    exclude_system_databases = true
  }
}

# All databases of an availability group, wherever its primary replica runs.
resource "glbr_mssql_database_protection_group" "hospital" {
  name                  = "hospital"
  protection_group_type = "NATIVE"

  native_app_info = {
    type = "AVAILABILITY_GROUP"
    uid  = data.glbr_mssql_instance.main.availability_groups_info[0].uid
  }
}
