"""Policies: what they become, and what they refuse."""

from collections.abc import Callable
from typing import Any

import pytest

from construct_samples.policies import protection_job, protection_policy
from glbr_constructs import (
    Daily,
    Every,
    ProtectionJob,
    ProtectionPolicy,
    ProtectionStore,
    Refused,
    StoreOnce,
    VirtualMachine,
    Weekly,
)
from glbr_constructs.cdk import cdk

Synthesize = Callable[[], dict[str, Any]]


@pytest.fixture
def gold(stack: cdk.TerraformStack) -> ProtectionPolicy:
    return ProtectionPolicy(stack, "gold", name="gold")


@pytest.fixture
def appliance(stack: cdk.TerraformStack) -> Any:
    return StoreOnce.from_storeonce_id(stack, "main", "so-1")


@pytest.fixture
def local(stack: cdk.TerraformStack, appliance: Any) -> ProtectionStore:
    return ProtectionStore(stack, "local", name="Local", on=appliance)


@pytest.fixture
def cloud(stack: cdk.TerraformStack, appliance: Any) -> ProtectionStore:
    return ProtectionStore(stack, "cloud", name="Cloud", on=appliance, location="azure:eastus2")


def tiers(written: dict[str, Any], name: str = "gold") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = written["resource"]["glbr_protection_policy"][name]["protections"]
    return found


def test_three_copies_are_made_each_from_the_one_before(
    gold: ProtectionPolicy, local: ProtectionStore, cloud: ProtectionStore, synthesize: Synthesize
) -> None:
    snapshots = gold.add_snapshot(Every.hours(4).keep(days=2))
    backups = gold.add_backup(Daily.at("01:30").keep(weeks=2).lock(weeks=1), to=local, source=snapshots)
    gold.add_cloud_backup(Weekly.on("saturday", at="03:00").keep(months=6), to=cloud, source=backups)

    assert synthesize()["resource"]["glbr_protection_policy"]["gold"] == {
        "name": "gold",
        "application_type": "VMWARE",
        "protections": [
            {
                "type": "SNAPSHOT",
                "schedules": [
                    {
                        "schedule_id": 1,
                        "expire_after": "2 days",
                        "schedule": {"recurrence": "HOURLY", "repeat_interval": {"every": 4}},
                    }
                ],
            },
            {
                "type": "BACKUP",
                "protection_store_id": "${glbr_protection_store.local.id}",
                "schedules": [
                    {
                        "schedule_id": 2,
                        "source_protection_schedule_id": 1,
                        "expire_after": "2 weeks",
                        "lock_for": "1 week",
                        "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "01:30"},
                    }
                ],
            },
            {
                "type": "CLOUD_BACKUP",
                "protection_store_id": "${glbr_protection_store.cloud.id}",
                "schedules": [
                    {
                        "schedule_id": 3,
                        "source_protection_schedule_id": 2,
                        "expire_after": "6 months",
                        "schedule": {
                            "recurrence": "WEEKLY",
                            "repeat_interval": {"every": 1, "on": [5]},
                            "start_time": "03:00",
                        },
                    }
                ],
            },
        ],
    }


def test_copies_of_one_kind_in_one_store_share_a_tier(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, synthesize: Synthesize
) -> None:
    one = ProtectionStore.from_protection_store_id(stack, "one", "store-1")
    other = ProtectionStore.from_protection_store_id(stack, "other", "store-2")

    gold.add_backup(Daily.at("05:00"), to=other)
    gold.add_backup(Weekly.on("sunday", at="03:00"), to=one)
    gold.add_backup(Daily.at("01:30"), to=one)

    found = [
        (tier["protection_store_id"], [entry["schedule_id"] for entry in tier["schedules"]])
        for tier in tiers(synthesize())
    ]
    assert found == [("store-1", [2, 12]), ("store-2", [22])]


def test_ready_made_policies_say_what_their_names_promise(
    stack: cdk.TerraformStack, local: ProtectionStore, cloud: ProtectionStore
) -> None:
    snapshots = ProtectionPolicy.hourly_snapshots(stack, "s", name="s", application_type="HPE_ARRAY_VOLUME")
    daily = ProtectionPolicy.daily_backups(stack, "d", name="d", to=local)
    three = ProtectionPolicy.three_copies(stack, "t", name="t", to=local, cloud=cloud)

    assert [[str(one) for one in policy.copies] for policy in (snapshots, daily, three)] == [
        ["SNAPSHOT 'every 4 hours, kept 2 days'"],
        ["BACKUP 'daily at 03:00, kept 2 weeks, locked 1 week'"],
        [
            "SNAPSHOT 'every 4 hours, kept 2 days'",
            "BACKUP 'daily at 01:30, kept 2 weeks, locked 1 week'",
            "CLOUD_BACKUP 'weekly on Saturday at 03:00, kept 6 months, locked 1 month'",
        ],
    ]


