"""Data Orchestrators: activated by a code, changed, recovered, switched, deleted."""

import json

import pytest

BACKUP = "/backup-recovery/v1beta1"
VIRTUAL = "/virtualization/v1beta1"
ORCHESTRATORS = f"{BACKUP}/data-orchestrators"
CLINIC = f"{ORCHESTRATORS}/00000042-0000-4000-8000-000000000001"
CODE = "7b1c8a52-0f6e-4e0d-9f5b-2d8a41c1e001"
OTHER_CODE = "7b1c8a52-0f6e-4e0d-9f5b-2d8a41c1e002"
UNKNOWN = "00000000-0000-4000-8000-00000000dead"


async def activate(person, code=CODE, **more):
    return await person.post(ORCHESTRATORS, {"activationCode": code, **more})


async def test_activation_answers_with_the_orchestrator_and_its_place(person):
    reply = await activate(person, displayName="annex")

    made = reply.json()
    assert reply.status_code == 201
    assert reply.headers["location"] == made["resourceUri"] == f"{ORCHESTRATORS}/{made['id']}"
    assert (made["displayName"], made["state"], made["connectionState"]) == ("annex", "OK", "CONNECTED")
    assert await person.get(made["resourceUri"]) == made


async def test_a_fresh_orchestrator_shows_all_that_an_old_one_shows(person):
    made = (await activate(person)).json()

    assert (await person.get(CLINIC)).keys() == made.keys()


async def test_an_activation_code_serves_once(person):
    made = (await activate(person)).json()

    again = await activate(person, CODE.upper())

    assert again.status_code == 412
    assert made["id"] in again.json()["message"]
    assert CODE not in again.text.lower()


async def test_the_code_of_a_deleted_orchestrator_serves_again(person):
    made = (await activate(person)).json()
    await person.http.delete(made["resourceUri"])

    assert (await activate(person)).status_code == 201


async def test_the_activation_code_is_not_kept(person):
    await activate(person)
    await activate(person, OTHER_CODE)

    stored = json.dumps(person.service.world.objects.all("data-orchestrators"))
    assert CODE not in stored
    assert OTHER_CODE not in stored


async def test_an_orchestrator_calls_in_some_time_after_its_activation(person_with):
    async with person_with({"operation_seconds": 60}) as person:
        made = (await activate(person)).json()
        person.advance(seconds=61)

        after = await person.get(made["resourceUri"])

    assert (made["state"], made["connectionState"], made["upTimeInSeconds"]) == ("UNKNOWN", "DISCONNECTED", 0)
    assert (after["state"], after["connectionState"], after["upTimeInSeconds"]) == ("OK", "CONNECTED", 61)


async def test_a_patch_changes_what_it_names_and_keeps_the_rest(person):
    before = await person.get(CLINIC)
    patch = {
        "displayName": "main",
        "ntp": {"ntpServers": [{"networkAddress": "ntp.example.com"}]},
        "network": {"hostname": "do.example.com", "searchDomains": []},
        "dateTime": {"timezone": "Europe/Berlin"},
    }

    await person.done(await person.patch(CLINIC, patch))

    after = await person.get(CLINIC)
    network = after["interfaces"]["network"]
    assert (after["displayName"], after["name"]) == ("main", "clinic-do-1")
    assert after["ntp"]["ntpServers"] == [{"networkAddress": "ntp.example.com"}]
    assert after["dateTime"] == {"methodDateTimeSet": "NTP", "timezone": "Europe/Berlin"}
    assert (network["hostname"], network["searchDomains"]) == ("do.example.com", [])
    assert network["nic"] == before["interfaces"]["network"]["nic"]
    assert after["generation"] == before["generation"] + 1


async def test_a_patch_replaces_the_adapters_as_a_whole(person):
    adapters = [{"addressType": "DHCP", "enabled": False, "subnetMask": None}, {"name": "second"}]

    await person.done(await person.patch(CLINIC, {"network": {"nic": adapters}}))

    assert (await person.get(CLINIC))["interfaces"]["network"]["nic"] == [
        {"name": "Network adapter 1", "addressType": "DHCP", "enabled": False, "state": "DOWN"},
        {"name": "second", "state": "UP"},
    ]


async def test_null_clears_in_a_patch(person):
    await person.done(await person.patch(CLINIC, {"displayName": "main", "network": {"searchDomains": ["a.example"]}}))

    await person.done(await person.patch(CLINIC, {"displayName": None, "network": {"searchDomains": None}}))

    after = await person.get(CLINIC)
    assert after["displayName"] == "clinic-do-1"
    assert "searchDomains" not in after["interfaces"]["network"]


async def test_the_password_of_a_proxy_is_neither_kept_nor_shown(person):
    credentials = {"username": "surf", "password": "hunter2"}
    proxy = {"networkAddress": "proxy.example.com", "port": 3128, "credentials": credentials}

    reply = await person.patch(CLINIC, {"network": {"proxy": proxy}})

    operation = await person.done(reply)
    shown = await person.get(CLINIC)
    assert shown["interfaces"]["network"]["proxy"] == {**proxy, "credentials": {"username": "surf"}}
    assert "hunter2" not in json.dumps(operation)
    assert "hunter2" not in "\n".join(person.service.world.database.connection.iterdump())


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Europe", "../etc", ""])
async def test_a_zone_that_does_not_exist_is_refused(person, zone):
    reply = await person.patch(CLINIC, {"dateTime": {"timezone": zone}})

    assert reply.status_code == 400
    assert "timezone" in reply.json()["message"]


