"""How a change of a Protection Store Gateway reaches HPE: each part by the call that takes it."""

import pytest

from gateways import BACKUP_NIC, WRITTEN, adapter, new_adapter, with_machine, with_network
from glbr.definition import UNKNOWN, Step, Tree, Update
from glbr.provider.planner import planned as plan_of
from glbr.resources.protection_store_gateway import ProtectionStoreGateway
from glbr.views.rest_body import create_body, step_body, update_body
from glbr.views.terraform_schema import resource_schema

FIRST_NIC = {**BACKUP_NIC, "id": "nic-1", "network_index": 0, "network_name": "servers"}
LIVE = {"nics": [BACKUP_NIC, FIRST_NIC]}


def update(planned: Tree, prior: Tree = WRITTEN) -> Update:
    return ProtectionStoreGateway.update(prior, planned, LIVE)


def calls(change: Update) -> list[tuple[str, object]]:
    """What is sent, in order: the method or the last part of the path, and the body."""
    patch = [("PATCH", update_body(ProtectionStoreGateway, change, {}))] if change.method else []
    return [*patch, *((step.action, body_of(step)) for step in change.steps)]


def body_of(step: Step) -> dict[str, object]:
    return step_body(ProtectionStoreGateway, step)


def test_a_deployment_is_sent_the_machine_and_nothing_that_is_set_later() -> None:
    planned = WRITTEN | {
        "id": UNKNOWN,
        "nics": [new_adapter()],
        "ntp": UNKNOWN,
        "dns": [{"network_address": "10.0.0.54"}],
        "proxy": {"network_address": "proxy", "port": 3128, "credentials": None},
        "date_time": {"method_date_time_set": "NTP", "timezone": None},
    }

    body = create_body(ProtectionStoreGateway, planned, {})

    assert sorted(body) == ["hypervisorManagerId", "name", "vmConfig"]
    assert sorted(body["vmConfig"]) == [
        "clusterId",
        "datastoreIds",
        "maxInCloudDailyProtectedDataInTiB",
        "maxInCloudRetentionDays",
        "maxOnPremDailyProtectedDataInTiB",
        "network",
    ]


def test_what_a_deployment_cannot_take_is_sent_right_after_it() -> None:
    planned = WRITTEN | {
        "nics": [new_adapter()],
        "ntp": [{"network_address": "time"}],
        "proxy": {"network_address": "proxy", "port": 3128, "credentials": None},
        "date_time": {"method_date_time_set": "NTP", "timezone": None},
        "remote_access_enabled": True,
    }
    made = {
        "nics": [FIRST_NIC],
        "dns": [{"network_address": "10.0.0.53"}],
        "remote_access_enabled": False,
    }

    sent = calls(ProtectionStoreGateway.completion(made, planned))

    assert [name for name, _ in sent] == ["PATCH", "createNic", "set-remote-support"]
    assert sent[0][1] == {
        "ntp": [{"networkAddress": "time"}],
        "proxy": {"networkAddress": "proxy", "port": 3128},
        "dateTime": {"methodDateTimeSet": "NTP"},
    }
    assert sent[1][1] == {
        "nic": {
            "networkName": "backup",
            "networkType": "STATIC",
            "networkAddress": "10.1.0.5",
            "subnetMask": "255.255.255.0",
        }
    }
    assert sent[2][1] == {"enabled": True}


