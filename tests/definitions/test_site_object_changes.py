"""How changes of Data Orchestrators, StoreOnces, vCenters and application hosts reach HPE, each in the way it takes them."""

import pytest

from glbr.definition import UNKNOWN, Resource, Tree
from glbr.resources.application_host import ApplicationHost
from glbr.resources.data_orchestrator import DataOrchestrator
from glbr.resources.hypervisor_manager import HypervisorManager
from glbr.resources.storeonce import Storeonce
from glbr.views.rest_body import create_body, step_body, update_body
from glbr.views.state import imported, state_from
from glbr.views.terraform_schema import resource_schema


def written(definition: type[Resource], **values: object) -> dict[str, object]:
    return dict.fromkeys(resource_schema(definition)) | values


ORCHESTRATOR = written(DataOrchestrator, id="do-1", display_name="do", remote_access_enabled=False)
STOREONCE = written(
    Storeonce,
    id="so-1",
    name="so",
    network_address="so.example",
    serial_number="CZ1",
    credentials={"username": None, "username_wo": None, "password": None, "password_wo": None},
)
VCENTER = written(
    HypervisorManager,
    id="vc-1",
    network_address="vc.example",
    display_name="vc.example",
    credentials={"username": "backup", "password": None, "password_wo": None, "password_wo_version": 1},
)


def patch(definition: type[Resource], prior: Tree, config: Tree | None = None, **changes: object) -> object:
    """The body of the PATCH that a change is sent as; `None` for none."""
    update = definition.update(prior, {**prior, **changes}, {})
    return update_body(definition, update, config or {}) if update.method else None


def test_an_activation_is_sent_the_code_and_the_name_alone() -> None:
    planned = ORCHESTRATOR | {"id": UNKNOWN, "date_time": {"method_date_time_set": "NTP", "timezone": None}}

    body = create_body(DataOrchestrator, planned, {"activation_code_wo": "code"})

    assert body == {"activationCode": "code", "displayName": "do"}


def test_an_active_orchestrator_is_sent_the_rest_and_asked_for_support_by_a_call_of_its_own() -> None:
    planned = ORCHESTRATOR | {
        "network": {"hostname": "do-2", "proxy": UNKNOWN},
        "ntp": UNKNOWN,
        "remote_access_enabled": True,
    }
    made = {"network": {"hostname": "do-1", "proxy": None}, "ntp": {"ntp_servers": []}, "remote_access_enabled": False}

    update = DataOrchestrator.completion(made, planned)

    assert update_body(DataOrchestrator, update, {}) == {"network": {"hostname": "do-2"}}
    assert [(step.action, step_body(DataOrchestrator, step)) for step in update.steps] == [
        ("set-remote-support", {"remoteAccessEnabled": True})
    ]


def test_an_orchestrator_that_is_left_as_it_is_is_sent_nothing() -> None:
    left = dict.fromkeys(("network", "ntp", "date_time", "remote_access_enabled"), UNKNOWN)

    assert not DataOrchestrator.completion({"network": {"hostname": "do-1"}}, ORCHESTRATOR | left).sends
    assert patch(DataOrchestrator, ORCHESTRATOR, activation_code="other") is None


def test_the_network_of_an_orchestrator_is_read_where_hpe_tells_it() -> None:
    reply = {"id": "do-1", "displayName": "do", "interfaces": {"network": {"hostname": "do-1"}}}

    assert state_from(DataOrchestrator, reply, None)["network"]["hostname"] == "do-1"


def test_what_hpe_leaves_out_of_an_orchestrator_is_as_it_was() -> None:
    prior = ORCHESTRATOR | {"network": UNKNOWN, "ntp": {"ntp_servers": [{"network_address": "time"}]}}

    state = state_from(DataOrchestrator, {"id": "do-1", "displayName": "do"}, prior)

    assert (state["remote_access_enabled"], state["ntp"], state["network"]) == (False, prior["ntp"], None)


def test_every_change_of_a_storeonce_names_its_address_again() -> None:
    assert patch(Storeonce, STOREONCE, description="new") == {"description": "new", "networkAddress": "so.example"}


def test_another_login_of_a_storeonce_is_not_sent() -> None:
    credentials = {**STOREONCE["credentials"], "username": "other", "password": "secret"}

    assert patch(Storeonce, STOREONCE, credentials=credentials) is None


@pytest.mark.parametrize(
    ("network", "address"),
    [
        ({"hostname": "so.example", "nics": [{"networkAddress": "10.0.0.6"}]}, "so.example"),
        ({"hostname": "", "nics": [{"networkAddress": "10.0.0.6"}]}, "10.0.0.6"),
        ({"nics": None}, None),
        (None, None),
    ],
)
def test_an_import_takes_the_address_of_a_storeonce_from_its_network(network: object, address: str | None) -> None:
    reply = {"id": "so-1", "name": "so", "serialNumber": "CZ1", "network": network}

    assert state_from(Storeonce, reply, None)["network_address"] == address


def test_the_address_that_was_written_for_a_storeonce_stays_whatever_its_network_is() -> None:
    reply = {"id": "so-1", "name": "so", "serialNumber": "CZ1", "network": {"hostname": "other"}}

    assert state_from(Storeonce, reply, STOREONCE)["network_address"] == "so.example"


def test_with_another_address_of_a_vcenter_its_name_is_sent_again() -> None:
    sent = patch(HypervisorManager, VCENTER, network_address="vc2.example")

    assert sent == {"networkAddress": "vc2.example", "displayName": "vc.example"}


def test_another_version_of_a_password_sends_the_login_again() -> None:
    credentials = {**VCENTER["credentials"], "password_wo_version": 2}
    config = {"credentials": {"username": "backup", "password_wo": "secret"}}

    sent = patch(HypervisorManager, VCENTER, config, credentials=credentials)

    assert sent == {"credentials": {"username": "backup", "password": "secret"}}


@pytest.mark.parametrize("definition", [HypervisorManager, ApplicationHost])
def test_an_import_tells_the_login_name_where_it_was_written(definition: type[Resource]) -> None:
    reply = {"id": "1", "name": "one", "networkAddress": "one.example", "username": "backup"}

    state = imported(resource_schema(definition), state_from(definition, reply, None))

    assert state["credentials"] == {
        "username": "backup",
        "password": None,
        "password_wo": None,
        "password_wo_version": 1,
    }
    assert "username" not in state


@pytest.mark.parametrize("definition", [DataOrchestrator, Storeonce, HypervisorManager, ApplicationHost])
def test_an_object_that_is_in_use_is_removed_only_when_told_to(definition: type[Resource]) -> None:
    assert definition.delete_query({"force": False}) == {}
    assert definition.delete_query({"force": True}) == {"force": "true"}
    assert "force = true" in definition.kept_while
