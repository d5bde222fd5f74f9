"""HPE's filter language as values, so that no text of a user's can change what is asked for.

`Equal("assetInfo/id", vm_id) & Has("backup-and-recovery", "services")` renders to
`assetInfo/id eq '…' and 'backup-and-recovery' in services`. HPE joins conditions with `and` only: there is neither
`or` nor grouping.
"""

import math
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

Literal: TypeAlias = str | int | float | bool

_PROPERTY = re.compile(r"[A-Za-z0-9_/]+")


class Filter(ABC):
    """One condition, or several that must all hold."""

    __slots__ = ()

    @abstractmethod
    def render(self) -> str:
        """Write the condition as HPE reads it."""

    def __and__(self, other: "Filter") -> "Filter":
        """Ask for both."""
        return _All((self, other))


@dataclass(frozen=True, slots=True)
class _All(Filter):
    conditions: tuple[Filter, ...]

    def render(self) -> str:
        return " and ".join(condition.render() for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class _Comparison(Filter):
    operator: ClassVar[str]

    property: str
    value: Literal

    def __post_init__(self) -> None:
        _check(self.property, self.value)

    def render(self) -> str:
        return f"{self.property} {self.operator} {_written(self.value)}"


class Equal(_Comparison):
    """The property has exactly this value."""

    __slots__ = ()
    operator = "eq"


class NotEqual(_Comparison):
    """The property has another value; HPE's virtualization lists and tags know this one."""

    __slots__ = ()
    operator = "ne"


class GreaterThan(_Comparison):
    """The property lies above this value; moments are text in RFC 3339."""

    __slots__ = ()
    operator = "gt"


class LessThan(_Comparison):
    """The property lies below this value; moments are text in RFC 3339."""

    __slots__ = ()
    operator = "lt"


@dataclass(frozen=True, slots=True)
class In(Filter):
    """The property has one of these values, of which there is at least one."""

    property: str
    values: Sequence[Literal]

    def __post_init__(self) -> None:
        if not self.values:
            msg = f"A filter for {self.property} among no values at all matches nothing: do not ask"
            raise ValueError(msg)
        _check(self.property, *self.values)

    def render(self) -> str:
        """Write the values in a row behind the property."""
        return f"{self.property} in ({', '.join(_written(value) for value in self.values)})"


class Contains(_Comparison):
    """The text of the property contains this text."""

    __slots__ = ()

    def render(self) -> str:
        """Write it as the function that HPE makes of it."""
        return f"contains({self.property}, {_written(self.value)})"


@dataclass(frozen=True, slots=True)
class Has(Filter):
    """The property is a list and holds this value; HPE writes the value first."""

    value: Literal
    property: str

    def __post_init__(self) -> None:
        _check(self.property, self.value)

    def render(self) -> str:
        """Write the value first."""
        return f"{_written(self.value)} in {self.property}"


def all_of(conditions: Iterable[Filter]) -> Filter | None:
    """Ask for all conditions; None when there is none."""
    joined = tuple(conditions)
    return _All(joined) if joined else None


def _check(property_path: str, *values: Literal) -> None:
    if not _PROPERTY.fullmatch(property_path):
        msg = f"{property_path!r} is not a property: letters, digits and _ are allowed, and / between its parts"
        raise ValueError(msg)
    for value in values:
        if isinstance(value, float) and not math.isfinite(value):
            msg = f"{property_path} cannot be compared with {value}"
            raise ValueError(msg)


def _written(value: Literal) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # HPE does not publish how a quote is escaped; doubling is the rule of OData, from which the language comes.
        return "'" + value.replace("'", "''") + "'"
    return str(value)
