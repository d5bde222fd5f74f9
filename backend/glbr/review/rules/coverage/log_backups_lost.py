"""DP-COV-009: the log backups of a database are gone, or are made more rarely."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.coverage.clinic import (
    DATABASE_GROUP,
    DATABASE_JOB,
    DATABASE_POLICY,
    DATABASE_TIERS,
    DATABASES,
    DATABASES_JOB,
    INSTANCES,
)
from glbr.review.rules.example import Add, Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, incomparable, schedule_of, told, undecidable
from glbr.review.rules.regimes import GONE, Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule

LOGS: Final = "DATABASE_LOG_BACKUP"

_SCHEDULE: Final = "protections[1].schedules[0]"


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Tiers and schedules of log backups that are lost, become rarer, or cannot be compared."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    had = [one for one in regime.before if one.kind == LOGS]
    if not had or not regime.has_two_sides:
        return
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
        return
    for shift in regime.shifts:
        if shift.kind != LOGS:
            continue
        was, will = schedule_of(had, shift), schedule_of(regime.after, shift)
        if shift.what in ("tier lost", "schedule lost", "rarer"):
            yield told(
                rule,
                regime,
                place(analysis, regime, will or was, "schedule" if will else GONE),
                _say(shift),
                before=shift.before,
                after=shift.after,
                direction=max(shift.direction, Direction.WEAKENING),
                tier=LOGS,
                schedule=shift.schedule,
                covers=("DP-RPO-001",),
            )
        elif shift.what == "undecidable":
            message = (
                f"Whether log backups are made as before is not known: {shift.before} before, {shift.after} after."
            )
            yield undecidable(rule, analysis, regime, message, _first(will, was), tier=LOGS)


def _first(*applied: Applied | None) -> Applied | None:
    return next((one for one in applied if one is not None), None)


def _say(shift: Shift) -> str:
    if shift.what == "rarer":
        return (
            f"Log backups are made more rarely: {shift.before} before, {shift.after} after. A database can be brought back only "
            "to the last of them."
        )
    return (
        "Log backups end: a database can be brought back to the moment of its last full copy only, and no longer to any "
        "moment in between."
    )


_BEFORE: Final = (
    Add(INSTANCES, {}),
    Add(DATABASES, DATABASE_GROUP),
    Add(DATABASE_POLICY, DATABASE_TIERS),
    Add(DATABASE_JOB, DATABASES_JOB),
)

RULE = Rule(
    id="DP-COV-009",
    title="Log backups lost",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("policy", "job"),
    explain=(
        "Full copies bring a database back to last night. Log backups bring it back to the minute before the mistake. Without "
        "them every restore loses the day's work, and the transaction log on the host is no longer cut and fills the disk."
    ),
    fix="Keep the DATABASE_LOG_BACKUP tier and its interval.",
    sources=("NIST SP 800-53 CP-9",),
    judge=judge,
    fires=Example(before=_BEFORE, after=(Set(DATABASE_POLICY, f"{_SCHEDULE}.schedule.repeat_interval.every", 60),)),
    quiet=Example(before=_BEFORE, after=(Set(DATABASE_POLICY, f"{_SCHEDULE}.schedule.repeat_interval.every", 10),)),
)
