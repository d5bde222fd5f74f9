"""Recovery points: listed, read, changed, deleted, and held by locks."""

import pytest


async def test_a_copy_says_where_it_is_and_how_long(person):
    store = await person.store("Cloud", "azure:eastus2")
    times = {"expireAfter": person.period(6, "MONTHS"), "lockFor": person.period(1, "WEEKS")}
    pattern = {"namePattern": {"format": "cloud_{SourceAssetName}_{DateFormat}"}}
    tier = {"type": "CLOUD_BACKUP", "protectionStoreId": store}
    policy = await person.policy(
        {**tier, "schedules": [person.schedule(3, "WEEKLY", name="weekly", **times, **pattern)]}
    )
    await person.protect(person.vm(1), policy["id"])

    copy = (await person.copies(1, "backups"))[0]
    read = await person.get(copy["resourceUri"])

    assert read == copy
    assert copy["name"] == "cloud_his-db-01_2026-01-05-00:00:00"
    assert copy["backupType"] == "CLOUD_BACKUP"
    assert copy["protectionStoreInfo"]["id"] == store
    assert copy["scheduleInfo"] == {"name": "weekly", "recurrence": "WEEKLY", "scheduleId": 3}
    assert (copy["expiresAt"][:10], copy["lockedUntil"][:10]) == ("2026-07-05", "2026-01-12")


async def one_copy(person, **times):
    policy = await person.policy(person.snapshots(person.schedule(1, "MONTHLY", 12, **times)))
    await person.protect(person.vm(1), policy["id"])
    return (await person.copies())[0]


async def test_a_copy_can_be_deleted(person):
    copy = await one_copy(person)

    await person.done(await person.http.delete(copy["resourceUri"]))

    assert await person.copies() == []


async def test_a_locked_copy_cannot_be_deleted_before_its_time(person):
    copy = await one_copy(person, lockFor=person.period(2, "DAYS"))

    refused = await person.http.delete(copy["resourceUri"])
    person.advance(days=2)
    await person.done(await person.http.delete(copy["resourceUri"]))

    assert refused.status_code == 412
    assert "locked until 2026-01-07" in refused.json()["message"]
    assert await person.copies() == []


async def test_a_copy_can_be_renamed_and_given_another_expiry(person):
    copy = await one_copy(person)

    change = {"name": "keep me", "description": "audit", "expiresAt": "2026-01-06T00:00:00Z"}
    await person.done(await person.patch(copy["resourceUri"], change))
    changed = (await person.copies())[0]
    person.advance(days=1)

    assert (changed["name"], changed["description"], changed["expiresAt"][:10]) == ("keep me", "audit", "2026-01-06")
    assert await person.copies() == []


@pytest.mark.parametrize(("until", "status"), [("2026-01-06T00:00:00Z", 412), ("2026-02-01T00:00:00Z", 202)])
async def test_a_lock_can_be_made_longer_but_not_shorter(person, until, status):
    copy = await one_copy(person, lockFor=person.period(2, "DAYS"))

    reply = await person.patch(copy["resourceUri"], {"lockedUntil": until})

    assert reply.status_code == status


async def test_a_copy_of_another_machine_is_not_found(person):
    copy = await one_copy(person)

    reply = await person.http.get(copy["resourceUri"].replace(person.vm(1), person.vm(2)))

    assert reply.status_code == 404


async def test_an_unknown_machine_has_no_copies(person):
    reply = await person.http.get("/backup-recovery/v1beta1/virtual-machines/nobody/snapshots")

    assert reply.status_code == 404


async def test_datastores_have_copies_of_their_own(person):
    datastore = "00000013-0000-4000-8000-000000000001"
    policy = await person.policy(person.snapshots(person.schedule(1)))

    await person.protect(datastore, policy["id"], "virtualization/datastore")
    copies = await person.items(f"/backup-recovery/v1beta1/datastores/{datastore}/snapshots")
    shown = await person.get(f"/virtualization/v1beta1/datastores/{datastore}")

    assert copies[0]["type"] == "backup-recovery/datastore-snapshot"
    assert shown["protectionStatus"] == "PROTECTED"


async def test_the_summary_counts_per_tier(person):
    policy = await person.policy(person.snapshots(person.schedule(1, lockFor=person.period(2, "HOURS"))))
    await person.protect(person.vm(1), policy["id"])
    person.advance(hours=5)

    entry = (await person.get("/_simulator/recovery-points"))["items"][0]

    assert (entry["tierType"], entry["assetName"], entry["count"], entry["locked"]) == ("SNAPSHOT", "his-db-01", 6, 2)
    assert (entry["oldest"][11:16], entry["newest"][11:16]) == ("00:00", "05:00")


async def test_pages_of_copies_fit_together(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    await person.protect(person.vm(1), policy["id"])
    person.advance(hours=30)
    path = f"/backup-recovery/v1beta1/virtual-machines/{person.vm(1)}/snapshots"

    first = await person.get(path)
    second = await person.get(path, offset=20)
    late = await person.get(path, filter="pointInTime gt 2026-01-06T03:00:00Z", sort="pointInTime desc")

    assert (first["count"], first["total"], second["count"], second["offset"]) == (20, 31, 11, 20)
    assert [copy["pointInTime"][11:16] for copy in late["items"]] == ["06:00", "05:00", "04:00"]
