data "glbr_volume" "erp" {
  name = "erp-db-data-01"
}

output "gibibytes_in_use" {
  value = floor(data.glbr_volume.erp.used_size_mib / 1024)
}
