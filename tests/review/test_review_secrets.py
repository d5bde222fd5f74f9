"""Secrets planted wherever a plan or a configuration can hold one: none of them comes out anywhere."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from glbr.cli.command import run
from glbr.cli.reviewing.outputs import FORMATS
from glbr.review.rules.estate import BACKUP, JOB, POLICY
from glbr.review.rules.example import Add, Example, Set
from rule_examples import configuration, plan_document

CANARY = "CANARY-7f3a"
"""What no output holds. Every planted secret begins with it and says where it was planted."""

SCRIPT = {"host_id": "host-1", "path": "/opt/quiesce.sh", "params": "--all"}
CHANGE = Example(
    before=(Add("glbr_mssql_instance_credentials.ward", {"mssql_instance_id": "i-1", "credentials": {"mode": "SQL"}}),),
    after=(
        Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "1 day"),
        Set(POLICY, f"{BACKUP}.schedules[0].pre_script_info", SCRIPT),
    ),
)


def planted(where: str) -> str:
    return f"{CANARY}-{where}"


def plan() -> dict[str, object]:
    """A plan that changes a lock and a script, with a secret in every place that Terraform may write one to."""
    document = copy.deepcopy(plan_document(CHANGE))
    document["variables"] = {"token": {"value": planted("variable")}, "nested": {"value": {"a": [planted("nested")]}}}
    document["output_changes"] = {
        "password": {"actions": ["update"], "before": planted("output-before"), "after": planted("output-after")}
    }
    document["planned_values"]["outputs"] = {"password": {"sensitive": True, "value": planted("planned-output")}}
    document["prior_state"]["values"]["outputs"] = {"password": {"sensitive": True, "value": planted("prior-output")}}
    settings = document["configuration"]
    settings["provider_config"] = {
        "glbr": {
            "name": "glbr",
            "full_name": "registry.terraform.io/glbr/glbr",
            "expressions": {"client_secret": {"constant_value": planted("provider")}},
        }
    }
    settings["root_module"]["variables"] = {"token": {"default": planted("variable-default"), "sensitive": True}}
    settings["root_module"]["outputs"] = {"password": {"expression": {"constant_value": planted("output-expression")}}}
    for resource in settings["root_module"]["resources"]:
        resource["expressions"]["connection_password"] = {"constant_value": planted("expression")}
        resource["provisioners"] = [
            {"type": "local-exec", "expressions": {"command": {"constant_value": planted("x")}}}
        ]
    for change in list(document["resource_changes"]):
        _plant(change["change"], change["address"])
    for resource in document["prior_state"]["values"]["root_module"]["resources"]:
        resource["values"]["admin_password"] = planted("prior-state")
    for resource in document["planned_values"]["root_module"]["resources"]:
        resource["values"]["admin_password"] = planted("planned-values")
    document["resource_changes"].append(_of_another_provider())
    document["resource_drift"] = [_drift(document)]
    document["checks"] = [_check()]
    document["relevant_attributes"] = [{"resource": "var.x", "attribute": [planted("relevant")]}]
    return document


def _plant(change: dict[str, object], address: str) -> None:
    for side in ("before", "after"):
        values = change[side]
        if not isinstance(values, dict):
            continue
        values["api_token"] = planted(f"{side}-marked")
        change[f"{side}_sensitive"] = {**(change.get(f"{side}_sensitive") or {}), "api_token": True}
        values["connection_password"] = planted(f"{side}-in-clear")
        values["vendor_extension"] = {"deep": [planted(f"{side}-unknown-attribute")]}
        if isinstance(values.get("credentials"), dict):
            values["credentials"]["password"] = planted(f"{side}-credentials")
        for tier, marks in zip(
            values.get("protections") or [], change[f"{side}_sensitive"].get("protections") or [], strict=True
        ):
            for schedule, mark in zip(tier["schedules"], marks["schedules"], strict=True):
                if schedule.get("pre_script_info"):
                    schedule["pre_script_info"]["params"] = f"--password {planted(f'{side}-script')}"
                    mark["pre_script_info"] = {"params": True}
    if address.startswith("glbr_protection_store"):
        change["after"]["description"] = planted("marked-description")
        change["after_sensitive"]["description"] = True


def _of_another_provider() -> dict[str, object]:
    values = {"name": "db", "password": planted("other-provider"), "user_data": planted("user-data")}
    return {
        "address": "aws_db_instance.ward",
        "mode": "managed",
        "type": "aws_db_instance",
        "name": "ward",
        "provider_name": "registry.terraform.io/hashicorp/aws",
        "change": {"actions": ["create"], "before": None, "after": values, "after_unknown": {}, "after_sensitive": {}},
    }


def _drift(document: dict[str, object]) -> dict[str, object]:
    drifted = copy.deepcopy(next(one for one in document["resource_changes"] if one["address"] == POLICY))
    for side in ("before", "after"):
        drifted["change"][side]["connection_password"] = planted(f"drift-{side}")
    drifted["change"]["actions"] = ["update"]
    return drifted


def _check() -> dict[str, object]:
    address = {"kind": "resource", "mode": "managed", "type": "aws_db_instance", "name": "ward", "to_display": "ward"}
    return {"address": address, "status": "fail", "instances": [{"address": {"to_display": "ward"}, "status": "fail"}]}


def synthesized() -> dict[str, object]:
    """The same for a configuration: provider settings, defaults of variables, outputs, attributes in clear."""
    document = copy.deepcopy(configuration(CHANGE, "after"))
    document["variable"] = {"token": {"default": planted("variable-default"), "sensitive": True}}
    document["provider"] = {"glbr": [{"client_secret": planted("provider"), "client_id": "c"}]}
    document["output"] = {"password": {"value": planted("output"), "sensitive": True}}
    document["locals"] = {"password": planted("local")}
    document["terraform"] = {"backend": {"http": {"password": planted("backend")}}}
    for resources in document["resource"].values():
        for values in resources.values():
            values["connection_password"] = planted("in-clear")
    document["resource"]["glbr_mssql_instance_credentials"]["ward"]["credentials"] |= {"password": planted("login")}
    document["resource"]["aws_db_instance"] = {"ward": {"password": planted("other-provider")}}
    return document


def everything(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str], *options: str
) -> Iterator[tuple[str, str]]:
    """All that the command writes for a file, by format."""
    files = {name: folder / f"out-{name}" for name in FORMATS}
    written = ",".join(f"{name}={place}" for name, place in files.items())
    for arguments in (["-o", written], ["--model"], ["-o", "terminal"]):
        code = run(["review", str(file), *options, *arguments])
        out, err = capsys.readouterr()
        assert code != 1, err
        yield " ".join(arguments), out + err
    yield from ((name, place.read_text()) for name, place in files.items())


def test_every_secret_is_where_it_was_planted():
    places = set(json.dumps(plan()).split(CANARY)) - {""}
    assert len(places) > 20
    assert json.dumps(synthesized()).count(CANARY) > 10


@pytest.mark.parametrize("make", [plan, synthesized])
def test_a_planted_secret_appears_in_no_output(make, tmp_path, capsys):
    file = tmp_path / "input.json"
    file.write_text(json.dumps(make()))

    leaks = {name: text for name, text in everything(file, tmp_path, capsys, "--exit-zero") if CANARY in text}

    assert leaks.keys() == set()


def test_the_outputs_are_about_that_very_plan(tmp_path, capsys):
    file = tmp_path / "input.json"
    file.write_text(json.dumps(plan()))

    silent = {name for name, text in everything(file, tmp_path, capsys, "--exit-zero") if "DP-LOCK-002" not in text}

    assert {name for name in silent if "out-" not in name} == {"gitlab-terraform", "--model"}


def test_two_configurations_keep_their_secrets(tmp_path, capsys):
    base, head = tmp_path / "base.tf.json", tmp_path / "head.tf.json"
    head.write_text(json.dumps(synthesized()))
    before = synthesized()
    before["resource"]["glbr_protection_policy"]["gold"]["protections"][1]["schedules"][0]["lock_for"] = "2 weeks"
    base.write_text(json.dumps(before).replace(CANARY, f"{CANARY}-old"))

    leaks = {
        name for name, text in everything(head, tmp_path, capsys, "--exit-zero", "--base", str(base)) if CANARY in text
    }

    assert leaks == set()


@pytest.mark.parametrize("damage", ["cut", "state", "wrong type", "newer"])
def test_no_error_message_holds_a_secret(damage, tmp_path, capsys):
    document = plan()
    match damage:
        case "state":
            document = {"version": 4, "lineage": "x", "outputs": document["variables"], "resources": []}
        case "wrong type":
            document["resource_changes"] = [planted("resource-change")]
        case "newer":
            document["format_version"] = "9.0"
    text = json.dumps(document)
    file = tmp_path / "input.json"
    file.write_text(text[: text.index(CANARY) + 20] if damage == "cut" else text)

    code = run(["review", str(file)])
    out, err = capsys.readouterr()

    assert code == 1
    assert CANARY not in out + err


def test_a_rule_of_the_teams_own_sees_no_secret(tmp_path, capsys):
    told = {"title": "Leak", "severity": "critical", "message": "Found.", "explain": "So.", "fix": "So."}
    rule = {"id": "ACME-1", "for": "model", "assert": f'!string(size(model)).contains("{JOB}")', **told}
    (tmp_path / "own.yaml").write_text(json.dumps({"rules": [rule]}))
    (tmp_path / "gate.yaml").write_text("user_rules: [own.yaml]")
    file = tmp_path / "input.json"
    file.write_text(json.dumps(plan()))

    for name, text in everything(file, tmp_path, capsys, "--exit-zero", "--config", str(tmp_path / "gate.yaml")):
        assert CANARY not in text, name
