"""Copies of volume protection groups: by schedule and by hand, attached, in use, locked."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
GROUPS = f"{BACKUP}/volume-protection-groups"
GROUP_TYPE = "backup-recovery/volume-protection-group"
SYSTEM = "00000070-0000-4000-8000-000000000001"
NOBODY = "00000000-0000-4000-8000-000000000000"


def volume(number):
    return f"00000071-0000-4000-8000-{number:012x}"


async def group_of(person, *numbers, name="volumes"):
    assets = [{"id": volume(number)} for number in numbers or (4, 5)]
    body = {"name": name, "volumeProtectionGroupType": "CUSTOM", "assets": assets}
    return await person.made(await person.post(GROUPS, body), "volume-protection-group")


async def snapshot(person, group, **more):
    reply = await person.post(f"{GROUPS}/{group}/snapshots", {"name": "by hand", **more})
    return await person.made(reply, "snapshot")


def wanted_backup(source, store, **more):
    info = {"id": source, "type": "SNAPSHOT"}
    return {"name": "kept", "backupType": "BACKUP", "sourceCopyInfo": info, "protectionStoreId": store, **more}


async def backup(person, group, **more):
    """A backup of a group by hand, and where it is."""
    source, store = await snapshot(person, group), await person.store()
    identifier = await person.made(
        await person.post(f"{GROUPS}/{group}/backups", wanted_backup(source, store, **more)), "backup"
    )
    return f"{GROUPS}/{group}/backups/{identifier}"


async def protected(person, group, *tiers):
    policy = await person.policy(*tiers, application="HPE_ARRAY_VOLUME")
    return await person.protect(group, policy["id"], GROUP_TYPE)


def error(reply):
    return reply.status_code, reply.json()["message"]


async def test_a_job_makes_copies_below_the_group(person):
    group, store = await group_of(person), await person.store()
    await protected(
        person,
        group,
        person.snapshots(person.schedule(1, "DAILY")),
        person.backups(store, person.schedule(2, "DAILY", sourceProtectionScheduleId=1, name="daily")),
    )

    snapshots = await person.items(f"{GROUPS}/{group}/snapshots")
    backups = await person.items(f"{GROUPS}/{group}/backups")

    assert [one["type"] for one in snapshots] == ["backup-recovery/volume-protection-group-snapshot"]
    assert [one["volumeId"] for one in snapshots[0]["individualSnapshotsInfo"]] == [volume(4), volume(5)]
    assert snapshots[0]["vpgInfo"]["id"] == group
    assert snapshots[0]["storageSystemInfo"]["id"] == SYSTEM
    assert backups[0]["scheduleInfo"] == {"scheduleId": 2, "recurrence": "DAILY", "name": "daily"}
    assert backups[0]["sourceCopyInfo"] == {
        "id": snapshots[0]["id"],
        "type": "SNAPSHOT",
        "copyType": "SNAPSHOT",
    }
    assert (backups[0]["mountState"], backups[0]["mountedHostsIqn"]) == ("UNATTACHED", [])
    assert backups[0]["protectionStoreInfo"]["id"] == store
    singles = backups[0]["backupSetsInfo"][0]["backups"]
    assert [one["sourceVolumeInfo"]["name"] for one in singles] == ["erp-db-data-01", "erp-db-data-02"]
    assert await person.get(backups[0]["resourceUri"]) == backups[0]


async def test_the_job_of_a_volume_group_shows_what_arrays_do(person):
    group, store = await group_of(person), await person.store()
    job = await protected(person, group, person.backups(store, person.schedule(1, "DAILY")))

    shown = (await person.get(f"{BACKUP}/protection-jobs/{job}"))["protections"][0]["schedules"][0]["overrides"]

    assert (shown["consistency"], shown["backupGranularity"]) == ("CRASH", "VOLUME")


@pytest.mark.parametrize("application", ["VMWARE", "MSSQL"])
async def test_a_policy_for_something_else_does_not_protect_volumes(person, application):
    group = await group_of(person)
    policy = await person.policy(person.snapshots(person.schedule(1, "DAILY")), application=application)
    body = {"assetInfo": {"id": group, "type": GROUP_TYPE}, "protectionPolicyId": policy["id"]}

    status, message = error(await person.post(f"{BACKUP}/protection-jobs", body))

    assert status == 400
    assert f"policy gold is for {application}" in message
    assert "applicationType HPE_ARRAY_VOLUME" in message


async def test_a_policy_for_volumes_does_not_protect_machines(person):
    policy = await person.policy(person.snapshots(person.schedule(1, "DAILY")), application="HPE_ARRAY_VOLUME")
    body = {"assetInfo": {"id": person.vm(1)}, "protectionPolicyId": policy["id"]}

    status, message = error(await person.post(f"{BACKUP}/protection-jobs", body))

    assert (status, "applicationType VMWARE" in message) == (400, True)


async def test_a_snapshot_by_hand_lives_as_long_as_asked(person):
    group = await group_of(person)

    identifier = await snapshot(
        person, group, description="before the upgrade", expireAfter=person.period(2, "DAYS"), snapshotType="SNAPSHOT"
    )
    made = await person.get(f"{GROUPS}/{group}/snapshots/{identifier}")
    person.advance(days=2)

    assert (made["name"], made["description"]) == ("by hand", "before the upgrade")
    assert made["expiresAt"][:10] == "2026-01-07"
    assert "scheduleInfo" not in made
    assert made["createdByInfo"]["name"] != "scheduler"
    assert await person.items(f"{GROUPS}/{group}/snapshots") == []


async def test_a_copy_by_hand_without_a_period_stays(person):
    group = await group_of(person)
    await snapshot(person, group)

    person.advance(days=4000)

    assert len(await person.items(f"{GROUPS}/{group}/snapshots")) == 1


async def test_a_group_without_volumes_has_nothing_to_copy(person):
    group = await group_of(person)
    for number in (4, 5):
        person.service.world.objects.remove("volumes", volume(number))

    status, message = error(await person.post(f"{GROUPS}/{group}/snapshots", {"name": "by hand"}))

    assert (status, "has no volumes" in message) == (400, True)


async def test_copies_of_a_group_nobody_made_are_not_found(person):
    made = await person.post(f"{GROUPS}/{NOBODY}/snapshots", {"name": "by hand"})
    listed = await person.http.get(f"{GROUPS}/{NOBODY}/backups")

    assert (made.status_code, listed.status_code) == (404, 404)


async def test_a_backup_by_hand_holds_the_data_of_its_source(person):
    group = await group_of(person)
    source, store = await snapshot(person, group), await person.store("Cloud", "azure:eastus2")
    person.advance(hours=3)
    body = wanted_backup(source, store, backupType="CLOUD_BACKUP", lockFor=person.period(1, "DAYS"))

    identifier = await person.made(await person.post(f"{GROUPS}/{group}/backups", body), "backup")
    made = await person.get(f"{GROUPS}/{group}/backups/{identifier}")

    assert (made["backupType"], made["protectionStoreInfo"]["id"]) == ("CLOUD_BACKUP", store)
    assert (made["pointInTime"][:16], made["createdAt"][:16]) == ("2026-01-05T00:00", "2026-01-05T03:00")
    assert made["lockedUntil"][:16] == "2026-01-06T03:00"
    assert made["sourceCopyInfo"]["id"] == source


async def test_a_backup_of_a_backup_is_made_from_that(person):
    group = await group_of(person)
    first = await backup(person, group)
    store = await person.store("Cloud", "azure:eastus2")
    info = {"id": first.rsplit("/", 1)[-1], "type": "BACKUP"}
    body = wanted_backup(None, store, backupType="CLOUD_BACKUP", sourceCopyInfo=info)

    identifier = await person.made(await person.post(f"{GROUPS}/{group}/backups", body), "backup")

    made = await person.get(f"{GROUPS}/{group}/backups/{identifier}")
    assert made["sourceCopyInfo"] == {**info, "copyType": "BACKUP"}


async def test_a_backup_needs_a_source_of_the_group_and_a_fitting_store(person):
    group, other = await group_of(person), await group_of(person, 6, name="others")
    source, foreign = await snapshot(person, group), await snapshot(person, other)
    store, cloud = await person.store(), await person.store("Cloud", "azure:eastus2")
    path = f"{GROUPS}/{group}/backups"

    refused = [
        error(await person.post(path, body))
        for body in (
            wanted_backup(NOBODY, store),
            wanted_backup(foreign, store),
            wanted_backup(source, store, sourceCopyInfo={"id": source, "type": "BACKUP"}),
            wanted_backup(source, NOBODY),
            wanted_backup(source, cloud),
        )
    ]

    assert [status for status, _ in refused] == [400] * 5
    assert [
        part in message
        for part, (_, message) in zip(
            ("in snapshots", "in snapshots", "in backups", "protection-stores", "needs a store of type ON_PREMISES"),
            refused,
            strict=True,
        )
    ] == [True] * 5


async def test_a_store_that_is_away_takes_no_backup(person):
    group = await group_of(person)
    source, store = await snapshot(person, group), await person.store()
    person.service.world.objects.put(
        "protection-stores", {**person.service.world.objects.find("protection-stores", store), "state": "OFFLINE"}
    )

    status, message = error(await person.post(f"{GROUPS}/{group}/backups", wanted_backup(source, store)))

    assert (status, "OFFLINE" in message) == (400, True)


async def test_a_source_that_went_meanwhile_fails_the_backup(person):
    group = await group_of(person)
    source, store = await snapshot(person, group), await person.store()
    person.switch(operation_seconds=60.0)
    reply = await person.post(f"{GROUPS}/{group}/backups", wanted_backup(source, store))
    row = person.service.world.copies.find(source).row
    person.service.world.copies.remove(row)

    person.advance(seconds=60)

    operation = await person.operation(reply)
    assert operation["state"] == "FAILED"
    assert source in operation["error"]["error"]


async def test_a_source_is_held_while_it_is_copied(person):
    group = await group_of(person)
    source, store = await snapshot(person, group, expireAfter=person.period(1, "HOURS")), await person.store()
    person.switch(operation_seconds=7200.0)
    reply = await person.post(f"{GROUPS}/{group}/backups", wanted_backup(source, store))
    path = f"{GROUPS}/{group}/snapshots/{source}"

    state = (await person.get(path))["state"]
    status, message = error(await person.http.delete(path))
    person.advance(hours=2)
    await person.done(reply)
    person.advance(minutes=1)

    assert state == "BACKUP_INITIALIZING"
    assert (status, "in use" in message) == (412, True)
    assert (await person.http.get(path)).status_code == 404
    assert len(await person.items(f"{GROUPS}/{group}/backups")) == 1


async def test_a_copy_can_be_renamed_and_given_another_end(person):
    group = await group_of(person)
    path = f"{GROUPS}/{group}/snapshots/{await snapshot(person, group)}"
    person.advance(hours=1)

    await person.done(await person.patch(path, {"name": "kept", "expiresAt": "2026-01-06T00:00:00Z"}))
    changed = await person.get(path)
    await person.done(await person.patch(path, {"expiresAt": None}))
    unlimited = await person.get(path)

    assert (changed["name"], changed["expiresAt"][:10], changed["generation"]) == ("kept", "2026-01-06", 2)
    assert changed["updatedAt"][:16] == "2026-01-05T01:00"
    assert ("expiresAt" in unlimited, unlimited["name"], unlimited["generation"]) == (False, "kept", 3)


async def test_a_locked_copy_stays_and_keeps_its_lock(person):
    group = await group_of(person)
    path = f"{GROUPS}/{group}/snapshots/{await snapshot(person, group, lockFor=person.period(2, 'DAYS'))}"

    deleted = error(await person.http.delete(path))
    shortened = error(await person.patch(path, {"lockedUntil": "2026-01-06T00:00:00Z"}))
    await person.done(await person.patch(path, {"lockedUntil": "2026-01-09T00:00:00Z"}))

    assert (deleted[0], shortened[0]) == (412, 412)
    assert (await person.get(path))["lockedUntil"][:10] == "2026-01-09"


async def test_an_unlocked_copy_is_deleted(person):
    group = await group_of(person)
    path = await backup(person, group)

    await person.done(await person.http.delete(path))

    assert await person.items(f"{GROUPS}/{group}/backups") == []


async def test_a_delete_is_shown_while_it_lasts_or_waits(person):
    group = await group_of(person)
    path = f"{GROUPS}/{group}/snapshots/{await snapshot(person, group)}"
    person.switch(dual_authorization=True)
    await person.http.delete(path)
    waiting = (await person.get(path))["state"]
    person.switch(dual_authorization=False, operation_seconds=60.0)
    await person.http.delete(path)
    going = (await person.get(path))["state"]

    assert (waiting, going) == ("PENDING_DELETE_APPROVAL", "DELETING")


async def test_a_copy_is_listed_for_its_own_kind_of_asset_only(person):
    group = await group_of(person)
    await snapshot(person, group)

    elsewhere = [
        await person.http.get(f"{BACKUP}/{collection}/{asset}/snapshots")
        for collection, asset in (
            ("virtual-machines", group),
            ("virtual-machines", volume(4)),
            ("mssql-databases", volume(4)),
        )
    ]

    assert [reply.status_code for reply in elsewhere] == [404, 404, 404]


async def test_the_page_of_the_simulator_shows_copies_by_hand(person):
    await snapshot(person, await group_of(person))

    page = await person.http.get("/_simulator/")
    points = (await person.get("/_simulator/recovery-points"))["items"]

    assert page.status_code == 200
    assert [(point["assetName"], point["count"]) for point in points] == [("volumes", 1)]
