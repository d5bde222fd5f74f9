"""Protection stores and policies: what is sent, what comes back, what is refused."""

import re

import pytest

STORES = "/backup-recovery/v1beta1/protection-stores"
POLICIES = "/backup-recovery/v1beta1/protection-policies"
STOREONCE = "00000040-0000-4000-8000-000000000001"
NOBODY = "00000000-0000-4000-8000-000000000000"


async def test_the_server_names_the_store_and_keeps_the_display_name(person):
    store = await person.get(f"{STORES}/{await person.store('Cloud', 'azure:eastus2')}")

    assert re.fullmatch(r"hpegreenlake_[0-9a-f-]{36}", store["name"])
    assert store["displayName"] == "Cloud"
    assert store["storageLocationInfo"]["id"] == "azure:eastus2"
    assert store["storageSystemInfo"] == {
        "id": STOREONCE,
        "displayName": "clinic-storeonce-1",
        "type": "STOREONCE",
        "resourceUri": f"/backup-recovery/v1beta1/storeonces/{STOREONCE}",
    }
    assert "storageSystemId" not in store


async def test_a_store_can_be_renamed_and_nothing_else(person):
    path = f"{STORES}/{await person.store()}"

    renamed = await person.patch(path, {"displayName": "Other"})
    refused = await person.patch(path, {"region": "x"})

    assert (renamed.status_code, renamed.json()["displayName"], renamed.json()["generation"]) == (200, "Other", 2)
    assert refused.status_code == 400


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"storageSystemId": NOBODY}, NOBODY),
        ({"storageSystemId": None}, "storageSystemId"),
        ({"protectionStoreType": "CLOUD"}, "azure:westeurope"),
        ({"protectionStoreType": "CLOUD", "storageLocationId": "aws:moon"}, "aws:us-east-1"),
        ({"storageLocationId": "aws:us-east-1"}, "leave them out"),
        ({"storageSystemType": "TAPE"}, "STOREONCE"),
    ],
)
async def test_a_store_that_makes_no_sense_is_refused(person, change, told):
    body = {
        "protectionStoreType": "ON_PREMISES",
        "storageSystemId": STOREONCE,
        "storageSystemType": "STOREONCE",
    } | change

    reply = await person.post(STORES, {name: value for name, value in body.items() if value is not None})

    assert reply.status_code == 400
    assert told in reply.json()["message"]


async def test_a_cloud_store_operation_names_the_store_and_the_appliance_in_either_order(person):
    seen = set()

    for number in range(12):
        body = {"displayName": str(number), "protectionStoreType": "CLOUD", "storageLocationId": "azure:eastus2"}
        reply = await person.post(STORES, {**body, "storageSystemId": STOREONCE, "storageSystemType": "STOREONCE"})
        seen.add(tuple(one["type"] for one in (await person.done(reply))["associatedResources"]))

    kinds = ("backup-recovery/protection-store", "data-services/storeonce")
    assert seen == {kinds, kinds[::-1]}


async def test_a_store_with_copies_is_deleted_by_force_only(person):
    store = await person.store()
    policy = await person.policy(person.backups(store, person.schedule(1, "DAILY")))
    job = await person.protect(person.vm(1), policy["id"])
    await person.done(await person.http.delete(f"/backup-recovery/v1beta1/protection-jobs/{job}"))
    await person.http.delete(f"{POLICIES}/{policy['id']}")

    refused = await person.http.delete(f"{STORES}/{store}")
    await person.done(await person.http.delete(f"{STORES}/{store}", params={"force": "true"}))

    assert refused.status_code == 412
    assert "force=true" in refused.json()["message"]
    assert await person.items(STORES) == []
    assert await person.copies(1, "backups") == []


async def test_force_does_not_delete_locked_copies(person):
    store = await person.store()
    policy = await person.policy(person.backups(store, person.schedule(1, "DAILY", lockFor=person.period(2, "DAYS"))))
    job = await person.protect(person.vm(1), policy["id"])
    await person.done(await person.http.delete(f"/backup-recovery/v1beta1/protection-jobs/{job}"))
    await person.http.delete(f"{POLICIES}/{policy['id']}")

    refused = await person.http.delete(f"{STORES}/{store}", params={"force": "true"})
    person.advance(days=2)
    allowed = await person.http.delete(f"{STORES}/{store}", params={"force": "true"})

    assert (refused.status_code, allowed.status_code) == (412, 202)
    assert "2026-01-07" in refused.json()["message"]


