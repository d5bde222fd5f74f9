"""DP-COV-005: who is in a group is decided where no plan can see it."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Group
from glbr.review.rules.about import about
from glbr.review.rules.coverage.clinic import SECOND, SECOND_JOB, job_for, tagged_group
from glbr.review.rules.estate import GROUP, POLICY, member
from glbr.review.rules.example import Add, Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import counted, listed, subject


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Groups that a job protects and that follow a tag, a folder or another object; more severe when they follow another."""
    del parameters
    side = analysis.model.after
    used = {job.asset.value for job in side.jobs.values()}
    for group in side.groups.values():
        if group.key not in used or group.kind.value == "CUSTOM":
            continue
        was = analysis.model.before.groups.get(group.key)
        today = f", {counted(len(group.members.value), 'member')} today" if group.members.value is not None else ""
        if was is not None and _followed(was) != _followed(group):
            yield _changed(rule, was, group, today)
        else:
            message = f"Who is in {subject(group)} is decided elsewhere ({_followed(group)}{today}): no plan shows it."
            yield replace(about(rule, group, Direction.NEUTRAL, message), after=_followed(group))


def _changed(rule: Rule, was: Group, group: Group, today: str) -> Finding:
    """A group that follows something else. Only where nothing but tags came to those it had, nobody leaves."""
    gone = _tags(was) - _tags(group)
    change = f"{_followed(was)} before, {_followed(group)} after{today}"
    if _tags(was) and not gone:
        direction, severity = Direction.STRENGTHENING, Severity.INFO
        message = f"{subject(group)} takes in more members from now on: {change}. Who had one of the tags stays."
    else:
        direction, severity = Direction.WEAKENING, Severity.HIGH
        lost = (
            f"who is in it by tag {listed(gone)} alone leaves it"
            if _tags(group) and gone
            else "whoever was in it may leave"
        )
        message = (
            f"{subject(group)} is made of other members from now on: {change}. The plan cannot list who comes and who goes; "
            f"{lost}, and gets no copies any more unless another job reaches them."
        )
    return replace(
        about(rule, group, direction, message), severity=severity, before=_followed(was), after=_followed(group)
    )


def _tags(group: Group) -> set[str]:
    """The tags that a DYNAMIC group follows; none while they are unknown, and for any other group."""
    if group.kind.value != "DYNAMIC" or group.follows.value is None:
        return set()
    return set(group.follows.value.partition(" ")[2].split(", "))


def _followed(group: Group) -> str:
    if group.kind.value == "CUSTOM":
        return f"a list of {len(group.members.value or ()):,}" if group.members.is_known else "a list"
    return str(group.follows.value) if group.follows.value is not None else "something that only the apply will tell"


RULE = Rule(
    id="DP-COV-005",
    title="Membership decided elsewhere",
    severity=Severity.INFO,
    mode="both",
    applies_to=("group",),
    explain=(
        "A group that follows a tag or a folder is handy: new machines come in by themselves. They also go by themselves. "
        "Whoever removes a tag in vCenter takes a machine out of its backup, and no pull request shows it. A change of what "
        "the group follows does the same to many machines at once, and the plan cannot say to which: somebody has to look."
    ),
    fix=(
        "Nothing, if that is how it is meant; then guard the tag or folder like the policy itself. Else list the members in a "
        "CUSTOM group. With an inventory, the review tells how many members there are."
    ),
    sources=("NIST SP 800-209",),
    judge=judge,
    fires=Example(after=(Add(SECOND, tagged_group("silver")), Add(SECOND_JOB, job_for(SECOND, POLICY)))),
    quiet=Example(after=(Set(GROUP, "assets", [member(position) for position in range(8)]),)),
)
