data "glbr_volumes" "all" {}

data "glbr_volume_set" "files" {
  name = "shared-files"
}

# A list of members: here, every volume whose name starts with "erp-db-".
resource "glbr_volume_protection_group" "erp" {
  name                         = "erp-database"
  description                  = "Data and logs of the ERP system"
  volume_protection_group_type = "CUSTOM"
  assets                       = [for volume in data.glbr_volumes.all.items : { id = volume.id } if startswith(volume.name, "erp-db-")]
}

# An application set of the storage array: volumes join and leave with it.
resource "glbr_volume_protection_group" "files" {
  name                         = "shared-files"
  volume_protection_group_type = "NATIVE"
  native_group_info            = { id = data.glbr_volume_set.files.id }
}
