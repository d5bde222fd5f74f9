"""Protection store gateways: deployed into a vCenter, recovered, removed."""

import pytest

from simulated_gateways import (
    BACKUP,
    CLINIC,
    CLUSTER,
    DATASTORE,
    FIGURES,
    FOLDER,
    GATEWAYS,
    HOST,
    ORCHESTRATOR,
    OTHER_DATASTORE,
    POOL,
    TIB,
    UNKNOWN,
    VIRTUAL,
    body,
    deploy,
    store_on,
)


async def test_a_deployed_gateway_shows_its_size_its_network_and_its_health(person):
    gateway = await person.get(await deploy(person))

    assert (gateway["name"], gateway["displayName"], gateway["state"]) == ("gateway-2", "gateway-2", "PSG_STATE_OK")
    assert gateway["dataOrchestratorId"] == ORCHESTRATOR
    assert gateway["health"]["status"] == "PSG_HEALTH_STATUS_CONNECTED"
    assert gateway["size"] == {**FIGURES, "maxInCloudDailyProtectedDataInTiB": 0, "maxInCloudRetentionDays": 0}
    assert gateway["override"] == {"cpu": 0, "ramInGiB": 0, "storageInTiB": 0}
    assert [(nic["networkName"], nic["networkType"]) for nic in gateway["network"]["nics"]] == [
        ("clinic-servers", "DHCP")
    ]
    assert [(store["id"], store["totalProvisionedDiskInTiB"]) for store in gateway["datastoresInfo"]] == [
        (DATASTORE, 1.5)
    ]


async def test_a_fresh_gateway_shows_all_that_an_old_one_shows(person):
    fresh = await person.get(await deploy(person))

    assert fresh.keys() - {"vmId"} == (await person.get(CLINIC)).keys()


async def test_the_machine_of_a_gateway_is_in_the_inventory(person):
    gateway = await person.get(await deploy(person, folderId=FOLDER, override={"cpu": 12, "ramInGiB": 48}))

    machine = await person.get(f"{VIRTUAL}/virtual-machines/{gateway['vmId']}")
    assert machine["vmClassification"] == "PROTECTION_STORE_GATEWAY"
    assert (machine["name"], machine["powerState"]) == ("gateway-2", "POWERED_ON")
    assert machine["computeInfo"] == {"numCpuCores": 12, "memorySizeInMib": str(48 * 1024)}
    assert (machine["hostInfo"]["id"], machine["folderInfo"]["id"]) == (HOST, FOLDER)
    assert machine["networkAddress"] == gateway["network"]["nics"][0]["networkAddress"]


@pytest.mark.parametrize("place", [{"clusterId": CLUSTER}, {"resourcePoolId": POOL}])
async def test_a_cluster_or_a_pool_gives_the_machine_a_host(person, place):
    gateway = await person.get(await deploy(person, hostId=None, **place))

    machine = await person.get(f"{VIRTUAL}/virtual-machines/{gateway['vmId']}")
    assert machine["clusterInfo"]["id"] == CLUSTER


async def test_a_gateway_takes_room_marks_its_datastore_and_gives_both_back(person):
    path = f"{VIRTUAL}/datastores/{OTHER_DATASTORE}"
    before = await person.get(path)
    gateway = await deploy(person, datastoreIds=[OTHER_DATASTORE])
    during = await person.get(path)
    await person.done(await person.http.delete(gateway))
    after = await person.get(path)

    assert before["capacityFree"] - during["capacityFree"] == int(1.5 * TIB)
    assert during["datastoreClassification"] == "PROTECTION_STORE_GATEWAY"
    assert after["capacityFree"] == before["capacityFree"]
    assert "datastoreClassification" not in after


