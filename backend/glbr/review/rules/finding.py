"""One finding: what a rule has to say about one place."""

from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from typing import Literal

from glbr.protection.direction import Direction

Verdict = Literal["fail", "unknown"]
"""A rule that finds nothing passes; one that cannot decide says so, which is never a pass."""


class Severity(IntEnum):
    """How bad it is, whatever a gate makes of it."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def word(self) -> str:
        """As people write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. Only values of the model get in here: they may be shown anywhere.

    Attributes:
        rule: Id of the rule: `DP-LOCK-001`.
        verdict: Whether it fails, or cannot be decided.
        severity: The rule's, or another one where the rule says so.
        direction: Which way the change goes; NEUTRAL for a state of things.
        key: Key of the object or unit that it is about.
        address: Address to point at: where a person has to write something else. Empty for the plan as a whole.
        subject: What people call it: `policy gold`, `group clinic`.
        message: One sentence: what will happen, with figures.
        before: The value before, in words; empty for a state of things.
        after: The value after, in words.
        tier: Kind of the tier, such as `CLOUD_BACKUP`; empty for none.
        schedule: Number of the schedule; None for none.
        path: Attribute to write to: `protections[1].schedules[0].lock_for`; empty when unknown.
        assets: How many assets it touches, as far as can be told; 0 when it touches none.
        resolve: What makes it decidable, for an unknown one; else empty.
        covers: Ids of rules for which this finding is the more specific word at the same key and tier: theirs are left out.
    """

    rule: str
    verdict: Verdict
    severity: Severity
    direction: Direction
    key: str
    address: str
    subject: str
    message: str
    before: str = ""
    after: str = ""
    tier: str = ""
    schedule: int | None = None
    path: str = ""
    assets: int = 0
    resolve: str = ""
    covers: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The same finding has the same fingerprint in every run, whatever its value: 16 hexadecimal digits."""
        place = "\0".join((self.rule, self.key, self.tier, str(self.schedule)))
        # A name may hold half a character: JSON can carry that.
        return sha256(place.encode("utf-8", "backslashreplace")).hexdigest()[:16]
