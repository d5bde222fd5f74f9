"""Replies take liberties with their form: what is absent, null elements, another order, restless counters, short pages."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
POLICIES = f"{BACKUP}/protection-policies"
MACHINES = "/virtualization/v1beta1/virtual-machines"


@pytest.fixture
async def policy(person):
    """A policy of two tiers."""
    made = await person.policy(person.snapshots(person.schedule(1)), person.snapshots(person.schedule(2)))
    return f"{POLICIES}/{made['id']}"


async def test_what_is_not_set_is_left_out_unless_told_otherwise(person, policy):
    shown = await person.get(policy)

    assert not {"description", "protectionStoreInfo"} & (shown.keys() | shown["protections"][0].keys())


async def test_what_is_not_set_can_be_null_at_any_depth(person, policy):
    person.switch(absent="null")

    shown = await person.get(policy)

    assert shown["description"] is None
    assert shown["protections"][0]["protectionStoreInfo"] is None
    assert shown["protections"][0]["schedules"][0]["expireAfter"] is None


async def test_what_is_not_set_can_be_blank_at_any_depth(person, policy):
    person.switch(absent="blank")

    shown = await person.get(policy)

    tier = shown["protections"][0]
    assert shown["description"] == ""
    assert {tier["protectionStoreInfo"][name] for name in ("id", "name")} == {""}
    assert tier["schedules"][0]["expireAfter"] == {"unit": ""}
    assert "sourceProtectionScheduleId" not in tier["schedules"][0]


async def test_objects_in_a_list_are_told_like_single_ones(person, policy):
    person.switch(absent="blank", order="turned")

    assert await person.get(policy) == (await person.items(POLICIES))[0]


async def test_nulls_stand_among_the_elements_and_are_not_counted(person, policy):
    person.switch(null_elements=True)

    listed = await person.get(POLICIES)

    assert [listed["items"][0], listed["items"][-1]] == [None, None]
    assert (len(listed["items"]), listed["count"], listed["total"]) == (3, 1, 1)
    assert listed["items"][1]["protections"][0] is None


async def test_fields_and_tiers_come_in_another_order_and_items_as_sorted(person, policy):
    before, machines = await person.get(policy), await person.items(MACHINES, sort="name")
    person.switch(order="turned")

    after = await person.get(policy)

    assert list(after) == list(before)[::-1]
    assert [tier["id"] for tier in after["protections"]] == [tier["id"] for tier in before["protections"]][::-1]
    assert [item["id"] for item in await person.items(MACHINES, sort="name")] == [item["id"] for item in machines]


async def test_generation_moves_with_every_request(person, policy):
    person.switch(restless=True)

    told = [(await person.get(policy))["generation"] for _ in range(3)]

    assert told == sorted(set(told))


async def test_a_page_holds_no_more_than_the_server_gives(person):
    whole = await person.items(MACHINES, limit=100)
    person.switch(page_limit=3)

    first = await person.get(MACHINES, limit=100)
    second = await person.get(MACHINES, limit=100, offset=3)

    assert (first["count"], first["total"]) == (3, len(whole))
    assert [item["id"] for item in first["items"] + second["items"]] == [item["id"] for item in whole[:6]]
