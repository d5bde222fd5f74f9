"""What each argument takes: told from the definitions, and checked where it is written."""

import math
from collections.abc import Callable, Mapping
from typing import Final

from constructs import Construct

from glbr.protection.period import InvalidPeriod, Period
from glbr_constructs.synthesis.invalid import InvalidArgument
from glbr_constructs.synthesis.number_token import is_number_token
from glbr_constructs.synthesis.printed import check

Convert = Callable[[object], object]
"""Takes what a person wrote and returns what the construct keeps."""

_MAP_MARK: Final = "&{TfToken["
_LIST_MARK: Final = "#{TfToken["


def text(written: object) -> object:
    """A text.

    Raises:
        InvalidArgument: it is none, or something that only Terraform knows was printed into it.
    """
    if isinstance(written, str):
        return _checked(written)
    return _expression(written, 'a text, such as "gold"')


def whole(written: object) -> object:
    """A number without a fraction.

    Raises:
        InvalidArgument: it is none.
    """
    if type(written) is int:
        return written
    if isinstance(written, float) and math.isfinite(written) and not written.is_integer():
        raise InvalidArgument(f"{written!r} is no whole number; allowed is a number without a fraction, such as 4")
    return number(written)


def number(written: object) -> object:
    """A number, with a fraction or without.

    Raises:
        InvalidArgument: it is none.
    """
    if isinstance(written, int | float) and not isinstance(written, bool) and math.isfinite(written):
        return written
    return _expression(written, "a number, such as 4")


def flag(written: object) -> object:
    """Yes or no.

    Raises:
        InvalidArgument: it is neither.
    """
    return written if isinstance(written, bool) else _expression(written, "True or False")


def period(written: object) -> object:
    """A length of time, kept as the text that Terraform takes.

    Raises:
        InvalidArgument: it is none; the message says what is allowed.
    """
    try:
        if isinstance(written, Period | Mapping):
            return str(Period.of(written))
        if isinstance(written, str) and "${" not in written:
            return str(Period.parse(written))
    except InvalidPeriod as error:
        raise InvalidArgument(str(error)) from None
    return _expression(written, 'a length of time, such as "14 days"')


def choice(*values: str) -> Convert:
    """One of these values, which are all that the provider takes."""
    allowed = frozenset(values)

    def chosen(written: object) -> object:
        if isinstance(written, str) and (written in allowed or "${" in written):
            return written
        if isinstance(written, str):
            raise InvalidArgument(f"{written!r} is unknown; allowed are {', '.join(values)}")
        return _expression(written, f"one of {', '.join(values)}")

    return chosen


def each(kind: Convert) -> Convert:
    """Several of them."""

    def several(written: object) -> object:
        if isinstance(written, set | frozenset):
            written = sorted(written, key=str)
        if not isinstance(written, list | tuple):
            return _expression(written, "a list: write [...] around it")
        if len(written) == 1 and isinstance(written[0], str) and written[0].startswith(_LIST_MARK):
            return written
        kept = []
        for position, item in enumerate(written):
            try:
                kept.append(kind(item))
            except InvalidArgument as error:
                raise error.inside(f"[{position}]") from None
        return kept

    return several


def expression(written: object, wanted: str) -> object:
    """Something that only Terraform knows, in place of an object.

    Raises:
        InvalidArgument: it is no such thing.
    """
    return _expression(written, wanted)


def is_map_token(written: Mapping[str, object]) -> bool:
    """Whether a dict is how the CDK writes a map that only Terraform knows."""
    return any(str(name).startswith(_MAP_MARK) for name in written)


def _checked(written: str) -> str:
    check(written)
    return written


def _expression(written: object, wanted: str) -> object:
    if isinstance(written, Construct):
        raise InvalidArgument(
            f"{type(written).__name__} {written.node.path} is a construct; needed is {wanted}. Give one of its attributes, "
            "such as .id"
        )
    if hasattr(written, "__jsii_ref__") or is_number_token(written):
        return written
    if isinstance(written, str) and "${" in written:
        return _checked(written)
    if isinstance(written, Mapping) and is_map_token(written):
        return written
    raise InvalidArgument(f"{written!r} ({type(written).__name__}) is not possible; needed is {wanted}")
