"""SQL Server hosts: registered by a person, and with them their instances and databases."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
HOSTS = f"{BACKUP}/application-hosts"
INSTANCES = f"{BACKUP}/mssql-instances"
DATABASES = f"{BACKUP}/mssql-databases"
GROUPS = f"{BACKUP}/mssql-database-protection-groups"
REGISTER_VCENTER = "/backup-recovery/v1alpha1/hypervisor-managers"
ORCHESTRATOR = "00000042-0000-4000-8000-000000000001"
HIS_DB_HOST = "00000030-0000-4000-8000-000000000001"
MSSQLSERVER = "00000031-0000-4000-8000-000000000001"
REPORTING = "00000031-0000-4000-8000-000000000002"
UNKNOWN = "00000099-0000-4000-8000-000000000001"
SYSTEM = ["master", "model", "msdb"]
HOSPITAL = ["HospitalInformation", "Appointments", "Medication", "Billing", "AuditTrail"]
PASSWORD = "only-this-test-knows-me"


def registration(address="erp-db-01.clinic.example", **more):
    return {"networkAddress": address, "credentials": {"username": "glbr", "password": PASSWORD}, **more}


async def register(person, address="erp-db-01.clinic.example", **more):
    return await person.made(await person.post(HOSTS, registration(address, **more)), "application-host")


async def held(person, path, host):
    """The instances or databases of a host."""
    return [one for one in await person.items(path, limit=1000) if one["applicationHostInfo"]["id"] == host]


async def group(person, *databases):
    body = {
        "name": "databases",
        "protectionGroupType": "CUSTOM",
        "members": [{"resourceUri": one["resourceUri"]} for one in databases],
    }
    return await person.made(await person.post(GROUPS, body), "mssql-database-protection-group")


async def test_the_clinic_has_a_sql_server_on_its_first_machine(person):
    host = await person.get(f"{HOSTS}/{HIS_DB_HOST}")
    instances = await held(person, INSTANCES, HIS_DB_HOST)
    databases = await held(person, DATABASES, HIS_DB_HOST)

    assert (host["name"], host["networkAddress"], host["virtual"]) == ("his-db-01", "his-db-01.clinic.example", True)
    assert host["virtualizationInfo"]["virtualMachineInfo"]["resourceUri"].endswith(person.vm(1))
    assert host["virtualizationInfo"]["hypervisorManagerInfo"]["name"] == "vcenter.clinic.example"
    assert [(one["id"], one["name"]) for one in instances] == [(MSSQLSERVER, "MSSQLSERVER"), (REPORTING, "REPORTING")]
    assert [one["name"] for one in databases] == SYSTEM + HOSPITAL + SYSTEM + [
        "Warehouse",
        "QualityReports",
        "Dashboards",
    ]
    assert {one["protectionStatus"] for one in databases} == {"UNPROTECTED"}


async def test_a_registered_host_brings_its_instances_and_databases(person):
    identifier = await register(person, description="finance")

    host = await person.get(f"{HOSTS}/{identifier}")
    instances = await held(person, INSTANCES, identifier)
    databases = await held(person, DATABASES, identifier)

    assert (host["name"], host["username"], host["state"]) == ("erp-db-01.clinic.example", "glbr", "OK")
    assert (host["description"], host["dataOrchestratorInfo"]["id"]) == ("finance", ORCHESTRATOR)
    assert host["virtualizationInfo"]["virtualMachineInfo"]["name"] == "erp-db-01"
    assert [instance["credentials"] for instance in instances] == [{"mode": "WINDOWS", "username": "glbr"}] * 2
    assert len(databases) == 14
    assert {database["virtualizationInfo"]["virtualMachineInfo"]["name"] for database in databases} == {"erp-db-01"}
    assert databases[3]["availabilityGroupInfo"]["name"] == "orders-ag"


@pytest.mark.parametrize(
    ("given", "machine"),
    [
        ({"address": "10.20.0.30"}, "mail-01"),
        ({"address": "mail-01"}, "mail-01"),
        ({"address": "192.0.2.7", "name": "mail-01"}, "mail-01"),
        ({"address": "192.0.2.7"}, None),
    ],
)
async def test_a_host_is_matched_to_its_machine(person, given, machine):
    host = await person.get(f"{HOSTS}/{await register(person, **given)}")

    found = host.get("virtualizationInfo", {}).get("virtualMachineInfo", {}).get("name")
    assert (host["virtual"], found) == (machine is not None, machine)


async def test_two_hosts_have_nothing_in_common(person):
    for address in ("erp-db-01", "mail-01"):
        await register(person, address)

    everything = [*await person.items(INSTANCES), *await person.items(DATABASES, limit=1000)]
    ids = [one["id"] for one in everything]
    assert (len(ids), len(set(ids))) == (6 + 42, 6 + 42)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"networkAddress": "HIS-DB-01.clinic.example"}, HIS_DB_HOST),
        ({"networkAddress": ""}, "networkAddress is empty"),
        ({"credentials": {"username": "glbr"}}, "credentials.password"),
        ({"credentials": {}}, "credentials.username and credentials.password"),
        ({"platform": "WINDOWS"}, "platform"),
    ],
)
async def test_a_host_that_cannot_be_registered_is_refused(person, change, told):
    reply = await person.post(HOSTS, registration() | change)

    assert reply.status_code == 400
    assert told in reply.json()["message"]
    assert len(await person.items(HOSTS)) == 1


async def test_an_account_without_an_orchestrator_registers_no_host(person_with):
    async with person_with(world="empty") as someone:
        reply = await someone.post(HOSTS, registration())

    assert reply.status_code == 400
    assert "no Data Orchestrator" in reply.json()["message"]


async def test_of_two_registrations_of_one_host_the_second_fails(person):
    person.switch(operation_seconds=60)
    first, second = await person.post(HOSTS, registration()), await person.post(HOSTS, registration())
    during = await person.items(HOSTS)

    person.advance(seconds=60)

    assert len(during) == 1
    assert (await person.operation(first))["state"] == "SUCCEEDED"
    assert (await person.operation(second))["state"] == "FAILED"
    assert len(await person.items(HOSTS)) == 2


async def test_passwords_of_hosts_and_instances_are_kept_nowhere(person):
    host = await register(person)
    credentials = {"username": "sa", "password": PASSWORD}

    await person.done(await person.patch(f"{HOSTS}/{host}", {"credentials": credentials}))
    await person.done(await person.patch(f"{INSTANCES}/{MSSQLSERVER}", {"credentials": {"mode": "SQL", **credentials}}))
    rows = list(person.service.world.database.connection.iterdump())
    dump = (await person.http.get("/_simulator/dump")).text

    assert (await person.get(f"{HOSTS}/{host}"))["username"] == "sa"
    assert (await person.get(f"{INSTANCES}/{MSSQLSERVER}"))["credentials"] == {"mode": "SQL", "username": "sa"}
    assert PASSWORD not in dump + "".join(rows)


async def test_a_patch_of_a_host_reaches_what_it_holds(person):
    host = await register(person, "192.0.2.7", description="d")

    await person.done(await person.patch(f"{HOSTS}/{host}", {"networkAddress": "mail-01", "description": None}))
    shown = await person.get(f"{HOSTS}/{host}")
    database = (await held(person, DATABASES, host))[0]

    assert (shown["name"], shown["virtual"], shown["generation"]) == ("mail-01", True, 2)
    assert "description" not in shown
    assert database["applicationHostInfo"]["name"] == "mail-01"
    assert database["virtualizationInfo"]["virtualMachineInfo"]["name"] == "mail-01"


@pytest.mark.parametrize("body", [{"networkAddress": None}, {"networkAddress": "his-db-01.clinic.example"}])
async def test_a_host_keeps_an_address_of_its_own(person, body):
    host = await register(person)

    reply = await person.patch(f"{HOSTS}/{host}", body)

    assert reply.status_code == 400


async def test_a_refreshed_host_shows_where_it_runs_now(person):
    await person.http.delete(f"/_simulator/objects/virtual-machines/{person.vm(1)}")

    await person.done(await person.post(f"{HOSTS}/{HIS_DB_HOST}/refresh"))
    host = await person.get(f"{HOSTS}/{HIS_DB_HOST}")

    assert (host["virtual"], "virtualizationInfo" in host, host["generation"]) == (False, False, 2)


async def test_a_host_becomes_a_machine_when_its_vcenter_is_registered(person):
    host = await register(person, "vc-hq-example-sql-01")
    before = await person.get(f"{HOSTS}/{host}")
    credentials = registration()["credentials"]
    body = {"networkAddress": "vc.hq.example", "hypervisorManagerType": "VMWARE_VCENTER", "credentials": credentials}

    vcenter = await person.post(REGISTER_VCENTER, {**body, "dataOrchestratorId": ORCHESTRATOR})
    manager = await person.made(vcenter, "hypervisor-manager")
    during = await person.get(f"{HOSTS}/{host}")
    database = (await held(person, DATABASES, host))[0]
    await person.done(await person.http.delete(f"{REGISTER_VCENTER}/{manager}"))
    after = await person.get(f"{HOSTS}/{host}")

    assert (before["virtual"], during["virtual"], after["virtual"]) == (False, True, False)
    assert during["virtualizationInfo"]["hypervisorManagerInfo"]["id"] == manager
    assert database["virtualizationInfo"] == during["virtualizationInfo"]


@pytest.mark.parametrize("path", [f"{HOSTS}/{HIS_DB_HOST}", f"{INSTANCES}/{MSSQLSERVER}"])
async def test_a_refresh_shows_while_it_lasts(person, path):
    person.switch(operation_seconds=60)
    started = await person.post(f"{path}/refresh")
    during = await person.get(path)

    person.advance(seconds=60)
    after = await person.get(path)

    await person.done(started)
    assert (during["state"], during["generation"]) == ("REFRESHING", 1)
    assert (after["state"], after["generation"]) == ("OK", 2)


async def test_a_refreshed_database_is_one_generation_on(person):
    database = (await person.items(DATABASES))[0]

    await person.done(await person.post(f"{database['resourceUri']}/refresh"))

    assert (await person.get(database["resourceUri"]))["generation"] == 2


async def test_unregistering_a_host_removes_what_it_holds(person):
    host = await register(person)

    await person.done(await person.http.delete(f"{HOSTS}/{host}"))

    assert (await person.http.get(f"{HOSTS}/{host}")).status_code == 404
    assert await held(person, INSTANCES, host) == await held(person, DATABASES, host) == []
    assert len(await person.items(DATABASES, limit=1000)) == 14


async def test_a_host_whose_database_is_in_a_group_stays_unless_forced(person):
    host = await register(person)
    identifier = await group(person, (await held(person, DATABASES, host))[3])

    refused = await person.http.delete(f"{HOSTS}/{host}")
    await person.done(await person.http.delete(f"{HOSTS}/{host}?force=true"))

    assert refused.status_code == 412
    assert "Orders is in protection group databases" in refused.json()["message"]
    assert (await person.get(f"{GROUPS}/{identifier}"))["members"] == []


async def test_a_group_made_meanwhile_stops_the_unregistration_of_its_host(person):
    host = await register(person)
    person.switch(operation_seconds=60)
    leaving = await person.http.delete(f"{HOSTS}/{host}")
    person.switch(operation_seconds=0)
    await group(person, (await held(person, DATABASES, host))[0])

    person.advance(seconds=60)

    assert (await person.operation(leaving))["state"] == "FAILED"


async def test_a_patch_of_an_instance_keeps_what_it_does_not_name(person):
    await person.done(await person.patch(f"{INSTANCES}/{MSSQLSERVER}", {"credentials": {"username": "other"}}))

    instance = await person.get(f"{INSTANCES}/{MSSQLSERVER}")
    assert instance["credentials"] == {"mode": "WINDOWS", "username": "other"}


@pytest.mark.parametrize("credentials", [{"username": None}, {"mode": None}, {"mode": "KERBEROS"}])
async def test_credentials_of_an_instance_stay_whole(person, credentials):
    reply = await person.patch(f"{INSTANCES}/{MSSQLSERVER}", {"credentials": credentials})

    assert reply.status_code == 400


@pytest.mark.parametrize("path", [HOSTS, INSTANCES, GROUPS])
async def test_a_patch_of_what_is_not_there_is_not_found(person, path):
    reply = await person.patch(f"{path}/{UNKNOWN}", {})

    assert reply.status_code == 404


@pytest.mark.parametrize("path", [HOSTS, INSTANCES, DATABASES])
async def test_a_refresh_of_what_is_not_there_is_not_found(person, path):
    reply = await person.post(f"{path}/{UNKNOWN}/refresh")

    assert reply.status_code == 404
