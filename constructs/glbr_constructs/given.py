"""What was given for an argument, looked at where it is written. Values that only Terraform knows pass."""

import ipaddress
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from constructs import Construct

from glbr.protection.problem import Problem
from glbr_constructs.cdk import cdk
from glbr_constructs.refusal import Refused, refuse
from glbr_constructs.synthesis.place import path_of

T = TypeVar("T")


def is_expression(value: object) -> bool:
    """Whether a text holds a value that only Terraform knows. Tokens are written like expressions."""
    return isinstance(value, str) and "${" in value


def resolves(value: object) -> bool:
    """Whether something is an expression object of the CDK."""
    return not isinstance(value, str | int | float | type) and hasattr(value, "resolve")


def called(value: object) -> str:
    """Something that was given, in the words of a message: a construct by its kind and path, anything else as written."""
    if isinstance(value, Construct):
        return f"{type(value).__name__.removeprefix('_Existing')} {path_of(value)}"
    if isinstance(value, list | tuple) and any(isinstance(item, Construct) for item in value):
        return f"[{', '.join(map(called, value))}]"
    return repr(value)


@dataclass(frozen=True, slots=True)
class Given:
    """Looks at the arguments of one call.

    Attributes:
        doing: What the call does, to start a refusal with: text, or what makes it once it is needed.
    """

    doing: str | Callable[[], str]

    @classmethod
    def to(cls, verb: str, construct: Construct) -> "Given":
        """The arguments of a construct, such as those for "making store" `clinic/local`."""
        return cls(lambda: f"{verb} {path_of(construct)}")

    def refused(self, wrong: str, allowed: str) -> Refused:
        """The refusal: what is wrong, and what to write instead."""
        return Refused(f"{self._doing()}: {wrong}. {allowed}")

    def sound(self, problems: Iterable[Problem]) -> None:
        """Refuse what the domain finds wrong."""
        for problem in problems:
            refuse(self._doing(), [problem])

    def text(self, argument: str, value: object, cure: str, *, at_most: int | None = None) -> None:
        """Refuse what is no text, says nothing, or is too long."""
        if is_expression(value):
            return
        if not isinstance(value, str):
            raise self.refused(f"{argument}={called(value)} is no text", f"Allowed: {cure}")
        if not value.strip():
            raise self.refused(f"{argument} is empty. Given: {value!r}", f"Allowed: {cure}")
        if at_most is not None and len(value) > at_most:
            allowed = f"HPE takes at most {at_most}. Allowed: {cure}"
            raise self.refused(f"{argument} is too long: {len(value)} characters, {value[:20]!r}…", allowed)

    def note(self, description: object) -> None:
        """Refuse a description that HPE does not take. It may be empty, or left out."""
        if description is not None and description != "":
            self.text("description", description, "a note of at most 255 characters, or none", at_most=255)

    def flag(self, argument: str, value: object) -> None:
        """Refuse what is neither yes nor no."""
        if not isinstance(value, bool) and not is_expression(value) and not resolves(value):
            raise self.refused(
                f"{argument}={called(value)} is neither yes nor no",
                "Allowed: True, False, or an expression of Terraform",
            )

    def number(
        self,
        argument: str,
        value: object,
        unit: str,
        *,
        least: float = 0,
        most: float | None = None,
        whole: bool = False,
    ) -> None:
        """Refuse what is no number, or out of range."""
        range_ = f"from {least}" if most is None else f"from {least} to {most}"
        allowed = f"Allowed: {'a whole number' if whole else 'a number'} {range_}{unit and f', {unit}'}"
        if is_expression(value):
            return
        if isinstance(value, bool) or not isinstance(value, int | float) or (whole and value != value // 1):
            raise self.refused(f"{argument}={called(value)} is no {'whole ' if whole else ''}number", allowed)
        if not (least <= value and (most is None or value <= most)) and not cdk.Token.is_unresolved(value):
            raise self.refused(f"{argument}={value!r} is out of range", allowed)

    def choice(self, argument: str, value: object, allowed: Sequence[str]) -> None:
        """Refuse what is none of HPE's words."""
        if value not in allowed and not is_expression(value):
            raise self.refused(f"{argument}={called(value)} is not known", f"Allowed: {', '.join(allowed)}")

    def part(self, argument: str, value: object, parts: Collection[str], wanted: str, cure: str) -> None:
        """Refuse something that lacks what the argument needs. Whatever has these properties will do.

        Args:
            argument: Name of the argument.
            value: What was given for it.
            parts: Names of properties that it must have.
            wanted: What was expected, such as "an appliance".
            cure: What to write.
        """
        if not all(hasattr(type(value), part) or part in getattr(value, "__dict__", ()) for part in parts):
            raise self.refused(f"{argument}={called(value)} is not {wanted}", f"Allowed: {cure}")

    def instance(self, argument: str, value: object, kinds: tuple[type, ...], wanted: str, cure: str) -> None:
        """Refuse a value of another class."""
        if not isinstance(value, kinds):
            raise self.refused(f"{argument}={called(value)} is not {wanted}", f"Allowed: {cure}")

    def several(self, argument: str, values: object, cure: str, *, at_least: int = 0) -> None:
        """Refuse what is no list, a text in place of one, or too few."""
        if isinstance(values, str) or not isinstance(values, Sequence):
            raise self.refused(f"{argument}={called(values)} is no list", f"Allowed: {cure}")
        if len(values) < at_least:
            raise self.refused(f"{argument} is empty", f"Allowed: {cure}")

    def unlike(self, argument: str, values: Sequence[T], key: Callable[[T], object] = lambda value: value) -> None:
        """Refuse a list that has something twice."""
        seen: dict[object, T] = {}
        for value in values:
            if key(value) in seen:
                first, second = called(seen[key(value)]), called(value)
                wrong = f"{argument} has the same twice. Given: {first} and {second}"
                raise self.refused(wrong, "Allowed: each once. Remove one of them")
            seen[key(value)] = value

    def address(self, argument: str, value: object, what: str = "address") -> None:
        """Refuse what is no IPv4 address, or no mask."""
        if is_expression(value):
            return
        try:
            ipaddress.IPv4Address(value if isinstance(value, str) else "")
        except ValueError:
            example = "255.255.255.0" if what == "mask" else "10.30.0.30"
            raise self.refused(
                f"{argument}={called(value)} is no IPv4 {what}", f"Allowed: such as {example!r}"
            ) from None

    def host(self, argument: str, value: object) -> None:
        """Refuse what can be neither an IP address nor a host name."""
        cure = "an IP address or host name, such as 'storeonce.clinic.example'"
        self.text(argument, value, cure, at_most=255)
        if isinstance(value, str) and not is_expression(value) and any(sign in value for sign in " /:@"):
            raise self.refused(
                f"{argument}={value!r} is no IP address or host name", f"Allowed: {cure}, and nothing else"
            )

    def _doing(self) -> str:
        return self.doing if isinstance(self.doing, str) else self.doing()
