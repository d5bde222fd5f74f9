"""Arrays with their volumes, and the groups in which volumes are protected together."""

import pytest

GROUPS = "/backup-recovery/v1beta1/volume-protection-groups"
JOBS = "/backup-recovery/v1beta1/protection-jobs"
POLICIES = "/backup-recovery/v1beta1/protection-policies"
SYSTEMS = "/storage-fleet/v1alpha1/storage-systems"
VOLUMES = "/block-storage/v1alpha1/volumes"
SETS = "/block-storage/v1alpha1/volume-sets"
GROUP_TYPE = "backup-recovery/volume-protection-group"
SYSTEM = "00000070-0000-4000-8000-000000000001"
NOBODY = "00000000-0000-4000-8000-000000000000"


def volume(number):
    return f"00000071-0000-4000-8000-{number:012x}"


def volume_set(number):
    return f"00000072-0000-4000-8000-{number:012x}"


def custom(*numbers, name="volumes", **more):
    assets = [{"id": volume(number)} for number in numbers]
    return {"name": name, "volumeProtectionGroupType": "CUSTOM", "assets": assets, **more}


def native(**info):
    return {"name": "erp", "volumeProtectionGroupType": "NATIVE", "nativeGroupInfo": info or {"id": volume_set(1)}}


async def made(person, body):
    return await person.made(await person.post(GROUPS, body), "volume-protection-group")


async def protected(person, group, **schedule):
    """The group under a policy that has taken one snapshot of it."""
    daily = person.snapshots(person.schedule(1, "DAILY", **schedule))
    policy = await person.policy(daily, application="HPE_ARRAY_VOLUME")
    return await person.protect(group, policy["id"], GROUP_TYPE)


def error(reply):
    return reply.status_code, reply.json()["message"]


@pytest.mark.parametrize("world", ["empty", "clinic", "fleet"])
async def test_every_world_has_one_array_with_a_dozen_volumes_and_two_sets(person_with, world):
    async with person_with(world=world) as person:
        systems, volumes, sets = [await person.items(path) for path in (SYSTEMS, VOLUMES, SETS)]

    assert [system["name"] for system in systems] == ["array-1"]
    assert (len(volumes), len(sets)) == (12, 2)
    assert {one["systemId"] for one in (*volumes, *sets)} == {SYSTEM}
    assert len({one["wwn"] for one in volumes}) == 12
    assert [one["volumesCount"] for one in sets] == [4, 3]
    in_first = [one["sizeMiB"] for one in volumes if one["volumeSetId"] == sets[0]["id"]]
    assert sum(in_first) == sets[0]["sizeMiB"]
    assert all(one["usedSizeMiB"] < one["sizeMiB"] for one in (*volumes, *sets))


@pytest.mark.parametrize("path", [SYSTEMS, VOLUMES, SETS])
async def test_arrays_volumes_and_sets_are_read_paged_and_filtered(person, path):
    listed = await person.items(path)
    last = listed[-1]

    one = await person.get(f"{path}/{last['id']}")
    page = await person.get(path, limit=0)
    found = await person.get(path, filter=f"name eq '{last['name']}'", select="id,name")
    unknown = await person.http.get(f"{path}/{NOBODY}")

    assert one == last
    assert (page["items"], page["total"], page["count"]) == ([], len(listed), 0)
    assert found["items"] == [{"id": last["id"], "name": last["name"]}]
    assert unknown.status_code == 404


async def test_datastores_of_the_clinic_name_the_volumes_behind_them(person):
    first = (await person.items("/virtualization/v1beta1/datastores"))[0]

    behind = first["volumesInfo"][0]
    found = await person.get(f"{VOLUMES}/{behind['id']}")

    assert (first["name"], behind["name"], found["wwn"]) == ("vmfs-clinic-01", "vmfs-01", behind["scsiIdentifier"])
    assert behind["sizeInBytes"] == first["capacityInBytes"] == found["sizeMiB"] * 2**20
    assert behind["storageSystemInfo"]["id"] == SYSTEM


async def test_a_custom_group_shows_its_volumes_and_its_array(person):
    group = await made(person, custom(5, 4, description="two of them", storageSystemInfo={"id": SYSTEM}))

    shown = await person.get(f"{GROUPS}/{group}")

    assert [asset["id"] for asset in shown["assets"]] == [volume(4), volume(5)]
    assert {asset["protectionStatus"] for asset in shown["assets"]} == {"UNPROTECTED"}
    assert shown["assets"][0]["displayName"] == "erp-db-data-01"
    assert shown["storageSystemInfo"]["name"] == "array-1"
    assert (shown["state"], shown["status"], shown["generation"]) == ("OK", "OK", 1)
    assert (shown["description"], shown["volumeProtectionGroupType"]) == ("two of them", "CUSTOM")
    assert shown["type"] == GROUP_TYPE
    assert "nativeGroupInfo" not in shown
    assert "protectionJobInfo" not in shown


