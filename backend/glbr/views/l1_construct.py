"""Definition → Python source of the constructs that mirror it exactly: resource, data source, list, provider block."""

import builtins
import inspect
import keyword
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from glbr.definition.block import Block
from glbr.definition.computation import Computation
from glbr.definition.fields import Field
from glbr.definition.provider_block import ProviderBlock
from glbr.definition.resource import Observed, Resource
from glbr.definition.types import Choice, Number, PeriodText, Type
from glbr.views.terraform_schema import (
    Attribute,
    Attributes,
    computation_schema,
    data_source_schema,
    list_schema,
    provider_schema,
    resource_schema,
)

COMMAND: Final = "python -m glbr.views.generate_l1"
"""Writes these sources. Named in each of them."""

TAKEN: Final = frozenset(
    """
    add_move_target add_override alias all_with_map_key cdktf_stack compute_fqn connection count creation_stack depends_on
    for_each fqn friendly_unique_id generate_config_for_import get_any_map_attribute get_boolean_attribute
    get_boolean_map_attribute get_list_attribute get_number_attribute get_number_list_attribute get_number_map_attribute
    get_string_attribute get_string_map_attribute has_resource_move import_from interpolation_as_list
    interpolation_for_attribute is_construct is_terraform_data_source is_terraform_element is_terraform_provider
    is_terraform_resource lifecycle meta_attributes move_from_id move_to move_to_id node override_logical_id provider
    provisioners reset_override_logical_id resolve set_argument terraform_generator_metadata terraform_meta_arguments
    place named written terraform_provider_source terraform_resource_type terraform_type to_hcl_terraform to_metadata to_string
    to_terraform with_ arguments filterable id_ of property scope self shape
    """.split()  # noqa: SIM905 - sixty names read better as words than as a column of quotes
)
"""Names that the CDK's classes, or ours over them, use for something else: a member of that name would replace it."""

_WIDTH: Final = 120
_META: Final = (
    ("count", "Count", "How many of it there are."),
    ("depends_on", "DependsOn", "What must be there first, where no reference says so."),
    ("for_each", "ForEach", "One for each entry of a list or map."),
    ("lifecycle", "Lifecycle", 'How Terraform replaces and destroys it: `{"prevent_destroy": True}`.'),
    ("provider", "ProviderBlock", "Provider block that manages it, where there are several."),
    ("connection", "Connection", "How provisioners reach a machine."),
    ("provisioners", "Provisioners", "What Terraform runs on a machine once the object is made."),
)
"""What Terraform itself takes: name, annotation of `glbr_constructs.synthesis.meta`, what it is for."""

_RESOURCE_ONLY: Final = frozenset({"connection", "provisioners"})

_READERS: Final = {
    ("string", False): ("text", "str"),
    ("number", False): ("number", "float"),
    ("bool", False): ("flag", "cdk.IResolvable"),
    ("string", True): ("texts", "list[str]"),
    ("number", True): ("numbers", "list[float]"),
}
"""Function of `glbr_constructs.synthesis.attributes` for a plain value, and what reading it gives, by Terraform's
type and whether there are several."""


def member(name: str) -> str:
    """The Python name of an attribute: with an underscore behind it where the plain name means something else."""
    return f"{name}_" if keyword.iskeyword(name) or name in TAKEN else name


def noun_module(definition: type[Observed]) -> str:
    """Source of the module of one noun: what is nested, the resource, the data source, the data source that lists."""
    source = _Source(definition.__name__)
    title = definition.words().capitalize()
    if issubclass(definition, Resource):
        schema = _timeouts_last(resource_schema(definition))
        source.element("Resource", definition.__name__, definition.type_name(), schema, definition)
    if "one" in definition.sources:
        told = data_source_schema(definition)
        source.element("DataSource", f"Data{definition.__name__}", definition.type_name(), told, definition)
    if "many" in definition.sources:
        plural = "Data" + definition.plural().title().replace("_", "")
        listing = f"Every {definition.words()} that the API client may see, or those that meet all `filters`."
        told, filterable = list_schema(definition), _constant("filterable", definition.filterable)
        source.element("DataSource", plural, f"glbr_{definition.plural()}", told, definition, listing, filterable)
    return source.text(
        f"{title}: the same arguments and attributes as in Terraform.", f"resources/{definition.noun()}.py"
    )


def question_module(definition: type[Computation]) -> str:
    """Source of the module of a question: the data source that answers it."""
    source = _Source(definition.__name__)
    name, schema = f"Data{definition.__name__}", computation_schema(definition)
    source.element("DataSource", name, definition.type_name(), schema, definition)
    return source.text(
        f"{definition.words().capitalize()}: the same arguments and attributes as in Terraform.",
        f"resources/{definition.noun()}.py",
    )


