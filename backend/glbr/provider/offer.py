"""Terraform's type names → definitions."""

from dataclasses import dataclass

from glbr.definition.resource import Observed, Resource
from glbr.resources import definition, definitions
from glbr.views.terraform_schema import Attributes, data_source_schema, list_schema

_PREFIX = "glbr_"


@dataclass(frozen=True, slots=True)
class Source:
    """One data source: of one object, or of many."""

    definition: type[Observed]
    schema: Attributes
    many: bool


def resource_of(type_name: str) -> type[Resource]:
    """The managed resource of a type name; only its own file is loaded."""
    found = definition(type_name.removeprefix(_PREFIX))
    if not issubclass(found, Resource):
        raise KeyError(type_name)
    return found


def source_of(type_name: str) -> Source:
    """The data source of a type name, singular or plural."""
    name = type_name.removeprefix(_PREFIX)
    known = definitions()
    if name in known:
        return Source(known[name], data_source_schema(known[name]), many=False)
    found = next(item for item in known.values() if item.plural() == name)
    return Source(found, list_schema(found), many=True)
