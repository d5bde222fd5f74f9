"""DP-COV-001: an asset was protected, and is not any more."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Job, Managed
from glbr.review.rules.about import about_unit, undecided
from glbr.review.rules.coverage.blind_spots import MEMBERS_IN, blind_spots
from glbr.review.rules.estate import GROUP, member
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import in_assets, listed, subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Units that no job reaches any more, and units of which nobody can say whether one does."""
    del parameters
    blind = [job for job in analysis.model.after.jobs.values() if job.asset.is_unknown]
    for unit in analysis.units:
        if unit.is_lost and not any(_forgotten(analysis, job) for job in unit.before):
            yield _lost(rule, analysis, unit, blind)
    for spot in blind_spots(analysis):
        yield replace(spot.finding(rule), covers=("DP-PLAN-001",))


def _forgotten(analysis: Analysis, job: Job) -> bool:
    """Whether the job goes on at HPE without Terraform."""
    change = analysis.changes.get(job.key)
    return change is not None and change.forgets


def _lost(rule: Rule, analysis: Analysis, unit: Unit, blind: list[Job]) -> Finding:
    cause, written, path = _cause(analysis, unit)
    policy = analysis.model.before.policies.get(unit.before[0].policy.value or "")
    message = (
        f"{in_assets((unit,))} {'has' if unit.count == 1 else 'have'} no protection after this: {cause}{_names(analysis, unit)}. "
        "Copies made so far stay until they expire."
    )
    found = replace(
        about_unit(rule, unit, written, Direction.DESTRUCTIVE, message),
        before=f"protected by {subject(policy)}" if policy else "protected",
        after="unprotected",
        path=path,
    )
    if not blind:
        return found
    maybe = f"What {listed(subject(job) for job in blind)} will protect is known only after the apply; it may be these."
    return undecided(
        replace(found, message=f"{message} {maybe}"), "Name the asset of the job by something known by now."
    )


def _names(analysis: Analysis, unit: Unit) -> str:
    if not unit.countable:
        return ""
    return f" ({listed(map(analysis.called, unit.assets))})"


def _cause(analysis: Analysis, unit: Unit) -> tuple[str, Managed, str]:
    """Why, where it is written, and the attribute."""
    was = unit.before[0]
    will = analysis.model.after.jobs.get(was.key)
    if will is None:
        return f"{subject(was)}, which protected {unit.name}, is destroyed", was, ""
    group = analysis.model.after.groups.get(will.asset.value or "")
    if group is not None and will.asset == was.asset:
        return f"they leave {subject(group)}, and no other job reaches them", group, MEMBERS_IN.get(group.noun, "")
    return f"{subject(will)} protects something else from now on", will, "asset_info.id"


RULE = Rule(
    id="DP-COV-001",
    title="Asset loses all protection",
    severity=Severity.CRITICAL,
    mode="change",
    applies_to=("group", "job"),
    explain=(
        "One line less in a list of members, and a machine gets no recovery points any more. The job stays green, the group "
        "stays green, and the machine's old copies expire one by one. It is the quietest way to lose data."
    ),
    fix=(
        "Put the asset back into its group, or into another one that a job protects, in the same change. For an asset that is "
        "retired, write a waiver with a reason and an end."
    ),
    sources=("AWS Backup Audit Manager: BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN", "CIS Controls v8 11.2"),
    judge=judge,
    fires=Example(after=(Set(GROUP, "assets", [member(position) for position in range(4)]),)),
    quiet=Example(after=(Set(GROUP, "assets", [member(position) for position in range(8)]),)),
)
