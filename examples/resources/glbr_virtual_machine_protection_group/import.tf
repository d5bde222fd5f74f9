import {
  to = glbr_virtual_machine_protection_group.his
  id = "hospital-information"
}
