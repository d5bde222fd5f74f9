data "glbr_volume_set" "erp" {
  name = "erp-db"
}

output "volumes" {
  value = data.glbr_volume_set.erp.volumes_count
}