def provider_module() -> str:
    """Source of the module of the provider block."""
    source = _Source("GlbrProvider")
    source.provider(provider_schema())
    return source.text("The `glbr` provider block.", "definition/provider_block.py")


@dataclass(slots=True)
class _Source:
    """One module while it is written: classes in an order in which each comes before the ones that use it."""

    prefix: str
    classes: dict[str, list[str]] = field(default_factory=dict)
    imports: dict[str, set[str]] = field(default_factory=dict)
    references: dict[tuple[type[Block], tuple[str, ...]], str] = field(default_factory=dict)
    shadows: bool = False

    def text(self, docstring: str, origin: str) -> str:
        """The whole module."""
        head = [f"# Generated from glbr/{origin} by `{COMMAND}`: do not edit."]
        if self.shadows:
            head.append("# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.")
        head.append(f'"""{docstring}"""')
        standard = ("collections.abc", "dataclasses", "typing")
        groups = [
            [name for name in standard if name in self.imports],
            ["constructs"],
            sorted(set(self.imports) - {*standard, "constructs"}),
        ]
        self._use("constructs", "Construct")
        blocks = ["\n".join(line for name in group for line in self._import(name)) for group in groups if group]
        body = ["\n".join(lines) for lines in self.classes.values()]
        return "\n\n\n".join(["\n\n".join(["\n".join(head), *blocks]), *body]) + "\n"

    def element(
        self,
        kind: str,
        name: str,
        terraform_type: str,
        schema: Attributes,
        block: type[Block],
        about: str = "",
        constants: Iterable[str] = (),
    ) -> None:
        """A resource or a data source."""
        taken = _settable(schema)
        tokens = self._tokens(schema, "Data" if kind == "DataSource" else "")
        self._use("typing", "ClassVar")
        self._use("glbr_constructs.synthesis.resource", kind)
        lines = [f"class {name}({kind}):", *_docstring(about or inspect.getdoc(block) or ""), ""]
        lines.append(f'    terraform_type: ClassVar[str] = "{terraform_type}"')
        lines += [*constants, *self._shape(taken), *tokens, ""]
        meta = [entry for entry in _META if kind == "Resource" or entry[0] not in _RESOURCE_ONLY]
        self._use("glbr_constructs.synthesis.meta", *(annotation for _, annotation, _ in meta))
        lines += self._constructor(taken, meta)
        self._add(name, lines)

    def provider(self, schema: Attributes) -> None:
        """The provider block."""
        self._use("glbr_constructs.synthesis.resource", "Provider")
        lines = ["class GlbrProvider(Provider):", *_docstring(inspect.getdoc(ProviderBlock) or "")]
        lines += [*self._shape(schema), ""]
        alias = "Name that tells this block from others, where there are several."
        lines += self._constructor(schema, [("alias", "str", alias)])
        self._add("GlbrProvider", lines)

    def _add(self, name: str, lines: list[str]) -> None:
        if name in self.classes:
            raise ValueError(f"{self.prefix}: two classes would be called {name}; rename a block of the definition")
        self.classes[name] = lines

    def _use(self, module: str, *names: str) -> None:
        self.imports.setdefault(module, set()).update(names)

    def _import(self, module: str) -> list[str]:
        # The order of ruff: constants, classes, the rest.
        names = sorted(self.imports[module], key=lambda name: (not name.isupper(), not name[0].isupper(), name))
        line = f"from {module} import {', '.join(names)}"
        return [line] if len(line) <= _WIDTH else [f"from {module} import (", *(f"    {name}," for name in names), ")"]

    def _constructor(self, taken: Attributes, beside: Iterable[tuple[str, str, str]]) -> list[str]:
        """The constructor: HPE's arguments, and beside them those that `super` takes by name."""
        self._use("constructs", "Construct")
        self.shadows = self.shadows or any(hasattr(builtins, member(argument)) for argument in taken)
        lines = ["    def __init__(", "        self,", "        scope: Construct,", "        id_: str,", "        *,"]
        lines += [f"        {self._parameter(attribute)}," for attribute in taken.values()]
        lines += [f"        {name}: {annotation} | None = None," for name, annotation, _ in beside]
        lines += ["    ) -> None:", '        """Describe it.', "", "        Args:"]
        lines += _argument("scope", "Where the construct belongs.")
        lines += _argument("id_", "Name of the construct in that place.")
        for attribute in taken.values():
            lines += _argument(member(attribute.field.name), _about(attribute))
        lines += [line for name, _, about in beside for line in _argument(name, about)]
        pairs = [f'                "{name}": {member(name)},' for name in taken]
        given = ["            {", *pairs, "            },"] if pairs else ["            {},"]
        passed = [f"            {name}={name}," for name, _, _ in beside]
        return [*lines, '        """', "        super().__init__(", "            scope,", "            id_,", *given,
                *passed, "        )"]  # fmt: skip

    def _parameter(self, attribute: Attribute) -> str:
        annotation = f"{member(attribute.field.name)}: {self._annotation(attribute)}"
        return annotation if attribute.required else f"{annotation} | None = None"

    def _annotation(self, attribute: Attribute) -> str:
        kind = attribute.field
        several = kind.nesting in ("list", "set")
        if kind.nesting == "map":
            raise NotImplementedError(f"{self.prefix}.{kind.name}: constructs for maps are not written yet")
        if kind.block is not None:
            self._use("glbr_constructs.synthesis.arguments", "Many" if several else "One")
            return f"{'Many' if several else 'One'}[{self._input(kind.block, attribute.attributes or {})}]"
        inner = self._plain(kind.plain)
        if several:
            self._use("collections.abc", "Sequence")
            return f"Sequence[{inner}]"
        return inner

    def _plain(self, plain: Type | None) -> str:
        if isinstance(plain, PeriodText):
            self._use("glbr_constructs.synthesis.arguments", "Length")
            return "Length"
        if isinstance(plain, Number):
            return "float"
        if plain is not None and plain.terraform == "bool":
            self._use("glbr_constructs.synthesis.arguments", "Flag")
            return "Flag"
        return "str"

    def _input(self, block: type[Block], attributes: Attributes) -> str:
        """Name of the class in which a person writes a nested object."""
        name = self.prefix + block.__name__
        if name in self.classes:
            return name
        taken = _settable(attributes)
        shape = self._shape(taken, in_python=True)
        self._use("dataclasses", "dataclass")
        self._use("glbr_constructs.synthesis.arguments", "Nested")
        about = ["", "    Attributes:"]
        about += [line for key, value in taken.items() for line in _argument(member(key), _about(value), indent=8)]
        head = ["@dataclass(frozen=True, slots=True, kw_only=True)", f"class {name}(Nested):"]
        parameters = [f"    {self._parameter(attribute)}" for attribute in taken.values()]
        self._add(name, [*head, *_docstring(inspect.getdoc(block) or "", about), *shape, "", *parameters])
        return name

    def _shape(self, taken: Attributes, *, in_python: bool = False) -> list[str]:
        """What each argument takes, by its name in Terraform or in Python."""
        if not taken:
            return []
        self._use("typing", "ClassVar")
        self._use("glbr_constructs.synthesis", "kinds")
        entries = [
            (member(name) if in_python else name, self._kind(attribute.field, attribute.attributes or {}))
            for name, attribute in taken.items()
        ]
        pairs = ", ".join(f'"{name}": {kind}' for name, kind in entries)
        self._use("collections.abc", "Mapping")
        declared = "    shape: ClassVar[Mapping[str, kinds.Convert]]"
        line = f"{declared} = {{{pairs}}}"
        if len(line) <= _WIDTH:
            return ["", line]
        return ["", f"{declared} = {{", *(row for entry in entries for row in _entry(*entry)), "    }"]

    def _kind(self, field: Field, attributes: Attributes) -> str:
        if field.block is not None:
            kind = f"{self._input(field.block, attributes)}.of"
        elif isinstance(field.plain, Choice):
            values = ", ".join(f'"{value}"' for value in field.plain.values)
            kind = f"kinds.choice({values})"
        elif isinstance(field.plain, PeriodText):
            kind = "kinds.period"
        elif isinstance(field.plain, Number):
            kind = "kinds.whole" if field.plain.whole else "kinds.number"
        else:
            kind = "kinds.flag" if field.plain is not None and field.plain.terraform == "bool" else "kinds.text"
        return f"kinds.each({kind})" if field.nesting in ("list", "set") else kind

    def _tokens(self, schema: Attributes, data: str) -> list[str]:
        lines = [""]
        for name, attribute in schema.items():
            if attribute.field.write_only:
                continue
            known = member(name)
            renamed = "" if known == name else f'"{name}"'
            told, reader = self._reader(attribute, data, renamed)
            lines += _assigned(known, told, reader)
            if not (attribute.required or attribute.optional):
                lines += [*_docstring(attribute.field.description), ""]
        return lines[:-1] if not lines[-1] else lines

    def _reader(self, attribute: Attribute, data: str, renamed: str) -> tuple[str, str]:
        """What reading an attribute gives, and the call that makes it."""
        self._use("glbr_constructs.synthesis.attributes", "Attribute")
        kind = attribute.field
        several = kind.nesting in ("list", "set")
        if kind.block is not None:
            reader = "each" if several else "one"
            self._use("glbr_constructs.synthesis.attributes", reader)
            reference = self._reference(kind.block, attribute.attributes or {}, data)
            given = [reference, renamed]
            given += ["of_set=True"] if kind.nesting == "set" else []
            if several:
                self._use("glbr_constructs.synthesis.attributes", "References")
            told = f"References[{reference}]" if several else reference
            return told, f"{reader}({', '.join(filter(None, given))})"
        reader, told = _READERS[kind.plain.terraform if kind.plain else "string", several]
        self._use("glbr_constructs.synthesis.attributes", reader)
        if "." in told:
            self._use("glbr_constructs.cdk", "cdk")
        return told, f"{reader}({renamed})"

    def _reference(self, block: type[Block], attributes: Attributes, data: str) -> str:
        """Name of the class that refers to a nested object; a data source shares the resource's where both are alike."""
        alike = (block, tuple(attributes))
        if alike not in self.references:
            own = "" if issubclass(block, Observed) else block.__name__
            name = f"{data}{self.prefix}{own}Reference"
            tokens = self._tokens(attributes, data)
            self._use("glbr_constructs.synthesis.attributes", "Reference")
            self._add(name, [f"class {name}(Reference):", *_docstring(inspect.getdoc(block) or ""), *tokens])
            self.references[alike] = name
        return self.references[alike]


