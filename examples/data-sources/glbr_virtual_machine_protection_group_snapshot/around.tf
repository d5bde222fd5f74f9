data "glbr_virtual_machine" "his" {
  name = "his-app-01"
}

resource "glbr_virtual_machine_protection_group" "his" {
  name                     = "hospital-information"
  vm_protection_group_type = "CUSTOM"
  assets_category          = "VMFS_VMS"
  assets                   = [{ id = data.glbr_virtual_machine.his.id, type = "virtualization/virtual-machine" }]
}

resource "glbr_protection_policy" "snapshots" {
  name             = "snapshots"
  application_type = "VMWARE"

  protections = [{
    type = "SNAPSHOT"
    schedules = [{
      schedule_id  = 1
      expire_after = "3 days"
      schedule     = { recurrence = "HOURLY", repeat_interval = { every = 6 } }
    }]
  }]
}

resource "glbr_protection_job" "tested" {
  asset_info           = { id = glbr_virtual_machine_protection_group.his.id, type = "backup-recovery/virtual-machine-protection-group" }
  protection_policy_id = glbr_protection_policy.snapshots.id
}
