import re

import report_parts
import reports
from glbr.review.rules.finding import Severity
from glbr.review.views.github_annotations import github_annotations

COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


def commands(report):
    found = [COMMAND.fullmatch(line) for line in github_annotations(report).splitlines()]
    assert all(found), "every line is one command"
    return [
        (match[1], dict(one.split("=", 1) for one in match[2].split(",")), match[3])
        for match in found
        if match is not None
    ]


def levels(report):
    return [level for level, _, _ in commands(report)]


def test_a_clean_review_annotates_nothing():
    assert github_annotations(reports.clean()) == ""
    assert github_annotations(reports.strengthening()) == ""


def test_what_blocks_is_an_error_and_the_rest_is_a_warning():
    found = {properties["title"].split(" ")[0]: level for level, properties, _ in commands(reports.blocked())}
    assert found["DP-COPY-002"] == found["DP-COPY-003"] == found["DP-COV-003"] == "error"
    assert found["DP-LOCK-002"] == found["DP-RPO-001"] == "warning"
    assert "DP-RET-002" not in found


def test_an_annotation_says_where_and_what_to_do():
    level, properties, message = commands(reports.needs_approval())[0]
    assert level == "warning"
    assert (properties["file"], properties["line"]) == ("clinic/prod/main.tf", "1")
    for words in ("goes from 1 month to 1 week", "Fix: Restore the value", "protections[2]", "is not known"):
        assert words in message
    assert "%0A" in message


def test_what_github_would_swallow_is_counted_in_a_notice():
    found = levels(reports.enormous(findings=200, units=10))
    assert found == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert "180 findings" in github_annotations(reports.enormous(findings=200, units=10)).splitlines()[-1]


def test_approvals_come_before_advice():
    kinds = (Severity.LOW, Severity.HIGH)
    judged = [
        report_parts.judged(report_parts.finding(f"DP-{kind.word}-{n}", kind)) for n in range(8) for kind in kinds
    ]
    titles = [
        properties["title"]
        for _, properties, _ in commands(report_parts.report(report_parts.model(), (), judged, "blocked", ""))
    ]
    assert [title.split("-")[1] for title in titles[:10]] == ["high"] * 8 + ["low"] * 2


def test_a_plan_that_is_not_whole_is_said():
    found = commands(reports.incomplete())
    assert any("incomplete" in message for _, _, message in found)
    assert sum(level == "warning" for level, _, _ in found) <= 10


def test_names_can_neither_end_a_command_nor_start_one():
    found = commands(reports.hostile())
    assert {level for level, _, _ in found} <= {"error", "warning", "notice"}
    assert all(set(properties) <= {"file", "line", "title"} for _, properties, _ in found)
    assert "%2525 %250A" in github_annotations(reports.hostile(["%25 %0A"]))