def test_a_deployment_with_nothing_beside_the_machine_sends_nothing_more() -> None:
    made = {"nics": [{"network_name": "servers", "network_type": "STATIC"}], "dns": [{"network_address": "10.0.0.53"}]}

    assert not ProtectionStoreGateway.completion(
        made, WRITTEN | {"ntp": UNKNOWN, "remote_access_enabled": UNKNOWN}
    ).sends


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        ({"datastore_ids": ["ds-1"]}, {"datastoreIds": ["ds-1"]}),
        ({"max_in_cloud_retention_days": 90}, {"datastoreIds": ["ds-1", "ds-2"], "maxInCloudRetentionDays": 90}),
        (
            {"override": {"cpu": 8, "ram_in_gib": UNKNOWN, "storage_in_tib": None}},
            {"datastoreIds": ["ds-1", "ds-2"], "override": {"cpu": 8}},
        ),
    ],
)
def test_another_size_goes_by_resize_with_the_whole_list_of_datastores(
    values: dict[str, object], sent: dict[str, object]
) -> None:
    figures = {
        "maxInCloudDailyProtectedDataInTiB": 0.5,
        "maxInCloudRetentionDays": 30,
        "maxOnPremDailyProtectedDataInTiB": 1,
    }

    assert calls(update(with_machine(**values))) == [("resize", figures | sent)]


def test_a_fixed_size_is_taken_back_by_zeros() -> None:
    prior = with_machine(override={"cpu": 8, "ram_in_gib": 64, "storage_in_tib": 2})

    ((action, body),) = calls(update(WRITTEN, prior))

    assert action == "resize"
    assert body["override"] == {"cpu": 0, "ramInGiB": 0, "storageInTiB": 0}


def test_a_figure_that_is_taken_away_is_sent_as_zero() -> None:
    prior = with_machine(override={"cpu": 8, "ram_in_gib": 64, "storage_in_tib": None})
    planned = with_machine(
        max_in_cloud_retention_days=None, override={"cpu": 8, "ram_in_gib": None, "storage_in_tib": None}
    )

    ((action, body),) = calls(update(planned, prior))

    assert action == "resize"
    assert (body["maxInCloudRetentionDays"], body["maxInCloudDailyProtectedDataInTiB"]) == (0, 0.5)
    assert body["override"] == {"cpu": 8, "ramInGiB": 0}


def test_a_change_leaves_no_figure_open_that_nobody_wrote() -> None:
    config = WRITTEN | {"remote_access_enabled": True}

    plan = plan_of(resource_schema(ProtectionStoreGateway), WRITTEN, config)

    assert plan.changed
    assert plan.state["vm_config"] == WRITTEN["vm_config"]


def test_the_order_of_datastores_is_no_change() -> None:
    assert not update(with_machine(datastore_ids=["ds-2", "ds-1"])).sends


def test_adapters_are_made_first_then_changed_then_dropped() -> None:
    prior = WRITTEN | {"nics": [adapter(), adapter(id="nic-3", network_name="old", network_address="10.2.0.5")]}
    planned = WRITTEN | {"nics": [adapter(network_address="10.1.0.6"), new_adapter(network_name="new")]}

    sent = calls(update(planned, prior))

    assert [name for name, _ in sent] == ["createNic", "updateNic", "deleteNic"]
    assert sent[1][1]["nic"]["id"] == "nic-2"
    assert sent[1][1]["nic"]["networkAddress"] == "10.1.0.6"
    assert sent[2][1] == {"nic": {"id": "nic-3"}}


def test_of_two_adapters_in_one_network_the_one_with_the_same_address_stays() -> None:
    prior = WRITTEN | {"nics": [adapter(), adapter(id="nic-3", network_address="10.1.0.6")]}
    planned = WRITTEN | {"nics": [adapter(id="nic-3", network_address="10.1.0.6")]}

    assert calls(update(planned, prior)) == [("deleteNic", {"nic": {"id": "nic-2"}})]


@pytest.mark.parametrize(
    "new",
    [new_adapter(network_address="10.1.0.9"), new_adapter(network_type="DHCP", network_address=None, subnet_mask=None)],
)
def test_a_new_adapter_written_before_one_that_is_there_leaves_that_alone(new: Tree) -> None:
    sent = calls(update(WRITTEN | {"nics": [new, adapter()]}, WRITTEN | {"nics": [adapter()]}))

    ((action, body),) = sent
    assert action == "createNic"
    assert body["nic"].get("networkAddress") == new["network_address"]


