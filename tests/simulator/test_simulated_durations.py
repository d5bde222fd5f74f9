"""How long work after a 202 takes: one time for all, or each its own between two limits."""

import pytest

STORES = "/backup-recovery/v1beta1/protection-stores"
OPERATIONS = "/data-services/v1beta1/async-operations"
BODY = {
    "protectionStoreType": "ON_PREMISES",
    "storageSystemId": "00000040-0000-4000-8000-000000000001",
    "storageSystemType": "STOREONCE",
}


async def durations(person, count):
    """Minutes that each of so many creations takes, by the operations' own account."""
    for number in range(count):
        await person.post(STORES, {**BODY, "displayName": f"s{number}"})
    return [one["estimatedRunningDurationMinutes"] for one in await person.items(OPERATIONS)]


async def test_each_operation_takes_its_own_time_between_the_limits(person):
    person.switch(operation_seconds=120, operation_seconds_at_most=1200)

    minutes = await durations(person, 40)
    states = []
    for advanced in (119, 1, 1080):
        person.advance(seconds=advanced)
        states.append({one["state"] for one in await person.items(OPERATIONS)})

    assert min(minutes) >= 2
    assert max(minutes) <= 20
    assert len(set(minutes)) > 10
    assert (min(minutes) < 6, max(minutes) > 15) == (True, True)
    assert "SUCCEEDED" not in states[0]
    assert states[2] == {"SUCCEEDED"}
    assert len(await person.items(STORES, limit=100)) == 40


async def test_operations_end_by_their_times_and_not_in_the_order_of_requests(person):
    person.switch(operation_seconds=120, operation_seconds_at_most=1200)
    await durations(person, 10)

    person.advance(minutes=20)
    ended = [one["endedAt"][:19] for one in await person.items(OPERATIONS)]

    assert ended != sorted(ended)
    assert [one["displayName"] for one in await person.items(STORES)] == [
        f"s{number}" for number in sorted(range(10), key=lambda number: ended[number])
    ]


async def test_the_times_are_the_same_in_every_run(person_with):
    seen = []
    for _ in range(2):
        async with person_with({"operation_seconds": 120, "operation_seconds_at_most": 1200}) as person:
            seen.append(await durations(person, 5))

    assert seen[0] == seen[1]


@pytest.mark.parametrize("at_most", [0, 60, 120])
async def test_an_upper_limit_that_is_not_above_the_lower_one_changes_nothing(person, at_most):
    person.switch(operation_seconds=120, operation_seconds_at_most=at_most)

    assert await durations(person, 3) == [2, 2, 2]
