"""A configuration against its definition: each value by itself, then all of them together."""

from collections import Counter
from collections.abc import Iterator, Mapping

from glbr.definition.block import Block
from glbr.definition.tree import Tree, Unknown
from glbr.protection.problem import Path, Problem
from glbr.views.terraform_schema import Attribute, Attributes


def configuration_problems(block: type[Block], attributes: Attributes, config: Tree) -> Iterator[Problem]:
    """Everything wrong with a configuration. What is unknown as yet is checked again when it is known."""
    yield from _object_problems(attributes, config, ())
    yield from block.problems(config)


def missing_secrets(attributes: Attributes, config: Tree, path: Path = ()) -> Iterator[Problem]:
    """Secrets that an object cannot be made without. Later on they may be left out: HPE has them."""
    for name, attribute in attributes.items():
        value = config.get(name)
        if attribute.field.needed and not attribute.field.write_only and value is None:
            if config.get(f"{name}_wo") is None:
                detail = f"Given: neither {name}_wo nor {name}. {attribute.field.description} Give one of the two."
                yield Problem((*path, f"{name}_wo"), f"{name} is needed to make this", detail)
        elif attribute.attributes is not None and isinstance(value, Mapping):
            yield from missing_secrets(attribute.attributes, value, (*path, name))


def _object_problems(attributes: Attributes, tree: Tree, path: Path) -> Iterator[Problem]:
    for name, attribute in attributes.items():
        value = tree.get(name)
        if value is None and attribute.required:
            # Terraform refuses an argument that is left out, and lets one through that is null, as from a variable.
            yield Problem(
                (*path, name), f"{name} is needed", f"Given: null. {attribute.field.description} Give it a value."
            )
        if attribute.field.write_only and value is not None and tree.get(name.removesuffix("_wo")) is not None:
            secret = attribute.field.secret
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
            if item is None:
                yield Problem(
                    where, f"An element of {attribute.field.name} is null", "Given: null. Give a value, or no element."
                )
            yield from _one_problem(attribute, item, where)
        yield from _repeated_members(attribute, value, path)
    elif attribute.field.nesting == "map" and isinstance(value, dict):
        for item in value.values():
            yield from _one_problem(attribute, item, path)
    else:
        yield from _one_problem(attribute, value, path)


def _repeated_members(attribute: Attribute, members: list[object], path: Path) -> Iterator[Problem]:
    """A member of a set is named once; Terraform only sees to it that no two are equal in every attribute."""
    block = attribute.field.block
    if block is None or attribute.field.nesting != "set":
        return
    keys = [block.key_of(member) for member in members if isinstance(member, dict)]
    for key, count in Counter(key for key in keys if key is not None).items():
        if count > 1:
            shown = ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)
            yield Problem(
                path, f"{attribute.field.name} names one member {count} times", f"Given: {shown}. Name it once."
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
