"""DP-PLAN-004: a check of the configuration does not hold, and the plan goes on."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about_plan, undecided
from glbr.review.rules.example import Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """One finding for each check that fails, breaks, or cannot be told before the apply."""
    del parameters
    for check in analysis.model.checks:
        if check.status == "pass":
            continue
        problems = f": {'; '.join(check.problems)}" if check.problems else ""
        what = {"fail": "does not hold", "error": "could not be carried out"}.get(
            check.status, "is decided by the apply only"
        )
        message = f"Terraform's check {check.address} {what}{problems}. The plan goes on nevertheless."
        found = about_plan(rule, Direction.NEUTRAL, message, key=check.address)
        found = replace(found, address=check.address, subject=check.address, after=check.status)
        yield (
            found if check.status in ("fail", "error") else undecided(found, "Plan again once what it looks at exists.")
        )


_ADDRESS = {"kind": "check", "name": "off_site", "to_display": "check.off_site"}


def _checks(status: str) -> dict[str, object]:
    problems = [{"message": "the cloud store is not reachable"}] if status == "fail" else []
    instance = {"address": {"to_display": "check.off_site"}, "status": status, "problems": problems}
    return {"checks": [{"address": _ADDRESS, "status": status, "instances": [instance]}]}


RULE = Rule(
    id="DP-PLAN-004",
    title="Terraform check failed",
    severity=Severity.MEDIUM,
    mode="change",
    applies_to=("plan",),
    explain=(
        "A `check` block is somebody's statement of what must be true. When it is not, Terraform prints a warning and plans "
        "on: in a pipeline nobody reads it."
    ),
    fix="Mend what the check complains about, or the check itself.",
    sources=("Terraform: checks in the JSON output format",),
    judge=judge,
    fires=Example(plan=_checks("fail")),
    quiet=Example(plan=_checks("pass")),
)
