"""What came of a call about one object, and how it compares with what was planned."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from glbr.api.errors import GlbrError
from glbr.definition.tree import Tree, Unknown, known_part
from glbr.protection.problem import Path, written
from glbr.provider.private import Private
from glbr.views.terraform_schema import Attribute, Attributes


@dataclass(slots=True)
class Outcome:
    """What came of a call.

    Attributes:
        state: The new state; `None` when there is no object.
        private: What to remember with it.
        failures: What went wrong, though the state tells what was reached.
        warnings: Summary and detail of what a person should know.
        replace: For a plan: attributes whose change needs a new object.
    """

    state: dict[str, object] | None
    private: Private = field(default_factory=Private)
    failures: list[GlbrError] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    replace: tuple[Path, ...] = ()


def as_far_as_known(plan: Tree) -> dict[str, object]:
    """A planned state without what only HPE could have told."""
    return {name: known_part(value) for name, value in plan.items()}


def as_planned(plan: object, state: object) -> object:
    """A planned value, with what was unknown taken from the state as far as that tells it."""
    if isinstance(plan, Unknown):
        return state
    if isinstance(plan, Mapping):
        told = state if isinstance(state, Mapping) else {}
        return {name: as_planned(value, told.get(name)) for name, value in plan.items()}
    if isinstance(plan, list):
        items = state if isinstance(state, list) and len(state) == len(plan) else [None] * len(plan)
        return [as_planned(value, other) for value, other in zip(plan, items, strict=True)]
    return plan


def is_told(schema: Attributes, one: Tree, other: Tree) -> bool:
    """Whether two states out of the same reply are alike, though different values were written before.

    Then HPE's reply alone says how the object is. What it does not tell stays as it was written, and shows as a difference.
    """
    return all(
        _alike(attribute, one.get(name), other.get(name))
        for name, attribute in schema.items()
        if attribute.field.write_to or attribute.field.secret_version
    )


def _alike(attribute: Attribute, one: object, other: object) -> bool:
    nested = attribute.attributes
    if one == other:
        return True
    if nested is not None and isinstance(one, Mapping) and isinstance(other, Mapping):
        return is_told(nested, one, other)
    if nested is not None and isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(is_told(nested, first, second) for first, second in pairs)
    return nested is None and attribute.field.same(one, other)


def differences(schema: Attributes, plan: Tree, state: Tree, path: Path = ()) -> Iterator[str]:
    """Planned values that HPE holds otherwise, one line each."""
    for name, attribute in schema.items():
        yield from _difference(attribute, plan.get(name), state.get(name), (*path, name))


def _difference(attribute: Attribute, wanted: object, reached: object, path: Path) -> Iterator[str]:
    if isinstance(wanted, Unknown) or wanted == reached:
        return
    nested = attribute.attributes
    if nested is not None and isinstance(wanted, Mapping) and isinstance(reached, Mapping):
        yield from differences(nested, wanted, reached, path)
    elif nested is not None and isinstance(wanted, list) and isinstance(reached, list) and len(wanted) == len(reached):
        if attribute.field.nesting == "set":
            wanted, reached = sorted(wanted, key=repr), sorted(reached, key=repr)
        for position, (one, other) in enumerate(zip(wanted, reached, strict=True)):
            yield from differences(nested, one, other, (*path, position))
    elif attribute.field.sensitive:
        yield f"  {written(path)}: differs (hidden)"
    else:
        yield f"  {written(path)}: wanted {_shown(known_part(wanted))}, HPE has {_shown(reached)}"


def _shown(value: object) -> str:
    return "nothing" if value is None else repr(value)
