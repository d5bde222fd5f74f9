"""Definition → what HPE is sent, and back: create body, merge patch, and the tree of a reply."""

from collections.abc import Mapping

from glbr.definition.block import Block
from glbr.definition.computation import Computation
from glbr.definition.fields import Field
from glbr.definition.resource import Resource
from glbr.definition.tree import Cleared, Tree, Unknown
from glbr.definition.update import Step, Update
from glbr.views.terraform_schema import Attribute, Attributes


def create_body(definition: type[Resource], planned: Tree, config: Tree) -> dict[str, object]:
    """Everything a person set, in HPE's names; nothing that HPE tells, nothing absent, nothing that is sent later.

    Args:
        definition: What the object is.
        planned: The planned state.
        config: The configuration, which alone holds the write-only values.
    """
    now = {name: value for name, value in planned.items() if not definition.fields()[name].later}
    return _written(definition, _with_secrets(definition, now, config))


def update_body(definition: type[Resource], update: Update, config: Tree) -> dict[str, object]:
    """The body of a change: the whole for PUT, a merge patch for PATCH."""
    if update.method == "PUT":
        return create_body(definition, update.tree, config)
    taken = definition.changed_as or definition
    fields = taken.fields()
    tree = _with_secrets(taken, update.tree, config)
    return {
        wire: _cleared(fields[name]) if value is None else _value(fields[name], value, patch=True)
        for name, value in tree.items()
        # A secret is sent or left alone, and never taken away.
        if not isinstance(value, Unknown) and not (fields[name].write_only and value is None)
        if (wire := _wire(fields[name], patch=True))
    }


def step_body(definition: type[Resource], step: Step) -> dict[str, object]:
    """The body of a call of its own."""
    return _written(definition.actions[step.action], step.tree)


def question_body(definition: type[Computation], config: Tree) -> dict[str, object]:
    """The body of a question."""
    return _written(definition, config)


def _with_secrets(block: type[Block], tree: Tree, config: Tree) -> dict[str, object]:
    """The same with the write-only values, which only the configuration holds, at every depth that is to be sent."""
    full = dict(tree)
    for name, field in block.fields().items():
        given = config.get(name)
        if field.write_only and name in tree:
            full[name] = given
        elif field.block is not None and field.nesting == "single" and isinstance(tree.get(name), Mapping):
            inner = tree[name]
            assert isinstance(inner, Mapping)
            full[name] = _with_secrets(field.block, inner, given if isinstance(given, Mapping) else {})
    return full


def reply_tree(attributes: Attributes, reply: Mapping[str, object]) -> dict[str, object]:
    """What HPE tells, in our names. Lenient: extra fields are passed over, missing ones are absent."""
    return {name: _read(attribute, _at(reply, attribute.field.read_from)) for name, attribute in attributes.items()}


def _written(block: type[Block], tree: Tree, *, patch: bool = False) -> dict[str, object]:
    fields = block.fields()
    return {
        wire: _cleared(fields[name]) if isinstance(value, Cleared) else _value(fields[name], value, patch=patch)
        for name, value in tree.items()
        # What is unknown even now was left to HPE.
        if value is not None and not isinstance(value, Unknown) and (wire := _wire(fields[name], patch=patch))
    }


def _wire(field: Field, *, patch: bool) -> str | None:
    """HPE's name in a request. In a patch an element is named by the id that HPE made for it."""
    return "id" if patch and field.name == "id" else field.write_to


def _value(field: Field, value: object, *, patch: bool) -> object:
    if field.nesting in ("list", "set") and isinstance(value, list):
        return [_one(field, item, patch=patch) for item in value]
    if field.nesting == "map" and isinstance(value, dict):
        return {name: _one(field, item, patch=patch) for name, item in value.items()}
    return _one(field, value, patch=patch)


def _one(field: Field, value: object, *, patch: bool) -> object:
    if field.block is not None and isinstance(value, dict):
        return _written(field.block, value, patch=patch)
    return field.plain.to_api(value) if field.plain else value


def _cleared(field: Field) -> object:
    """How a merge patch says 'no longer set'.

    Empty text where HPE's schema wants text: it reads back as absent, and no description of HPE allows null there.
    """
    if field.nesting in ("list", "set"):
        return []
    return "" if field.plain is not None and field.plain.terraform == "string" and field.nesting is None else None


def _at(reply: object, path: tuple[str, ...]) -> object:
    if not path:
        return None
    for step in path:
        reply = reply.get(step) if isinstance(reply, dict) else None
    return reply


def _read(attribute: Attribute, value: object) -> object:
    nesting = attribute.field.nesting
    if value is None:
        return None
    if nesting in ("list", "set"):
        # HPE may write null among the elements of a list; it stands for nothing.
        told = [_read_one(attribute, item) for item in value if item is not None] if isinstance(value, list) else None
        return told if told is None else [item for item in told if item is not None]
    if nesting == "map":
        return {name: _read_one(attribute, item) for name, item in value.items()} if isinstance(value, dict) else None
    return _read_one(attribute, value)


def _read_one(attribute: Attribute, value: object) -> object:
    if attribute.attributes is None:
        return attribute.field.plain.from_api(value) if attribute.field.plain else value
    if not isinstance(value, dict):
        return None
    tree = reply_tree(attribute.attributes, value)
    # HPE describes what is not there by an object of empty texts (NOTES section 4).
    return tree if any(item is not None for item in tree.values()) else None
