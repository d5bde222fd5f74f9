import {
  to = glbr_protection_store_gateway.second
  id = "clinic-gateway-2"
}
