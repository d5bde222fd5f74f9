"""Where objects of one definition live at HPE: a path, which for objects below another one names that one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from glbr.definition.resource import Observed

BRACES: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Collection:
    """One collection of the API.

    Attributes:
        definition: What its objects are.
        path: Where they are read.
        written_at: Where they are made, changed and removed: the same path, as a rule.
    """

    definition: "type[Observed]"
    path: str
    written_at: str

    def one(self, identifier: str) -> str:
        """Where one object is read."""
        return f"{self.path}/{quote(identifier, safe='')}"

    def one_written(self, identifier: str) -> str:
        """Where one object is changed and removed."""
        return f"{self.written_at}/{quote(identifier, safe='')}"


def named_in(path: str) -> tuple[str, ...]:
    """The arguments that a path has a place for."""
    return tuple(BRACES.findall(path))


def filled(path: str, tree: Mapping[str, object]) -> str:
    """A path with these values in its places."""
    return BRACES.sub(lambda place: quote(str(tree.get(place[1])), safe=""), path)
