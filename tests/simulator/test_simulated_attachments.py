"""Backups of volume protection groups attached to iSCSI hosts: in use, and held until they are let go."""

import pytest

BACKUP = "/backup-recovery/v1beta1"
GROUPS = f"{BACKUP}/volume-protection-groups"
NOBODY = "00000000-0000-4000-8000-000000000000"
IQN = "iqn.1998-01.com.example:backup-host"
OTHER_IQN = "iqn.1998-01.com.example:other-host"


async def backup(person, **more):
    """Where a backup of a group of two volumes is."""
    assets = [{"id": f"00000071-0000-4000-8000-{number:012x}"} for number in (4, 5)]
    body = {"name": "volumes", "volumeProtectionGroupType": "CUSTOM", "assets": assets}
    group = await person.made(await person.post(GROUPS, body), "volume-protection-group")
    snapshot = await person.made(await person.post(f"{GROUPS}/{group}/snapshots", {"name": "by hand"}), "snapshot")
    body = {
        "name": "kept",
        "backupType": "BACKUP",
        "sourceCopyInfo": {"id": snapshot, "type": "SNAPSHOT"},
        "protectionStoreId": await person.store(),
        **more,
    }
    return (
        f"{GROUPS}/{group}/backups/{await person.made(await person.post(f'{GROUPS}/{group}/backups', body), 'backup')}"
    )


def error(reply):
    return reply.status_code, reply.json()["message"]


async def test_a_backup_is_attached_to_a_host_and_detached(person):
    path = await backup(person)

    await person.done(await person.post(f"{path}/attach", {"hostIqn": IQN}))
    attached = await person.get(path)
    refused = error(await person.http.delete(path))
    await person.done(await person.post(f"{path}/detach", {"hostIqn": IQN}))
    detached = await person.get(path)
    await person.done(await person.http.delete(path))

    assert (attached["state"], attached["mountState"], attached["mountedHostsIqn"]) == (
        "IN_USE_FOR_MOUNT",
        "ATTACHED",
        [IQN],
    )
    assert refused[0] == 412
    assert f"attached to {IQN}" in refused[1]
    assert (detached["state"], detached["mountState"], detached["mountedHostsIqn"]) == ("OK", "UNATTACHED", [])


async def test_single_volumes_of_a_backup_can_be_attached(person):
    path = await backup(person)
    singles = (await person.get(path))["backupSetsInfo"][0]["backups"]

    await person.done(await person.post(f"{path}/attach", {"hostIqn": IQN, "individualBackupIds": [singles[1]["id"]]}))
    shown = await person.get(path)

    assert shown["mountState"] == "PARTIALLY_ATTACHED"
    assert [one["mountState"] for one in shown["backupSetsInfo"][0]["backups"]] == ["UNATTACHED", "ATTACHED"]


@pytest.mark.parametrize(
    ("action", "body", "told"),
    [
        ("attach", {"hostIqn": "backup-host"}, "starts with 'iqn.'"),
        ("attach", {"hostIqn": IQN}, "attached to iqn.1998-01.com.example:backup-host already"),
        ("attach", {"hostIqn": OTHER_IQN, "individualBackupIds": [NOBODY]}, "no individual backup"),
        ("detach", {"hostIqn": OTHER_IQN}, f"it is attached to {IQN}"),
    ],
)
async def test_an_attachment_that_makes_no_sense_is_refused(person, action, body, told):
    path = await backup(person)
    await person.done(await person.post(f"{path}/attach", {"hostIqn": IQN}))

    status, message = error(await person.post(f"{path}/{action}", body))

    assert (status, told in message) == (400, True)


async def test_an_attached_backup_does_not_expire_before_it_is_detached(person):
    path = await backup(person, expireAfter=person.period(1, "DAYS"))
    await person.done(await person.post(f"{path}/attach", {"hostIqn": IQN}))
    person.advance(days=3)
    held = await person.items(path.rsplit("/", 1)[0])

    await person.done(await person.post(f"{path}/detach", {"hostIqn": IQN}))
    person.advance(minutes=1)

    assert len(held) == 1
    assert await person.items(path.rsplit("/", 1)[0]) == []


async def test_attaching_shows_while_it_lasts(person):
    path = await backup(person)
    person.switch(operation_seconds=60.0)
    await person.post(f"{path}/attach", {"hostIqn": IQN})
    attaching = await person.get(path)
    refused = await person.http.delete(path)
    person.advance(seconds=60)
    await person.post(f"{path}/detach", {"hostIqn": IQN})

    assert (attaching["state"], attaching["mountState"]) == ("IN_USE_FOR_MOUNT", "ATTACHING")
    assert refused.status_code == 412
    assert (await person.get(path))["mountState"] == "DETACHING"


async def test_a_store_with_an_attached_backup_stays_even_with_force(person):
    path = await backup(person)
    await person.done(await person.post(f"{path}/attach", {"hostIqn": IQN}))
    store = (await person.get(path))["protectionStoreInfo"]["resourceUri"]

    status, message = error(await person.http.delete(store, params={"force": "true"}))

    assert (status, "attached to a host" in message) == (412, True)


async def test_two_hosts_may_hold_one_backup_and_each_lets_go_for_itself(person):
    path = await backup(person)
    for iqn in (IQN, OTHER_IQN):
        await person.done(await person.post(f"{path}/attach", {"hostIqn": iqn}))
    await person.done(await person.post(f"{path}/detach", {"hostIqn": IQN}))

    shown = await person.get(path)

    assert (shown["mountState"], shown["mountedHostsIqn"]) == ("ATTACHED", [OTHER_IQN])
