data "glbr_protection_store" "local" {
  display_name = "Local_clinic-storeonce-1"
}

output "stored_bytes" {
  value = data.glbr_protection_store.local.user_data_stored_in_bytes
}
