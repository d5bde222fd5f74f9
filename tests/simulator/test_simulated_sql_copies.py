"""Copies of SQL Server databases: several in one copy, with their logs, shown below each of them."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
DATABASES = f"{BACKUP}/mssql-databases"
INSTANCES = f"{BACKUP}/mssql-instances"
GROUPS = f"{BACKUP}/mssql-database-protection-groups"
GROUP_TYPE = "backup-recovery/mssql-database-protection-group"
UNKNOWN = "00000099-0000-4000-8000-000000000001"


async def databases(person, *names):
    """Paths of some databases of the clinic's first instance."""
    found = {one["name"]: one["resourceUri"] for one in reversed(await person.items(DATABASES, limit=1000))}
    return [found[name] for name in names]


async def group_of(person, *paths, name="databases"):
    body = {"name": name, "protectionGroupType": "CUSTOM", "members": [{"resourceUri": path} for path in paths]}
    return await person.made(await person.post(GROUPS, body), "mssql-database-protection-group")


async def protected(person, *tiers, names=("HospitalInformation", "Appointments"), group="databases"):
    """Paths of the databases that a job protects from now on."""
    paths = await databases(person, *names)
    policy = await person.policy(*tiers, name=group, application="MSSQL")
    await person.protect(await group_of(person, *paths, name=group), policy["id"], GROUP_TYPE)
    return paths


def daily(person, number=1, **more):
    return person.schedule(number, "DAILY", **more)


def logs(person, store, **more):
    return {
        "type": "DATABASE_LOG_BACKUP",
        "protectionStoreId": store,
        "schedules": [person.schedule(9, "HOURLY", **more)],
    }


def error(reply):
    return reply.status_code, reply.json()["message"]


async def test_one_copy_is_shown_below_each_of_its_databases(person):
    first, second = await protected(person, person.snapshots(daily(person, name="nightly")))

    (copy,) = await person.items(f"{first}/snapshots")
    (other,) = await person.items(f"{second}/snapshots")

    assert copy["id"] == other["id"]
    assert copy["type"] == "backup-recovery/mssql-database-snapshot"
    assert [one["name"] for one in copy["associatedDatabases"]] == ["Appointments"]
    assert [one["name"] for one in other["associatedDatabases"]] == ["HospitalInformation"]
    assert copy["scheduleInfo"] == {"id": "1", "recurrence": "DAILY", "name": "nightly"}
    assert await person.get(copy["resourceUri"]) == copy


async def test_a_backup_says_where_it_is_and_what_it_was_made_from(person):
    store = await person.store()
    (path,) = await protected(
        person,
        person.snapshots(daily(person)),
        person.backups(store, daily(person, 2, sourceProtectionScheduleId=1)),
        names=["Billing"],
    )

    (snapshot,) = await person.items(f"{path}/snapshots")
    (backup,) = await person.items(f"{path}/backups")

    assert (backup["backupType"], backup["backupGranularity"]) == ("BACKUP", "VOLUME")
    assert backup["protectionStoreInfo"]["id"] == store
    assert backup["storageSystemInfo"]["type"] == "STOREONCE"
    assert backup["sourceCopyInfo"] == {
        "id": snapshot["id"],
        "type": "SNAPSHOT",
        "resourceUri": snapshot["resourceUri"],
    }
    assert backup["associatedDatabases"] == []
    assert await person.get(backup["resourceUri"]) == backup


async def test_a_protected_database_says_so(person):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (other,) = await databases(person, "AuditTrail")

    shown = await person.get(path)

    assert (shown["protectionStatus"], shown["recoveryPointsExist"]) == ("PROTECTED", True)
    assert shown["mssqlDatabaseProtectionGroupInfo"]["name"] == "databases"
    assert shown["protectionJobInfo"]["protectionPolicyInfo"]["name"] == "databases"
    assert (await person.get(other))["protectionStatus"] == "UNPROTECTED"
    assert await person.items(f"{other}/snapshots") == []


async def test_the_job_of_databases_asks_their_application(person):
    await protected(person, person.snapshots(daily(person)))

    (job,) = await person.items(f"{BACKUP}/protection-jobs")

    assert job["protections"][0]["schedules"][0]["overrides"]["consistency"] == "APPLICATION"
    assert job["applicationType"] == "MSSQL"


