"""Reads what the constructs say of themselves, from their sources: nothing is imported."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import griffe

ROOT: Final = Path(__file__).parents[3] / "constructs"
_OWN: Final = "glbr_constructs"
_ALIKE: Final = (f"{_OWN}.synthesis.", f"{_OWN}.placed.", f"{_OWN}.managed.")
"""Where members are written that all constructs have."""

_OF_L1: Final = ("R", "D")
"""Type variables for the resource or data source that a construct stands around."""

_GIVEN: Final = ("self", "cls", "scope", "id_")
"""Parameters that every construct takes alike."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An argument, an attribute or an error: its name, and what it is.

    Attributes:
        name: Its name in Python.
        about: What its docstring says.
        annotation: Its type as it is written in the source.
        default: What it is when it is left out, as written; None where it must be given.
    """

    name: str
    about: str
    annotation: str = ""
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A method, a function or a constructor.

    Attributes:
        name: Its name.
        about: What it is for.
        signature: Its parameters, types and what it returns, as Python has them.
        returns: Type of what it returns.
        arguments: What its docstring says of its parameters.
        errors: What it raises, and when.
        of_class: Whether it is called on the class: a preset or a look-up.
    """

    name: str
    about: str
    signature: str
    returns: str
    arguments: tuple[Entry, ...]
    errors: tuple[Entry, ...]
    of_class: bool


@dataclass(frozen=True, slots=True)
class Public:
    """A public class or function.

    Attributes:
        name: Its name.
        module: Where it is written, from the package on.
        about: What its docstring says, without sections.
        example: The snippet of its docstring, if there is one.
        made: How it is made: the constructor, or the function itself; None where others make it.
        calls: Its methods, its own ones first.
        attributes: What it tells.
        bases: Names of the classes that it is built on, nearest first.
        is_data: Whether it is a dataclass, whose attributes are its arguments.
        instance_of: Of a constant, its class.
        own: Whether it is ours, not a name of the CDK that is passed on.
        terraform_type: Of a resource or data source, its type in Terraform.
    """

    name: str
    module: str
    about: str
    example: str
    made: Call | None
    calls: tuple[Call, ...]
    attributes: tuple[Entry, ...]
    bases: tuple[str, ...]
    is_data: bool = False
    instance_of: str = ""
    own: bool = True
    terraform_type: str = ""


@cache
def _package() -> griffe.Module:
    found = griffe.load(_OWN, search_paths=[str(ROOT)], docstring_parser="google", resolve_aliases=True)
    assert isinstance(found, griffe.Module)
    return found


def public_names() -> Iterator[Public]:
    """Everything that `glbr_constructs` offers by name, sorted."""
    for name in sorted(str(exported) for exported in _package().exports or ()):
        found: Any = _package()[name]
        yield _public(name, found.final_target if found.is_alias else found)


def l1_modules() -> Iterator[tuple[str, str, list[Public]]]:
    """Each generated module: its name, what it says, and its classes in the order in which they are written."""
    package: Any = _package()["l1"]
    for name, module in sorted(package.modules.items()):
        classes = [_public(member, found) for member, found in module.classes.items() if not found.is_alias]
        yield name, module.docstring.value, [found for found in classes if "Reference" not in found.bases]


def _is_told(name: str, member: Any) -> bool:
    """Whether a member is for those who use a class, and is not the same in all of them."""
    if name.startswith("_") or name == "shape" or ("property" in member.labels and name == "place"):
        return False
    return (not member.canonical_path.startswith(_ALIKE) and member.docstring is not None) or name == "resource"


@cache
def terraforms_own() -> frozenset[str]:
    """Types of the arguments that Terraform itself takes everywhere, such as `Lifecycle`."""
    found: Any = _package()["synthesis.meta"]
    return frozenset(name for name, member in found.members.items() if not member.is_alias)


def _public(name: str, found: Any) -> Public:
    sections = _sections(found)
    if found.is_attribute:
        # A constant of ours is an instance, `GOLD = PolicyClass(...)`; anything else is a name of the CDK, passed on.
        kind = str(found.value).partition("(")[0]
        return Public(
            name,
            found.module.path,
            sections.text,
            "",
            None,
            (),
            (),
            (),
            instance_of=kind,
            own=kind in _package().members,
        )
    if found.is_function:
        return Public(name, found.module.path, sections.text, sections.example, _call(found), (), (), ())
    lineage = [found, *(base for base in found.mro() if base.path.startswith(_OWN))]
    members = {key: member for key, member in found.all_members.items() if _is_told(key, member)}
    # One that is inherited, or tells of no argument, is for our own use: look-ups and other calls make such an object.
    constructor = found.members.get("__init__")
    is_data = "dataclass" in found.labels
    return Public(
        name,
        found.module.path,
        sections.text,
        sections.example,
        None if constructor is None or is_data or not _sections(constructor).arguments else _call(constructor),
        tuple(_call(member) for member in members.values() if member.is_function),
        tuple(_attributes(lineage, members)),
        tuple(str(base).partition("[")[0] for part in lineage for base in part.bases),
        is_data=is_data,
        terraform_type=_text_of(found, "terraform_type"),
    )