def _constant(name: str, words: Sequence[str]) -> list[str]:
    """A class's constant that lists HPE's words, if there are any."""
    declared = f"    {name}: ClassVar[tuple[str, ...]]"
    if len(words) == 1:
        return ["", f'{declared} = ("{words[0]}",)']
    return ["", f"{declared} = (", *(f'        "{word}",' for word in words), "    )"] if words else []


def _assigned(name: str, told: str, call: str) -> list[str]:
    """The declaration of an attribute with the call that makes it, on as many lines as ruff gives it."""
    declared = f"    {name}: Attribute[{told}]"
    function, _, given = call.removesuffix(")").partition("(")
    if len(line := f"{declared} = {call}") <= _WIDTH:
        return [line]
    if len(line := f"{declared} = {function}(") <= _WIDTH:
        return [line, f"        {given}", "    )"]
    if len(line := f"{declared} = (") <= _WIDTH:
        return [line, f"        {call}", "    )"]
    return [f"    {name}: Attribute[", f"        {told}", f"    ] = {call}"]


def _entry(name: str, kind: str) -> list[str]:
    """One line of a dict, or as many as it takes."""
    line = f'        "{name}": {kind},'
    if len(line) <= _WIDTH:
        return [line]
    call, _, values = kind.removesuffix(")").rpartition("(")
    if len(inside := f"            {values}") <= _WIDTH:
        return [f'        "{name}": {call}(', inside, "        ),"]
    return [f'        "{name}": {call}(', *(f"            {value}," for value in values.split(", ")), "        ),"]


