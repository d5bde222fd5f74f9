import {
  to = glbr_application_host.his
  id = "his-db-02"
}
