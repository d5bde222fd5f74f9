"""The review as a JUnit report, which GitLab, Jenkins and Azure DevOps show beside a change.

A finding that stands is a failure, one that cannot be judged an error. What is waived, or only advice, is skipped with its
message: a red test would say more than the gate does. Rules that found nothing are passed tests.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from glbr.review.report import Judged, Report
from glbr.review.views.words import (
    PRODUCT,
    about,
    change_in_words,
    plain,
    reasons,
    shortened,
    standing_in_words,
    where,
)


def junit(report: Report) -> str:
    """Write JUnit's XML. Names are unique within the file, for GitLab drops whatever comes twice."""
    stack = shortened(report.analysis.model.provenance.stack, 200) or "configuration"
    cases = [*_findings(report, stack), *_rules(report, stack)]
    _make_unique(cases)
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
    }
    skipped = sum(case.find("skipped") is not None for case in cases)
    told = {name: str(count) for name, count in counts.items()}
    root = ET.Element("testsuites", {"name": f"{PRODUCT}-review", **told, "time": "0"})
    suite = ET.SubElement(
        root,
        "testsuite",
        {
            "name": stack,
            **told,
            "skipped": str(skipped),
            "time": "0",
            "timestamp": report.analysis.now.strftime("%Y-%m-%dT%H:%M:%S"),
        },
    )
    suite.extend(cases)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _findings(report: Report, stack: str) -> Iterator[ET.Element]:
    for one in report.judged:
        found = one.finding
        schedule = f" · schedule {found.schedule}" if found.schedule is not None else ""
        case = _case(stack, found.rule, f"{about(one)}{schedule}")
        message = shortened(f"{standing_in_words(one)}: {found.message}", 500)
        if one.result == "waived" or not one.counts:
            ET.SubElement(case, "skipped", {"message": message}).text = _text(one)
        else:
            kind = "failure" if one.result == "fail" else "error"
            ET.SubElement(case, kind, {"type": found.severity.word, "message": message}).text = _text(one)
        yield case


def _rules(report: Report, stack: str) -> Iterator[ET.Element]:
    for rule in report.passed:
        yield _case(stack, rule, "found nothing")
    for rule in report.not_applicable:
        case = _case(stack, rule, "not applicable")
        ET.SubElement(case, "skipped", {"message": "there was nothing for this rule to look at"})
        yield case


def _case(stack: str, rule: str, name: str) -> ET.Element:
    # A dot would make GitLab show another suite; the stack is a folder as often as not.
    return ET.Element("testcase", {"classname": f"{stack}.{plain(rule)}", "name": shortened(name, 300), "time": "0"})


def _make_unique(cases: list[ET.Element]) -> None:
    seen: Counter[tuple[str | None, str]] = Counter()
    for case in cases:
        name = case.get("name", "")
        key = (case.get("classname"), name)
        seen[key] += 1
        if seen[key] > 1:
            case.set("name", f"{name} ({seen[key]})")


def _text(one: Judged) -> str:
    found = one.finding
    waiver = one.waiver
    lines = [
        plain(found.message),
        change_in_words(found.before, found.after),
        *(f"{word}: {plain(text)}" for word, text in reasons(one)),
        f"Where: {where(one)}" if where(one) else "",
        f"Waived by {plain(waiver.owner)} until {plain(waiver.until)}: {plain(waiver.reason)}" if waiver else "",
    ]
    return "\n".join(line for line in lines if line)
