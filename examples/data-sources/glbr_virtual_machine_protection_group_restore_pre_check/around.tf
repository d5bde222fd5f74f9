data "glbr_virtual_machine" "his" {
  name = "his-db-01"
}

resource "glbr_virtual_machine_protection_group" "his" {
  name                     = "hospital-information"
  vm_protection_group_type = "CUSTOM"
  assets_category          = "VMFS_VMS"
  assets                   = [{ id = data.glbr_virtual_machine.his.id, type = "virtualization/virtual-machine" }]
}
