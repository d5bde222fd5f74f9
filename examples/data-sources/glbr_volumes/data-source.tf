data "glbr_storage_system" "main" {
  name = "array-1"
}

data "glbr_volumes" "largest" {
  sort  = "sizeMiB desc"
  limit = 5
}

output "on_the_array" {
  value = [for volume in data.glbr_volumes.largest.items : volume.name if volume.system_id == data.glbr_storage_system.main.id]
}
