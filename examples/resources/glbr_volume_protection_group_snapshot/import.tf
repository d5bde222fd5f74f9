# The id of the group, and the id or name of the snapshot.
import {
  to = glbr_volume_protection_group_snapshot.before_upgrade
  id = "${glbr_volume_protection_group.erp.id}/before-upgrade"
}
