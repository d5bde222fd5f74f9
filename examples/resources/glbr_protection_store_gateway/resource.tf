data "glbr_hypervisor_manager" "clinic" {
  name = "vcenter.clinic.example"
}

data "glbr_hypervisor_cluster" "clinic" {
  name = "clinic-cluster-1"
}

data "glbr_datastore" "backup" {
  name = "vmfs-clinic-03"
}

resource "glbr_protection_store_gateway" "second" {
  name                  = "clinic-gateway-2"
  hypervisor_manager_id = data.glbr_hypervisor_manager.clinic.id

  vm_config = {
    cluster_id    = data.glbr_hypervisor_cluster.clinic.id
    datastore_ids = [data.glbr_datastore.backup.id]

    # What it has to protect: HPE works out processors, memory and disks.
    max_on_prem_daily_protected_data_in_tib  = 1
    max_on_prem_retention_days               = 14
    max_in_cloud_daily_protected_data_in_tib = 0.5
    max_in_cloud_retention_days              = 90

    network = {
      name            = "clinic-servers"
      network_type    = "STATIC"
      network_address = "10.20.9.30"
      subnet_mask     = "255.255.255.0"
      gateway         = "10.20.9.1"
      dns             = [{ network_address = "10.20.9.53" }]
    }
  }

  ntp                   = [{ network_address = "time.clinic.example" }]
  remote_access_enabled = false
}
