"""Inventories: what they add to a plan, and what is said of mistakes in them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glbr.protection.effective import marked
from glbr.review.ingest.inventory import read_inventory
from glbr.review.ingest.read import read
from glbr.review.model.model import Model
from glbr.review.model.objects import Holdings
from glbr.review.problem import ReviewProblem
from plans import change, group, job, plan, policy, schedule, store, tier

NOW = datetime(2026, 12, 1, tzinfo=UTC)
STORE, POLICY = "glbr_protection_store.a", "glbr_protection_policy.p"
GROUP, JOB = "glbr_virtual_machine_protection_group.g", "glbr_protection_job.j"
HEAD = {"format": "glbr-inventory", "version": 1, "taken_at": "2026-11-23T04:00:00Z"}


def written(folder: Path, **parts: object) -> Path:
    file = folder / "inventory.json"
    file.write_text(json.dumps({**HEAD, **parts}))
    return file


def model(folder: Path, *changes: object, **parts: object) -> Model:
    return read(plan(*changes), inventory=written(folder, **parts), now=NOW)


def kept(address: str, values: dict[str, object]) -> dict[str, object]:
    return change(address, values, values)


def test_stores_hold_what_it_says(tmp_path: Path) -> None:
    told = {"id": "s-1", "copies": 142, "locked_until": "2027-03-01T00:00:00Z", "bytes": 7, "longest_lock": "90 days"}
    anew = change(STORE, store("a", "s-1"), store("a", None), unknown={"id": True}, actions=["delete", "create"])
    found = model(tmp_path, anew, stores=[told])
    assert found.before.stores[STORE].holdings == Holdings(142, datetime(2027, 3, 1, tzinfo=UTC), 7)
    assert found.before.stores[STORE].longest_lock == "90 days"
    assert found.after.stores[STORE].holdings is None
    assert found.provenance.inventory_at == datetime(2026, 11, 23, 4, tzinfo=UTC)


NATIVE = {"vm_protection_group_type": "NATIVE", "assets": None}


@pytest.mark.parametrize(("followed", "expected"), [("folder-1", ("vm-1", "vm-2")), ("folder-2", None)])
def test_members_are_known_while_the_group_follows_the_same(
    tmp_path: Path, followed: str, expected: tuple[str, ...] | None
) -> None:
    before = group("g", "g-1", **NATIVE, native_app_info={"id": "folder-1", "type": "VMWARE_FOLDER"})
    after = group("g", "g-1", **NATIVE, native_app_info={"id": followed, "type": "VMWARE_FOLDER"})
    found = model(tmp_path, change(GROUP, before, after), groups=[{"id": "g-1", "members": ["vm-1", "vm-2"]}])
    assert found.before.groups[GROUP].members.value == ("vm-1", "vm-2")
    assert found.after.groups[GROUP].members.value == expected


def test_what_a_custom_group_lists_counts_more(tmp_path: Path) -> None:
    found = model(tmp_path, kept(GROUP, group("g", "g-1", "vm-1")), groups=[{"id": "g-1", "members": ["vm-9"]}])
    assert found.after.groups[GROUP].members.value == ("vm-1",)


def test_a_policy_that_is_not_managed_here_tells_the_tiers_of_its_jobs(tmp_path: Path) -> None:
    tiers = [{"type": "BACKUP", "protection_store_id": "s-9", "schedules": [schedule(1, lock_for="1 week")]}]
    one = kept(JOB, job("j-1", "vm-1", "p-9"))
    unknown = model(tmp_path, one, policies=[{"id": "p-9"}]).after.jobs[JOB]
    assert unknown.policy.value == "p-9"
    assert unknown.tiers.is_unknown
    found = model(tmp_path, one, policies=[{"id": "p-9", "protections": tiers}]).after.jobs[JOB]
    assert [(one.kind.value, one.store.value) for one in found.tiers.value or ()] == [("BACKUP", "s-9")]


def test_jobs_elsewhere_are_counted_and_told_apart_from_those_here(tmp_path: Path) -> None:
    tiers = policy("p", "p-1", tier("SNAPSHOT", None, schedule(1)))
    changes = [kept(POLICY, tiers), kept(JOB, job("j-1", "vm-1", "p-1"))]
    jobs = [{"id": "j-1", "asset_id": "vm-1", "policy_id": "p-1", "operational": "SUSPENDED"},
            {"id": "j-2", "asset_id": "g-2", "policy_id": "p-1"}]  # fmt: skip
    assets = [
        {"id": f"vm-{number}", "type": "virtualization/virtual-machine", "protected": number == 4}
        for number in range(5)
    ]
    groups = [{"id": "g-2", "members": ["vm-2", "vm-3"]}]
    policies = [{"id": "p-1", "jobs": ["j-1", "j-2", "j-3"]}]
    found = model(tmp_path, *changes, jobs=jobs, assets=assets, groups=groups, policies=policies)
    assert found.after.policies[POLICY].in_use_elsewhere == 2
    assert found.after.jobs[JOB].suspended.value is True
    assert [key for key, one in found.assets.items() if one.protected_elsewhere] == ["vm-2", "vm-3", "vm-4"]


def test_nothing_is_known_of_a_job_that_it_does_not_list(tmp_path: Path) -> None:
    assert model(tmp_path, kept(JOB, job("j-1", "vm-1", "p-1"))).after.jobs[JOB].suspended.is_unknown


@pytest.mark.parametrize("word", ["ADDED_TOMORROW", "", None])
def test_a_word_of_hpe_that_nobody_has_heard_of_is_unknown(tmp_path: Path, word: object) -> None:
    jobs = [{"id": "j-1", "asset_id": "vm-1", "operational": word}, {"id": "j-2", "asset_id": None}]
    found = model(tmp_path, kept(JOB, job("j-1", "vm-1", "p-1")), jobs=jobs, assets=[{"id": "vm-2", "type": None}])
    assert found.after.jobs[JOB].suspended.is_unknown
    assert found.assets["vm-2"].kind == ""


@pytest.mark.parametrize(("managed", "same"), [("--fast", True), ("--slow", False), (None, False)])
def test_arguments_of_a_script_are_compared_by_their_mark(tmp_path: Path, managed: str | None, same: bool) -> None:
    def tiers(arguments: object) -> dict[str, object]:
        script = {"host_id": "h", "path": "/quiesce", "params": arguments}
        return tier("BACKUP", "s-9", schedule(1, pre_script_info=script))

    anew = change(JOB, job("j-1", "vm-1", "p-9"), job("j-1", "vm-1", "p-1"))
    here = policy("p", "p-1", tiers(managed))
    told = json.loads(json.dumps([{"id": "p-9", "protections": [tiers(marked("--fast"))]}]))
    found = model(tmp_path, kept(POLICY, here), anew, policies=told)
    was, will = (side.jobs[JOB].tiers.value[0].known_schedules()[0].pre_script for side in (found.before, found.after))  # type: ignore[index]
    assert was.is_known
    assert (was.value == will.value) is same
    assert "--fast" not in str(was)


def test_restores_are_told_by_asset_and_by_store(tmp_path: Path) -> None:
    tests = [{"asset": "vm-1", "at": "2026-10-01T00:00:00Z"}, {"store": "s-1", "at": "2026-09-01T00:00:00Z"},
             {"asset": "vm-1", "at": "2026-08-01T00:00:00Z"}]  # fmt: skip
    found = model(tmp_path, kept(STORE, store("a", "s-1")), restore_tests=tests)
    assert found.restore_tests == {"vm-1": datetime(2026, 10, 1, tzinfo=UTC), STORE: datetime(2026, 9, 1, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("parts", "place", "said"),
    [
        ({"stores": [{"id": "s", "copies": "many"}]}, "stores[0].copies", "integer"),
        ({"stores": [{"id": "s", "copies": -1}]}, "stores[0].copies", "greater than or equal to 0"),
        ({"stores": [{"id": "", "copies": 1}]}, "stores[0].id", "at least 1"),
        ({"stores": [{"id": "s", "copies": 1, "longest_lock": "soon"}]}, "stores[0].longest_lock", "14 days"),
        (
            {"stores": [{"id": "s", "copies": 1, "locked_until": "2027-03-01T00:00:00"}]},
            "stores[0].locked_until",
            "zone",
        ),
        ({"assets": [{"id": "a", "type": "x", "class": "y"}]}, "assets[0].class", "not permitted"),
        ({"groups": [{"id": "g"}]}, "groups[0].members", "required"),
        ({"jobs": [{"id": "j", "asset_id": "a", "operational": 1}]}, "jobs[0].operational", "string"),
        ({"jobs": [{"id": "j", "asset": "a"}]}, "jobs[0].asset_id", "required"),
        ({"restore_tests": [{"at": "2026-08-01T00:00:00Z"}]}, "restore_tests[0]", "either an asset or a store"),
        ({"version": 2}, "version", "should be 1"),
        ({"format": "other"}, "format", "'glbr-inventory'"),
        ({"taken_at": "yesterday"}, "taken_at", "datetime"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, parts: dict[str, object], place: str, said: str) -> None:
    with pytest.raises(ReviewProblem) as caught:
        read_inventory(written(tmp_path, **parts))
    assert f"a mistake at {place}: " in caught.value.summary
    assert said in caught.value.summary
    assert "glbr inventory >" in caught.value.detail


def test_the_value_given_is_told_but_never_what_is_inside_of_it(tmp_path: Path) -> None:
    for value, told in [("many", "'many'"), ({"password": "CANARY"}, "an object"), ("x" * 100, "xx…")]:
        with pytest.raises(ReviewProblem) as caught:
            read_inventory(written(tmp_path, stores=[{"id": "s", "copies": value}]))
        assert told in caught.value.detail
        assert "CANARY" not in caught.value.detail


@pytest.mark.parametrize("data", ["", "{", "[]", "null", '{"format": "glbr-inventory"'])
def test_what_is_no_inventory_is_refused(tmp_path: Path, data: str) -> None:
    file = tmp_path / "inventory.json"
    file.write_text(data)
    with pytest.raises(ReviewProblem, match=r"is not an inventory|has a mistake"):
        read_inventory(file)
    with pytest.raises(ReviewProblem, match="cannot be read"):
        read_inventory(tmp_path / "missing.json")
