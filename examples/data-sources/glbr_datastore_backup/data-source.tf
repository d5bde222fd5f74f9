data "glbr_datastore" "first" {
  name = "vmfs-clinic-01"
}

data "glbr_datastore_backups" "latest" {
  datastore_id = data.glbr_datastore.first.id
  sort         = "pointInTime desc"
  limit        = 1
}

data "glbr_datastore_backup" "latest" {
  datastore_id = data.glbr_datastore.first.id
  id           = data.glbr_datastore_backups.latest.items[0].id
}

output "store" {
  value = data.glbr_datastore_backup.latest.protection_store_info.id
}
