data "glbr_volume_protection_groups" "listed" {
  filters = [{ property = "volumeProtectionGroupType", values = ["CUSTOM"] }]
}

# Groups that nothing copies regularly.
output "without_a_job" {
  value = [for group in data.glbr_volume_protection_groups.listed.items : group.name if group.protection_job_info == null]
}
