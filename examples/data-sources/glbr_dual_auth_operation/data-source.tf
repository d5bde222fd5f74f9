data "glbr_dual_auth_operations" "waiting" {
  filters = [{ property = "state", values = ["PENDING"] }]
}

data "glbr_dual_auth_operation" "waiting" {
  for_each = toset(data.glbr_dual_auth_operations.waiting.items[*].id)
  id       = each.value
}

# Who has to be asked about what.
output "asked_by" {
  value = { for request in data.glbr_dual_auth_operation.waiting : request.description => request.requested_by_email }
}
