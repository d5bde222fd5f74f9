"""vCenters: registered by a person, and with them the inventory that can be protected."""

import json

import pytest

BACKUP = "/backup-recovery/v1beta1"
REGISTER = "/backup-recovery/v1alpha1/hypervisor-managers"
VIRTUAL = "/virtualization/v1beta1"
MANAGERS = f"{VIRTUAL}/hypervisor-managers"
CLINIC = "00000010-0000-4000-8000-000000000001"
ORCHESTRATOR = "00000042-0000-4000-8000-000000000001"
DATASTORE = "00000013-0000-4000-8000-000000000001"
PASSWORD = "only-this-test-knows-me"
BELOW = ("folders", "networks", "resource-pools", "tags")


def registration(address="vcenter.hq.example", **more):
    return {
        "networkAddress": address,
        "hypervisorManagerType": "VMWARE_VCENTER",
        "dataOrchestratorId": ORCHESTRATOR,
        "credentials": {"username": "glbr@vsphere.local", "password": PASSWORD},
        **more,
    }


async def register(person, address="vcenter.hq.example", **more):
    return await person.made(await person.post(REGISTER, registration(address, **more)), "hypervisor-manager")


async def inventory(person, manager):
    """Everything a vCenter has reported, by collection."""
    found = {kind: await person.items(f"{MANAGERS}/{manager}/{kind}", limit=100) for kind in BELOW}
    for kind in ("virtual-machines", "datastores", "hypervisor-hosts", "hypervisor-clusters"):
        everything = await person.items(f"{VIRTUAL}/{kind}", limit=100)
        found[kind] = [item for item in everything if item["hypervisorManagerInfo"]["id"] == manager]
    return found


async def test_a_registered_vcenter_tells_what_it_is(person):
    manager = await person.get(f"{MANAGERS}/{await register(person, description='second site')}")

    assert (manager["name"], manager["displayName"]) == ("vcenter.hq.example", "vcenter.hq.example")
    assert (manager["networkAddress"], manager["username"]) == ("vcenter.hq.example", "glbr@vsphere.local")
    assert (manager["state"], manager["description"], manager["generation"]) == ("OK", "second site", 1)
    assert manager["dataOrchestratorInfo"]["id"] == ORCHESTRATOR
    assert manager["createdAt"].startswith("2026-01-05")
    assert manager["lastRefreshed"].startswith("2026-01-05")


async def test_a_registered_vcenter_brings_its_inventory(person):
    manager = await register(person, displayName="Headquarters")

    found = await inventory(person, manager)

    counts = {kind: len(items) for kind, items in found.items()}
    assert counts == {
        "virtual-machines": 12,
        "datastores": 3,
        "hypervisor-hosts": 3,
        "hypervisor-clusters": 1,
        "folders": 4,
        "networks": 2,
        "resource-pools": 1,
        "tags": 3,
    }
    assert found["virtual-machines"][0]["name"] == "vcenter-hq-example-web-01"
    assert {item["hypervisorManagerInfo"]["displayName"] for item in found["tags"]} == {"Headquarters"}
    assert max(store["capacityFree"] for store in found["datastores"]) > 4 * 2**40
    assert sum(store["vmCount"] for store in found["datastores"]) == 12


async def test_two_vcenters_have_nothing_in_common(person):
    first = await inventory(person, await register(person, "vcenter.hq.example"))
    second = await inventory(person, await register(person, "vcenter.branch.example"))
    clinic = await inventory(person, CLINIC)

    ids = [item["id"] for found in (first, second, clinic) for items in found.values() for item in items]
    names = [machine["name"] for found in (first, second, clinic) for machine in found["virtual-machines"]]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))


