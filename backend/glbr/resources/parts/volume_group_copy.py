"""What a copy of a volume protection group is for Terraform: how long it lives and stays locked is written as periods.

HPE takes periods when the copy is made, and from then on tells and takes moments.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from glbr.definition import Block, Period, Resource, Timestamp, Tree, Update, argument, changes, result
from glbr.definition.types import PeriodText, moment
from glbr.protection.period import InvalidPeriod
from glbr.protection.period import Period as Length
from glbr.protection.policy import lock_problems
from glbr.protection.problem import Path, Problem
from glbr.protection.weakening import Weakening, destroyed, period_weakenings, replaced
from glbr.resources.parts.recovery_point import NumberedCopySchedule, RecoveryPoint

ENDS: Final[Mapping[str, str]] = {"expire_after": "expires_at", "lock_for": "locked_until"}
"""Which moment each period leads to."""
TOLERANCE: Final = timedelta(hours=1)
"""HPE may count from a little before or after the moment at which it says the copy was made."""
LATE: Final = datetime(2200, 1, 1, tzinfo=UTC)
"""No copy is made after this: what ends within the calendar from here does so from any day until then."""


class CopyChange(Block):
    """What HPE takes in a change of a copy."""

    name: str | None = argument("Name of the copy.", at_most=255)
    description: str | None = argument("Free-text note.", at_most=255)
    expires_at: Timestamp | None = argument("Moment after which HPE removes the copy.")
    locked_until: Timestamp | None = argument("Moment before which nobody can delete the copy.")


class VolumeGroupCopy(RecoveryPoint, Resource):
    """A copy of a volume protection group, made when Terraform makes it."""

    changed_as = CopyChange
    kept_while = (
        "The copy is locked: nobody can delete it before `locked_until`, and a lock cannot be taken away. Or a restore, a "
        "host or a backup made from it still uses it. Wait for that; or leave the copy at HPE, where it expires by itself, "
        "and only take it out of Terraform's state: terraform state rm."
    )

    name: str = argument("Name of the copy.", at_least=1, at_most=255)
    description: str | None = argument("Free-text note.", at_most=255)
    expire_after: Period | None = argument(
        "Remove the copy so long after it was made, such as `2 weeks`. HPE decides when it is left out; leaving it out "
        "later changes nothing.",
        computed=True,
        returned=False,
    )
    lock_for: Period | None = argument(
        "Let nobody delete the copy for so long after it was made, such as `1 week`. Lengthening a lock cannot be undone: "
        "HPE may refuse a shorter one, and leaving it out later takes no lock away.",
        computed=True,
        returned=False,
    )

    created_at: Timestamp | None = result("When it was made.", stable=True)
    schedule_info: NumberedCopySchedule | None = result("Schedule that made it, if one did.", stable=True)

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """A copy cannot be locked for longer than it is kept, and each period ends within the calendar."""
        yield from lock_problems(tree, ())
        for name in ENDS:
            period = tree.get(name)
            if isinstance(period, str) and not PeriodText().problem(period) and (told := _without_end(period)):
                yield Problem((name,), "A period without an end", f"Given: {name} = {period!r}. {told}.")

    @classmethod
    def weakenings(
        cls, prior: Tree, planned: Tree | None, replacing: Sequence[Path], beside: tuple[Tree, Tree]
    ) -> Iterator[Weakening]:
        """A recovery point that goes away, earlier than it would, or that nobody can delete for longer."""
        del beside
        point = f"the recovery point of {prior.get('point_in_time') or prior.get('created_at')}"
        if planned is None:
            yield destroyed(point, "It is deleted. HPE keeps it only while it is locked.")
            return
        if replacing:
            yield replaced(
                prior, planned, replacing, f"{point[0].upper()}{point[1:]} is deleted, and a new one is made."
            )
        yield from period_weakenings(prior, planned)

    @classmethod
    def lost_if_replaced(cls, prior: Tree) -> str:
        """A recovery point is deleted, and one of today is made."""
        return f"The recovery point of {prior.get('point_in_time') or prior.get('created_at')} is deleted."

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """The periods that lead to the moments HPE tells: as they were written, where they do."""
        del beside
        starts = [start for name in ("created_at", "point_in_time") if (start := _told(tree, name))]
        periods = {
            name: _period((prior or {}).get(name), starts, _told(tree, moment_name))
            for name, moment_name in ENDS.items()
        }
        return {**tree, **periods}

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """HPE takes the moment at which a changed period ends, counted from when the copy was made."""
        del live
        changed = changes(cls.fields(), prior, planned)
        periods = {name: changed.pop(name) for name in ENDS if name in changed}
        start = _told(prior, "created_at") or _told(prior, "point_in_time")
        for name, period in periods.items():
            if not isinstance(period, str):
                continue
            if start is None:
                reason = f"HPE does not tell when the copy was made, so nobody can say when its {name} ends."
                return Update.impossible(((name,),), reason)
            end = Length.parse(period).after(start)
            before = prior.get(name)
            if not isinstance(before, str) or Length.parse(before).after(start) != end:
                changed[ENDS[name]] = end.isoformat().replace("+00:00", "Z")
        return Update.patch(changed)


def _told(tree: Tree, name: str) -> datetime | None:
    """A moment that HPE has told; all of its moments are UTC."""
    told = tree.get(name)
    read = moment(told) if isinstance(told, str) else None
    return read.replace(tzinfo=UTC) if read is not None and read.tzinfo is None else read


def _period(written: object, starts: list[datetime], end: datetime | None) -> str | None:
    """The period that was written, if it leads to this end from any of the starts; else the one that does.

    Empty text says that HPE tells of no end any more, `None` that nothing is known of one.
    """
    if end is None:
        return "" if isinstance(written, str) else None
    if isinstance(written, str) and any(_leads(written, start, end) for start in starts):
        return written
    if not starts:
        return written if isinstance(written, str) else None
    found = Length.between(starts[0], end)
    return str(found or "") if found or isinstance(written, str) else None


def _leads(written: str, start: datetime, end: datetime) -> bool:
    try:
        return abs(Length.parse(written).after(start) - end) <= TOLERANCE
    except InvalidPeriod:
        return False


def _without_end(period: str) -> str | None:
    try:
        Length.parse(period).after(LATE)
    except InvalidPeriod as invalid:
        return str(invalid).capitalize()
    return None
