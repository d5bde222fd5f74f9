"""DP-COV-007: two jobs make the same kind of copy of one asset."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Job
from glbr.review.rules.about import about_unit
from glbr.review.rules.coverage.clinic import SECOND, SECOND_JOB, SILVER, SILVER_POLICY, job_for, second_group
from glbr.review.rules.example import Add, Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import in_assets, listed, subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Units that several jobs reach after the change, one finding for each kind of tier that these have in common."""
    del parameters
    for unit in analysis.units:
        if len(unit.after) > 1:
            kinds = Counter(kind for job in unit.after for kind in {tier.kind.value for tier in job.tiers.value or ()})
            for kind, number in sorted((kind, number) for kind, number in kinds.items() if kind and number > 1):
                jobs = [job for job in unit.after if any(tier.kind.value == kind for tier in job.tiers.value or ())]
                message = (
                    f"{in_assets((unit,))} {'is' if unit.count == 1 else 'are'} copied into a tier {kind} by {number} jobs: as "
                    f"{listed(_role(analysis, job) for job in jobs)}."
                )
                found = about_unit(rule, unit, jobs[-1], Direction.NEUTRAL, message)
                yield replace(found, tier=kind, after=f"{number} jobs")


def _role(analysis: Analysis, job: Job) -> str:
    """What an asset is to a job: `member of clinic (job glbr_protection_job.gold)`, or the asset itself."""
    group = analysis.model.after.groups.get(job.asset.value or "")
    return f"{'member of ' + group.name if group else 'itself'} ({subject(job)})"


RULE = Rule(
    id="DP-COV-007",
    title="Protected twice",
    severity=Severity.LOW,
    mode="state",
    applies_to=("group", "job"),
    explain=(
        "Two jobs that copy one machine into the same kind of tier cost twice the space and the time, and whoever restores has "
        "to find out which of two histories is the right one. Most often two groups overlap without anybody having meant it."
    ),
    fix="Take the asset out of one of the groups, or out of one of the jobs; keep the one whose policy does more.",
    sources=("project hygiene",),
    judge=judge,
    fires=Example(
        after=(Add(SILVER, SILVER_POLICY), Add(SECOND, second_group(4, 5)), Add(SECOND_JOB, job_for(SECOND, SILVER)))
    ),
    quiet=Example(
        after=(Add(SILVER, SILVER_POLICY), Add(SECOND, second_group(6, 7)), Add(SECOND_JOB, job_for(SECOND, SILVER)))
    ),
)
