data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_hypervisor_network" "servers" {
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id
  name                  = "clinic-servers"
}

output "reaches" {
  value = data.glbr_hypervisor_network.servers.hosts_info[*].name
}
