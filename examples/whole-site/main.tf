# A site from nothing: the appliances, the vCenter, the SQL Server host, stores, policies, every kind of protection group, and
# the jobs. In an account that holds nothing yet, one apply makes all of it; Terraform works out the order.

terraform {
  required_providers {
    glbr = {
      source  = "glbr/glbr"
      version = "~> 0.1.0"
    }
  }
}

provider "glbr" {}

variable "activation_code" {
  description = "Shown by the first-run wizard of the Data Orchestrator."
  type        = string
  sensitive   = true
}

variable "passwords" {
  description = "Passwords of the logins that HPE uses, by what they are for."
  type        = object({ vcenter = string, storeonce = string, sql_server = string })
  sensitive   = true
}

variable "disposable" {
  description = <<-EOT
    True for a site that is only tried out: nothing in it is locked, and destroying it gives up every copy. With false the
    daily backups are locked for a week, and a destroy is refused while anything would be lost.
  EOT
  type        = bool
  default     = true
}

# --- Appliances and what they look after -----------------------------------------------------------------------------

resource "glbr_data_orchestrator" "site" {
  display_name       = "site-do-1"
  activation_code_wo = var.activation_code
}

resource "glbr_hypervisor_manager" "site" {
  network_address         = "vcenter.site.example"
  hypervisor_manager_type = "VMWARE_VCENTER"
  data_orchestrator_id    = glbr_data_orchestrator.site.id

  credentials = {
    username            = "backup@vsphere.local"
    password_wo         = var.passwords.vcenter
    password_wo_version = 1
  }
}

resource "glbr_storeonce" "site" {
  name            = "site-storeonce-1"
  network_address = "10.30.0.20"
  serial_number   = "SO26010007"

  credentials = {
    username_wo = "admin"
    password_wo = var.passwords.storeonce
  }

  # Registered through the Data Orchestrator, which it does not name.
  depends_on = [glbr_data_orchestrator.site]
}

data "glbr_hypervisor_clusters" "site" {
  filters = [{ property = "hypervisorManagerInfo/id", values = [glbr_hypervisor_manager.site.id] }]
}

data "glbr_datastores" "site" {
  filters = [{ property = "hypervisorManagerInfo/id", values = [glbr_hypervisor_manager.site.id] }]
}

data "glbr_hypervisor_networks" "site" {
  hypervisor_manager_id = glbr_hypervisor_manager.site.id
}

locals {
  # By name: what is free changes by itself, and would move the gateway.
  datastore = one([for store in data.glbr_datastores.site.items : store.id if endswith(store.name, "-vmfs-02")])
}

resource "glbr_protection_store_gateway" "site" {
  name                  = "site-gateway-1"
  hypervisor_manager_id = glbr_hypervisor_manager.site.id

  vm_config = {
    cluster_id    = data.glbr_hypervisor_clusters.site.items[0].id
    datastore_ids = [local.datastore]

    network = {
      name            = data.glbr_hypervisor_networks.site.items[0].name
      network_type    = "STATIC"
      network_address = "10.30.0.30"
      subnet_mask     = "255.255.255.0"
      gateway         = "10.30.0.1"
    }

    max_on_prem_daily_protected_data_in_tib  = 2
    max_on_prem_retention_days               = 30
    max_in_cloud_daily_protected_data_in_tib = 1
    max_in_cloud_retention_days              = 180
  }

  ntp                   = [{ network_address = "10.30.0.5" }]
  remote_access_enabled = true
  force                 = var.disposable
}

resource "glbr_application_host" "sql" {
  name            = "sql-01"
  network_address = "sql-01.site.example"

  credentials = {
    username            = "SITE\\backup"
    password_wo         = var.passwords.sql_server
    password_wo_version = 1
  }

  depends_on = [glbr_hypervisor_manager.site]
}

# --- Where copies go -------------------------------------------------------------------------------------------------

data "glbr_storage_locations" "all" {}

resource "glbr_protection_store" "local" {
  display_name          = "Local_site"
  protection_store_type = "ON_PREMISES"
  storage_system_id     = glbr_storeonce.site.id
  storage_system_type   = "STOREONCE"
  force                 = var.disposable
}

