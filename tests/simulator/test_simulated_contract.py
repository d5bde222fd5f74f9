"""The contract decides: what is asked for, what is answered, what is not known."""

import pytest

from glbr.simulator.behaviours import discover
from glbr.simulator.contract.document import published

BACKUP = "/backup-recovery/v1beta1"
DATASTORE = "00000013-0000-4000-8000-000000000001"
MANAGER = "00000010-0000-4000-8000-000000000001"
DATABASE = "00000032-0000-4000-8000-000000000001"
DATABASE_GROUP = {
    "protectionGroupType": "CUSTOM",
    "members": [{"resourceUri": f"{BACKUP}/mssql-databases/{DATABASE}"}],
}
VOLUME_GROUP = {
    "volumeProtectionGroupType": "CUSTOM",
    "assets": [{"id": "00000071-0000-4000-8000-000000000004"}],
}


async def full_clinic(person):
    """One of everything; gives the id that each path parameter stands for."""
    store = await person.store()
    group = await person.group(assets=[{"id": person.vm(2)}])
    policy = await person.policy(
        person.snapshots(person.schedule(1, namePattern={"format": "s_{DateFormat}"})),
        person.backups(store, person.schedule(2, "DAILY", lockFor=person.period(1, "HOURS"), name="daily")),
    )
    job = await person.protect(person.vm(1), policy["id"])
    await person.protect(group, policy["id"], "backup-recovery/virtual-machine-protection-group")
    await person.protect(DATASTORE, policy["id"], "virtualization/datastore")
    groups = [
        await protected_group(person, store, "HPE_ARRAY_VOLUME", "volume-protection-group", VOLUME_GROUP),
        await protected_group(person, store, "MSSQL", "mssql-database-protection-group", DATABASE_GROUP),
    ]
    operation = (await person.items("/data-services/v1beta1/async-operations"))[0]["id"]
    person.advance(hours=2)
    person.switch(dual_authorization=True)
    await person.http.delete((await person.copies())[0]["resourceUri"])
    return {
        "volume-protection-groups": groups[0],
        "mssql-databases": DATABASE,
        "protection-stores": store,
        "virtual-machine-protection-groups": group,
        "protection-policies": policy["id"],
    } | {
        "protection-jobs": job,
        "async-operations": operation,
        "virtual-machines": person.vm(1),
        "datastores": DATASTORE,
        "hypervisor-managers": MANAGER,
    }


async def protected_group(person, store, application, kind, body):
    """A group of another application, with a snapshot and a backup."""
    group = await person.made(await person.post(f"{BACKUP}/{kind}s", {"name": application, **body}), kind)
    tiers = person.snapshots(person.schedule(1)), person.backups(store, person.schedule(2))
    policy = await person.policy(*tiers, name=application, application=application)
    await person.protect(group, policy["id"], f"backup-recovery/{kind}")
    return group


async def first_id(person, ids, segments):
    """The id at the end of these segments: a known one, or that of the first of its list."""
    if segments[-2] not in ids:
        path = "/" + "/".join(segments[:-1])
        ids = {**ids, segments[-2]: (await person.items(path))[0]["id"]}
    return ids[segments[-2]]


@pytest.mark.parametrize(
    "operation", [name for name in sorted(discover().answers) if published().operations[name].method == "GET"]
)
async def test_every_served_read_keeps_to_the_contract(person, operation):
    ids = await full_clinic(person)
    segments = []

    for segment in published().operations[operation].segments:
        segments.append(segment)
        if segment.startswith("{"):
            segments[-1] = await first_id(person, ids, segments)
    reply = await person.http.get("/" + "/".join(segments))

    assert reply.status_code == 200, reply.text
    assert "items" not in reply.json() or reply.json()["items"]


async def test_a_reply_that_breaks_the_contract_is_our_fault_and_names_the_field(person):
    store = await person.store()

    await person.http.patch(f"/_simulator/objects/protection-stores/{store}", json={"colour": "red", "state": "TIRED"})
    reply = await person.http.get(f"{BACKUP}/protection-stores/{store}")

    assert reply.status_code == 500
    assert "'colour'" in reply.json()["message"]
    assert "/state" in reply.json()["message"]


