"""A value of an object as one side of a change has it: known, unknown until the apply, or absent; and who chose it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, Literal, TypeVar

T = TypeVar("T")
U = TypeVar("U")

State = Literal["known", "unknown", "absent"]


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One value in three states. An unknown value is never taken for an absent one.

    Attributes:
        state: `known`, `unknown` (only the apply will tell) or `absent` (nobody said anything).
        value: The value; None unless it is known.
        origin: Who chose it, in a word: `policy`, `job`, `default`; empty where that is plain.
    """

    state: State
    value: T | None = None
    origin: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is a value to look at."""
        return self.state == "known"

    @property
    def is_unknown(self) -> bool:
        """Whether only the apply will tell."""
        return self.state == "unknown"

    @property
    def is_absent(self) -> bool:
        """Whether it is sure that nobody chose anything."""
        return self.state == "absent"

    def map(self, change: Callable[[T], U]) -> "Setting[U]":
        """The same state, with the value changed if there is one."""
        if self.value is None:
            return Setting(self.state, None, self.origin)
        return Setting(self.state, change(self.value), self.origin)

    def said_by(self, origin: str) -> "Setting[T]":
        """The same, chosen by somebody else."""
        return Setting(self.state, self.value, origin)

    def __str__(self) -> str:
        if self.is_unknown:
            return "known only after the apply"
        return "none" if self.is_absent else str(self.value)


def known(value: T, origin: str = "") -> Setting[T]:
    """A value that is there."""
    return Setting("known", value, origin)


ABSENT: Final[Setting[object]] = Setting("absent")
UNKNOWN: Final[Setting[object]] = Setting("unknown")


def setting(value: object, kind: type[T], origin: str = "") -> Setting[T]:
    """Read a value out of a plain tree: `None` is absent, whatever is not of the expected type is unknown as yet."""
    if value is None:
        return Setting("absent", None, origin)
    # A bool is an int to Python, never to a person.
    if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
        return Setting("known", value, origin)
    return Setting("unknown", None, origin)
