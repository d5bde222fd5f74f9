data "glbr_virtual_machine_protection_group" "his" {
  name = "hospital-information"
}

data "glbr_virtual_machine_protection_group_backups" "latest" {
  virtual_machine_protection_group_id = data.glbr_virtual_machine_protection_group.his.id
  sort                                = "pointInTime desc"
  limit                               = 1
}

data "glbr_virtual_machine_protection_group_backup" "latest" {
  virtual_machine_protection_group_id = data.glbr_virtual_machine_protection_group.his.id
  id                                  = data.glbr_virtual_machine_protection_group_backups.latest.items[0].id
}

output "store" {
  value = data.glbr_virtual_machine_protection_group_backup.latest.protection_store_info.id
}
