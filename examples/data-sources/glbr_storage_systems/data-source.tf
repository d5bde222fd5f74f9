data "glbr_storage_systems" "all" {}

output "degraded" {
  value = [for array in data.glbr_storage_systems.all.items : array.name if array.state == "DEGRADED"]
}
