"""Assets that are protected together."""

from glbr_constructs import (
    Datastore,
    HypervisorFolder,
    MssqlDatabase,
    MssqlDatabaseProtectionGroup,
    MssqlDatabases,
    MssqlInstance,
    ProtectionStore,
    StorageSystem,
    TerraformStack,
    VirtualMachine,
    VirtualMachineProtectionGroup,
    VirtualMachines,
    Volume,
    VolumeProtectionGroup,
    VolumeProtectionGroupBackup,
    VolumeProtectionGroupSnapshot,
    Volumes,
    VolumeSet,
)


def virtual_machine_protection_group(stack: TerraformStack) -> None:
    """Groups of machines in each way of naming them, one of datastores, and two that are there already."""
    first = VirtualMachine.from_virtual_machine_name(stack, "vmg-machine", "erp-db-01")
    second = VirtualMachine.from_virtual_machine_id(stack, "vmg-other", "vm-2")
    listed = VirtualMachineProtectionGroup(
        stack, "vmg-listed", name="erp", description="by hand", virtual_machines=[first]
    )
    listed.add_member(second)
    found = VirtualMachines(stack, "vmg-machines", where={"name": ["a", "b"]})
    VirtualMachineProtectionGroup(stack, "vmg-found", name="found", virtual_machines=found, assets_category="VVOL_VMS")
    VirtualMachineProtectionGroup(stack, "vmg-tagged", name="tagged", tags=["gold", "silver"])
    folder = HypervisorFolder.from_hypervisor_folder_id(stack, "vmg-folder", "folder-1")
    VirtualMachineProtectionGroup(stack, "vmg-in-folder", name="folder", folder=folder)
    VirtualMachineProtectionGroup(stack, "vmg-container", name="container", vvol_container_id="container-1")
    VirtualMachineProtectionGroup(stack, "vmg-replicated", name="replicated", replication_group_id="replication-1")
    datastore = Datastore.from_datastore_name(stack, "vmg-datastore", "vmfs-01")
    VirtualMachineProtectionGroup(stack, "vmg-datastores", name="datastores", datastores=[datastore])
    VirtualMachineProtectionGroup.from_virtual_machine_protection_group_name(stack, "vmg-old", "old")
    VirtualMachineProtectionGroup.from_virtual_machine_protection_group_id(stack, "vmg-older", "group-1")


def volume_protection_group(stack: TerraformStack) -> None:
    """Groups of volumes in each way of naming them, and two that are there already."""
    array = StorageSystem.from_storage_system_name(stack, "vg-array", "array-1")
    VolumeProtectionGroup(
        stack,
        "vg-listed",
        name="erp",
        volumes=[Volume.from_volume_name(stack, "vg-volume", "erp-data")],
        storage_system=array,
        description="by hand",
        cascade_delete=True,
    ).add_members([Volume.from_volume_id(stack, "vg-other", "volume-2")])
    found = Volumes(stack, "vg-volumes", where={"name": ["erp-data", "erp-log"], "systemId": array.array_id})
    VolumeProtectionGroup(stack, "vg-found", name="found", volumes=found)
    followed = VolumeSet.from_volume_set_name(stack, "vg-set", "erp")
    VolumeProtectionGroup(stack, "vg-native", name="native", volume_set=followed)
    VolumeProtectionGroup.from_volume_protection_group_name(stack, "vg-old", "old")
    VolumeProtectionGroup.from_volume_protection_group_id(stack, "vg-older", "group-1")


def volume_group_copies(stack: TerraformStack) -> None:
    """A snapshot and backups of a group that is made here, and the same of one that is there already."""
    volume = Volume.from_volume_id(stack, "copies-volume", "volume-1")
    group = VolumeProtectionGroup(stack, "copies-group", name="erp", volumes=[volume])
    store = ProtectionStore.from_protection_store_id(stack, "copies-store", "store-1")
    snapshot = group.add_snapshot(
        "snapshot", name="before the upgrade", expire_after="2 weeks", lock_for="1 week", description="kept"
    )
    snapshot.add_backup("backup", name="before the upgrade", to=store, kind="CLOUD_BACKUP", expire_after="6 months")
    old = VolumeProtectionGroup.from_volume_protection_group_id(stack, "copies-old", "group-1")
    VolumeProtectionGroupSnapshot(stack, "copies-again", group=old, name="again", lock_for="1 day")
    known = VolumeProtectionGroupSnapshot.from_volume_protection_group_snapshot_name(
        stack, "copies-found", "nightly", group=old
    )
    VolumeProtectionGroupBackup(stack, "copies-of-found", source=known, to=store, name="copied", kind="BACKUP")
    VolumeProtectionGroupSnapshot.from_volume_protection_group_snapshot_id(stack, "copies-s", "s-1", group=old)
    VolumeProtectionGroupBackup.from_volume_protection_group_backup_name(stack, "copies-b", "old", group=old)
    VolumeProtectionGroupBackup.from_volume_protection_group_backup_id(stack, "copies-c", "b-1", group=old)


def mssql_database_protection_group(stack: TerraformStack) -> None:
    """Groups of databases in each way of naming them, and two that are there already."""
    erp = MssqlDatabase.from_mssql_database_name(stack, "dbg-erp", "erp")
    crm = MssqlDatabase.from_mssql_database_id(stack, "dbg-crm", "db-2")
    MssqlDatabaseProtectionGroup(stack, "dbg-listed", name="erp", databases=[erp], description="x").add_member(crm)
    found = MssqlDatabases(stack, "dbg-databases", where={"applicationHostInfo/name": "sql-01"})
    MssqlDatabaseProtectionGroup(stack, "dbg-found", name="found", databases=found)
    instance = MssqlInstance.from_mssql_instance_name(stack, "dbg-instance", "MSSQLSERVER")
    MssqlDatabaseProtectionGroup(stack, "dbg-native", name="native", instance=instance, exclude_system_databases=True)
    replicated = instance.availability_group("replicated", "AG-01")
    MssqlDatabaseProtectionGroup(stack, "dbg-replicated", name="replicated", availability_group=replicated)
    MssqlDatabaseProtectionGroup.from_mssql_database_protection_group_name(stack, "dbg-old", "old")
    MssqlDatabaseProtectionGroup.from_mssql_database_protection_group_id(stack, "dbg-older", "group-1")
