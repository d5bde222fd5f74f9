"""`glbr inventory`: what it counts is what there is, and a review can read it."""

from glbr.review.ingest.inventory import read_inventory
from glbr.review.rules.estate import GROUP, LOCAL
from glbr.review.rules.example import Example
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