async def test_an_empty_account_gets_its_inventory_by_a_vcenter(person_with):
    async with person_with(world="empty") as someone:
        before = await someone.post(REGISTER, registration())
        # An orchestrator has been activated; how that goes is not of this test.
        orchestrator = {"id": ORCHESTRATOR, "type": "backup-recovery/data-orchestrator", "name": "do"}
        path = f"{BACKUP}/data-orchestrators/{ORCHESTRATOR}"
        someone.service.world.objects.put("data-orchestrators", {**orchestrator, "resourceUri": path})

        await register(someone)
        machines = await someone.items(f"{VIRTUAL}/virtual-machines")

    assert before.status_code == 400
    assert ORCHESTRATOR in before.json()["message"]
    assert len(machines) == 12


async def test_discovery_is_the_same_in_every_run(person_with):
    found = []
    for _ in range(2):
        async with person_with() as someone:
            found.append(await inventory(someone, await register(someone)))

    assert found[0] == found[1]


async def test_the_password_of_a_vcenter_is_kept_nowhere(person):
    manager = await register(person)
    changed = {"credentials": {"username": "other@vsphere.local", "password": PASSWORD}}

    await person.done(await person.patch(f"{REGISTER}/{manager}", changed))
    rows = list(person.service.world.database.connection.iterdump())
    dump = (await person.http.get("/_simulator/dump")).text

    assert (await person.get(f"{MANAGERS}/{manager}"))["username"] == "other@vsphere.local"
    assert PASSWORD not in dump + "".join(rows)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"networkAddress": "VCENTER.clinic.example"}, CLINIC),
        ({"networkAddress": " "}, "networkAddress is empty"),
        ({"dataOrchestratorId": CLINIC}, "no object of data-orchestrators"),
        ({"credentials": {"username": "somebody"}}, "credentials.password"),
        ({"credentials": {}}, "credentials.username and credentials.password"),
        ({"hypervisorManagerType": "HYPERV"}, "hypervisorManagerType"),
    ],
)
async def test_a_registration_that_cannot_work_is_refused(person, change, told):
    reply = await person.post(REGISTER, registration() | change)

    assert reply.status_code == 400
    assert told in reply.json()["message"]
    assert len(await person.items(MANAGERS)) == 1


async def test_of_two_registrations_under_way_the_second_fails(person):
    person.switch(operation_seconds=60)
    first = await person.post(REGISTER, registration())
    second = await person.post(REGISTER, registration())

    person.advance(seconds=60)

    assert (await person.operation(first))["state"] == "SUCCEEDED"
    refused = await person.operation(second)
    assert refused["state"] == "FAILED"
    assert "is registered already" in refused["error"]["error"]
    assert len(await person.items(MANAGERS)) == 2


async def test_a_vcenter_is_listed_when_its_registration_has_ended(person):
    person.switch(operation_seconds=60)
    await person.post(REGISTER, registration())
    during = await person.items(MANAGERS)

    person.advance(seconds=60)

    assert [manager["id"] for manager in during] == [CLINIC]
    assert len(await person.items(MANAGERS)) == 2


async def test_a_patch_changes_what_it_names_and_null_clears(person):
    manager = await register(person, description="old", displayName="Headquarters")

    await person.done(await person.patch(f"{REGISTER}/{manager}", {"description": None, "displayName": "HQ"}))
    shown = await person.get(f"{MANAGERS}/{manager}")
    machine = (await inventory(person, manager))["virtual-machines"][0]

    assert (shown["displayName"], shown["name"], shown["generation"]) == ("HQ", "vcenter.hq.example", 2)
    assert "description" not in shown
    assert machine["hypervisorManagerInfo"]["displayName"] == "HQ"


async def test_a_vcenter_without_a_name_of_its_own_goes_by_its_address(person):
    manager = await register(person, displayName="Headquarters")

    await person.done(await person.patch(f"{REGISTER}/{manager}", {"displayName": None}))
    await person.done(await person.patch(f"{REGISTER}/{manager}", {"networkAddress": "new.hq.example"}))
    shown = await person.get(f"{MANAGERS}/{manager}")
    machines = (await inventory(person, manager))["virtual-machines"]

    assert (shown["name"], shown["displayName"], shown["networkAddress"]) == ("new.hq.example",) * 3
    assert {machine["hypervisorManagerInfo"]["name"] for machine in machines} == {"new.hq.example"}


