data "glbr_hypervisor_managers" "backed_up" {
  filters = [{ property = "services", values = ["backup-and-recovery"] }]
}

# The Data Orchestrator that talks to each vCenter.
output "orchestrators" {
  value = { for manager in data.glbr_hypervisor_managers.backed_up.items : manager.name => manager.data_orchestrator_id }
}
