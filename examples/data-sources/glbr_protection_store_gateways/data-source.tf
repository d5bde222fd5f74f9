data "glbr_protection_store_gateways" "ready" {
  filters = [{ property = "state", values = ["PSG_STATE_OK"] }]
}

output "ready" {
  value = data.glbr_protection_store_gateways.ready.items[*].name
}
