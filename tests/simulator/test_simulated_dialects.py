"""Replies in other words than the reference: as recorded in 2024, and as they may be tomorrow."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
JOBS = f"{BACKUP}/protection-jobs"
STORES = f"{BACKUP}/protection-stores"
GATEWAYS = f"{BACKUP}/protection-store-gateways"
OPERATIONS = "/data-services/v1beta1/async-operations"
MACHINES = "/virtualization/v1beta1/virtual-machines"
STORE = {
    "displayName": "Local",
    "protectionStoreType": "ON_PREMISES",
    "storageSystemId": "00000040-0000-4000-8000-000000000001",
    "storageSystemType": "STOREONCE",
}


async def protected(person):
    """The first machine under a job."""
    policy = await person.policy(person.snapshots(person.schedule(1)))
    return await person.protect(person.vm(1), policy["id"])


async def test_the_reference_is_spoken_unless_told_otherwise(person):
    job = await protected(person)

    shown = await person.get(f"{JOBS}/{job}")
    operation = (await person.items(OPERATIONS))[0]

    assert shown["assetInfo"]["type"] == "virtualization/virtual-machine"
    assert "hasChildOperations" in operation


async def test_recorded_jobs_name_machines_as_hybrid_cloud(person):
    job = await protected(person)
    person.switch(dialect="recorded")

    one = await person.get(f"{JOBS}/{job}")
    listed = (await person.items(JOBS))[0]
    machine = await person.get(f"{MACHINES}/{person.vm(1)}")

    for shown in (one, listed):
        assert shown["assetInfo"]["type"] == "hybrid-cloud/virtual-machine"
        assert shown["assetInfo"]["resourceUri"] == f"/hybrid-cloud/v1beta1/virtual-machines/{person.vm(1)}"
        assert shown["type"] == "backup-recovery/protection-job"
    assert machine["type"] == "virtualization/virtual-machine"
    assert machine["resourceUri"] == f"{MACHINES}/{person.vm(1)}"


async def test_recorded_gateways_have_the_older_kind_and_path(person):
    gateway = (await person.items(GATEWAYS))[0]
    person.switch(dialect="recorded")

    shown = await person.get(f"{GATEWAYS}/{gateway['id']}")

    assert shown["type"] == "/data-services/protection-store-gateway"
    assert shown["resourceUri"] == f"/api/v1/protection-store-gateways/{gateway['id']}"
    assert shown["name"] == gateway["name"]


async def test_recorded_operations_have_the_older_field_names(person):
    await protected(person)
    reference = (await person.items(OPERATIONS))[-1]
    person.switch(dialect="recorded")

    recorded = await person.get(f"{OPERATIONS}/{reference['id']}")

    assert recorded.keys() - reference.keys() == {
        "childTasks",
        "parentTask",
        "rootTask",
        "sourceResource",
        "subtreeTaskCount",
    }
    assert reference.keys() - recorded.keys() == {
        "hasChildOperations",
        "parent",
        "rootOperation",
        "sourceResourceUri",
        "subtreeOperationCount",
    }
    assert recorded["childTasks"] == []
    assert recorded["rootTask"] == reference["rootOperation"]
    assert recorded["sourceResource"]["resourceUri"] == f"/hybrid-cloud/v1beta1/virtual-machines/{person.vm(1)}"
    lines = [(line["message"], line["timestampAt"][:19]) for line in recorded["logMessages"]]
    assert lines == [(line["message"], line["timestamp"][:19]) for line in reference["logMessages"]]


async def test_only_chosen_fields_are_recorded_ones_too(person):
    await protected(person)
    person.switch(dialect="recorded")

    chosen = await person.items(OPERATIONS, select="type,sourceResourceUri", limit=1)
    filtered = await person.items(JOBS, filter="assetInfo/type eq 'virtualization/virtual-machine'")

    assert chosen[0].keys() == {"type", "sourceResource"}
    assert len(filtered) == 1


async def test_recorded_operations_name_jobs_in_the_plural(person):
    await protected(person)
    person.switch(dialect="recorded")

    operations = await person.items(OPERATIONS)

    kinds = {made["type"] for operation in operations for made in operation["associatedResources"]}
    assert "backup-recovery/protection-jobs" in kinds
    assert "backup-recovery/protection-job" not in kinds


def tomorrows(before, after, place=""):
    """Where an object of tomorrow says something else, and what."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before.keys() | after.keys():
            yield from tomorrows(before.get(name), after.get(name), f"{place}/{name}")
    elif isinstance(before, list) and isinstance(after, list):
        assert len(before) == len(after)
        for one, other in zip(before, after, strict=True):
            yield from tomorrows(one, other, place)
    elif before != after:
        yield place, after


@pytest.mark.parametrize("path", [STORES, JOBS, GATEWAYS, MACHINES])
async def test_tomorrow_states_are_unheard_of_and_fields_come_and_go(person, path):
    await person.store()
    await protected(person)
    before = (await person.items(path))[0]
    person.switch(dialect="tomorrow")

    after = (await person.items(path))[0]

    optional = {"services", "status", "consoleUri", "stateReason", "customerId", "createdBy"}
    assert after.keys() - before.keys() == {"addedTomorrow"}
    assert before.keys() - after.keys() <= optional
    changed = [(place, said) for place, said in tomorrows(before, after) if place.strip("/") not in optional]
    assert {said for place, said in changed if not place.endswith("addedTomorrow")} == {"ADDED_TOMORROW"}
    words = {place.rpartition("/")[2] for place, _ in changed}
    assert not words & {"id", "name", "type", "protectionStoreType", "resourceUri", "generation"}


async def test_both_dialects_can_be_spoken_at_once(person):
    job = await protected(person)
    person.switch(dialect="mixed")

    shown = await person.get(f"{JOBS}/{job}")

    assert shown["assetInfo"]["type"] == "hybrid-cloud/virtual-machine"
    assert shown["operational"] == "ADDED_TOMORROW"


async def test_tomorrow_an_operation_can_still_be_waited_for(person):
    person.switch(dialect="tomorrow")

    operation = await person.done(await person.http.post(STORES, json=STORE))

    assert operation["state"] == "SUCCEEDED"
    assert "healthStatus" not in operation
    assert "addedTomorrow" in operation


async def test_errors_and_empty_lists_need_no_dialect(person):
    person.switch(dialect="tomorrow", empty_items="null")

    missing = await person.http.get(f"{STORES}/00000000-0000-4000-8000-000000000000")
    empty = await person.get(STORES)

    assert missing.json().keys() == {"httpStatusCode", "errorCode", "message", "debugId"}
    assert empty["items"] is None


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("older", {"error", "errorCode", "traceId"}),
        ("details", {"httpStatusCode", "errorCode", "message", "debugId", "errorDetails"}),
    ],
)
async def test_refusals_have_words_of_their_own(person, words, fields):
    person.switch(errors=words)

    refusal = await person.http.get(f"{STORES}/00000000-0000-4000-8000-000000000000")

    assert refusal.status_code == 404
    assert refusal.json().keys() == fields
    assert "ProtectionStore" in refusal.text
