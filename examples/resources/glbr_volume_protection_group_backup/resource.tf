data "glbr_storeonce" "main" {
  name = "clinic-storeonce-1"
}

data "glbr_volumes" "all" {}

resource "glbr_protection_store" "local" {
  display_name          = "Local_clinic-storeonce-1"
  protection_store_type = "ON_PREMISES"
  storage_system_id     = data.glbr_storeonce.main.id
  storage_system_type   = "STOREONCE"
}

resource "glbr_volume_protection_group" "erp" {
  name                         = "erp-database"
  volume_protection_group_type = "CUSTOM"
  assets                       = [for volume in data.glbr_volumes.all.items : { id = volume.id } if startswith(volume.name, "erp-db-")]
}

resource "glbr_volume_protection_group_snapshot" "year_end" {
  volume_protection_group_id = glbr_volume_protection_group.erp.id
  name                       = "year-end"
  expire_after               = "1 week"
}

# The books as they were closed, kept for ten years. With lock_for, nobody could delete them before: not even Terraform.
resource "glbr_volume_protection_group_backup" "year_end" {
  volume_protection_group_id = glbr_volume_protection_group.erp.id
  name                       = "year-end"
  backup_type                = "BACKUP"
  protection_store_id        = glbr_protection_store.local.id
  source_copy_info           = { id = glbr_volume_protection_group_snapshot.year_end.id, type = "SNAPSHOT" }
  expire_after               = "10 years"
}