resource "glbr_protection_store" "gateway" {
  display_name          = "Local_gateway"
  protection_store_type = "ON_PREMISES"
  storage_system_id     = glbr_protection_store_gateway.site.id
  storage_system_type   = "PROTECTION_STORE_GATEWAY"
  force                 = var.disposable
}

resource "glbr_protection_store" "cloud" {
  display_name          = "Cloud_site"
  protection_store_type = "CLOUD"
  storage_system_id     = glbr_protection_store_gateway.site.id
  storage_system_type   = "PROTECTION_STORE_GATEWAY"
  storage_location_id   = one([for place in data.glbr_storage_locations.all.items : place.id if place.id == "azure:westeurope"])
  force                 = var.disposable
}

# --- How often, and for how long -------------------------------------------------------------------------------------

resource "glbr_protection_policy" "machines" {
  name             = "machines"
  application_type = "VMWARE"

  protections = [
    {
      type = "SNAPSHOT"
      schedules = [{
        schedule_id  = 1
        expire_after = "2 days"
        schedule     = { recurrence = "HOURLY", repeat_interval = { every = 4 } }
      }]
    },
    {
      type                = "BACKUP"
      protection_store_id = glbr_protection_store.local.id
      schedules = [{
        schedule_id                   = 2
        source_protection_schedule_id = 1
        expire_after                  = "2 weeks"
        lock_for                      = var.disposable ? null : "1 week"
        schedule                      = { recurrence = "DAILY", repeat_interval = { every = 1 }, start_time = "01:30" }
      }]
    },
    {
      type                = "CLOUD_BACKUP"
      protection_store_id = glbr_protection_store.cloud.id
      schedules = [{
        schedule_id                   = 3
        source_protection_schedule_id = 2
        expire_after                  = "6 months"
        schedule = {
          recurrence      = "WEEKLY"
          repeat_interval = { every = 1, on = [6] }
          start_time      = "03:00"
        }
      }]
    },
  ]
}

resource "glbr_protection_policy" "volumes" {
  name             = "volumes"
  application_type = "HPE_ARRAY_VOLUME"

  protections = [
    {
      type = "SNAPSHOT"
      schedules = [{
        schedule_id  = 1
        expire_after = "3 days"
        schedule     = { recurrence = "HOURLY", repeat_interval = { every = 6 } }
      }]
    },
    {
      type                = "BACKUP"
      protection_store_id = glbr_protection_store.gateway.id
      schedules = [{
        schedule_id                   = 2
        source_protection_schedule_id = 1
        expire_after                  = "1 month"
        schedule                      = { recurrence = "DAILY", repeat_interval = { every = 1 }, start_time = "02:00" }
      }]
    },
  ]
}

resource "glbr_protection_policy" "databases" {
  name             = "databases"
  application_type = "MSSQL"

  protections = [{
    type                = "BACKUP"
    protection_store_id = glbr_protection_store.local.id
    schedules = [{
      schedule_id  = 1
      expire_after = "2 weeks"
      schedule     = { recurrence = "DAILY", repeat_interval = { every = 1 }, start_time = "23:00" }
    }]
  }]
}

# --- What is protected together --------------------------------------------------------------------------------------

data "glbr_virtual_machines" "site" {
  filters = [{ property = "hypervisorManagerInfo/id", values = [glbr_hypervisor_manager.site.id] }]
}

data "glbr_hypervisor_folders" "site" {
  hypervisor_manager_id = glbr_hypervisor_manager.site.id
}

data "glbr_volumes" "all" {}

data "glbr_volume_sets" "all" {}

data "glbr_storage_systems" "all" {}

data "glbr_mssql_instances" "sql" {
  filters = [{ property = "applicationHostInfo/id", values = [glbr_application_host.sql.id] }]
}

data "glbr_mssql_databases" "sql" {
  filters = [{ property = "applicationHostInfo/id", values = [glbr_application_host.sql.id] }]
}

locals {
  # Machines by name; the appliances among them cannot be protected.
  machines = { for vm in data.glbr_virtual_machines.site.items : vm.name => vm.id if vm.vm_classification == null }
  folders  = { for folder in data.glbr_hypervisor_folders.site.items : folder.name => folder.id }
  orders   = [for database in data.glbr_mssql_databases.sql.items : database if contains(["Billing", "Audit"], database.name)]
  instance = one([for instance in data.glbr_mssql_instances.sql.items : instance.id if instance.name == "REPORTS"])
}

