"""SQL Server protection groups: which databases belong to them, and what is refused."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
HOSTS = f"{BACKUP}/application-hosts"
DATABASES = f"{BACKUP}/mssql-databases"
GROUPS = f"{BACKUP}/mssql-database-protection-groups"
REGISTER_VCENTER = "/backup-recovery/v1alpha1/hypervisor-managers"
ORCHESTRATOR = "00000042-0000-4000-8000-000000000001"
MSSQLSERVER = "00000031-0000-4000-8000-000000000001"
REPORTING = "00000031-0000-4000-8000-000000000002"
HOSPITAL_AG = "00000033-0000-4000-8000-000000000001"
UNKNOWN = "00000099-0000-4000-8000-000000000001"
SYSTEM = ["master", "model", "msdb"]
HOSPITAL = ["HospitalInformation", "Appointments", "Medication", "Billing", "AuditTrail"]
CREDENTIALS = {"username": "glbr", "password": "only-this-test-knows-me"}


async def register(person, address):
    """Register a host; gives its databases."""
    reply = await person.post(HOSTS, {"networkAddress": address, "credentials": CREDENTIALS})
    host = await person.made(reply, "application-host")
    return [one for one in await person.items(DATABASES, limit=1000) if one["applicationHostInfo"]["id"] == host]


def members(*databases):
    return [{"resourceUri": database["resourceUri"]} for database in databases]


async def make_group(person, name="databases", **body):
    kind = "NATIVE" if "nativeAppInfo" in body else "CUSTOM"
    return await person.post(GROUPS, {"name": name, "protectionGroupType": kind, **body})


async def group(person, **body):
    return await person.made(await make_group(person, **body), "mssql-database-protection-group")


def instance_group(identifier=MSSQLSERVER, **more):
    return {"nativeAppInfo": {"type": "MSSQL_INSTANCE", "id": identifier, **more}}


async def protect(person, identifier):
    policy = {"name": "sql", "applicationType": "MSSQL", "protections": [person.snapshots(person.schedule(1))]}
    made = await person.post(f"{BACKUP}/protection-policies", policy)
    return await person.protect(identifier, made.json()["id"], "backup-recovery/mssql-database-protection-group")


async def test_a_custom_group_shows_its_databases(person):
    first, second = (await person.items(DATABASES))[3:5]

    shown = await person.get(f"{GROUPS}/{await group(person, members=members(first, second), description='d')}")
    database = await person.get(first["resourceUri"])

    assert [member["name"] for member in shown["members"]] == ["HospitalInformation", "Appointments"]
    assert shown["members"][0]["instanceInfo"]["name"] == "MSSQLSERVER"
    assert (shown["state"], shown["description"], shown["generation"]) == ("OK", "d", 1)
    assert shown["virtualizationInfo"]["hypervisorManagerInfo"]["name"] == "vcenter.clinic.example"
    assert database["mssqlDatabaseProtectionGroupInfo"]["id"] == shown["id"]


async def test_a_native_group_follows_its_instance(person):
    whole = await person.get(f"{GROUPS}/{await group(person, name='whole', **instance_group())}")
    without = await person.get(
        f"{GROUPS}/{await group(person, name='own', **instance_group(excludeSystemDatabases=True))}"
    )

    assert [member["name"] for member in whole["members"]] == SYSTEM + HOSPITAL
    assert [member["name"] for member in without["members"]] == HOSPITAL
    assert without["nativeAppInfo"]["excludeSystemDatabases"] is True
    assert (whole["nativeAppInfo"]["name"], whole["nativeAppInfo"]["instanceInfo"]["id"]) == (
        "MSSQLSERVER",
        MSSQLSERVER,
    )


async def test_a_native_group_follows_its_availability_group(person):
    native = {"type": "AVAILABILITY_GROUP", "uid": HOSPITAL_AG}

    shown = await person.get(f"{GROUPS}/{await group(person, nativeAppInfo=native)}")

    assert [member["name"] for member in shown["members"]] == ["HospitalInformation", "Appointments"]
    assert shown["nativeAppInfo"]["name"] == "hospital-ag"
    assert shown["nativeAppInfo"]["availabilityGroupReplicas"][0]["role"] == "PRIMARY"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"protectionGroupType": "CUSTOM", "members": []}, "defined by members"),
        ({"protectionGroupType": "CUSTOM"}, "breaks the contract"),
        ({"protectionGroupType": "CUSTOM", **instance_group()}, "defined by members"),
        ({"protectionGroupType": "NATIVE", "members": [{"resourceUri": "x"}]}, "defined by nativeAppInfo"),
        ({"protectionGroupType": "NATIVE", "members": [], **instance_group()}, "breaks the contract"),
        ({"protectionGroupType": "NATIVE", "nativeAppInfo": {"id": MSSQLSERVER}}, "needs its type"),
        ({"protectionGroupType": "NATIVE", **instance_group(UNKNOWN)}, UNKNOWN),
        ({"protectionGroupType": "NATIVE", "nativeAppInfo": {"type": "AVAILABILITY_GROUP"}}, "uid for"),
        ({"protectionGroupType": "NATIVE", "nativeAppInfo": {"type": "AVAILABILITY_GROUP", "uid": "x"}}, HOSPITAL_AG),
        ({"protectionGroupType": "CUSTOM", "members": [{"resourceUri": f"{DATABASES}/{UNKNOWN}"}]}, UNKNOWN),
        ({"protectionGroupType": "CUSTOM", "members": [{}]}, "no database"),
    ],
)
async def test_a_group_is_defined_in_one_way_by_what_exists(person, body, told):
    reply = await person.post(GROUPS, {"name": "g", **body})

    assert reply.status_code == 400
    assert told in reply.json()["message"]


async def test_a_group_on_virtual_hosts_has_an_end(person):
    for address in ("erp-db-01", "mail-01"):
        await register(person, address)
    databases = await person.items(DATABASES, limit=1000)

    fitting = await make_group(person, name="fits", members=members(*databases[:35]))
    one_more = await make_group(person, name="large", members=members(*databases[:36]))
    grown = await person.patch(f"{GROUPS}/{await person.made(fitting, 'group')}", {"members": members(*databases[:36])})

    assert (one_more.status_code, grown.status_code) == (400, 400)
    assert "at most 35" in one_more.json()["message"]


async def test_a_group_on_physical_hosts_may_be_larger(person):
    databases = [one for number in (1, 2, 3) for one in await register(person, f"192.0.2.{number}")]

    shown = await person.get(f"{GROUPS}/{await group(person, members=members(*databases))}")

    assert len(shown["members"]) == 42


async def test_all_databases_of_a_group_are_under_one_vcenter(person):
    body = {"networkAddress": "vc.hq.example", "hypervisorManagerType": "VMWARE_VCENTER", "credentials": CREDENTIALS}
    await person.done(await person.post(REGISTER_VCENTER, {**body, "dataOrchestratorId": ORCHESTRATOR}))
    other = await register(person, "vc-hq-example-sql-01")

    mixed = members(other[0], (await person.items(DATABASES))[0])
    reply = await make_group(person, members=mixed)

    assert reply.status_code == 400
    assert "vc.hq.example, vcenter.clinic.example" in reply.json()["message"]


async def test_group_names_are_unique(person):
    databases = await person.items(DATABASES)
    await group(person, members=members(databases[0]))
    second = await group(person, name="second", members=members(databases[1]))

    made = await make_group(person, members=members(databases[2]))
    renamed = await person.patch(f"{GROUPS}/{second}", {"name": "databases"})
    kept = await person.patch(f"{GROUPS}/{second}", {"name": "second"})
    person.switch(duplicate_names="allow")
    allowed = await make_group(person, members=members(databases[2]))

    assert (made.status_code, renamed.status_code, kept.status_code, allowed.status_code) == (400, 400, 202, 202)


async def test_of_two_groups_of_one_name_under_way_the_second_fails(person):
    databases = await person.items(DATABASES)
    person.switch(operation_seconds=60)
    await make_group(person, members=members(databases[0]))
    second = await make_group(person, members=members(databases[1]))

    person.advance(seconds=60)

    assert (await person.operation(second))["state"] == "FAILED"
    assert len(await person.items(GROUPS)) == 1


@pytest.mark.parametrize("kind", ["custom", "native"])
async def test_a_group_of_what_has_left_meanwhile_fails(person, kind):
    databases = await register(person, "erp-db-01")
    native = instance_group(databases[0]["instanceInfo"]["id"])
    body = native if kind == "native" else {"members": members(databases[0])}
    person.switch(operation_seconds=60)
    started = await make_group(person, **body)
    person.switch(operation_seconds=0)
    await person.done(await person.http.delete(databases[0]["applicationHostInfo"]["resourceUri"]))

    person.advance(seconds=60)

    assert (await person.operation(started))["state"] == "FAILED"
    assert await person.items(GROUPS) == []


async def test_a_name_taken_meanwhile_stops_a_renaming(person):
    databases = await person.items(DATABASES)
    identifier = await group(person, members=members(databases[0]))
    person.switch(operation_seconds=60)
    renaming = await person.patch(f"{GROUPS}/{identifier}", {"name": "wanted"})
    person.switch(operation_seconds=0)
    await group(person, name="wanted", members=members(databases[1]))

    person.advance(seconds=60)

    assert (await person.operation(renaming))["state"] == "FAILED"
    assert (await person.get(f"{GROUPS}/{identifier}"))["name"] == "databases"


async def test_a_group_can_be_described_after_its_host_has_gone(person):
    databases = await register(person, "erp-db-01")
    identifier = await group(person, members=members(databases[0]))
    await person.done(await person.http.delete(databases[0]["applicationHostInfo"]["resourceUri"] + "?force=true"))

    await person.done(await person.patch(f"{GROUPS}/{identifier}", {"description": "empty"}))

    assert (await person.get(f"{GROUPS}/{identifier}"))["description"] == "empty"


async def test_a_patch_replaces_the_whole_list_of_members(person):
    databases = await person.items(DATABASES)
    identifier = await group(person, members=members(*databases[:3]), description="d")

    change = {"members": members(databases[4]), "description": None}
    await person.done(await person.patch(f"{GROUPS}/{identifier}", change))
    shown = await person.get(f"{GROUPS}/{identifier}")

    assert [member["id"] for member in shown["members"]] == [databases[4]["id"]]
    assert (shown["generation"], "description" in shown) == (2, False)


async def test_a_patch_of_a_native_group_decides_about_system_databases(person):
    identifier = await group(person, **instance_group(REPORTING))

    await person.done(await person.patch(f"{GROUPS}/{identifier}", {"nativeAppInfo": {"excludeSystemDatabases": True}}))
    without = await person.get(f"{GROUPS}/{identifier}")
    await person.done(await person.patch(f"{GROUPS}/{identifier}", {"nativeAppInfo": {"excludeSystemDatabases": None}}))
    again = await person.get(f"{GROUPS}/{identifier}")

    assert (len(without["members"]), len(again["members"])) == (3, 6)
    assert without["nativeAppInfo"]["id"] == again["nativeAppInfo"]["id"] == REPORTING


@pytest.mark.parametrize(
    ("made", "change"),
    [
        ("custom", {"members": []}),
        ("custom", {"members": None}),
        ("custom", {"members": [{"resourceUri": "/nowhere"}]}),
        ("custom", {"nativeAppInfo": {"excludeSystemDatabases": True}}),
        ("custom", {"name": None}),
        ("native", {"members": [{"resourceUri": f"{DATABASES}/{UNKNOWN}"}]}),
        ("native", {"nativeAppInfo": None}),
        ("native", {"nativeAppInfo": {"id": REPORTING}}),
    ],
)
async def test_a_patch_cannot_change_what_a_group_is(person, made, change):
    body = {"members": members(*(await person.items(DATABASES))[:1])} if made == "custom" else instance_group()
    identifier = await group(person, **body)

    reply = await person.patch(f"{GROUPS}/{identifier}", change)

    assert reply.status_code == 400
    assert (await person.get(f"{GROUPS}/{identifier}"))["generation"] == 1


async def test_a_group_passes_through_its_states(person):
    identifier = await group(person, **instance_group())
    person.switch(operation_seconds=60)
    await person.patch(f"{GROUPS}/{identifier}", {"description": "d"})
    changing = (await person.get(f"{GROUPS}/{identifier}"))["state"]
    person.advance(seconds=60)
    await person.http.delete(f"{GROUPS}/{identifier}")
    leaving = (await person.get(f"{GROUPS}/{identifier}"))["state"]

    person.advance(seconds=60)

    assert (changing, leaving) == ("UPDATING", "DELETING")
    assert await person.items(GROUPS) == []


async def test_a_protected_group_stays_and_shows_its_job(person):
    identifier = await group(person, **instance_group())
    job = await protect(person, identifier)

    refused = await person.http.delete(f"{GROUPS}/{identifier}")
    shown = await person.get(f"{GROUPS}/{identifier}")
    database = (await person.items(DATABASES))[3]
    other = (await person.items(DATABASES))[-1]

    assert refused.status_code == 412
    assert job in refused.json()["message"]
    assert shown["protectionJobInfo"]["id"] == database["protectionJobInfo"]["id"] == job
    assert (database["protectionStatus"], database["recoveryPointsExist"]) == ("PROTECTED", True)
    assert (other["protectionStatus"], "protectionJobInfo" in other) == ("UNPROTECTED", False)


async def test_a_job_made_meanwhile_stops_the_deletion_of_its_group(person):
    identifier = await group(person, **instance_group())
    person.switch(operation_seconds=60)
    leaving = await person.http.delete(f"{GROUPS}/{identifier}")
    person.switch(operation_seconds=0)
    await protect(person, identifier)

    person.advance(seconds=60)

    assert (await person.operation(leaving))["state"] == "FAILED"
    assert (await person.get(f"{GROUPS}/{identifier}"))["state"] == "OK"
