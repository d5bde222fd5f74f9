data "glbr_volume_protection_group" "erp" {
  name = "erp-database"
}

data "glbr_volume_protection_group_snapshots" "latest" {
  volume_protection_group_id = data.glbr_volume_protection_group.erp.id
  filters                    = [{ property = "state", values = ["OK"] }]
  sort                       = "pointInTime desc"
  limit                      = 3
}

output "moments" {
  value = [for snapshot in data.glbr_volume_protection_group_snapshots.latest.items : snapshot.point_in_time]
}
