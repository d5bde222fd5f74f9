data "glbr_virtual_machines" "all" {}

data "glbr_virtual_machine" "pacs" {
  name = "pacs-archive-01"
}

# A list of members: here, every machine whose name starts with "his-".
resource "glbr_virtual_machine_protection_group" "his" {
  name                     = "hospital-information"
  description              = "Hospital information system"
  vm_protection_group_type = "CUSTOM"
  assets_category          = "VMFS_VMS"

  assets = [
    for machine in data.glbr_virtual_machines.all.items :
    { id = machine.id, type = "virtualization/virtual-machine" } if startswith(machine.name, "his-")
  ]
}

# A folder of the vCenter: machines join and leave with it.
resource "glbr_virtual_machine_protection_group" "imaging" {
  name                     = "imaging"
  vm_protection_group_type = "NATIVE"
  assets_category          = "VMFS_VMS"
  native_app_info          = { id = data.glbr_virtual_machine.pacs.folder_info.id, type = "VMWARE_FOLDER" }
}

# A vSphere tag: every machine that carries it is a member.
resource "glbr_virtual_machine_protection_group" "bronze" {
  name                     = "bronze"
  vm_protection_group_type = "DYNAMIC"
  assets_category          = "VMFS_VMS"
  dynamic_member_filter    = { members = [{ name = "bronze" }] }
}
