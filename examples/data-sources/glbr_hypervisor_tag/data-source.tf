data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_hypervisor_tag" "gold" {
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id
  name                  = "gold"
}

# Machines that a protection group which follows the tag would have.
output "machines" {
  value = length(data.glbr_hypervisor_tag.gold.associated_resources)
}
