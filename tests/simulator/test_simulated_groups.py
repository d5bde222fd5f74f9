"""VM protection groups: who belongs to them, and what a job on them copies."""

GROUPS = "/backup-recovery/v1beta1/virtual-machine-protection-groups"
FOLDER_CARE = "00000014-0000-4000-8000-000000000001"
TAG_BRONZE = "00000015-0000-4000-8000-000000000003"
VCENTER = "/virtualization/v1beta1/hypervisor-managers/00000010-0000-4000-8000-000000000001"


def names(group):
    return [asset["name"] for asset in group["assets"]]


async def test_a_custom_group_holds_its_list(person):
    assets = [{"id": person.vm(2), "type": "virtualization/virtual-machine"}, {"id": person.vm(1)}]

    group = await person.get(f"{GROUPS}/{await person.group(assets=assets)}")

    assert names(group) == ["his-db-01", "his-db-02"]
    assert group["assets"][0]["type"] == "virtualization/virtual-machine"


async def test_a_patch_replaces_the_whole_list(person):
    identifier = await person.group(assets=[{"id": person.vm(1)}, {"id": person.vm(2)}])

    await person.done(
        await person.patch(f"{GROUPS}/{identifier}", {"assets": [{"id": person.vm(3)}], "description": "d"})
    )
    group = await person.get(f"{GROUPS}/{identifier}")

    assert (names(group), group["description"], group["generation"]) == (["his-app-01"], "d", 2)


async def test_null_in_a_patch_clears(person):
    identifier = await person.group(assets=[{"id": person.vm(1)}], description="d")

    await person.done(await person.patch(f"{GROUPS}/{identifier}", {"description": None}))

    assert "description" not in await person.get(f"{GROUPS}/{identifier}")


async def test_a_native_group_follows_its_folder_and_what_is_below(person):
    native = {"id": FOLDER_CARE, "type": "VMWARE_FOLDER"}
    identifier = await person.group(vmProtectionGroupType="NATIVE", nativeAppInfo=native)
    before = await person.get(f"{GROUPS}/{identifier}")

    await person.http.patch(
        f"/_simulator/objects/virtual-machines/{person.vm(24)}", json={"folderInfo": {"id": FOLDER_CARE}}
    )
    after = await person.get(f"{GROUPS}/{identifier}")

    assert before["nativeAppInfo"]["name"] == "Care"
    assert len(before["assets"]) == 11
    assert set(names(after)) - set(names(before)) == {"print-01"}


async def test_a_dynamic_group_follows_its_tags(person):
    members = [{"resourceUri": f"{VCENTER}/tags/{TAG_BRONZE}"}]
    identifier = await person.group(vmProtectionGroupType="DYNAMIC", dynamicMemberFilter={"members": members})
    before = await person.get(f"{GROUPS}/{identifier}")

    await person.http.patch(
        f"/_simulator/objects/tags/{TAG_BRONZE}", json={"associatedResources": [{"id": person.vm(1)}]}
    )
    after = await person.get(f"{GROUPS}/{identifier}")

    assert names(before) == ["fileserver-01", "print-01"]
    assert before["dynamicMemberFilter"]["members"][0]["categoryName"] == "backup"
    assert names(after) == ["his-db-01"]


async def test_a_group_is_defined_in_one_way(person):
    reply = await person.post(GROUPS, {"name": "g", "vmProtectionGroupType": "DYNAMIC", "assetsCategory": "VMFS_VMS"})
    mixed = {
        "name": "g",
        "vmProtectionGroupType": "NATIVE",
        "assetsCategory": "VMFS_VMS",
        "assets": [{"id": person.vm(1)}],
    }
    mixed_reply = await person.post(GROUPS, {**mixed, "nativeAppInfo": {"id": FOLDER_CARE, "type": "VMWARE_FOLDER"}})

    assert (reply.status_code, mixed_reply.status_code) == (400, 400)
    assert "needs dynamicMemberFilter" in reply.json()["message"]
    assert "leave out assets" in mixed_reply.json()["message"]


