"""Terraform's type names → definitions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from glbr.definition.block import Block
from glbr.definition.computation import Computation
from glbr.definition.resource import Observed, Resource
from glbr.definition.thing import Thing
from glbr.resources import definition, things
from glbr.views.terraform_schema import Attributes, computation_schema, data_source_schema, list_schema

_PREFIX = "glbr_"


@dataclass(frozen=True, slots=True)
class Source:
    """One data source: of one object, of many, or of an answer."""

    type_name: str
    definition: type[Thing]
    gives: Literal["one", "many", "answer"]

    @property
    def schema(self) -> Attributes:
        """Its attributes."""
        if issubclass(self.definition, Computation):
            return computation_schema(self.definition)
        assert issubclass(self.definition, Observed)
        return (list_schema if self.gives == "many" else data_source_schema)(self.definition)

    @property
    def checks(self) -> type[Block]:
        """What checks that its arguments agree with each other."""
        return self.definition if self.gives == "answer" else Block

    @property
    def description(self) -> str:
        """What people read about it."""
        if self.gives == "many" and issubclass(self.definition, Observed):
            return f"Finds {self.definition.plural_words()}."
        return (self.definition.__doc__ or "").strip()


def resource_of(type_name: str) -> type[Resource]:
    """The managed resource of a type name; only its own file is loaded."""
    found = definition(type_name.removeprefix(_PREFIX))
    if not issubclass(found, Resource):
        raise KeyError(type_name)
    return found


def sources() -> Iterator[Source]:
    """All data sources."""
    for found in things().values():
        if issubclass(found, Computation):
            yield Source(found.type_name(), found, "answer")
        elif issubclass(found, Observed):
            names = {"one": found.type_name(), "many": f"{_PREFIX}{found.plural()}"}
            for gives in found.sources:
                yield Source(names[gives], found, gives)


def source_of(type_name: str) -> Source:
    """The data source of a type name."""
    return next(source for source in sources() if source.type_name == type_name)
