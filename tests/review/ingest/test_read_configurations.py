"""What is written, without a plan: one configuration, two of them, and one beside a plan."""

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glbr.review.ingest.hcl import blocks_of
from glbr.review.ingest.read import read
from glbr.review.model.model import Location, Model
from glbr.review.problem import ReviewProblem
from glbr.review.rules.estate import CLOUD, DATA, ESTATE, GROUP, JOB, LOCAL, POLICY
from plans import change, group, plan, store

NOW = datetime(2026, 12, 1, tzinfo=UTC)
REQUIRED = {"required_providers": {"glbr": {"source": "glbr/glbr", "version": "0.1.0"}}}


def document(objects: Mapping[str, Mapping[str, object]], **more: object) -> dict[str, object]:
    """A configuration as the CDK writes it."""
    whole: dict[str, object] = {"terraform": REQUIRED, "resource": {}, "data": {}, **more}
    for address, arguments in {**objects, **DATA}.items():
        *data, kind, name = address.split(".")
        whole["data" if data else "resource"].setdefault(kind, {})[name] = arguments
    return whole


def estate(**changed: Mapping[str, object] | None) -> dict[str, dict[str, object]]:
    """The clinic; keys name objects: what they are changed to, or None to leave them out."""
    there = {address: dict(deepcopy(arguments)) for address, arguments in ESTATE.items()}
    for name, arguments in changed.items():
        address = next(one for one in ESTATE if one.endswith(f".{name}"))
        if arguments is None:
            del there[address]
        else:
            there[address] |= arguments
    return there


def built(objects: Mapping[str, Mapping[str, object]], **more: object) -> bytes:
    return json.dumps(document(objects, **more)).encode()


def compared(
    folder: Path, base: Mapping[str, Mapping[str, object]], head: Mapping[str, Mapping[str, object]], **more: object
) -> Model:
    file = folder / "base.tf.json"
    file.write_bytes(built(base))
    return read(built(head, **more), base=file, now=NOW)


def test_references_become_addresses() -> None:
    found = read(built(estate()), now=NOW)
    assert found.provenance.origin == "configuration"
    assert not found.before.all()
    assert found.changes == ()
    work = found.after.jobs[JOB]
    assert (work.asset.value, work.policy.value) == (GROUP, POLICY)
    assert [one.store.value for one in work.tiers.value or ()] == [None, LOCAL, CLOUD]


def test_what_an_expression_has_to_tell_first_is_unknown() -> None:
    found = read(built(estate(cloud={"display_name": "${var.name}", "force": "${var.force}"})), now=NOW)
    one = found.after.stores[CLOUD]
    assert one.name == CLOUD
    assert one.force.is_unknown
    assert one.system.is_unknown
    assert found.after.groups[GROUP].members.is_unknown
    assert found.after.stores[LOCAL].force.is_absent


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("$${plain}", "${plain}"),
        ("%%{plain}", "%{plain}"),
        ("100%", "100%"),
        ("a ${b} c", CLOUD),
        ("%{if a}b%{endif}", CLOUD),
    ],
)
def test_only_real_templates_are_expressions(written: str, name: str) -> None:
    assert read(built(estate(cloud={"display_name": written})), now=NOW).after.stores[CLOUD].name == name


def test_overrides_find_their_tier_by_reference() -> None:
    override = {"id": f"${{{POLICY}.protections[1].id}}", "protection_store_id": f"${{{CLOUD}.id}}"}
    found = read(built(estate(gold_everything={"overrides": {"protections": [override]}})), now=NOW).after.jobs[JOB]
    assert [(one.store.value, one.store.origin) for one in found.tiers.value or ()][1] == (CLOUD, "job")
    assert found.overridden == {2: ("protection_store_id",)}


def test_lists_stand_for_objects_as_terraform_allows() -> None:
    whole = document(estate())
    whole["resource"] = [{kind: [names]} for kind, names in whole["resource"].items()]
    found = read(json.dumps(whole).encode(), now=NOW)
    assert found.after == read(built(estate()), now=NOW).after


