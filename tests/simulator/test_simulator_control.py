"""The simulator's own paths: clock, settings, faults, counts, drift, page."""

import re

import pytest

from glbr.simulator.app import SimulatorApp
from glbr.simulator.errors import ConnectionDroppedError
from glbr.simulator.settings import Settings

STORES = "/backup-recovery/v1beta1/protection-stores"
CONTROL = "/_simulator"


async def test_health_tells_what_is_held_and_served(person):
    health = await person.get(f"{CONTROL}/health")

    assert (health["ready"], health["world"], health["objects"]["virtual-machines"]) == (True, "clinic", 24)
    assert health["operations"] == 183
    assert health["served"] >= 70


async def test_the_clock_is_advanced_frozen_and_set_running(person):
    advanced = (await person.post(f"{CONTROL}/clock/advance", {"days": 30, "hours": 1})).json()
    frozen = (await person.post(f"{CONTROL}/clock/freeze", {"at": "2026-03-01T00:00:00Z"})).json()
    running = (await person.post(f"{CONTROL}/clock/run", {"speed": 60})).json()

    assert advanced == {"now": "2026-02-04T01:00:00.000000Z", "mode": "frozen", "speed": 1.0}
    assert frozen["now"] == "2026-03-01T00:00:00.000000Z"
    assert (running["mode"], running["speed"]) == ("real", 60)


@pytest.mark.parametrize(
    ("path", "body", "told"),
    [
        ("clock/advance", {"months": 1}, "days, hours"),
        ("clock/advance", {"days": -1}, "cannot go back"),
        ("clock/advance", {}, "days, hours"),
        ("clock/freeze", {"at": "2020-01-01T00:00:00Z"}, "pick a later time"),
        ("clock/run", {"speed": 0}, "above 0"),
        ("reset", {"world": "moon"}, "empty, clinic, fleet"),
        ("faults", {"kind": "earthquake"}, "lost_reply"),
        ("faults", {"kind": "drop", "operation": "Nobody"}, "operationId or *"),
        ("faults", {"kind": "drop", "colour": 1}, "probability"),
        ("faults", {"kind": "drop", "probability": 2}, "0 to 1"),
    ],
)
async def test_wrong_wishes_are_refused_with_what_is_allowed(person, path, body, told):
    reply = await person.post(f"{CONTROL}/{path}", body)

    assert reply.status_code == 400
    assert told in reply.json()["message"]


async def test_settings_are_shown_and_changed(person):
    before = await person.get(f"{CONTROL}/settings")
    changed = await person.http.patch(f"{CONTROL}/settings", json={"location_form": "tasks", "operation_seconds": 3})

    assert before == Settings().as_json()
    assert changed.json() == before | {"location_form": "tasks", "operation_seconds": 3}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"colour": 1}, "location_form"),
        ({"location_form": "x"}, "'tasks'"),
        ({"totals": 1}, "bool"),
        ({"rate_limit": True}, "int"),
        ({"operation_seconds": -1}, "0 or more"),
    ],
)
async def test_wrong_settings_are_refused(person, change, told):
    reply = await person.http.patch(f"{CONTROL}/settings", json=change)

    assert reply.status_code == 400
    assert told in reply.json()["message"]


async def test_a_status_fault_strikes_as_often_as_it_is_told(person):
    fault = {"kind": "status", "operation": "ProtectionStoreList", "count": 2, "status": 503, "retry_after": 7}
    await person.post(f"{CONTROL}/faults", fault)

    replies = [await person.http.get(STORES) for _ in range(3)]

    assert [reply.status_code for reply in replies] == [503, 503, 200]
    assert replies[0].headers["retry-after"] == "7"
    assert replies[0].json()["errorCode"] == "HPE_GL_ERROR_SERVICE_UNAVAILABLE"
    assert (await person.get(f"{CONTROL}/faults"))["faults"] == []


async def test_chance_is_the_same_for_the_same_seed(person_with):
    async def struck(seed):
        async with person_with(seed=seed) as person:
            await person.post(f"{CONTROL}/faults", {"kind": "status", "probability": 0.5})
            return [(await person.http.get(STORES)).status_code for _ in range(40)]

    first, second, other = await struck(1), await struck(1), await struck(2)

    assert first == second
    assert first != other
    assert {200, 503} == set(first)


async def test_an_expired_token_can_be_ordered(person):
    await person.post(f"{CONTROL}/faults", {"kind": "expired_token", "operation": "*", "count": 1})

    assert [(await person.http.get(STORES)).status_code for _ in range(2)] == [401, 200]


