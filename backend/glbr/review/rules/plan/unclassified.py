"""DP-PLAN-010: something of ours changes in a way that no rule understands."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Job, Managed, Thing
from glbr.review.rules.about import about, about_change
from glbr.review.rules.access.second_person_off import RULE as SECOND_PERSON
from glbr.review.rules.estate import JOB, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.plan.understood import is_understood
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import listed, objects, subject

_POSITION: Final = re.compile(r"\[[^\]]*\]")


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """One finding for each object that is changed, with its attributes that no rule looks at."""
    del parameters
    after = objects(analysis.model.after)
    for change in analysis.changes.values():
        if "update" not in change.actions and not change.replaces:
            continue
        item = after.get(change.key)
        if isinstance(item, Job) and (was := analysis.model.before.jobs.get(change.key)) is not None:
            yield from _other_kind(rule, was, item)
        paths = [path for path in change.changed if not is_understood(change.noun, _POSITION.sub("", path))]
        if paths and not _is_judged_setting(item):
            called = subject(item) if item else change.address
            message = f"{called} changes in a way that no rule judges: {listed(paths)}. Look at it yourself."
            found = (
                about(rule, item, Direction.NEUTRAL, message)
                if item
                else about_change(rule, change, Direction.NEUTRAL, message)
            )
            yield replace(found, after=listed(paths), path=min(paths))


def _other_kind(rule: Rule, was: Job, job: Job) -> Iterator[Finding]:
    """A job whose asset keeps its id and becomes something else: one of the two kinds is wrong, and nobody can say which."""
    same = was.asset.is_known and was.asset == job.asset
    if same and was.asset_kind != job.asset_kind:
        message = (
            f"{subject(job)} says that what it protects is another kind of thing from now on ({was.asset_kind} before, "
            f"{job.asset_kind} after), and it is the same id: HPE may refuse that, or protect nothing. Look at it yourself."
        )
        found = about(rule, job, Direction.NEUTRAL, message)
        kinds = str(was.asset_kind), str(job.asset_kind)
        yield replace(found, severity=Severity.MEDIUM, before=kinds[0], after=kinds[1], path="asset_info.type")


def _is_judged_setting(item: Managed | None) -> bool:
    """Whether it is one of the settings that DP-SEC-003 looks at; of the others nobody knows what they mean."""
    names = SECOND_PERSON.parameters["settings"].default
    return isinstance(item, Thing) and item.noun == "setting" and isinstance(names, tuple) and item.name in names


def _granularity(value: str) -> dict[str, object]:
    tier = f"${{{POLICY}.protections[1].id}}"
    return {"protections": [{"id": tier, "schedules": [{"schedule_id": 2, "backup_granularity": value}]}]}


RULE = Rule(
    id="DP-PLAN-010",
    title="Unclassified change",
    severity=Severity.INFO,
    mode="change",
    applies_to=("plan",),
    explain=(
        "The rules know what the attributes of stores, policies, groups and jobs mean for a restore. Of others they know "
        "nothing, and say so: a silent review would look like one that has judged them."
    ),
    fix="Read the change yourself. If an attribute matters for restores, write a rule of your own for it.",
    sources=("project default",),
    judge=judge,
    fires=Example(
        before=(Set(JOB, "overrides", _granularity("VMWARE_CBT")),),
        after=(Set(JOB, "overrides", _granularity("VOLUME")),),
    ),
    quiet=Example(after=(Set(POLICY, "description", "for everything"),)),
)