async def test_remote_support_is_switched(person):
    await person.done(await person.post(f"{CLINIC}/set-remote-support", {"remoteAccessEnabled": True}))
    on = await person.get(CLINIC)
    await person.done(await person.post(f"{CLINIC}/set-remote-support", {"remoteAccessEnabled": False}))
    off = await person.get(CLINIC)
    neither = await person.post(f"{CLINIC}/set-remote-support", {})

    assert on["remoteAccessEnabled"] is True
    assert on["remoteAccessStationId"]
    assert off["remoteAccessEnabled"] is False
    assert "remoteAccessStationId" not in off
    assert neither.status_code == 400


async def test_one_time_codes_differ(person):
    codes = [(await person.post(f"{CLINIC}/generate-totp")).json() for _ in range(3)]

    assert len({code["totp"] for code in codes}) == 3
    assert all(code["totp"].isdecimal() and int(code["expiresInSeconds"]) > 0 for code in codes)


async def test_a_support_bundle_leaves_the_orchestrator_as_it_was(person):
    before = await person.get(CLINIC)

    operation = await person.done(await person.post(f"{CLINIC}/generate-support-bundle", {"description": "slow"}))

    assert "clinic-do-1" in operation["name"]
    assert (await person.get(CLINIC))["generation"] == before["generation"]


async def test_a_shut_down_orchestrator_does_nothing_until_it_is_recovered(person):
    await person.done(await person.post(f"{CLINIC}/shutdown-guest-os"))
    off = await person.get(CLINIC)
    refused = {
        path: (await person.post(f"{CLINIC}/{path}", body)).status_code
        for path, body in {
            "restart-guest-os": {},
            "shutdown-guest-os": {},
            "generate-totp": None,
            "generate-support-bundle": {},
            "set-remote-support": {"remoteAccessEnabled": True},
        }.items()
    }
    patched = await person.patch(CLINIC, {"displayName": "x"})
    await person.done(await person.post(f"{CLINIC}/recover", {"sid": CODE}))
    back = await person.get(CLINIC)

    assert (off["connectionState"], off["state"], off["upTimeInSeconds"]) == ("DISCONNECTED", "UNKNOWN", 0)
    assert refused == {
        "restart-guest-os": 400,
        "shutdown-guest-os": 400,
        "generate-totp": 412,
        "generate-support-bundle": 412,
        "set-remote-support": 412,
    }
    assert patched.status_code == 412
    assert (back["connectionState"], back["state"], back["status"]) == ("CONNECTED", "OK", "OK")
    assert back["serialNumber"] != off["serialNumber"]
    assert "stateReason" not in back


async def test_recovery_takes_a_code_that_was_not_used(person):
    await activate(person)

    reply = await person.post(f"{CLINIC}/recover", {"sid": CODE})

    assert reply.status_code == 400
    assert "used" in reply.json()["message"]


@pytest.mark.parametrize(
    ("path", "body", "state", "connection"),
    [
        ("restart-guest-os", {"force": True}, "UNKNOWN", "DISCONNECTED"),
        ("recover", {"sid": OTHER_CODE}, "RECOVERING", "DISCONNECTED"),
        ("set-remote-support", {"remoteAccessEnabled": True}, "UPDATING", "CONNECTED"),
    ],
)
async def test_work_shows_while_it_lasts(person_with, path, body, state, connection):
    async with person_with({"operation_seconds": 60}) as person:
        await person.post(f"{CLINIC}/{path}", body)
        during = await person.get(CLINIC)
        person.advance(seconds=61)

        after = await person.get(CLINIC)

    assert (during["state"], during["connectionState"]) == (state, connection)
    assert (after["state"], after["connectionState"]) == ("OK", "CONNECTED")


async def test_an_orchestrator_with_dependants_is_deleted_by_force_only(person):
    refused = await person.http.delete(CLINIC)
    forced = await person.http.delete(CLINIC, params={"force": "true"})
    gone = await person.http.get(CLINIC)

    assert refused.status_code == 405
    assert "vcenter.clinic.example" in refused.json()["message"]
    assert "clinic-gateway-1" in refused.json()["message"]
    assert (forced.status_code, gone.status_code) == (204, 404)


async def test_the_jobs_of_a_deleted_orchestrator_stop_and_rest(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    job = f"{BACKUP}/protection-jobs/{await person.protect(person.vm(1), policy['id'])}"
    person.advance(hours=2)
    before = len(await person.copies())

    await person.http.delete(CLINIC, params={"force": "true"})
    person.advance(hours=5)
    resumed = await person.post(f"{job}/resume", {})

    assert (await person.get(job))["operational"] == "SUSPENDED"
    assert len(await person.copies()) == before
    assert resumed.status_code == 400
    assert "was deleted" in resumed.json()["message"]


async def test_an_unknown_orchestrator_is_not_found(person):
    replies = [
        await person.patch(f"{ORCHESTRATORS}/{UNKNOWN}", {"displayName": "x"}),
        await person.post(f"{ORCHESTRATORS}/{UNKNOWN}/recover", {"sid": CODE}),
        await person.http.delete(f"{ORCHESTRATORS}/{UNKNOWN}"),
    ]

    assert [reply.status_code for reply in replies] == [404, 404, 404]
    assert UNKNOWN in replies[0].json()["message"]