@pytest.mark.parametrize(
    "body",
    [
        {"dataOrchestratorId": ORCHESTRATOR},
        {"hypervisorManagerType": "VMWARE_VCENTER"},
        {"networkAddress": None},
        {"networkAddress": "vcenter.clinic.example"},
    ],
)
async def test_a_patch_cannot_change_the_orchestrator_nor_take_an_address(person, body):
    manager = await register(person)

    reply = await person.patch(f"{REGISTER}/{manager}", body)

    assert reply.status_code == 400
    assert (await person.get(f"{MANAGERS}/{manager}"))["generation"] == 1


async def test_unregistering_removes_the_inventory_and_nothing_else(person):
    manager = await register(person)

    await person.done(await person.http.delete(f"{REGISTER}/{manager}"))

    everything = json.loads((await person.http.get("/_simulator/dump")).text)["objects"]
    assert (await person.http.get(f"{MANAGERS}/{manager}")).status_code == 404
    assert manager not in json.dumps(everything)
    assert len(everything["virtual-machines"]) == 24


async def protect_machine(person, machine):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    return await person.protect(machine["id"], policy["id"])


async def test_a_vcenter_with_a_protected_machine_stays(person):
    manager = await register(person)
    machine = (await inventory(person, manager))["virtual-machines"][0]
    job = await protect_machine(person, machine)

    refused = await person.http.delete(f"{REGISTER}/{manager}")

    assert refused.status_code == 412
    assert job in refused.json()["message"]
    assert "force=true" in refused.json()["message"]


async def test_force_leaves_the_job_behind_and_it_says_so(person):
    manager = await register(person)
    machine = (await inventory(person, manager))["virtual-machines"][0]
    job = await protect_machine(person, machine)

    await person.done(await person.http.delete(f"{REGISTER}/{manager}?force=true"))
    person.advance(hours=1)
    runs = (await person.get(f"{BACKUP}/protection-jobs/{job}"))["protections"][0]["schedules"][0]["executionStatuses"]

    assert [run["status"] for run in runs] == ["ERROR", "OK"]
    assert len(await person.items(f"{BACKUP}/virtual-machines/{machine['id']}/snapshots")) == 1


async def test_a_vcenter_whose_machines_are_in_a_group_stays(person):
    manager = await register(person)
    folder = (await inventory(person, manager))["folders"][0]
    native = {"id": folder["id"], "type": "VMWARE_FOLDER"}
    group = await person.group(name="hq", vmProtectionGroupType="NATIVE", nativeAppInfo=native)

    refused = await person.http.delete(f"{REGISTER}/{manager}")
    forced = await person.done(await person.http.delete(f"{REGISTER}/{manager}?force=true"))

    assert refused.status_code == 412
    assert "protection group hq" in refused.json()["message"]
    assert forced["state"] == "SUCCEEDED"
    assert (await person.get(f"{BACKUP}/virtual-machine-protection-groups/{group}"))["assets"] == []


async def test_a_vcenter_that_bears_a_gateway_stays(person):
    gateway = (await person.items(f"{BACKUP}/protection-store-gateways"))[0]
    path = f"/_simulator/objects/protection-store-gateways/{gateway['id']}"
    await person.http.patch(path, json={"datastoresInfo": [{"id": DATASTORE}]})

    refused = await person.http.delete(f"{REGISTER}/{CLINIC}")

    assert refused.status_code == 412
    assert gateway["name"] in refused.json()["message"]


async def test_what_is_protected_meanwhile_stops_an_unregistration(person):
    manager = await register(person)
    machine = (await inventory(person, manager))["virtual-machines"][0]
    person.switch(operation_seconds=60)
    leaving = await person.http.delete(f"{REGISTER}/{manager}")
    person.switch(operation_seconds=0)
    await protect_machine(person, machine)

    person.advance(seconds=60)

    assert (await person.operation(leaving))["state"] == "FAILED"
    assert (await person.get(f"{MANAGERS}/{manager}"))["state"] == "OK"


