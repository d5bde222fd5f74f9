data "glbr_async_operations" "recent" {
  sort  = "createdAt desc"
  limit = 50
}

output "failures" {
  value = { for work in data.glbr_async_operations.recent.items : work.display_name => work.error.error if work.error != null }
}