async def test_neither_the_machine_nor_the_datastore_of_a_gateway_can_be_protected(person):
    gateway = await person.get(await deploy(person))
    policy = await person.policy(person.snapshots(person.schedule(1)))
    assets = [
        {"id": gateway["vmId"], "type": "virtualization/virtual-machine"},
        {"id": DATASTORE, "type": "virtualization/datastore"},
    ]

    replies = [
        await person.post(f"{BACKUP}/protection-jobs", {"assetInfo": asset, "protectionPolicyId": policy["id"]})
        for asset in assets
    ]

    assert [reply.status_code for reply in replies] == [400, 400]
    assert all("PROTECTION_STORE_GATEWAY" in reply.json()["message"] for reply in replies)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"hostId": None}, "exactly one of"),
        ({"clusterId": CLUSTER}, "exactly one of"),
        ({"hostId": UNKNOWN}, UNKNOWN),
        ({"folderId": UNKNOWN}, "folders"),
        ({"contentLibraryId": UNKNOWN}, "datastores"),
        ({"datastoreIds": [UNKNOWN]}, "datastores"),
        ({"datastoreIds": []}, "datastoreIds must be given"),
        ({"network": None}, "clinic-servers"),
        ({"network": {"name": "elsewhere"}}, "'elsewhere'"),
        ({"network": {"name": "clinic-servers", "networkType": "STATIC"}}, "networkAddress and subnetMask"),
        (
            {
                "network": {
                    "name": "clinic-servers",
                    "networkType": "STATIC",
                    "networkAddress": "psg.example.com",
                    "subnetMask": "255.0.0.0",
                }
            },
            "IPv4",
        ),
        (
            {"network": {"name": "clinic-servers", "networkType": "DHCP", "networkAddress": "10.0.0.9"}},
            "leave '10.0.0.9' out",
        ),
        ({"maxOnPremDailyProtectedDataInTiB": 1e300}, "maxOnPremDailyProtectedDataInTiB"),
        ({"override": {"cpu": -1}}, "override.cpu"),
    ],
)
async def test_a_placement_that_cannot_be_is_refused(person, change, told):
    reply = await person.post(GATEWAYS, body(**change))

    assert reply.status_code == 400
    assert told in reply.json()["message"]
    assert len(await person.items(GATEWAYS)) == 1


async def test_an_unknown_vcenter_is_refused(person):
    reply = await person.post(GATEWAYS, {**body(), "hypervisorManagerId": UNKNOWN})

    assert reply.status_code == 400
    assert UNKNOWN in reply.json()["message"]


async def test_a_gateway_needs_room(person):
    reply = await person.post(GATEWAYS, body(maxOnPremRetentionDays=3000))

    assert reply.status_code == 412
    assert "TiB free" in reply.json()["message"]


async def test_a_name_is_taken_once(person):
    await deploy(person)

    again = await person.post(GATEWAYS, body())
    nameless = await person.post(GATEWAYS, body(" "))

    assert (again.status_code, nameless.status_code) == (412, 400)
    assert "'gateway-2' is taken" in again.json()["message"]


async def test_a_gateway_passes_through_the_states_of_its_deployment(person_with):
    async with person_with({"operation_seconds": 100}) as person:
        reply = await person.post(GATEWAYS, body())
        seen = []
        for _ in range(11):
            gateway = (await person.items(GATEWAYS))[-1]
            seen.append((gateway["state"], gateway["health"]["state"], "vmId" in gateway))
            person.advance(seconds=10)
        await person.done(reply)

    assert list(dict.fromkeys(seen)) == [
        ("PSG_STATE_QUERYING_CATALOGUE", "PSG_HEALTH_STATE_DEPLOYING", False),
        ("PSG_STATE_DEPLOYING", "PSG_HEALTH_STATE_DEPLOYING", False),
        ("PSG_STATE_DEPLOYED", "PSG_HEALTH_STATE_DEPLOYING", False),
        ("PSG_STATE_REGISTERING", "PSG_HEALTH_STATE_REGISTERING", False),
        ("PSG_STATE_REGISTERED", "PSG_HEALTH_STATE_INITIALIZING", False),
        ("PSG_STATE_OK", "PSG_HEALTH_STATE_OK", True),
    ]


async def test_a_gateway_that_is_being_deployed_takes_no_other_work(person_with):
    async with person_with({"operation_seconds": 100}) as person:
        await person.post(GATEWAYS, body())
        gateway = (await person.items(GATEWAYS))[-1]["resourceUri"]

        patched = await person.patch(gateway, {"ntp": []})
        deleted = await person.http.delete(gateway)
        named = await person.post(GATEWAYS, body())

    assert (patched.status_code, deleted.status_code, named.status_code) == (412, 400, 412)
    assert "PSG_STATE_QUERYING_CATALOGUE" in patched.json()["message"]


async def test_a_deployment_that_fails_leaves_nothing_behind(person_with):
    async with person_with({"operation_seconds": 100}) as person:
        person.service.faults.add({"operation": "ProtectionStoreGatewayCreate", "kind": "fail_operation", "count": 1})
        ordered = await person.post(GATEWAYS, body())
        person.advance(seconds=101)
        second = await person.post(GATEWAYS, body())
        person.service.world.objects.remove("datastores", DATASTORE)
        person.advance(seconds=101)

        states = [(await person.operation(reply))["state"] for reply in (ordered, second)]
        left = [gateway["name"] for gateway in await person.items(GATEWAYS)]

    assert states == ["FAILED", "FAILED"]
    assert left == ["clinic-gateway-1"]


