data "glbr_storeonce" "main" {
  name = "clinic-storeonce-1"
}

data "glbr_storage_location" "east" {
  name = "East US 2"
}

resource "glbr_protection_store" "local" {
  display_name          = "Local_clinic-storeonce-1"
  protection_store_type = "ON_PREMISES"
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
}

resource "glbr_protection_store" "cloud" {
  display_name          = "Cloud_clinic-storeonce-1_eastus2"
  protection_store_type = "CLOUD"
  storage_location_id   = data.glbr_storage_location.east.id
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
}

# A snapshot every four hours, a backup of it every night, and a copy of that in the cloud every Saturday.
resource "glbr_protection_policy" "gold" {
  name             = "gold"
  description      = "Three copies, two of them out of reach of the array, one of them off site."
  application_type = "VMWARE"

  protections = [
    {
      type = "SNAPSHOT"
      schedules = [{
        schedule_id  = 1
        expire_after = "2 days"
        schedule     = { recurrence = "HOURLY", repeat_interval = { every = 4 } }
      }]
    },
    {
      type                = "BACKUP"
      protection_store_id = glbr_protection_store.local.id
      schedules = [{
        schedule_id                   = 2
        source_protection_schedule_id = 1
        expire_after                  = "2 weeks"
        lock_for                      = "1 week"
        schedule                      = { recurrence = "DAILY", repeat_interval = { every = 1 }, start_time = "01:30" }
      }]
    },
    {
      type                = "CLOUD_BACKUP"
      protection_store_id = glbr_protection_store.cloud.id
      schedules = [{
        schedule_id                   = 3
        source_protection_schedule_id = 2
        expire_after                  = "6 months"
        lock_for                      = "1 month"
        schedule = {
          recurrence      = "WEEKLY"
          repeat_interval = { every = 1, on = [5] }
          start_time      = "03:00"
        }
      }]
    },
  ]
}
