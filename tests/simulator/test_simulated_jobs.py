"""Protection jobs: run, suspended, resumed, deleted; and what the asset shows meanwhile."""

JOBS = "/backup-recovery/v1beta1/protection-jobs"
MACHINES = "/virtualization/v1beta1/virtual-machines"


async def job(person, **more):
    """Machine 1 under hourly snapshots and weekly backups on them."""
    store = await person.store()
    policy = await person.policy(
        person.snapshots(person.schedule(1, "HOURLY", 1, expireAfter=person.period(2, "DAYS"))),
        person.backups(store, person.schedule(2, "WEEKLY", 1, on=[6], sourceProtectionScheduleId=1)),
    )
    return await person.protect(person.vm(1), policy["id"], **more), policy


async def test_a_run_by_hand_runs_the_chain_above(person):
    identifier, _ = await job(person)
    person.advance(minutes=10)

    operation = await person.done(await person.post(f"{JOBS}/{identifier}/run", {"scheduleIds": [2]}))

    assert operation["associatedResources"][0]["type"] == "backup-recovery/protection-jobs"
    assert await person.copy_times() == ["2026-01-05T00:00", "2026-01-05T00:10"]
    assert await person.copy_times(1, "backups") == ["2026-01-05T00:00", "2026-01-05T00:10"]


async def test_a_suspended_schedule_makes_no_copies_until_resumed(person):
    identifier, _ = await job(person)

    await person.done(await person.post(f"{JOBS}/{identifier}/suspend", {"scheduleIds": [1]}))
    suspended = await person.get(f"{JOBS}/{identifier}")
    person.advance(hours=3)
    await person.done(await person.post(f"{JOBS}/{identifier}/resume", {"scheduleIds": [1]}))
    person.advance(hours=1)

    assert suspended["operational"] == "PARTIALLY_SUSPENDED"
    assert suspended["protections"][0]["schedules"][0]["operational"] == "SUSPENDED"
    assert await person.copy_times() == ["2026-01-05T00:00", "2026-01-05T04:00"]


async def test_all_schedules_are_meant_when_none_is_named(person):
    identifier, _ = await job(person)

    await person.done(await person.post(f"{JOBS}/{identifier}/suspend", {}))

    assert (await person.get(f"{JOBS}/{identifier}"))["operational"] == "SUSPENDED"


async def test_a_suspended_schedule_cannot_be_run(person):
    identifier, _ = await job(person)
    await person.done(await person.post(f"{JOBS}/{identifier}/suspend", {}))

    operation = await person.operation(await person.post(f"{JOBS}/{identifier}/run", {}))

    assert operation["state"] == "FAILED"
    assert "suspended; resume them first" in operation["error"]["error"]


async def test_a_schedule_that_the_policy_lacks_cannot_be_run(person):
    identifier, _ = await job(person)

    reply = await person.post(f"{JOBS}/{identifier}/run", {"scheduleIds": [7]})

    assert reply.status_code == 400
    assert "its schedules are [1, 2]" in reply.json()["message"]


async def test_a_job_shows_the_values_in_force(person):
    store = await person.store()
    policy = await person.policy(
        person.backups(store, person.schedule(2, "DAILY", expireAfter=person.period(7, "DAYS")))
    )
    tier = policy["protections"][0]["id"]
    override = {"scheduleId": 2, "expireAfter": person.period(3, "DAYS"), "consistency": "APPLICATION"}
    overrides = {"protections": [{"id": tier, "schedules": [override]}]}

    identifier = await person.protect(person.vm(1), policy["id"], overrides=overrides)
    shown = (await person.get(f"{JOBS}/{identifier}"))["protections"][0]["schedules"][0]

    assert shown["expireAfter"] == person.period(7, "DAYS")
    assert shown["overrides"]["expireAfter"] == person.period(3, "DAYS")
    assert shown["overrides"]["consistency"] == "APPLICATION"
    assert shown["overrides"]["backupGranularity"] == "VMWARE_CBT"
    assert (await person.copies(1, "backups"))[0]["expiresAt"][:10] == "2026-01-08"


