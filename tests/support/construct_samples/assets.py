"""What can be protected, and where it stands: all of it is looked up."""

from glbr_constructs import (
    ApplicationHost,
    AvailabilityGroup,
    Datastore,
    HypervisorCluster,
    HypervisorFolder,
    HypervisorHost,
    HypervisorManager,
    MssqlDatabase,
    MssqlDatabases,
    MssqlInstance,
    ResourcePool,
    StorageSystem,
    TerraformStack,
    VirtualMachine,
    VirtualMachines,
    Volume,
    VolumeProtectionGroup,
    Volumes,
    VolumeSet,
)


def virtual_machine(stack: TerraformStack) -> None:
    """One machine, by name and by identifier."""
    VirtualMachine.from_virtual_machine_name(stack, "machine-named", "erp-db-01")
    VirtualMachine.from_virtual_machine_id(stack, "machine-known", "vm-1")


def virtual_machines(stack: TerraformStack) -> None:
    """Many machines, by conditions."""
    where = {"hypervisorManagerInfo/name": "vcenter-1", "powerState": ["POWERED_ON", "SUSPENDED"]}
    VirtualMachines(stack, "machines", where=where, infrastructure=True)


def datastore(stack: TerraformStack) -> None:
    """A datastore, by name and by identifier."""
    Datastore.from_datastore_name(stack, "datastore-named", "vmfs-01")
    Datastore.from_datastore_id(stack, "datastore-known", "ds-1")


def volume(stack: TerraformStack) -> None:
    """One volume, by name and by identifier."""
    Volume.from_volume_name(stack, "volume-named", "erp-data")
    Volume.from_volume_id(stack, "volume-known", "volume-1")


def volumes(stack: TerraformStack) -> None:
    """Many volumes, by conditions."""
    asked = ("name", "systemId", "volumeSetId", "productFamily", "volumeType", "healthState", "wwn")
    found = Volumes(stack, "volumes", where={name: ["one", "other"] for name in asked})
    VolumeProtectionGroup(stack, "volumes-group", name="found", volumes=found)


def volume_set(stack: TerraformStack) -> None:
    """A set of volumes and an array, by name and by identifier."""
    VolumeSet.from_volume_set_name(stack, "set-named", "erp")
    VolumeSet.from_volume_set_id(stack, "set-known", "set-1")
    StorageSystem.from_storage_system_name(stack, "array-named", "array-1")
    StorageSystem.from_storage_system_id(stack, "array-known", "array-1")


def mssql_database(stack: TerraformStack) -> None:
    """One database, by name and by identifier."""
    MssqlDatabase.from_mssql_database_name(stack, "database-named", "erp")
    MssqlDatabase.from_mssql_database_id(stack, "database-known", "db-1")


def mssql_databases(stack: TerraformStack) -> None:
    """Many databases, by conditions."""
    MssqlDatabases(stack, "databases", where={"applicationHostInfo/name": "sql-01"})


def mssql_instance(stack: TerraformStack) -> None:
    """An instance and its availability group."""
    instance = MssqlInstance.from_mssql_instance_name(stack, "instance-named", "MSSQLSERVER")
    instance.availability_group("group", "AG-01")
    MssqlInstance.from_mssql_instance_id(stack, "instance-known", "instance-1")
    host = ApplicationHost.from_application_host_name(stack, "instance-host", "sql-01")
    MssqlInstance.from_mssql_instance_name(stack, "instance-on-host", "MSSQLSERVER", host=host)
    AvailabilityGroup.from_availability_group_uid(stack, "availability-known", "ag-1")


def places(stack: TerraformStack) -> None:
    """Places of a vCenter, by name and by identifier."""
    vcenter = HypervisorManager.from_hypervisor_manager_name(stack, "places-vcenter", "vcenter-1")
    HypervisorCluster.from_hypervisor_cluster_name(stack, "cluster-named", "cluster-1")
    HypervisorCluster.from_hypervisor_cluster_id(stack, "cluster-known", "c-1")
    HypervisorHost.from_hypervisor_host_name(stack, "machine-host-named", "esx-1")
    HypervisorHost.from_hypervisor_host_id(stack, "machine-host-known", "h-1")
    ResourcePool.from_resource_pool_name(stack, "pool-named", "backup", hypervisor_manager=vcenter)
    ResourcePool.from_resource_pool_id(stack, "pool-known", "p-1")
    HypervisorFolder.from_hypervisor_folder_name(stack, "folder-named", "erp", hypervisor_manager=vcenter)
    HypervisorFolder.from_hypervisor_folder_id(stack, "folder-known", "f-1")
