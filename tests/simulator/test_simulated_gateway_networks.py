"""What a gateway is told of its network: adapters, names, time, proxy."""

import json

import pytest

from simulated_gateways import CLINIC, UNKNOWN, VIRTUAL, deploy


async def test_a_patch_sets_time_names_and_proxy_but_keeps_no_password(person):
    credentials = {"username": "surf", "password": "hunter2"}
    patch = {
        "dns": [{"networkAddress": "10.0.0.53"}],
        "ntp": [{"networkAddress": "ntp.example.com"}],
        "proxy": {"networkAddress": "proxy.example.com", "port": 3128, "credentials": credentials},
        "dateTime": {"methodDateTimeSet": "NTP", "timezone": "Europe/Berlin"},
    }

    operation = await person.done(await person.patch(CLINIC, patch))

    network = (await person.get(CLINIC))["network"]
    assert (network["dns"], network["ntp"]) == (patch["dns"], patch["ntp"])
    assert network["proxy"] == {**patch["proxy"], "credentials": {"username": "surf"}}
    assert "hunter2" not in json.dumps(operation)
    assert "hunter2" not in "\n".join(person.service.world.database.connection.iterdump())


async def test_a_patch_keeps_what_is_absent_and_clears_what_is_null(person):
    before = (await person.get(CLINIC))["network"]
    await person.done(await person.patch(CLINIC, {"proxy": {"networkAddress": "proxy.example.com"}, "ntp": None}))
    with_proxy = (await person.get(CLINIC))["network"]
    await person.done(await person.patch(CLINIC, {"proxy": None}))
    without = (await person.get(CLINIC))["network"]

    assert with_proxy["proxy"] == {"networkAddress": "proxy.example.com"}
    assert "ntp" not in with_proxy
    assert (with_proxy["dns"], with_proxy["nics"]) == (before["dns"], before["nics"])
    assert "proxy" not in without


async def test_a_zone_that_does_not_exist_is_refused(person):
    reply = await person.patch(CLINIC, {"dateTime": {"timezone": "Mars/Olympus"}})

    assert reply.status_code == 400


async def test_adapters_are_created_updated_and_deleted(person):
    path = await deploy(person)
    static = {"networkName": "clinic-servers", "networkAddress": "10.9.9.9", "subnetMask": "255.255.255.0"}
    await person.done(await person.post(f"{path}/createNic", {"nic": static}))
    first, second = (await person.get(path))["network"]["nics"]
    moved = {"id": second["id"], "networkAddress": "10.9.9.10"}
    await person.done(await person.post(f"{path}/updateNic", {"nic": moved}))
    after_update = (await person.get(path))["network"]["nics"]
    await person.done(await person.post(f"{path}/deleteNic", {"nic": {"id": first["id"]}}))
    after_delete = (await person.get(path))["network"]["nics"]

    assert second == {**static, "networkType": "STATIC", "id": second["id"], "networkIndex": 1}
    assert after_update == [first, {**second, "networkAddress": "10.9.9.10"}]
    assert after_delete == after_update[1:]


async def test_an_adapter_changes_between_dhcp_and_static(person):
    path = await deploy(person)
    (leased,) = (await person.get(path))["network"]["nics"]
    fixed = {"id": leased["id"], "networkType": "STATIC"}
    address = {"networkAddress": "10.9.9.9", "subnetMask": "255.255.0.0"}

    bare = await person.post(f"{path}/updateNic", {"nic": fixed})
    await person.done(await person.post(f"{path}/updateNic", {"nic": {**fixed, **address}}))
    (static,) = (await person.get(path))["network"]["nics"]
    await person.done(await person.post(f"{path}/updateNic", {"nic": {"id": leased["id"], "networkType": "DHCP"}}))
    (again,) = (await person.get(path))["network"]["nics"]

    assert bare.status_code == 400
    assert static == {**fixed, **address, "networkName": "clinic-servers", "networkIndex": 0}
    assert again == leased


async def test_the_machine_of_a_gateway_shows_the_address_of_its_first_adapter(person):
    path = await deploy(person)
    gateway = await person.get(path)
    fixed = {"id": gateway["network"]["nics"][0]["id"], "networkType": "STATIC", "networkAddress": "10.9.9.9"}

    await person.done(await person.post(f"{path}/updateNic", {"nic": {**fixed, "subnetMask": "255.255.0.0"}}))

    machine = await person.get(f"{VIRTUAL}/virtual-machines/{gateway['vmId']}")
    assert machine["networkAddress"] == "10.9.9.9"


@pytest.mark.parametrize(
    ("path", "asked", "status", "told"),
    [
        ("createNic", {}, 400, "nic must be given"),
        ("createNic", {"nic": {"networkName": "elsewhere"}}, 400, "clinic-servers"),
        ("createNic", {"nic": {"networkName": "clinic-servers", "networkType": "STATIC"}}, 400, "subnetMask"),
        ("updateNic", {"nic": {"networkName": "clinic-servers"}}, 400, "nic.id"),
        ("updateNic", {"nic": {"id": UNKNOWN}}, 400, UNKNOWN),
        ("deleteNic", {"nic": {"id": UNKNOWN}}, 400, UNKNOWN),
        ("deleteNic", {"nic": {"id": "00000043-0000-4000-8000-000000000001"}}, 412, "last network adapter"),
    ],
)
async def test_an_adapter_that_cannot_be_is_refused(person, path, asked, status, told):
    reply = await person.post(f"{CLINIC}/{path}", asked)

    assert reply.status_code == status
    assert told in reply.json()["message"]


async def test_two_adapters_do_not_share_an_address(person):
    (first,) = (await person.get(CLINIC))["network"]["nics"]
    asked = {name: first[name] for name in ("networkName", "networkAddress", "subnetMask")}

    reply = await person.post(f"{CLINIC}/createNic", {"nic": asked})

    assert reply.status_code == 400
    assert first["id"] in reply.json()["message"]


async def test_the_record_of_an_adapter_changes_without_the_gateway(person):
    (first,) = (await person.get(CLINIC))["network"]["nics"]
    nic = {"id": first["id"], "networkAddress": "10.9.9.9"}
    await person.done(await person.post(f"{CLINIC}/shutdown-guest-os"))

    refused = await person.post(f"{CLINIC}/updateNic", {"nic": nic})
    await person.done(await person.post(f"{CLINIC}/updateNic", {"nic": nic, "force": False}))

    assert refused.status_code == 412
    assert (await person.get(CLINIC))["network"]["nics"][0]["networkAddress"] == "10.9.9.9"
