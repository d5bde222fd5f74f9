data "glbr_virtual_machine" "pharmacy" {
  name = "pharmacy-01"
}

data "glbr_virtual_machine" "fileserver" {
  name = "fileserver-01"
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

# The policy as it stands.
resource "glbr_protection_job" "fileserver" {
  asset_info           = { id = data.glbr_virtual_machine.fileserver.id, type = "virtualization/virtual-machine" }
  protection_policy_id = glbr_protection_policy.snapshots.id
}

# The same policy, with copies of this machine kept for longer and consistent with its applications.
resource "glbr_protection_job" "pharmacy" {
  asset_info           = { id = data.glbr_virtual_machine.pharmacy.id, type = "virtualization/virtual-machine" }
  protection_policy_id = glbr_protection_policy.snapshots.id

  overrides = {
    protections = [{
      id        = glbr_protection_policy.snapshots.protections[0].id
      schedules = [{ schedule_id = 1, consistency = "APPLICATION", expire_after = "1 week" }]
    }]
  }
}