def test_instances_count_as_one() -> None:
    repeated = estate(everything={"for_each": "${toset(var.sites)}", "name": "${each.key}"})
    repeated[JOB] |= {"for_each": "${toset(var.sites)}"}
    repeated[JOB]["asset_info"] = {"id": f"${{{GROUP}[each.key].id}}", "type": "x"}
    found = read(built(repeated), now=NOW).after
    assert found.jobs[JOB].asset.value == GROUP


@pytest.mark.parametrize("source", ["acme/glbr", "registry.example.com/acme/glbr", "acme/protection"])
def test_a_mirror_of_the_provider_is_ours(source: str) -> None:
    whole = document({}, terraform={"required_providers": {"mirror": {"source": source}}})
    whole["resource"] = {"glbr_protection_store": {"a": {"provider": "mirror", "display_name": "A"}}}
    assert read(json.dumps(whole).encode(), now=NOW).after.stores["glbr_protection_store.a"].name == "A"


def test_the_provider_may_have_any_local_name() -> None:
    renamed = document({}, terraform={"required_providers": {"hpe": {"source": "glbr/glbr"}}})
    renamed["resource"] = {"glbr_protection_store": {"a": {"provider": "hpe.site", "display_name": "A"}}}
    assert read(json.dumps(renamed).encode(), now=NOW).after.stores["glbr_protection_store.a"].name == "A"


def test_modules_that_nobody_looked_into_leave_it_incomplete() -> None:
    assert read(built(estate(), module={"site": {"source": "./site"}}), now=NOW).provenance.complete is False
    assert read(built(estate()), now=NOW).provenance.complete is None


class TestTwoConfigurations:
    """Base and head."""

    def test_that_are_equal_change_nothing(self, tmp_path: Path) -> None:
        found = compared(tmp_path, estate(), estate())
        assert found.provenance.origin == "configurations"
        assert found.before == found.after
        assert {one.actions for one in found.changes} == {("no-op",)}

    def test_tell_what_comes_goes_and_changes(self, tmp_path: Path) -> None:
        head = estate(gold_everything=None, cloud={"force": True})
        head["glbr_protection_store.new"] = dict(ESTATE[LOCAL])
        found = compared(tmp_path, estate(), head)
        assert {one.key: (one.actions, one.changed) for one in found.changes if not one.is_none} == {
            JOB: (("delete",), ()),
            CLOUD: (("update",), ("force",)),
            "glbr_protection_store.new": (("create",), ()),
        }
        assert JOB in found.before.jobs
        assert JOB not in found.after.jobs

    def test_follow_moves(self, tmp_path: Path) -> None:
        head = estate()
        new = "glbr_protection_policy.golden"
        head[new] = head.pop(POLICY)
        head[JOB]["protection_policy_id"] = f"${{{new}.id}}"
        found = compared(tmp_path, estate(), head, moved=[{"from": POLICY, "to": new}])
        assert list(found.before.policies) == list(found.after.policies) == [new]
        assert found.before.policies[new].address == POLICY
        assert found.before.jobs[JOB].policy.value == new
        assert next(one for one in found.changes if one.key == new).previous_address == POLICY

    def test_know_the_lifecycle_of_both_sides(self, tmp_path: Path) -> None:
        guarded = {"lifecycle": {"prevent_destroy": True, "ignore_changes": ["protections", "${name}"]}}
        found = compared(tmp_path, estate(gold=guarded), estate(gold={"lifecycle": {"ignore_changes": "all"}}))
        before, after = found.before.policies[POLICY], found.after.policies[POLICY]
        assert (before.prevent_destroy, before.ignore_changes) == (True, ("name", "protections"))
        assert (after.prevent_destroy, after.ignore_changes) == (False, ("all",))
        assert next(one for one in found.changes if one.key == POLICY).is_none

    def test_need_a_base_that_is_a_configuration(self, tmp_path: Path) -> None:
        file = tmp_path / "plan.json"
        file.write_bytes(plan())
        with pytest.raises(ReviewProblem, match="a base is a configuration"):
            read(built(estate()), base=file, now=NOW)

    def test_may_be_folders(self, tmp_path: Path) -> None:
        for name in ("base", "head"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "cdk.tf.json").write_bytes(built(estate()))
        (tmp_path / "head" / "more.tf.json").write_text(
            json.dumps({"resource": {"glbr_protection_store": {"new": {}}}})
        )
        found = read(tmp_path / "head", base=tmp_path / "base", now=NOW)
        assert [one.key for one in found.changes if not one.is_none] == ["glbr_protection_store.new"]


