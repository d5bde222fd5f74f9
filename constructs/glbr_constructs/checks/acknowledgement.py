"""Accepting what a rule finds: who, why, until when. The review finds it in the synthesized configuration."""

import datetime as dt
import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Final, TypeAlias, get_args
from weakref import WeakKeyDictionary

from constructs import Construct

from glbr.protection.policy import STORED, STORELESS
from glbr_constructs.checks.review_terms import SHORTEST_REASON, RuleId
from glbr_constructs.refusal import Refused
from glbr_constructs.synthesis.place import path_of
from glbr_constructs.synthesis.resource import Resource

Until: TypeAlias = dt.date | str
"""A day: a date, or text such as `2027-01-31`."""

ACKNOWLEDGED: Final = "glbr_acknowledged"
"""Key of a resource's comment under which the review looks. The CDK writes over whatever is in `metadata` there."""

_OF_A_TEAM: Final = re.compile(r"(?!DP-)[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
"""What a rule of a team's own is called, such as `ACME-1`."""
_MOST_NAMED: Final = 5

_acknowledged: WeakKeyDictionary[Resource, list[dict[str, str | int]]] = WeakKeyDictionary()


def acknowledge(
    construct: Construct,
    rule: RuleId | str,
    reason: str,
    until: Until,
    owner: str,
    *,
    tier: str = "",
    value: str = "",
    ticket: str = "",
    schedule: int | None = None,
) -> None:
    """Accept what a rule finds, for a while. It travels with the configuration, and the review of the plan heeds it, too.

    It holds for one resource: name several times what is accepted of several resources, or by several rules. A day that is
    over is no mistake here, so that an old program still runs: the finding simply counts again.

    Args:
        construct: Where it is accepted: a resource, or a construct that stands for one (its default child), such as a policy,
            a store, or `ThreeTwoOneOneZero` for its policy. Something wider, such as a stack, is refused: what was accepted of
            one resource was not accepted of all the others.
        rule: Identifier of the rule, such as `DP-LOCK-001`, or of a rule of your team's.
        reason: Why that is fine, for those who read it later; 10 characters or more.
        until: Last day on which it holds, at most 180 days from the day of the check: a date, or text such as `2027-01-31`.
        owner: Who answers for it.
        tier: Kind of copy it holds for, such as `BACKUP`. What is found in one kind of copy needs it.
        value: What is accepted, such as `1 week`. Without it, the review of a plan accepts only what is there today.
        ticket: Where it was decided.
        schedule: Number of the schedule it holds for (`schedule_id` of what `add_backup` gives back); any without it.

    Example:
        test = ProtectionPolicy(self, "test", name="test")
        test.add_snapshot(Every.hours(4).keep(days=2))
        acknowledge(test, "DP-COPY-003", "Test machines are made anew every week.", "2027-03-31", "platform-team")

    Raises:
        Refused: there is no such rule, something is empty or not what it should be, or the construct makes nothing.
    """
    doing = f"acknowledging {rule} at {path_of(construct) if isinstance(construct, Construct) else repr(construct)}"
    resource = _resource(doing, construct)
    entry: dict[str, str | int] = {"rule": rule, "reason": reason, "until": _day(doing, until), "owner": owner}
    entry |= {name: text for name, text in {"tier": tier, "value": value, "ticket": ticket}.items() if text != ""}
    for wrong, allowed in _wrong(entry):
        raise Refused(f"{doing}: {wrong}. {allowed}.")
    if schedule is not None:
        if isinstance(schedule, bool) or not isinstance(schedule, int) or schedule < 1:
            raise Refused(f"{doing}: schedule={schedule!r} is no number of a schedule. Allowed: 1 and more, or none.")
        entry["schedule"] = schedule
    entries = _acknowledged.setdefault(resource, [])
    for known in entries:
        if all(known.get(name) == entry.get(name) for name in ("rule", "tier", "value", "schedule")):
            raise Refused(
                f"{doing}: it is acknowledged there already, by {known['owner']} until {known['until']}. Keep one of the two, "
                "or say with tier, value or schedule what each is for."
            )
    entries.append(entry)
    # The CDK takes it over as it is now: each call hands over all there is.
    resource.add_override(f"//.{ACKNOWLEDGED}", list(entries))


def _resource(doing: str, construct: Construct) -> Resource:
    if isinstance(construct, Resource):
        return construct
    if not isinstance(construct, Construct):
        raise Refused(f"{doing}: that is no construct. Allowed: a resource, or a construct such as a policy or store.")
    inner = construct.node.default_child
    while inner is not None and not isinstance(inner, Resource):
        inner = inner.node.default_child
    if inner is not None:
        return inner
    inside = [one for one in construct.node.find_all() if isinstance(one, Resource)]
    if not inside:
        raise Refused(
            f"{doing}: it makes nothing at HPE. Allowed: a construct that stands for a resource of this program."
        )
    named = ", ".join(path_of(one).replace("/Default", "") for one in islice(inside, _MOST_NAMED))
    more = f" and {len(inside) - _MOST_NAMED} more" if len(inside) > _MOST_NAMED else ""
    raise Refused(f"{doing}: it holds {len(inside)} resource(s). Acknowledge it where it is accepted: {named}{more}.")


def _day(doing: str, until: object) -> str:
    if isinstance(until, dt.datetime):
        return until.date().isoformat()
    try:
        return until.isoformat() if isinstance(until, dt.date) else dt.date.fromisoformat(str(until)).isoformat()
    except ValueError:
        raise Refused(f"{doing}: until={until!r} is no day. Allowed: a date, or text such as '2027-01-31'.") from None


def _wrong(entry: dict[str, str | int]) -> Iterator[tuple[str, str]]:
    for name, given in entry.items():
        if not isinstance(given, str):
            yield f"{name}={given!r} is no text", "Write it as text"
        elif "${" in given:
            yield f"{name} holds a value that only Terraform knows", "Write out what is accepted"
    rule, reason, owner, tier = (str(entry.get(name, "")) for name in ("rule", "reason", "owner", "tier"))
    known = get_args(RuleId)
    if rule not in known and not _OF_A_TEAM.fullmatch(rule):
        near = get_close_matches(rule, known, n=3)
        likely = f"Did you mean {', '.join(near)}? " if near else ""
        yield f"there is no rule {rule!r}", f"{likely}`glbr review --list-rules` shows all {len(known)}"
    if len(reason.strip()) < SHORTEST_REASON:
        yield (
            f"the reason says too little. Given: {reason!r}",
            f"Say why it is accepted, in {SHORTEST_REASON} characters or more",
        )
    if not owner.strip():
        yield f"there is no owner. Given: {owner!r}", "Name who answers for it"
    if tier and tier not in (*STORELESS, *STORED):
        yield f"there is no kind of copy {tier!r}", f"Allowed: {', '.join((*STORELESS, *STORED))}, or none"