def test_a_new_adapter_written_before_one_that_the_plan_does_not_know_yet_leaves_that_alone() -> None:
    made = LIVE | {"dns": [{"network_address": "10.0.0.53"}], "remote_access_enabled": False}
    planned = WRITTEN | {"nics": [new_adapter(network_address="10.1.0.9"), new_adapter()]}

    sent = calls(ProtectionStoreGateway.completion(made, planned))

    assert [(name, body["nic"]["networkAddress"]) for name, body in sent] == [("createNic", "10.1.0.9")]


def test_of_adapters_that_are_alike_the_one_that_the_plan_names_stays() -> None:
    prior = WRITTEN | {"nics": [adapter(id=f"nic-{number}") for number in (2, 3, 4)]}

    sent = calls(update(WRITTEN | {"nics": [adapter(id="nic-3")]}, prior))

    assert sent == [("deleteNic", {"nic": {"id": "nic-2"}}), ("deleteNic", {"nic": {"id": "nic-4"}})]


def test_an_adapter_moves_to_another_network_with_its_address() -> None:
    prior = WRITTEN | {"nics": [adapter(), adapter(id="nic-3", network_name="old", network_address="10.1.0.6")]}
    planned = WRITTEN | {"nics": [new_adapter(network_address="10.1.0.9"), new_adapter(network_name="new")]}

    sent = calls(update(planned, prior))

    assert [name for name, _ in sent] == ["createNic", "updateNic", "deleteNic"]
    assert (sent[1][1]["nic"]["id"], sent[1][1]["nic"]["networkName"]) == ("nic-2", "new")
    assert sent[2][1] == {"nic": {"id": "nic-3"}}


def test_two_adapters_that_ask_for_addresses_in_two_networks_are_not_taken_for_one() -> None:
    asking = {"network_type": "DHCP", "network_address": None, "subnet_mask": None}
    planned = WRITTEN | {"nics": [new_adapter(network_name="new", **asking)]}

    sent = calls(update(planned, WRITTEN | {"nics": [adapter(**asking)]}))

    assert [name for name, _ in sent] == ["createNic", "deleteNic"]


def test_the_gateway_of_an_adapter_is_taken_away_by_empty_text() -> None:
    prior = WRITTEN | {"nics": [adapter(gateway="10.1.0.1")]}

    ((action, body),) = calls(update(WRITTEN | {"nics": [adapter()]}, prior))

    assert (action, body["nic"]["gateway"]) == ("updateNic", "")


STATIC = {"networkType": "STATIC", "networkAddress": "10.0.0.5", "subnetMask": "255.255.255.0", "gateway": "10.0.0.1"}
ASKING = {"network_type": "DHCP", **dict.fromkeys(("network_address", "subnet_mask", "gateway"))}


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        ({"network_address": "10.0.0.9"}, {"networkName": "servers", **STATIC, "networkAddress": "10.0.0.9"}),
        ({"name": "others"}, {"networkName": "others", **STATIC}),
        ({"gateway": None}, {"networkName": "servers", **STATIC, "gateway": ""}),
        (ASKING, {"networkName": "servers", "networkType": "DHCP"}),
    ],
)
def test_the_adapter_of_the_machine_is_changed_in_place(values: dict[str, object], sent: dict[str, object]) -> None:
    assert calls(update(with_network(**values))) == [("updateNic", {"nic": {"id": "nic-1", **sent}})]


def test_an_address_that_somebody_changed_at_hpe_is_set_back_in_place() -> None:
    back = update(WRITTEN, with_network(network_address="10.0.0.77"))

    assert back.replace == ()
    assert calls(back) == [("updateNic", {"nic": {"id": "nic-1", "networkName": "servers", **STATIC}})]


def test_the_adapter_of_the_machine_gives_its_address_up_before_another_takes_it() -> None:
    planned = with_network(network_address="10.0.0.9") | {"nics": [new_adapter(network_address="10.0.0.5")]}

    assert [name for name, _ in calls(update(planned))] == ["updateNic", "createNic"]


