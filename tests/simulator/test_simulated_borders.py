"""Requests at the edge of what can be meant: each is refused in HPE's form, and none spoils what comes after."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
POLICIES = f"{BACKUP}/protection-policies"
JOBS = f"{BACKUP}/protection-jobs"


async def refused(person, body, path=POLICIES):
    reply = await person.post(path, body)
    assert reply.status_code == 400, reply.text
    return reply.json()["message"]


def policy(person, **schedule):
    return {
        "name": "edge",
        "applicationType": "VMWARE",
        "protections": [person.snapshots(person.schedule(1, **schedule))],
    }


async def test_a_wrong_method_is_told_the_right_ones(person):
    reply = await person.http.put(JOBS, json={})

    assert (reply.status_code, reply.headers["allow"]) == (405, "GET, POST")


async def test_an_id_that_cannot_be_one_is_refused_as_the_contract_lists(person):
    listed, unlisted = f"{BACKUP}/protection-store-gateways/x", f"{JOBS}/x"

    replies = [await person.http.get(path) for path in (listed, unlisted)]

    assert [reply.status_code for reply in replies] == [400, 404]


@pytest.mark.parametrize("collection", ["protection-policies", "virtual-machine-protection-groups"])
async def test_null_cannot_clear_what_an_object_always_has(person, collection):
    made = await person.policy(person.snapshots(person.schedule(1)))
    identifier = (
        made["id"] if collection == "protection-policies" else await person.group(assets=[{"id": person.vm(1)}])
    )

    reply = await person.patch(f"{BACKUP}/{collection}/{identifier}", {"name": None, "description": None})

    assert reply.status_code == 400
    assert "/name: null would clear it" in reply.text
    assert "description" not in reply.text
    assert (await person.get(f"{BACKUP}/{collection}/{identifier}"))["name"]


@pytest.mark.parametrize("change", [{"assets": None}, {"dynamicMemberFilter": {}}])
async def test_null_cannot_clear_what_defines_a_group(person, change):
    path = f"{BACKUP}/virtual-machine-protection-groups/{await person.group(assets=[{'id': person.vm(1)}])}"

    reply = await person.patch(path, change)

    assert reply.status_code == 400
    assert len((await person.get(path))["assets"]) == 1


async def test_what_this_account_does_not_hold_cannot_be_protected(person):
    made = await person.policy(person.snapshots(person.schedule(1)))
    asset = {"id": person.vm(1), "type": "virtualization/csp-volume"}

    told = await refused(person, {"assetInfo": asset, "protectionPolicyId": made["id"]}, JOBS)

    assert "no virtualization/csp-volume has the id" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'{"name": "\\ud800"}', "surrogates"),
        (b'{"name": NaN}', "NaN"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
async def test_a_body_that_no_reply_could_hold_is_no_json(person, text, told):
    reply = await person.http.post(POLICIES, content=text, headers={"content-type": "application/json"})

    assert reply.status_code == 400
    assert told in reply.json()["message"]


@pytest.mark.parametrize("offset", [10**30, 2**63])
async def test_a_page_far_behind_the_end_is_empty(person, offset):
    page = await person.get("/virtualization/v1beta1/virtual-machines", offset=offset)

    assert (page["items"], page["offset"], page["total"]) == ([], offset, 24)


@pytest.mark.parametrize("query", [{"offset": -1}, {"limit": -1}, {"offset": "--5"}, {"offset": "٣"}])
async def test_a_page_that_is_no_page_is_refused(person, query):
    reply = await person.http.get("/virtualization/v1beta1/virtual-machines", params=query)

    assert reply.status_code == 400


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
async def test_an_instant_outside_the_calendar_is_no_instant(person, moment):
    body = {"assetInfo": {"id": person.vm(1)}, "protectionPolicyId": person.vm(1), "effectiveFromDateTime": moment}

    listed = await person.http.get(JOBS, params={"filter": f"createdAt gt '{moment}'"})

    assert "/effectiveFromDateTime" in await refused(person, body, JOBS)
    assert listed.status_code < 500


@pytest.mark.parametrize("period", [{}, {"unit": "DAYS"}, {"value": 3}])
@pytest.mark.parametrize("name", ["expireAfter", "lockFor"])
async def test_half_a_period_is_refused(person, name, period):
    told = await refused(person, policy(person, **{name: period}))

    assert told.startswith(f"DataManagementTemplateCreate: {name} is {period}; give both unit and value")


@pytest.mark.parametrize("unit", ["HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS"])
async def test_a_period_that_outlasts_the_calendar_never_ends(person, unit):
    made = await person.policy(person.snapshots(person.schedule(1, expireAfter=person.period(10**12, unit))))
    await person.protect(person.vm(1), made["id"])

    person.advance(hours=2)

    assert all("expiresAt" not in copy for copy in await person.copies())


@pytest.mark.parametrize(("recurrence", "on"), [("DAILY", None), ("WEEKLY", [0]), ("MONTHLY", [1])])
async def test_a_schedule_that_outlasts_the_calendar_runs_once(person, recurrence, on):
    steps = {"on": on} if on else {}
    made = await person.policy(person.snapshots(person.schedule(1, recurrence, 10**10, **steps)))
    await person.protect(person.vm(1), made["id"])

    person.advance(days=800)

    assert len(await person.copies()) == 1


async def test_a_secret_in_other_letters_is_just_wrong(person):
    form = {"grant_type": "client_credentials", "client_id": "simulator-client", "client_secret": "naïve"}

    reply = await person.http.post("/as/token.oauth2", data=form)

    assert (reply.status_code, reply.json()["error"]) == (401, "invalid_client")


async def test_a_number_that_cannot_be_kept_is_refused(person):
    made = await person.policy(person.snapshots(person.schedule(10**30)))

    told = await refused(
        person,
        {"assetInfo": {"id": person.vm(1), "type": "virtualization/virtual-machine"}, "protectionPolicyId": made["id"]},
        JOBS,
    )

    assert "too large a number" in told
