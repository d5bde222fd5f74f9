"""Network adapters of a gateway are changed in place, its place is not: a new gateway would lose the stores on the old one."""

import copy

import pytest

from samples import Json, sample
from workspace import Workspace

GATEWAY = "glbr_protection_store_gateway.tested"
COLLECTION = "/backup-recovery/v1beta1/protection-store-gateways"


@pytest.fixture
def site(workspace: Workspace) -> Json:
    """A gateway that is there."""
    configuration = sample("protection_store_gateway").configuration("glbr_protection_store_gateway")
    workspace.apply(configuration)
    return configuration


def first_adapter(workspace: Workspace) -> Json:
    gateway = workspace.control("GET", f"objects/protection-store-gateways/{workspace.state(GATEWAY)['id']}")
    return gateway["network"]["nics"][0]


def test_an_address_that_somebody_else_changed_is_set_back_in_place(workspace: Workspace, site: Json) -> None:
    before, adapter = workspace.state(GATEWAY), first_adapter(workspace)
    change = {"nic": {"id": adapter["id"], "networkAddress": "10.20.9.77"}}
    workspace.hpe("POST", f"{COLLECTION}/{before['id']}/updateNic", change)

    planned = workspace.actions()
    workspace.apply(site)

    assert planned == {GATEWAY: ["update"]}
    workspace.must_be_settled()
    assert workspace.state(GATEWAY) == before
    assert first_adapter(workspace) == adapter


NIC = {"network_name": "clinic-servers", "network_type": "STATIC", "subnet_mask": "255.255.255.0"}


@pytest.mark.parametrize(
    "new", [{**NIC, "network_address": "10.20.9.35"}, {"network_name": "clinic-servers", "network_type": "DHCP"}]
)
def test_an_adapter_may_be_added_before_one_in_the_same_network(workspace: Workspace, site: Json, new: Json) -> None:
    wanted, present = copy.deepcopy(site), {**NIC, "network_address": "10.20.9.31"}
    gateway = wanted["resource"]["glbr_protection_store_gateway"]["tested"]
    gateway["nics"] = [present]
    workspace.apply(wanted)
    before = workspace.state(GATEWAY)["nics"][0]

    gateway["nics"] = [new, present]
    workspace.apply(wanted)

    workspace.must_be_settled()
    assert workspace.state(GATEWAY)["nics"][1] == before


def test_of_two_adapters_that_are_alike_one_is_taken_away(workspace: Workspace, site: Json) -> None:
    wanted, asking = copy.deepcopy(site), {"network_name": "clinic-servers", "network_type": "DHCP"}
    wanted["resource"]["glbr_protection_store_gateway"]["tested"]["nics"] = [asking]
    workspace.apply(wanted)
    path = f"{COLLECTION}/{workspace.state(GATEWAY)['id']}/createNic"
    twin = {"nic": {"networkName": "clinic-servers", "networkType": "DHCP"}}
    workspace.hpe("POST", path, twin)

    workspace.apply(wanted)

    workspace.must_be_settled()
    assert len(workspace.state(GATEWAY)["nics"]) == 1


def test_another_kind_of_place_plans_a_new_gateway_and_says_what_is_lost(workspace: Workspace, site: Json) -> None:
    moved = copy.deepcopy(site)
    machine = moved["resource"]["glbr_protection_store_gateway"]["tested"]["vm_config"]
    del machine["cluster_id"]
    machine["host_id"] = "${data.glbr_hypervisor_hosts.all.items[0].id}"
    workspace.write(moved)

    said = workspace.run("plan", "-no-color")

    assert "must be replaced" in said.text
    assert "lost with every recovery point" in said.text


def test_a_folder_after_empty_text_keeps_the_gateway(workspace: Workspace, site: Json) -> None:
    wanted = copy.deepcopy(site)
    machine = wanted["resource"]["glbr_protection_store_gateway"]["tested"]["vm_config"]
    machine["folder_id"] = ""
    workspace.apply(wanted)
    identifier = workspace.state(GATEWAY)["id"]

    machine["folder_id"] = "${data.glbr_hypervisor_folders.all.items[0].id}"
    said = workspace.apply(wanted)

    assert "Nothing is sent for vm_config.folder_id" in said.text
    workspace.must_be_settled()
    assert workspace.state(GATEWAY)["id"] == identifier


def test_the_adapter_by_which_a_gateway_was_deployed_may_be_taken_away_by_somebody(
    workspace: Workspace, site: Json
) -> None:
    wanted = copy.deepcopy(site)
    second = {"network_name": "clinic-servers", "network_type": "DHCP"}
    wanted["resource"]["glbr_protection_store_gateway"]["tested"]["nics"] = [second]
    workspace.apply(wanted)
    identifier, adapter = workspace.state(GATEWAY)["id"], first_adapter(workspace)
    workspace.hpe("POST", f"{COLLECTION}/{identifier}/deleteNic", {"nic": {"id": adapter["id"]}})

    planned = workspace.actions()
    workspace.apply(wanted)

    assert planned == {GATEWAY: ["update"]}
    workspace.must_be_settled()
    assert workspace.state(GATEWAY)["id"] == identifier
    assert first_adapter(workspace)["networkAddress"] == adapter["networkAddress"]
