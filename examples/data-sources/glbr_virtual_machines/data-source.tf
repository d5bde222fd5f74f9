data "glbr_virtual_machines" "running" {
  filters = [
    { property = "powerState", values = ["POWERED_ON"] },
    { property = "clusterInfo/name", values = ["clinic-cluster-1"] },
  ]
}

# Machines that would be lost today.
output "unprotected" {
  value = [for machine in data.glbr_virtual_machines.running.items : machine.name if machine.protection_job_info == null]
}
