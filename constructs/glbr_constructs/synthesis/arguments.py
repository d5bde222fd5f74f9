"""What people may write as an argument, and how it reaches Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from typing import ClassVar, Final, TypeAlias, TypeVar

from glbr.protection.period import Period
from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.invalid import InvalidArgument
from glbr_constructs.synthesis.kinds import Convert, expression, is_map_token

Length: TypeAlias = str | Period | Mapping[str, object]
"""A length of time: `"14 days"`, a `Period`, or HPE's `{"value": 14, "unit": "DAYS"}`."""

Flag: TypeAlias = bool | cdk.IResolvable
"""Yes or no, or an expression of Terraform."""

T = TypeVar("T")
One: TypeAlias = T | Mapping[str, object] | cdk.IResolvable
"""An object, the same as a dict, or an expression of Terraform."""
Many: TypeAlias = Sequence[T | Mapping[str, object]] | cdk.IResolvable
"""Several objects, or an expression of Terraform."""


def converted(owner: str, shape: Mapping[str, Convert], name: str, written: object) -> object:
    """Check and convert the value of one argument; `None` leaves it out.

    Raises:
        InvalidArgument: it cannot be that argument; the message says where and why.
    """
    convert = shape.get(name)
    if written is None or convert is None:
        return written
    try:
        return convert(written)
    except InvalidArgument as error:
        raise error.inside(name, owner) from None


def to_terraform(value: object) -> object:
    """Turn objects into what Terraform's JSON holds; what was left out is not written."""
    if isinstance(value, str | float | int):  # first, since most values are
        return value
    if isinstance(value, Nested):
        return {
            terraform: to_terraform(item)
            for python, terraform in _names(type(value))
            if (item := getattr(value, python)) is not None
        }
    if isinstance(value, list | tuple):
        return [to_terraform(item) for item in value]
    if isinstance(value, Mapping):
        return {name: to_terraform(item) for name, item in value.items() if item is not None}
    if isinstance(value, set | frozenset):
        return [to_terraform(item) for item in sorted(value, key=str)]
    return value


class Nested:
    """An object inside of a resource. Its subclasses are frozen dataclasses, one field for each argument."""

    __slots__ = ()

    shape: ClassVar[Mapping[str, Convert]] = {}
    """What each argument takes."""

    def __post_init__(self) -> None:
        owner, keep = type(self).__name__, object.__setattr__
        for name, convert in self.shape.items():
            written = getattr(self, name)
            if written is not None:
                try:
                    keep(self, name, convert(written))
                except InvalidArgument as error:
                    raise error.inside(name.removesuffix("_"), owner) from None

    @classmethod
    def of(cls, written: object) -> object:
        """Take the object itself, or a dict of its arguments. An expression of Terraform is left alone.

        Raises:
            InvalidArgument: it is neither; the dict has a name that the object has not, or lacks one.
        """
        if isinstance(written, cls):
            return written
        if isinstance(written, Mapping) and not is_map_token(written):
            return cls._from_mapping(written)
        return expression(written, f"one {cls.__name__}, or a dict of {', '.join(_known(cls))}")

    @classmethod
    def _from_mapping(cls, written: Mapping[str, object]) -> object:
        known = _known(cls)
        if unknown := [name for name in written if name not in known]:
            raise InvalidArgument(
                f"{cls.__name__} takes no {', '.join(map(repr, unknown))}; allowed are {', '.join(known)}"
            )
        if missing := [name for name in _needed(cls) if written.get(name) is None]:
            raise InvalidArgument(
                f"{cls.__name__} needs {', '.join(map(repr, missing))}; given: {', '.join(written) or 'nothing'}"
            )
        try:
            return cls(**{known[name]: value for name, value in written.items()})
        except InvalidArgument as error:
            raise InvalidArgument(error.reason, error.where) from None


_NAMES: Final[dict[type, tuple[tuple[str, str], ...]]] = {}
_KNOWN: Final[dict[type, Mapping[str, str]]] = {}
_NEEDED: Final[dict[type, tuple[str, ...]]] = {}


def _names(kind: type[Nested]) -> tuple[tuple[str, str], ...]:
    """Names of the arguments in Python and in Terraform: one that Python reserves has an underscore in Python only."""
    if kind not in _NAMES:
        entries = fields(kind)  # type: ignore[arg-type]  # subclasses are dataclasses
        _NAMES[kind] = tuple((entry.name, entry.name.removesuffix("_")) for entry in entries)
        _NEEDED[kind] = tuple(entry.name.removesuffix("_") for entry in entries if entry.default is MISSING)
        _KNOWN[kind] = {terraform: python for python, terraform in _NAMES[kind]}
    return _NAMES[kind]


def _known(kind: type[Nested]) -> Mapping[str, str]:
    _names(kind)
    return _KNOWN[kind]


def _needed(kind: type[Nested]) -> tuple[str, ...]:
    _names(kind)
    return _NEEDED[kind]