async def test_a_policy_for_machines_does_not_protect_databases(person):
    group = await group_of(person, *await databases(person, "Billing"))
    policy = await person.policy(person.snapshots(daily(person)))
    body = {"assetInfo": {"id": group, "type": GROUP_TYPE}, "protectionPolicyId": policy["id"]}

    status, message = error(await person.post(f"{BACKUP}/protection-jobs", body))

    assert (status, "applicationType MSSQL" in message) == (400, True)


async def test_log_backups_are_told_with_the_copies_they_follow(person):
    store = await person.store()
    (path,) = await protected(person, person.snapshots(daily(person)), logs(person, store), names=["Billing"])
    person.advance(hours=5)

    (copy,) = await person.items(f"{path}/snapshots")

    assert copy["logBackupInfo"]["lastLogBackupTime"][:16] == "2026-01-05T05:00"
    assert copy["logBackupInfo"]["protectionStoreInfo"]["id"] == store
    assert await person.items(f"{path}/backups") == []


async def test_deleting_a_copy_removes_the_data_of_all_its_databases(person):
    first, second = await protected(person, person.snapshots(daily(person)))
    (copy,) = await person.items(f"{first}/snapshots")

    await person.done(await person.http.delete(copy["resourceUri"]))

    assert await person.items(f"{second}/snapshots") == []


async def test_a_locked_copy_stays(person):
    (path,) = await protected(
        person, person.snapshots(daily(person, lockFor=person.period(1, "DAYS"))), names=["Billing"]
    )
    (copy,) = await person.items(f"{path}/snapshots")

    deleted = await person.http.delete(copy["resourceUri"])
    shortened = await person.patch(copy["resourceUri"], {"lockedUntil": None})

    assert (deleted.status_code, shortened.status_code) == (412, 412)


async def test_a_copy_gets_another_text_and_end_but_no_other_name(person):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (copy,) = await person.items(f"{path}/snapshots")

    renamed = await person.patch(copy["resourceUri"], {"name": "kept"})
    await person.done(
        await person.patch(copy["resourceUri"], {"description": "audit", "expiresAt": "2026-02-01T00:00:00Z"})
    )
    changed = await person.get(copy["resourceUri"])

    assert renamed.status_code == 400
    assert (changed["description"], changed["expiresAt"][:10], changed["generation"]) == ("audit", "2026-02-01", 2)


@pytest.mark.parametrize("path", [f"{UNKNOWN}/snapshots", f"{UNKNOWN}/backups/{UNKNOWN}"])
async def test_copies_of_what_nobody_knows_are_not_found(person, path):
    reply = await person.http.get(f"{DATABASES}/{path}")

    assert reply.status_code == 404


