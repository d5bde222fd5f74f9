data "glbr_data_orchestrator" "main" {
  name = "clinic-do-1"
}

output "is_connected" {
  value = data.glbr_data_orchestrator.main.connection_state == "CONNECTED"
}
