"""A value of an object as one side of a change has it: known, unknown until the apply, or absent; and who chose it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, TypeVar

T = TypeVar("T")
U = TypeVar("U")

State = Literal["known", "unknown", "absent"]


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One value in three states. An unknown value is never taken for an absent one.

    Attributes:
        state: `known`, `unknown` (only the apply will tell, or nobody here understands it) or `absent` (nobody said anything).
        value: The value; None unless it is known.
        origin: Who chose it, in a word: `policy`, `job`, `default`; empty where that is plain.
        note: Why it is unknown although something is written there: `not understood: '1 fortnight'`; mostly empty.
    """

    state: State
    value: T | None = None
    origin: str = ""
    note: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is a value to look at."""
        return self.state == "known"

    @property
    def is_unknown(self) -> bool:
        """Whether nobody can tell it here: mostly only the apply will."""
        return self.state == "unknown"

    @property
    def is_absent(self) -> bool:
        """Whether it is sure that nobody chose anything."""
        return self.state == "absent"

    def map(self, change: Callable[[T], U]) -> "Setting[U]":
        """The same state, with the value changed if there is one."""
        if self.value is None:
            return Setting(self.state, None, self.origin, self.note)
        return Setting(self.state, change(self.value), self.origin, self.note)

    def said_by(self, origin: str) -> "Setting[T]":
        """The same, chosen by somebody else."""
        return Setting(self.state, self.value, origin, self.note)

    def __str__(self) -> str:
        if self.is_unknown:
            return self.note or "known only after the apply"
        return "none" if self.is_absent else str(self.value)


def known(value: T, origin: str = "") -> Setting[T]:
    """A value that is there."""
    return Setting("known", value, origin)


_MOST: Final = 30
"""So many characters of what is not understood are repeated."""

ABSENT: Final[Setting[object]] = Setting("absent")
UNKNOWN: Final[Setting[object]] = Setting("unknown")


def not_understood(value: object, origin: str = "", what: str = "") -> Setting[Any]:
    """What is written, and nobody here can read: edited by hand, or of a newer provider. Unknown all the same.

    Args:
        value: What stands there. Whatever is no text, number or truth, or has an expression in it, is only not known as yet.
        origin: Who chose it.
        what: What the value is, where that is not plain: `start time`.
    """
    if not isinstance(value, (str, int, float)) or (isinstance(value, str) and "${" in value):
        return Setting("unknown", None, origin)
    text = "".join(letter if letter.isprintable() else "\ufffd" for letter in str(value)[: _MOST + 1])
    told = repr(text if len(text) <= _MOST else f"{text[:_MOST]}…") if isinstance(value, str) else text
    return Setting("unknown", None, origin, f"not understood: {what} {told}" if what else f"not understood: {told}")


def setting(value: object, kind: type[T], origin: str = "") -> Setting[T]:
    """Read a value out of a plain tree: `None` is absent, whatever is not of the expected type is unknown."""
    if value is None:
        return Setting("absent", None, origin)
    # A bool is an int to Python, never to a person.
    if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
        return Setting("known", value, origin)
    return not_understood(value, origin)
