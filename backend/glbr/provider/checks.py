"""A configuration against its definition: each value by itself, then all of them together."""

from collections.abc import Hashable, Iterator

from glbr.definition.block import Block
from glbr.definition.tree import Tree, Unknown
from glbr.definition.types import TEXT
from glbr.protection.problem import Path, Problem
from glbr.views.terraform_schema import Attribute, Attributes


def configuration_problems(block: type[Block], attributes: Attributes, config: Tree) -> Iterator[Problem]:
    """Everything wrong with a configuration. What is unknown as yet is checked again when it is known."""
    yield from _object_problems(attributes, config, ())
    yield from block.problems(config)


def _object_problems(attributes: Attributes, tree: Tree, path: Path) -> Iterator[Problem]:
    for name, attribute in attributes.items():
        value = tree.get(name)
        if value is None and attribute.required:
            # Terraform refuses an argument that is left out, and lets one through that is null, as from a variable.
            yield Problem(
                (*path, name), f"{name} is needed", f"Given: null. {attribute.field.description} Give it a value."
            )
        secret = attribute.field.secret
        if attribute.field.write_only and _is_told(value) and secret and _is_told(tree.get(secret)):
            yield Problem(
                (*path, name), f"Give either {secret}_wo or {secret}", "Given: both. They are the same secret."
            )
        if value is not None and not isinstance(value, Unknown):
            yield from _value_problems(attribute, value, (*path, name))


def _value_problems(attribute: Attribute, value: object, path: Path) -> Iterator[Problem]:
    yield from _size_problems(attribute, value, path)
    if attribute.field.nesting in ("list", "set") and isinstance(value, list):
        for position, item in enumerate(value):
            # An element of a set has no position: Terraform can only be pointed at the set.
            where = (*path, position) if attribute.field.nesting == "list" else path
            if (nothing := _nothing_in(attribute, item)) is not None:
                yield Problem(
                    where,
                    f"An element of {attribute.field.name} is {nothing}",
                    f"Given: {nothing}. Give a value, or no element.",
                )
            yield from _one_problem(attribute, item, where)
        yield from _repeated_members(attribute, value, path)
    elif attribute.field.nesting == "map" and isinstance(value, dict):
        for item in value.values():
            yield from _one_problem(attribute, item, path)
    else:
        yield from _one_problem(attribute, value, path)


def _is_told(value: object) -> bool:
    """Whether a value is there for certain: what is unknown as yet may turn out to be null."""
    return value is not None and not isinstance(value, Unknown)


def _nothing_in(attribute: Attribute, element: object) -> str | None:
    """How an element of a list or set says nothing, if it does: HPE drops such a one."""
    if element is None:
        return "null"
    if attribute.attributes is None:
        return "empty text" if attribute.field.plain is TEXT and element == "" else None
    # One that lacks what it must have is refused for that.
    needs_nothing = not any(inner.required for inner in attribute.attributes.values())
    is_empty = isinstance(element, dict) and all(value is None for value in element.values())
    return "an empty object" if needs_nothing and is_empty else None


def _repeated_members(attribute: Attribute, members: list[object], path: Path) -> Iterator[Problem]:
    """A member is named once. Terraform only sees to it that no two of a set are equal in every attribute."""
    block = attribute.field.block
    if block is None or not block.told_apart_by or not block.named_once:
        return
    seen: dict[Hashable, list[int]] = {}
    for position, member in enumerate(members):
        key = block.key_of(member) if isinstance(member, dict) else None
        # Part of a name is no name.
        if key is not None and not (isinstance(key, tuple) and None in key):
            seen.setdefault(key, []).append(position)
    for key, positions in seen.items():
        if len(positions) > 1:
            where = (*path, positions[1], block.told_apart_by[0]) if attribute.field.nesting == "list" else path
            shown = ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)
            yield Problem(
                where,
                f"{attribute.field.name} names one member {len(positions)} times",
                f"Given: {shown}. Name it once.",
            )


def _one_problem(attribute: Attribute, value: object, path: Path) -> Iterator[Problem]:
    if value is None or isinstance(value, Unknown):
        return
    if attribute.attributes is not None:
        if isinstance(value, dict):
            yield from _object_problems(attribute.attributes, value, path)
        return
    plain = attribute.field.plain
    if plain is not None and (allowed := plain.problem(value)):
        shown = "(hidden)" if attribute.field.sensitive else repr(value)
        yield Problem(path, f"{attribute.field.name} cannot be {shown}", f"Given: {shown}; {allowed}.")


def _size_problems(attribute: Attribute, value: object, path: Path) -> Iterator[Problem]:
    field = attribute.field
    if isinstance(value, (str, list)):
        size, unit = len(value), "characters" if isinstance(value, str) else "elements"
    elif isinstance(value, int):
        size, unit = value, ""
    else:
        return
    if field.at_least is not None and size < field.at_least:
        yield Problem(path, f"{field.name} is too small", f"Given: {size} {unit}. The least is {field.at_least}.")
    if field.at_most is not None and size > field.at_most:
        yield Problem(path, f"{field.name} is too large", f"Given: {size} {unit}. The most is {field.at_most}.")
