"""Groups of machines, volumes and databases: who is a member, and who may become one."""

from collections.abc import Callable
from typing import Any

import pytest

from construct_samples import groups
from glbr_constructs import (
    Datastore,
    HypervisorFolder,
    MssqlDatabaseProtectionGroup,
    MssqlInstance,
    ProtectionStore,
    Refused,
    VirtualMachine,
    VirtualMachineProtectionGroup,
    VirtualMachines,
    Volume,
    VolumeProtectionGroup,
    VolumeProtectionGroupBackup,
    VolumeProtectionGroupSnapshot,
)
from glbr_constructs.cdk import cdk

Synthesize = Callable[[], dict[str, Any]]
MACHINE = "virtualization/virtual-machine"


def machine(stack: cdk.TerraformStack, id_: str) -> VirtualMachine:
    return VirtualMachine.from_virtual_machine_id(stack, id_, f"vm-{id_}")


def test_a_group_of_machines_names_its_members_in_one_way(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    erp = VirtualMachine.from_virtual_machine_name(stack, "erp", "erp-db-01")
    folder = HypervisorFolder.from_hypervisor_folder_id(stack, "place", "folder-1")
    VirtualMachineProtectionGroup(stack, "named", name="named", virtual_machines=[erp, machine(stack, "2")])
    VirtualMachineProtectionGroup(stack, "tagged", name="tagged", tags=["gold"])
    VirtualMachineProtectionGroup(stack, "folder", name="folder", folder=folder, assets_category="VVOL_VMS")

    written = synthesize()["resource"]["glbr_virtual_machine_protection_group"]
    assert written["named"]["assets"] == [
        {"id": "${data.glbr_virtual_machine.erp.id}", "type": MACHINE},
        {"id": "vm-2", "type": MACHINE},
    ]
    assert written["tagged"]["dynamic_member_filter"] == {"members": [{"name": "gold"}]}
    assert written["folder"]["native_app_info"] == {"id": "folder-1", "type": "VMWARE_FOLDER"}
    types = {name: group["vm_protection_group_type"] for name, group in written.items()}
    assert types == {"named": "CUSTOM", "tagged": "DYNAMIC", "folder": "NATIVE"}


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({}, "a group names its members in one way. Given: none. Allowed: one of virtual_machines, datastores, tags"),
        ({"tags": ["gold"], "vvol_container_id": "1"}, "Given: tags and vvol_container_id. Allowed: one of"),
        (
            {"virtual_machines": []},
            "virtual_machines is empty. Allowed: a list of virtual machines: VirtualMachine.from_",
        ),
        ({"tags": []}, "tags is empty.*name at least one tag"),
        ({"tags": ["gold", "gold"]}, "tags has the same twice. Given: 'gold' and 'gold'. Allowed: each once"),
        ({"tags": "gold"}, "tags='gold' is no list"),
        ({"tags": [""]}, "tags is empty. Given: ''"),
        ({"folder": "folder-1"}, "folder='folder-1' is not a folder of a vCenter"),
        ({"vvol_container_id": ""}, "vvol_container_id is empty"),
        ({"replication_group_id": ""}, "replication_group_id is empty"),
    ],
)
def test_a_group_without_clear_members_is_refused(
    stack: cdk.TerraformStack, members: dict[str, Any], message: str
) -> None:
    with pytest.raises(Refused, match=f"making group clinic/erp: .*{message}"):
        VirtualMachineProtectionGroup(stack, "erp", name="erp", **members)


