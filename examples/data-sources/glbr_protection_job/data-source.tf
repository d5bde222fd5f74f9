data "glbr_protection_job" "pharmacy" {
  name = "pharmacy-01"
}

output "next_run" {
  value = data.glbr_protection_job.pharmacy.protections[0].schedules[0].next_run_time
}
