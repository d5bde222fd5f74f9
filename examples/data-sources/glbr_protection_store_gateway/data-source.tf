data "glbr_protection_store_gateway" "main" {
  name = "clinic-gateway-1"
}

output "gateway_state" {
  value = data.glbr_protection_store_gateway.main.state
}
