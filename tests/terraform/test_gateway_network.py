"""The first network adapter of a gateway is changed in place: a new gateway would lose the stores on the old one."""

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
