data "glbr_volume_protection_group" "erp" {
  name = "erp-database"
}

output "volumes" {
  value = [for volume in data.glbr_volume_protection_group.erp.assets : volume.display_name]
}