def test_secrets_in_clear_are_told_of_one_configuration_too() -> None:
    vcenter = {"network_address": "10.0.0.1", "credentials": {"username": "ana", "password": "CANARY"}}
    found = read(built({**estate(), "glbr_hypervisor_manager.a": vcenter}), now=NOW)
    assert [(one.key, one.secrets_in_clear, one.is_none) for one in found.changes] == [
        ("glbr_hypervisor_manager.a", ("credentials.password",), True)
    ]


ACKNOWLEDGED = {
    "rule": "DP-LOCK-001",
    "reason": "tested in the lab",
    "owner": "ana",
    "until": "2027-01-31",
    "tier": "BACKUP",
}


def noted(*acknowledged: object) -> dict[str, object]:
    """A resource's notes as constructs write them."""
    metadata = {"path": "prod/gold/Default", "uniqueId": "gold"}
    return {"//": {"metadata": metadata, "glbr_acknowledged": list(acknowledged)}}


class TestConstructs:
    """What the CDK notes."""

    def test_paths_and_acknowledgements_are_read(self) -> None:
        found = read(built(estate(gold=noted(ACKNOWLEDGED))), now=NOW)
        assert found.locations[POLICY] == Location("", 0, "prod/gold/Default")
        (waiver,) = found.waivers
        assert (waiver.rule, waiver.address, waiver.owner, waiver.until) == ("DP-LOCK-001", POLICY, "ana", "2027-01-31")
        assert (waiver.tier, waiver.value, waiver.ticket, waiver.schedule) == ("BACKUP", "", "", None)
        assert waiver.written_in == "prod/gold/Default"

    def test_an_acknowledgement_may_be_for_one_schedule(self) -> None:
        found = read(built(estate(gold=noted({**ACKNOWLEDGED, "schedule": 2}))), now=NOW)
        assert [waiver.schedule for waiver in found.waivers] == [2]

    def test_they_are_read_beside_a_plan(self, tmp_path: Path) -> None:
        guarded = {**noted(ACKNOWLEDGED), "lifecycle": [{"prevent_destroy": True}]}
        (tmp_path / "cdk.tf.json").write_bytes(built(estate(gold=guarded)))
        values = {"id": "p", "name": "gold"}
        found = read(plan(change(POLICY, values, values)), sources=tmp_path, now=NOW)
        assert found.after.policies[POLICY].prevent_destroy is True
        assert found.after.policies[POLICY].ignore_changes == ()
        assert found.before.policies[POLICY].prevent_destroy is None
        assert found.locations[POLICY].construct == "prod/gold/Default"
        assert len(found.waivers) == 1

    def test_a_plan_and_its_base_know_the_lifecycle_of_both_sides(self, tmp_path: Path) -> None:
        base = tmp_path / "base.tf.json"
        base.write_bytes(built(estate(gold={"lifecycle": {"prevent_destroy": True}})))
        (tmp_path / "head.tf.json").write_bytes(built(estate()))
        values = {"id": "p", "name": "gold"}
        moved, was = "glbr_protection_policy.new", {"previous_address": POLICY}
        found = read(plan(change(moved, values, values, **was)), sources=tmp_path / "head.tf.json", base=base, now=NOW)
        assert found.before.policies[moved].prevent_destroy is True
        assert found.after.policies[moved].prevent_destroy is None
        assert found.provenance.base == str(base)

    @pytest.mark.parametrize(
        ("entry", "wrong"),
        [
            ("DP-LOCK-001", "is not an object"),
            ({"rule": "DP-LOCK-001"}, "lacks 'reason'"),
            ({**ACKNOWLEDGED, "untl": "x"}, "unknown key 'untl'"),
            ({**ACKNOWLEDGED, "until": 2027}, "not a text"),
            ({**ACKNOWLEDGED, "schedule": "2"}, "has a schedule that is not a whole number"),
            ({**ACKNOWLEDGED, "schedule": True}, "has a schedule that is not a whole number"),
        ],
    )
    def test_a_broken_acknowledgement_is_refused(self, entry: object, wrong: str) -> None:
        with pytest.raises(ReviewProblem, match=wrong):
            read(built(estate(gold=noted(entry))), now=NOW)