async def test_a_store_that_a_policy_uses_stays(person):
    store = await person.store()
    await person.policy(person.backups(store, person.schedule(1, "DAILY")))

    reply = await person.http.delete(f"{STORES}/{store}", params={"force": "true"})

    assert reply.status_code == 412
    assert "policy gold" in reply.json()["message"]


@pytest.mark.parametrize("status", [404, 400])
async def test_an_unknown_store_is_answered_as_the_settings_say(person, status):
    person.switch(missing_status=status)

    reply = await person.http.get(f"{STORES}/{NOBODY}")

    assert reply.status_code == status


async def test_a_policy_comes_back_with_store_objects_and_without_unset_fields(person):
    store = await person.store()

    policy = await person.policy(person.backups(store, person.schedule(2, "DAILY", start="01:30")), name="silver")
    tier = policy["protections"][0]

    assert policy["assigned"] is False
    assert policy["generation"] == 1
    assert "description" not in policy
    assert "protectionStoreId" not in tier
    assert tier["protectionStoreInfo"]["id"] == store
    assert tier["protectionStoreInfo"]["protectionStoreType"] == "ON_PREMISES"
    assert tier["schedules"] == [person.schedule(2, "DAILY", start="01:30")]


async def test_an_assigned_policy_names_its_jobs(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))

    job = await person.protect(person.vm(1), policy["id"])
    shown = await person.get(f"{POLICIES}/{policy['id']}")

    assert shown["assigned"] is True
    assert shown["protectionJobsInfo"][0]["id"] == job
    assert shown["protectionJobsInfo"][0]["assetInfo"]["name"] == "his-db-01"


