# The appliance shows it after its first-run wizard. Give it as TF_VAR_activation_code.
variable "activation_code" {
  type      = string
  sensitive = true
  default   = "4b825dc6-42cb-4e1f-8a3e-0c4f6b1d2a77"
}

resource "glbr_data_orchestrator" "second" {
  display_name       = "clinic-do-2"
  activation_code_wo = var.activation_code

  date_time = {
    method_date_time_set = "NTP"
    timezone             = "Europe/Berlin"
  }

  ntp = {
    ntp_servers = [{ network_address = "time.clinic.example" }]
  }
}
