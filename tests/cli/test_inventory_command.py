"""`glbr inventory`: what it counts is what there is, and a review can read it."""

import copy

import pytest

from glbr.review.ingest.inventory import read_inventory
from glbr.review.rules.estate import BACKUP, ESTATE, GROUP, JOB, LOCAL, MACHINE, POLICY
from glbr.review.rules.example import Add, Example, Set
from rule_examples import configuration
from workspace import Workspace


def test_an_inventory_counts_what_stores_hold_and_names_who_is_in_which_group(
    workspace: Workspace, person, connection
) -> None:
    workspace.apply(configuration(Example(), "after"))
    workspace.control("POST", "clock/advance", {"days": 9})
    person.environment |= connection

    done = person.glbr("inventory", "--output=inventory.json")

    assert done.returncode == 0, done.stderr
    found = read_inventory(person.folder / "inventory.json")
    group, local = workspace.state(GROUP), workspace.state(LOCAL)
    assert {one.id: set(one.members) for one in found.groups}[group["id"]] == {one["id"] for one in group["assets"]}
    points = workspace.control("GET", "recovery-points")["items"]
    assert {one.id: one.copies for one in found.stores if one.copies} == {
        store: sum(item["count"] for item in points if item["storeId"] == store)
        for store in {item["storeId"] for item in points if item["storeId"]}
    }
    stored = next(one for one in found.stores if one.id == local["id"])
    assert stored.locked_until is not None
    assert stored.locked_until.isoformat() == "2026-01-27T03:00:00+00:00"
    assert [one.asset_id for one in found.jobs] == [group["id"]]
    assert found.policies[0].jobs == [found.jobs[0].id]
    assert found.policies[0].protections is not None
    assert found.policies[0].protections[1]["schedules"][0]["lock_for"] == "2 weeks"
    assert len(found.assets) > len(found.groups[0].members)


def test_without_an_answer_there_is_no_half_of_an_inventory(person, connection) -> None:
    person.environment |= connection | {"GLBR_CLIENT_SECRET": "a-wrong-secret"}

    done = person.glbr("inventory", "--output=inventory.json")

    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr
    assert "a-wrong-secret" not in done.stdout + done.stderr
    assert list(person.folder.iterdir()) == []


def held(points: list[dict[str, object]]) -> dict[object, object]:
    stores = {item["storeId"] for item in points if item["storeId"]}
    return {store: sum(item["count"] for item in points if item["storeId"] == store) for store in stores}  # type: ignore[misc]


def test_what_members_datastores_and_databases_hold_by_themselves_counts_and_no_argument_of_a_script_is_written(
    workspace: Workspace, person, connection
) -> None:
    def protects(name: str, identifier: str, kind: str) -> Add:
        asset = {"id": identifier, "type": kind}
        policy = {"protection_policy_id": f"${{{POLICY}.id}}"}
        return Add(f"glbr_protection_job.{name}", {**policy, "asset_info": asset, "depends_on": [JOB]})

    script = {"host_id": "host-1", "path": "/opt/quiesce.sh", "params": "--password hunter2"}
    datastore = a_datastore(workspace)
    edits = (
        Set(POLICY, f"{BACKUP}.schedules[0].pre_script_info", script),
        protects("member", MACHINE % 0, "virtualization/virtual-machine"),
        protects("datastore", datastore, "virtualization/datastore"),
        *databases(workspace),
    )
    workspace.apply(configuration(Example(after=edits), "after"))
    workspace.control("POST", "clock/advance", {"days": 9})
    points = workspace.control("GET", "recovery-points")["items"]
    assert len({item["jobId"] for item in points if item["storeId"]}) == 4
    person.environment |= connection
    for number, settings in enumerate(({}, {"null_elements": True, "dialect": "tomorrow"})):
        workspace.control("PATCH", "settings", settings)
        done = person.glbr("inventory", f"--output=inventory-{number}.json")
        assert done.returncode == 0, done.stderr
        file = person.folder / f"inventory-{number}.json"
        assert "hunter2" not in file.read_text()
        assert file.stat().st_mode & 0o777 == 0o600
        found = read_inventory(file)
        assert {one.id: one.copies for one in found.stores if one.copies} == held(points)
        assert datastore in {one.id for one in found.assets if one.protected}
        gold = next(one for one in found.policies if one.name == "gold")
        script = gold.protections[1]["schedules"][0]["pre_script_info"]  # type: ignore[index]
        assert (script["path"], len(script["params"]["mark"])) == ("/opt/quiesce.sh", 12)


def databases(workspace: Workspace) -> tuple[Add, ...]:
    """Two databases in a group: HPE lists each of its backups below both."""
    with workspace.simulator.service.lock:
        found = workspace.simulator.service.world.objects.all("mssql-databases")[:2]
    tiers = copy.deepcopy(ESTATE[POLICY]["protections"])[:2]  # type: ignore[index]
    policy = {"name": "sql", "application_type": "MSSQL", "protections": tiers}
    members = [{"resource_uri": one["resourceUri"]} for one in found]
    group = {"name": "sql", "protection_group_type": "CUSTOM", "members": members}
    asset = {
        "id": "${glbr_mssql_database_protection_group.sql.id}",
        "type": "backup-recovery/mssql-database-protection-group",
    }
    return (
        Add("glbr_protection_policy.sql", policy),
        Add("glbr_mssql_database_protection_group.sql", group),
        Add(
            "glbr_protection_job.sql",
            {"protection_policy_id": "${glbr_protection_policy.sql.id}", "asset_info": asset},
        ),
    )


def a_datastore(workspace: Workspace) -> str:
    with workspace.simulator.service.lock:
        found = workspace.simulator.service.world.objects.all("datastores")
    return next(one["id"] for one in found if not one.get("datastoreClassification"))


@pytest.mark.parametrize("file", ["missing/inventory.json", "file/inventory.json"])
def test_a_file_that_cannot_be_written_is_told_before_anything_is_read(person, file: str) -> None:
    (person.folder / "file").touch()
    person.environment["GLBR_ENDPOINT"] = "http://127.0.0.1:1"

    done = person.glbr("inventory", f"--output={file}")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Error: {file} cannot be written: there is no folder")
