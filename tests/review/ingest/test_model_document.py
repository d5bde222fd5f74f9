"""The model as everybody reads it: plain JSON that its schema describes, and no secret in it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema_rs
import pytest

from glbr.review.ingest.read import read
from glbr.review.model.document import as_document, schema
from glbr.review.model.generate_schema import FILE, main
from glbr.review.model.model import Model
from plans import change, configuration, fleet, group, job, plan, policy, resource, schedule, state, store, tier

NOW = datetime(2026, 12, 1, tzinfo=UTC)
STORE, POLICY, JOB = "glbr_protection_store.a", "glbr_protection_policy.p", 'glbr_protection_job.j["\\"x\\""]'
SCHEMA = jsonschema_rs.validator_for(schema())


def rich(folder: Path) -> Model:
    """A plan in which every part of the model has something in it."""
    inventory = folder / "inventory.json"
    told = {"format": "glbr-inventory", "version": 1, "taken_at": "2026-11-23T04:00:00Z",
            "stores": [{"id": "s", "copies": 1, "locked_until": "2027-01-01T00:00:00Z"}],
            "assets": [{"id": "vm-1", "name": "erp-01", "type": "virtualization/virtual-machine"}],
            "restore_tests": [{"asset": "vm-1", "at": "2026-10-01T00:00:00+02:00"}]}  # fmt: skip
    inventory.write_text(json.dumps(told))
    note = {
        "metadata": {"path": "a/b"},
        "glbr_acknowledged": [{"rule": "R", "reason": "because", "owner": "ana", "until": "2027-01-01"}],
    }
    written = {"resource": {"glbr_protection_store": {"a": {"//": note}}}}
    (folder / "cdk.tf.json").write_text(json.dumps(written))
    script = {"host_id": "h", "path": "/quiesce", "params": None, "timeout_in_seconds": None}
    tiers = policy("p", "p", tier("BACKUP", "s", schedule(1, lock_for="2 weeks", pre_script_info=script)))
    overrides = {
        "protections": [
            {"id": None, "protection_store_id": None, "schedules": [{"schedule_id": 1, "lock_for": "1 week"}]}
        ]
    }
    working = job("j", "vm-1", "p", effective_from_date_time="2026-12-01T00:00:00Z", overrides=overrides)
    setting = {"id": "1", "name": "DUAL_AUTH", "current_value": "on"}
    put_off = {"reason": "unknown", "resource_change": change("glbr_setting.later", None, setting)}
    checks = [{"address": {"to_display": "check.c"}, "status": "fail", "instances": []}]
    call = {"address": "action.glbr_x.y", "type": "glbr_x", "provider_name": "registry.terraform.io/glbr/glbr"}
    document = plan(
        change(STORE, store("a", "s"), store("a", None), unknown={"id": True}, actions=["delete", "create"]),
        change(POLICY, tiers, tiers),
        change(JOB, working, working),
        change("glbr_virtual_machine_protection_group.g", group("g", "g", "vm-1"), None),
        change("glbr_setting.s", setting, setting),
        resource_drift=[change(STORE, store("a", "s"), store("b", "s"))],
        deferred_changes=[put_off],
        checks=checks,
        action_invocations=[call],
    )  # fmt: skip
    return read(document, inventory=inventory, sources=folder, stack="prod", now=NOW)


def mistakes(model: Model) -> list[str]:
    """Where a model's document is not as the schema says, after a trip through JSON."""
    written = json.loads(json.dumps(as_document(model)))
    return [f"{list(one.instance_path)}: {one.message}" for one in SCHEMA.iter_errors(written)]


def test_the_schema_is_a_schema() -> None:
    jsonschema_rs.meta.validate(schema())


def test_a_model_with_everything_in_it_is_as_the_schema_says(tmp_path: Path) -> None:
    model = rich(tmp_path)
    empty = {name for name, value in as_document(model).items() if not value}
    assert empty == set()
    assert mistakes(model) == []


@pytest.mark.parametrize(
    "document", [plan(), fleet(100), b'{"resource": {"glbr_protection_job": {"j": {"asset_info": "${var.a}"}}}}']
)
def test_other_models_are_too(document: bytes) -> None:
    assert mistakes(read(document, now=NOW)) == []


def test_the_schema_refuses_what_is_no_model(tmp_path: Path) -> None:
    whole = json.loads(json.dumps(as_document(rich(tmp_path))))
    kind = whole["after"]["stores"][STORE]["kind"]
    for wrong in ({"state": "known", "value": None}, {"state": "absent", "value": "CLOUD"}, {"state": "maybe"}):
        whole["after"]["stores"][STORE]["kind"] = {**kind, **wrong}
        assert not SCHEMA.is_valid(whole)
    whole["after"]["stores"][STORE]["kind"] = kind
    assert SCHEMA.is_valid(whole)
    assert not SCHEMA.is_valid({**whole, "variables": {}})
    assert not SCHEMA.is_valid({**whole, "version": "2.0"})


