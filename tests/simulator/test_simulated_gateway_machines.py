"""The machine of a gateway: power, console, support, looking around."""

import pytest

from simulated_gateways import BACKUP, CLINIC, FIGURES, VIRTUAL, deploy, store_on


async def test_a_switched_off_gateway_does_nothing_but_come_back(person):
    path = await deploy(person)
    store = f"{BACKUP}/protection-stores/{await store_on(person, path)}"
    await person.done(await person.post(f"{path}/shutdown-guest-os"))
    off, stopped = await person.get(path), await person.get(store)
    machine = await person.get(f"{VIRTUAL}/virtual-machines/{off['vmId']}")
    asked = {"ping": {"address": "x"}, "resize": FIGURES, "set-remote-support": {"enabled": True}}
    refused = {name: (await person.post(f"{path}/{name}", given)).status_code for name, given in asked.items()}
    await person.done(await person.post(f"{path}/power-on"))
    on, started = await person.get(path), await person.get(store)
    twice = await person.post(f"{path}/power-on")

    assert (off["state"], off["health"]["state"]) == ("PSG_STATE_OK_OFF", "PSG_HEALTH_STATE_OFF")
    assert (machine["powerState"], stopped["state"]) == ("POWERED_OFF", "OFFLINE")
    assert refused == {"ping": 400, "resize": 412, "set-remote-support": 412}
    assert (on["state"], on["health"]["state"], started["state"]) == ("PSG_STATE_OK", "PSG_HEALTH_STATE_OK", "ONLINE")
    assert twice.status_code == 400


async def test_no_copies_reach_a_store_while_its_gateway_is_off(person):
    path = await deploy(person)
    policy = await person.policy(person.backups(await store_on(person, path), person.schedule(1)))
    await person.protect(person.vm(1), policy["id"])
    await person.done(await person.post(f"{path}/shutdown-guest-os"))
    before = len(await person.copies(form="backups"))

    person.advance(hours=3)

    assert len(await person.copies(form="backups")) == before


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("ping", {"address": "10.0.0.1"}),
        ("traceroute", {"address": "vcenter.clinic.example"}),
        ("generate-support-bundle", {"description": "slow", "slim": True}),
        ("restart-guest-os", None),
    ],
)
async def test_looking_and_restarting_leave_a_gateway_as_it_was(person, path, asked):
    before = await person.get(CLINIC)

    operation = await person.done(await person.post(f"{CLINIC}/{path}", asked))

    moving = ("generation", "updatedAt", "health")
    after = await person.get(CLINIC)
    assert {name: after[name] for name in after if name not in moving} == {
        name: before[name] for name in before if name not in moving
    }
    assert "clinic-gateway-1" in operation["name"]


async def test_ping_needs_an_address(person):
    replies = [await person.post(f"{CLINIC}/{path}", {}) for path in ("ping", "traceroute")]

    assert [reply.status_code for reply in replies] == [400, 400]


@pytest.mark.parametrize(
    ("path", "asked", "state"),
    [
        ("restart-guest-os", None, "PSG_STATE_VM_RESTARTING"),
        ("shutdown-guest-os", None, "PSG_STATE_VM_SHUTTING_DOWN"),
        ("createNic", {"nic": {"networkName": "clinic-servers"}}, "PSG_STATE_VM_CREATING_NIC"),
        ("resize", FIGURES, "PSG_STATE_UPDATING_STORAGE_ADD"),
        ("set-remote-support", {"enabled": True}, "PSG_STATE_UPDATING"),
    ],
)
async def test_work_shows_while_it_lasts(person_with, path, asked, state):
    async with person_with({"operation_seconds": 60}) as person:
        reply = await person.post(f"{CLINIC}/{path}", asked)
        during = await person.get(CLINIC)
        person.advance(seconds=61)
        await person.done(reply)

        after = await person.get(CLINIC)

    assert during["state"] == state
    assert after["state"] in ("PSG_STATE_OK", "PSG_STATE_OK_OFF")


async def test_the_console_password_is_new_each_time_and_not_kept(person):
    logins = [(await person.post(f"{CLINIC}/consoleUser")).json() for _ in range(2)]

    dump = "\n".join(person.service.world.database.connection.iterdump())
    assert logins[0]["username"] == logins[1]["username"]
    assert logins[0]["password"] != logins[1]["password"]
    assert all(login["password"] not in dump for login in logins)


async def test_remote_support_is_switched(person):
    await person.done(await person.post(f"{CLINIC}/set-remote-support", {"enabled": True}))
    on = await person.get(CLINIC)
    await person.done(await person.post(f"{CLINIC}/set-remote-support", {"enabled": False}))
    off = await person.get(CLINIC)
    neither = await person.post(f"{CLINIC}/set-remote-support", {})

    assert (on["remoteAccessEnabled"], off["remoteAccessEnabled"]) == (True, False)
    assert "remoteAccessStationId" in on
    assert "remoteAccessStationId" not in off
    assert neither.status_code == 400
