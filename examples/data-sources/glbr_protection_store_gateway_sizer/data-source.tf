data "glbr_protection_store_gateway_sizer" "new" {
  max_on_prem_daily_protected_data_in_tib  = 2
  max_on_prem_retention_days               = 30
  max_in_cloud_daily_protected_data_in_tib = 0.5
  max_in_cloud_retention_days              = 365
}

output "gateway" {
  value = {
    processors = data.glbr_protection_store_gateway_sizer.new.v_cpu
    memory_gib = data.glbr_protection_store_gateway_sizer.new.ram_in_gib
    space_tib  = data.glbr_protection_store_gateway_sizer.new.storage_in_tib
  }
}
