"""What an apply will lead to, from the configuration and the state: the part that needs no look at HPE.

Terraform's rules (`reference/plugin-wire.md`): a configured value is planned as it is, or as its prior value if equal in
meaning; only computed attributes may be filled or become unknown; the same holds at each depth.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from glbr.definition.tree import UNKNOWN, Tree, Unknown, is_fully_known
from glbr.protection.problem import Path
from glbr.views.terraform_schema import Attribute, Attributes


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned state.

    Attributes:
        state: Every attribute; unknown where only the apply will tell.
        changed: Whether anything differs from the prior state.
        replace: Attributes whose change needs a new object.
        kept: Attributes whose change does nothing: they counted when the object was made.
    """

    state: dict[str, object]
    changed: bool
    replace: tuple[Path, ...] = ()
    kept: tuple[str, ...] = ()


def planned(schema: Attributes, prior: Tree | None, config: Tree) -> Plan:
    """Plan a creation (no prior state) or a change."""
    wanted = _object(schema, config, prior)
    if prior is None:
        return Plan(wanted, changed=True)
    changed = {name for name, attribute in schema.items() if _differs(attribute, prior.get(name), wanted[name])}
    kept = tuple(name for name, attribute in schema.items() if _is_kept(attribute, prior.get(name), config.get(name)))
    if not changed:
        return Plan(dict(prior), changed=False, kept=kept)
    # What HPE does not tell is absent after an import: writing it down is no change of the object.
    known = {name for name in changed if schema[name].field.read_from or prior.get(name) is not None}
    replace = tuple((name,) for name in schema if name in known and _needs_new(schema[name], config.get(name)))
    state = {name: _after_change(attribute, wanted[name]) for name, attribute in schema.items()}
    return Plan(state, changed=True, replace=replace, kept=kept)


def without_results(attributes: Attributes, tree: Tree) -> dict[str, object]:
    """The same plan, with what HPE makes inside nested objects unknown: the objects are made anew."""
    return {name: _renewed(attribute, tree.get(name)) for name, attribute in attributes.items()}


def _object(attributes: Attributes, config: Tree, prior: Tree | None) -> dict[str, object]:
    before = prior or {}
    return {
        name: _value(attribute, config.get(name), before.get(name), exists=prior is not None)
        for name, attribute in attributes.items()
    }


def _value(attribute: Attribute, given: object, before: object, *, exists: bool) -> object:
    field = attribute.field
    if field.write_only:
        return None
    if field.counts_once and given is not None and before is not None and not isinstance(before, Unknown):
        return before
    if isinstance(given, Unknown):
        return given
    if given is None:
        return _not_given(attribute, before, exists=exists)
    if attribute.attributes is None:
        return before if before is not None and not isinstance(before, Unknown) and field.same(before, given) else given
    if field.nesting == "single":
        return _nested(attribute.attributes, given, before)
    if field.nesting == "map" and isinstance(given, dict):
        old = before if isinstance(before, dict) else {}
        return {name: _nested(attribute.attributes, item, old.get(name)) for name, item in given.items()}
    return _elements(attribute, given, before)


def _needs_new(attribute: Attribute, given: object) -> bool:
    """Whether a change of it needs a new object. What is looked up and unknown as yet is taken for the same."""
    return attribute.field.replace and not (attribute.field.looked_up and not is_fully_known(given))


def _is_kept(attribute: Attribute, before: object, given: object) -> bool:
    """Whether a person wrote something else for what counted once. What is unknown as yet may be the same."""
    if not attribute.field.counts_once or before is None or not is_fully_known(given):
        return False
    if attribute.attributes is None or not isinstance(given, dict) or not isinstance(before, dict):
        return given is not None and not attribute.field.same(before, given)
    return any(
        value is not None and not attribute.attributes[name].field.same(before.get(name), value)
        for name, value in given.items()
    )


def _not_given(attribute: Attribute, before: object, *, exists: bool) -> object:
    if attribute.field.default is not None:
        return attribute.field.default
    if not attribute.computed:
        return None
    # What an object has stays as long as nothing changes; `_after_change` decides what a change may move.
    return before if exists else UNKNOWN


def _nested(attributes: Attributes, given: object, before: object) -> object:
    if not isinstance(given, dict):
        return given
    return _object(attributes, given, before if isinstance(before, dict) else None)


def _elements(attribute: Attribute, given: object, before: object) -> object:
    if not isinstance(given, list):
        return given
    block, attributes = attribute.field.block, attribute.attributes or {}
    old = [item for item in before if isinstance(item, dict)] if isinstance(before, list) else []
    by_key = {block.key_of(item): item for item in old} if block else {}
    by_key.pop(None, None)
    elements: list[object] = []
    for position, item in enumerate(given):
        key = block.key_of(item) if block and isinstance(item, dict) else None
        by_place = old[position] if not by_key and attribute.field.nesting == "list" and position < len(old) else None
        elements.append(_nested(attributes, item, by_key.get(key, by_place) if key is not None else by_place))
    return elements


def _differs(attribute: Attribute, before: object, wanted: object) -> bool:
    if attribute.field.write_only:
        return False
    if attribute.field.nesting == "set" and isinstance(before, list) and isinstance(wanted, list):
        return sorted(map(_canonical, before)) != sorted(map(_canonical, wanted))
    return before != wanted


def _canonical(element: object) -> str:
    return json.dumps(element, sort_keys=True, default=repr)


def _after_change(attribute: Attribute, wanted: object) -> object:
    """What may move with a change is unknown until HPE has told it again: results, and arguments left to HPE."""
    is_result = attribute.computed and not attribute.optional and not attribute.required
    if is_result and (not attribute.field.stable or wanted is None):
        return UNKNOWN
    if wanted is None and attribute.computed and attribute.optional:
        return UNKNOWN
    return _each_object(attribute, wanted, _object_after_change)


def _object_after_change(attributes: Attributes, tree: Tree) -> dict[str, object]:
    return {name: _after_change(attribute, tree.get(name)) for name, attribute in attributes.items()}


def _each_object(
    attribute: Attribute, value: object, change: Callable[[Attributes, Tree], dict[str, object]]
) -> object:
    """Apply a change to each object nested in a value."""
    attributes = attribute.attributes
    if attributes is None:
        return value
    if isinstance(value, list):
        return [change(attributes, item) if isinstance(item, dict) else item for item in value]
    if not isinstance(value, dict):
        return value
    if attribute.field.nesting == "map":
        return {name: change(attributes, item) if isinstance(item, dict) else item for name, item in value.items()}
    return change(attributes, value)


def _renewed_object(attributes: Attributes, tree: Tree) -> dict[str, object]:
    return {
        name: _renewed(attribute, tree.get(name)) if attribute.optional or attribute.required else UNKNOWN
        for name, attribute in attributes.items()
    }


def _renewed(attribute: Attribute, value: object) -> object:
    return _each_object(attribute, value, _renewed_object)
