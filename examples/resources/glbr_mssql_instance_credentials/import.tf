# The id or name of the instance.
import {
  to = glbr_mssql_instance_credentials.reporting
  id = "REPORTING"
}