async def test_a_fault_of_the_simulator_has_hpes_form_too(person, caplog):
    policy = await person.policy(person.snapshots(person.schedule(1)))

    await person.http.patch(f"/_simulator/objects/protection-policies/{policy['id']}", json={"protections": None})
    reply = await person.http.get(f"{BACKUP}/protection-policies/{policy['id']}")

    assert (reply.status_code, reply.json()["errorCode"]) == (500, "HPE_GL_ERROR_INTERNAL_SERVER_ERROR")
    assert "KeyError: 'protections'" in reply.json()["message"]
    assert "answering GET" in caplog.text


async def test_every_operation_is_served_or_answers_501(person):
    served = discover().answers
    path = "00000000-0000-4000-8000-000000000000"

    wrong = []
    for operation in published().operations.values():
        if operation.id in served or operation.tag == "authentication":
            continue
        url = "/" + "/".join(path if segment.startswith("{") else segment for segment in operation.segments)
        reply = await person.http.request(operation.method, url)
        if (reply.status_code, reply.json()["errorCode"]) != (501, "HPE_GL_ERROR_NOT_IMPLEMENTED"):
            wrong.append((operation.id, reply.text))

    assert wrong == []


async def test_an_unknown_path_is_404_and_a_wrong_method_405(person):
    path = await person.http.get(f"{BACKUP}/unicorns")
    method = await person.http.put(f"{BACKUP}/protection-jobs", json={})

    assert (path.status_code, method.status_code) == (404, 405)
    assert "GET, POST" in method.json()["message"]


async def test_every_error_has_hpes_form(person):
    body = (await person.http.get(f"{BACKUP}/unicorns")).json()

    assert body.keys() == {"httpStatusCode", "errorCode", "message", "debugId"}
    assert (body["httpStatusCode"], body["errorCode"]) == (404, "HPE_GL_ERROR_NOT_FOUND")
    assert len(bytes.fromhex(body["debugId"])) == 16


@pytest.mark.parametrize(
    ("headers", "content", "status", "told"),
    [
        ({"content-type": "application/json"}, b'{"displayName": "x"}', 400, "application/merge-patch+json"),
        ({"content-type": "application/merge-patch+json"}, b"{", 400, "not JSON"),
        ({"content-type": "application/merge-patch+json"}, b"[]", 400, "object"),
        ({"content-type": "application/merge-patch+json"}, b'{"display": "x"}', 400, "display"),
        ({"content-type": "application/merge-patch+json"}, b'{"displayName": 5}', 400, "/displayName"),
        ({"content-type": "application/merge-patch+json; charset=utf-8"}, b'{"displayName": "x"}', 200, "x"),
    ],
)
async def test_bodies_are_checked(person, headers, content, status, told):
    store = await person.store()

    reply = await person.http.patch(f"{BACKUP}/protection-stores/{store}", content=content, headers=headers)

    assert reply.status_code == status
    assert told in reply.text


async def test_formats_are_checked(person):
    body = {"assetInfo": {"id": "one"}, "protectionPolicyId": "two", "effectiveFromDateTime": "tomorrow"}

    reply = await person.post(f"{BACKUP}/protection-jobs", body)
    path = await person.http.get(f"{BACKUP}/protection-jobs/three")

    assert (reply.status_code, path.status_code) == (400, 404)
    assert all(
        name in reply.json()["message"] for name in ("/assetInfo/id", "/protectionPolicyId", "/effectiveFromDateTime")
    )
    assert "'three'" in path.json()["message"]


async def test_a_message_never_repeats_a_secret(person):
    body = {"networkAddress": 5, "credentials": {"username": "u", "password": ["hunter2"]}}

    reply = await person.post(f"{BACKUP}/storeonces", body)

    assert "hunter2" not in reply.text
