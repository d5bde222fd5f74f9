import {
  to = glbr_protection_job.fileserver
  id = "fileserver-01"
}
