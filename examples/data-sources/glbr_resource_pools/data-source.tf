data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_resource_pools" "of_the_cluster" {
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id
  filters               = [{ property = "clusterInfo/name", values = ["clinic-cluster-1"] }]
}

output "pools" {
  value = data.glbr_resource_pools.of_the_cluster.items[*].name
}