async def test_a_member_must_exist(person):
    body = {"name": "g", "vmProtectionGroupType": "CUSTOM", "assetsCategory": "VMFS_VMS", "assets": [{"id": "nobody"}]}

    reply = await person.post(GROUPS, body)

    assert reply.status_code == 400
    assert "'nobody'" in reply.json()["message"]


async def test_replication_groups_are_not_pretended(person):
    native = {"id": "1", "type": "STORAGE_REPLICATION_GROUP"}
    body = {"name": "g", "vmProtectionGroupType": "NATIVE", "assetsCategory": "VMFS_VMS", "nativeAppInfo": native}

    reply = await person.post(GROUPS, body)

    assert reply.status_code == 400
    assert "native groups of VMWARE_FOLDER alone" in reply.json()["message"]


async def protected_group(person):
    identifier = await person.group(assets=[{"id": person.vm(1)}, {"id": person.vm(2)}])
    policy = await person.policy(person.snapshots(person.schedule(1)))
    job = await person.protect(identifier, policy["id"], "backup-recovery/virtual-machine-protection-group")
    return identifier, job


async def test_a_group_job_makes_one_copy_for_all_members_a_run(person):
    identifier, _ = await protected_group(person)

    person.advance(hours=1)
    copies = await person.items(f"{GROUPS}/{identifier}/snapshots")
    machine = await person.get(f"/virtualization/v1beta1/virtual-machines/{person.vm(2)}")

    assert [copy["pointInTime"][:16] for copy in copies] == ["2026-01-05T00:00", "2026-01-05T01:00"]
    assert await person.copy_times(2) == ["2026-01-05T00:00", "2026-01-05T01:00"]
    assert await person.copy_times(3) == []
    assert machine["protectionStatus"] == "PROTECTED"
    assert machine["protectionPolicyAppliedAtInfo"]["type"] == "VM_PROTECTION_GROUP"
    assert machine["vmProtectionGroupsInfo"][0]["id"] == identifier


async def test_copies_hold_the_members_of_their_time(person):
    identifier, _ = await protected_group(person)

    await person.done(await person.patch(f"{GROUPS}/{identifier}", {"assets": [{"id": person.vm(3)}]}))
    person.advance(hours=1)

    assert await person.copy_times(1) == ["2026-01-05T00:00"]
    assert await person.copy_times(3) == ["2026-01-05T01:00"]


async def test_one_machines_share_of_a_group_copy_cannot_be_deleted(person):
    await protected_group(person)
    copy = (await person.copies(1))[0]

    reply = await person.http.delete(copy["resourceUri"])

    assert reply.status_code == 412
    assert "protection group group" in reply.json()["message"]


async def test_a_group_without_members_is_skipped(person):
    identifier, job = await protected_group(person)

    await person.http.patch(f"/_simulator/objects/virtual-machine-protection-groups/{identifier}", json={"assets": []})
    person.advance(hours=1)
    shown = (await person.get(f"/backup-recovery/v1beta1/protection-jobs/{job}"))["protections"][0]["schedules"][0]

    assert shown["executionStatuses"][0]["status"] == "SKIPPED"


async def test_a_group_with_a_job_cannot_be_deleted(person):
    identifier, job = await protected_group(person)

    refused = await person.http.delete(f"{GROUPS}/{identifier}")
    await person.done(await person.http.delete(f"/backup-recovery/v1beta1/protection-jobs/{job}"))
    await person.done(await person.http.delete(f"{GROUPS}/{identifier}"))

    assert refused.status_code == 412
    assert job in refused.json()["message"]
    assert await person.items(GROUPS) == []


async def test_a_refresh_shows_in_the_generation(person):
    identifier = await person.group(assets=[{"id": person.vm(1)}])

    await person.done(await person.post(f"{GROUPS}/{identifier}/refresh"))

    assert (await person.get(f"{GROUPS}/{identifier}"))["generation"] == 2