async def test_a_connected_gateway_is_recovered_by_force_only(person):
    path = await deploy(person)
    before = await person.get(path)
    wanted = body(hostId=None, clusterId=CLUSTER, datastoreIds=[OTHER_DATASTORE])

    refused = await person.post(f"{path}/recover", wanted)
    await person.done(await person.http.post(f"{path}/recover", json=wanted, params={"force": "true"}))

    after = await person.get(path)
    old = await person.http.get(f"{VIRTUAL}/virtual-machines/{before['vmId']}")
    assert refused.status_code == 412
    assert (after["id"], after["serialNumber"]) == (before["id"], before["serialNumber"])
    assert after["datastoresInfo"][0]["id"] == OTHER_DATASTORE
    assert old.status_code == 404
    assert (await person.get(f"{VIRTUAL}/virtual-machines/{after['vmId']}"))["name"] == "gateway-2"


async def test_a_gateway_that_is_off_is_recovered_with_its_stores(person):
    path = await deploy(person)
    store = f"{BACKUP}/protection-stores/{await store_on(person, path)}"
    await person.done(await person.post(f"{path}/shutdown-guest-os"))

    await person.done(await person.post(f"{path}/recover", body()))

    assert (await person.get(path))["state"] == "PSG_STATE_OK"
    assert (await person.get(store))["state"] == "ONLINE"


async def test_a_gateway_without_stores_is_deleted_with_its_machine(person_with):
    async with person_with({"operation_seconds": 100}) as person:
        made = await person.post(GATEWAYS, body())
        person.advance(seconds=101)
        path = f"{GATEWAYS}/{await person.made(made, 'gateway')}"
        machine = (await person.get(path))["vmId"]
        reply = await person.http.delete(path)
        seen = []
        for _ in range(10):
            seen.append((await person.get(path))["state"])
            person.advance(seconds=10)
        gone = await person.http.get(path)
        machine_gone = await person.http.get(f"{VIRTUAL}/virtual-machines/{machine}")
        await person.done(reply)

    assert list(dict.fromkeys(seen)) == [
        "PSG_STATE_DELETING",
        "PSG_STATE_DELETING_STORES",
        "PSG_STATE_DELETING_UNREGISTERING",
        "PSG_STATE_DELETING_VM_SHUTTING_DOWN",
        "PSG_STATE_DELETING_VM_DELETING",
    ]
    assert (gone.status_code, machine_gone.status_code) == (404, 404)


async def test_a_gateway_with_stores_is_deleted_by_force_only(person):
    path = await deploy(person)
    local = await store_on(person, path)
    cloud = await store_on(person, path, "CLOUD", storageLocationId="azure:eastus2")

    refused = await person.http.delete(path)
    await person.done(await person.http.delete(path, params={"force": "true"}))

    stores = {store["id"]: store for store in await person.items(f"{BACKUP}/protection-stores")}
    assert refused.status_code == 400
    assert local in refused.json()["message"]
    assert local not in stores
    assert stores[cloud]["connectedState"] == "DISCONNECTED"
    assert (await person.http.get(path)).status_code == 404


async def test_deleting_a_gateway_with_stores_waits_for_a_second_person(person_with):
    async with person_with({"dual_authorization": True}) as person:
        await store_on(person, CLINIC)

        operation = await person.operation(await person.http.delete(CLINIC, params={"force": "true"}))

        assert operation["state"] == "PAUSED"
        assert (await person.get(CLINIC))["state"] == "PSG_STATE_OK"


async def test_locked_copies_hold_a_gateway_even_against_force(person):
    path = await deploy(person)
    locked = person.schedule(1, expireAfter=person.period(2, "DAYS"), lockFor=person.period(1, "DAYS"))
    policy = await person.policy(person.backups(await store_on(person, path), locked))
    await person.protect(person.vm(1), policy["id"])

    reply = await person.http.delete(path, params={"force": "true"})

    assert reply.status_code == 400
    assert "locked" in reply.json()["message"]


async def test_a_gateway_loses_touch_with_its_orchestrator(person):
    await person.http.delete(f"{BACKUP}/data-orchestrators/{ORCHESTRATOR}", params={"force": "true"})

    health = (await person.get(CLINIC))["health"]

    assert (health["state"], health["status"]) == ("PSG_HEALTH_STATE_UNKNOWN", "PSG_HEALTH_STATUS_DISCONNECTED")
    assert "Data Orchestrator" in health["stateReason"]


async def test_an_unknown_gateway_is_not_found(person):
    path = f"{GATEWAYS}/{UNKNOWN}"
    replies = [
        await person.patch(path, {"ntp": []}),
        await person.http.delete(path),
        await person.post(f"{path}/sizer", FIGURES),
        await person.post(f"{path}/recover", body()),
        await person.post(f"{path}/consoleUser"),
        await person.post(f"{path}/power-on"),
    ]

    assert {reply.status_code for reply in replies} == {404}
