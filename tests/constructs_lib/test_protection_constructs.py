"""Policies, stores, groups and jobs: what they become, and what they refuse."""

from collections.abc import Callable
from typing import Any

import pytest

from glbr_constructs import (
    Daily,
    Every,
    ProtectionJob,
    ProtectionPolicy,
    ProtectionStore,
    ProtectionStoreGateway,
    Refused,
    StoreOnce,
    VirtualMachine,
    VirtualMachineProtectionGroup,
    VirtualMachines,
    Weekly,
)
from glbr_constructs.cdk import cdk

Synthesize = Callable[[], dict[str, Any]]


@pytest.fixture
def appliance(stack: cdk.TerraformStack) -> StoreOnce:
    return StoreOnce.from_storeonce_id(stack, "main", "so-1")


@pytest.fixture
def gold(stack: cdk.TerraformStack) -> ProtectionPolicy:
    return ProtectionPolicy(stack, "gold", name="gold")


def test_schedules_are_numbered_in_the_order_they_are_added(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, appliance: StoreOnce, synthesize: Synthesize
) -> None:
    store = ProtectionStore(stack, "local", name="Local", on=appliance)
    cloud = ProtectionStore(stack, "cloud", name="Cloud", on=appliance, location="azure:eastus2")

    snapshots = gold.add_snapshot(Every.hours(4).keep(days=2))
    backups = gold.add_backup(Daily.at("01:30").keep(weeks=2), to=store, source=snapshots)
    in_cloud = gold.add_cloud_backup(Weekly.on("saturday", at="03:00").keep(months=6), to=cloud, source=backups)

    tiers = synthesize()["resource"]["glbr_protection_policy"]["gold"]["protections"]
    assert [snapshots.schedule_id, backups.schedule_id, in_cloud.schedule_id] == [1, 2, 3]
    assert [tier["type"] for tier in tiers] == ["SNAPSHOT", "BACKUP", "CLOUD_BACKUP"]
    assert [tier.get("protection_store_id") for tier in tiers] == [
        None,
        "${glbr_protection_store.local.id}",
        "${glbr_protection_store.cloud.id}",
    ]
    assert [tier["schedules"][0].get("source_protection_schedule_id") for tier in tiers] == [None, 1, 2]


def test_copies_of_one_kind_in_one_store_share_a_tier(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, synthesize: Synthesize
) -> None:
    one = ProtectionStore.from_protection_store_id(stack, "one", "store-1")
    other = ProtectionStore.from_protection_store_id(stack, "other", "store-2")

    daily = gold.add_backup(Daily.at("01:30"), to=one)
    weekly = gold.add_backup(Weekly.on("sunday", at="03:00"), to=one)
    gold.add_backup(Daily.at("05:00"), to=other)

    tiers = synthesize()["resource"]["glbr_protection_policy"]["gold"]["protections"]
    assert (daily.tier, weekly.tier) == (0, 0)
    assert [[entry["schedule_id"] for entry in tier["schedules"]] for tier in tiers] == [[1, 2], [3]]


def test_a_policy_without_copies_is_refused_when_it_is_synthesized(
    gold: ProtectionPolicy, synthesize: Synthesize
) -> None:
    with pytest.raises(
        RuntimeError, match=r"(?s)clinic/gold.*A policy without copies protects nothing.*policy.add_snapshot"
    ):
        synthesize()

    assert gold.node.path == "clinic/gold"


def test_copies_of_another_policy_are_no_source(stack: cdk.TerraformStack, gold: ProtectionPolicy) -> None:
    silver = ProtectionPolicy(stack, "silver", name="silver")
    snapshots = silver.add_snapshot(Every.hours(4))

    with pytest.raises(
        Refused, match=r"to policy clinic/gold: its source belongs to another policy\. Given: schedule 1 of"
    ):
        gold.add_snapshot(Every.hours(8), source=snapshots)


def test_a_backup_needs_a_store_of_its_kind(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, appliance: StoreOnce
) -> None:
    cloud = ProtectionStore(stack, "cloud", name="Cloud", on=appliance, location="azure:eastus2")

    with pytest.raises(Refused, match=r"BACKUP goes to a store of type ON_PREMISES.*Use policy.add_cloud_backup"):
        gold.add_backup(Daily.at("01:30"), to=cloud)