@pytest.mark.parametrize(
    ("nics", "calls_made"),
    [([], ["deleteNic", "updateNic"]), ([adapter(network_address="10.1.0.6")], ["updateNic", "updateNic"])],
)
def test_another_adapter_gives_its_address_up_before_the_adapter_of_the_machine_takes_it(
    nics: list[Tree], calls_made: list[str]
) -> None:
    planned = with_network(network_address="10.1.0.5") | {"nics": nics}

    sent = calls(update(planned, WRITTEN | {"nics": [adapter()]}))

    assert [name for name, _ in sent] == calls_made
    assert sent[-1][1]["nic"]["id"] == "nic-1"


def test_an_address_that_is_not_known_yet_is_sent_by_the_apply() -> None:
    assert not update(with_network(network_address=UNKNOWN)).sends
    assert not update(with_machine(network=UNKNOWN)).sends


def test_dns_servers_of_the_machine_are_changed_in_place() -> None:
    changed = update(with_network(dns=[{"network_address": "10.0.0.54"}]))

    assert calls(changed) == [("PATCH", {"dns": [{"networkAddress": "10.0.0.54"}]})]


def test_dns_servers_beside_the_machine_count_before_those_of_it() -> None:
    own = {"dns": [{"network_address": "10.0.0.60"}]}

    assert calls(update(WRITTEN | own)) == [("PATCH", {"dns": [{"networkAddress": "10.0.0.60"}]})]
    assert not update(with_network(dns=[{"network_address": "10.0.0.54"}]) | own, WRITTEN | own).sends
    assert calls(update(WRITTEN, WRITTEN | own)) == [("PATCH", {"dns": [{"networkAddress": "10.0.0.53"}]})]


def test_a_proxy_is_taken_away_by_null_and_a_clock_is_left_alone() -> None:
    prior = WRITTEN | {
        "proxy": {"network_address": "proxy", "port": 3128, "credentials": None},
        "date_time": {"method_date_time_set": "NTP", "timezone": None},
    }

    assert calls(update(WRITTEN, prior)) == [("PATCH", {"proxy": None})]


@pytest.mark.parametrize(
    ("planned", "path"),
    [
        (with_machine(cluster_id="cluster-2"), ("vm_config", "cluster_id")),
        (with_machine(folder_id="f-2"), ("vm_config", "folder_id")),
        (WRITTEN | {"hypervisor_manager_id": "vc-2"}, ("hypervisor_manager_id",)),
    ],
)
def test_another_place_needs_a_new_gateway(planned: Tree, path: tuple[str, ...]) -> None:
    refused = update(planned, with_machine(folder_id="f-1"))

    assert refused.replace == (path,)
    assert "new gateway" in refused.reason
    assert "lost with every recovery point" in ProtectionStoreGateway.lost_when_replaced


@pytest.mark.parametrize("kind", ["host_id", "resource_pool_id"])
@pytest.mark.parametrize("place", ["p-1", UNKNOWN])
def test_another_kind_of_place_needs_a_new_gateway(kind: str, place: object) -> None:
    refused = update(with_machine(cluster_id=None, **{kind: place}))

    assert refused.replace == (("vm_config", "cluster_id"), ("vm_config", kind))
    assert not refused.sends


def test_a_folder_of_empty_text_is_none() -> None:
    taken = update(with_machine(folder_id="f-1"), with_machine(folder_id=""))
    same = update(with_machine(folder_id=""))

    assert (taken.replace, taken.sends) == ((), False)
    assert "vm_config.folder_id" in taken.reason
    assert same == Update.nothing()


def test_what_an_import_could_not_tell_is_taken_over_without_a_call() -> None:
    taken = update(with_machine(cluster_id=None, host_id="h-1", folder_id="f-1"), with_machine(cluster_id=None))

    assert not taken.sends
    assert taken.replace == ()
    assert "vm_config.folder_id" in taken.reason


def test_an_id_that_is_not_known_yet_is_no_move() -> None:
    assert update(with_machine(cluster_id=UNKNOWN)).replace == ()
