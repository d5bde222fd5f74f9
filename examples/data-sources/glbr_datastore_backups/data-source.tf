data "glbr_datastore" "first" {
  name = "vmfs-clinic-01"
}

data "glbr_datastore_backups" "latest" {
  datastore_id = data.glbr_datastore.first.id
  sort         = "pointInTime desc"
  limit        = 5
}

# Which of them nobody can delete yet.
output "locked" {
  value = [for backup in data.glbr_datastore_backups.latest.items : backup.name if backup.locked_until != null]
}
