import {
  to = glbr_storeonce.second
  id = "clinic-storeonce-2"
}
