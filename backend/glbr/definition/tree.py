"""Values on their way between Terraform and HPE: plain Python, plus what is not known yet.

A tree is a dict of snake_case names for an object, a list for a list or a set, and text, numbers, booleans and `None`
for the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Tree = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that only the apply will tell.

    Attributes:
        refinements: What is certain about it all the same, by the key numbers of Terraform's wire format (1 = nullness,
            2 = prefix, 3 and 4 = bounds, 5 and 6 = least and most elements).
    """

    refinements: Mapping[int, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Cleared:
    """In a change of a nested object: a value that was set and is to be taken away."""


CLEARED = Cleared()

UNKNOWN = Unknown()
"""Nothing at all is certain."""

SURELY_SET = Unknown({1: False})
"""Certain not to be null, such as the id of an object that is about to be made."""


def known_part(value: object) -> object:
    """A value without what is unknown in it."""
    if isinstance(value, Unknown):
        return None
    if isinstance(value, Mapping):
        return {name: known_part(item) for name, item in value.items()}
    return [known_part(item) for item in value] if isinstance(value, list) else value


def is_fully_known(value: object) -> bool:
    """Whether no part of a value is unknown."""
    if isinstance(value, Unknown):
        return False
    if isinstance(value, Mapping):
        return all(is_fully_known(item) for item in value.values())
    if isinstance(value, list):
        return all(is_fully_known(item) for item in value)
    return True
