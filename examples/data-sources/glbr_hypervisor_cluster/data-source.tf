data "glbr_hypervisor_cluster" "main" {
  name = "clinic-cluster-1"
}

output "vcenter" {
  value = data.glbr_hypervisor_cluster.main.hypervisor_manager_info.name
}
