data "glbr_data_orchestrators" "connected" {
  filters = [{ property = "connectionState", values = ["CONNECTED"] }]
}

output "software" {
  value = { for appliance in data.glbr_data_orchestrators.connected.items : appliance.name => appliance.software_version }
}