def test_what_was_refused_leaves_the_policy_as_it_was(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, appliance: StoreOnce, synthesize: Synthesize
) -> None:
    cloud = ProtectionStore(stack, "cloud", name="Cloud", on=appliance, location="azure:eastus2")
    with pytest.raises(Refused):
        gold.add_backup(Daily.at("01:30"), to=cloud)

    snapshots = gold.add_snapshot(Every.hours(4))

    assert snapshots.schedule_id == 1
    assert len(synthesize()["resource"]["glbr_protection_policy"]["gold"]["protections"]) == 1


def test_a_store_is_on_its_appliance_or_in_a_cloud(
    stack: cdk.TerraformStack, appliance: StoreOnce, synthesize: Synthesize
) -> None:
    gateway = ProtectionStoreGateway.from_protection_store_gateway_name(stack, "psg", "clinic-gateway-1")
    ProtectionStore(stack, "local", name="Local", on=appliance)
    ProtectionStore(stack, "cloud", name="Cloud", on=gateway, location="azure:eastus2", force=True)

    written = synthesize()

    assert written["resource"]["glbr_protection_store"] == {
        "local": {
            "display_name": "Local",
            "protection_store_type": "ON_PREMISES",
            "storage_system_id": "so-1",
            "storage_system_type": "STOREONCE",
        },
        "cloud": {
            "display_name": "Cloud",
            "protection_store_type": "CLOUD",
            "storage_system_id": "${data.glbr_protection_store_gateway.psg.id}",
            "storage_system_type": "PROTECTION_STORE_GATEWAY",
            "storage_location_id": "azure:eastus2",
            "force": True,
        },
    }


def test_a_group_names_its_members_in_one_of_three_ways(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    erp = VirtualMachine.from_virtual_machine_name(stack, "erp", "erp-db-01")
    known = VirtualMachine.from_virtual_machine_id(stack, "known", "vm-2")
    VirtualMachineProtectionGroup(stack, "named", name="named", virtual_machines=[erp, known])
    VirtualMachineProtectionGroup(stack, "tagged", name="tagged", tags=["gold"])
    VirtualMachineProtectionGroup(stack, "folder", name="folder", folder_id="folder-1", assets_category="VVOL_VMS")

    groups = synthesize()["resource"]["glbr_virtual_machine_protection_group"]

    kind = "virtualization/virtual-machine"
    assert groups["named"]["assets"] == [
        {"id": "${data.glbr_virtual_machine.erp.id}", "type": kind},
        {"id": "vm-2", "type": kind},
    ]
    assert groups["tagged"]["dynamic_member_filter"] == {"members": [{"name": "gold"}]}
    assert groups["folder"]["native_app_info"] == {"id": "folder-1", "type": "VMWARE_FOLDER"}
    assert [group["vm_protection_group_type"] for group in groups.values()] == ["NATIVE", "CUSTOM", "DYNAMIC"]


def test_a_group_of_machines_that_are_looked_up_leaves_the_infrastructure_out(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    some = VirtualMachines(stack, "some", where={"powerState": ["POWERED_ON", "SUSPENDED"], "name": "erp"})
    every = VirtualMachines(stack, "every", infrastructure=True)
    VirtualMachineProtectionGroup(stack, "usual", name="usual", virtual_machines=some)
    VirtualMachineProtectionGroup(stack, "whole", name="whole", virtual_machines=every)

    written = synthesize()

    member = '{ id = val.id, type = "virtualization/virtual-machine" }'
    groups = written["resource"]["glbr_virtual_machine_protection_group"]
    assert written["data"]["glbr_virtual_machines"]["some"]["filters"] == [
        {"property": "powerState", "values": ["POWERED_ON", "SUSPENDED"]},
        {"property": "name", "values": ["erp"]},
    ]
    assert groups["usual"]["assets"] == (
        f"${{[ for key, val in data.glbr_virtual_machines.some.items: {member} if val.vm_classification == null]}}"
    )
    assert groups["whole"]["assets"] == f"${{[ for key, val in data.glbr_virtual_machines.every.items: {member}]}}"


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({}, "a group names its members in one way. Given: none. Allowed: one of virtual_machines, tags, folder_id"),
        ({"tags": ["gold"], "folder_id": "1"}, ".*Given: tags and folder_id. Allowed: one of"),
        ({"virtual_machines": []}, r"A CUSTOM group needs assets.*List the members in assets"),
        ({"tags": []}, "A DYNAMIC group needs tags.*Name at least one tag"),
    ],
)
def test_a_group_without_clear_members_is_refused(
    stack: cdk.TerraformStack, members: dict[str, Any], message: str
) -> None:
    with pytest.raises(Refused, match=f"making group clinic/erp: {message}"):
        VirtualMachineProtectionGroup(stack, "erp", name="erp", **members)


