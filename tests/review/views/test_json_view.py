import json

import pytest
from jsonschema import Draft202012Validator

import reports
from glbr.review.views.json_report import json_report
from glbr.review.views.json_report_schema import json_schema


def closed(schema):
    """The same schema without room for more keys: what is written today is all in it."""
    if isinstance(schema, dict):
        inner = {key: closed(value) for key, value in schema.items()}
        return {**inner, "additionalProperties": False} if "required" in schema else inner
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("name", reports.EVERY)
def test_what_is_written_keeps_to_its_schema_and_has_no_key_that_the_schema_hides(name):
    Draft202012Validator.check_schema(json_schema())
    document = json.loads(json_report(reports.EVERY[name]()))
    assert [error.message for error in Draft202012Validator(closed(json_schema())).iter_errors(document)] == []


@pytest.mark.parametrize("name", reports.EVERY)
def test_the_same_review_gives_the_same_bytes(name):
    assert json_report(reports.EVERY[name]()) == json_report(reports.EVERY[name]())


def test_every_finding_is_told_with_what_became_of_it():
    report = reports.blocked()
    written = json.loads(json_report(report))
    assert [(one["rule"], one["result"]) for one in written["findings"]] == [
        (one.finding.rule, one.result) for one in report.judged
    ]
    waived = written["findings"][-1]
    assert waived["waiver"]["until"] == "2027-01-31"
    assert {one["rule"] for one in written["findings"]} == set(written["rules"])
    assert written["counts"]["by_result"] == {"fail": 8, "unknown": 1, "waived": 1, "error": 1}
    assert (written["outcome"], written["exit_code"]) == ("blocked", 2)


def test_changes_are_told_per_unit_good_ones_too():
    written = json.loads(json_report(reports.blocked()))
    units = {unit["name"]: unit for unit in written["changes"]}
    assert units["clinic"]["direction"] == "destructive"
    assert [shift["what"] for shift in units["clinic"]["shifts"]] == ["tier lost", "retention lengthened"]
    assert units["ward"]["direction"] == "one-way"
    assert (units["morgue"]["protected_before"], units["morgue"]["protected_after"]) == (True, False)
    assert json.loads(json_report(reports.clean()))["changes"] == []


def test_what_is_not_known_of_the_plan_is_null_and_what_is_wrong_with_it_is_said():
    assert json.loads(json_report(reports.configuration()))["provenance"]["complete"] is None
    assert len(json.loads(json_report(reports.incomplete()))["caveats"]) == 4


def test_a_terminal_that_shows_the_text_comes_to_no_harm_and_every_reader_takes_it():
    text = json_report(reports.hostile())
    assert not [sign for sign in text if not sign.isprintable() and sign != "\n"]
    text.encode()
    names = {one["subject"] for one in json.loads(text)["findings"]}
    assert "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07" in names


def test_each_finding_has_a_line_of_its_own():
    lines = json_report(reports.blocked()).splitlines()
    assert sum(line.startswith('  {"rule": ') for line in lines) == len(reports.blocked().judged)
