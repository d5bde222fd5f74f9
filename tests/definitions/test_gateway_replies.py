"""A Protection Store Gateway as HPE tells it becomes what a person wrote; what contradicts itself is refused before."""

import pytest

from gateways import (
    BACKUP_NIC,
    MACHINE,
    MACHINE_BESIDE,
    NETWORK,
    TOLD,
    WRITTEN,
    adapter,
    new_adapter,
    with_machine,
    with_network,
)
from glbr.definition import UNKNOWN, Tree
from glbr.protection.gateway import gateway_problems
from glbr.resources.protection_store_gateway import ProtectionStoreGateway
from glbr.views.state import state_from


def test_a_reply_gives_back_what_was_written() -> None:
    state = state_from(ProtectionStoreGateway, TOLD, WRITTEN)

    assert state["vm_config"] == MACHINE
    assert state["hypervisor_manager_id"] == "vc-1"
    assert (state["nics"], state["dns"], state["proxy"]) == (None, None, None)


def test_an_import_tells_the_machine_by_what_it_runs_on() -> None:
    state = state_from(ProtectionStoreGateway, TOLD, None, MACHINE_BESIDE)

    machine = state["vm_config"]
    assert state["hypervisor_manager_id"] == "vc-1"
    assert {**machine, "datastore_ids": sorted(machine["datastore_ids"])} == MACHINE


def test_without_a_cluster_an_import_tells_the_host() -> None:
    beside = MACHINE_BESIDE | {"cluster_info": None}

    machine = state_from(ProtectionStoreGateway, TOLD, None, beside)["vm_config"]

    assert (machine["cluster_id"], machine["host_id"]) == (None, "h-1")


def test_a_written_zero_stays_and_hpes_zero_means_none() -> None:
    written = with_machine(max_on_prem_retention_days=0)

    assert state_from(ProtectionStoreGateway, TOLD, written)["vm_config"]["max_on_prem_retention_days"] == 0
    assert state_from(ProtectionStoreGateway, TOLD, WRITTEN)["vm_config"]["max_on_prem_retention_days"] is None


def test_a_figure_that_was_left_out_stays_so_whatever_hpe_makes_of_it() -> None:
    written = with_machine(override={"cpu": 8, "ram_in_gib": None, "storage_in_tib": None})
    told = TOLD | {
        "size": {**TOLD["size"], "maxOnPremRetentionDays": 14},
        "override": {"cpu": 8, "ramInGiB": 64, "storageInTiB": 2},
    }

    assert state_from(ProtectionStoreGateway, told, written)["vm_config"] == written["vm_config"]
    assert state_from(ProtectionStoreGateway, told, None)["vm_config"]["max_on_prem_retention_days"] == 14


def test_parts_that_hpe_leaves_out_are_no_difference() -> None:
    bare = {"id": "psg-1", "name": "psg"}
    written = WRITTEN | {"nics": [BACKUP_NIC], "dns": NETWORK["dns"], "ntp": [{"network_address": "time"}]}

    state = state_from(ProtectionStoreGateway, bare, written)

    parts = ("vm_config", "nics", "dns", "ntp", "remote_access_enabled")
    assert {name: state[name] for name in parts} == {name: written[name] for name in parts}


def test_a_lent_address_is_not_kept() -> None:
    leased = {**TOLD["network"]["nics"][0], "networkType": "DHCP"}
    told = TOLD | {"network": {**TOLD["network"], "nics": [leased]}}
    written = with_machine(network={"name": "servers", "network_type": "DHCP"})

    network = state_from(ProtectionStoreGateway, told, written)["vm_config"]["network"]

    assert network == {
        "name": "servers",
        "network_type": "DHCP",
        **dict.fromkeys(("network_address", "subnet_mask", "gateway", "dns")),
    }


def test_the_first_adapter_is_the_one_with_the_lowest_index_however_hpe_lists_them() -> None:
    second = {
        "id": "nic-2",
        "networkIndex": 1,
        "networkName": "backup",
        "networkType": "DHCP",
        "networkAddress": "10.1.0.7",
    }
    told = TOLD | {"network": {**TOLD["network"], "nics": [second, TOLD["network"]["nics"][0]]}}

    state = state_from(ProtectionStoreGateway, told, WRITTEN)

    assert state["vm_config"]["network"] == NETWORK
    assert [(nic["id"], nic["network_address"]) for nic in state["nics"]] == [("nic-2", None)]


def test_adapters_in_one_network_keep_their_order_and_their_ids_however_hpe_lists_them() -> None:
    first = TOLD["network"]["nics"][0]
    others = [
        {
            **first,
            "id": f"nic-{number}",
            "networkIndex": number,
            "networkName": "backup",
            "networkAddress": f"10.1.0.{number}",
        }
        for number in (1, 2)
    ]
    told = TOLD | {"network": {**TOLD["network"], "nics": [*others, first]}}
    prior = WRITTEN | {
        "nics": [new_adapter(network_address=f"10.1.0.{number}", gateway="10.0.0.1") for number in (2, 1)]
    }

    assert [nic["id"] for nic in state_from(ProtectionStoreGateway, told, prior)["nics"]] == ["nic-2", "nic-1"]


@pytest.mark.parametrize(
    ("tree", "path"),
    [
        (with_machine(cluster_id=None), ("vm_config", "cluster_id")),
        (with_machine(cluster_id=""), ("vm_config", "cluster_id")),
        (with_machine(host_id="h-1"), ("vm_config", "host_id")),
        (with_network(subnet_mask=None), ("vm_config", "network", "subnet_mask")),
        (
            with_network(network_type="DHCP", subnet_mask=None, gateway=None),
            ("vm_config", "network", "network_address"),
        ),
        (WRITTEN | {"nics": [adapter(network_address=None)]}, ("nics", 0, "network_address")),
        (WRITTEN | {"nics": [adapter(), adapter()]}, ("nics", 1)),
        (
            with_machine(**{name: None for name in MACHINE if name.startswith("max_")}),
            ("vm_config", "max_in_cloud_daily_protected_data_in_tib"),
        ),
    ],
)
def test_a_gateway_that_contradicts_itself_is_refused_where_it_does(tree: Tree, path: tuple[str | int, ...]) -> None:
    assert [problem.path for problem in gateway_problems(tree)] == [path]


def test_what_is_not_known_yet_is_no_contradiction() -> None:
    open_place = with_machine(cluster_id=UNKNOWN, host_id=UNKNOWN, network=UNKNOWN)
    open_address = with_network(
        network_type="DHCP", **dict.fromkeys(("network_address", "subnet_mask", "gateway"), UNKNOWN)
    )

    assert [*gateway_problems(open_place), *gateway_problems(open_address)] == []


def test_a_place_of_empty_text_is_no_second_place() -> None:
    assert list(gateway_problems(with_machine(host_id="", resource_pool_id=""))) == []
