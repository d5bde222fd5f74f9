data "glbr_storage_locations" "all" {}

# Places for backups that must not leave Europe.
output "in_europe" {
  value = [for place in data.glbr_storage_locations.all.items : place.id if place.geography == "Europe"]
}
