"""DP-RPO-006: everything starts at the same minute on one store."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Job
from glbr.review.rules.estate import POLICY, member
from glbr.review.rules.example import Add, Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.regimes import Applied, Regime, place, regimes
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number

_BY_THE_DAY: Final = ("DAILY", "WEEKLY", "MONTHLY")

_Start = tuple[str, str]
"""A store, and the time of day."""


@dataclass(slots=True)
class _Minute:
    """What starts together.

    Attributes:
        regime: The first regime that has a schedule here.
        applied: That schedule.
        runs: Job and number of each schedule: a job that reaches several units runs once.
        units: How many assets each unit has.
    """

    regime: Regime
    applied: Applied
    runs: set[tuple[str, int | None]] = field(default_factory=set)
    units: dict[str, int] = field(default_factory=dict)


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Count the schedules of all jobs by store and time of day, and tell the fullest minute of each store."""
    most = number(parameters, "most")
    minutes: dict[_Start, _Minute] = {}
    for start, regime, unit, job, applied in _starts(analysis):
        minute = minutes.setdefault(start, _Minute(regime, applied))
        minute.runs.add((job.key, applied.schedule.number.value))
        minute.units[unit.key] = unit.count
    fullest: dict[str, _Start] = {}
    for start in sorted(minutes):
        if start[0] not in fullest or len(minutes[start].runs) > len(minutes[fullest[start[0]]].runs):
            fullest[start[0]] = start
    for start in fullest.values():
        if len(minutes[start].runs) > most:
            yield _told(rule, analysis, start, minutes[start])


def _starts(analysis: Analysis) -> Iterator[tuple[_Start, Regime, Unit, Job, Applied]]:
    """Every start of every job for every unit."""
    for regime in regimes(analysis):
        starts = [(position, start, one) for position, one in _placed(regime) if (start := _start(one)) is not None]
        for unit in regime.units:
            yield from ((start, regime, unit, unit.after[position], one) for position, start, one in starts)


def _placed(regime: Regime) -> Iterator[tuple[int, Applied]]:
    """Schedules with the position of their job: the jobs of all units of a regime stand in the same order."""
    positions = {id(job): position for position, job in enumerate(regime.jobs_after)}
    yield from ((positions[id(one.job)], one) for one in regime.after if one.job is not None)


def _start(one: Applied) -> _Start | None:
    """Where and when a schedule starts; None for copies on the array, and for what runs all day long."""
    store, cadence = one.tier.store.value, one.schedule.cadence.value
    if store is None or cadence is None or cadence.recurrence not in _BY_THE_DAY:
        return None
    return store, cadence.start_time or "00:00"


def _told(rule: Rule, analysis: Analysis, start: _Start, minute: _Minute) -> Finding:
    store, time_of_day = start
    managed = analysis.model.after.stores.get(store)
    where = place(analysis, minute.regime, minute.applied, "schedule.start_time")
    return Finding(
        rule.id,
        "fail",
        rule.severity,
        Direction.NEUTRAL,
        store,
        where.address,
        f"store {managed.name if managed else store}",
        f"{len(minute.runs)} schedules start at {time_of_day} on this store: the last of them may miss the night.",
        after=f"{len(minute.runs)} at {time_of_day}",
        tier=minute.applied.kind,
        path=where.path,
        assets=sum(minute.units.values()),
    )


def _another_job(policy: str) -> dict[str, object]:
    return {
        "protection_policy_id": f"${{{policy}.id}}",
        "asset_info": {"id": member(7)["id"], "type": "virtualization/virtual-machine"},
    }


def _evening() -> dict[str, object]:
    cadence = {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "22:00"}
    schedule = {"schedule_id": 1, "expire_after": "5 weeks", "lock_for": "2 weeks", "schedule": cadence}
    store = "${glbr_protection_store.local.id}"
    tier = {"type": "BACKUP", "protection_store_id": store, "schedules": [schedule]}
    return {"name": "evening", "application_type": "VMWARE", "protections": [tier]}


RULE = Rule(
    id="DP-RPO-006",
    title="Too many schedules at the same minute",
    severity=Severity.LOW,
    mode="state",
    applies_to=("policy", "store"),
    explain=(
        "An appliance takes so many streams and no more. What starts together queues up, the last ones run into working "
        "hours or are skipped, and skipped copies are a longer gap than any setting shows."
    ),
    fix="Give policies different start times, a quarter of an hour apart.",
    sources=("Operational practice",),
    judge=judge,
    parameters={"most": Parameter(10, "How many schedules may start at one minute on one store.", "Our choice")},
    fires=Example(after=(Add("glbr_protection_job.one_more", _another_job(POLICY)),), parameters={"most": 1}),
    quiet=Example(
        after=(
            Add("glbr_protection_policy.evening", _evening()),
            Add("glbr_protection_job.one_more", _another_job("glbr_protection_policy.evening")),
        ),
        parameters={"most": 1},
    ),
)
