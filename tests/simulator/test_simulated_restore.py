"""Restores of machines: the whole, disks, and files inside."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
VIRTUAL = "/virtualization/v1beta1"
MACHINES = f"{BACKUP}/virtual-machines"
STORES = f"{BACKUP}/protection-stores"
NOBODY = "00000000-0000-4000-8000-000000000000"
PASSWORD = "only-this-test-knows-me"


def error(reply):
    return reply.status_code, reply.json()["message"]


async def first(person, kind):
    """The first object of an inventory collection."""
    return (await person.items(f"{VIRTUAL}/{kind}"))[0]


async def copied(person, number=1, **more):
    """The path of a machine that has one snapshot, and the snapshot."""
    policy = await person.policy(person.snapshots(person.schedule(1, "MONTHLY", 12, **more)))
    await person.protect(person.vm(number), policy["id"])
    return f"{MACHINES}/{person.vm(number)}", (await person.copies(number))[0]


async def test_a_machine_is_restored_over_itself(person):
    path, copy = await copied(person)
    before = await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(1)}")

    operation = await person.done(
        await person.post(f"{path}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]})
    )
    after = await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(1)}")

    assert operation["displayName"].startswith("Restore Virtual Machine [his-db-01] from recovery point 2026-01-05")
    assert [one["resourceUri"] for one in operation["associatedResources"]] == [after["resourceUri"]]
    assert (after["generation"], after["state"]) == (before["generation"] + 1, "OK")


async def test_a_machine_is_restored_to_a_new_one_in_the_inventory(person):
    path, copy = await copied(person)
    cluster, store = await first(person, "hypervisor-clusters"), (await person.items(f"{VIRTUAL}/datastores"))[2]
    target = {
        "name": "his-db-copy",
        "clusterId": cluster["id"],
        "powerOn": True,
        "appInfo": {"vmware": {"datastoreId": store["id"]}},
    }
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetVmInfo": target}

    identifier = await person.made(await person.post(f"{path}/restore", body), "virtual-machine")
    made = await person.get(f"{VIRTUAL}/virtual-machines/{identifier}")

    assert (made["name"], made["displayName"], made["powerState"]) == ("his-db-copy", "his-db-copy", "POWERED_ON")
    assert made["clusterInfo"]["id"] == cluster["id"]
    assert [one["id"] for one in made["appInfo"]["vmware"]["datastoresInfo"]] == [store["id"]]
    assert made["virtualDisks"][0]["filePath"] == f"[{store['name']}] his-db-copy/his-db-copy.vmdk"
    assert (made["protectionStatus"], made["recoveryPointsExist"], made["generation"]) == ("UNPROTECTED", False, 1)
    assert (await person.get(store["resourceUri"]))["vmCount"] == store["vmCount"] + 1


async def test_a_new_machine_runs_on_the_host_that_was_asked_for(person):
    path, copy = await copied(person)
    host = (await person.items(f"{VIRTUAL}/hypervisor-hosts"))[1]
    target = {"name": "copy", "hostId": host["id"]}
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetVmInfo": target}

    identifier = await person.made(await person.post(f"{path}/restore", body), "virtual-machine")

    made = await person.get(f"{VIRTUAL}/virtual-machines/{identifier}")
    assert made["hostInfo"]["id"] == host["id"]
    assert made["clusterInfo"]["id"] == host["parentInfo"]["id"]
    assert made["powerState"] == "POWERED_OFF"
    assert made["folderInfo"]["name"] == "Hospital information"


async def test_a_new_machine_is_put_on_the_networks_that_were_asked_for(person):
    path, copy = await copied(person)
    host, manager = await first(person, "hypervisor-hosts"), await first(person, "hypervisor-managers")
    (network,) = await person.items(f"{manager['resourceUri']}/networks")
    adapter = {"name": "Network adapter 1", "networkDetails": {"id": network["id"], "connectAtPowerOn": False}}
    target = {"name": "copy", "hostId": host["id"], "vmHardwareCustomization": {"networkAdapters": [adapter]}}
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetVmInfo": target}

    identifier = await person.made(await person.post(f"{path}/restore", body), "virtual-machine")

    (made,) = (await person.get(f"{VIRTUAL}/virtual-machines/{identifier}"))["networkAdapters"]
    assert made["networkDetails"]["name"] == "clinic-servers"
    assert made["networkDetails"]["connectAtPowerOn"] is False


async def test_a_machine_restored_into_a_folder_joins_the_group_of_the_folder(person):
    path, copy = await copied(person)
    folder = (await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(1)}"))["folderInfo"]
    native = {"type": "VMWARE_FOLDER", "id": folder["id"]}
    group = await person.group(vmProtectionGroupType="NATIVE", nativeAppInfo=native)
    host = await first(person, "hypervisor-hosts")
    target = {"name": "copy", "hostId": host["id"], "folderId": folder["id"]}
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetVmInfo": target}

    await person.done(await person.post(f"{path}/restore", body))

    members = (await person.get(f"{BACKUP}/virtual-machine-protection-groups/{group}"))["assets"]
    assert "copy" in [member["name"] for member in members]


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"snapshotId": NOBODY}, 400, "has a copy with the id"),
        ({"restoreType": "PARENT"}, 400, "targetVmInfo is for ALTERNATE"),
        ({"targetVmInfo": {}}, 400, "give targetVmInfo.name"),
        ({"targetVmInfo": {"name": "copy"}}, 400, "exactly one of clusterId and hostId"),
        ({"targetVmInfo": {"name": "copy", "hostId": "a", "clusterId": "b"}}, 400, "exactly one"),
        ({"targetVmInfo": {"name": "copy", "hostId": NOBODY}}, 400, "hypervisor-hosts"),
    ],
)
async def test_a_restore_that_makes_no_sense_is_refused(person, change, status, told):
    path, copy = await copied(person)
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetVmInfo": {"name": "copy"}, **change}

    refused = error(await person.post(f"{path}/restore", body))

    assert (refused[0], told in refused[1]) == (status, True)


@pytest.mark.parametrize(
    "place",
    [
        {"folderId": NOBODY},
        {"hypervisorManagerId": NOBODY},
        {"storageInfo": {"storageSystemId": NOBODY}},
        {"appInfo": {"vmware": {"datastoreId": NOBODY}}},
        {"appInfo": {"vmware": {"resourcePoolId": NOBODY}}},
        {"vmHardwareCustomization": {"networkAdapters": [{"networkDetails": {"id": NOBODY}}]}},
    ],
)
async def test_every_place_of_a_new_machine_must_exist(person, place):
    path, copy = await copied(person)
    target = {"name": "copy", "hostId": (await first(person, "hypervisor-hosts"))["id"], **place}
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetVmInfo": target}

    status, message = error(await person.post(f"{path}/restore", body))

    assert (status, NOBODY in message) == (400, True)


@pytest.mark.parametrize("ids", [{}, {"snapshotId": "a", "backupId": "b"}])
async def test_a_restore_reads_exactly_one_copy(person, ids):
    path, _ = await copied(person)

    reply = await person.post(f"{path}/restore", {"restoreType": "PARENT", **ids})

    assert reply.status_code == 400


async def test_the_name_of_a_new_machine_must_be_free(person):
    path, copy = await copied(person)
    target = {"name": "his-db-02", "hostId": (await first(person, "hypervisor-hosts"))["id"]}
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetVmInfo": target}

    taken = error(await person.post(f"{path}/restore", body))
    person.switch(operation_seconds=60.0)
    body = {**body, "targetVmInfo": {**target, "name": "copy"}}
    replies = [await person.post(f"{path}/restore", body) for _ in range(2)]
    person.advance(seconds=60)

    assert (taken[0], "'his-db-02' is taken" in taken[1]) == (409, True)
    assert [(await person.operation(reply))["state"] for reply in replies] == ["SUCCEEDED", "FAILED"]


async def test_a_copy_of_another_machine_is_refused(person):
    _, copy = await copied(person)

    reply = await person.post(f"{MACHINES}/{person.vm(2)}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]})

    assert (reply.status_code, "has a copy with the id" in reply.json()["message"]) == (400, True)


async def test_a_machine_nobody_knows_is_not_found(person):
    reply = await person.post(f"{MACHINES}/{NOBODY}/restore", {"restoreType": "PARENT", "snapshotId": NOBODY})

    assert reply.status_code == 404


async def test_a_machine_that_is_gone_comes_back_as_a_new_one_only(person):
    path, copy = await copied(person)
    person.service.world.objects.remove("virtual-machines", person.vm(1))
    host, store = await first(person, "hypervisor-hosts"), await first(person, "datastores")
    target = {"name": "his-db-01", "hostId": host["id"]}
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetVmInfo": target}
    placed = {**target, "appInfo": {"vmware": {"datastoreId": store["id"]}}}

    over = error(await person.post(f"{path}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]}))
    nowhere = error(await person.post(f"{path}/restore", body))
    operation = await person.done(await person.post(f"{path}/restore", {**body, "targetVmInfo": placed}))

    assert (over[0], "ALTERNATE" in over[1]) == (400, True)
    assert (nowhere[0], "datastoreId" in nowhere[1]) == (400, True)
    assert operation["displayName"].startswith("Restore Virtual Machine [his-db-01] ")
    assert (await person.get(operation["associatedResources"][0]["resourceUri"]))["name"] == "his-db-01"


async def test_while_a_restore_runs_machine_and_copy_show_it_and_the_copy_stays(person):
    path, copy = await copied(person, expireAfter=person.period(1, "HOURS"))
    person.switch(operation_seconds=7200.0)
    reply = await person.post(f"{path}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]})

    machine = (await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(1)}"))["state"]
    state = (await person.get(copy["resourceUri"]))["state"]
    refused = error(await person.http.delete(copy["resourceUri"]))
    person.advance(hours=2)
    await person.done(reply)
    person.advance(minutes=1)

    assert (machine, state) == ("RESTORING", "IN_USE")
    assert (refused[0], "in use" in refused[1]) == (412, True)
    assert (await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(1)}"))["state"] == "OK"
    assert await person.copies() == []


async def test_a_failed_restore_lets_go_of_its_copy(person):
    path, copy = await copied(person)
    person.switch(operation_seconds=60.0)
    reply = await person.post(f"{path}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]})
    person.service.world.objects.remove("virtual-machines", person.vm(1))

    person.advance(seconds=60)

    assert (await person.operation(reply))["state"] == "FAILED"
    assert (await person.get(copy["resourceUri"]))["state"] == "OK"


async def test_a_backup_in_use_says_so_and_holds_its_store(person):
    store = await person.store()
    policy = await person.policy(person.backups(store, person.schedule(1, "DAILY")))
    await person.protect(person.vm(1), policy["id"])
    (copy,) = await person.copies(1, "backups")
    person.switch(operation_seconds=60.0)
    await person.post(f"{MACHINES}/{person.vm(1)}/restore", {"restoreType": "PARENT", "backupId": copy["id"]})
    (job,) = await person.items(f"{BACKUP}/protection-jobs")
    person.service.world.objects.remove("protection-jobs", job["id"])
    person.service.world.objects.remove("protection-policies", policy["id"])

    status, message = error(await person.http.delete(f"{STORES}/{store}", params={"force": "true"}))

    assert (await person.get(copy["resourceUri"]))["state"] == "IN_USE_FOR_RESTORE"
    assert (status, "being restored from" in message) == (412, True)


def disks(*labels):
    return [{"recoveryPointDiskDetails": {"diskLabel": label}} for label in labels]


async def test_disks_are_restored_over_those_of_the_machine(person):
    path, copy = await copied(person)
    before = await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(1)}")
    body = {"restoreType": "PARENT", "snapshotId": copy["id"], "restoreDiskDetails": disks("Hard disk 1")}

    await person.done(await person.post(f"{path}/restore-disks", body))
    after = await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(1)}")

    assert after["virtualDisks"] == before["virtualDisks"]
    assert after["generation"] == before["generation"] + 1


async def test_disks_are_added_to_another_machine(person):
    path, copy = await copied(person)
    body = {
        "restoreType": "ALTERNATE",
        "snapshotId": copy["id"],
        "targetVmId": person.vm(2),
        "restoreDiskDetails": disks("Hard disk 1"),
    }

    operation = await person.done(await person.post(f"{path}/restore-disks", body))
    target = await person.get(f"{VIRTUAL}/virtual-machines/{person.vm(2)}")

    assert [disk["name"] for disk in target["virtualDisks"]] == ["Hard disk 1", "Hard disk 2"]
    assert len({disk["id"] for disk in target["virtualDisks"]}) == 2
    assert operation["associatedResources"][0]["name"] == "his-db-02"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"restoreDiskDetails": []}, "at least one disk"),
        ({"restoreDiskDetails": [{}]}, "recoveryPointDiskDetails.diskLabel"),
        ({"restoreDiskDetails": disks("Hard disk 7")}, "its disks are Hard disk 1"),
        ({"targetVmId": NOBODY}, NOBODY),
    ],
)
async def test_disks_that_make_no_sense_are_refused(person, change, told):
    path, copy = await copied(person)
    body = {"restoreType": "PARENT", "snapshotId": copy["id"], "restoreDiskDetails": disks("Hard disk 1"), **change}

    status, message = error(await person.post(f"{path}/restore-disks", body))

    assert (status, told in message) == (400, True)


def files(copy, **more):
    return {
        "snapshotId": copy["id"],
        "fileRestoreMethod": "SKIP",
        "filePathInfo": [{"absoluteSourcePath": "C:\\his\\config.ini"}],
        "targetInfo": {"credentialsInfo": {"username": "admin", "password": PASSWORD}},
        **more,
    }


async def test_files_are_restored_and_the_password_is_kept_nowhere(person):
    path, copy = await copied(person)

    operation = await person.done(await person.post(f"{path}/restore-files", files(copy)))

    kept = "\n".join(person.service.world.database.connection.iterdump())
    assert operation["associatedResources"][0]["name"] == "his-db-01"
    assert PASSWORD not in kept
    assert PASSWORD not in str(operation)


async def test_files_of_a_backup_take_the_misspelt_argument(person):
    store = await person.store()
    policy = await person.policy(person.backups(store, person.schedule(1, "DAILY")))
    await person.protect(person.vm(1), policy["id"])
    (copy,) = await person.copies(1, "backups")
    body = {name: value for name, value in files(copy).items() if name != "snapshotId"}
    body |= {"backupId": copy["id"], "retainOrignalDirectoryStructure": True}

    operation = await person.done(await person.post(f"{MACHINES}/{person.vm(1)}/restore-files", body))

    assert operation["associatedResources"][0]["name"] == "his-db-01"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"filePathInfo": []}, "at least one file"),
        ({"filePathInfo": [{"absoluteTargetPath": "D:\\"}]}, "absoluteSourcePath"),
        ({"targetInfo": {"virtualMachineId": NOBODY}}, NOBODY),
        ({"snapshotId": NOBODY}, "has a copy with the id"),
    ],
)
async def test_files_that_make_no_sense_are_refused(person, change, told):
    path, copy = await copied(person)

    status, message = error(await person.post(f"{path}/restore-files", files(copy, **change)))

    assert (status, told in message) == (400, True)
