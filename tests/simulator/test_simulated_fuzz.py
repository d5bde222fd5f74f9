"""The simulator against the contract, by schemathesis: everything that is asked is answered as HPE's description says.

`make fuzz` runs this with a fresh seed and more cases; `make fuzz SEED=…` repeats one.
"""

import asyncio
import os
import shutil

import pytest

from fuzzing.bodies import GATEWAY, SECOND_CLIENT
from fuzzing.document import fuzzed_document, parts
from fuzzing.identifiers import Identifiers
from fuzzing.run import fuzz
from glbr.simulator.contract.document import published
from glbr.simulator.options import CLIENT_ID, Options
from glbr.simulator.service import Service
from glbr.simulator.settings import Settings

SEED = int(os.environ.get("FUZZ_SEED", "20260105"))
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "2"))
# Each operation gets at least this many cases, whatever schemathesis makes of its schema.
LEAST = 11
# Where HPE's recorded traffic and HPE's description differ, the description is what this test is about.
SETTINGS = Settings(accepted_body="object", no_job="absent", token_seconds=86400)
BACKUP = "/backup-recovery/v1beta1"
KIND = "backup-recovery"
DATASTORE = "00000013-0000-4000-8000-000000000001"
VOLUME = "00000071-0000-4000-8000-000000000001"
SQL_SERVER = {"type": "MSSQL_INSTANCE", "id": "00000031-0000-4000-8000-000000000001"}


@pytest.fixture(scope="session")
def furnished(tmp_path_factory, person_with):
    """A clinic in which there is one of everything, written to a file; the ids that its lists show."""
    path = tmp_path_factory.mktemp("furnished") / "clinic.db"

    async def furnish_it():
        async with person_with({"operation_seconds": 0}, state=path) as person:
            await furnish(person)
            return await Identifiers.found(person.http)

    return path, asyncio.run(furnish_it())


async def furnish(person):
    """Stores, policies, groups, jobs, some hours in which they make copies, and one of each that nothing uses."""
    local = await person.store()
    cloud = await person.store("Cloud", (await person.items("/data-services/v1beta1/storage-locations"))[0]["id"])
    policy, volumes, databases = [
        await kept_for(person, kind, local, cloud) for kind in ("VMWARE", "HPE_ARRAY_VOLUME", "MSSQL")
    ]
    await person.policy(person.snapshots(person.schedule(1)), name="spare")
    await person.store("Spare")
    group = await person.group(assets=[{"id": person.vm(2)}])
    await person.group(name="spare", assets=[{"id": person.vm(3)}])
    await person.protect(person.vm(1), policy)
    await person.protect(group, policy, f"{KIND}/virtual-machine-protection-group")
    await person.protect(DATASTORE, policy, "virtualization/datastore")
    for kind, its_policy, body in (
        ("volume-protection-group", volumes, {"volumeProtectionGroupType": "CUSTOM", "assets": [{"id": VOLUME}]}),
        ("mssql-database-protection-group", databases, {"protectionGroupType": "NATIVE", "nativeAppInfo": SQL_SERVER}),
    ):
        made = await person.post(f"{BACKUP}/{kind}s", {"name": kind, **body})
        await person.protect(await person.made(made, kind), its_policy, f"{KIND}/{kind}")
        await person.done(await person.post(f"{BACKUP}/{kind}s", {"name": "spare", **body}))
    await furnish_gateways(person)
    person.advance(hours=6)
    adrift = await person.store("Adrift", (await person.items("/data-services/v1beta1/storage-locations"))[0]["id"])
    await person.http.patch(f"/_simulator/objects/protection-stores/{adrift}", json={"connectedState": "DISCONNECTED"})
    # A delete that waits for a second person, and that is the one who fuzzes.
    doomed = await person.store("Doomed")
    person.switch(dual_authorization=True)
    await person.http.delete(f"{BACKUP}/protection-stores/{doomed}")


async def kept_for(person, kind, local, cloud):
    """A policy for one kind of application that makes all three kinds of copies each hour; its id."""
    tiers = [
        person.snapshots(person.schedule(1)),
        person.backups(local, person.schedule(2)),
        {**person.backups(cloud, person.schedule(3)), "type": "CLOUD_BACKUP"},
    ]
    body = {"name": kind, "applicationType": kind, "protections": tiers}
    return (await person.post(f"{BACKUP}/protection-policies", body)).json()["id"]


async def furnish_gateways(person):
    """A second network adapter, a second gateway, and a third that is switched off."""
    path = f"{BACKUP}/protection-store-gateways"
    (first,) = await person.items(path)
    adapter = {"networkName": "clinic-servers", "networkType": "DHCP"}
    await person.done(await person.post(f"{path}/{first['id']}/createNic", {"nic": adapter}))
    host = (await person.items("/virtualization/v1beta1/hypervisor-hosts"))[0]["id"]
    places = {"hostId": host, "datastoreIds": [DATASTORE]}
    manager = (await person.items("/virtualization/v1beta1/hypervisor-managers"))[0]["id"]
    for name in ("gateway-2", "gateway-3"):
        body = {"name": name, "hypervisorManagerId": manager, "vmConfig": {**GATEWAY["vmConfig"], **places}}
        identifier = await person.made(await person.post(path, body), "gateway")
    await person.done(await person.post(f"{path}/{identifier}/shutdown-guest-os"))


def test_there_are_two_thousand_cases_at_least():
    assert LEAST * sum(parts().values()) >= 2000


@pytest.fixture
def run(furnished, tmp_path):
    """Fuzzes one part of the API, in a clinic of its own."""
    state, identifiers = furnished
    clients = {"client_id": SECOND_CLIENT, "reader_id": CLIENT_ID}

    def fuzz_part(part):
        copy = shutil.copy(state, tmp_path / "clinic.db")
        # Real time stands still, so that a run can be repeated to the byte.
        service = Service(Options(state=copy, settings=SETTINGS, wall=lambda: 1_767_571_200.0, **clients))
        try:
            return fuzz(fuzzed_document(part), service, operations_in(part), identifiers, seed=SEED, examples=EXAMPLES)
        finally:
            service.close()

    return fuzz_part


def operations_in(part):
    return [operation for operation in published().operations.values() if operation.tag == part]


@pytest.mark.parametrize("part", sorted(parts()))
def test_a_part_of_the_api_keeps_to_the_contract(part, run):
    outcome = run(part)

    repeat = f"repeat with: make fuzz SEED={SEED}"
    assert outcome.failures == [], f"{len(outcome.failures)} failures; {repeat}\n" + "\n\n".join(outcome.failures[:5])
    assert sum(outcome.cases.values()) >= LEAST * len(operations_in(part))
    assert outcome.never_accepted(operations_in(part)) == [], repeat


def test_a_seed_repeats_a_run_to_the_byte(run):
    first, second = run("storage-locations"), run("storage-locations")

    assert first.exchanges == second.exchanges
    assert len(first.exchanges) > LEAST
