data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_hypervisor_folders" "of_machines" {
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id
  filters               = [{ property = "folderType", values = ["VM"] }]
}

# Each folder with the one it stands in.
output "folders" {
  value = { for folder in data.glbr_hypervisor_folders.of_machines.items : folder.name => try(folder.parent_folder_info.name, null) }
}
