data "glbr_dual_auth_operations" "waiting" {
  filters = [{ property = "state", values = ["PENDING"] }]
}

output "waiting" {
  value = length(data.glbr_dual_auth_operations.waiting.items)
}
