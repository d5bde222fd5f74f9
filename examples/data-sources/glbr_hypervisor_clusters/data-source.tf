data "glbr_hypervisor_clusters" "of_the_clinic" {
  filters = [{ property = "hypervisorManagerInfo/name", values = ["vcenter.clinic.example"] }]
}

output "clusters" {
  value = data.glbr_hypervisor_clusters.of_the_clinic.items[*].name
}
