data "glbr_storage_system" "main" {
  name = "array-1"
}

output "serial_number" {
  value = data.glbr_storage_system.main.serial_number
}
