"""Appliances, vCenters and hosts: what they become, and what they never hold."""

from collections.abc import Callable
from typing import Any

import pytest

from construct_samples import appliances
from glbr_constructs import (
    ApplicationHost,
    DataOrchestrator,
    HypervisorManager,
    Login,
    NetworkAdapter,
    Proxy,
    Refused,
    StoreOnce,
    TerraformVariable,
    Workload,
)
from glbr_constructs.cdk import cdk

Synthesize = Callable[[], dict[str, Any]]


@pytest.fixture
def password(stack: cdk.TerraformStack) -> cdk.TerraformVariable:
    return TerraformVariable(stack, "password", type="string", sensitive=True)


def orchestrator(stack: cdk.TerraformStack) -> Any:
    return DataOrchestrator.from_data_orchestrator_id(stack, "orchestrator", "do-1")


def vcenter(stack: cdk.TerraformStack, login: Login) -> HypervisorManager:
    return HypervisorManager(
        stack, "vcenter", network_address="vcenter.example", orchestrator=orchestrator(stack), login=login
    )


def test_a_password_is_write_only_and_sent_again_with_another_version(
    stack: cdk.TerraformStack, password: cdk.TerraformVariable, synthesize: Synthesize
) -> None:
    vcenter(stack, Login(username="backup", password=password, version=4))

    assert synthesize()["resource"]["glbr_hypervisor_manager"]["vcenter"] == {
        "network_address": "vcenter.example",
        "hypervisor_manager_type": "VMWARE_VCENTER",
        "data_orchestrator_id": "do-1",
        "credentials": {"username": "backup", "password_wo": "${var.password}", "password_wo_version": 4},
    }


def test_a_password_is_kept_in_the_state_only_when_asked(
    stack: cdk.TerraformStack, password: cdk.TerraformVariable, synthesize: Synthesize
) -> None:
    vcenter(stack, Login(username="backup", password=password, kept_in_state=True))

    written = synthesize()["resource"]["glbr_hypervisor_manager"]["vcenter"]["credentials"]
    assert written == {"username": "backup", "password": "${var.password}"}


def test_a_login_that_counts_once_has_no_version(stack: cdk.TerraformStack, password: cdk.TerraformVariable) -> None:
    login = Login(username="backup", password=password, version=2)

    with pytest.raises(
        Refused, match=r"registering StoreOnce clinic/so: login.version=2 changes nothing.*without version"
    ):
        StoreOnce(stack, "so", network_address="so.example", serial_number="CZ1", login=login)


def test_a_password_in_the_program_is_refused_and_not_repeated() -> None:
    with pytest.raises(Refused, match=r"it would stand in cdk\.tf\.json.*sensitive=True") as refusal:
        Login(username="backup", password="correct-horse")

    assert "correct-horse" not in str(refusal.value)


def test_a_dict_with_a_password_is_refused_and_not_repeated(stack: cdk.TerraformStack) -> None:
    written: Any = {"username": "backup", "password": "correct-horse"}

    with pytest.raises(Refused, match="login is a dict, not a Login") as refusal:
        ApplicationHost(stack, "sql", network_address="sql.example", login=written)

    assert "correct-horse" not in str(refusal.value)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "comes from the variable shown, which is not sensitive: Terraform would print its value"),
        ({"sensitive": True, "default": "x"}, "whose default would stand in cdk.tf.json.*Leave its default out"),
    ],
)
def test_a_variable_that_shows_the_password_is_refused(
    stack: cdk.TerraformStack, options: dict[str, Any], message: str
) -> None:
    shown = TerraformVariable(stack, "shown", type="string", **options)

    with pytest.raises(Refused, match=message):
        Login(username="backup", password=shown)


def test_a_version_is_nothing_for_a_password_that_is_kept(password: cdk.TerraformVariable) -> None:
    with pytest.raises(
        Refused, match=r"version=2 is for a password that is not kept in the state.*Allowed: version, or"
    ):
        Login(username="backup", password=password, version=2, kept_in_state=True)


