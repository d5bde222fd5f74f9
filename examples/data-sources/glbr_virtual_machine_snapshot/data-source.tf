data "glbr_virtual_machine" "pharmacy" {
  name = "pharmacy-01"
}

data "glbr_virtual_machine_snapshots" "latest" {
  virtual_machine_id = data.glbr_virtual_machine.pharmacy.id
  sort               = "pointInTime desc"
  limit              = 1
}

data "glbr_virtual_machine_snapshot" "latest" {
  virtual_machine_id = data.glbr_virtual_machine.pharmacy.id
  id                 = data.glbr_virtual_machine_snapshots.latest.items[0].id
}

output "kept_until" {
  value = data.glbr_virtual_machine_snapshot.latest.expires_at
}
