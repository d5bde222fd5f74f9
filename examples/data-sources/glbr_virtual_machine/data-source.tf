data "glbr_virtual_machine" "pharmacy" {
  name = "pharmacy-01"
}

output "is_protected" {
  value = data.glbr_virtual_machine.pharmacy.protection_job_info != null
}
