data "glbr_protection_jobs" "all" {}

# Assets whose schedules somebody has paused.
output "paused" {
  value = [for job in data.glbr_protection_jobs.all.items : job.asset_info.name if job.operational != "ACTIVE"]
}
