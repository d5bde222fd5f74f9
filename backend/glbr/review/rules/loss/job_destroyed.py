"""DP-LOSS-005: a job is destroyed, and nothing else protects what it protected."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Job
from glbr.review.rules.about import about_unit
from glbr.review.rules.estate import GROUP, JOB
from glbr.review.rules.example import Add, Example, Remove
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import subject, who


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Units that only destroyed jobs protected. A job that is made anew leaves no unit without one."""
    del parameters
    for unit in analysis.units:
        destroyed = [job for job in unit.before if _destroyed(analysis, job)]
        if unit.is_lost and destroyed and len(destroyed) == len(unit.before):
            first = destroyed[0]
            policy = analysis.model.before.policies.get(first.policy.value or "")
            by = f", which applied {subject(policy)}" if policy else ""
            message = (
                f"{who(unit)} {'loses' if unit.count == 1 else 'lose'} the only job{by}: no more "
                "recovery points are made. Copies made so far stay until they expire."
            )
            yield replace(
                about_unit(rule, unit, first, Direction.DESTRUCTIVE, message),
                before=f"protected by {subject(policy)}" if policy else "protected",
                after="unprotected",
                covers=("DP-COV-001",),
            )


def _destroyed(analysis: Analysis, job: Job) -> bool:
    change = analysis.changes.get(job.key)
    return change is not None and change.deletes and not change.replaces


_OF_ANOTHER: dict[str, object] = {
    "protection_policy_id": "${glbr_protection_policy.gold.id}",
    "asset_info": {
        "id": f"${{{GROUP}.id}}",
        "type": "backup-recovery/virtual-machine-protection-group",
    },
}

RULE = Rule(
    id="DP-LOSS-005",
    title="Job destroyed, assets unprotected",
    severity=Severity.CRITICAL,
    mode="change",
    applies_to=("job",),
    explain=(
        "The job is what ties assets to a policy. Without it the policy is still there, the stores are still there, and no "
        "recovery point is ever made again. Nothing fails and nobody is told, until somebody has to restore."
    ),
    fix=(
        "Leave the job in the configuration, or add the one that takes over in the same change. An asset that is really "
        "retired is taken out with a waiver that says so."
    ),
    sources=("AWS Backup Audit Manager: BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN", "CIS Controls v8 11.2"),
    judge=judge,
    fires=Example(after=(Remove(JOB),)),
    quiet=Example(after=(Remove(JOB), Add("glbr_protection_job.another", _OF_ANOTHER))),
)