async def test_a_database_is_restored_over_itself(person):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (copy,) = await person.items(f"{path}/snapshots")
    before = await person.get(path)

    operation = await person.done(
        await person.post(f"{path}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]})
    )
    after = await person.get(path)

    assert [one["resourceUri"] for one in operation["associatedResources"]] == [path]
    assert (after["generation"], after["state"]) == (before["generation"] + 1, "OK")


async def test_without_recovery_a_database_stays_open_for_logs(person):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (copy,) = await person.items(f"{path}/snapshots")
    body = {"restoreType": "PARENT", "snapshotId": copy["id"], "recoveryMode": "NO_RECOVERY"}

    await person.done(await person.post(f"{path}/restore", body))

    assert (await person.get(path))["state"] == "RESTORING"


async def test_a_database_is_restored_to_a_new_one(person):
    store = await person.store()
    (path,) = await protected(person, person.backups(store, daily(person)), names=["HospitalInformation"])
    (copy,) = await person.items(f"{path}/backups")
    reporting = (await person.items(INSTANCES))[1]
    paths = [{"originalPath": "D:\\data\\his.mdf", "newPath": "E:\\data\\his.mdf"}]
    target = {"name": "HospitalCopy", "instanceId": reporting["id"], "databaseFilePaths": paths}
    body = {"restoreType": "ALTERNATE", "backupId": copy["id"], "targetDatabaseInfo": target}

    identifier = await person.made(await person.post(f"{path}/restore", body), "mssql-database")
    made = await person.get(f"{DATABASES}/{identifier}")

    assert (made["name"], made["instanceInfo"]["id"], made["state"]) == ("HospitalCopy", reporting["id"], "OK")
    assert made["sizeInBytes"] == (await person.get(path))["sizeInBytes"]
    assert "availabilityGroupInfo" not in made
    assert (made["protectionStatus"], made["generation"]) == ("UNPROTECTED", 1)


async def test_a_database_that_is_gone_comes_back_as_a_new_one_only(person):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (copy,) = await person.items(f"{path}/snapshots")
    instance = (await person.get(path))["instanceInfo"]["id"]
    person.service.world.objects.remove("mssql-databases", path.rsplit("/", 1)[-1])
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"]}

    over = error(await person.post(f"{path}/restore", {**body, "restoreType": "PARENT"}))
    unplaced = error(await person.post(f"{path}/restore", {**body, "targetDatabaseInfo": {"name": "Billing"}}))
    target = {"name": "Billing", "instanceId": instance}
    await person.done(await person.post(f"{path}/restore", {**body, "targetDatabaseInfo": target}))

    assert (over[0], "ALTERNATE" in over[1]) == (400, True)
    assert (unplaced[0], "targetDatabaseInfo.instanceId" in unplaced[1]) == (400, True)
    assert (await databases(person, "Billing"))[0] != path


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"backupId": UNKNOWN}, 400, "exactly one"),
        ({"snapshotId": UNKNOWN}, 400, "has a copy with the id"),
        ({"targetDatabaseInfo": {"name": "Other"}}, 400, "targetDatabaseInfo is for ALTERNATE"),
        ({"restoreType": "ALTERNATE"}, 400, "give targetDatabaseInfo.name"),
        ({"restoreType": "ALTERNATE", "targetDatabaseInfo": {"name": "billing"}}, 409, "'Billing' already"),
        (
            {"restoreType": "ALTERNATE", "targetDatabaseInfo": {"name": "New", "instanceId": UNKNOWN}},
            400,
            "mssql-instances",
        ),
        (
            {
                "restoreType": "ALTERNATE",
                "targetDatabaseInfo": {"name": "New", "databaseFilePaths": [{"newPath": "E:\\"}]},
            },
            400,
            "originalPath and newPath",
        ),
        ({"restoreUntil": "2026-01-05T02:00:00Z"}, 400, "no log backup"),
    ],
)
async def test_a_restore_that_makes_no_sense_is_refused(person, change, status, told):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (copy,) = await person.items(f"{path}/snapshots")
    body = {"restoreType": "PARENT", "snapshotId": copy["id"], **change}

    refused = error(await person.post(f"{path}/restore", body))

    assert (refused[0], told in refused[1]) == (status, True)


async def test_a_copy_of_another_database_is_refused(person):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (other,) = await protected(person, person.snapshots(daily(person)), names=["AuditTrail"], group="others")
    (copy,) = await person.items(f"{other}/snapshots")

    reply = await person.post(f"{path}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]})

    assert reply.status_code == 400


@pytest.mark.parametrize(("until", "status"), [("2026-01-05T02:30:00Z", 202), ("2026-01-05T06:00:00Z", 400)])
async def test_logs_roll_a_restore_forward_as_far_as_they_reach(person, until, status):
    store = await person.store()
    (path,) = await protected(person, person.snapshots(daily(person)), logs(person, store), names=["Billing"])
    person.advance(hours=5)
    (copy,) = await person.items(f"{path}/snapshots")
    body = {"restoreType": "PARENT", "snapshotId": copy["id"], "restoreUntil": until}

    reply = await person.post(f"{path}/restore", body)

    assert reply.status_code == status


async def test_while_a_restore_runs_database_and_copy_show_it(person):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (copy,) = await person.items(f"{path}/snapshots")
    person.switch(operation_seconds=60.0)

    await person.post(f"{path}/restore", {"restoreType": "PARENT", "snapshotId": copy["id"]})
    during = (await person.get(path))["state"], (await person.get(copy["resourceUri"]))["state"]
    refused = await person.http.delete(copy["resourceUri"])
    person.advance(seconds=60)

    assert during == ("RESTORING", "IN_USE")
    assert refused.status_code == 412
    assert (await person.get(path))["state"] == "OK"
    assert (await person.get(copy["resourceUri"]))["state"] == "OK"


async def test_a_name_taken_meanwhile_fails_the_restore(person):
    (path,) = await protected(person, person.snapshots(daily(person)), names=["Billing"])
    (copy,) = await person.items(f"{path}/snapshots")
    person.switch(operation_seconds=60.0)
    body = {"restoreType": "ALTERNATE", "snapshotId": copy["id"], "targetDatabaseInfo": {"name": "Copy"}}
    replies = [await person.post(f"{path}/restore", body) for _ in range(2)]

    person.advance(seconds=60)

    assert [(await person.operation(reply))["state"] for reply in replies] == ["SUCCEEDED", "FAILED"]
