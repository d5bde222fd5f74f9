"""What a resource will tell once Terraform has asked HPE: tokens that other constructs take as arguments."""

from collections.abc import Callable
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar, overload

import jsii

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.number_token import NumberToken

V_co = TypeVar("V_co", covariant=True)


class Element(Protocol):
    """A resource, a data source, or an object inside of one."""

    def interpolation_for_attribute(self, property: str) -> cdk.IResolvable:  # noqa: A002 - the CDK's name
        """Refer to anything."""

    def set_argument(self, name: str, value: object) -> None:
        """Take another value for an argument."""


class Attribute(Generic[V_co]):
    """One attribute. Reading gives a token, setting changes the argument of that name.

    The token is made once for each object, since making one is a call to Node.
    """

    def __init__(self, read: Callable[[Element, str], V_co], terraform_name: str | None) -> None:
        self._read = read
        self._name = terraform_name

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = self._name or name

    @property
    def terraform_name(self) -> str:
        """Its name in Terraform."""
        assert self._name is not None
        return self._name

    @overload
    def __get__(self, element: None, owner: type) -> Self: ...
    @overload
    def __get__(self, element: Element, owner: type) -> V_co: ...
    def __get__(self, element: Element | None, owner: type) -> Self | V_co:
        if element is None:
            return self
        known: dict[str, V_co] = vars(element).setdefault("_tokens", {})
        if self.terraform_name not in known:
            known[self.terraform_name] = self._read(element, self.terraform_name)
        return known[self.terraform_name]

    def __set__(self, element: Element, value: object) -> None:
        element.set_argument(self.terraform_name, value)


class Reference(cdk.ComplexObject):
    """One object inside of a resource, as HPE will tell it."""

    def set_argument(self, name: str, value: object) -> None:
        """Refuse: only the resource as a whole takes arguments."""
        del value
        raise AttributeError(
            f"{type(self).__name__}.{name} refers to what HPE will tell and cannot be set. Set the argument of the resource."
        )


R_co = TypeVar("R_co", bound=Reference, covariant=True)


class References(cdk.ComplexList, Generic[R_co]):
    """Several objects inside of a resource, read by position: `policy.protections[0].id`."""

    __iter__: ClassVar[None] = None
    """How many there are is known to Terraform only, so that a Python loop cannot go over them."""

    def __init__(self, element: Element, name: str, item: type[R_co], *, of_set: bool) -> None:
        self._element = element
        self._name = name
        self._item = item
        self._of_set = of_set
        super().__init__(element, name, of_set)

    def __getitem__(self, position: int) -> R_co:
        if position < 0:
            raise IndexError(f"{self._name}[{position}]: Terraform counts from the start only; give 0 or more")
        return self._item(self._element, self._name, self._of_set, position)


def text(terraform_name: str | None = None) -> Attribute[str]:
    """A text; also a period, a moment, an identifier."""
    return Attribute(_asking("getStringAttribute"), terraform_name)


def number(terraform_name: str | None = None) -> Attribute[float]:
    """A number. In an f-string write `cdk.Token.as_string(...)` around it, or it raises an error."""
    ask = _asking("getNumberAttribute")
    return Attribute(lambda element, name: _number(ask(element, name), element, name), terraform_name)


def flag(terraform_name: str | None = None) -> Attribute[cdk.IResolvable]:
    """A yes or no."""
    return Attribute(_asking("getBooleanAttribute"), terraform_name)


def texts(terraform_name: str | None = None) -> Attribute[list[str]]:
    """Several texts."""
    return Attribute(_asking("getListAttribute"), terraform_name)


def numbers(terraform_name: str | None = None) -> Attribute[list[float]]:
    """Several numbers."""
    ask = _asking("getNumberListAttribute")

    def read(element: Element, name: str) -> list[float]:
        return [_number(value, element, name) for value in ask(element, name)]

    return Attribute(read, terraform_name)


def _asking(method: str) -> Callable[[Element, str], Any]:
    """Ask Node, as the CDK's own method does, without its check that the name is a text."""
    return lambda element, name: jsii.invoke(element, method, [name])


def _number(value: float, element: Element, name: str) -> float:
    return NumberToken(value, f"{type(element).__name__}.{name}")


def one(item: type[R_co], terraform_name: str | None = None) -> Attribute[R_co]:
    """One object."""
    return Attribute(lambda element, name: item(element, name, False), terraform_name)


def each(item: type[R_co], terraform_name: str | None = None, *, of_set: bool = False) -> Attribute[References[R_co]]:
    """Several objects."""
    return Attribute(lambda element, name: References(element, name, item, of_set=of_set), terraform_name)
