"""DP-COV-004: a job protects a group that holds nothing."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about, undecided
from glbr.review.rules.coverage.blind_spots import MEMBERS_IN
from glbr.review.rules.estate import GROUP
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Groups with a job and without members; lists of members that only the apply will tell are undecided."""
    del parameters
    side = analysis.model.after
    protected = {job.asset.value for job in side.jobs.values()}
    for group in side.groups.values():
        if group.key not in protected:
            continue
        custom = group.kind.value == "CUSTOM"
        if group.members.value == () or (not custom and group.kind.is_known and group.follows.is_absent):
            message = f"{subject(group)} has a job and no members: the job protects nothing."
            path = MEMBERS_IN.get(group.noun, "") if custom else ""
            yield replace(about(rule, group, Direction.NEUTRAL, message), after="no members", path=path)
        elif group.members.is_unknown and (custom or group.kind.is_unknown):
            message = f"Who is in {subject(group)} is known only after the apply: it may be nobody."
            found = replace(about(rule, group, Direction.NEUTRAL, message), after="unknown members")
            found = replace(found, path=MEMBERS_IN.get(group.noun, ""))
            yield undecided(found, "List the members by values that are known by now.")


RULE = Rule(
    id="DP-COV-004",
    title="Empty group",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("group",),
    explain=(
        "A job over an empty group runs on time, fails never, and is shown in green. It makes no recovery point, because "
        "there is nothing to copy. A tag that nobody carries, or a list that somebody emptied, looks exactly like that."
    ),
    fix="List the members, or mend the tag, folder or instance that the group follows. Remove job and group if both are over.",
    sources=("CIS Controls v8 11.2",),
    judge=judge,
    fires=Example(
        before=(Set(GROUP, "lifecycle", {"ignore_changes": ["assets"]}),),
        outside=(Set(GROUP, "assets", []),),
    ),
    quiet=Example(after=(Set(GROUP, "description", "all machines of the clinic"),)),
)
