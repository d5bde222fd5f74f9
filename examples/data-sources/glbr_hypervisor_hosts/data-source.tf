data "glbr_hypervisor_hosts" "healthy" {
  filters = [{ property = "status", values = ["OK"] }]
}

output "versions" {
  value = { for host in data.glbr_hypervisor_hosts.healthy.items : host.name => host.version }
}
