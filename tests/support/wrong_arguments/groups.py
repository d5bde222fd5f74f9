"""Wrong arguments of groups, and of the copies of a group of volumes."""

from collections.abc import Callable

from glbr_constructs import (
    AvailabilityGroup,
    Datastore,
    MssqlDatabase,
    MssqlDatabaseProtectionGroup,
    MssqlInstance,
    ProtectionStore,
    StoreOnce,
    VirtualMachine,
    VirtualMachineProtectionGroup,
    Volume,
    VolumeProtectionGroup,
    VolumeProtectionGroupSnapshot,
)
from glbr_constructs.cdk import cdk
from wrong_arguments import Trial, Trials
from wrong_arguments.stores import IDENTIFIER

ONE_WAY = r"a group names its members in one way\. Given: .* and .*\. Allowed: one of "
EXPIRE = ("soon", r"expire_after='soon' is no length of time: .*Allowed: a number and a unit")
LOCK = ("3 weeks", r"Lock longer than retention .*lock_for = '3 weeks'.*Shorten lock_for to '2 weeks'")
LENGTHS = {"expire_after": EXPIRE, "lock_for": LOCK}
KIND = ("CLOUD_BACKUP", r"kind='CLOUD_BACKUP' does not go to a store of type ON_PREMISES\. Allowed: kind='BACKUP'")
GROUP = ("group-1", r"group='group-1' is not a group of volumes\. Allowed: a VolumeProtectionGroup")


def _known(stack: cdk.TerraformStack) -> Trial:
    return Trial({"group_id": "g-1"}, {"group_id": IDENTIFIER})


def _named(stack: cdk.TerraformStack) -> Trial:
    return Trial({"name": "some"})


def _machines(stack: cdk.TerraformStack) -> Trial:
    machine = VirtualMachine.from_virtual_machine_id(stack, "machine", "vm-1")
    volume = Volume.from_volume_id(stack, "volume", "v-1")
    said = (
        r"virtual_machines has Volume \S+/volume, and this is a group of virtual machines\. Allowed: a VirtualMachine"
    )
    category = r"A group of category VMFS_DATASTORES lists assets of type virtualization/datastore.*Use 'VMFS_VMS' or"
    return Trial(
        {"name": "erp", "virtual_machines": [machine]},
        {
            "virtual_machines": ([volume], said),
            "datastores": ([Datastore.from_datastore_id(stack, "datastore", "ds-1")], ONE_WAY),
            "tags": (["gold"], ONE_WAY),
            "folder": ("folder-1", ONE_WAY),
            "vvol_container_id": ("c-1", ONE_WAY),
            "replication_group_id": ("r-1", ONE_WAY),
            "assets_category": ("VMFS_DATASTORES", category),
        },
    )


def _machine_members(stack: cdk.TerraformStack) -> Trial:
    machine = VirtualMachine.from_virtual_machine_id(stack, "machine", "vm-1")
    other = VirtualMachine.from_virtual_machine_id(stack, "other", "vm-2")
    datastore = Datastore.from_datastore_id(stack, "datastore", "ds-1")
    group = VirtualMachineProtectionGroup(stack, "group", name="erp", virtual_machines=[machine])
    return Trial(
        {"member": other, "members": [other]},
        {
            "member": (
                datastore,
                r"member has Datastore \S+/datastore, and this is a group of virtual machines\. Allowed",
            ),
            "members": ([machine], r"members has the same twice\. Given: VirtualMachine \S+ and .*Allowed: each once"),
        },
        group,
    )


def _volumes(stack: cdk.TerraformStack) -> Trial:
    volume = Volume.from_volume_id(stack, "volume", "v-1")
    return Trial(
        {"name": "erp", "volumes": [volume]},
        {
            "volumes": ([], r"volumes is empty\. Allowed: a list of volumes"),
            "volume_set": ("set-1", ONE_WAY),
            "storage_system": ("array-1", r"storage_system='array-1' is not a storage array\. Allowed: StorageSystem"),
            "cascade_delete": (1, r"cascade_delete=1 is neither yes nor no\. Allowed"),
        },
    )


def _volume_members(stack: cdk.TerraformStack) -> Trial:
    volume = Volume.from_volume_id(stack, "volume", "v-1")
    other = Volume.from_volume_id(stack, "other", "v-2")
    machine = VirtualMachine.from_virtual_machine_id(stack, "machine", "vm-1")
    return Trial(
        {"member": other, "members": [other]},
        {
            "member": (
                machine,
                r"member has VirtualMachine \S+/machine, and this is a group of volumes\. Allowed: a Volume",
            ),
            "members": (other, r"members=Volume \S+/other is no list\. Allowed: a list of volumes"),
        },
        VolumeProtectionGroup(stack, "group", name="erp", volumes=[volume]),
    )


def _volume_group(stack: cdk.TerraformStack) -> VolumeProtectionGroup:
    volume = Volume.from_volume_id(stack, "volume", "v-1")
    return VolumeProtectionGroup(stack, "group", name="erp", volumes=[volume])


