data "glbr_virtual_machine_protection_groups" "by_tag" {
  filters = [{ property = "vmProtectionGroupType", values = ["DYNAMIC"] }]
}

output "by_tag" {
  value = data.glbr_virtual_machine_protection_groups.by_tag.items[*].name
}
