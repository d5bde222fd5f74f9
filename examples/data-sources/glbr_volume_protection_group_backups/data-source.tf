data "glbr_volume_protection_group" "erp" {
  name = "erp-database"
}

data "glbr_volume_protection_group_backups" "on_premises" {
  volume_protection_group_id = data.glbr_volume_protection_group.erp.id
  filters                    = [{ property = "backupType", values = ["BACKUP"] }]
}

# Backups that anybody with the right to do so could delete today.
output "unlocked" {
  value = [for backup in data.glbr_volume_protection_group_backups.on_premises.items : backup.name if backup.locked_until == null]
}