def _about(attribute: Attribute) -> str:
    kind = attribute.field.plain
    allowed = f" Allowed: {', '.join(f'`{value}`' for value in kind.values)}." if isinstance(kind, Choice) else ""
    default = attribute.field.default
    return attribute.field.description + allowed + (f" Default: `{default}`." if default is not None else "")


def _argument(name: str, about: str, indent: int = 12) -> list[str]:
    first = " " * indent + f"{name}: "
    return textwrap.wrap(first + about, _WIDTH, subsequent_indent=" " * (indent + 4), break_on_hyphens=False)


def _docstring(about: str, arguments: Iterable[str] = ()) -> list[str]:
    """A class's or attribute's docstring: paragraphs filled anew, then lines that are laid out already."""
    summary, *rest = (" ".join(paragraph.split()) for paragraph in about.replace("\\", "\\\\").split("\n\n"))
    lines: list[str] = []
    for paragraph in rest:
        lines += ["", *textwrap.wrap(f"    {paragraph}", _WIDTH, subsequent_indent="    ", break_on_hyphens=False)]
    lines += arguments
    return [f'    """{summary}', *lines, '    """'] if lines else [f'    """{summary}"""']


def _timeouts_last(schema: Attributes) -> Attributes:
    """Every resource has them, so that they are the least interesting."""
    return {name: schema[name] for name in sorted(schema, key=lambda name: name == "timeouts")}


def _settable(schema: Attributes) -> Attributes:
    return {name: attribute for name, attribute in schema.items() if attribute.required or attribute.optional}