def test_what_is_registered_through_an_orchestrator_waits_for_it(
    stack: cdk.TerraformStack, password: cdk.TerraformVariable, synthesize: Synthesize
) -> None:
    made = DataOrchestrator(stack, "do", name="clinic-do-1", activation_code=password)
    login = Login(username="backup", password=password)
    StoreOnce(stack, "so", network_address="so.example", serial_number="CZ1", login=login, orchestrator=made)
    ApplicationHost(stack, "sql", network_address="sql.example", login=login, orchestrator=made)
    known = orchestrator(stack)
    ApplicationHost(stack, "old", network_address="old.example", login=login, orchestrator=known)

    written = synthesize()["resource"]
    assert written["glbr_storeonce"]["so"]["depends_on"] == ["glbr_data_orchestrator.do"]
    assert written["glbr_application_host"]["sql"]["depends_on"] == ["glbr_data_orchestrator.do"]
    assert "depends_on" not in written["glbr_application_host"]["old"]


def test_a_gateway_is_sized_by_what_it_protects_or_by_hand(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    appliances.protection_store_gateway(stack)

    gateways = synthesize()["resource"]["glbr_protection_store_gateway"]
    machine = gateways["gateway"]["vm_config"]
    assert {name: value for name, value in machine.items() if name.startswith("max_")} == {
        "max_on_prem_daily_protected_data_in_tib": 2,
        "max_on_prem_retention_days": 30,
        "max_in_cloud_daily_protected_data_in_tib": 1,
        "max_in_cloud_retention_days": 180,
    }
    assert gateways["gateway-host"]["vm_config"]["override"] == {"cpu": 8, "ram_in_gib": 24, "storage_in_tib": 10}


def test_a_gateway_stands_in_one_place_with_its_adapters(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    appliances.protection_store_gateway(stack)

    gateways = synthesize()["resource"]["glbr_protection_store_gateway"]
    places = {
        name: [place for place in ("cluster_id", "host_id", "resource_pool_id") if place in gateway["vm_config"]]
        for name, gateway in gateways.items()
    }
    assert places == {"gateway": ["cluster_id"], "gateway-host": ["host_id"], "gateway-pool": ["resource_pool_id"]}
    assert gateways["gateway"]["vm_config"]["network"] == {
        "name": "clinic-servers",
        "network_type": "STATIC",
        "network_address": "10.20.9.30",
        "subnet_mask": "255.255.255.0",
        "gateway": "10.20.9.1",
    }
    assert gateways["gateway"]["nics"] == [{"network_name": "backup-net", "network_type": "DHCP"}]


def test_an_orchestrator_sets_up_only_what_was_written(
    stack: cdk.TerraformStack, password: cdk.TerraformVariable, synthesize: Synthesize
) -> None:
    DataOrchestrator(stack, "do", name="clinic-do-1", activation_code=password, dns=["10.20.9.53"])

    assert synthesize()["resource"]["glbr_data_orchestrator"]["do"] == {
        "display_name": "clinic-do-1",
        "activation_code_wo": "${var.password}",
        "network": {"name_servers": [{"network_address": "10.20.9.53"}]},
    }


def test_values_that_only_terraform_knows_pass(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    address = TerraformVariable(stack, "address", type="string").string_value
    amount = TerraformVariable(stack, "amount", type="number").number_value
    adapter = NetworkAdapter.static("servers", address=address, mask=address, gateway=address)
    workload = Workload.on_premises(daily_tib=amount, kept_days=amount)
    proxy = Proxy(address=address, port=8080)

    assert (adapter.address, proxy.address) == (address, address)
    assert workload.on_premises_daily_tib == amount


def test_what_exists_already_is_found_by_name_or_taken_by_its_identifier(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    named = HypervisorManager.from_hypervisor_manager_name(stack, "vcenter", "vcenter-1")
    known = HypervisorManager.from_hypervisor_manager_id(stack, "other", "vc-2")
    host = ApplicationHost.from_application_host_name(stack, "sql", "sql-01")

    assert known.hypervisor_manager_id == "vc-2"
    assert named.hypervisor_manager_id != host.application_host_id
    assert synthesize()["data"] == {
        "glbr_hypervisor_manager": {"vcenter": {"name": "vcenter-1"}},
        "glbr_application_host": {"sql": {"name": "sql-01"}},
    }
