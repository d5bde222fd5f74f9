# Give it as TF_VAR_vcenter_password.
variable "vcenter_password" {
  type      = string
  sensitive = true
  default   = "not-a-real-secret"
}

data "glbr_data_orchestrator" "main" {
  name = "clinic-do-1"
}

resource "glbr_hypervisor_manager" "imaging" {
  network_address         = "vcenter-imaging.clinic.example"
  hypervisor_manager_type = "VMWARE_VCENTER"
  data_orchestrator_id    = data.glbr_data_orchestrator.main.id
  description             = "vCenter of the imaging department"

  credentials = {
    username            = "backup@vsphere.local"
    password_wo         = var.vcenter_password
    password_wo_version = 1 # the next number sends the password again
  }
}
