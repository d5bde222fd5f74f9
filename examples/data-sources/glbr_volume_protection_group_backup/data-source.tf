data "glbr_volume_protection_group" "erp" {
  name = "erp-database"
}

data "glbr_volume_protection_group_backup" "year_end" {
  volume_protection_group_id = data.glbr_volume_protection_group.erp.id
  name                       = "year-end"
}

output "attached_to" {
  value = data.glbr_volume_protection_group_backup.year_end.mounted_hosts_iqn
}
