data "glbr_virtual_machine" "pharmacy" {
  name = "pharmacy-01"
}

data "glbr_virtual_machine_backups" "latest" {
  virtual_machine_id = data.glbr_virtual_machine.pharmacy.id
  sort               = "pointInTime desc"
  limit              = 1
}

data "glbr_virtual_machine_backup" "latest" {
  virtual_machine_id = data.glbr_virtual_machine.pharmacy.id
  id                 = data.glbr_virtual_machine_backups.latest.items[0].id
}

output "store" {
  value = data.glbr_virtual_machine_backup.latest.protection_store_info.id
}