def test_protecting_makes_a_job_beside_the_policy(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, synthesize: Synthesize
) -> None:
    snapshots = gold.add_snapshot(Every.hours(4).keep(days=2))
    group = VirtualMachineProtectionGroup(stack, "erp", name="erp", tags=["gold"])

    job = gold.protect(group, effective_from="2026-12-01T00:00:00Z")
    override = {"schedule_id": snapshots.schedule_id, "expire_after": "5 days"}
    ProtectionJob(
        stack,
        "payroll",
        policy=gold,
        asset=VirtualMachine.from_virtual_machine_id(stack, "vm", "vm-1"),
        overrides={"protections": [{"id": snapshots.tier_id, "schedules": [override]}]},
    )

    jobs = synthesize()["resource"]["glbr_protection_job"]
    assert job.node.path == "clinic/gold_erp"
    assert jobs == {
        "gold_erp": {
            "asset_info": {
                "id": "${glbr_virtual_machine_protection_group.erp.id}",
                "type": "backup-recovery/virtual-machine-protection-group",
            },
            "protection_policy_id": "${glbr_protection_policy.gold.id}",
            "effective_from_date_time": "2026-12-01T00:00:00Z",
        },
        "payroll": {
            "asset_info": {"id": "vm-1", "type": "virtualization/virtual-machine"},
            "protection_policy_id": "${glbr_protection_policy.gold.id}",
            "overrides": {
                "protections": [{"id": "${glbr_protection_policy.gold.protections[0].id}", "schedules": [override]}]
            },
        },
    }


def test_what_exists_already_is_found_by_name_or_taken_by_its_identifier(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    by_name = ProtectionPolicy.from_protection_policy_name(stack, "silver", "silver")
    by_id = ProtectionPolicy.from_protection_policy_id(stack, "bronze", "policy-1")
    found = VirtualMachineProtectionGroup.from_virtual_machine_protection_group_name(stack, "erp", "erp")
    known = VirtualMachineProtectionGroup.from_virtual_machine_protection_group_id(stack, "crm", "group-1")
    store = ProtectionStore.from_protection_store_name(stack, "old", "Local_old")
    ProtectionJob(stack, "one", policy=by_name, asset=found)
    ProtectionJob(stack, "two", policy=by_id, asset=known)
    ProtectionPolicy(stack, "gold", name="gold").add_backup(Daily.at("01:30"), to=store)

    written = synthesize()

    jobs = written["resource"]["glbr_protection_job"]
    assert written["data"] == {
        "glbr_protection_policy": {"silver": {"name": "silver"}},
        "glbr_virtual_machine_protection_group": {"erp": {"name": "erp"}},
        "glbr_protection_store": {"old": {"display_name": "Local_old"}},
    }
    assert jobs["one"]["protection_policy_id"] == "${data.glbr_protection_policy.silver.id}"
    assert jobs["one"]["asset_info"]["id"] == "${data.glbr_virtual_machine_protection_group.erp.id}"
    assert jobs["two"]["protection_policy_id"] == "policy-1"
    assert jobs["two"]["asset_info"]["id"] == "group-1"


def test_the_resource_inside_can_be_reached(gold: ProtectionPolicy, synthesize: Synthesize) -> None:
    gold.add_snapshot(Every.hours(4))

    inner = gold.node.default_child
    assert inner is gold.resource
    gold.resource.add_override("lifecycle.prevent_destroy", True)

    assert synthesize()["resource"]["glbr_protection_policy"]["gold"]["lifecycle"] == {"prevent_destroy": True}
