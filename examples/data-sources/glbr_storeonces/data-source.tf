data "glbr_storeonces" "all" {}

output "software" {
  value = { for appliance in data.glbr_storeonces.all.items : appliance.name => appliance.software_version }
}
