"""What the generated constructs become in Terraform."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from glbr import __version__
from glbr.protection.period import Period
from glbr_constructs.cdk import cdk
from glbr_constructs.l1.protection_job import ProtectionJob
from glbr_constructs.l1.protection_policy import (
    DataProtectionPolicies,
    ProtectionPolicy,
    ProtectionPolicyCadence,
    ProtectionPolicyProtection,
    ProtectionPolicyRepeatInterval,
    ProtectionPolicySchedule,
)
from glbr_constructs.l1.provider import GlbrProvider
from glbr_constructs.l1.virtual_machine import DataVirtualMachine
from glbr_constructs.l1.virtual_machine_protection_group import VirtualMachineProtectionGroup
from glbr_constructs.synthesis.invalid import InvalidArgument

HOURLY = {"recurrence": "HOURLY", "repeat_interval": {"every": 4}}

Synthesize = Callable[[], dict[str, Any]]


def policy(stack: cdk.TerraformStack, expire_after: object = "2 days", **more: Any) -> ProtectionPolicy:
    entry = {"schedule_id": 1, "expire_after": expire_after, "schedule": HOURLY}
    tier = {"type": "SNAPSHOT", "schedules": [entry]}
    return ProtectionPolicy(stack, "gold", name="gold", application_type="VMWARE", protections=[tier], **more)


def test_the_provider_is_required_by_its_source_and_version(synthesize: Synthesize) -> None:
    written = synthesize()

    assert written["terraform"]["required_providers"] == {
        "glbr": {"source": "glbr/glbr", "version": f"~> {__version__}"}
    }
    assert written["provider"] == {"glbr": [{}]}


def test_dicts_and_objects_say_the_same(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    policy(stack)
    interval = ProtectionPolicyRepeatInterval(every=4)
    cadence = ProtectionPolicyCadence(recurrence="HOURLY", repeat_interval=interval)
    schedule = ProtectionPolicySchedule(schedule_id=1, expire_after="2 days", schedule=cadence)
    tier = ProtectionPolicyProtection(type="SNAPSHOT", schedules=[schedule])
    ProtectionPolicy(stack, "same", name="gold", application_type="VMWARE", protections=[tier])

    written = synthesize()["resource"]["glbr_protection_policy"]

    assert written["gold"] == written["same"]
    assert written["gold"] == {
        "name": "gold",
        "application_type": "VMWARE",
        "protections": [
            {"type": "SNAPSHOT", "schedules": [{"schedule_id": 1, "expire_after": "2 days", "schedule": HOURLY}]}
        ],
    }


@pytest.mark.parametrize("written", ["14 days", "14 DAYS", Period(14, "DAYS"), {"value": 14, "unit": "DAYS"}], ids=repr)
def test_a_period_is_written_as_text(stack: cdk.TerraformStack, synthesize: Synthesize, written: object) -> None:
    policy(stack, written)

    (tier,) = synthesize()["resource"]["glbr_protection_policy"]["gold"]["protections"]

    assert tier["schedules"][0]["expire_after"] == "14 days"


def test_a_period_may_come_from_terraform(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    policy(stack, cdk.TerraformVariable(stack, "kept", type="string").string_value)

    (tier,) = synthesize()["resource"]["glbr_protection_policy"]["gold"]["protections"]

    assert tier["schedules"][0]["expire_after"] == "${var.kept}"


def test_a_wrong_period_is_refused_where_it_is_written(stack: cdk.TerraformStack) -> None:
    with pytest.raises(InvalidArgument, match=r"making clinic/gold: .*expire_after: unknown unit 'MOONS'; allowed are"):
        policy(stack, "2 moons")


def test_an_unknown_name_in_a_dict_is_refused_with_the_names_allowed(stack: cdk.TerraformStack) -> None:
    with pytest.raises(InvalidArgument, match="Protection takes no 'tier'; allowed are type, protection_store_id"):
        ProtectionPolicy(stack, "gold", name="gold", application_type="VMWARE", protections=[{"tier": "SNAPSHOT"}])


def test_a_missing_name_in_a_dict_is_refused(stack: cdk.TerraformStack) -> None:
    with pytest.raises(InvalidArgument, match="ProtectionPolicyProtection needs 'schedules'; given: type"):
        ProtectionPolicy(stack, "gold", name="gold", application_type="VMWARE", protections=[{"type": "SNAPSHOT"}])


def test_attributes_refer_to_what_hpe_will_tell(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    gold = policy(stack)
    machine = DataVirtualMachine(stack, "erp", name="erp-db-01")
    listed = DataProtectionPolicies(stack, "all")
    group = VirtualMachineProtectionGroup(
        stack, "g", name="g", vm_protection_group_type="CUSTOM", assets_category="VMFS_VMS", assets=[]
    )
    values = {
        "text": gold.id,
        "tier": gold.protections[0].id,
        "number": cdk.Token.as_string(gold.protections[0].schedules[1].schedule_id),
        "numbers": gold.protections[0].schedules[0].schedule.repeat_interval.on,
        "objects": gold.protections,
        "flag": machine.recovery_points_exist,
        "nested": machine.protection_job_info.protection_policy_info.name,
        "listed": listed.items[2].assigned,
        "of_set": group.assets[0].id,
    }
    for name, value in values.items():
        cdk.TerraformOutput(stack, name, value=value)

    written = {name: output["value"] for name, output in synthesize()["output"].items()}

    resource, data = "glbr_protection_policy.gold", "data.glbr_virtual_machine.erp"
    assert written == {
        "text": f"${{{resource}.id}}",
        "tier": f"${{{resource}.protections[0].id}}",
        "number": f"${{{resource}.protections[0].schedules[1].schedule_id}}",
        "numbers": f"${{{resource}.protections[0].schedules[0].schedule.repeat_interval.on}}",
        "objects": f"${{{resource}.protections}}",
        "flag": f"${{{data}.recovery_points_exist}}",
        "nested": f"${{{data}.protection_job_info.protection_policy_info.name}}",
        "listed": "${data.glbr_protection_policies.all.items[2].assigned}",
        "of_set": "${tolist(glbr_virtual_machine_protection_group.g.assets).0.id}",
    }


def test_a_token_is_made_once(stack: cdk.TerraformStack) -> None:
    gold = policy(stack)

    assert gold.protections is gold.protections
    assert gold.id is gold.id


def test_a_python_loop_over_what_only_terraform_knows_is_refused(stack: cdk.TerraformStack) -> None:
    gold = policy(stack)

    with pytest.raises(TypeError, match="not iterable"):
        list(gold.protections)  # type: ignore[call-overload]  # the mistake under test
    with pytest.raises(IndexError, match="Terraform counts from the start only"):
        gold.protections[-1]


def test_references_work_as_arguments(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    gold = policy(stack)
    first = gold.protections[0]
    override = {"schedule_id": first.schedules[0].schedule_id, "lock_for": "1 day"}
    ProtectionJob(
        stack,
        "job",
        asset_info={"id": "1", "type": "virtualization/virtual-machine"},
        protection_policy_id=gold.id,
        overrides={"protections": [{"id": first.id, "schedules": [override]}]},
    )

    job = synthesize()["resource"]["glbr_protection_job"]["job"]

    tier = "glbr_protection_policy.gold.protections[0]"
    assert job["protection_policy_id"] == "${glbr_protection_policy.gold.id}"
    assert job["overrides"]["protections"] == [
        {
            "id": f"${{{tier}.id}}",
            "schedules": [{"schedule_id": f"${{{tier}.schedules[0].schedule_id}}", "lock_for": "1 day"}],
        }
    ]


def test_an_argument_can_be_changed_later_and_a_result_cannot(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    gold = policy(stack)

    gold.description = "for the database"
    with pytest.raises(AttributeError, match=r"ProtectionPolicy.created_at is no argument and cannot be set"):
        gold.created_at = "2026-01-01T00:00:00Z"
    with pytest.raises(AttributeError, match="Set the argument of the resource"):
        gold.protections[0].type = "BACKUP"

    assert synthesize()["resource"]["glbr_protection_policy"]["gold"]["description"] == "for the database"


def test_terraforms_own_arguments_reach_the_configuration(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    other = GlbrProvider(stack, "other", alias="other", region="eu-west")
    machine = DataVirtualMachine(stack, "erp", name="erp-db-01")
    gold = policy(
        stack,
        provider=other,
        count=2,
        depends_on=[machine],
        lifecycle={"prevent_destroy": True, "ignore_changes": ["name"]},
    )
    gold.add_override("description", "by hand")
    gold.override_logical_id("golden")

    written = synthesize()

    resource = written["resource"]["glbr_protection_policy"]["golden"]
    assert written["provider"]["glbr"] == [{}, {"alias": "other", "region": "eu-west"}]
    assert resource["provider"] == "glbr.other"
    assert resource["count"] == 2
    assert resource["depends_on"] == ["data.glbr_virtual_machine.erp"]
    assert resource["lifecycle"] == {"prevent_destroy": True, "ignore_changes": ["name"]}
    assert resource["description"] == "by hand"


def test_one_resource_stands_for_many(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    names = cdk.TerraformIterator.from_list(["gold", "silver"])
    ProtectionPolicy(stack, "all", for_each=names, name=names.value, application_type="VMWARE", protections=[])

    written = synthesize()["resource"]["glbr_protection_policy"]["all"]

    assert written["for_each"] == '${toset(["gold", "silver"])}'
    assert written["name"] == "${each.value}"


def test_an_existing_object_can_be_imported(stack: cdk.TerraformStack) -> None:
    policy(stack).import_from("0123")
    ProtectionPolicy.generate_config_for_import(stack, "old", "4567")

    # Without validations: the CDK's own ask a `terraform` on the PATH whether it can import.
    assert json.loads(cdk.Testing.synth(stack))["import"] == [
        {"to": "glbr_protection_policy.gold", "id": "0123"},
        {"to": "glbr_protection_policy.old", "id": "4567"},
    ]


def test_the_configuration_can_be_written_as_hcl(stack: cdk.TerraformStack) -> None:
    gold = policy(stack)
    ProtectionJob(stack, "job", asset_info={"id": "1", "type": "vm"}, protection_policy_id=gold.id)

    written = " ".join(cdk.Testing.synth_hcl(stack).split())

    assert 'resource "glbr_protection_policy" "gold" { name = "gold" application_type = "VMWARE"' in written
    assert 'expire_after = "2 days"' in written
    assert 'asset_info = { id = 1 type = "vm" }' in written or 'asset_info = { id = "1" type = "vm" }' in written
