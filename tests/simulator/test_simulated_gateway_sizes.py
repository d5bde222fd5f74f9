"""How large a gateway must be, and how it becomes so."""

import pytest

from simulated_gateways import (
    BACKUP,
    CLINIC,
    DATASTORE,
    FIGURES,
    OTHER_DATASTORE,
    THIRD_DATASTORE,
    UNKNOWN,
    VIRTUAL,
    deploy,
)


async def test_more_work_never_needs_a_smaller_gateway(person):
    results = [
        (await person.post(f"{BACKUP}/protection-store-gateway-sizer", {**FIGURES, name: figure})).json()
        for name in ("maxOnPremDailyProtectedDataInTiB", "maxInCloudDailyProtectedDataInTiB", "maxOnPremRetentionDays")
        for figure in (0, 1, 5, 20, 90)
    ]

    for name in ("vCpu", "ramInGiB", "storageInTiB", "iops"):
        for start in (0, 5, 10):
            figures = [result[name] for result in results[start : start + 5]]
            assert figures == sorted(figures)
    assert len({result["storageInTiB"] for result in results[:5]}) == 5


async def test_a_workload_too_large_is_refused_with_its_reasons(person):
    asked = {"maxOnPremDailyProtectedDataInTiB": 1e308, "maxOnPremRetentionDays": -1}

    replies = [
        await person.post(path, asked) for path in (f"{BACKUP}/protection-store-gateway-sizer", f"{CLINIC}/sizer")
    ]
    both = await person.post(
        f"{CLINIC}/sizer", {"maxOnPremDailyProtectedDataInTiB": 90, "maxOnPremRetentionDays": 3000}
    )

    assert [reply.status_code for reply in replies] == [409, 409]
    assert [len(reply.json()["invalidReasons"]) for reply in replies] == [2, 2]
    assert both.status_code == 409
    assert "TiB of disk" in both.json()["invalidReasons"][0]


async def test_the_sizer_of_a_gateway_says_what_resize_takes(person):
    path = await deploy(person)
    wanted = {"maxOnPremDailyProtectedDataInTiB": 2, "maxOnPremRetentionDays": 30}
    said = (await person.post(f"{path}/sizer", wanted)).json()

    await person.done(await person.post(f"{path}/resize", {**wanted, "datastoreIds": [DATASTORE, OTHER_DATASTORE]}))

    gateway = await person.get(path)
    machine = await person.get(f"{VIRTUAL}/virtual-machines/{gateway['vmId']}")
    taken = {store["id"]: store["totalProvisionedDiskInTiB"] for store in gateway["datastoresInfo"]}
    assert gateway["size"]["maxOnPremRetentionDays"] == 30
    assert taken.keys() == {DATASTORE, OTHER_DATASTORE}
    assert sum(taken.values()) == pytest.approx(said["storageInTiB"], abs=0.01)
    assert machine["computeInfo"] == {
        "numCpuCores": said["vCpu"],
        "memorySizeInMib": str(said["ramInGiB"] * 1024),
    }


async def test_a_resize_replaces_the_datastores_and_keeps_what_it_does_not_name(person):
    path = await deploy(person, datastoreIds=[OTHER_DATASTORE])
    await person.done(await person.post(f"{path}/resize", {"datastoreIds": [THIRD_DATASTORE]}))
    moved = await person.get(path)
    await person.done(await person.post(f"{path}/resize", {"override": {"storageInTiB": 2}}))
    fixed = await person.get(path)
    freed = await person.get(f"{VIRTUAL}/datastores/{OTHER_DATASTORE}")

    assert [store["id"] for store in moved["datastoresInfo"]] == [THIRD_DATASTORE]
    assert (moved["size"]["maxOnPremRetentionDays"], fixed["size"]) == (20, moved["size"])
    assert fixed["override"] == {"cpu": 0, "ramInGiB": 0, "storageInTiB": 2}
    assert [(store["id"], store["totalProvisionedDiskInTiB"]) for store in fixed["datastoresInfo"]] == [
        (THIRD_DATASTORE, 2)
    ]
    assert "datastoreClassification" not in freed


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, 400),
        ({"datastoreIds": []}, 400),
        ({"datastoreIds": [UNKNOWN]}, 400),
        ({"maxOnPremRetentionDays": -1}, 400),
        ({"override": {"storageInTiB": 400}}, 412),
    ],
)
async def test_a_resize_that_cannot_be_is_refused(person, asked, status):
    reply = await person.post(f"{CLINIC}/resize", asked)

    assert reply.status_code == status
