data "glbr_storage_location" "frankfurt" {
  id = "aws:eu-central-1"
}

output "time_zone" {
  value = data.glbr_storage_location.frankfurt.timezone
}
