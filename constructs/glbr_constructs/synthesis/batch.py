"""Writes the attributes of all resources of a stack at once, where the CDK would ask each resource for its own.

The CDK merges what the elements of a stack write. So each resource keeps its element in Node, which writes what Terraform
itself takes (`count`, `lifecycle`, ...), overrides, moves and imports, while one hidden element of the stack writes the
attributes of all. The result is the same, with one call to Node for each resource in place of three.
"""

from collections.abc import Iterator
from typing import Any, ClassVar, Final, Protocol

import jsii

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kernel
from glbr_constructs.synthesis.invalid import InvalidArgument
from glbr_constructs.synthesis.place import Place, identity
from glbr_constructs.synthesis.way import is_fast

_FIRST: Final = "4294967294"
"""Name of the hidden element. JavaScript puts numbers before all other names, and only up to this one, so that the
element is written before the resources, whose overrides must win."""


class Member(Protocol):
    """A resource or a data source of the stack."""

    terraform_type: ClassVar[str]

    def named(self) -> str | None:
        """Its name in the configuration; `None` where it is not written."""

    def written(self) -> dict[str, Any]:
        """Its attributes."""

    @property
    def place(self) -> Place:
        """Where it stands."""


@jsii.implements(cdk.IAnyProducer)
class Batch(cdk.TerraformElement):
    """The hidden element of one stack."""

    def __init__(self, stack: cdk.TerraformStack) -> None:
        """Put it into a stack."""
        super().__init__(stack, _FIRST)
        self._members: list[tuple[str, Member]] = []
        self._attributes: cdk.IResolvable | None = None

    def add(self, section: str, member: Member) -> None:
        """Write the attributes of one more: in `resource` or in `data`."""
        self._members.append((section, member))

    def to_terraform(self) -> Any:
        """The attributes of all, for the CDK to merge with what each resource writes itself."""
        if self._attributes is None:
            self._attributes = cdk.Lazy.any_value(self)
        return self._attributes

    def produce(self, context: cdk.IResolveContext) -> object:
        """The attributes of all. While the CDK prepares, only those that refer to something: that is all it looks for then.

        Args:
            context: What the CDK resolves them for.

        Returns:
            A token for them: that much is too slow for jsii to return as it is.
        """
        sections = {section: self._section(section) for section in ("resource", "data")}
        if context.preparing:
            sections = {section: _referring(types) for section, types in sections.items()}
        return kernel.in_node(cdk.Token, "asAny", {section: types for section, types in sections.items() if types})

    def _section(self, wanted: str) -> dict[str, dict[str, object]]:
        types: dict[str, dict[str, object]] = {}
        origins: dict[tuple[str, str], Member] = {}
        for member in self._named(wanted):
            name, kind = member[0], member[1].terraform_type
            if other := origins.get((kind, name)):
                raise InvalidArgument(
                    f"writing {member[1].place.path}: it has the same address as {other.place.path}: {kind}.{name}. Of a name "
                    "only letters, digits, _ and - count. Give one of them another name."
                )
            origins[kind, name] = member[1]
            types.setdefault(kind, {})[name] = member[1].written()
        return types

    def _named(self, wanted: str) -> Iterator[tuple[str, Member]]:
        for section, member in self._members:
            name = member.named() if section == wanted else None
            if name is not None:
                yield name, member


def _referring(types: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    found = {kind: {name: one for name, one in named.items() if kernel.refers(one)} for kind, named in types.items()}
    return {kind: named for kind, named in found.items() if named}


_batches: Final[dict[str, Batch | None]] = {}
"""By the identity of the stack. jsii forgets no stack either."""


def batch_of(place: Place) -> Batch | None:
    """The hidden element of the stack that a place is in; `None` where each resource writes its own attributes."""
    if place.stack is None:
        return None
    stack = identity(place.stack)
    if stack not in _batches:
        _batches[stack] = Batch(place.stack) if _fits(place.stack) else None
    return _batches[stack]


def _fits(stack: cdk.TerraformStack) -> bool:
    plain = cdk.TerraformStack
    # A stack that names its resources itself, in Python or in another language, is beyond what we can predict.
    own_names = (
        getattr(type(stack), "__jsii_type__", None) != getattr(plain, "__jsii_type__", None)
        or type(stack)._allocate_logical_id is not plain._allocate_logical_id  # noqa: SLF001 - the CDK's way to replace it
    )
    return is_fast() and not own_names
