data "glbr_application_hosts" "healthy" {
  filters = [{ property = "status", values = ["OK"] }]
}

# The virtual machine that each host is.
output "machines" {
  value = { for host in data.glbr_application_hosts.healthy.items : host.name => try(host.virtualization_info.virtual_machine_info.name, null) }
}