@pytest.mark.parametrize("info", [{"id": volume_set(2)}, {"name": "shared-files"}])
async def test_a_native_group_follows_the_set_on_the_array(person, info):
    group = await made(person, native(**info))

    before = await person.get(f"{GROUPS}/{group}")
    await person.http.patch(f"/_simulator/objects/volumes/{volume(11)}", json={"volumeSetId": volume_set(2)})
    after = await person.get(f"{GROUPS}/{group}")

    assert [asset["id"] for asset in before["assets"]] == [volume(8), volume(9), volume(10)]
    assert [asset["id"] for asset in after["assets"]] == [volume(8), volume(9), volume(10), volume(11)]
    assert before["nativeGroupInfo"] == {
        "id": volume_set(2),
        "name": "shared-files",
        "type": "APPLICATION_SET",
        "resourceUri": f"{SETS}/{volume_set(2)}",
    }
    assert before["storageSystemInfo"]["id"] == SYSTEM


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"name": "g", "volumeProtectionGroupType": "CUSTOM"}, "needs assets"),
        (custom(), "needs assets"),
        ({"name": "g", "volumeProtectionGroupType": "NATIVE"}, "needs nativeGroupInfo"),
        ({**custom(1), "nativeGroupInfo": {"id": volume_set(1)}}, "leave out nativeGroupInfo"),
        ({**native(), "assets": [{"id": volume(1)}]}, "leave out assets"),
        (custom(99), f"no object of volumes has the id '{volume(99)}'"),
        ({**custom(1), "assets": [{}]}, "no object of volumes has the id ''"),
        (native(id=NOBODY), f"no volume set of the arrays is meant by nativeGroupInfo {{'id': '{NOBODY}'}}"),
        (native(name="nothing"), "no volume set of the arrays"),
        (custom(1, storageSystemInfo={"id": NOBODY}), f"no object of storage-systems has the id '{NOBODY}'"),
        (custom(1, name=" "), "name must not be empty"),
        ({"name": "g"}, "volumeProtectionGroupType"),
        (custom(1, name="x" * 256), "/name"),
    ],
)
async def test_a_group_that_makes_no_sense_is_refused(person, body, told):
    status, message = error(await person.post(GROUPS, body))

    assert status == 400
    assert told in message
    assert await person.items(GROUPS) == []


async def test_a_group_is_on_one_array(person):
    await person.http.patch(f"/_simulator/objects/volumes/{volume(2)}", json={"systemId": "another"})
    group = await made(person, custom(1))

    created = error(await person.post(GROUPS, custom(1, 2, name="both")))
    changed = error(await person.patch(f"{GROUPS}/{group}", {"assets": [{"id": volume(2)}]}))

    assert created[0] == changed[0] == 400
    assert "vmfs-02 is on the array another" in created[1]
    assert "vmfs-02 is on the array another" in changed[1]


async def test_a_group_name_is_given_once(person):
    first = await made(person, custom(1, name="a"))
    second = await made(person, custom(2, name="b"))

    created = error(await person.post(GROUPS, custom(3, name="a")))
    renamed = error(await person.patch(f"{GROUPS}/{second}", {"name": "a"}))
    same = await person.patch(f"{GROUPS}/{first}", {"name": "a"})

    assert created[0] == renamed[0] == 400
    assert f"taken by {first}" in created[1]
    assert f"taken by {first}" in renamed[1]
    assert same.status_code == 202


async def test_two_groups_of_one_name_under_way_end_with_one(person):
    person.switch(operation_seconds=60)

    replies = [await person.post(GROUPS, custom(1)) for _ in range(2)]
    person.advance(minutes=2)
    states = [(await person.operation(reply))["state"] for reply in replies]

    assert states == ["SUCCEEDED", "FAILED"]
    assert len(await person.items(GROUPS)) == 1


async def test_a_custom_group_is_changed_with_its_list_as_a_whole(person):
    group = await made(person, custom(1, 2, description="old"))

    await person.done(await person.patch(f"{GROUPS}/{group}", {"assets": [{"id": volume(3)}], "name": "new"}))
    changed = await person.get(f"{GROUPS}/{group}")
    await person.done(await person.patch(f"{GROUPS}/{group}", {"description": None}))
    cleared = await person.get(f"{GROUPS}/{group}")

    assert [asset["id"] for asset in changed["assets"]] == [volume(3)]
    assert (changed["name"], changed["description"], changed["generation"]) == ("new", "old", 2)
    assert "description" not in cleared
    assert [asset["id"] for asset in cleared["assets"]] == [volume(3)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"assets": []}, "needs assets"),
        ({"assets": None}, "needs assets"),
        ({"assets": [{"id": NOBODY}]}, "no object of volumes"),
        ({"name": ""}, "name must not be empty"),
        ({"name": None}, "/name: null would clear it"),
        ({"storageSystemInfo": {"id": SYSTEM}}, "storageSystemInfo"),
    ],
)
async def test_a_change_that_makes_no_sense_is_refused(person, change, told):
    group = await made(person, custom(1))

    status, message = error(await person.patch(f"{GROUPS}/{group}", change))

    assert status == 400
    assert told in message
    assert (await person.get(f"{GROUPS}/{group}"))["generation"] == 1


