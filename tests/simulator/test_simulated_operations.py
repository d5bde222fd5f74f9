"""Work that is accepted with 202: when it ends, what it says, how it fails."""

import pytest

STORES = "/backup-recovery/v1beta1/protection-stores"
OPERATIONS = "/data-services/v1beta1/async-operations"
BODY = {
    "displayName": "Local",
    "protectionStoreType": "ON_PREMISES",
    "storageSystemId": "00000040-0000-4000-8000-000000000001",
    "storageSystemType": "STOREONCE",
}


@pytest.mark.parametrize(("form", "base"), [("operations", OPERATIONS), ("tasks", "/api/v1/tasks")])
async def test_location_has_either_form(person, form, base):
    person.switch(location_form=form)

    reply = await person.post(STORES, BODY)
    operation = await person.operation(reply)

    assert reply.headers["location"] == f"{base}/{operation['id']}"
    assert operation["state"] == "SUCCEEDED"


@pytest.mark.parametrize(("form", "body"), [("empty", b""), ("object", b"{}")])
async def test_the_202_has_no_body_or_an_empty_object(person, form, body):
    person.switch(accepted_body=form)

    reply = await person.post(STORES, BODY)

    assert (reply.status_code, reply.content, reply.headers["content-length"]) == (202, body, str(len(body)))


async def test_the_object_appears_when_the_operation_ends(person):
    person.switch(operation_seconds=100, suggested_polling_interval_seconds=5)

    reply = await person.post(STORES, BODY)
    seen = []
    for seconds in (0, 50, 49, 1):
        person.advance(seconds=seconds)
        operation = await person.operation(reply)
        seen.append((operation["state"], operation["progressPercent"], len(await person.items(STORES))))

    assert seen == [("INITIALIZED", 0, 0), ("RUNNING", 50, 0), ("RUNNING", 99, 0), ("SUCCEEDED", 100, 1)]
    assert operation["suggestedPollingIntervalSeconds"] == 5
    assert operation["createdAt"][:19] == "2026-01-05T00:00:00"
    assert operation["endedAt"][:19] == "2026-01-05T00:01:40"
    assert operation["services"] == ["backup-and-recovery"]


async def test_operations_end_in_the_order_of_time(person):
    person.switch(operation_seconds=60)
    policy = await person.policy(person.snapshots(person.schedule(1)))
    job = await person.post(
        "/backup-recovery/v1beta1/protection-jobs",
        {"assetInfo": {"id": person.vm(1)}, "protectionPolicyId": policy["id"]},
    )

    person.advance(hours=2)

    assert (await person.operation(job))["state"] == "SUCCEEDED"
    assert await person.copy_times() == ["2026-01-05T00:01", "2026-01-05T01:00", "2026-01-05T02:00"]


@pytest.mark.parametrize("form", ["associated", "source", "nowhere"])
async def test_the_new_object_is_named_where_the_settings_say(person, form):
    person.switch(new_object_shown_in=form)

    operation = await person.done(await person.post(STORES, BODY))
    store = (await person.items(STORES))[0]

    named = [one["resourceUri"] for one in operation["associatedResources"]]
    assert (store["resourceUri"] in named) is (form == "associated")
    assert (operation["sourceResourceUri"] == store["resourceUri"]) is (form == "source")


async def test_a_failed_operation_has_no_effect_and_says_why(person):
    person.service.faults.add(
        {"kind": "fail_operation", "operation": "ProtectionStoreCreate", "count": 1, "message": "no"}
    )

    operation = await person.operation(await person.post(STORES, BODY))
    again = await person.operation(await person.post(STORES, BODY))

    assert (operation["state"], operation["healthStatus"]) == ("FAILED", "ERROR")
    assert operation["error"]["error"] == "no"
    assert len(operation["error"]["traceId"]) == 32
    assert again["state"] == "SUCCEEDED"
    assert len(await person.items(STORES)) == 1


async def test_work_that_became_impossible_fails(person):
    person.switch(operation_seconds=60)
    body = {
        "name": "g",
        "vmProtectionGroupType": "CUSTOM",
        "assetsCategory": "VMFS_VMS",
        "assets": [{"id": person.vm(1)}],
    }

    replies = [await person.post("/backup-recovery/v1beta1/virtual-machine-protection-groups", body) for _ in range(2)]
    person.advance(minutes=2)
    states = [(await person.operation(reply))["state"] for reply in replies]

    assert states == ["SUCCEEDED", "FAILED"]


@pytest.mark.parametrize(("decision", "state", "left"), [("approve", "SUCCEEDED", 0), ("cancel", "CANCELLED", 1)])
async def test_dual_authorization_holds_deletes_back(person, decision, state, left):
    store = await person.store()
    person.switch(dual_authorization=True)

    reply = await person.http.delete(f"{STORES}/{store}")
    paused = await person.operation(reply)
    held = len(await person.items(STORES))
    await person.post(f"/_simulator/operations/{paused['id']}/{decision}")

    assert (paused["state"], held) == ("PAUSED", 1)
    assert paused["id"] in paused["additionalDetails"]["consoleUri"]
    assert (await person.operation(reply))["state"] == state
    assert len(await person.items(STORES)) == left


async def test_operations_are_listed_and_filtered(person):
    await person.store()
    await person.store("Cloud", "azure:eastus2")

    found = await person.items(
        OPERATIONS, filter="'backup-and-recovery' in services and state eq 'SUCCEEDED'", select="name"
    )

    assert found == [
        {"name": "Create On-Premises Protection Store [Local]"},
        {"name": "Create Cloud Protection Store [Cloud]"},
    ]


async def test_an_unknown_operation_is_not_found(person):
    reply = await person.http.get(f"{OPERATIONS}/00000000-0000-4000-8000-000000000000")

    assert reply.status_code == 404
