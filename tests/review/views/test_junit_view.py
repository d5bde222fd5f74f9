from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

import reports
from glbr.review.views.junit import junit

SCHEMA = Path(__file__).parents[1] / "schemas" / "junit-10.xsd"


@pytest.fixture(scope="module")
def schema():
    return xmlschema.XMLSchema(SCHEMA)


def cases_of(report):
    return list(ET.fromstring(junit(report).encode()).iter("testcase"))


def of_rule(report, rule):
    (case,) = (one for one in cases_of(report) if one.get("classname", "").endswith(f".{rule}"))
    return case


@pytest.mark.parametrize("name", reports.EVERY)
def test_what_is_written_keeps_to_the_schema_of_jenkins(schema, name):
    schema.validate(junit(reports.EVERY[name]()))


def test_the_schema_refuses_what_is_no_junit(schema):
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        schema.validate(junit(reports.blocked()).replace("<failure", "<failing").replace("</failure", "</failing"))


@pytest.mark.parametrize("name", reports.EVERY)
def test_names_are_unique_and_counts_are_right(name):
    root = ET.fromstring(junit(reports.EVERY[name]()).encode())
    cases = list(root.iter("testcase"))
    names = Counter((case.get("classname"), case.get("name")) for case in cases)
    assert max(names.values(), default=1) == 1
    assert all(case.get("name") for case in cases)
    (suite,) = root
    for counted in (root, suite):
        assert int(counted.get("tests")) == len(cases)
        assert int(counted.get("failures")) == len(list(root.iter("failure")))
        assert int(counted.get("errors")) == len(list(root.iter("error")))
    assert int(suite.get("skipped")) == len(list(root.iter("skipped")))


def test_a_finding_is_a_failure_whose_text_says_what_to_do_and_where():
    failure = of_rule(reports.blocked(), "DP-LOCK-002").find("failure")
    assert failure.get("type") == "high"
    for words in (
        "goes from 1 month to 1 week",
        "locked 1 month → locked 1 week",
        "Fix: Restore the value of before",
        "glbr_protection_policy.gold",
        "protections[2].schedules[0].lock_for",
        "stacks/prod/main.py:42",
    ):
        assert words in failure.text


@pytest.mark.parametrize("rule", ["DP-COPY-003", "DP-COV-003"])
def test_what_cannot_be_judged_is_an_error_and_no_pass(rule):
    assert [child.tag for child in of_rule(reports.blocked(), rule)] == ["error"]


def test_what_is_waived_is_skipped_and_says_by_whom_until_when():
    skipped = of_rule(reports.blocked(), "DP-RET-002").find("skipped")
    assert "waived until 2027-01-31" in skipped.get("message")
    assert "storage-team" in skipped.text


def test_advice_is_skipped_and_not_red():
    assert [child.tag for child in of_rule(reports.blocked(), "DP-RPO-001")] == ["skipped"]


def test_rules_that_found_nothing_pass_and_others_say_that_they_had_nothing_to_look_at():
    report = reports.clean()
    assert not list(of_rule(report, "DP-LOSS-002"))
    assert of_rule(report, "DP-PLAN-006").find("skipped") is not None


def test_nothing_that_xml_forbids_gets_in():
    text = junit(reports.hostile())
    assert not [sign for sign in text if (sign < " " and sign not in "\n\t") or "\ud800" <= sign <= "\udfff"]
    assert not {"\ufffe", "\uffff"} & set(text)
    assert "\\u001b[31mred" in text