async def test_a_native_group_cannot_be_changed(person):
    group = await made(person, native())

    status, message = error(await person.patch(f"{GROUPS}/{group}", {"description": "mine"}))

    assert (status, "only CUSTOM groups can be changed" in message) == (400, True)


async def test_a_refresh_reads_the_group_again(person):
    group = await made(person, native())

    operation = await person.done(await person.post(f"{GROUPS}/{group}/refresh", {"fullRefresh": True}))

    assert operation["name"] == "Refresh volume protection group [erp]"
    assert (await person.get(f"{GROUPS}/{group}"))["generation"] == 2


async def test_a_group_passes_through_states_while_work_is_under_way(person):
    group = await made(person, custom(1))
    path = f"{GROUPS}/{group}"
    person.switch(operation_seconds=60)

    seen = []
    for send in (
        lambda: person.post(f"{path}/refresh", {}),
        lambda: person.patch(path, {"description": "new"}),
        lambda: person.http.delete(path),
    ):
        await send()
        seen.append((await person.get(path))["state"])
        person.advance(minutes=1)
        gone = await person.http.get(path)
        seen.append(gone.json().get("state", gone.status_code))

    assert seen == ["REFRESHING", "OK", "UPDATING", "OK", "DELETING", 404]


async def test_an_unused_group_is_deleted(person):
    group = await made(person, custom(1))

    await person.done(await person.http.delete(f"{GROUPS}/{group}"))
    again = await person.http.delete(f"{GROUPS}/{group}")

    assert await person.items(GROUPS) == []
    assert again.status_code == 404


async def test_a_protected_group_names_its_job_and_stays(person):
    group = await made(person, native())
    job = await protected(person, group)

    shown = await person.get(f"{GROUPS}/{group}")
    refused = error(await person.http.delete(f"{GROUPS}/{group}"))

    assert shown["protectionJobInfo"]["id"] == job
    assert shown["protectionJobInfo"]["protectionPolicyInfo"]["name"] == "gold"
    assert {asset["protectionStatus"] for asset in shown["assets"]} == {"PROTECTED"}
    assert refused[0] == 412
    assert job in refused[1]


async def test_a_group_with_copies_goes_with_them_only_when_told_so(person):
    group = await made(person, custom(1))
    job = await protected(person, group)
    await person.done(await person.http.delete(f"{JOBS}/{job}"))

    refused = error(await person.http.delete(f"{GROUPS}/{group}"))
    lapsed = (await person.get(f"{GROUPS}/{group}"))["assets"][0]["protectionStatus"]
    await person.done(await person.http.delete(f"{GROUPS}/{group}", params={"cascadedelete": "true"}))

    assert (refused[0], "has 1 copies" in refused[1], lapsed) == (412, True, "LAPSED")
    assert await person.items(GROUPS) == []
    assert not person.service.world.copies.has_copies(group)


async def test_a_cascading_delete_takes_the_job_along(person):
    group = await made(person, custom(1))
    await protected(person, group)

    await person.done(await person.http.delete(f"{GROUPS}/{group}", params={"cascadedelete": "true"}))
    person.advance(days=2)

    assert await person.items(JOBS) == []
    assert not person.service.world.copies.has_copies(group)


async def test_a_cascading_delete_spares_locked_copies(person):
    group = await made(person, custom(1))
    week = person.period(1, "WEEKS")
    await protected(person, group, lockFor=week, expireAfter=week)

    status, message = error(await person.http.delete(f"{GROUPS}/{group}", params={"cascadedelete": "true"}))

    assert (status, "locked until" in message) == (412, True)
    assert len(await person.items(JOBS)) == 1


async def test_a_delete_fails_when_the_group_has_come_into_use_meanwhile(person):
    group = await made(person, custom(1))
    person.switch(operation_seconds=60)

    reply = await person.http.delete(f"{GROUPS}/{group}")
    person.switch(operation_seconds=0)
    await protected(person, group)
    person.advance(minutes=2)

    assert "is protected by job" in (await person.operation(reply))["error"]["error"]
    assert len(await person.items(GROUPS)) == 1


@pytest.mark.parametrize(("method", "more"), [("GET", ""), ("DELETE", ""), ("PATCH", ""), ("POST", "/refresh")])
async def test_a_group_nobody_made_is_not_found(person, method, more):
    kind = "application/merge-patch+json" if method == "PATCH" else "application/json"
    body = {"headers": {"content-type": kind}, "json": {}} if method in ("PATCH", "POST") else {}

    reply = await person.http.request(method, f"{GROUPS}/{NOBODY}{more}", **body)

    assert reply.status_code == 404
    assert NOBODY in reply.json()["message"]
