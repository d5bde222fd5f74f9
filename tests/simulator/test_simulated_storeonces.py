"""StoreOnce appliances: registered, changed, refreshed, unregistered."""

import json

import pytest

BACKUP = "/backup-recovery/v1beta1"
STOREONCES = f"{BACKUP}/storeonces"
CLINIC = f"{STOREONCES}/00000040-0000-4000-8000-000000000001"
BODY = {
    "networkAddress": "10.1.2.3",
    "serialNumber": "CZ12345678",
    "credentials": {"username": "backup", "password": "hunter2"},
}
UNKNOWN = "00000000-0000-4000-8000-00000000dead"
MOVING = ("generation", "updatedAt", "health", "dateTime")


async def register(person, **more):
    return await person.post(STOREONCES, {**BODY, **more})


async def test_a_registered_storeonce_shows_its_health_its_room_and_who_reaches_it(person):
    made = await person.made(await register(person, name="annex", description="second site"), "storeonce")

    shown = await person.get(f"{STOREONCES}/{made}")
    assert (shown["name"], shown["description"], shown["serialNumber"]) == ("annex", "second site", "CZ12345678")
    assert (shown["health"]["state"], shown["health"]["status"]) == ("SO_HEALTH_STATE_OK", "SO_HEALTH_STATUS_CONNECTED")
    assert shown["storage"]["usedBytes"] + shown["storage"]["freeBytes"] == shown["storage"]["configuredStorageBytes"]
    assert shown["network"]["nics"][0]["networkAddress"] == "10.1.2.3"
    assert [one["name"] for one in shown["dataOrchestrators"]] == ["clinic-do-1"]


async def test_a_fresh_storeonce_shows_all_that_an_old_one_shows(person):
    made = await person.made(await register(person, description="x"), "storeonce")

    assert (await person.get(f"{STOREONCES}/{made}")).keys() == (await person.get(CLINIC)).keys()


async def test_credentials_are_neither_kept_nor_shown(person):
    reply = await register(person)

    operation = await person.done(reply)
    assert "hunter2" not in json.dumps(operation)
    assert "hunter2" not in "\n".join(person.service.world.database.connection.iterdump())


@pytest.mark.parametrize(
    "change", [{"credentials": {"username": "", "password": "x"}}, {"networkAddress": " "}, {"serialNumber": ""}]
)
async def test_what_hpe_needs_to_reach_it_must_be_given(person, change):
    reply = await register(person, **change)

    assert reply.status_code == 400
    assert next(iter(change)) in reply.json()["message"]


async def test_a_serial_number_is_registered_once(person):
    await person.done(await register(person))

    again = await register(person, networkAddress="10.1.2.4", serialNumber="cz12345678")

    assert again.status_code == 409
    assert "serial number" in again.json()["message"]


async def test_a_storeonce_is_listed_while_it_registers(person_with):
    async with person_with({"operation_seconds": 60}) as person:
        reply = await register(person)
        during = (await person.items(STOREONCES))[-1]
        refused = await person.patch(during["resourceUri"], {"networkAddress": "10.1.2.9"})
        twice = await register(person)
        person.advance(seconds=61)
        made = await person.made(reply, "storeonce")

        after = await person.get(f"{STOREONCES}/{made}")

    assert during["health"]["state"] == "SO_HEALTH_STATE_REGISTERING"
    assert during["health"]["status"] == "SO_HEALTH_STATUS_DISCONNECTED"
    assert (refused.status_code, twice.status_code) == (409, 409)
    assert after["health"]["state"] == "SO_HEALTH_STATE_OK"


async def test_a_registration_that_fails_leaves_nothing_behind(person_with):
    async with person_with({"operation_seconds": 60}) as person:
        person.service.faults.add({"operation": "StoreOnceCreate", "kind": "fail_operation", "count": 1})
        reply = await register(person)
        person.advance(seconds=61)
        operation = await person.operation(reply)

        again = await register(person)

    assert operation["state"] == "FAILED"
    assert again.status_code == 202


async def test_a_patch_moves_a_storeonce_and_clears_its_description(person):
    before = await person.get(CLINIC)

    await person.done(await person.patch(CLINIC, {"networkAddress": "so.example.com", "description": None}))

    after = await person.get(CLINIC)
    assert after["network"]["hostname"] == "so.example.com"
    assert after["network"]["dns"] == before["network"]["dns"]
    assert "description" not in after
    assert after["name"] == before["name"]


async def test_a_patch_needs_the_address(person):
    without = await person.patch(CLINIC, {"description": "x"})
    empty = await person.patch(CLINIC, {"networkAddress": ""})

    assert (without.status_code, empty.status_code) == (400, 400)


async def test_a_refresh_shows_in_the_generation_only(person):
    before = await person.get(CLINIC)

    await person.done(await person.post(f"{CLINIC}/refresh"))

    after = await person.get(CLINIC)
    assert after["generation"] > before["generation"] + 1
    assert {name: after[name] for name in after if name not in MOVING} == {
        name: before[name] for name in before if name not in MOVING
    }


async def test_a_storeonce_without_stores_is_unregistered(person_with):
    async with person_with({"operation_seconds": 60}) as person:
        await person.http.delete(CLINIC)
        during = await person.get(CLINIC)
        person.advance(seconds=61)

        after = await person.http.get(CLINIC)

    assert during["health"]["state"] == "SO_HEALTH_STATE_DELETING"
    assert after.status_code == 404


async def test_a_storeonce_with_stores_is_unregistered_by_force_only(person):
    local = await person.store()
    cloud = await person.store("Cloud", "azure:eastus2")

    refused = await person.http.delete(CLINIC)
    await person.done(await person.http.delete(CLINIC, params={"force": "true"}))

    stores = {store["id"]: store for store in await person.items(f"{BACKUP}/protection-stores")}
    assert refused.status_code == 409
    assert local in refused.json()["message"]
    assert local not in stores
    assert stores[cloud]["connectedState"] == "DISCONNECTED"


async def test_unregistering_a_storeonce_with_stores_waits_for_a_second_person(person_with):
    async with person_with({"dual_authorization": True}) as person:
        await person.store()

        operation = await person.operation(await person.http.delete(CLINIC, params={"force": "true"}))

        assert operation["state"] == "PAUSED"
        assert (await person.get(CLINIC))["health"]["state"] == "SO_HEALTH_STATE_OK"


async def test_locked_copies_hold_a_storeonce_even_against_force(person):
    store = await person.store()
    locked = person.schedule(1, expireAfter=person.period(2, "DAYS"), lockFor=person.period(1, "DAYS"))
    policy = await person.policy(person.backups(store, locked))
    await person.protect(person.vm(1), policy["id"])

    reply = await person.http.delete(CLINIC, params={"force": "true"})

    assert reply.status_code == 409
    assert "locked" in reply.json()["message"]


async def test_an_unknown_storeonce_is_not_found(person):
    replies = [
        await person.patch(f"{STOREONCES}/{UNKNOWN}", {"networkAddress": "x"}),
        await person.post(f"{STOREONCES}/{UNKNOWN}/refresh"),
        await person.http.delete(f"{STOREONCES}/{UNKNOWN}"),
    ]

    assert [reply.status_code for reply in replies] == [404, 404, 404]