def test_members_join_later_each_once(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    first, second, third = (machine(stack, id_) for id_ in "123")
    group = VirtualMachineProtectionGroup(stack, "erp", name="erp", virtual_machines=[first])

    group.add_member(second).add_members([third])
    with pytest.raises(
        Refused, match=r"adding to group clinic/erp: members has the same twice.*clinic/2 and .*clinic/2"
    ):
        group.add_members([second])

    written = synthesize()["resource"]["glbr_virtual_machine_protection_group"]["erp"]
    assert [asset["id"] for asset in written["assets"]] == ["vm-1", "vm-2", "vm-3"]


def test_nobody_joins_a_group_whose_members_hpe_or_terraform_finds(stack: cdk.TerraformStack) -> None:
    tagged = VirtualMachineProtectionGroup(stack, "tagged", name="tagged", tags=["gold"])
    machines = VirtualMachines(stack, "machines")
    found = VirtualMachineProtectionGroup(stack, "found", name="found", virtual_machines=machines)
    member = machine(stack, "1")

    with pytest.raises(
        Refused, match=r"clinic/tagged: member cannot be added: the group names its members by tags\. Allowed"
    ):
        tagged.add_member(member)
    with pytest.raises(
        Refused, match="members cannot be added: the group names its members by conditions, under which"
    ):
        found.add_members([member])


def test_machines_and_datastores_do_not_mix(stack: cdk.TerraformStack) -> None:
    datastore = Datastore.from_datastore_id(stack, "store", "ds-1")
    found = VirtualMachines(stack, "machines")
    group = VirtualMachineProtectionGroup(stack, "stores", name="stores", datastores=[datastore])

    with pytest.raises(
        Refused, match=r"VirtualMachine clinic/1, and this is a group of datastores\. Allowed: a Datastore"
    ):
        group.add_member(machine(stack, "1"))
    with pytest.raises(
        Refused, match=r"category VMFS_VMS lists assets of type virtualization/virtual-machine.*datastore\. Use"
    ):
        VirtualMachineProtectionGroup(stack, "wrong", name="wrong", datastores=[datastore], assets_category="VMFS_VMS")
    with pytest.raises(Refused, match="category VMFS_DATASTORES lists assets of type virtualization/datastore"):
        VirtualMachineProtectionGroup(
            stack, "other", name="other", virtual_machines=found, assets_category="VMFS_DATASTORES"
        )


def test_a_group_of_volumes_lists_them_or_follows_a_set(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    groups.volume_protection_group(stack)

    written = synthesize()["resource"]["glbr_volume_protection_group"]
    assert written["vg-listed"]["assets"] == [{"id": "${data.glbr_volume.vg-volume.id}"}, {"id": "volume-2"}]
    assert written["vg-listed"]["storage_system_info"] == {"id": "${data.glbr_storage_system.vg-array.id}"}
    assert written["vg-native"]["native_group_info"] == {"id": "${data.glbr_volume_set.vg-set.id}"}
    types = {name: group["volume_protection_group_type"] for name, group in written.items()}
    assert types == {"vg-listed": "CUSTOM", "vg-found": "CUSTOM", "vg-native": "NATIVE"}


def test_a_group_of_databases_follows_an_instance(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    instance = MssqlInstance.from_mssql_instance_id(stack, "sql", "i-1")
    MssqlDatabaseProtectionGroup(stack, "plain", name="plain", instance=instance)
    group = MssqlDatabaseProtectionGroup(
        stack, "erp", name="erp", instance=instance, exclude_system_databases=False, description="all of it"
    )

    assert group.asset_type == "backup-recovery/mssql-database-protection-group"
    written = synthesize()["resource"]["glbr_mssql_database_protection_group"]
    assert written["plain"]["native_app_info"] == {"type": "MSSQL_INSTANCE", "id": "i-1"}
    assert written["erp"] == {
        "name": "erp",
        "description": "all of it",
        "protection_group_type": "NATIVE",
        "native_app_info": {"type": "MSSQL_INSTANCE", "id": "i-1", "exclude_system_databases": False},
    }


def test_copies_of_volumes_stand_beside_their_group(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    volume = Volume.from_volume_id(stack, "volume", "v-1")
    store = ProtectionStore.from_protection_store_id(stack, "store", "store-1")
    group = VolumeProtectionGroup(stack, "erp", name="erp", volumes=[volume])
    snapshot = group.add_snapshot(
        "upgrade", name="before", expire_after="2 weeks", lock_for={"value": 1, "unit": "WEEKS"}
    )
    snapshot.add_backup("far", name="far", to=store, kind="CLOUD_BACKUP")

    written = synthesize()["resource"]
    assert written["glbr_volume_protection_group_snapshot"] == {
        "erp_upgrade": {
            "volume_protection_group_id": "${glbr_volume_protection_group.erp.id}",
            "name": "before",
            "expire_after": "2 weeks",
            "lock_for": "1 week",
        }
    }
    assert written["glbr_volume_protection_group_backup"] == {
        "erp_upgrade_far": {
            "volume_protection_group_id": "${glbr_volume_protection_group.erp.id}",
            "name": "far",
            "backup_type": "CLOUD_BACKUP",
            "protection_store_id": "store-1",
            "source_copy_info": {
                "id": "${glbr_volume_protection_group_snapshot.erp_upgrade.id}",
                "type": "SNAPSHOT",
            },
        }
    }


def test_a_backup_to_a_store_that_is_looked_up_says_its_kind(stack: cdk.TerraformStack) -> None:
    group = VolumeProtectionGroup.from_volume_protection_group_id(stack, "erp", "g-1")
    store = ProtectionStore.from_protection_store_id(stack, "store", "store-1")
    source = VolumeProtectionGroupSnapshot(stack, "snapshot", group=group, name="before")

    with pytest.raises(
        Refused, match=r"kind is missing: the store is looked up.*Allowed: kind='BACKUP' or kind='CLOUD_BACKUP'"
    ):
        VolumeProtectionGroupBackup(stack, "backup", source=source, to=store, name="far")


def test_groups_that_exist_already_are_found_by_name_or_taken_by_their_identifier(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    found = VirtualMachineProtectionGroup.from_virtual_machine_protection_group_name(stack, "erp", "erp")
    known = VolumeProtectionGroup.from_volume_protection_group_id(stack, "crm", "g-1")
    other = MssqlDatabaseProtectionGroup.from_mssql_database_protection_group_id(stack, "sql", "g-2")

    assert (known.asset_id, known.volume_protection_group_id, other.asset_id) == ("g-1", "g-1", "g-2")
    assert [group.asset_type.rpartition("/")[2] for group in (found, known, other)] == [
        "virtual-machine-protection-group",
        "volume-protection-group",
        "mssql-database-protection-group",
    ]
    assert synthesize()["data"] == {"glbr_virtual_machine_protection_group": {"erp": {"name": "erp"}}}


def test_tags_that_only_terraform_can_count_are_refused_where_they_are_written(stack: cdk.TerraformStack) -> None:
    tags = cdk.TerraformVariable(stack, "tags", type="list(string)").list_value

    with pytest.raises(Refused, match=r"tags is a list that only Terraform knows.* Allowed: a list of texts"):
        VirtualMachineProtectionGroup(stack, "tagged", name="tagged", tags=tags)
