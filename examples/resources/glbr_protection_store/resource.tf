data "glbr_storeonce" "main" {
  name = "clinic-storeonce-1"
}

data "glbr_storage_location" "east" {
  name = "East US 2"
}

# Backups stay on the appliance.
resource "glbr_protection_store" "local" {
  display_name          = "Local_clinic-storeonce-1"
  protection_store_type = "ON_PREMISES"
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
}

# The appliance passes backups on to a cloud.
resource "glbr_protection_store" "cloud" {
  display_name          = "Cloud_clinic-storeonce-1_eastus2"
  protection_store_type = "CLOUD"
  storage_location_id   = data.glbr_storage_location.east.id
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
}
