data "glbr_protection_policies" "unused" {
  filters = [{ property = "assigned", values = ["false"] }]
}

output "unused" {
  value = data.glbr_protection_policies.unused.items[*].name
}
