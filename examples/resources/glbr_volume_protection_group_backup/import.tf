# The id of the group, and the id or name of the backup.
import {
  to = glbr_volume_protection_group_backup.year_end
  id = "${glbr_volume_protection_group.erp.id}/year-end"
}
