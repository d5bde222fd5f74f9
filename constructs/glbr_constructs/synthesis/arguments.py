"""What people may write as an argument, and how it reaches Terraform."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import ClassVar, Self, TypeAlias, TypeVar

from glbr.protection.period import InvalidPeriod, Period
from glbr_constructs.cdk import cdk

Length: TypeAlias = str | Period | Mapping[str, object]
"""A length of time: `"14 days"`, a `Period`, or HPE's `{"value": 14, "unit": "DAYS"}`."""

Flag: TypeAlias = bool | cdk.IResolvable
"""Yes or no, or an expression of Terraform."""

Convert: TypeAlias = Callable[[object], object]
"""Takes what a person wrote and returns what the construct keeps."""

T = TypeVar("T")
One: TypeAlias = T | Mapping[str, object] | cdk.IResolvable
"""An object, the same as a dict, or an expression of Terraform."""
Many: TypeAlias = Sequence[T | Mapping[str, object]] | cdk.IResolvable
"""Several objects, or an expression of Terraform."""


class InvalidArgument(ValueError):
    """Something was given that the object does not take, or something it needs is missing."""


def period(written: object) -> object:
    """Keep a period as the text that Terraform takes. An expression of Terraform is left alone.

    Raises:
        InvalidPeriod: it is no period; the message says what is allowed.
    """
    if isinstance(written, str) and "${" in written:
        return written
    if isinstance(written, Period | Mapping):
        return str(Period.of(written))
    if isinstance(written, str):
        try:
            return str(Period.parse(written))
        except InvalidPeriod:
            # Asked only now: whether it is a token costs a call to Node.
            if cdk.Token.is_unresolved(written):
                return written
            raise
    return written


def converted(owner: str, shape: Mapping[str, Convert], name: str, written: object) -> object:
    """Convert the value of one argument, or each value of a list.

    Raises:
        InvalidArgument: it cannot be that argument; the message says where and why.
    """
    convert = shape.get(name)
    if convert is None:
        return written
    try:
        if isinstance(written, list | tuple | set | frozenset):
            return [convert(item) for item in written]
        return convert(written)
    except ValueError as error:
        raise InvalidArgument(f"{owner}.{name}: {error}") from None


def to_terraform(value: object) -> object:
    """Turn objects into what Terraform's JSON holds; what was left out is not written."""
    if isinstance(value, Nested):
        return to_terraform(value.arguments())
    if isinstance(value, Mapping):
        return {name: to_terraform(item) for name, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [to_terraform(item) for item in value]
    if isinstance(value, set | frozenset):
        return [to_terraform(item) for item in sorted(value, key=str)]
    return value


class Nested:
    """An object inside of a resource. Its subclasses are frozen dataclasses, one field for each argument."""

    __slots__ = ()

    shape: ClassVar[Mapping[str, Convert]] = {}
    """How arguments that are more than plain values are converted."""

    def __post_init__(self) -> None:
        for name in self.shape:
            object.__setattr__(self, name, converted(type(self).__name__, self.shape, name, getattr(self, name)))

    @classmethod
    def of(cls, written: object) -> object:
        """Take the object itself, or a dict of its arguments. An expression of Terraform is left alone.

        Raises:
            InvalidArgument: the dict has a name that the object has not, or lacks one.
        """
        return cls._from_mapping(written) if isinstance(written, Mapping) else written

    @classmethod
    def _from_mapping(cls, written: Mapping[str, object]) -> Self:
        known = {entry.name.removesuffix("_"): entry for entry in fields(cls)}  # type: ignore[arg-type]  # subclasses are dataclasses
        if unknown := [name for name in written if name not in known]:
            raise InvalidArgument(
                f"{cls.__name__} takes no {', '.join(map(repr, unknown))}; allowed are {', '.join(known)}"
            )
        if missing := [name for name, entry in known.items() if entry.default is MISSING and name not in written]:
            raise InvalidArgument(
                f"{cls.__name__} needs {', '.join(map(repr, missing))}; given: {', '.join(written) or 'nothing'}"
            )
        return cls(**{known[name].name: value for name, value in written.items()})

    def arguments(self) -> dict[str, object]:
        """The arguments by Terraform's names; a name that Python reserves carries an underscore only in Python."""
        return {entry.name.removesuffix("_"): getattr(self, entry.name) for entry in fields(self)}  # type: ignore[arg-type]  # subclasses are dataclasses
