data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_hypervisor_networks" "healthy" {
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id
  filters               = [{ property = "status", values = ["OK"] }]
}

output "networks" {
  value = { for network in data.glbr_hypervisor_networks.healthy.items : network.name => network.id }
}
