"""Restores of VM protection groups, whole and by member, and the dry run before them."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
VIRTUAL = "/virtualization/v1beta1"
GROUPS = f"{BACKUP}/virtual-machine-protection-groups"
GROUP_TYPE = "backup-recovery/virtual-machine-protection-group"
NOBODY = "00000000-0000-4000-8000-000000000000"


def error(reply):
    return reply.status_code, reply.json()["message"]


async def copied(person, *tiers, **definition):
    """The path of a group with copies: machines 1 and 2 unless defined otherwise."""
    assets = [{"id": person.vm(number), "type": "virtualization/virtual-machine"} for number in (1, 2)]
    group = await person.group(**{"assets": assets, **definition})
    policy = await person.policy(*(tiers or (person.snapshots(person.schedule(1, "DAILY")),)))
    await person.protect(group, policy["id"], GROUP_TYPE)
    return f"{GROUPS}/{group}"


async def machine(person, number):
    return await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(number)}")


def whole(copy, **more):
    info = {"recoveryPointId": copy["id"], "recoveryPointType": "SNAPSHOT"}
    return {"restoreType": "PARENT", "restoreAllResources": True, "recoveryInfo": [info], **more}


async def host_id(person):
    return (await person.items(f"{VIRTUAL}/hypervisor-hosts"))[0]["id"]


async def test_a_whole_group_is_restored_over_its_members(person):
    path = await copied(person)
    (copy,) = await person.items(f"{path}/snapshots")

    operation = await person.done(await person.post(f"{path}/restore", whole(copy, powerOnVmsAfterRestore=True)))

    assert {one["name"] for one in operation["associatedResources"]} == {"his-db-01", "his-db-02"}
    assert [(await machine(person, number))["generation"] for number in (1, 2, 3)] == [2, 2, 1]


async def test_one_member_is_restored_from_its_share(person):
    path = await copied(person)
    (share,) = await person.copies(2)
    entry = {"resourceId": person.vm(2), "recoveryPointId": share["id"], "recoveryPointType": "SNAPSHOT"}

    await person.done(await person.post(f"{path}/restore", {"restoreType": "PARENT", "recoveryInfo": [entry]}))

    assert [(await machine(person, number))["generation"] for number in (1, 2)] == [1, 2]


async def test_a_whole_group_is_what_its_copy_holds(person):
    path = await copied(person)
    (copy,) = await person.items(f"{path}/snapshots")
    assets = [{"id": person.vm(number), "type": "virtualization/virtual-machine"} for number in (2, 3)]
    await person.done(await person.patch(path, {"assets": assets}))

    await person.done(await person.post(f"{path}/restore", whole(copy)))

    assert [(await machine(person, number))["generation"] for number in (1, 2, 3)] == [2, 2, 1]


async def test_a_machine_that_a_copy_does_not_hold_cannot_be_restored_from_it(person):
    path = await copied(person)
    (copy,) = await person.items(f"{path}/snapshots")
    entry = {"resourceId": person.vm(3), "recoveryPointId": copy["id"]}

    status, message = error(await person.post(f"{path}/restore", {"restoreType": "PARENT", "recoveryInfo": [entry]}))

    assert (status, "his-app-01 has no recovery point" in message) == (400, True)


async def test_a_group_is_restored_to_new_machines(person):
    path = await copied(person)
    (copy,) = await person.items(f"{path}/snapshots")
    hosts = await person.items(f"{VIRTUAL}/hypervisor-hosts")
    cluster = (await person.items(f"{VIRTUAL}/hypervisor-clusters"))[0]
    override = {
        "resourceId": person.vm(2),
        "recoveryPointId": copy["id"],
        "targetInfoOverrides": {"hostId": hosts[2]["id"], "powerOn": True},
    }
    body = whole(copy, restoreType="ALTERNATE", namePrefix="drill-", targetInfo={"clusterId": cluster["id"]})
    body["recoveryInfo"].append(override)

    operation = await person.done(await person.post(f"{path}/restore", body))

    made = {one["name"]: await person.get(one["resourceUri"]) for one in operation["associatedResources"]}
    assert made.keys() == {"drill-his-db-01", "drill-his-db-02"}
    assert made["drill-his-db-02"]["hostInfo"]["id"] == hosts[2]["id"]
    assert [made[name]["powerState"] for name in sorted(made)] == ["POWERED_OFF", "POWERED_ON"]


async def test_a_group_of_datastores_is_restored_to_new_ones(person):
    store = (await person.items(f"{VIRTUAL}/datastores"))[0]
    path = await copied(person, assetsCategory="VMFS_DATASTORES", assets=[{"id": store["id"]}])
    (copy,) = await person.items(f"{path}/snapshots")
    body = whole(copy, restoreType="ALTERNATE", namePostfix="-drill")

    operation = await person.done(await person.post(f"{path}/restore", body))

    names = [one["name"] for one in operation["associatedResources"] if one["type"] == "virtualization/datastore"]
    assert names == [f"{store['name']}-drill"]
    assert len(operation["associatedResources"]) == 1 + store["vmCount"]


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"restoreType": None}, 400, "breaks the contract"),
        ({"restoreAllResources": False}, 400, "must name each member"),
        ({"recoveryInfo": []}, 400, "no recovery point for 00000020-"),
        ({"recoveryInfo": [{"resourceId": NOBODY}], "restoreAllResources": False}, 400, "virtual-machines"),
        ({"recoveryInfo": [{"recoveryPointId": NOBODY}]}, 400, "has no recovery point"),
        ({"targetInfo": {"hostId": NOBODY}}, 400, "targetInfo is for ALTERNATE"),
        ({"restoreType": "ALTERNATE", "namePrefix": "drill-"}, 400, "exactly one of clusterId and hostId"),
        (
            {"restoreType": "ALTERNATE", "namePrefix": "drill-", "targetInfo": {"hostId": NOBODY}},
            400,
            "hypervisor-hosts",
        ),
    ],
)
async def test_a_group_restore_that_makes_no_sense_is_refused(person, change, status, told):
    path = await copied(person)
    (copy,) = await person.items(f"{path}/snapshots")

    refused = error(await person.post(f"{path}/restore", whole(copy, **change)))

    assert (refused[0], told in refused[1]) == (status, True)


async def test_the_kind_of_restore_must_be_said(person):
    path = await copied(person)
    (copy,) = await person.items(f"{path}/snapshots")
    body = {name: value for name, value in whole(copy).items() if name != "restoreType"}

    status, message = error(await person.post(f"{path}/restore", body))

    assert (status, "restoreType must be given" in message) == (400, True)


async def test_new_machines_need_names_of_their_own(person):
    path = await copied(person)
    (copy,) = await person.items(f"{path}/snapshots")
    body = whole(copy, restoreType="ALTERNATE", targetInfo={"hostId": await host_id(person)})

    status, message = error(await person.post(f"{path}/restore", body))

    assert (status, "is taken" in message) == (409, True)


@pytest.mark.parametrize(("kind", "status"), [("BACKUP", 400), ("SNAPSHOT", 400), ("CLOUDBACKUP", 202)])
async def test_a_recovery_point_is_of_the_kind_that_was_said(person, kind, status):
    store = await person.store("Cloud", "azure:eastus2")
    tier = {"type": "CLOUD_BACKUP", "protectionStoreId": store, "schedules": [person.schedule(1, "DAILY")]}
    path = await copied(person, tier)
    (copy,) = await person.items(f"{path}/backups")
    info = {"recoveryPointId": copy["id"], "recoveryPointType": kind}

    reply = await person.post(f"{path}/restore", whole(copy, recoveryInfo=[info]))

    assert reply.status_code == status


async def test_while_a_group_is_restored_it_shows_and_its_copies_stay(person):
    path = await copied(person)
    (copy,) = await person.items(f"{path}/snapshots")
    (share,) = await person.copies(1)
    person.switch(operation_seconds=60.0)

    await person.post(f"{path}/restore", whole(copy))

    assert (await person.get(path))["state"] == "RESTORING"
    assert (await person.get(copy["resourceUri"]))["state"] == "IN_USE"
    assert (await person.get(share["resourceUri"]))["state"] == "IN_USE"
    assert (await person.http.delete(copy["resourceUri"])).status_code == 412


async def test_the_dry_run_tells_what_each_member_can_be_restored_from(person):
    store = await person.store()
    path = await copied(
        person,
        person.snapshots(person.schedule(1, "DAILY")),
        person.backups(store, person.schedule(2, "DAILY", sourceProtectionScheduleId=1)),
    )
    (share,) = await person.copies(1)

    reply = await person.post(f"{path}/restore-pre-check")
    answer = reply.json()
    members = answer["resourceSummary"]["resourceInfo"]

    assert reply.status_code == 200
    assert answer["summary"] == {"status": "OK"}
    assert [(one["resourceName"], one["status"]) for one in members] == [("his-db-01", "OK"), ("his-db-02", "OK")]
    points = members[0]["recoveryPointInfo"]
    assert [point["recoveryPointType"] for point in points] == ["SNAPSHOT", "BACKUP"]
    assert points[0]["recoveryPointId"] == share["id"]
    assert (points[1]["backupGranularity"], points[1]["consistency"]) == ("VMWARE_CBT", "CRASH")


async def test_what_the_dry_run_gives_can_be_restored(person):
    path = await copied(person)
    members = (await person.post(f"{path}/restore-pre-check")).json()["resourceSummary"]["resourceInfo"]
    entries = [
        {
            "resourceId": one["resourceId"],
            "recoveryPointId": one["recoveryPointInfo"][0]["recoveryPointId"],
            "recoveryPointType": one["recoveryPointInfo"][0]["recoveryPointType"],
        }
        for one in members
    ]

    await person.done(await person.post(f"{path}/restore", {"restoreType": "PARENT", "recoveryInfo": entries}))

    assert [(await machine(person, number))["generation"] for number in (1, 2)] == [2, 2]


async def test_the_dry_run_names_members_without_a_recovery_point(person):
    path = await copied(person)
    assets = [{"id": person.vm(number), "type": "virtualization/virtual-machine"} for number in (1, 3)]
    await person.done(await person.patch(path, {"assets": assets}))

    answer = (await person.post(f"{path}/restore-pre-check")).json()

    assert answer["summary"] == {"status": "ERROR", "error": "no recovery point for his-app-01"}
    late = answer["resourceSummary"]["resourceInfo"][1]
    assert (late["status"], late["recoveryPointInfo"]) == ("ERROR", [])
    assert "his-app-01" in late["errorMessage"]


async def test_the_dry_run_tells_of_a_store_that_is_away(person):
    store = await person.store()
    path = await copied(person, person.backups(store, person.schedule(1, "DAILY")))
    objects = person.service.world.objects
    objects.put("protection-stores", {**objects.find("protection-stores", store), "state": "OFFLINE"})

    answer = (await person.post(f"{path}/restore-pre-check")).json()

    point = answer["resourceSummary"]["resourceInfo"][0]["recoveryPointInfo"][0]
    assert answer["summary"]["status"] == "ERROR"
    assert (point["status"], "OFFLINE" in point["errorMessage"]) == ("ERROR", True)


@pytest.mark.parametrize("action", ["restore", "restore-pre-check"])
async def test_a_group_nobody_made_is_not_found(person, action):
    body = {"restoreType": "PARENT"} if action == "restore" else None

    reply = await person.post(f"{GROUPS}/{NOBODY}/{action}", body)

    assert reply.status_code == 404
