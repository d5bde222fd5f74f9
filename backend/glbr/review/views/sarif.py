"""The review as SARIF 2.1.0, which GitHub shows as code scanning alerts."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import version
from typing import Final
from urllib.parse import quote

from glbr.review.report import Judged, Report
from glbr.review.rules.finding import Severity
from glbr.review.rules.wording import counted
from glbr.review.views.escaped import link, prose
from glbr.review.views.json_text import as_json
from glbr.review.views.words import (
    PRODUCT,
    change_in_words,
    entry_file,
    inside_repository,
    plain,
    reasons,
    rule_page,
    shortened,
    standing_in_words,
)

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS: Final = 25_000
"""GitHub refuses a run with more."""
LONGEST_NAME: Final = 255
LONGEST_TEXT: Final = 1_024

_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
_SECURITY: Final[Mapping[Severity, str]] = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "2.0",
    Severity.INFO: "0.1",
}
"""GitHub's names for these figures are ours: above 9.0 is critical, from 7.0 high, from 4.0 medium."""

_NOWHERE: Final = " (Where it is written is not known: this is the first line of the stack's entry file.)"

Json = dict[str, object]


def sarif(report: Report) -> str:
    """Write a SARIF log with one run. What waivers cover is suppressed; what cannot be judged is for a person to review."""
    ids: dict[str, int] = {}
    rules: list[Json] = []
    for one in report.judged:
        if one.finding.rule not in ids:
            ids[one.finding.rule] = len(rules)
            rules.append(_rule(report, one))
    seen: Counter[str] = Counter()
    results = []
    entry = entry_file(report)
    for one in report.judged[:MOST_RESULTS]:
        fingerprint = one.finding.fingerprint
        seen[fingerprint] += 1
        results.append(_result(one, ids[one.finding.rule], f"{fingerprint}:{seen[fingerprint]}", entry))
    stack = quote(plain(report.analysis.model.provenance.stack).strip("/"), safe="/")
    run: Json = {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": {"id": f"{PRODUCT}-review/{stack}/" if stack else f"{PRODUCT}-review/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, long=("runs",))


def _driver(report: Report, rules: list[Json]) -> Json:
    driver: Json = {"name": PRODUCT, "semanticVersion": version(PRODUCT), "rules": rules}
    if report.documentation:
        driver["informationUri"] = report.documentation
    return driver


def _rule(report: Report, one: Judged) -> Json:
    page = rule_page(report, one)
    worst = one.finding.severity
    why, fix = _said(one.explain, one.title), _said(one.fix, "See the rule.")
    tags = ["security", "data-protection"] if worst > Severity.INFO else ["data-protection"]
    more = f"\n\n{link('About this rule', page)}" if page else ""
    rule: Json = {
        "id": _said(one.finding.rule, "unnamed", LONGEST_NAME),
        "name": _name(one.title),
        "shortDescription": {"text": _said(one.title, one.finding.rule)},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n\nFix: {fix}", "markdown": f"{prose(why)}\n\n**Fix:** {prose(fix)}{more}"},
        "defaultConfiguration": {"level": _LEVELS[worst]},
        "properties": {"tags": tags, "precision": "high", "security-severity": _SECURITY[worst]},
    }
    if page:
        rule["helpUri"] = page
    return rule


def _result(one: Judged, index: int, fingerprint: str, entry: str) -> Json:
    found = one.finding
    location = one.location
    file = inside_repository(location.file) if location is not None else ""
    line = max(location.line, 1) if location is not None and file else 1
    place: Json = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(file or entry), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": line, "startColumn": 1, "endLine": line, "endColumn": 1},
        }
    }
    if plain(found.address):
        place["logicalLocations"] = [{"fullyQualifiedName": plain(found.address), "kind": "resource"}]
    return {
        "ruleId": _said(found.rule, "unnamed", LONGEST_NAME),
        "ruleIndex": index,
        # Only what fails has a level: the standard leaves `none` for all else. GitHub ranks by the rule's own figure.
        "kind": "fail" if found.verdict == "fail" else "review",
        "level": _LEVELS[found.severity] if found.verdict == "fail" else "none",
        "message": {"text": _message(one, known=bool(file))},
        "locations": [place],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "suppressions": _suppressions(one),
        "properties": {
            "result": one.result,
            "enforcement": one.enforcement,
            "severity": found.severity.word,
            "direction": found.direction.word,
        },
    }


@lru_cache(maxsize=1024)
def _uri(file: str) -> str:
    return quote(file, safe="/")


def _message(one: Judged, *, known: bool) -> str:
    found = one.finding
    parts = [found.message, change_in_words(found.before, found.after)]
    parts += [f"{word}: {text}" for word, text in reasons(one) if word != "Why"]
    tail = f" [{standing_in_words(one)}]" + ("" if known else _NOWHERE)
    return (
        _said(" ".join(f"{part.rstrip(' .')}." for part in parts if part), one.title, LONGEST_TEXT - len(tail)) + tail
    )


def _suppressions(one: Judged) -> list[Json]:
    if one.result != "waived":
        return []
    waiver = one.waiver
    if waiver is None:
        return [{"kind": "external", "status": "accepted"}]
    ticket = f" ({waiver.ticket})" if waiver.ticket else ""
    why = f"{waiver.reason}{ticket}; {waiver.owner}, until {waiver.until}"
    return [{"kind": "external", "status": "accepted", "justification": _said(why, "waived")}]


def _invocation(report: Report) -> Json:
    """How the run went: a rule that broke, and results that had no room, are said here, too."""
    notes: list[Json] = [
        {"level": "error", "message": {"text": _said(f"{one.finding.rule}: {one.finding.message}", "a rule broke")}}
        for one in report.judged
        if one.result == "error"
    ]
    left = len(report.judged) - MOST_RESULTS
    if left > 0:
        notes.append(
            {"level": "warning", "message": {"text": f"{counted(left, 'result')} of lower severity left out."}}
        )
    return {
        "executionSuccessful": True,
        "exitCode": report.exit_code,
        "exitCodeDescription": report.outcome,
        "toolExecutionNotifications": notes,
    }


def _name(title: str) -> str:
    """A title as SARIF names rules: `LockShortened`."""
    words = re.findall(r"[A-Za-z0-9]+", title)
    return "".join(word[0].upper() + word[1:] for word in words)[:LONGEST_NAME] or "Rule"


def _said(text: str, otherwise: str, most: int = LONGEST_TEXT) -> str:
    """A text of ours or a stranger's: never empty, never too long, no link of SARIF's own notation."""
    return shortened(text, most).replace("](", "] (")[:most] or shortened(otherwise, most) or "-"