resource "glbr_virtual_machine_protection_group" "web" {
  name                     = "web servers"
  vm_protection_group_type = "CUSTOM"
  assets_category          = "VMFS_VMS"
  assets = [
    for name, id in local.machines : { id = id, type = "virtualization/virtual-machine" } if length(regexall("-web-", name)) > 0
  ]
}

resource "glbr_virtual_machine_protection_group" "databases" {
  name                     = "database machines"
  vm_protection_group_type = "NATIVE"
  assets_category          = "VMFS_VMS"
  native_app_info          = { id = local.folders["Databases"], type = "VMWARE_FOLDER" }
}

resource "glbr_virtual_machine_protection_group" "bronze" {
  name                     = "bronze"
  vm_protection_group_type = "DYNAMIC"
  assets_category          = "VMFS_VMS"
  dynamic_member_filter    = { members = [{ name = "bronze" }] }

  # Tags come with the vCenter.
  depends_on = [glbr_hypervisor_manager.site]
}

resource "glbr_volume_protection_group" "files" {
  name                         = "file shares"
  volume_protection_group_type = "CUSTOM"
  storage_system_info          = { id = data.glbr_storage_systems.all.items[0].id }
  assets                       = [for volume in data.glbr_volumes.all.items : { id = volume.id } if startswith(volume.name, "shared-files-")]
  cascade_delete               = var.disposable
}

resource "glbr_volume_protection_group" "erp" {
  name                         = "erp database"
  volume_protection_group_type = "NATIVE"
  storage_system_info          = { id = data.glbr_storage_systems.all.items[0].id }
  native_group_info            = { id = one([for set in data.glbr_volume_sets.all.items : set.id if set.name == "erp-db"]) }
  cascade_delete               = var.disposable
}

resource "glbr_mssql_database_protection_group" "billing" {
  name                  = "billing"
  protection_group_type = "CUSTOM"
  members               = [for database in local.orders : { resource_uri = database.resource_uri }]
}

resource "glbr_mssql_database_protection_group" "reports" {
  name                  = "reports"
  protection_group_type = "NATIVE"
  native_app_info       = { id = local.instance, type = "MSSQL_INSTANCE", exclude_system_databases = true }
}

# --- The jobs --------------------------------------------------------------------------------------------------------

locals {
  jobs = {
    web = {
      id     = glbr_virtual_machine_protection_group.web.id
      type   = "backup-recovery/virtual-machine-protection-group"
      policy = glbr_protection_policy.machines.id
    }
    database_machines = {
      id     = glbr_virtual_machine_protection_group.databases.id
      type   = "backup-recovery/virtual-machine-protection-group"
      policy = glbr_protection_policy.machines.id
    }
    bronze = {
      id     = glbr_virtual_machine_protection_group.bronze.id
      type   = "backup-recovery/virtual-machine-protection-group"
      policy = glbr_protection_policy.machines.id
    }
    files = {
      id     = glbr_volume_protection_group.files.id
      type   = "backup-recovery/volume-protection-group"
      policy = glbr_protection_policy.volumes.id
    }
    erp = {
      id     = glbr_volume_protection_group.erp.id
      type   = "backup-recovery/volume-protection-group"
      policy = glbr_protection_policy.volumes.id
    }
    billing = {
      id     = glbr_mssql_database_protection_group.billing.id
      type   = "backup-recovery/mssql-database-protection-group"
      policy = glbr_protection_policy.databases.id
    }
    reports = {
      id     = glbr_mssql_database_protection_group.reports.id
      type   = "backup-recovery/mssql-database-protection-group"
      policy = glbr_protection_policy.databases.id
    }
  }
}

resource "glbr_protection_job" "all" {
  for_each = local.jobs

  asset_info           = { id = each.value.id, type = each.value.type }
  protection_policy_id = each.value.policy
}

output "protected" {
  description = "Jobs, by what they protect."
  value       = { for name, job in glbr_protection_job.all : name => job.id }
}