def _snapshot(stack: cdk.TerraformStack) -> Trial:
    right = {"group": _volume_group(stack), "name": "copy", "expire_after": "2 weeks"}
    return Trial(right, {**LENGTHS, "group": GROUP})


def _added_snapshot(stack: cdk.TerraformStack) -> Trial:
    return Trial({"name": "copy", "expire_after": "2 weeks"}, LENGTHS, _volume_group(stack))


def _added_backup(stack: cdk.TerraformStack) -> Trial:
    appliance = StoreOnce.from_storeonce_id(stack, "appliance", "so-1")
    store = ProtectionStore.on_premises(stack, "store", name="Local", on=appliance)
    said = r"to=StoreOnce \S+/appliance is not a protection store\. Allowed: a ProtectionStore"
    return Trial(
        {"name": "copy", "expire_after": "2 weeks", "to": store},
        {**LENGTHS, "to": (appliance, said), "kind": KIND},
        VolumeProtectionGroupSnapshot(stack, "snapshot", group=_volume_group(stack), name="copy"),
    )


def _backup(stack: cdk.TerraformStack) -> Trial:
    trial = _added_backup(stack)
    said = r"source='s-1' is not a copy of a group of volumes\. Allowed: a VolumeProtectionGroupSnapshot or"
    return Trial({**trial.right, "source": trial.receiver}, {**trial.wrong, "source": ("s-1", said)})


def _copy_known(argument: str) -> Callable[[cdk.TerraformStack], Trial]:
    def trial(stack: cdk.TerraformStack) -> Trial:
        return Trial({argument: "c-1", "group": _volume_group(stack)}, {argument: IDENTIFIER, "group": GROUP})

    return trial


def _copy_named(stack: cdk.TerraformStack) -> Trial:
    return Trial({"name": "copy", "group": _volume_group(stack)}, {"group": GROUP})


def _databases(stack: cdk.TerraformStack) -> Trial:
    database = MssqlDatabase.from_mssql_database_id(stack, "database", "db-1")
    instance = MssqlInstance.from_mssql_instance_id(stack, "instance", "i-1")
    followed = AvailabilityGroup.from_availability_group_uid(stack, "followed", "ag-1")
    said = r"databases has MssqlInstance \S+/instance, and this is a group of databases\. Allowed: a MssqlDatabase"
    system = (
        r"exclude_system_databases is for the group of an instance\. Given: databases\. Allowed: together with instance"
    )
    return Trial(
        {"name": "erp", "databases": [database]},
        {
            "databases": ([instance], said),
            "instance": (instance, ONE_WAY),
            "availability_group": (followed, ONE_WAY),
            "exclude_system_databases": (True, system),
        },
    )


def _database_members(stack: cdk.TerraformStack) -> Trial:
    first = MssqlDatabase.from_mssql_database_id(stack, "first", "db-1")
    other = MssqlDatabase.from_mssql_database_id(stack, "other", "db-2")
    return Trial(
        {"member": other, "members": [other]},
        {
            "member": ("db-2", r"member has 'db-2', and this is a group of databases\. Allowed: a MssqlDatabase"),
            "members": ([], r"members is empty\. Allowed: a list of databases"),
        },
        MssqlDatabaseProtectionGroup(stack, "group", name="erp", databases=[first]),
    )


TRIALS: Trials = {
    "VirtualMachineProtectionGroup": _machines,
    "VirtualMachineProtectionGroup.add_member": _machine_members,
    "VirtualMachineProtectionGroup.add_members": _machine_members,
    "VirtualMachineProtectionGroup.from_virtual_machine_protection_group_id": _known,
    "VirtualMachineProtectionGroup.from_virtual_machine_protection_group_name": _named,
    "VolumeProtectionGroup": _volumes,
    "VolumeProtectionGroup.add_member": _volume_members,
    "VolumeProtectionGroup.add_members": _volume_members,
    "VolumeProtectionGroup.add_snapshot": _added_snapshot,
    "VolumeProtectionGroup.from_volume_protection_group_id": _known,
    "VolumeProtectionGroup.from_volume_protection_group_name": _named,
    "VolumeProtectionGroupSnapshot": _snapshot,
    "VolumeProtectionGroupSnapshot.add_backup": _added_backup,
    "VolumeProtectionGroupSnapshot.from_volume_protection_group_snapshot_id": _copy_known("snapshot_id"),
    "VolumeProtectionGroupSnapshot.from_volume_protection_group_snapshot_name": _copy_named,
    "VolumeProtectionGroupBackup": _backup,
    "VolumeProtectionGroupBackup.from_volume_protection_group_backup_id": _copy_known("backup_id"),
    "VolumeProtectionGroupBackup.from_volume_protection_group_backup_name": _copy_named,
    "MssqlDatabaseProtectionGroup": _databases,
    "MssqlDatabaseProtectionGroup.add_member": _database_members,
    "MssqlDatabaseProtectionGroup.add_members": _database_members,
    "MssqlDatabaseProtectionGroup.from_mssql_database_protection_group_id": _known,
    "MssqlDatabaseProtectionGroup.from_mssql_database_protection_group_name": _named,
}
