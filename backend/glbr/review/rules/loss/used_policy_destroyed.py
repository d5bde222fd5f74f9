"""DP-LOSS-004: a policy goes that jobs apply."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.model import Change
from glbr.review.model.objects import Job, Policy
from glbr.review.rules.about import about, undecided
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.loss.worsening import gets_worse, is_unsure
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import assets_of, counted, in_assets, listed, subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Policies that are destroyed or replaced while somebody uses them, and does not come out of it as well as before.

    Where every job is made anew with the new policy and nothing gets worse, this is how HPE changes a policy in use.
    """
    del parameters
    units = _units_by_policy(analysis)
    for change in analysis.changes.values():
        policy = analysis.model.before.policies.get(change.key)
        if policy is not None and change.deletes:
            yield from _judge(rule, analysis, policy, change, units.get(policy.key, []))


def _units_by_policy(analysis: Analysis) -> dict[str, list[Unit]]:
    """Who is protected by what before the change, each once."""
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in analysis.units:
        for key in {job.policy.value for job in unit.before}:
            found[key or ""].append(unit)
    return found


def _judge(rule: Rule, analysis: Analysis, policy: Policy, change: Change, units: list[Unit]) -> Iterator[Finding]:
    jobs = analysis.users_of_policy(analysis.model.before, policy.key)
    left = tuple(job for job in jobs if not _goes(analysis, job))
    worse = [unit for unit in units if gets_worse(unit)]
    unsure = [unit for unit in units if is_unsure(unit)]
    if not (left or worse or unsure or policy.in_use_elsewhere):
        return
    end = "replaced" if change.replaces else "destroyed"
    message = f"{subject(policy)} is {end} while it is in use: {_use(jobs, left, policy)}."
    if worse:
        message += f" {in_assets(worse)} {'is' if assets_of(worse) == 1 else 'are'} protected less after it."
    found = replace(
        about(rule, policy, Direction.DESTRUCTIVE, message),
        before=f"used by {counted(len(jobs) + policy.in_use_elsewhere, 'job')}",
        after=end,
        path=change.replace_paths[0] if change.replace_paths else "",
        assets=assets_of(worse or unsure),
    )
    if left or worse or policy.in_use_elsewhere:
        yield found
    else:
        yield undecided(
            found, "Plan again once the values are known that decide what protects these assets afterwards."
        )


def _goes(analysis: Analysis, job: Job) -> bool:
    change = analysis.changes.get(job.key)
    return change is not None and change.deletes


def _use(jobs: tuple[Job, ...], left: tuple[Job, ...], policy: Policy) -> str:
    parts = []
    if len(jobs) > len(left):
        parts.append(
            f"{counted(len(jobs) - len(left), 'job')} of this configuration {'goes' if len(jobs) == 1 else 'go'} along"
        )
    if left:
        parts.append(
            f"{counted(len(left), 'job')} of this configuration ({listed(job.name for job in left)}) "
            f"{'stays' if len(left) == 1 else 'stay'} behind, and HPE refuses to delete a policy that has one"
        )
    if policy.in_use_elsewhere:
        parts.append(f"{counted(policy.in_use_elsewhere, 'job')} outside of this configuration, by the inventory")
    return "; ".join(parts)


_MONTHLY: Final = {
    "schedule_id": 4,
    "source_protection_schedule_id": 1,
    "expire_after": "1 year",
    "lock_for": "6 months",
    "schedule": {"recurrence": "MONTHLY", "repeat_interval": {"every": 1, "on": [1]}, "start_time": "02:00"},
}
"""One more schedule: HPE takes it only in a new policy, and nothing gets worse by it."""

RULE = Rule(
    id="DP-LOSS-004",
    title="Policy in use destroyed or replaced",
    severity=Severity.CRITICAL,
    mode="change",
    applies_to=("policy", "job"),
    explain=(
        "A policy in use carries the schedules of everything that its jobs protect. HPE cannot change its tiers, stores, "
        "chains or scripts: Terraform then deletes policy and jobs and makes new ones. Copies made so far stay until they "
        "expire, but the new jobs start a new history, and a job that does not come along keeps the apply from finishing "
        "half way."
    ),
    fix=(
        "Keep the policy as it is. For other tiers or stores, add a second policy, move jobs to it one by one, and remove the "
        "old policy when nothing uses it and its copies have expired."
    ),
    sources=("hashicorp/terraform-provider-azurerm #3441", "CIS Controls v8 11.2"),
    judge=judge,
    fires=Example(after=(Set(POLICY, CLOUD_BACKUP, None),)),
    quiet=Example(after=(Set(POLICY, f"{BACKUP}.schedules[1]", _MONTHLY),)),
)
