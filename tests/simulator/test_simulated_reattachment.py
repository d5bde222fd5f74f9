"""Cloud stores whose appliance is gone, and the appliance that carries them next."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
MACHINES = f"{BACKUP}/virtual-machines"
STORES = f"{BACKUP}/protection-stores"
STOREONCE = "00000040-0000-4000-8000-000000000001"
GATEWAY = "00000041-0000-4000-8000-000000000001"
NOBODY = "00000000-0000-4000-8000-000000000000"


def error(reply):
    return reply.status_code, reply.json()["message"]


async def without_appliance(person):
    """An on-premises store and a cloud store, whose appliance was deleted with force."""
    stores = await person.store(), await person.store("Cloud", "azure:eastus2")
    await person.done(await person.http.delete(f"{BACKUP}/storeonces/{STOREONCE}", params={"force": "true"}))
    return stores


def gateway(**change):
    return {"storageSystemId": GATEWAY, "storageSystemType": "PROTECTION_STORE_GATEWAY", **change}


async def test_with_its_appliance_a_local_store_goes_and_a_cloud_store_is_left_behind(person):
    local, cloud = await without_appliance(person)

    left = await person.get(f"{STORES}/{cloud}")

    assert (await person.http.get(f"{STORES}/{local}")).status_code == 404
    assert (left["connectedState"], left["state"]) == ("DISCONNECTED", "OFFLINE")
    assert left["stateReason"] == "clinic-storeonce-1 was removed"


async def test_a_cloud_store_is_carried_by_another_appliance(person):
    _, cloud = await without_appliance(person)

    await person.done(await person.post(f"{STORES}/{cloud}/reattach", gateway()))
    store = await person.get(f"{STORES}/{cloud}")

    assert (store["connectedState"], store["state"]) == ("CONNECTED", "ONLINE")
    assert (store["storageSystemInfo"]["id"], store["storageSystemInfo"]["type"]) == (
        GATEWAY,
        "PROTECTION_STORE_GATEWAY",
    )
    assert "stateReason" not in store


async def test_copies_in_a_store_without_appliance_can_be_restored_once_it_is_carried_again(person):
    store = await person.store("Cloud", "azure:eastus2")
    tier = {"type": "CLOUD_BACKUP", "protectionStoreId": store, "schedules": [person.schedule(1, "DAILY")]}
    policy = await person.policy(tier)
    await person.protect(person.vm(1), policy["id"])
    (copy,) = await person.copies(1, "backups")
    body = {"restoreType": "PARENT", "backupId": copy["id"]}
    await person.done(await person.http.delete(f"{BACKUP}/storeonces/{STOREONCE}", params={"force": "true"}))

    away = error(await person.post(f"{MACHINES}/{person.vm(1)}/restore", body))
    await person.done(await person.post(f"{STORES}/{store}/reattach", gateway()))
    await person.done(await person.post(f"{MACHINES}/{person.vm(1)}/restore", body))

    assert (away[0], "OFFLINE" in away[1]) == (412, True)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"storageSystemId": NOBODY}, "protection-store-gateways"),
        ({"storageSystemType": "STOREONCE"}, "storeonces"),
    ],
)
async def test_a_store_is_reattached_to_an_appliance_that_exists(person, change, told):
    _, cloud = await without_appliance(person)

    status, message = error(await person.post(f"{STORES}/{cloud}/reattach", gateway(**change)))

    assert (status, told in message) == (400, True)


async def test_only_a_cloud_store_without_appliance_is_reattached(person):
    local, cloud = await person.store(), await person.store("Cloud", "azure:eastus2")

    refused = [
        error(await person.post(f"{STORES}/{local}/reattach", gateway())),
        error(await person.post(f"{STORES}/{cloud}/reattach", gateway())),
        error(await person.post(f"{STORES}/{cloud}/reattach", {})),
    ]

    assert [status for status, _ in refused] == [400, 400, 400]
    assert "only a CLOUD store" in refused[0][1]
    assert "carried by clinic-storeonce-1" in refused[1][1]
    assert "storageSystemId, storageSystemType must be given" in refused[2][1]
