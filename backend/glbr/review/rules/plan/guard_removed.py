"""DP-PLAN-006: a guard of the configuration is taken away, or Terraform is told to look away."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Managed
from glbr.review.rules.about import about
from glbr.review.rules.estate import CLOUD
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import listed, objects, subject

_PROTECTIVE: Final = frozenset(
    {
        "all",
        "protections",
        "schedules",
        "schedule",
        "lock_for",
        "expire_after",
        "protection_store_id",
        "assets",
        "members",
        "dynamic_member_filter",
        "native_app_info",
        "native_group_info",
        "overrides",
        "asset_info",
        "protection_policy_id",
        "effective_from_date_time",
        "force",
        "cascade_delete",
        "current_value",
    }
)
"""Attributes whose drift nobody would see any more. `all` is Terraform's word for every one."""


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Objects of both sides, where both tell: a plan alone tells of neither."""
    del parameters
    before = objects(analysis.model.before)
    for item in analysis.model.after.all():
        was = before.get(item.key)
        if was is None:
            continue
        if was.prevent_destroy is True and item.prevent_destroy is False:
            message = (
                f"{subject(item)} loses prevent_destroy: from now on Terraform destroys it when its block is removed."
            )
            found = about(rule, item, Direction.WEAKENING, message)
            yield replace(found, before="guarded", after="unguarded", path="lifecycle.prevent_destroy")
        if hidden := _hidden(was, item):
            message = (
                f"Changes of {listed(hidden)} of {subject(item)} are ignored from now on: neither a pull request nor drift "
                "of it is ever shown again."
            )
            found = about(rule, item, Direction.WEAKENING, message)
            found = replace(found, before="watched", after=f"ignored: {', '.join(sorted(hidden))}")
            yield replace(found, path="lifecycle.ignore_changes")


def _hidden(was: Managed, item: Managed) -> set[str]:
    if was.ignore_changes is None or item.ignore_changes is None:
        return set()
    new = set(item.ignore_changes) - set(was.ignore_changes)
    return {path for path in new if _PROTECTIVE & set(re.findall(r"[a-z_]+", path))}


RULE = Rule(
    id="DP-PLAN-006",
    title="Guard removed",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("store", "policy", "group", "job"),
    explain=(
        "`prevent_destroy` is mostly taken away one pull request before the deletion, where it looks harmless. `ignore_changes` "
        "on a lock, a retention or a list of members hides whatever somebody changes by hand afterwards, for ever."
    ),
    fix="Leave the guard where it is. Take it away in the same change as the deletion, so that both are reviewed together.",
    sources=("NIST SP 800-209", "Terraform: the lifecycle meta-argument"),
    judge=judge,
    fires=Example(
        before=(Set(CLOUD, "lifecycle", {"prevent_destroy": True}),),
        after=(Set(CLOUD, "lifecycle", None),),
        two_configurations=True,
    ),
    quiet=Example(after=(Set(CLOUD, "lifecycle", {"prevent_destroy": True}),), two_configurations=True),
)
