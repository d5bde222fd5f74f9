"""Definition → what Terraform is told: attributes of a resource, of a data source, of the provider block."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, wraps
from typing import Literal, TypeVar

from glbr.definition.block import Block
from glbr.definition.computation import Computation
from glbr.definition.fields import Field, argument, fields_from
from glbr.definition.provider_block import ProviderBlock
from glbr.definition.resource import Observed, Resource

VERSION = 0
"""Version of every resource's schema. A change of shape raises it and needs an upgrade path."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute as Terraform sees it in one place.

    Attributes:
        field: What the definition says.
        required: A person must set it here.
        optional: A person may set it here.
        computed: The provider may set it here.
        attributes: Nested attributes; `None` for a plain value.
    """

    field: Field
    required: bool
    optional: bool
    computed: bool
    attributes: "Attributes | None" = None

    def terraform_type(self) -> object:
        """Terraform's type constraint as JSON: `"string"`, `["list", "number"]`, `["object", {...}]`."""
        if self.attributes is not None:
            inner: object = object_type(self.attributes)
        else:
            inner = self.field.plain.terraform if self.field.plain else "dynamic"
        return inner if self.field.nesting in (None, "single") else [self.field.nesting, inner]


Attributes = Mapping[str, Attribute]


def object_type(attributes: Attributes) -> object:
    """Terraform's type of an object with these attributes."""
    return ["object", {name: attribute.terraform_type() for name, attribute in attributes.items()}]


Definition = TypeVar("Definition", bound=type[Block])


def once(view: Callable[[Definition], Attributes]) -> Callable[[Definition], Attributes]:
    """Work a view out once for each definition."""
    known: dict[type[Block], Attributes] = {}

    @wraps(view)
    def look(definition: Definition) -> Attributes:
        if definition not in known:
            known[definition] = view(definition)
        return known[definition]

    return look


@once
def resource_schema(definition: type[Resource]) -> Attributes:
    """Attributes of the managed resource: all but what changes by itself."""
    return _managed(definition)


@once
def data_source_schema(definition: type[Observed]) -> Attributes:
    """Attributes of the data source for one object: found by `id` or by name, everything else is told."""
    told = _parents(definition) | _told(definition)
    told["id"] = replace(told["id"], optional=True)
    name = lookup_name(definition)
    if name in told:
        told[name] = replace(told[name], optional=True)
    else:
        text = "Name to find it by, instead of `id`."
        path = definition.named_by.replace("/", ".")
        told["name"] = _attribute("name", str | None, argument(text, computed=True, read_from=path))
    return told


@once
def list_schema(definition: type[Observed]) -> Attributes:
    """Attributes of the data source for many objects: filters in, `items` out."""
    schema = _parents(definition)
    if definition.filterable:
        text = f"Conditions that all must hold. Properties: {', '.join(f'`{name}`' for name in definition.filterable)}."
        schema["filters"] = _attribute("filters", list[Filter] | None, argument(text))
    if definition.sortable:
        text = "HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt desc`."
        schema["sort"] = _attribute("sort", str | None, argument(text))
    sorted_first = "the first by `sort`, else " if definition.sortable else ""
    text = f"Take at most so many: {sorted_first}those that HPE lists first."
    schema["limit"] = _attribute("limit", int | None, argument(text, at_least=1))
    order = ", or as `sort` says" if definition.sortable else ""
    same = f" Each has the attributes of `{definition.type_name()}`." if "one" in definition.sources else ""
    text = f"What was found, by name{order}.{same}"
    items = Field(name="items", description=text, block=definition, nesting="list", computed=True)
    schema["items"] = Attribute(items, required=False, optional=False, computed=True, attributes=_told(definition))
    return schema


@once
def computation_schema(definition: type[Computation]) -> Attributes:
    """Attributes of the data source for a question: arguments in, results out."""
    return {name: replace(attribute, field=_asked(attribute.field)) for name, attribute in _managed(definition).items()}


@cache
def provider_schema() -> Attributes:
    """Attributes of the provider block."""
    return _managed(ProviderBlock)


def lookup_name(definition: type[Observed]) -> str:
    """The attribute that people find one object by: `display_name` of a store, else `name`."""
    path = tuple(definition.named_by.split("/"))
    return next((name for name, field in definition.fields().items() if field.read_from == path), "name")


class Filter(Block):
    """One condition of a list."""

    property: str = argument("HPE's name of the property, with `/` between the parts: `assetInfo/name`.")
    values: list[str] = argument("Value, or several of which one must match.", at_least=1)
    comparison: Literal["eq", "ne", "gt", "lt"] | None = argument(
        "How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later), `lt` (less, "
        "earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value."
    )


def _managed(block: type[Block]) -> Attributes:
    return {
        name: Attribute(
            field,
            required=field.required,
            optional=field.optional,
            computed=field.computed,
            attributes=_managed(field.block) if field.block else None,
        )
        for name, field in block.fields().items()
        if not field.volatile
    }


def _parents(definition: type[Observed]) -> dict[str, Attribute]:
    """The objects above: a data source must be told them."""
    fields = definition.fields()
    return {
        name: Attribute(_asked(fields[name]), required=True, optional=False, computed=False)
        for name in definition.above()
    }


def _asked(field: Field) -> Field:
    """An argument of a data source, which nothing makes anew: another value is another question."""
    return replace(field, replace=False)


def _told(block: type[Block]) -> dict[str, Attribute]:
    return {
        name: Attribute(
            field, required=False, optional=False, computed=True, attributes=_told(field.block) if field.block else None
        )
        for name, field in block.fields().items()
        if field.read_from
    }


def _attribute(name: str, annotation: object, word: object) -> Attribute:
    (field,) = fields_from(name, annotation, word)  # type: ignore[arg-type]  # the words are typed as the values they stand for
    attributes = _managed(field.block) if field.block else None
    return Attribute(
        field, required=field.required, optional=field.optional, computed=field.computed, attributes=attributes
    )
