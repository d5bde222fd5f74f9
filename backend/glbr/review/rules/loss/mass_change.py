"""DP-LOSS-008: one change makes very much worse at once."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about_plan
from glbr.review.rules.estate import JOB
from glbr.review.rules.example import Example, Remove
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.loss.store_destroyed import APPLIANCES
from glbr.review.rules.loss.worsening import gets_worse, worsening
from glbr.review.rules.made_copies import COPIES
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number
from glbr.review.rules.wording import assets_of, counted, in_assets

_ALWAYS_WORSE: Final = ("protection_store", *COPIES, *APPLIANCES)
"""What is lost also when it is made anew, and whether or not a job uses it."""


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Compares what gets worse with the thresholds; one finding names all that are passed."""
    worse = [unit for unit in analysis.units if gets_worse(unit)]
    jobs = {job.key for unit in worse for job in unit.before}
    touched = jobs | {key for unit in worse for job in unit.before for key in (job.policy.value, job.asset.value)}
    destroyed = {
        change.key
        for change in analysis.model.changes
        if change.deletes and (change.noun in _ALWAYS_WORSE or change.key in touched)
    }
    objects, all_jobs = len(destroyed), len(analysis.model.before.jobs)
    passed = []
    if assets_of(worse) > number(parameters, "assets"):
        passed.append(
            f"{in_assets(worse)} {'loses' if assets_of(worse) == 1 else 'lose'} protection (threshold {parameters['assets']})"
        )
    percent = 100 * len(jobs) / all_jobs if all_jobs else 0
    if all_jobs >= number(parameters, "least_jobs") and percent > number(parameters, "share_of_jobs"):
        share = f"{len(jobs):,} of {counted(all_jobs, 'job')} {'does' if len(jobs) == 1 else 'do'} less than before"
        passed.append(f"{share}, {percent:.0f} % (threshold {parameters['share_of_jobs']} %)")
    if objects > number(parameters, "objects"):
        passed.append(
            f"{counted(objects, 'object')} {'is' if objects == 1 else 'are'} destroyed with it "
            f"(threshold {parameters['objects']})"
        )
    if passed:
        direction = max(map(worsening, worse), default=Direction.DESTRUCTIVE)
        yield replace(
            about_plan(rule, direction, f"Very much gets worse at once: {'; '.join(passed)}."),
            after=f"{in_assets(worse)}, {counted(len(jobs), 'job')}, {counted(objects, 'object')}",
            assets=assets_of(worse),
        )


RULE = Rule(
    id="DP-LOSS-008",
    title="Mass change",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("plan",),
    explain=(
        "When half of a site loses protection in one pull request, it is seldom meant: more often it is the wrong workspace, "
        "a variable that came out empty, or a list that lost its entries. Nobody reads two hundred deletions one by one, so "
        "the number itself is the warning."
    ),
    fix="Check workspace and variables. If it is meant, split it into changes that a person can read, or raise the threshold.",
    sources=("ministryofjustice/modernisation-platform #8695", "NIST SP 800-209"),
    judge=judge,
    fires=Example(after=(Remove(JOB),), parameters={"assets": 5}),
    quiet=Example(after=(Remove(JOB),)),
    parameters={
        "assets": Parameter(50, "More assets than this that are protected less.", "project default"),
        "share_of_jobs": Parameter(25, "More percent of all jobs than this that do less.", "project default"),
        "least_jobs": Parameter(
            4, "Fewer jobs than this are too few for a share to mean something.", "project default"
        ),
        "objects": Parameter(20, "More objects destroyed than this.", "project default"),
    },
)
