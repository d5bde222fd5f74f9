data "glbr_volumes" "all" {}

resource "glbr_volume_protection_group" "erp" {
  name                         = "erp-database"
  volume_protection_group_type = "CUSTOM"
  assets                       = [for volume in data.glbr_volumes.all.items : { id = volume.id } if startswith(volume.name, "erp-db-")]
}

# The way back from an upgrade: taken now, gone after two weeks.
resource "glbr_volume_protection_group_snapshot" "before_upgrade" {
  volume_protection_group_id = glbr_volume_protection_group.erp.id
  name                       = "before-upgrade"
  description                = "State before the upgrade of the ERP system"
  expire_after               = "2 weeks"
}
