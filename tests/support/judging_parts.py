"""Rules, gates and reports made by hand, for tests of what a gate makes of findings."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.review.gate.gate import Gate
from glbr.review.gate.judging import judge
from glbr.review.gate.packs import Pack, shipped
from glbr.review.gate.settings import Settings
from glbr.review.model.model import Model, Waiver
from glbr.review.report import Report
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Mode, Rule
from report_parts import change, finding, model, rule

POLICY = "glbr_protection_policy.gold"
GROUP = "glbr_virtual_machine_protection_group.clinic"
WAIVED = Waiver(
    "DP-T-1", POLICY, "the array is switched off", "storage-team", "2027-01-31", "locked 1 week", tier="CLOUD_BACKUP"
)


def finds(*found: Finding, name: str = "DP-T-1", mode: Mode = "change") -> Rule:
    """A rule that finds this."""
    own = tuple(replace(one, rule=name) for one in found)
    return replace(rule(name, "Found"), mode=mode, judge=lambda *_: iter(own), applies_to=("plan",))


def breaks(name: str = "DP-T-1") -> Rule:
    def judge_badly(*_: object) -> Iterator[Finding]:
        raise KeyError("vm-0042")

    return replace(finds(name=name), judge=judge_badly)


def gate(*rules: Rule, pack: Pack | None = None, **values: object) -> Gate:
    problem = finds(name="DP-PLAN-009", mode="state")
    return replace(
        Gate(pack or shipped("baseline"), Settings(), {one.id: one for one in (*rules, problem)}),
        **values,  # type: ignore[arg-type]
    )


def review(*rules: Rule, about: Model | None = None, **values: object) -> Report:
    return judge(about or model([], [change(POLICY)]), gate(*rules, **values))


def results(report: Report) -> list[tuple[str, str, str]]:
    return [(one.finding.rule, one.result, one.enforcement) for one in report.judged]


CRITICAL, HIGH, LOW = (finding("x", severity) for severity in (Severity.CRITICAL, Severity.HIGH, Severity.LOW))
