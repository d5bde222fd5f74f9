"""One thing that a change of tiers does, and which way it goes."""

from dataclasses import dataclass
from typing import Literal

from glbr.protection.direction import Direction
from glbr.protection.problem import Path

What = Literal[
    "tier lost",  # no tier of this kind is left for what it did
    "tier gained",
    "store changed",  # the same tier goes to another store: a new history begins there
    "schedule lost",
    "schedule gained",
    "retention shortened",  # also where it is so on some days of the calendar only
    "retention lengthened",
    "retention removed",  # no expiry is set any more
    "lock removed",
    "lock shortened",
    "lock lengthened",  # one-way, also where a lock is new
    "rarer",  # the worst gap between two recovery points grew
    "more often",
    "moved in time",  # another time of day or day, the same gaps
    "source changed",
    "consistency lowered",
    "consistency raised",
    "script changed",
    "undecidable",  # a value that decides is unknown on one side
]


@dataclass(frozen=True, slots=True)
class Shift:
    """One thing that a change does to one tier or one schedule.

    Attributes:
        what: What happens.
        direction: Which way it goes.
        kind: Kind of the tier, such as `CLOUD_BACKUP`; empty when unknown.
        store: Store of the tier (before the change when the tier is gone); empty for none or unknown.
        schedule: Number of the schedule; None when it is about the whole tier.
        before: The value before, in words people read: `kept 2 weeks`, `every 4 hours`, `nothing`.
        after: The value after.
        path: Where it stands: in the policy after the change, or before it for what is gone.
        note: What else to know, such as "on some days of the year only"; empty for nothing.
    """

    what: What
    direction: Direction
    kind: str
    store: str
    schedule: int | None
    before: str
    after: str
    path: Path
    note: str = ""
