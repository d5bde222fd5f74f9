data "glbr_datastore" "first" {
  name = "vmfs-clinic-01"
}

data "glbr_datastore_snapshots" "latest" {
  datastore_id = data.glbr_datastore.first.id
  sort         = "pointInTime desc"
  limit        = 1
}

data "glbr_datastore_snapshot" "latest" {
  datastore_id = data.glbr_datastore.first.id
  id           = data.glbr_datastore_snapshots.latest.items[0].id
}

output "kept_until" {
  value = data.glbr_datastore_snapshot.latest.expires_at
}
