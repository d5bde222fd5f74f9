"""DP-COV-008: copies are made with less care for what the asset is doing at that moment."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import JOB, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, from_shifts, told, undecidable
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule

_SCRIPTS: Final = (("pre_script_info", "pre_script", "before"), ("post_script_info", "post_script", "after"))


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Schedules whose consistency is lowered, and schedules that lose a script around their copies."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    yield from from_shifts(rule, analysis, regime, ("consistency lowered",), _say, "consistency")
    for was, will in regime.pairs:
        if was.schedule.consistency.is_known and will.schedule.consistency.is_unknown:
            message = f"How consistent copies are is not known: {was.schedule.consistency} before."
            yield undecidable(rule, analysis, regime, message, will, "consistency")
        for attribute, name, when in _SCRIPTS:
            script = getattr(was.schedule, name)
            if not script.is_absent and getattr(will.schedule, name).is_absent:
                yield told(
                    rule,
                    regime,
                    place(analysis, regime, will, attribute),
                    f"The script {when} each copy is gone: the application is no longer told that a copy is made, and "
                    "what it holds in memory may be missing from the copy.",
                    before=f"a script {when} the copy",
                    after=f"no script {when} the copy",
                    direction=Direction.WEAKENING,
                    tier=will.kind,
                    schedule=will.schedule.number.value,
                )


def _say(regime: Regime, shift: Shift, was: Applied | None, will: Applied | None) -> str:
    del regime, was, will
    return (
        f"Copies are made with {shift.after} instead of {shift.before}: a database in them starts like after a power cut, and "
        "may not start at all."
    )


def _overrides(consistency: str) -> dict[str, object]:
    tier = f"${{{POLICY}.protections[1].id}}"
    return {"protections": [{"id": tier, "schedules": [{"schedule_id": 2, "consistency": consistency}]}]}


RULE = Rule(
    id="DP-COV-008",
    title="Consistency lowered",
    severity=Severity.MEDIUM,
    mode="change",
    applies_to=("policy", "job"),
    explain=(
        "An application-consistent copy holds what the application has promised to its users. A crash-consistent one holds "
        "what happened to be on disk. Both are green in every report; the difference shows when the database is restored."
    ),
    fix="Keep `consistency` and the scripts around the copy, or show by a restore that the application starts without them.",
    sources=("NIST SP 800-53 CP-9(1)", "NIST SP 800-209"),
    judge=judge,
    fires=Example(
        before=(Set(JOB, "overrides", _overrides("APPLICATION")),),
        after=(Set(JOB, "overrides", _overrides("CRASH")),),
    ),
    quiet=Example(
        before=(Set(JOB, "overrides", _overrides("CRASH")),),
        after=(Set(JOB, "overrides", _overrides("APPLICATION")),),
    ),
)
