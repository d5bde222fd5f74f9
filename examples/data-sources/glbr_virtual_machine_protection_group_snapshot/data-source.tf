data "glbr_virtual_machine_protection_group" "his" {
  name = "hospital-information"
}

data "glbr_virtual_machine_protection_group_snapshots" "latest" {
  virtual_machine_protection_group_id = data.glbr_virtual_machine_protection_group.his.id
  sort                                = "pointInTime desc"
  limit                               = 1
}

data "glbr_virtual_machine_protection_group_snapshot" "latest" {
  virtual_machine_protection_group_id = data.glbr_virtual_machine_protection_group.his.id
  id                                  = data.glbr_virtual_machine_protection_group_snapshots.latest.items[0].id
}

output "kept_until" {
  value = data.glbr_virtual_machine_protection_group_snapshot.latest.expires_at
}
