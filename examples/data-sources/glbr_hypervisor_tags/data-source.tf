data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_hypervisor_tags" "of_backup" {
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id
  filters               = [{ property = "categoryName", values = ["backup"] }]
}

# Tags that no protection group follows yet.
output "not_followed" {
  value = [for tag in data.glbr_hypervisor_tags.of_backup.items : tag.name if length(coalesce(tag.vm_protection_groups_info, [])) == 0]
}
