data "glbr_datastore" "first" {
  name = "vmfs-clinic-01"
}

data "glbr_datastore_snapshots" "latest" {
  datastore_id = data.glbr_datastore.first.id
  sort         = "pointInTime desc"
  limit        = 5
}

# Moments to which the datastore can be taken back.
output "moments" {
  value = [for snapshot in data.glbr_datastore_snapshots.latest.items : snapshot.point_in_time]
}
