data "glbr_virtual_machine_protection_group" "his" {
  name = "hospital-information"
}

data "glbr_virtual_machine_protection_group_backups" "latest" {
  virtual_machine_protection_group_id = data.glbr_virtual_machine_protection_group.his.id
  sort                                = "pointInTime desc"
  limit                               = 5
}

# Which of them nobody can delete yet.
output "locked" {
  value = [for backup in data.glbr_virtual_machine_protection_group_backups.latest.items : backup.name if backup.locked_until != null]
}
