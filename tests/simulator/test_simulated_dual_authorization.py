"""Deletes that wait for a second person, and how that person decides."""

from contextlib import asynccontextmanager

import pytest

from glbr.simulator.options import CLIENT_ID

REQUESTS = "/data-services/v1beta1/dual-auth-operations"
OPERATIONS = "/data-services/v1beta1/async-operations"
STORES = "/backup-recovery/v1beta1/protection-stores"
NOBODY = "00000000-0000-4000-8000-000000000000"
ASKING = f"{CLIENT_ID}@example.com"
DECIDING = "second-client@example.com"


@pytest.fixture
def account(person_with, tmp_path):
    """One account that people enter one after the other: `async with account(second=True)`."""

    @asynccontextmanager
    async def enter(*, second=False, **settings):
        clients = {"client_id": "second-client", "reader_id": CLIENT_ID} if second else {}
        async with person_with(settings, state=tmp_path / "account.db", **clients) as someone:
            if second:
                await someone.sign_in("second-client")
            yield someone

    return enter


async def delete_store(person):
    """A store whose delete waits; the store, and the reply to the delete."""
    store = await person.store()
    person.switch(dual_authorization=True)
    return store, await person.http.delete(f"{STORES}/{store}")


async def only_request(person):
    (request,) = await person.items(REQUESTS)
    return request


async def test_a_delete_that_waits_is_listed_with_who_asked_for_what(person):
    store, reply = await delete_store(person)

    request = await only_request(person)
    one = await person.get(f"{REQUESTS}/{request['id']}")
    operation = await person.operation(reply)

    path = f"{STORES}/{store}"
    assert one == request
    assert operation["state"] == "PAUSED"
    assert request["operationResource"] == {
        "name": "Local",
        "type": "backup-recovery/protection-store",
        "resourceUri": path,
    }
    assert [resource["resource"]["resourceUri"] for resource in request["associatedResources"]] == [path]
    assert request["name"] == operation["name"] == "Delete Protection Store [Local]"
    assert (request["requestedOperation"], request["requestedByEmail"]) == ("DELETE", ASKING)
    assert (request["state"], request["generation"]) == ("PENDING", 1)
    assert request["requestedAt"][:16] == "2026-01-05T00:00"
    assert "checkedAt" not in request


