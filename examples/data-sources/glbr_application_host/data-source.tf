data "glbr_application_host" "main" {
  name = "his-db-01"
}

output "operating_system" {
  value = try(data.glbr_application_host.main.os_info.name, null)
}
