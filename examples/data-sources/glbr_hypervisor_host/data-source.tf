data "glbr_hypervisor_host" "first" {
  name = "esx01.clinic.example"
}

output "cluster" {
  value = data.glbr_hypervisor_host.first.parent_info.name
}