def _text_of(found: Any, name: str) -> str:
    """The text that a class gives to a name of its own; nothing where it has none."""
    return str(found.members[name].value).strip("'\"") if name in found.members else ""


def _inner(lineage: list[Any]) -> str:
    """The class of L1 that a construct stands around, as `l1.storeonce.Storeonce`."""
    bases = [base for part in lineage for base in part.bases if isinstance(base, griffe.ExprSubscript)]
    names = [name.canonical_path for base in bases for name in base.iterate() if isinstance(name, griffe.ExprName)]
    return next((name.removeprefix(f"{_OWN}.") for name in names if ".l1." in name), "Resource")


def _attributes(lineage: list[Any], members: dict[str, Any]) -> Iterator[Entry]:
    told = {entry.name: entry for part in reversed(lineage) for entry in _sections(part).attributes}
    for name, entry in told.items():
        member = lineage[0].all_members.get(name)
        value: Any = member.value if member is not None and "dataclass" in lineage[0].labels else None
        annotation = getattr(member, "annotation", None) or entry.annotation
        if str(annotation) in _OF_L1:
            annotation = _inner(lineage)
        yield Entry(name, entry.about, str(annotation), str(value) if value else None)
    for name, member in members.items():
        if member.is_attribute and member.docstring is not None and name not in told:
            yield Entry(name, _sections(member).text, str(member.annotation or ""))


def _call(found: Any) -> Call:
    sections = _sections(found)
    taken = {
        parameter.name: parameter
        for parameter in found.parameters
        if parameter.name not in (_GIVEN[:2] if found.name != "__init__" else _GIVEN)
    }
    told = {entry.name: entry.about for entry in sections.arguments}
    arguments = tuple(
        Entry(
            name,
            told.get(name, ""),
            str(parameter.annotation or ""),
            None if parameter.default is None else str(parameter.default),
        )
        for name, parameter in taken.items()
    )
    returns = str(found.returns or "")
    of_class = bool({"staticmethod", "classmethod"} & found.labels)
    signature = _signature(found)
    return Call(found.name, sections.text, signature, returns, arguments, sections.errors, of_class)


def _signature(found: Any) -> str:
    parts, named_only = [], False
    for parameter in found.parameters:
        if parameter.name in ("self", "cls"):
            continue
        kind = parameter.kind
        if kind is griffe.ParameterKind.keyword_only and not named_only:
            parts.append("*")
            named_only = True
        star = "*" if kind is griffe.ParameterKind.var_positional else ""
        named_only = named_only or bool(star)
        default = "" if parameter.default is None or star else f" = {parameter.default}"
        parts.append(f"{star}{parameter.name}: {parameter.annotation}{default}")
    returns = f" -> {found.returns}" if found.returns and str(found.returns) != "None" else ""
    return f"{found.name}({', '.join(parts)}){returns}"


@dataclass(frozen=True, slots=True)
class _Sections:
    text: str = ""
    example: str = ""
    arguments: tuple[Entry, ...] = ()
    attributes: tuple[Entry, ...] = ()
    errors: tuple[Entry, ...] = ()


def _sections(found: Any) -> _Sections:
    if found.docstring is None:
        return _Sections()
    text, example = [], ""
    listed: dict[str, tuple[Entry, ...]] = {"parameters": (), "attributes": (), "raises": ()}
    for section in found.docstring.parsed:
        kind = section.kind.value
        if kind == "text":
            text.append(section.value)
        elif kind == "admonition" and section.title == "Example":
            example = section.value.contents
        elif kind == "raises":
            listed[kind] = tuple(Entry(str(item.annotation), _line(item.description)) for item in section.value)
        elif kind in listed:
            listed[kind] = tuple(
                Entry(item.name, _line(item.description), str(item.annotation or "")) for item in section.value
            )
        else:
            raise ValueError(
                f"the docstring of {found.path} has a section {section.title or kind!r}, which no page shows"
            )
    return _Sections("\n\n".join(text), example, listed["parameters"], listed["attributes"], listed["raises"])


def _line(text: str) -> str:
    return " ".join(text.split())
