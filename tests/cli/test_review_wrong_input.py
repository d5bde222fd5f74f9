"""`glbr review` with a wrong command, plan or setting: one clear line, and never a pass."""

import json

import pytest

from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from rule_examples import plan_document

LOST = Set(POLICY, CLOUD_BACKUP, None)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "There is no FILE to review"),
        (("--bogus", "x"), "No such option"),
        (("x", "-o", "pdf"), "-o does not know the format 'pdf'. Formats: terminal, md"),
        (("x", "-o", "md="), "names no file"),
        (("x", "-o", "md,json"), "-o writes md and json to standard output"),
        (("x", "-o", "json", "--json"), "-o writes json and json to standard output"),
        (("x", "--unknown", "pass"), "'pass' is not one of 'fail', 'pass-advisory'"),
        (("x", "--require-approval", "maybe"), "'maybe' is not one of"),
        (("x", "--fail-on", "weakning"), "Did you mean weakening?"),
        (("x", "--pack", "labb"), "Did you mean lab?"),
        (("x", "--config", "nowhere.yaml"), "nowhere.yaml: No such file"),
        (("nowhere.json",), "nowhere.json"),
        (("--explain", "DP-LOCK-01"), "Did you mean DP-LOCK-001?"),
        (("x", "y"), "Got unexpected extra argument"),
    ],
)
def test_wrong_usage_ends_with_1_for_2_means_blocked(review, arguments, told):
    ran = review(*arguments)

    assert ran.code == 1
    assert told in " ".join(ran.err.split())
    assert ran.out == ""


def _plan_with(**changed: object) -> bytes:
    return json.dumps({**plan_document(Example(after=(LOST,))), **changed}).encode()


OTHERS = {
    "address": "aws_instance.a",
    "mode": "managed",
    "type": "aws_instance",
    "name": "a",
    "provider_name": "registry.terraform.io/hashicorp/aws",
    "change": {"actions": ["create"], "before": None, "after": {}, "after_unknown": {}},
}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"\n  \n", "empty"),
        (b"PK\x03\x04tfplan" + bytes(40), "terraform show -json"),
        (b"not JSON at all", "not JSON"),
        (_plan_with()[:-300], "cut off"),
        (b'{"version": 4, "terraform_version": "1.15.5", "lineage": "x", "resources": []}', "state"),
        (b'{"format_version": "1.0", "terraform_version": "1.15.5", "values": {}}', "state"),
        (b'{"format_version": "1.0"}', "state"),
        (_plan_with(format_version="9.0"), "9.0"),
        (_plan_with(resource_changes=[OTHERS], planned_values={}, prior_state={}, configuration={}), "glbr"),
        (b"[]", ""),
        (b"{}", ""),
        (b"null", ""),
        (b"\xff\xfe{\x00}\x00", ""),
        (b'{"resource": []}', ""),
        (b"[" * 100_000, ""),
        (_plan_with(resource_changes={"a": 1}), ""),
        (_plan_with(resource_changes=[{"address": 3}]), ""),
    ],
)
def test_wrong_input_gets_one_clear_line_and_is_never_a_pass(review, tmp_path, content, told):
    file = tmp_path / "plan.json"
    file.write_bytes(content)

    ran = review(file, "--exit-zero")

    assert ran.code == 1
    assert ran.out == ""
    first, *_ = ran.err.splitlines()
    assert first.startswith("Error: ")
    assert told in ran.err
    assert "fault in glbr" not in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_without_a_configuration_says_what_to_do(review, tmp_path):
    (tmp_path / "main.tf").write_text("")

    ran = review(tmp_path)

    assert ran.code == 1
    assert "terraform show -json" in ran.err


def test_a_folder_with_several_stacks_names_them(review, tmp_path):
    for name in ("prod", "test"):
        (tmp_path / "stacks" / name).mkdir(parents=True)
        (tmp_path / "stacks" / name / "cdk.tf.json").write_text("{}")

    assert "stacks/prod" in review(tmp_path).err


def test_what_an_error_quotes_cannot_steer_a_terminal(review, plan, tmp_path):
    file = tmp_path / "gate.yaml"
    file.write_text('enforcement: {"\\e[31mred\\u202e": hard}')

    ran = review(plan(), "--config", file)

    assert ran.code == 1
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err
    assert "red" in ran.err
