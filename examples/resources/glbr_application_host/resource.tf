# Give it as TF_VAR_sql_password.
variable "sql_password" {
  type      = string
  sensitive = true
  default   = "not-a-real-secret"
}

resource "glbr_application_host" "his" {
  name            = "his-db-02"
  network_address = "his-db-02.clinic.example"
  description     = "SQL Server of the hospital information system"

  credentials = {
    username            = "CLINIC\\backup"
    password_wo         = var.sql_password
    password_wo_version = 1 # the next number sends the password again
  }
}
