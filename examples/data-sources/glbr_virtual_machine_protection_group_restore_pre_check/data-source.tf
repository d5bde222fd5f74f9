data "glbr_virtual_machine_protection_group" "his" {
  name = "hospital-information"
}

data "glbr_virtual_machine_protection_group_restore_pre_check" "his" {
  virtual_machine_protection_group_id = data.glbr_virtual_machine_protection_group.his.id
}

# Members that could not be restored today.
output "not_restorable" {
  value = [
    for member in data.glbr_virtual_machine_protection_group_restore_pre_check.his.resource_summary.resource_info :
    member.resource_name if member.status != "OK"
  ]
}
