"""What HPE's data services keep for an account: settings, issues, tags."""

import json

import pytest

SERVICES = "/data-services/v1beta1"
SETTINGS = f"{SERVICES}/settings"
ISSUES = f"{SERVICES}/issues"
TAGS = f"{SERVICES}/tags"
NOBODY = "00000000-0000-4000-8000-000000000000"
USER = "simulator-client@example.com"
NEEDED = "createdAt,customerId,generation,id,resourceUri,type,updatedAt"


async def setting(person, name="SessionTimeout"):
    (found,) = await person.items(SETTINGS, filter=f"name eq '{name}'")
    return found


async def issue(person):
    return (await person.items(ISSUES))[0]


async def test_every_account_has_settings_with_their_allowed_values(person_with):
    async with person_with(world="empty") as person:
        settings = await person.items(SETTINGS)
        one = await person.get(f"{SETTINGS}/{settings[0]['id']}")

    assert one == settings[0]
    assert len({found["name"] for found in settings}) == len(settings) == 4
    assert all(found["currentValue"] in json.loads(found["possibleValues"]) for found in settings)


async def test_a_setting_is_changed_at_once_and_says_by_whom(person):
    before = await setting(person)
    person.advance(hours=1)

    reply = await person.patch(f"{SETTINGS}/{before['id']}", {"currentValue": "15"})
    after = await setting(person)

    assert reply.status_code == 200
    assert reply.json()["currentValue"] == after["currentValue"] == "15"
    assert (after["lastUpdatedBy"], after["lastUpdatedAt"][:16]) == (USER, "2026-01-05T01:00")
    assert after["generation"] == before["generation"] + 1


@pytest.mark.parametrize(("body", "status"), [({"currentValue": "17"}, 422), ({"currentValue": None}, 400), ({}, 400)])
async def test_a_value_that_is_not_allowed_changes_nothing(person, body, status):
    before = await setting(person)

    reply = await person.patch(f"{SETTINGS}/{before['id']}", body)

    assert reply.status_code == status
    assert "currentValue" in reply.json()["message"]
    assert await setting(person) == before


@pytest.mark.parametrize("path", [f"{SETTINGS}/{NOBODY}", f"{ISSUES}/{NOBODY}"])
async def test_what_the_account_does_not_have_is_not_found(person, path):
    body = {"currentValue": "ON"} if path.startswith(SETTINGS) else {"generation": "1", "snoozedFor": "DAY"}

    read = await person.http.get(path)
    changed = await person.patch(path, body)

    assert (read.status_code, changed.status_code) == (404, 404)


async def test_the_clinic_has_issues_and_an_empty_account_has_none(person, person_with):
    async with person_with(world="empty") as newcomer:
        none = await newcomer.items(ISSUES)
    issues = await person.items(ISSUES)
    critical = await person.items(ISSUES, filter="severity eq 'CRITICAL' and 'backup-and-recovery' in services")

    assert none == []
    assert [found["severity"] for found in issues] == ["CRITICAL", "WARNING", "INFO"]
    assert critical == issues[:1]
    about = await person.get(critical[0]["relatedResources"][0]["resourceUri"])
    assert (about["id"], about["name"]) == (critical[0]["sourceResourceId"], "clinic-storeonce-1")


@pytest.mark.parametrize(("span", "until"), [("DAY", "2026-01-06"), ("WEEK", "2026-01-12"), ("MONTH", "2026-02-04")])
async def test_an_issue_is_snoozed_for_a_while(person, span, until):
    path = f"{ISSUES}/{(await issue(person))['id']}"

    reply = await person.patch(path, {"generation": "1", "snoozedFor": span})
    person.advance(days=31)
    over = await person.get(path)

    snoozed = reply.json()
    assert reply.status_code == 200
    assert (snoozed["snoozed"], snoozed["snoozedFor"], snoozed["snoozedBy"]) == (True, span, USER)
    assert snoozed["snoozedUntil"][:10] == until
    assert snoozed["generation"] == 2
    assert (over["snoozed"], over["snoozedFor"], "snoozedUntil" in over) == (False, "NONE", False)


