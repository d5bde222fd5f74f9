import {
  to = glbr_mssql_database_protection_group.ward
  id = "ward"
}
