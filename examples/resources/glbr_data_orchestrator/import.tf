import {
  to = glbr_data_orchestrator.second
  id = "clinic-do-2"
}
