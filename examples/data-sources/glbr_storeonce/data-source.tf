data "glbr_storeonce" "main" {
  name = "clinic-storeonce-1"
}

output "free_terabytes" {
  value = try(data.glbr_storeonce.main.storage.free_bytes / pow(1000, 4), null)
}
