data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

output "release" {
  value = data.glbr_hypervisor_manager.clinic.release_version
}
