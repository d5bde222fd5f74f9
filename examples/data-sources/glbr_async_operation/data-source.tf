data "glbr_async_operations" "recent" {
  sort  = "createdAt desc"
  limit = 20
}

# The newest lines of the log of what is under way.
data "glbr_async_operation" "running" {
  for_each = toset([for work in data.glbr_async_operations.recent.items : work.id if work.state == "RUNNING"])
  id       = each.value
}

output "log" {
  value = { for work in data.glbr_async_operation.running : work.display_name => work.log_messages[*].message }
}