async def test_a_refresh_shows_while_it_lasts_and_in_its_time(person):
    person.switch(operation_seconds=60)
    started = await person.post(f"{MANAGERS}/{CLINIC}/refresh")
    during = await person.get(f"{MANAGERS}/{CLINIC}")
    again = await person.post(f"{MANAGERS}/{CLINIC}/refresh")

    person.advance(seconds=60)
    after = await person.get(f"{MANAGERS}/{CLINIC}")

    assert (during["state"], "lastRefreshed" in during) == ("REFRESHING", False)
    assert again.status_code == 409
    await person.done(started)
    assert (after["state"], after["generation"]) == ("OK", 2)
    assert after["lastRefreshed"].startswith("2026-01-05T00:01:00")


@pytest.mark.parametrize(("method", "state"), [("PATCH", "UPDATING"), ("DELETE", "DELETING")])
async def test_a_vcenter_shows_what_is_done_to_it(person, method, state):
    manager = await register(person)
    person.switch(operation_seconds=60)

    body = {"json": {"description": "d"}, "headers": {"content-type": "application/merge-patch+json"}}
    await person.http.request(method, f"{REGISTER}/{manager}", **(body if method == "PATCH" else {}))

    assert (await person.get(f"{MANAGERS}/{manager}"))["state"] == state


async def test_a_refreshed_machine_is_one_generation_on(person):
    path = f"{VIRTUAL}/virtual-machines/{person.vm(1)}"

    operation = await person.done(await person.post(f"{path}/refresh"))

    assert operation["sourceResourceUri"] == path
    assert (await person.get(path))["generation"] == 2


async def test_a_machine_is_refreshed_once_at_a_time(person):
    person.switch(operation_seconds=60)
    path = f"{VIRTUAL}/virtual-machines/{person.vm(1)}/refresh"

    first, second = await person.post(path), await person.post(path)

    assert (first.status_code, second.status_code) == (202, 409)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PATCH", f"{REGISTER}/{ORCHESTRATOR}"),
        ("DELETE", f"{REGISTER}/{ORCHESTRATOR}"),
        ("POST", f"{MANAGERS}/{ORCHESTRATOR}/refresh"),
        ("POST", f"{VIRTUAL}/virtual-machines/{ORCHESTRATOR}/refresh"),
    ],
)
async def test_an_unknown_vcenter_or_machine_is_not_found(person, method, path):
    body = {"json": {}, "headers": {"content-type": "application/merge-patch+json"}} if method == "PATCH" else {}

    reply = await person.http.request(method, path, **body)

    assert reply.status_code == 404


async def test_groups_follow_the_folders_and_tags_of_a_discovered_vcenter(person):
    found = await inventory(person, await register(person))
    folder = next(item for item in found["folders"] if item["name"] == "Production")
    tag = next(item for item in found["tags"] if item["name"] == "bronze")
    by_folder = await person.group(
        name="production", vmProtectionGroupType="NATIVE", nativeAppInfo={"id": folder["id"], "type": "VMWARE_FOLDER"}
    )
    by_tag = await person.group(
        name="bronze",
        vmProtectionGroupType="DYNAMIC",
        dynamicMemberFilter={"members": [{"resourceUri": tag["resourceUri"]}]},
    )

    groups = {
        name: await person.get(f"{BACKUP}/virtual-machine-protection-groups/{name}") for name in (by_folder, by_tag)
    }

    short = [[vm["name"].removeprefix("vcenter-hq-example-") for vm in groups[name]["assets"]] for name in groups]
    assert short[0] == ["web-01", "web-02", "app-01", "app-02", "sql-01", "sql-02", "postgres-01", "files-01"]
    assert short[1] == ["monitor-01", "test-01", "test-02"]
