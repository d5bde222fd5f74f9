variable "backup_password" {
  description = "Password of the login: set TF_VAR_backup_password."
  type        = string
  sensitive   = true
  default     = "only-good-for-the-simulator"
}

data "glbr_mssql_instance" "reporting" {
  name = "REPORTING"
}

# A login of SQL Server's own. Change password_wo_version whenever the password changes, to send the new one.
resource "glbr_mssql_instance_credentials" "reporting" {
  mssql_instance_id = data.glbr_mssql_instance.reporting.id

  credentials = {
    mode                = "SQL"
    username            = "backup"
    password_wo         = var.backup_password
    password_wo_version = 1
  }
}
