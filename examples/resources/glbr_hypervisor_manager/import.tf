import {
  to = glbr_hypervisor_manager.imaging
  id = "vcenter-imaging.clinic.example"
}