HCL = """# glbr_protection_store "no" {
/* resource "glbr_protection_store" "neither" {
*/
resource "glbr_protection_store" "a" {
  display_name = "}{ # not a comment"
  lifecycle {
    prevent_destroy = true # prevent_destroy = false
    ignore_changes = [
      display_name,
      force,
    ]
  }
}

locals { text = <<-EOT
  resource "glbr_protection_store" "nor_this" {
  EOT
}
  resource "glbr_protection_store"   "b"   { force = true }
module "site" {
  source = "./modules/site"
}
resource "glbr_protection_policy" "c" {
  lifecycle { ignore_changes = all }
}
"""


def test_blocks_of_terraforms_language_are_found_by_line() -> None:
    found = {
        one.name: (one.line, one.guard.prevent_destroy, one.guard.ignore_changes, one.source) for one in blocks_of(HCL)
    }
    assert found == {
        "glbr_protection_store.a": (4, True, ("display_name", "force"), ""),
        "glbr_protection_store.b": (19, False, (), ""),
        "module.site": (20, False, (), "./modules/site"),
        "glbr_protection_policy.c": (23, False, ("all",), ""),
    }


def test_a_plan_knows_the_lines_of_its_folder_and_of_local_modules(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    site = tmp_path / "infra" / "modules" / "site"
    site.mkdir(parents=True)
    (tmp_path / "infra" / "main.tf").write_text(HCL)
    (site / "main.tf").write_text('\n\nresource "glbr_virtual_machine_protection_group" "g" {\n}\n')
    (site / "more.tf.json").write_text(json.dumps({"resource": {"glbr_protection_store": {"j": {}}}}, indent=1))
    inner, other = (
        'module.site["x"].glbr_virtual_machine_protection_group.g["y"]',
        "module.site.glbr_protection_store.j",
    )
    members = group("g", "1")
    changes = [change("glbr_protection_store.a", None, store("a", None)), change(inner, members, members),
               change(other, None, store("j", None)), change("glbr_protection_store.gone", store("g", "2"), None)]  # fmt: skip
    found = read(plan(*changes), sources=tmp_path / "infra", now=NOW)
    assert found.locations == {
        "glbr_protection_store.a": Location("infra/main.tf", 4),
        inner: Location("infra/modules/site/main.tf", 3),
        other: Location("infra/modules/site/more.tf.json", 4),
    }
    assert found.after.stores["glbr_protection_store.a"].prevent_destroy is True
    assert found.after.groups[inner].prevent_destroy is False


def test_a_module_that_calls_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('module "again" {\n  source = "./."\n}\nresource "glbr_setting" "s" {\n}\n')
    values = {"id": "1", "name": "s"}
    found = read(plan(change("glbr_setting.s", values, values)), sources=tmp_path, now=NOW)
    assert found.locations["glbr_setting.s"].line == 4


def test_a_plan_without_its_folder_does_not_guess(tmp_path: Path) -> None:
    values = {"id": "1", "name": "s"}
    found = read(plan(change("glbr_setting.s", values, values)), now=NOW)
    assert found.locations == {}
    assert found.after.things["glbr_setting.s"].prevent_destroy is None
