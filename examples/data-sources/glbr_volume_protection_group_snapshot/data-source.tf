data "glbr_volume_protection_group" "erp" {
  name = "erp-database"
}

data "glbr_volume_protection_group_snapshot" "before_upgrade" {
  volume_protection_group_id = data.glbr_volume_protection_group.erp.id
  name                       = "before-upgrade"
}

output "can_be_restored_until" {
  value = data.glbr_volume_protection_group_snapshot.before_upgrade.expires_at
}
