data "glbr_virtual_machine_protection_group" "his" {
  name = "hospital-information"
}

output "members" {
  value = length(data.glbr_virtual_machine_protection_group.his.assets)
}
