data "glbr_virtual_machine" "pharmacy" {
  name = "pharmacy-01"
}

data "glbr_virtual_machine_snapshots" "latest" {
  virtual_machine_id = data.glbr_virtual_machine.pharmacy.id
  sort               = "pointInTime desc"
  limit              = 5
}

# Moments to which the machine can be taken back.
output "moments" {
  value = [for snapshot in data.glbr_virtual_machine_snapshots.latest.items : snapshot.point_in_time]
}
