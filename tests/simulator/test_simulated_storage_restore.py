"""Restores of datastores and of volume protection groups."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
VIRTUAL = "/virtualization/v1beta1"
VOLUME_GROUPS = f"{BACKUP}/volume-protection-groups"
SYSTEM = "00000070-0000-4000-8000-000000000001"
NOBODY = "00000000-0000-4000-8000-000000000000"


def error(reply):
    return reply.status_code, reply.json()["message"]


async def first(person, kind):
    """The first object of an inventory collection."""
    return (await person.items(f"{VIRTUAL}/{kind}"))[0]


async def copied_datastore(person):
    store = await first(person, "datastores")
    policy = await person.policy(person.snapshots(person.schedule(1, "DAILY")))
    await person.protect(store["id"], policy["id"], "virtualization/datastore")
    path = f"{BACKUP}/datastores/{store['id']}"
    return store, path, (await person.items(f"{path}/snapshots"))[0]


async def machines_on(person, store):
    everyone = await person.items(f"{VIRTUAL}/virtual-machines", limit=1000)
    return [one for one in everyone if one["appInfo"]["vmware"]["datastoresInfo"][0]["id"] == store]


async def test_a_datastore_is_restored_with_the_machines_on_it(person):
    store, path, copy = await copied_datastore(person)
    machines = await machines_on(person, store["id"])

    operation = await person.done(
        await person.post(f"{path}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]})
    )

    after = await machines_on(person, store["id"])
    named = {one["name"] for one in operation["associatedResources"]}
    assert named == {store["name"], *(machine["name"] for machine in machines)}
    assert [one["generation"] for one in after] == [one["generation"] + 1 for one in machines]
    assert (await person.get(store["resourceUri"]))["generation"] == store["generation"] + 1


async def test_a_datastore_is_restored_to_a_new_one_with_copies_of_its_machines(person):
    store, path, copy = await copied_datastore(person)
    machines = await machines_on(person, store["id"])
    target = {"name": "vmfs-copy", "storageInfo": {"storageSystemId": SYSTEM}, "powerOnVmsAfterRestore": True}
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetDatastoreInfo": target}

    identifier = await person.made(await person.post(f"{path}/restore", body), "datastore")
    made = await person.get(f"{VIRTUAL}/datastores/{identifier}")
    copies = await machines_on(person, identifier)

    assert (made["name"], made["capacityInBytes"]) == ("vmfs-copy", store["capacityInBytes"])
    assert made["clusterInfo"]["id"] == store["clusterInfo"]["id"]
    assert made["vmCount"] == len(machines)
    assert sorted(one["name"] for one in copies) == sorted(f"{one['name']}_vmfs-copy" for one in machines)
    assert {one["powerState"] for one in copies} == {"POWERED_ON"}


@pytest.mark.parametrize(
    ("target", "status", "told"),
    [
        ({}, 409, "is taken by datastore"),
        ({"name": "copy", "clusterId": NOBODY}, 400, "hypervisor-clusters"),
        ({"name": "copy", "clusterId": "a", "hostId": "b"}, 400, "exactly one of clusterId and hostId"),
        ({"name": "copy", "storageInfo": {"storageSystemId": NOBODY}}, 400, "storage-systems"),
    ],
)
async def test_a_place_of_a_new_datastore_that_makes_no_sense_is_refused(person, target, status, told):
    _, path, copy = await copied_datastore(person)
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetDatastoreInfo": target}

    refused = error(await person.post(f"{path}/restore", body))

    assert (refused[0], told in refused[1]) == (status, True)


def volume(number):
    return f"00000071-0000-4000-8000-{number:012x}"


async def copied_volumes(person):
    """The path of a volume group, a snapshot and a backup of it."""
    assets = [{"id": volume(4)}, {"id": volume(5)}]
    body = {"name": "volumes", "volumeProtectionGroupType": "CUSTOM", "assets": assets}
    group = await person.made(await person.post(VOLUME_GROUPS, body), "volume-protection-group")
    path = f"{VOLUME_GROUPS}/{group}"
    snapshot = await person.made(await person.post(f"{path}/snapshots", {"name": "by hand"}), "snapshot")
    source = {"id": snapshot, "type": "SNAPSHOT"}
    body = {
        "name": "kept",
        "backupType": "BACKUP",
        "sourceCopyInfo": source,
        "protectionStoreId": await person.store(),
    }
    return path, snapshot, await person.made(await person.post(f"{path}/backups", body), "backup")


async def volume_generations(person):
    found = {one["id"]: one["generation"] for one in await person.items("/block-storage/v1alpha1/volumes", limit=50)}
    return found[volume(4)], found[volume(5)]


async def test_a_volume_group_is_restored_over_its_volumes(person):
    path, snapshot, _ = await copied_volumes(person)
    before = await person.get(path)

    await person.done(await person.post(f"{path}/restore", {"restoreType": "PARENT", "vpgSnapshotId": snapshot}))

    assert await volume_generations(person) == (2, 2)
    assert (await person.get(path))["generation"] == before["generation"] + 1


async def test_single_volumes_of_a_group_are_restored(person):
    path, snapshot, _ = await copied_volumes(person)
    copy = await person.get(f"{path}/snapshots/{snapshot}")
    body = {
        "restoreType": "PARENT",
        "vpgSnapshotId": snapshot,
        "individualSnapshotIds": [copy["individualSnapshotsInfo"][1]["id"]],
    }

    await person.done(await person.post(f"{path}/restore", body))

    assert await volume_generations(person) == (1, 2)


async def test_a_volume_group_is_restored_from_a_backup_to_new_volumes(person):
    path, _, backup = await copied_volumes(person)

    operation = await person.done(
        await person.post(f"{path}/restore", {"restoreType": "ALTERNATE", "vpgBackupId": backup})
    )

    made = [await person.get(one["resourceUri"]) for one in operation["associatedResources"]]
    assert len(made) == 2
    assert all(one["name"].startswith("erp-db-data-0") and "-restored-" in one["name"] for one in made)
    assert {(one["systemId"], one["generation"]) for one in made} == {(SYSTEM, 1)}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"vpgSnapshotId": "S"}, "restoreType must be given"),
        ({"restoreType": "PARENT"}, "exactly one"),
        ({"restoreType": "PARENT", "vpgSnapshotId": "S", "vpgBackupId": "B"}, "exactly one"),
        ({"restoreType": "PARENT", "vpgSnapshotId": NOBODY}, "in snapshots"),
        ({"restoreType": "ALTERNATE", "vpgSnapshotId": "S"}, "backups only"),
        ({"restoreType": "PARENT", "vpgBackupId": "B", "targetStorageSystemId": SYSTEM}, "is for ALTERNATE"),
        ({"restoreType": "ALTERNATE", "vpgBackupId": "B", "targetStorageSystemId": NOBODY}, "storage-systems"),
        ({"restoreType": "PARENT", "vpgSnapshotId": "S", "individualBackupIds": [NOBODY]}, "does not go with"),
        ({"restoreType": "PARENT", "vpgSnapshotId": "S", "individualSnapshotIds": [NOBODY]}, "no individual"),
    ],
)
async def test_a_restore_of_volumes_that_makes_no_sense_is_refused(person, body, told):
    path, snapshot, backup = await copied_volumes(person)
    known = {"S": snapshot, "B": backup}

    reply = await person.post(
        f"{path}/restore",
        {name: known.get(value, value) if isinstance(value, str) else value for name, value in body.items()},
    )

    assert (reply.status_code, told in reply.json()["message"]) == (400, True)


async def test_while_volumes_are_restored_group_and_copy_show_it(person):
    path, snapshot, _ = await copied_volumes(person)
    person.switch(operation_seconds=60.0)

    await person.post(f"{path}/restore", {"restoreType": "PARENT", "vpgSnapshotId": snapshot})

    assert (await person.get(path))["state"] == "RESTORING_SNAPSHOT"
    assert (await person.get(f"{path}/snapshots/{snapshot}"))["state"] == "RESTORING"
    assert (await person.http.delete(f"{path}/snapshots/{snapshot}")).status_code == 412
