data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_resource_pool" "main" {
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id
  name                  = "Resources"
}

output "cluster" {
  value = data.glbr_resource_pool.main.cluster_info.name
}
