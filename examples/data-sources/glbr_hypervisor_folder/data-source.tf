data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_hypervisor_folder" "imaging" {
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id
  name                  = "Imaging"
}

# What a protection group that follows the folder is given.
output "native_object" {
  value = { id = data.glbr_hypervisor_folder.imaging.id, type = "VMWARE_FOLDER" }
}
