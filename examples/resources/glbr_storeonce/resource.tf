# Give it as TF_VAR_storeonce_password.
variable "storeonce_password" {
  type      = string
  sensitive = true
  default   = "not-a-real-secret"
}

resource "glbr_storeonce" "second" {
  name            = "clinic-storeonce-2"
  network_address = "storeonce2.clinic.example"
  serial_number   = "CZ25110042"
  description     = "Backups of the imaging department"

  # Taken at the registration only.
  credentials = {
    username_wo = "dcadmin"
    password_wo = var.storeonce_password
  }
}
