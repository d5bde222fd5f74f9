data "glbr_virtual_machine" "pharmacy" {
  name = "pharmacy-01"
}

data "glbr_virtual_machine_backups" "latest" {
  virtual_machine_id = data.glbr_virtual_machine.pharmacy.id
  sort               = "pointInTime desc"
  limit              = 5
}

# Which of them are out of reach of whoever breaks into the site.
output "in_a_cloud" {
  value = [for backup in data.glbr_virtual_machine_backups.latest.items : backup.point_in_time if backup.backup_type == "CLOUD_BACKUP"]
}