def test_a_tier_is_named_right_whatever_is_added_later(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, local: ProtectionStore, synthesize: Synthesize
) -> None:
    backups = gold.add_backup(Daily.at("01:30"), to=local)
    cdk.TerraformOutput(stack, "tier", value=backups.tier_id)
    cdk.TerraformOutput(stack, "number", value=backups.schedule_number)

    gold.add_snapshot(Every.hours(4))

    written = synthesize()
    assert tiers(written)[1]["type"] == "BACKUP"
    assert written["output"]["tier"]["value"] == "${glbr_protection_policy.gold.protections[1].id}"
    assert written["output"]["number"]["value"] == 2


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
        Refused,
        match=r"to policy clinic/gold: its source belongs to another policy\. Given: SNAPSHOT .* of clinic/silver",
    ):
        gold.add_snapshot(Every.hours(8), source=snapshots)


def test_a_backup_needs_a_store_of_its_kind(
    gold: ProtectionPolicy, local: ProtectionStore, cloud: ProtectionStore
) -> None:
    with pytest.raises(Refused, match=r"BACKUP goes to a store of type ON_PREMISES.*Use policy.add_cloud_backup"):
        gold.add_backup(Daily.at("01:30"), to=cloud)
    with pytest.raises(Refused, match=r"CLOUD_BACKUP goes to a store of type CLOUD.*Use policy.add_backup"):
        gold.add_cloud_backup(Daily.at("01:30"), to=local)


def test_what_was_refused_leaves_the_policy_as_it_was(
    gold: ProtectionPolicy, cloud: ProtectionStore, synthesize: Synthesize
) -> None:
    with pytest.raises(Refused):
        gold.add_backup(Daily.at("01:30"), to=cloud)

    gold.add_snapshot(Every.hours(4))

    assert [tier["type"] for tier in tiers(synthesize())] == ["SNAPSHOT"]


def test_a_circle_of_copies_is_refused(gold: ProtectionPolicy, local: ProtectionStore, cloud: ProtectionStore) -> None:
    in_cloud = gold.add_cloud_backup(Weekly.on("saturday"), to=cloud)
    gold.add_backup(Daily.at("01:30"), to=local)

    with pytest.raises(Refused, match=r"made from each other in a circle.*Given: 1 <- 3 <- 2 <- 1"):
        gold.add_snapshot(Every.hours(4), source=in_cloud)


def test_what_exists_already_is_found_by_name_or_taken_by_its_identifier_and_protects(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    machine = VirtualMachine.from_virtual_machine_id(stack, "erp", "vm-1")
    by_name = ProtectionPolicy.from_protection_policy_name(stack, "silver", "silver")
    by_id = ProtectionPolicy.from_protection_policy_id(stack, "bronze", "policy-1")
    by_name.protect(machine)
    ProtectionJob(stack, "two", policy=by_id, asset=machine)

    written = synthesize()

    jobs = written["resource"]["glbr_protection_job"]
    assert written["data"] == {"glbr_protection_policy": {"silver": {"name": "silver"}}}
    assert jobs["silver_erp"]["protection_policy_id"] == "${data.glbr_protection_policy.silver.id}"
    assert jobs["two"]["protection_policy_id"] == "policy-1"


def test_the_resource_inside_can_be_reached(gold: ProtectionPolicy, synthesize: Synthesize) -> None:
    gold.add_snapshot(Every.hours(4))

    inner = gold.node.default_child
    assert inner is gold.resource
    gold.resource.add_override("lifecycle.prevent_destroy", True)

    assert synthesize()["resource"]["glbr_protection_policy"]["gold"]["lifecycle"] == {"prevent_destroy": True}


def test_everything_a_policy_and_a_job_can_say_is_synthesized_together(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    protection_policy(stack)
    protection_job(stack)

    written = synthesize()

    kinds = {tier["type"] for tier in tiers(written, "policy-rich")}
    assert kinds == {"SNAPSHOT", "REPLICATED_SNAPSHOT", "BACKUP", "CLOUD_BACKUP", "DATABASE_LOG_BACKUP"}
    assert len(written["resource"]["glbr_protection_job"]) == 3
