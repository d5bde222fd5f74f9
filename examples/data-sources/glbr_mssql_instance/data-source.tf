data "glbr_mssql_instance" "reporting" {
  name = "REPORTING"
}

output "version" {
  value = data.glbr_mssql_instance.reporting.product_version
}