async def test_a_copy_that_waits_is_named_by_its_path(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    await person.protect(person.vm(1), policy["id"])
    path = (await person.copies())[0]["resourceUri"]
    person.switch(dual_authorization=True)

    await person.http.delete(path)
    request = await only_request(person)

    assert request["operationResource"] == {
        "type": "backup-recovery/virtual-machine-snapshot",
        "resourceUri": path,
    }
    assert person.service.world.operations.waiting_for(path)


async def test_nothing_waits_while_dual_authorization_is_off(person):
    store = await person.store()

    await person.done(await person.http.delete(f"{STORES}/{store}"))

    assert await person.items(REQUESTS) == []


async def test_requests_are_filtered_sorted_and_paged(person):
    for name in ("b", "a"):
        await person.store(name)
    person.switch(dual_authorization=True)
    for store in await person.items(STORES):
        await person.http.delete(f"{STORES}/{store['id']}")

    pending = await person.items(REQUESTS, filter=f"state eq 'PENDING' and requestedByEmail eq '{ASKING}'")
    decided = await person.items(REQUESTS, filter="state eq 'APPROVED'")
    page = await person.get(REQUESTS, sort="name", limit=1, select="id,name")

    assert (len(pending), decided) == (2, [])
    assert page["items"][0]["name"] == "Delete Protection Store [a]"
    assert (page["count"], page["total"]) == (1, 2)


@pytest.mark.parametrize(("state", "outcome", "left"), [("APPROVED", "SUCCEEDED", 0), ("CANCELLED", "CANCELLED", 1)])
async def test_another_person_decides(account, state, outcome, left):
    async with account() as asking:
        _, reply = await delete_store(asking)
        request = await only_request(asking)

    async with account(second=True) as deciding:
        decision = await deciding.patch(f"{REQUESTS}/{request['id']}", {"state": state})
        operation = await deciding.operation(reply)
        stores = await deciding.items(STORES)

    assert decision.status_code == 200
    assert decision.json()["state"] == state
    assert (decision.json()["requestedByEmail"], decision.json()["checkedByEmail"]) == (ASKING, DECIDING)
    assert decision.json()["checkedAt"][:16] == "2026-01-05T00:00"
    assert decision.json()["generation"] == 2
    assert (operation["state"], len(stores)) == (outcome, left)


async def test_who_asked_cannot_decide(person):
    _, reply = await delete_store(person)
    path = f"{REQUESTS}/{(await only_request(person))['id']}"

    refused = [await person.patch(path, {"state": state}) for state in ("APPROVED", "CANCELLED")]

    assert [reply.status_code for reply in refused] == [412, 412]
    assert "another person must decide" in refused[0].json()["message"]
    assert (await person.operation(reply))["state"] == "PAUSED"


async def test_who_may_only_read_cannot_decide(account):
    async with account() as asking:
        await delete_store(asking)
        await asking.sign_in("simulator-reader")

        refused = await asking.patch(f"{REQUESTS}/{(await only_request(asking))['id']}", {"state": "APPROVED"})

    assert refused.status_code == 403


@pytest.mark.parametrize("first", ["approve", "cancel"])
async def test_nobody_decides_twice(account, first):
    async with account() as asking:
        _, reply = await delete_store(asking)
        operation = await asking.operation(reply)
        await asking.post(f"/_simulator/operations/{operation['id']}/{first}")
        request = await only_request(asking)

    async with account(second=True) as deciding:
        refused = await deciding.patch(f"{REQUESTS}/{request['id']}", {"state": "CANCELLED"})

    assert refused.status_code == 412
    assert "already" in refused.json()["message"]
    assert request["checkedByEmail"] == "approver@example.com"


async def test_approved_work_takes_its_time_from_the_approval_on(person):
    store = await person.store()
    person.switch(dual_authorization=True, operation_seconds=100)
    reply = await person.http.delete(f"{STORES}/{store}")
    waiting = await person.operation(reply)
    person.advance(hours=1)

    await person.post(f"/_simulator/operations/{waiting['id']}/approve")
    seen = []
    for seconds in (0, 50, 50):
        person.advance(seconds=seconds)
        operation = await person.operation(reply)
        seen.append((operation["state"], operation["progressPercent"], len(await person.items(STORES))))

    assert seen == [("INITIALIZED", 0, 1), ("RUNNING", 50, 1), ("SUCCEEDED", 100, 0)]
    assert operation["endedAt"][:19] == "2026-01-05T01:01:40"
    assert not person.service.world.operations.waiting_for(f"{STORES}/{store}")


async def test_an_object_is_waited_for_until_somebody_decides(person):
    store, reply = await delete_store(person)
    operations = person.service.world.operations
    path = f"{STORES}/{store}"

    before = operations.waiting_for(path)
    await person.post(f"/_simulator/operations/{(await person.operation(reply))['id']}/cancel")

    assert before
    assert not operations.waiting_for(path)
    assert not operations.waiting_for(f"{STORES}/{NOBODY}")


async def test_a_decision_about_nothing_is_refused(person):
    unknown = await person.patch(f"{REQUESTS}/{NOBODY}", {"state": "APPROVED"})
    read = await person.http.get(f"{REQUESTS}/{NOBODY}")
    await delete_store(person)
    strange = await person.patch(f"{REQUESTS}/{(await only_request(person))['id']}", {"state": "MAYBE"})

    assert (unknown.status_code, read.status_code, strange.status_code) == (404, 404, 400)


async def test_copies_that_go_with_their_volume_group_wait_too(person):
    groups = "/backup-recovery/v1beta1/volume-protection-groups"
    volume = {"id": "00000071-0000-4000-8000-000000000001"}
    body = {"name": "g", "volumeProtectionGroupType": "CUSTOM", "assets": [volume]}
    group = await person.made(await person.post(groups, body), "volume-protection-group")
    tiers = [person.snapshots(person.schedule(1))]
    policy = await person.post(
        "/backup-recovery/v1beta1/protection-policies",
        {"name": "arrays", "applicationType": "HPE_ARRAY_VOLUME", "protections": tiers},
    )
    await person.protect(group, policy.json()["id"], "backup-recovery/volume-protection-group")
    person.switch(dual_authorization=True)

    reply = await person.http.delete(f"{groups}/{group}", params={"cascadedelete": "true"})
    waiting = await person.operation(reply)
    await person.post(f"/_simulator/operations/{waiting['id']}/approve")

    assert waiting["state"] == "PAUSED"
    assert await person.items(groups) == []
    assert (await only_request(person))["operationResource"]["type"] == "backup-recovery/volume-protection-group"


async def test_the_account_setting_and_the_simulators_own_are_one(person):
    settings = "/data-services/v1beta1/settings"
    (setting,) = await person.items(settings, filter="name eq 'DualAuth'")

    await person.patch(f"{settings}/{setting['id']}", {"currentValue": "ON"})
    switched_on = person.service.world.settings.dual_authorization
    person.switch(dual_authorization=False)
    shown = await person.get(f"{settings}/{setting['id']}")

    assert (setting["currentValue"], switched_on, shown["currentValue"]) == ("OFF", True, "OFF")
