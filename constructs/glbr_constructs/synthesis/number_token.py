"""Numbers that only Terraform knows. The CDK hides them in floats, which Python would happily print or add up."""

import re
import struct
from collections.abc import Callable
from typing import Final, NoReturn, Self

_MARKS: Final = (0xFDFF, 0xFBFF)
"""Sign, exponent and first digits of the floats in which the CDK hides a number, and a list of numbers."""

_MARKED: Final = re.compile(r"\d[\d,_]*(?:\.\d+)?(?:[eE]\+?\d+)?")
_SHORTEST_WITHOUT_EXPONENT: Final = 250
_ROUNDED: Final = 1.002
"""Printed with few digits the number may be a little too small; the CDK uses the smallest with the mark first."""

_CURE: Final = "Write cdk.Token.as_string(...) around it to have it in a text, or give it as an argument as it is."


class NumberUsed(TypeError):
    """A number that only Terraform knows was printed, or used to calculate."""


def is_number_token(value: object) -> bool:
    """Whether a number stands for one that only Terraform knows."""
    return isinstance(value, float) and struct.unpack(">H", struct.pack(">d", value)[:2])[0] in _MARKS


def number_token_in(text: str) -> str | None:
    """Find what is left of a number that only Terraform knows, once it was printed into a text."""
    if "e+2" not in text and "E+2" not in text and len(text) < _SHORTEST_WITHOUT_EXPONENT:
        return None
    for found in _MARKED.finditer(text):
        digits = found[0].replace(",", "").replace("_", "")
        try:
            value = -float(digits) * _ROUNDED
        except (OverflowError, ValueError):
            continue
        if is_number_token(value):
            return found[0]
    return None


def _refusing(doing: str) -> Callable[..., NoReturn]:
    def refuse(self: "NumberToken", *_: object) -> NoReturn:
        raise NumberUsed(
            f"{doing} {self.origin}: only Terraform knows this number, and Python sees {float.__repr__(self)}. {_CURE}"
        )

    return refuse


class NumberToken(float):
    """A number that only Terraform knows. It can be given as an argument; Python can neither print nor use it.

    Attributes:
        origin: The attribute that it stands for, such as `clinic/gold.schedule_id`.
    """

    __slots__ = ("origin",)

    origin: str

    def __new__(cls, value: float, origin: str) -> Self:
        """Take the CDK's float.

        Args:
            value: The float in which the CDK hides the number.
            origin: The attribute that it stands for.
        """
        made = super().__new__(cls, value)
        made.origin = origin
        return made

    def __repr__(self) -> str:
        return f"<number {self.origin}, known to Terraform only>"

    __str__ = _refusing("writing as text")
    __format__ = _refusing("writing into a text")
    __int__ = __trunc__ = __index__ = _refusing("taking the whole part of")
    __round__ = __floor__ = __ceil__ = _refusing("rounding")
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refusing("calculating with")
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _refusing("calculating with")
    __mod__ = __rmod__ = __divmod__ = __rdivmod__ = __pow__ = __rpow__ = _refusing("calculating with")
    __neg__ = __pos__ = __abs__ = _refusing("calculating with")
    __lt__ = __le__ = __gt__ = __ge__ = _refusing("comparing")