def test_values_say_whether_they_are_known_and_who_chose_them(tmp_path: Path) -> None:
    whole = as_document(rich(tmp_path))
    tiers = whole["after"]["jobs"][JOB]["tiers"]
    assert tiers["state"] == "known"
    one = tiers["value"][0]["schedules"]["value"][0]
    assert one["lock"] == {"state": "known", "value": "1 week", "origin": "job", "note": ""}
    assert one["keep"] == {"state": "known", "value": "5 weeks", "origin": "policy", "note": ""}
    assert one["cadence"]["value"]["recurrence"] == "DAILY"
    assert one["source"] == {"state": "absent", "value": None, "origin": "", "note": ""}
    assert whole["after"]["stores"][STORE]["identifier"] == {
        "state": "unknown",
        "value": None,
        "origin": "",
        "note": "",
    }
    assert whole["after"]["jobs"][JOB]["overridden"] == {"1": ["lock_for"]}
    assert whole["names"] == {"vm-1": "erp-01"}
    assert whole["restore_tests"] == {"vm-1": "2026-09-30T22:00:00Z"}
    assert whole["provenance"]["at"] == "2026-11-23T11:45:41Z"


def test_a_value_that_nobody_understands_says_so() -> None:
    odd = policy("p", "p", tier("BACKUP", "s", schedule(1, "YEARLY", 5, lock_for="1 fortnight")))
    model = read(plan(change(POLICY, odd, odd)), now=NOW)
    assert mistakes(model) == []
    one = as_document(model)["after"]["policies"][POLICY]["tiers"]["value"][0]["schedules"]["value"][0]
    told = {name: one[name]["note"] for name in ("cadence", "keep", "lock")}
    assert told == {
        "cadence": "not understood: 'YEARLY'",
        "keep": "not understood: 5",
        "lock": "not understood: '1 fortnight'",
    }


def test_every_attribute_is_explained() -> None:
    silent = [
        f"{name}.{attribute}"
        for name, one in {**schema()["$defs"], "Model": schema()}.items()
        for attribute, value in one["properties"].items()
        if "description" not in value and attribute not in ("format", "version")
    ]
    explained_below = {"Policy.application", "Policy.tiers", "Policy.in_use_elsewhere", "Asset.protected_elsewhere"}
    sides = {f"Side.{name}" for name in ("stores", "policies", "groups", "jobs", "things")}
    checks = {f"Check.{name}" for name in ("address", "status", "problems")}
    assert set(silent) <= explained_below | sides | checks


def test_the_published_schema_is_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    other = tmp_path / "schema.json"
    assert main(["--check"], other) == 1
    assert "out of date" in capsys.readouterr().err
    assert main([], other) == 0
    assert main(["--check"], other) == 0
    assert other.read_bytes() == FILE.read_bytes()


def test_no_secret_comes_in(tmp_path: Path) -> None:
    """Planted in every place that a plan has for one."""
    login = {"username": "CANARY", "password": "CANARY", "password_wo_version": 1}
    vcenter = {
        "id": "1",
        "network_address": "10.0.0.1",
        "credentials": login,
        "description": "CANARY",
        "secret": "CANARY",
    }
    hidden = store("CANARY", "s", storage_location_id="CANARY", storage_system_id="CANARY")
    marks = dict.fromkeys(("display_name", "storage_location_id", "storage_system_id"), True)
    manager = "glbr_hypervisor_manager.m"
    literal = {"constant_value": {"password_wo": "CANARY", "username": "CANARY"}}
    written = configuration(resource(manager, credentials=literal), variables={"password": {"default": "CANARY"}})
    written["provider_config"]["glbr"]["expressions"] = {"client_secret": {"constant_value": "CANARY"}}
    document = plan(
        change(STORE, hidden, {**hidden, "force": True}, sensitive=marks),
        change(manager, vcenter, {**vcenter, "network_address": "10.0.0.2"}),
        change("glbr_newer_thing.n", None, {"id": "1", "name": "n", "value": "CANARY"}),
        change("vsphere_virtual_machine.v", None, {"name": "CANARY", "annotation": "CANARY"}, sensitive={"name": True},
               provider="registry.terraform.io/hashicorp/vsphere"),
        configured=written,
        variables={"password": {"value": "CANARY"}},
        output_changes={"password": {"after": "CANARY"}},
        planned_values={"outputs": {"password": {"value": "CANARY"}}},
        resource_drift=[change(STORE, hidden, hidden, sensitive=marks, actions=["update"])],
        prior_state=state({STORE: hidden, "glbr_data_orchestrator.d": {"id": "2", "activation_code": "CANARY"}}),
    )  # fmt: skip
    found = json.dumps(as_document(read(document, now=NOW)))
    assert "credentials.password" in found
    assert "CANARY" not in found
    folder = tmp_path / "cdk.tf.json"
    folder.write_text(
        json.dumps({"resource": {"glbr_hypervisor_manager": {"m": vcenter}}, "variable": {"p": {"default": "CANARY"}}})
    )
    assert "CANARY" not in json.dumps(as_document(read(folder, now=NOW)))
