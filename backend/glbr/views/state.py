"""A reply of HPE → the state Terraform keeps: what the user wrote where it means the same, what HPE says where it differs."""

from collections.abc import Mapping

from glbr.definition.fields import Field
from glbr.definition.resource import Observed, Resource
from glbr.definition.tree import Tree, Unknown
from glbr.definition.types import Choice
from glbr.views.rest_body import reply_tree
from glbr.views.terraform_schema import Attribute, Attributes, data_source_schema, once, resource_schema


def observed(definition: type[Observed], reply: Mapping[str, object]) -> dict[str, object]:
    """Everything HPE tells of an object, what changes by itself included."""
    return reply_tree(data_source_schema(definition), reply)


def state_from(
    definition: type[Resource], reply: Mapping[str, object], prior: Tree | None, beside: Tree | None = None
) -> dict[str, object]:
    """The new state of a managed object.

    Args:
        definition: What the object is.
        reply: The object as HPE tells it.
        prior: The last state, or the plan that was just carried out; `None` at an import.
        beside: At an import, the object that the definition wants to see along with it.
    """
    schema = resource_schema(definition)
    told = definition.managed(reply_tree(_everything(definition), reply), prior, beside or {})
    return {name: _settle(attribute, told.get(name), prior) for name, attribute in schema.items()}


def imported(schema: Attributes, state: Tree) -> dict[str, object]:
    """A state that was just imported, with what stands for secrets: they were sent before, and are not sent again."""
    return {name: _imported(attribute, state.get(name)) for name, attribute in schema.items()}


def _imported(attribute: Attribute, told: object) -> object:
    if attribute.field.secret_version:
        return 1
    if attribute.attributes is None or attribute.field.nesting != "single":
        return told
    if told is None and not attribute.required:
        return None
    return imported(attribute.attributes, told if isinstance(told, Mapping) else {})


@once
def _everything(definition: type[Resource]) -> Attributes:
    """What the state holds, and what changes by itself beside it: a definition may need that to read the rest."""
    return {**data_source_schema(definition), **resource_schema(definition)}


def _settle(attribute: Attribute, told: object, prior: Tree | None) -> object:
    field = attribute.field
    if field.read_from or told is not None:
        return reconciled(attribute, None if prior is None else prior.get(field.name), told)
    # HPE does not tell it: an import starts from the default, otherwise what was written stays.
    kept = field.default if prior is None else prior.get(field.name)
    if kept is None and field.write_to is None:
        # State of an older provider lacks what only steers Terraform. What is sent as well, HPE has not been told.
        kept = field.default
    return None if field.write_only or isinstance(kept, Unknown) else kept


def reconciled(attribute: Attribute, written: object, told: object, *, fixed: bool = False) -> object:
    """One value: as it was written if HPE's means the same, else HPE's.

    Args:
        attribute: What it is.
        written: As it was written, or planned.
        told: As HPE tells it, in our names.
        fixed: A change of what it is a part of needs a new object.
    """
    field, fixed = attribute.field, fixed or attribute.field.replace
    if isinstance(written, Unknown):
        return told
    if told in (None, "", [], {}):
        # Absent, empty text and empty collection are one and the same to HPE.
        if written is not None and _says_nothing(written):
            return written
        return told if field.required and told != "" else None
    if attribute.attributes is None:
        means_the_same = field.same(written, told) or (fixed and _is_beyond_words(field, told))
        return written if written is not None and means_the_same else told
    if field.nesting == "single":
        return _object(attribute.attributes, written, told, fixed=fixed)
    if field.nesting == "map":
        before = written if isinstance(written, dict) else {}
        items = told.items() if isinstance(told, dict) else ()
        return {name: _object(attribute.attributes, before.get(name), item, fixed=fixed) for name, item in items}
    return _elements(attribute, written, told, fixed=fixed)


def _is_beyond_words(field: Field, told: object) -> bool:
    """Whether HPE tells a new word of its own, which nobody could write.

    Where a change needs a new object, taking it for a change would plan to destroy what is as it was.
    """
    return isinstance(field.plain, Choice) and field.nesting is None and field.plain.problem(told) is not None


def _object(attributes: Attributes, written: object, told: object, *, fixed: bool) -> object:
    if not isinstance(told, dict):
        return told
    before = written if isinstance(written, dict) else {}
    return {
        name: _settle_nested(attribute, before.get(name), told.get(name), fixed=fixed)
        for name, attribute in attributes.items()
    }


def _settle_nested(attribute: Attribute, written: object, told: object, *, fixed: bool) -> object:
    if attribute.field.read_from:
        return reconciled(attribute, written, told, fixed=fixed)
    return (
        None if attribute.field.write_only or isinstance(written, Unknown) else (told if written is None else written)
    )


def _elements(attribute: Attribute, written: object, told: object, *, fixed: bool) -> list[object]:
    """Elements in the order they were written; those nobody wrote come last, in HPE's order."""
    attributes, block = attribute.attributes or {}, attribute.field.block
    found = [item for item in told if isinstance(item, dict)] if isinstance(told, list) else []
    before = [item for item in written if isinstance(item, dict)] if isinstance(written, list) else []
    places = {block.key_of(item): place for place, item in enumerate(found)} if block else {}
    places.pop(None, None)
    partners = [places.pop(block.key_of(element), None) if block else None for element in before]
    # An element whose key changed at HPE is matched by its place among those left.
    left = iter(sorted(set(range(len(found))) - set(partners)))
    matched = [place if place is not None else next(left, None) for place in partners]
    settled = [
        _object(attributes, element, found[place], fixed=fixed)
        for element, place in zip(before, matched, strict=True)
        if place is not None
    ]
    return settled + [_object(attributes, None, found[place], fixed=fixed) for place in left]


def _says_nothing(written: object) -> bool:
    """Whether a person wrote something that holds no value: Terraform tells that apart from leaving it out."""
    if isinstance(written, dict):
        return all(_says_nothing(item) for item in written.values())
    return written in (None, "", [])
