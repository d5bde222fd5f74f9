"""DP-LOSS-006: a job is there, and makes no copies."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Job, Thing
from glbr.review.rules.about import about, undecided
from glbr.review.rules.estate import JOB
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period
from glbr.review.rules.wording import assets_of, in_assets, subject

_RUNNERS: Final = {
    "data_orchestrator": "the schedules that it runs stop, and rest until their jobs are made anew",
    "hypervisor_manager": "machines and datastores below it can no longer be copied",
    "application_host": "databases on it can no longer be copied",
}
"""What runs jobs or reaches assets, and what becomes of the copies without it."""


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Jobs that are suspended, jobs that start late, and what runs jobs and goes."""
    wait = period(parameters, "starts_within")
    latest = wait.after(analysis.now) if wait else None
    reached: dict[str, list[Unit]] = defaultdict(list)
    for unit in analysis.units:
        for job in unit.after:
            reached[job.key].append(unit)
    for job in analysis.model.after.jobs.values():
        was = analysis.model.before.jobs.get(job.key)
        units = reached[job.key]
        if job.suspended.value is True:
            still = "still " if was is not None and was.suspended.value is True else ""
            found = _found(rule, job, units, f"is {still}suspended")
            yield replace(found, before="suspended" if still else "makes copies", after="suspended")
        elif not _moved(analysis, job, was, units):
            continue
        elif job.starts.is_unknown:
            found = _found(rule, job, units, "starts at a moment that only the apply will tell")
            found = replace(found, before=_start(was), after=str(job.starts), path="effective_from_date_time")
            yield undecided(found, "Write effective_from_date_time as a moment, or leave it out to start at once.")
        elif latest is not None and job.starts.value is not None and job.starts.value > latest:
            found = _found(rule, job, units, f"{_start(job)} only")
            yield replace(found, before=_start(was), after=_start(job), path="effective_from_date_time")
    yield from _without_runner(rule, analysis)


def _moved(analysis: Analysis, job: Job, was: Job | None, units: Sequence[Unit]) -> bool:
    """Whether the start is another one than before; of a new job, whether what it protects had one before."""
    if was is not None:
        return was.starts != job.starts
    return not analysis.is_change or any(unit.before for unit in units)


def _start(job: Job | None) -> str:
    if job is None or job.starts.is_absent:
        return "makes copies" if job is None else "starts at once"
    return f"starts on {job.starts.value:%Y-%m-%d %H:%M} UTC" if job.starts.value else str(job.starts)


def _found(rule: Rule, job: Job, units: Sequence[Unit], what: str) -> Finding:
    reach = in_assets(units) if units else "what it protects"
    message = f"{subject(job)} {what}: it makes no copies of {reach} as long as that holds."
    return replace(about(rule, job, Direction.WEAKENING, message), assets=assets_of(units))


def _without_runner(rule: Rule, analysis: Analysis) -> Iterator[Finding]:
    for thing in analysis.model.before.things.values():
        change = analysis.changes.get(thing.key)
        if thing.noun in _RUNNERS and change is not None and change.deletes:
            yield _gone(rule, thing, replaced=change.replaces)


def _gone(rule: Rule, thing: Thing, *, replaced: bool) -> Finding:
    end = "replaced" if replaced else "taken out of HPE's service"
    found = about(rule, thing, Direction.WEAKENING, f"{subject(thing)} is {end}: {_RUNNERS[thing.noun]}.")
    return replace(found, before="in service", after=end)


RULE = Rule(
    id="DP-LOSS-006",
    title="Job suspended or put off",
    severity=Severity.HIGH,
    mode="both",
    applies_to=("job", "appliance"),
    explain=(
        "A suspended job, a job that starts next year, and a job whose orchestrator is gone look the same in every list as "
        "one that works: they are there. They make no recovery points, and the old ones expire one after the other."
    ),
    fix=(
        "Resume the job, leave effective_from_date_time out or set it to a moment that is near, and keep what runs the job. "
        "For a maintenance window, suspend it at HPE for that time and say when it ends."
    ),
    sources=("CIS Controls v8 11.2", "NCSC principle 5", "HPE GreenLake Backup and Recovery API"),
    judge=judge,
    fires=Example(after=(Set(JOB, "effective_from_date_time", "2099-01-01T00:00:00Z"),)),
    quiet=Example(after=(Set(JOB, "effective_from_date_time", "2020-01-01T00:00:00Z"),)),
    parameters={
        "starts_within": Parameter(
            "1 day", "How long from now a job may wait for its first copy.", "CIS Controls v8 11.2", kind="period"
        )
    },
)
