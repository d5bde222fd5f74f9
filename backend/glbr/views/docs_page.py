"""Definition → the pages of the Terraform registry: provider, resource, data source for one, data source for many."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from glbr.definition.computation import Computation
from glbr.definition.fields import Field
from glbr.definition.provider_block import ProviderBlock
from glbr.definition.resource import Observed, Resource
from glbr.definition.types import (
    AssetKindText,
    Choice,
    Duration,
    Number,
    PeriodText,
    TimeOfDayText,
    TimestampText,
    Type,
)
from glbr.views.terraform_schema import (
    Attribute,
    Attributes,
    computation_schema,
    data_source_schema,
    list_schema,
    lookup_name,
    provider_schema,
    resource_schema,
)

Links = Callable[[str], str]
"""From the noun of an object to a link to its page."""

_WORDS: tuple[tuple[type[Type], str], ...] = (
    (PeriodText, "period, such as `14 days`"),
    (TimeOfDayText, "time of day, `HH:MM`"),
    (TimestampText, "timestamp, RFC 3339"),
    (AssetKindText, "kind of HPE object"),
    (Duration, "duration, such as `30m`"),
)
"""What a text stands for, where it is more than text."""

_ADDRESS = re.compile(r"^\s*to\s*=\s*(\S+)", re.MULTILINE)


def resource_page(definition: type[Resource], example: str, import_example: str, links: Links) -> str:
    """The page of a managed object.

    Args:
        definition: What the object is.
        example: Terraform configuration that uses it.
        import_example: An `import` block for the object of that configuration.
        links: Where the pages of the objects it refers to are.
    """
    name, lookup = definition.type_name(), lookup_name(definition)
    schema = resource_schema(definition)
    # An object without a name of its own is known by the name of what it points at.
    called = f"its `{lookup}`" if lookup in schema else f"HPE's property `{definition.named_by}`"
    address = _ADDRESS.search(import_example)
    return _text(
        _front(name, "Resource", _summary(definition)),
        f"# {name} (Resource)",
        _about(definition),
        "## Example usage",
        _code(example),
        *_schema(schema, links),
        "## Import",
        f"An existing {definition.words()} is taken over by its `id` or by {called}{_after(definition)}:",
        _code(import_example),
        "Terraform before 1.5 has no `import` block; there, the same is a command:",
        _code(f"terraform import {address[1] if address else f'{name}.example'} '{_import_id(definition)}'", "shell"),
    )


def _after(definition: type[Observed]) -> str:
    above = ", ".join(f"`{name}`" for name in definition.above())
    return f", with {above} and a `/` before it" if above else ""


def _import_id(definition: type[Observed]) -> str:
    return "/".join([*(f"<{name}>" for name in definition.above()), "<id or name>"])


def data_source_page(definition: type[Observed], example: str, links: Links) -> str:
    """The page of the data source for one object."""
    name, lookup = definition.type_name(), lookup_name(definition)
    text = f"Looks up one {definition.words()} by its `id` or by its `{lookup}`: give exactly one of the two."
    return _text(
        _front(name, "Data Source", f"Looks up one {definition.words()}."),
        f"# {name} (Data Source)",
        _about(definition),
        text,
        "## Example usage",
        _code(example),
        *_schema(data_source_schema(definition), links),
    )


def list_page(definition: type[Observed], example: str, links: Links) -> str:
    """The page of the data source for many objects."""
    name, words = f"glbr_{definition.plural()}", definition.plural_words()
    conditions = ", or those that meet all conditions of `filters`" if definition.filterable else ""
    sort = ", or as `sort` says" if definition.sortable else ""
    return _text(
        _front(name, "Data Source", f"Lists {words}."),
        f"# {name} (Data Source)",
        f"Lists every one of the {words} that the API client may see{conditions}. They come in the order of their "
        f"names{sort}.",
        "## Example usage",
        _code(example),
        *_schema(list_schema(definition), links),
    )


def computation_page(definition: type[Computation], example: str, links: Links) -> str:
    """The page of the data source for a question."""
    name = definition.type_name()
    return _text(
        _front(name, "Data Source", _summary(definition)),
        f"# {name} (Data Source)",
        _about(definition),
        "## Example usage",
        _code(example),
        *_schema(computation_schema(definition), links),
    )


def provider_page(example: str, links: Links) -> str:
    """The front page: the provider block."""
    return _text(
        _front("glbr", "Provider", _summary(ProviderBlock)),
        "# glbr (Provider)",
        _about(ProviderBlock),
        "## Example usage",
        _code(example),
        *_schema(provider_schema(), links),
    )


def _front(name: str, kind: str, summary: str) -> str:
    title = "glbr Provider" if kind == "Provider" else f"{name} {kind} - glbr"
    return f'---\npage_title: "{title}"\nsubcategory: ""\ndescription: |-\n  {summary}\n---'


def _about(definition: type) -> str:
    return inspect.getdoc(definition) or ""


def _summary(definition: type) -> str:
    return _about(definition).partition("\n")[0]


def _code(text: str, language: str = "terraform") -> str:
    return f"```{language}\n{text.strip()}\n```"


def _text(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


@dataclass(frozen=True, slots=True)
class _Section:
    """A nested object with a section of its own."""

    path: str
    attribute: Attribute


def _schema(attributes: Attributes, links: Links) -> Iterator[str]:
    """Arguments and results, then a section for each nested object, depth first."""
    yield from _groups("##", attributes, "", links)
    for section in _sections(attributes, ""):
        yield f'<a id="{_anchor(section.path)}"></a>'
        yield f"### Nested object `{section.path}`"
        if section.attribute.field.block is not None and not issubclass(section.attribute.field.block, Observed):
            yield _about(section.attribute.field.block)
        yield from _groups("####", section.attribute.attributes or {}, section.path, links)


def _groups(level: str, attributes: Attributes, path: str, links: Links) -> Iterator[str]:
    taken = {name: item for name, item in attributes.items() if item.required or item.optional}
    groups = (
        ("Required arguments", [item for item in taken.values() if item.required]),
        ("Optional arguments", [item for item in taken.values() if not item.required]),
        ("Results", [item for name, item in attributes.items() if name not in taken]),
    )
    for title, items in groups:
        if items:
            yield f"{level} {title}"
            yield "\n".join(_line(item, path, links) for item in sorted(items, key=lambda item: item.field.name))


def _sections(attributes: Attributes, path: str) -> Iterator[_Section]:
    for name, attribute in sorted(attributes.items()):
        if attribute.attributes is not None:
            place = f"{path}.{name}" if path else name
            yield _Section(place, attribute)
            yield from _sections(attribute.attributes, place)


def _anchor(path: str) -> str:
    return f"nested--{path.replace('.', '--')}"


def _line(attribute: Attribute, path: str, links: Links) -> str:
    field = attribute.field
    place = f"{path}.{field.name}" if path else field.name
    sentences = [field.description, *_facts(attribute, links)]
    if attribute.attributes is not None:
        sentences.append(f"See [`{place}`](#{_anchor(place)}).")
    return f"- `{field.name}` ({', '.join(_marks(attribute))}) {' '.join(sentences)}"


def _marks(attribute: Attribute) -> Iterator[str]:
    field = attribute.field
    yield _kind(field)
    if (attribute.required or attribute.optional) and field.replace:
        yield "forces a new object"
    if field.sensitive:
        yield "sensitive"
    if field.write_only:
        yield "write-only"


def _kind(field: Field) -> str:
    if field.block is not None:
        return {"list": "list of objects", "set": "set of objects", "map": "map of objects"}.get(
            str(field.nesting), "object"
        )
    one = next((words for kind, words in _WORDS if isinstance(field.plain, kind)), _plain(field.plain))
    return one if field.nesting is None else f"{field.nesting} of {one}s"


def _plain(plain: Type | None) -> str:
    if isinstance(plain, Number):
        return "whole number" if plain.whole else "number"
    return {"bool": "boolean"}.get(plain.terraform, plain.terraform) if plain else "object"


def _facts(attribute: Attribute, links: Links) -> Iterator[str]:
    field = attribute.field
    if field.to is not None:
        yield f"The `id` of a {links(field.to)}."
    if not (attribute.required or attribute.optional):
        return
    if isinstance(field.plain, Choice) and not all(f"`{value}`" in field.description for value in field.plain.values):
        yield f"One of {_listed(field.plain.values)}."
    if bounds := _bounds(field):
        yield bounds
    if field.default is not None:
        shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
        yield f"`{shown}` when left out."
    elif field.optional and field.computed:
        yield "When left out, HPE tells it."


def _bounds(field: Field) -> str:
    words = (
        " elements" if field.nesting in ("list", "set") else "" if isinstance(field.plain, Number) else " characters"
    )
    if field.at_least is not None and field.at_most is not None:
        return f"{field.at_least} to {field.at_most}{words}."
    limits = (("At least", field.at_least), ("At most", field.at_most))
    text = "".join(f"{word} {limit}{words}." for word, limit in limits if limit is not None)
    return text.replace("1 elements", "1 element").replace("1 characters", "1 character")


def _listed(values: Iterable[str]) -> str:
    *most, last = (f"`{value}`" for value in values)
    return f"{', '.join(most)} or {last}" if most else last
