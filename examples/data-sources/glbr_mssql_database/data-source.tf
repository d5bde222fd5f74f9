data "glbr_mssql_database" "hospital" {
  name = "HospitalInformation"
}

output "is_protected" {
  value = data.glbr_mssql_database.hospital.protection_status == "PROTECTED"
}
