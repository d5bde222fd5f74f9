data "glbr_protection_stores" "cloud" {
  filters = [{ property = "protectionStoreType", values = ["CLOUD"] }]
}

output "offline" {
  value = [for store in data.glbr_protection_stores.cloud.items : store.display_name if store.state != "ONLINE"]
}
