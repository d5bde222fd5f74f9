data "glbr_virtual_machine" "pharmacy" {
  name = "pharmacy-01"
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
  asset_info           = { id = data.glbr_virtual_machine.pharmacy.id, type = "virtualization/virtual-machine" }
  protection_policy_id = glbr_protection_policy.snapshots.id
}
