import {
  to = glbr_volume_protection_group.erp
  id = "erp-database"
}