async def test_an_assigned_policy_cannot_be_deleted_or_replaced(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    job = await person.protect(person.vm(1), policy["id"])
    body = {"name": "n", "applicationType": "VMWARE", "protections": [person.snapshots(person.schedule(1))]}

    deleted = await person.http.delete(f"{POLICIES}/{policy['id']}")
    replaced = await person.http.put(f"{POLICIES}/{policy['id']}", json=body)

    assert (deleted.status_code, replaced.status_code) == (412, 400)
    assert job in deleted.json()["message"]
    assert "use PATCH" in replaced.json()["message"]


async def test_put_replaces_an_unused_policy(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    body = {"name": "n", "applicationType": "VMWARE", "protections": [person.snapshots(person.schedule(5))]}

    reply = await person.http.put(f"{POLICIES}/{policy['id']}", json=body)

    assert reply.json()["id"] == policy["id"]
    assert reply.json()["generation"] == 2
    assert reply.json()["protections"][0]["schedules"][0]["scheduleId"] == 5


async def two_tiers(person):
    return await person.policy(
        person.snapshots(person.schedule(1, lockFor=person.period(1, "DAYS"), name="often")),
        person.snapshots(person.schedule(2, "DAILY"), person.schedule(3, "WEEKLY")),
    )


async def test_patch_matches_tiers_by_id_and_schedules_by_number(person):
    policy = await two_tiers(person)
    change = {**person.schedule(3, "WEEKLY", on=[4]), "expireAfter": person.period(4, "WEEKS")}

    tier = {"id": policy["protections"][1]["id"], "schedules": [change]}
    reply = await person.patch(f"{POLICIES}/{policy['id']}", {"description": "d", "protections": [tier]})
    changed = reply.json()

    assert changed["description"] == "d"
    assert changed["protections"][0] == policy["protections"][0]
    assert changed["protections"][1]["schedules"][0] == policy["protections"][1]["schedules"][0]
    assert changed["protections"][1]["schedules"][1] == change


@pytest.mark.parametrize(
    ("left_out", "lock", "kept"), [("keep", "absent", True), ("clear", "absent", False), ("keep", "null", False)]
)
async def test_patch_keeps_or_clears_what_is_left_out(person, left_out, lock, kept):
    person.switch(patch_left_out=left_out)
    policy = await two_tiers(person)
    change = person.schedule(1, **({"lockFor": None} if lock == "null" else {}))

    tier = {"id": policy["protections"][0]["id"], "schedules": [change]}
    reply = await person.patch(f"{POLICIES}/{policy['id']}", {"protections": [tier]})

    assert ("lockFor" in reply.json()["protections"][0]["schedules"][0]) is kept


async def test_patch_refuses_tiers_and_schedules_it_does_not_know(person):
    policy = await two_tiers(person)
    path = f"{POLICIES}/{policy['id']}"
    known = policy["protections"][0]["id"]

    tier = await person.patch(path, {"protections": [{"id": NOBODY}]})
    schedule = await person.patch(path, {"protections": [{"id": known, "schedules": [person.schedule(9)]}]})
    kind = await person.patch(path, {"protections": [{"id": known, "type": "BACKUP"}]})

    assert (tier.status_code, schedule.status_code, kind.status_code) == (400, 400, 400)
    assert known in tier.json()["message"]
    assert "its schedules are [1]" in schedule.json()["message"]
    assert "type" in kind.json()["message"]


async def test_a_renamed_policy_shows_its_new_name_everywhere(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    job = await person.protect(person.vm(1), policy["id"])

    await person.patch(f"{POLICIES}/{policy['id']}", {"name": "platinum"})
    machine = await person.get(f"/virtualization/v1beta1/virtual-machines/{person.vm(1)}")
    shown = await person.get(f"/backup-recovery/v1beta1/protection-jobs/{job}")

    assert shown["protectionPolicyInfo"]["name"] == "platinum"
    assert machine["protectionJobInfo"]["protectionPolicyInfo"]["name"] == "platinum"


async def test_names_are_unique_unless_switched(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    body = {"name": "gold", "applicationType": "VMWARE", "protections": [person.snapshots(person.schedule(1))]}

    refused = await person.post(POLICIES, body)
    own = await person.patch(f"{POLICIES}/{policy['id']}", {"name": "gold"})
    person.switch(duplicate_names="allow")
    allowed = await person.post(POLICIES, body)

    assert (refused.status_code, own.status_code, allowed.status_code) == (400, 200, 200)
    assert f"'gold' is taken by {policy['id']}" in refused.json()["message"]


def tiers_that_make_no_sense(person):
    window = ("08:00", "18:00")
    return {
        "used more than once": [person.snapshots(person.schedule(1), person.schedule(1))],
        "not in the policy": [person.snapshots(person.schedule(1, sourceProtectionScheduleId=4))],
        "copies on itself": [person.snapshots(person.schedule(1, sourceProtectionScheduleId=1))],
        "needs protectionStoreId": [{"type": "BACKUP", "schedules": [person.schedule(1, "DAILY")]}],
        "leave out protectionStoreId": [person.snapshots(person.schedule(1)) | {"protectionStoreId": NOBODY}],
        "no object of protection-stores": [person.backups(NOBODY, person.schedule(1, "DAILY"))],
        "every up to 60, given 61": [person.snapshots(person.schedule(1, "BY_MINUTES", 61))],
        "every up to 24, given 25": [person.snapshots(person.schedule(1, "HOURLY", 25))],
        "DAILY takes no repeatInterval.on": [person.snapshots(person.schedule(1, "DAILY", on=[1]))],
        "from 0 to 6, given [7]": [person.snapshots(person.schedule(1, "WEEKLY", on=[7]))],
        "from 0 to 31, given [32]": [person.snapshots(person.schedule(1, "MONTHLY", on=[32]))],
        "takes no startTime": [person.snapshots(person.schedule(1, "HOURLY", start="01:00"))],
        "takes no activeTime": [person.snapshots(person.schedule(1, "DAILY", window=window))],
        "/protections/0/schedules/0/scheduleId": [person.snapshots(person.schedule(0))],
        "surprise": [person.snapshots(person.schedule(1, surprise=1))],
    }


async def test_policies_that_make_no_sense_are_refused(person):
    for told, tiers in tiers_that_make_no_sense(person).items():
        reply = await person.post(POLICIES, {"name": "p", "applicationType": "VMWARE", "protections": tiers})

        assert (reply.status_code, told in reply.json()["message"]) == (400, True), reply.json()["message"]


async def test_a_cloud_tier_needs_a_cloud_store(person):
    store = await person.store()
    tier = {"type": "CLOUD_BACKUP", "protectionStoreId": store, "schedules": [person.schedule(1, "DAILY")]}

    reply = await person.post(POLICIES, {"name": "p", "applicationType": "VMWARE", "protections": [tier]})

    assert reply.status_code == 400
    assert "Local is ON_PREMISES" in reply.json()["message"]
