"""DP-COV-006: a policy that nothing uses."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about, undecided
from glbr.review.rules.coverage.clinic import SECOND, SECOND_JOB, SILVER, SILVER_POLICY, job_for, second_group
from glbr.review.rules.example import Add, Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import GIVE_INVENTORY, listed, subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Policies without a job here, without one that the inventory knows, and without one that Terraform has forgotten."""
    del parameters
    side = analysis.model.after
    forgotten = {
        job.policy.value
        for job in analysis.model.before.jobs.values()
        if job.key in analysis.changes and analysis.changes[job.key].forgets
    }
    blind = [subject(job) for job in side.jobs.values() if job.policy.is_unknown]
    known = analysis.model.provenance.inventory_at is not None
    for policy in side.policies.values():
        if analysis.users_of_policy(side, policy.key) or policy.in_use_elsewhere or policy.key in forgotten:
            continue
        where = "here or in the inventory" if known else "in this configuration; other configurations may have one"
        found = about(rule, policy, Direction.NEUTRAL, f"{subject(policy)} is used by no job {where}.")
        found = replace(found, after="unused")
        if not blind:
            yield found
            continue
        maybe = f"Which policy {listed(blind)} applies is known only after the apply; it may be this one."
        yield undecided(replace(found, message=f"{found.message} {maybe}"), GIVE_INVENTORY)


RULE = Rule(
    id="DP-COV-006",
    title="Policy without a job",
    severity=Severity.LOW,
    mode="state",
    applies_to=("policy",),
    explain=(
        "A policy alone protects nothing. If it is left over it misleads whoever reads the list of policies; if it is new, the "
        "job that was to follow it has been forgotten."
    ),
    fix="Add the job that applies the policy, or remove the policy.",
    sources=("project hygiene",),
    judge=judge,
    fires=Example(after=(Add(SILVER, SILVER_POLICY),)),
    quiet=Example(
        after=(Add(SILVER, SILVER_POLICY), Add(SECOND, second_group(6, 7)), Add(SECOND_JOB, job_for(SECOND, SILVER)))
    ),
)
