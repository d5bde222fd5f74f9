"""Jobs: what a policy does to an asset, and what differs for it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from glbr_constructs import (
    ApplicationHost,
    Copies,
    Daily,
    Every,
    GlbrProvider,
    Override,
    ProtectionJob,
    ProtectionPolicy,
    ProtectionStore,
    Refused,
    Script,
    VirtualMachine,
    VirtualMachineProtectionGroup,
    Volume,
)
from glbr_constructs.cdk import cdk

Synthesize = Callable[[], dict[str, Any]]


@pytest.fixture
def gold(stack: cdk.TerraformStack) -> ProtectionPolicy:
    return ProtectionPolicy(stack, "gold", name="gold")


@pytest.fixture
def local(stack: cdk.TerraformStack) -> Any:
    return ProtectionStore.from_protection_store_id(stack, "local", "store-1")


@pytest.fixture
def erp(stack: cdk.TerraformStack) -> VirtualMachine:
    return VirtualMachine.from_virtual_machine_id(stack, "erp", "vm-1")


@pytest.fixture
def backups(stack: cdk.TerraformStack, gold: ProtectionPolicy, local: Any) -> Copies:
    host = ApplicationHost.from_application_host_id(stack, "host", "host-1")
    return gold.add_backup(Daily.at().keep(weeks=2).run_before(Script(host=host, path="/opt/quiet.sh")), to=local)


def test_protecting_makes_a_job_beside_the_policy(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, synthesize: Synthesize
) -> None:
    gold.add_snapshot(Every.hours(4).keep(days=2))
    group = VirtualMachineProtectionGroup(stack, "group", name="erp", tags=["gold"])

    job = gold.protect(group, effective_from="2026-12-01T00:00:00Z")

    assert job.node.path == "clinic/gold_group"
    assert synthesize()["resource"]["glbr_protection_job"] == {
        "gold_group": {
            "asset_info": {
                "id": "${glbr_virtual_machine_protection_group.group.id}",
                "type": "backup-recovery/virtual-machine-protection-group",
            },
            "protection_policy_id": "${glbr_protection_policy.gold.id}",
            "effective_from_date_time": "2026-12-01T00:00:00Z",
        }
    }


def test_what_differs_for_an_asset_is_said_of_copies_whatever_is_added_later(
    gold: ProtectionPolicy, local: Any, erp: VirtualMachine, backups: Copies, synthesize: Synthesize
) -> None:
    other = gold.add_backup(Daily.at("13:00").keep(weeks=2), to=local)
    changed = Override(
        backups,
        store=local,
        consistency="APPLICATION",
        backup_granularity="VOLUME",
        create_snapshot_on_failure=True,
        name_pattern="erp_{DateFormat}",
        params_before="--fast",
        include_rdm_disks=True,
    )
    gold.protect(erp, overrides=[changed.keep(weeks=4).lock(weeks=3), Override(other).keep(days=5)])

    gold.add_snapshot(Every.hours(4))
    gold.add_backup(Daily.at("01:00"), to=local)

    (job,) = synthesize()["resource"]["glbr_protection_job"].values()
    assert job["overrides"] == {
        "protections": [
            {
                "id": "${glbr_protection_policy.gold.protections[1].id}",
                "protection_store_id": "store-1",
                "schedules": [
                    {
                        "schedule_id": 12,
                        "consistency": "APPLICATION",
                        "backup_granularity": "VOLUME",
                        "create_snapshot_on_failure": True,
                        "expire_after": "4 weeks",
                        "lock_for": "3 weeks",
                        "name_pattern": {"format": "erp_{DateFormat}"},
                        "pre_script_info": {"params": "--fast"},
                        "vmware_options": {"include_rdm_disks": True},
                    },
                    {"schedule_id": 22, "expire_after": "5 days"},
                ],
            }
        ]
    }


def test_a_job_in_another_stack_finds_tier_and_number(tmp_path: Path) -> None:
    app = cdk.Testing.app(outdir=str(tmp_path))
    shared, own = cdk.TerraformStack(app, "shared"), cdk.TerraformStack(app, "own")
    GlbrProvider(shared, "glbr")
    GlbrProvider(own, "glbr")
    policy = ProtectionPolicy(shared, "gold", name="gold")
    backups = policy.add_backup(Daily.at(), to=ProtectionStore.from_protection_store_id(shared, "local", "store-1"))
    erp = VirtualMachine.from_virtual_machine_id(own, "erp", "vm-1")
    ProtectionJob(own, "job", policy=policy, asset=erp, overrides=[Override(backups).keep(weeks=5)])

    policy.add_snapshot(Every.hours(4))
    app.synth()

    written = json.loads((tmp_path / "stacks" / "own" / "cdk.tf.json").read_text())
    (tier,) = written["resource"]["glbr_protection_job"]["job"]["overrides"]["protections"]
    assert tier["id"].startswith("${data.terraform_remote_state.")
    assert tier["id"].endswith("protections1id}")
    assert tier["schedules"] == [{"schedule_id": 2, "expire_after": "5 weeks"}]


def test_another_store_says_nothing_of_the_schedule(
    gold: ProtectionPolicy, local: Any, erp: VirtualMachine, backups: Copies, synthesize: Synthesize
) -> None:
    gold.protect(erp, overrides=[Override(backups, store=local)])

    (job,) = synthesize()["resource"]["glbr_protection_job"].values()

    tier = "${glbr_protection_policy.gold.protections[0].id}"
    assert job["overrides"] == {"protections": [{"id": tier, "protection_store_id": "store-1"}]}


def test_overrides_can_be_written_in_hpes_own_words(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, erp: VirtualMachine, backups: Copies, synthesize: Synthesize
) -> None:
    raw = {"protections": [{"id": backups.tier_id, "schedules": [{"schedule_id": 2, "expire_after": "5 days"}]}]}

    ProtectionJob(stack, "job", policy=gold, asset=erp, overrides=raw)

    schedules = synthesize()["resource"]["glbr_protection_job"]["job"]["overrides"]["protections"][0]["schedules"]
    assert schedules == [{"schedule_id": 2, "expire_after": "5 days"}]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (datetime(2026, 12, 1, tzinfo=UTC), "2026-12-01T00:00:00Z"),
        ("2026-12-01T00:00:00+01:00", "2026-12-01T00:00:00+01:00"),
        ("${var.start}", "${var.start}"),
    ],
)
def test_a_moment_is_told_with_its_zone(
    gold: ProtectionPolicy, erp: VirtualMachine, backups: Copies, synthesize: Synthesize, written: Any, told: str
) -> None:
    gold.protect(erp, effective_from=written)

    (job,) = synthesize()["resource"]["glbr_protection_job"].values()
    assert job["effective_from_date_time"] == told


def test_one_asset_is_protected_once_by_a_policy(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, erp: VirtualMachine
) -> None:
    gold.protect(erp)
    again = VirtualMachine.from_virtual_machine_id(stack, "again", "vm-1")
    elsewhere = VirtualMachine.from_virtual_machine_id(ProtectionPolicy(stack, "p", name="p"), "erp", "vm-2")

    for asset in (erp, again):
        with pytest.raises(Refused, match=r"protects it already, by job clinic/gold_erp\. Remove one of the two"):
            gold.protect(asset)
    with pytest.raises(Refused, match=r"is called 'gold_erp' already\. Name one yourself: ProtectionJob\(scope"):
        gold.protect(elsewhere)


def test_a_lock_and_a_retention_of_an_asset_fit_those_of_the_policy(backups: Copies) -> None:
    with pytest.raises(
        Refused, match=r"(?s)override of BACKUP.*Lock longer than retention.*lock_for = '3 weeks', expire_after"
    ):
        Override(backups).lock(weeks=3)

    assert str(Override(backups).keep(weeks=4).lock(weeks=3).lifetime) == "kept 4 weeks, locked 3 weeks"


def test_overrides_that_do_not_fit_the_job_are_refused(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, local: Any, backups: Copies
) -> None:
    found = ProtectionPolicy.from_protection_policy_id(stack, "found", "policy-1")
    other = ProtectionStore.from_protection_store_id(stack, "other", "store-2")
    weekly = gold.add_backup(Daily.at("13:00"), to=local)
    longer = Override(backups).keep(weeks=4)

    machines = [VirtualMachine.from_virtual_machine_id(stack, f"vm{number}", f"vm-{number}") for number in range(4)]
    cases: list[tuple[Any, list[Override], str]] = [
        (found, [longer], "belongs to policy clinic/gold, which is not the policy of this job.*looked up"),
        (gold, [Override(backups)], "nothing differs from the policy for BACKUP.*Say what does"),
        (gold, [longer, longer.lock(days=1)], "overrides has the same twice.*Allowed: each once"),
        (
            gold,
            [Override(backups, store=local), Override(weekly, store=other)],
            "one tier go to 2 stores.*one store for",
        ),
    ]

    for machine, (policy, overrides, message) in zip(machines, cases, strict=True):
        with pytest.raises(Refused, match=f"(?s){message}"):
            policy.protect(machine, overrides=overrides)


def test_a_volume_is_sent_to_a_group_and_a_list_is_told_by_its_constructs(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, erp: VirtualMachine
) -> None:
    volume: Any = Volume.from_volume_id(stack, "volume", "volume-1")
    several: Any = [erp]

    with pytest.raises(Refused, match=r"Volume clinic/volume is not an asset.* go into a VolumeProtectionGroup"):
        gold.protect(volume)
    with pytest.raises(Refused, match=r"asset=\[VirtualMachine clinic/erp\] is not an asset"):
        gold.protect(several)
