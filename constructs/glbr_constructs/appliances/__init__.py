"""What the service runs on at a site: appliances, orchestrators, hypervisor managers."""
