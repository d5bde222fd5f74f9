data "glbr_virtual_machine_protection_group" "his" {
  name = "hospital-information"
}

data "glbr_virtual_machine_protection_group_snapshots" "latest" {
  virtual_machine_protection_group_id = data.glbr_virtual_machine_protection_group.his.id
  sort                                = "pointInTime desc"
  limit                               = 5
}

# Moments to which the group can be taken back.
output "moments" {
  value = [for snapshot in data.glbr_virtual_machine_protection_group_snapshots.latest.items : snapshot.point_in_time]
}
