data "glbr_tags" "environments" {
  filters = [{ property = "key", values = ["environment"] }]
}

output "environments" {
  value = data.glbr_tags.environments.items[*].value
}