async def test_an_issue_is_snoozed_for_good_and_woken(person):
    path = f"{ISSUES}/{(await issue(person))['id']}"

    await person.patch(path, {"generation": "1", "snoozedFor": "INFINITE"})
    person.advance(days=400)
    asleep = await person.get(path)
    await person.patch(path, {"generation": "2", "snoozedFor": "NONE"})
    awake = await person.get(path)

    assert (asleep["snoozed"], asleep["snoozedFor"], "snoozedUntil" in asleep) == (True, "INFINITE", False)
    assert (awake["snoozed"], awake["snoozedFor"], "snoozedBy" in awake) == (False, "NONE", False)


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({"generation": "7", "snoozedFor": "DAY"}, 412, "generation is '7', the issue is at '1'"),
        ({"generation": "1"}, 400, "snoozedFor"),
        ({"generation": 1, "snoozedFor": "DAY"}, 400, "/generation"),
        ({"snoozedFor": "DAY"}, 400, "generation"),
        ({"generation": "1", "snoozedFor": "YEAR"}, 400, "/snoozedFor"),
        ({"generation": "1", "state": "CLEARED"}, 400, "state"),
    ],
)
async def test_an_issue_can_only_be_snoozed_and_only_as_it_was_read(person, body, status, told):
    before = await issue(person)

    reply = await person.patch(f"{ISSUES}/{before['id']}", body)

    assert reply.status_code == status
    assert told in reply.json()["message"]
    assert await issue(person) == before


async def test_select_on_issues_must_name_some_fields(person):
    path = f"{ISSUES}/{(await issue(person))['id']}"

    refused = [await person.http.get(where, params={"select": "id,name"}) for where in (ISSUES, path)]
    chosen = await person.get(path, select=f"{NEEDED},severity")

    assert [reply.status_code for reply in refused] == [422, 422]
    assert "leaves out createdAt, customerId, generation" in refused[0].json()["message"]
    assert chosen.keys() == {*NEEDED.split(","), "severity"}


async def test_the_metadata_name_every_value_that_issues_have(person):
    (metadata,) = await person.items(f"{SERVICES}/issues-metadata")
    issues = await person.items(ISSUES)

    keys = {name: {pair["key"] for pair in metadata[name]} for name in ("categories", "services", "severities")}
    assert {found["category"] for found in issues} <= keys["categories"]
    assert {found["severity"] for found in issues} <= keys["severities"]
    assert {service for found in issues for service in found["services"]} <= keys["services"]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ({}, ["production", "test", "storage-team"]),
        ({"sort": "asc"}, ["production", "test", "storage-team"]),
        ({"sort": "desc"}, ["storage-team", "test", "production"]),
        ({"filter": "key eq 'environment'", "limit": 1, "offset": 1}, ["test"]),
        ({"filter": "startswith(value,'prod')"}, ["production"]),
        ({"filter": "key ne 'environment'", "select": "value"}, ["storage-team"]),
    ],
)
async def test_tags_are_listed_by_key(person, query, values):
    tags = await person.items(TAGS, **query)

    assert [tag["value"] for tag in tags] == values


async def test_tags_are_sorted_by_direction_alone(person):
    reply = await person.http.get(TAGS, params={"sort": "key desc"})

    assert reply.status_code == 400


async def test_tags_are_not_those_of_the_vcenter(person):
    manager = "/virtualization/v1beta1/hypervisor-managers/00000010-0000-4000-8000-000000000001"

    own, vcenter = await person.items(TAGS), await person.items(f"{manager}/tags")

    assert {tag["type"] for tag in own} == {"data-services/tag"}
    assert not {tag["id"] for tag in own} & {tag["id"] for tag in vcenter}