async def test_a_job_remembers_five_runs_and_knows_the_next(person):
    identifier, _ = await job(person)

    person.advance(hours=8, minutes=30)
    shown = (await person.get(f"{JOBS}/{identifier}"))["protections"][0]["schedules"][0]

    assert [run["timestamp"][11:16] for run in shown["executionStatuses"]] == [
        "08:00",
        "07:00",
        "06:00",
        "05:00",
        "04:00",
    ]
    assert shown["nextRunTime"][11:16] == "09:00"
    assert shown["prevRunTime"][11:16] == "08:00"


async def test_deleting_a_job_keeps_its_copies(person):
    identifier, policy = await job(person)

    await person.done(await person.http.delete(f"{JOBS}/{identifier}"))
    person.advance(hours=5)

    assert await person.copy_times() == ["2026-01-05T00:00"]
    assert (await person.http.get(f"{JOBS}/{identifier}")).status_code == 404
    assert (await person.get(f"/backup-recovery/v1beta1/protection-policies/{policy['id']}"))["assigned"] is False


async def test_one_asset_has_one_job(person):
    _, policy = await job(person)
    body = {"assetInfo": {"id": person.vm(1)}, "protectionPolicyId": policy["id"]}

    reply = await person.post(JOBS, body)

    assert reply.status_code == 400
    assert "delete that job first" in reply.json()["message"]


async def test_the_kind_recorded_in_2024_is_taken_and_given_back(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))

    identifier = await person.protect(person.vm(1), policy["id"], kind="hybrid-cloud/virtual-machine")

    assert (await person.get(f"{JOBS}/{identifier}"))["assetInfo"]["type"] == "hybrid-cloud/virtual-machine"


async def test_overrides_must_name_tiers_of_the_policy(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    overrides = {"protections": [{"id": "00000000-0000-4000-8000-000000000000"}]}
    body = {"assetInfo": {"id": person.vm(1)}, "protectionPolicyId": policy["id"], "overrides": overrides}

    reply = await person.post(JOBS, body)

    assert reply.status_code == 400
    assert policy["protections"][0]["id"] in reply.json()["message"]


async def test_a_store_that_is_offline_gets_no_copies(person):
    identifier, _ = await job(person)
    store = (await person.items("/backup-recovery/v1beta1/protection-stores"))[0]["id"]

    await person.http.patch(f"/_simulator/objects/protection-stores/{store}", json={"state": "OFFLINE"})
    person.advance(days=7)
    shown = (await person.get(f"{JOBS}/{identifier}"))["protections"][1]["schedules"][0]

    assert shown["executionStatuses"][0]["status"] == "ERROR"
    assert shown["executionStatuses"][0]["errorMessage"] == "protection store Local is OFFLINE"
    assert await person.copy_times(1, "backups") == ["2026-01-05T00:00"]
    assert (await person.get(f"{MACHINES}/{person.vm(1)}"))["protectionStatus"] == "PARTIAL"


async def status(person, number=1):
    return (await person.get(f"{MACHINES}/{person.vm(number)}"))["protectionStatus"]


async def test_a_machine_goes_from_unprotected_over_pending_to_protected(person):
    person.switch(first_run=False)
    seen = [await status(person)]

    identifier, _ = await job(person)
    seen.append(await status(person))
    person.advance(days=7)
    seen.append(await status(person))
    await person.done(await person.post(f"{JOBS}/{identifier}/suspend", {}))
    seen.append(await status(person))
    await person.done(await person.http.delete(f"{JOBS}/{identifier}"))
    seen.append(await status(person))

    assert seen == ["UNPROTECTED", "PENDING", "PROTECTED", "PAUSED", "LAPSED"]


async def test_a_machine_without_a_job_shows_empty_texts(person):
    machine = await person.get(f"{MACHINES}/{person.vm(1)}")

    assert machine["protectionJobInfo"]["id"] == ""
    assert machine["protectionJobInfo"]["protectionPolicyInfo"]["name"] == ""
    assert machine["protectionPolicyAppliedAtInfo"]["type"] == ""


async def test_a_machine_that_vanished_keeps_its_copies(person):
    identifier, _ = await job(person)

    await person.http.delete(f"/_simulator/objects/virtual-machines/{person.vm(1)}")
    person.advance(hours=1)
    shown = (await person.get(f"{JOBS}/{identifier}"))["protections"][0]["schedules"][0]

    assert await person.copy_times() == ["2026-01-05T00:00"]
    assert shown["executionStatuses"][0]["status"] == "ERROR"
    assert (await person.http.get(f"{MACHINES}/{person.vm(1)}")).status_code == 404
