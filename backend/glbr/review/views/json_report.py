"""The review as JSON, for whatever somebody wants to build on it. `json_report_schema` says what is in it."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from glbr.protection.comparison import Shift
from glbr.protection.problem import written
from glbr.review.analysis.unit import Unit
from glbr.review.model.model import Location, Waiver
from glbr.review.report import Judged, Report
from glbr.review.rules.finding import Severity
from glbr.review.views.gitlab_terraform import counts
from glbr.review.views.json_text import as_json
from glbr.review.views.words import banners, rule_page

FORMAT: Final = "glbr-review"
VERSION: Final = "1.0"
"""The first number grows when something is taken away or means something else; the second when something is added."""

LONGEST: Final = 1_000
"""Letters of a text that is only for people to read."""


def json_report(report: Report) -> str:
    """Write the whole review as JSON: no finding is left out, and the same review gives the same bytes."""
    units = report.analysis.units
    moved = [unit for unit in units if unit.shifts or unit.is_lost or unit.is_new]
    document = {
        "format": FORMAT,
        "version": VERSION,
        "outcome": report.outcome,
        "exit_code": report.exit_code,
        "headline": report.headline,
        "pack": report.pack,
        "gate": report.gate,
        "provenance": _provenance(report),
        "caveats": list(banners(report)),
        "counts": {
            "findings": len(report.judged),
            "by_result": _count((one.result for one in report.judged), ("fail", "unknown", "waived", "error")),
            "by_severity": _count(
                (one.finding.severity.word for one in report.standing()), [level.word for level in reversed(Severity)]
            ),
            "by_enforcement": _count((one.enforcement for one in report.standing()), ("hard", "soft", "advisory")),
            "units": len(units),
            "units_changed": len(moved),
            "assets": sum(unit.count for unit in units),
            "resources": counts(report),
        },
        "rules": {one.finding.rule: _rule(report, one) for one in reversed(report.judged)},
        "findings": map(_finding, report.judged),
        "changes": (_unit(report, unit) for unit in moved),
        "passed": list(report.passed),
        "not_applicable": list(report.not_applicable),
    }
    return as_json(document, long=("rules", "findings", "changes"))


def _provenance(report: Report) -> dict[str, object]:
    provenance = report.analysis.model.provenance
    inventory = provenance.inventory_at
    return {
        "origin": provenance.origin,
        "at": provenance.at.isoformat(),
        "stack": provenance.stack,
        "engine": provenance.engine,
        "complete": provenance.complete,
        "errored": provenance.errored,
        "base": provenance.base,
        "head": provenance.head,
        "inventory_at": inventory.isoformat() if inventory is not None else None,
    }


def _rule(report: Report, one: Judged) -> dict[str, object]:
    return {
        "title": one.title,
        "explain": one.explain,
        "fix": one.fix,
        "documentation": rule_page(report, one),
        "sources": list(one.rule.sources) if one.rule is not None else [],
    }


def _finding(one: Judged) -> dict[str, object]:
    found = one.finding
    return {
        "rule": found.rule,
        "result": one.result,
        "severity": found.severity.word,
        "enforcement": one.enforcement,
        "existing": one.existing,
        "direction": found.direction.word,
        "key": found.key,
        "address": found.address,
        "subject": _shown(found.subject),
        "message": _shown(found.message),
        "before": _shown(found.before),
        "after": _shown(found.after),
        "tier": found.tier,
        "schedule": found.schedule,
        "path": found.path,
        "assets": found.assets,
        "resolve": _shown(found.resolve),
        "fingerprint": found.fingerprint,
        "location": _place(one.location) if one.location is not None else None,
        "waiver": _waiver(one.waiver) if one.waiver is not None else None,
    }


def _place(location: Location) -> dict[str, object]:
    return {"file": location.file, "line": location.line, "construct": location.construct}


def _waiver(waiver: Waiver) -> dict[str, object]:
    return {
        "rule": waiver.rule,
        "address": waiver.address,
        "reason": _shown(waiver.reason),
        "owner": _shown(waiver.owner),
        "until": waiver.until,
        "value": waiver.value,
        "ticket": waiver.ticket,
        "tier": waiver.tier,
        "schedule": waiver.schedule,
        "written_in": waiver.written_in,
    }


def _unit(report: Report, unit: Unit) -> dict[str, object]:
    direction = report.analysis.direction(unit)
    return {
        "unit": unit.key,
        "name": _shown(unit.name),
        "target": unit.target,
        "assets": unit.count,
        "countable": unit.countable,
        "direction": direction.word,
        "protected_before": bool(unit.before),
        "protected_after": bool(unit.after),
        "shifts": [_shift(shift) for shift in unit.shifts],
    }


def _shift(shift: Shift) -> dict[str, object]:
    return {
        "what": shift.what,
        "direction": shift.direction.word,
        "tier": shift.kind,
        "store": shift.store,
        "schedule": shift.schedule,
        "before": _shown(shift.before),
        "after": _shown(shift.after),
        "path": written(shift.path),
        "note": shift.note,
    }


def _shown(text: str) -> str:
    """What is only for people to read; keys, addresses and paths stay whole."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _count(values: Iterable[str], every: Iterable[str]) -> dict[str, int]:
    found = Counter(values)
    return {word: found[word] for word in every}
