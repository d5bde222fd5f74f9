"""Assets that are looked up: one by one, or all that meet conditions."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from glbr_constructs import (
    ApplicationHost,
    MssqlDatabase,
    MssqlDatabaseProtectionGroup,
    MssqlDatabases,
    MssqlInstance,
    Refused,
    TerraformVariable,
    VirtualMachine,
    VirtualMachineProtectionGroup,
    VirtualMachines,
    VolumeProtectionGroup,
    Volumes,
)
from glbr_constructs.cdk import cdk
from glbr_constructs.l1.volume import DataVolume

Synthesize = Callable[[], dict[str, Any]]


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


def test_volumes_are_sorted_out_by_terraform_since_hpe_cannot(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    array = TerraformVariable(stack, "array", type="string").string_value
    some = Volumes(stack, "some", where={"name": ['erp "data"', "log"], "systemId": array})
    VolumeProtectionGroup(stack, "some-group", name="some", volumes=some)
    VolumeProtectionGroup(stack, "all-group", name="all", volumes=Volumes(stack, "all"))

    groups = synthesize()["resource"]["glbr_volume_protection_group"]
    assert groups["some-group"]["assets"] == (
        "${[ for key, val in data.glbr_volumes.some.items: { id = val.id } "
        'if (val.name == "erp \\"data\\"" || val.name == "log") && (val.system_id == var.array)]}'
    )
    assert groups["all-group"]["assets"] == "${[ for key, val in data.glbr_volumes.all.items: { id = val.id }]}"


def test_databases_are_known_to_groups_by_their_path(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    listed = [
        MssqlDatabase.from_mssql_database_name(stack, "erp", "erp"),
        MssqlDatabase.from_mssql_database_id(stack, "crm", "db-2"),
    ]
    found = MssqlDatabases(stack, "found", where={"applicationHostInfo/name": "sql-01"})
    MssqlDatabaseProtectionGroup(stack, "listed", name="listed", databases=listed)
    MssqlDatabaseProtectionGroup(stack, "all", name="all", databases=found)

    written = synthesize()
    groups = written["resource"]["glbr_mssql_database_protection_group"]
    assert written["data"]["glbr_mssql_database"] == {"erp": {"name": "erp"}, "crm": {"id": "db-2"}}
    assert groups["listed"]["members"] == [
        {"resource_uri": "${data.glbr_mssql_database.erp.resource_uri}"},
        {"resource_uri": "${data.glbr_mssql_database.crm.resource_uri}"},
    ]
    assert groups["all"]["members"] == (
        "${[ for key, val in data.glbr_mssql_databases.found.items: { resource_uri = val.resource_uri }]}"
    )


def test_an_availability_group_is_found_by_its_name_on_an_instance(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    instance = MssqlInstance.from_mssql_instance_name(stack, "sql", "MSSQLSERVER")
    found = instance.availability_group("ag", "AG-01")
    MssqlDatabaseProtectionGroup(stack, "followed", name="followed", availability_group=found)

    written = synthesize()
    group = written["resource"]["glbr_mssql_database_protection_group"]["followed"]
    assert written["data"]["glbr_mssql_instance"]["sql_ag"] == {"id": "${data.glbr_mssql_instance.sql.id}"}
    assert group["native_app_info"] == {
        "type": "AVAILABILITY_GROUP",
        "uid": "${one([ for key, val in data.glbr_mssql_instance.sql_ag.availability_groups_info: "
        'val.uid if val.name == "AG-01"])}',
    }


def test_an_instance_is_told_from_its_namesakes_by_its_host(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    host = ApplicationHost.from_application_host_id(stack, "host", "host-1")
    instance = MssqlInstance.from_mssql_instance_name(stack, "sql", "MSSQLSERVER", host=host)
    MssqlDatabaseProtectionGroup(stack, "followed", name="followed", instance=instance)

    written = synthesize()
    group = written["resource"]["glbr_mssql_database_protection_group"]["followed"]
    assert written["data"]["glbr_mssql_instances"]["sql"]["filters"] == [
        {"property": "name", "values": ["MSSQLSERVER"]},
        {"property": "applicationHostInfo/id", "values": ["host-1"]},
    ]
    assert group["native_app_info"]["id"] == ("${one([ for key, val in data.glbr_mssql_instances.sql.items: val.id])}")


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ({"powerState": []}, r"where\['powerState'\] is empty\. Allowed: a value, or a list of values"),
        ({"powerState": ["POWERED_ON", ""]}, r"where\['powerState'\] is empty\. Given: ''"),
        ({"powerState": 7}, r"where\['powerState'\]=7 is no list"),
        ("powerState", r"where='powerState' is not a set of conditions\. Allowed: \{'name'"),
        ({"power_state": "x"}, r"clinic/vms: where='power_state' is not known\. Allowed: .*powerState"),
    ],
)
def test_a_condition_that_finds_nothing_is_refused(stack: cdk.TerraformStack, where: Any, message: str) -> None:
    with pytest.raises(Refused, match=message):
        VirtualMachines(stack, "vms", where=where)


def test_a_machine_is_found_by_name_or_taken_by_its_identifier(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    named = VirtualMachine.from_virtual_machine_name(stack, "erp", "erp-db-01")
    known = VirtualMachine.from_virtual_machine_id(stack, "crm", "vm-2")

    assert (known.asset_id, named.asset_type) == ("vm-2", "virtualization/virtual-machine")
    assert synthesize()["data"] == {"glbr_virtual_machine": {"erp": {"name": "erp-db-01"}}}


def test_what_volumes_are_sorted_out_by_are_attributes_that_they_have(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    with pytest.raises(Refused) as refusal:
        Volumes(stack, "unknown", where={"colour": "red"})
    allowed = str(refusal.value).partition("Allowed: ")[2].split(", ")
    every = Volumes(stack, "every", where=dict.fromkeys(allowed, "x"))
    VolumeProtectionGroup(stack, "group", name="all", volumes=every)

    assets = synthesize()["resource"]["glbr_volume_protection_group"]["group"]["assets"]
    asked = re.findall(r"val\.(\w+) ==", assets)
    assert len(asked) == len(allowed) >= 7
    assert [name for name in asked if not hasattr(DataVolume, name)] == []


def test_what_is_only_looked_up_says_how(stack: cdk.TerraformStack) -> None:
    with pytest.raises(Refused) as refused:
        VirtualMachine(stack, "erp", name="erp-db-01")

    assert str(refused.value) == (
        "looking up clinic/erp: a VirtualMachine is not made here. Given: name='erp-db-01'. Allowed: "
        "VirtualMachine.from_virtual_machine_id(...) or VirtualMachine.from_virtual_machine_name(...)"
    )
