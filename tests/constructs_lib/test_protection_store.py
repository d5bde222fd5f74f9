"""Stores: what they become, what carries them, where they are."""

from collections.abc import Callable
from typing import Any

import pytest

from glbr_constructs import (
    Login,
    ProtectionStore,
    ProtectionStoreGateway,
    Refused,
    StorageLocation,
    StoreOnce,
    TerraformVariable,
)
from glbr_constructs.cdk import cdk

Synthesize = Callable[[], dict[str, Any]]


def test_a_store_is_on_its_appliance_or_in_a_cloud(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    appliance = StoreOnce.from_storeonce_id(stack, "main", "so-1")
    gateway = ProtectionStoreGateway.from_protection_store_gateway_name(stack, "psg", "clinic-gateway-1")
    local = ProtectionStore.on_premises(stack, "local", name="Local", on=appliance)
    cloud = ProtectionStore.in_cloud(stack, "cloud", name="Cloud", on=gateway, location="azure:eastus2", force=True)

    assert (local.protection_store_type, cloud.protection_store_type) == ("ON_PREMISES", "CLOUD")
    assert synthesize()["resource"]["glbr_protection_store"] == {
        "local": {
            "display_name": "Local",
            "protection_store_type": "ON_PREMISES",
            "storage_system_id": "so-1",
            "storage_system_type": "STOREONCE",
        },
        "cloud": {
            "display_name": "Cloud",
            "protection_store_type": "CLOUD",
            "storage_system_id": "${data.glbr_protection_store_gateway.psg.id}",
            "storage_system_type": "PROTECTION_STORE_GATEWAY",
            "storage_location_id": "azure:eastus2",
            "force": True,
        },
    }


def test_a_store_waits_for_an_appliance_that_is_made_with_it(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    password = TerraformVariable(stack, "password", type="string", sensitive=True)
    appliance = StoreOnce(
        stack, "main", network_address="so.example", serial_number="CZ1", login=Login(username="a", password=password)
    )
    ProtectionStore.on_premises(stack, "local", name="Local", on=appliance)

    assert (
        synthesize()["resource"]["glbr_protection_store"]["local"]["storage_system_id"] == "${glbr_storeonce.main.id}"
    )


@pytest.mark.parametrize("location", ["eastus2", "azure", "azure:", "Azure:eastus2", "oracle:eu-1", "azure: eastus2"])
def test_a_location_has_the_form_that_hpe_publishes(stack: cdk.TerraformStack, location: str) -> None:
    appliance = StoreOnce.from_storeonce_id(stack, "main", "so-1")

    with pytest.raises(
        Refused, match=rf"making store clinic/cloud: This is no cloud location .*'{location}'.*'aws:eu-cen"
    ):
        ProtectionStore(stack, "cloud", name="Cloud", on=appliance, location=location)


def test_a_location_that_only_terraform_or_hpe_knows_is_taken_as_it_is(
    stack: cdk.TerraformStack, synthesize: Synthesize
) -> None:
    appliance = StoreOnce.from_storeonce_id(stack, "main", "so-1")
    asked = TerraformVariable(stack, "where", type="string").string_value
    named = StorageLocation.from_storage_location_name(stack, "frankfurt", "Frankfurt")
    new = StorageLocation.from_storage_location_id(stack, "new", "newcloud:moon-1")
    for id_, location in {"asked": asked, "named": named, "later": new}.items():
        ProtectionStore.in_cloud(stack, id_, name=id_, on=appliance, location=location)

    stores = synthesize()["resource"]["glbr_protection_store"]
    assert {name: store["storage_location_id"] for name, store in stores.items()} == {
        "asked": "${var.where}",
        "named": "${data.glbr_storage_location.frankfurt.id}",
        "later": "newcloud:moon-1",
    }


def test_a_store_that_is_looked_up_does_not_say_where_it_is(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    named = ProtectionStore.from_protection_store_name(stack, "old", "Local_old")
    known = ProtectionStore.from_protection_store_id(stack, "older", "store-1")

    assert (named.protection_store_type, known.protection_store_type) == (None, None)
    assert known.protection_store_id == "store-1"
    assert synthesize()["data"] == {"glbr_protection_store": {"old": {"display_name": "Local_old"}}}


def test_the_resource_inside_of_a_store_can_be_reached(stack: cdk.TerraformStack, synthesize: Synthesize) -> None:
    appliance = StoreOnce.from_storeonce_id(stack, "main", "so-1")
    store = ProtectionStore.on_premises(stack, "local", name="Local", on=appliance)

    assert store.node.default_child is store.resource
    store.resource.add_override("lifecycle.prevent_destroy", True)
    written = synthesize()["resource"]["glbr_protection_store"]["local"]
    assert written["lifecycle"] == {"prevent_destroy": True}


def test_a_name_that_is_taken_is_refused_where_it_is_written(stack: cdk.TerraformStack) -> None:
    StoreOnce.from_storeonce_id(stack, "main", "so-1")

    with pytest.raises(
        Refused, match=r"making StoreOnce in clinic: id_='main' is not possible: .*main.*Allowed: a name"
    ):
        StoreOnce.from_storeonce_id(stack, "main", "so-2")


def test_a_store_in_a_cloud_needs_its_place(stack: cdk.TerraformStack) -> None:
    appliance = StoreOnce.from_storeonce_id(stack, "main", "so-1")
    nowhere: Any = None

    with pytest.raises(
        Refused, match=r"making store cloud: location=None is not a cloud location\. Allowed: a text such as"
    ):
        ProtectionStore.in_cloud(stack, "cloud", name="Cloud", on=appliance, location=nowhere)