async def test_faults_can_be_cleared(person):
    await person.post(f"{CONTROL}/faults", {"kind": "status"})

    cleared = await person.http.delete(f"{CONTROL}/faults")

    assert cleared.json() == {"faults": []}
    assert (await person.http.get(STORES)).status_code == 200


@pytest.mark.parametrize(("kind", "acted"), [("drop", 0), ("lost_reply", 1)])
async def test_in_process_a_cut_connection_is_an_error(person, kind, acted):
    await person.post(f"{CONTROL}/faults", {"kind": kind, "operation": "ProtectionStoreCreate", "count": 1})

    with pytest.raises(ConnectionDroppedError):
        await person.store()

    assert len(await person.items(STORES)) == acted


async def test_requests_are_counted_and_logged_without_secrets(person):
    await person.http.delete(f"{CONTROL}/requests")
    await person.sign_in()
    await person.items(STORES, limit=5)
    await person.http.get("/nowhere")

    log = await person.get(f"{CONTROL}/requests")

    assert log["counts"] == {"GetWorkspaceToken": 1, "ProtectionStoreList": 1, "unknown": 1}
    assert (log["last"][1]["query"], log["last"][1]["client"], log["last"][2]["status"]) == (
        "limit=5",
        "simulator-client",
        404,
    )
    assert "simulator-secret" not in str(log)


async def test_drift_is_made_past_all_rules(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    path = f"{CONTROL}/objects/protection-policies/{policy['id']}"

    await person.http.patch(path, json={"name": "drifted", "applicationType": "MSSQL"})
    changed = await person.get(f"/backup-recovery/v1beta1/protection-policies/{policy['id']}")
    await person.http.delete(path)
    gone = await person.http.get(f"/backup-recovery/v1beta1/protection-policies/{policy['id']}")
    again = await person.http.delete(path)

    assert (changed["name"], changed["applicationType"], changed["generation"]) == ("drifted", "MSSQL", 2)
    assert (gone.status_code, again.status_code) == (404, 404)


async def test_a_job_whose_policy_vanished_still_reads(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    job = await person.protect(person.vm(1), policy["id"])

    await person.http.delete(f"{CONTROL}/objects/protection-policies/{policy['id']}")
    person.advance(days=1)
    shown = await person.get(f"/backup-recovery/v1beta1/protection-jobs/{job}")

    assert shown["protectionPolicyInfo"]["name"] == "gold"
    assert shown["protections"] == []


async def test_reset_starts_anew_and_forgets_faults_settings_and_copies(person):
    policy = await person.policy(person.snapshots(person.schedule(1)))
    await person.protect(person.vm(1), policy["id"])
    person.switch(totals=False)
    await person.post(f"{CONTROL}/faults", {"kind": "status"})

    health = (await person.post(f"{CONTROL}/reset", {"world": "fleet", "vms": 250})).json()
    machines = await person.get("/virtualization/v1beta1/virtual-machines", limit=1000)

    assert health["objects"]["virtual-machines"] == machines["total"] == 250
    assert (await person.get(f"{CONTROL}/recovery-points"))["items"] == []
    assert "protection-policies" not in health["objects"]


async def test_the_dump_holds_the_world(person):
    store = await person.store()

    dump = await person.get(f"{CONTROL}/dump")

    assert dump["objects"]["protection-stores"][0]["id"] == store
    assert dump["operations"][0]["state"] == "SUCCEEDED"
    assert "simulator-secret" not in str(dump)


async def test_the_page_shows_the_world_without_script(person):
    store = await person.store("Vault <1>")
    policy = await person.policy(
        person.snapshots(person.schedule(1, expireAfter=person.period(2, "DAYS"))),
        person.backups(store, person.schedule(2, "DAILY")),
    )
    empty = (await person.http.get(f"{CONTROL}/")).text
    await person.protect(person.vm(1), policy["id"])
    person.advance(days=10)

    page = (await person.http.get(CONTROL)).text

    assert "None yet." in empty
    assert "<script" not in page
    assert "Vault &lt;1&gt;" in page
    assert page.count("<polyline") == 2
    assert "gold: SNAPSHOT (48)" in page
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r"https?://", page)


async def test_the_application_leaves_other_protocols_alone(person):
    sent = []

    await SimulatorApp(person.service)({"type": "lifespan"}, None, sent.append)

    assert sent == []
