import {
  to = glbr_protection_store.local
  id = "Local_clinic-storeonce-1"
}
