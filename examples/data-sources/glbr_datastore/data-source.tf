data "glbr_datastore" "archive" {
  name = "vmfs-clinic-03"
}

# Whether a machine of 4000 GiB can be restored to it.
output "fits" {
  value = data.glbr_datastore.archive.capacity_free > 4000 * pow(1024, 3)
}
