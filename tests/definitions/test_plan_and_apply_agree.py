"""Terraform's rules of consistency, on random configurations: an apply keeps what the plan promised, and settles."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cupboards import Cupboard
from glbr.definition import Resource, Tree, Unknown
from glbr.definition.block import Block
from glbr.definition.fields import Field
from glbr.definition.types import AssetKindText, Choice, Duration, Number, PeriodText, TimeOfDayText, TimestampText
from glbr.provider.planner import planned
from glbr.resources import managed
from glbr.views.rest_body import create_body
from glbr.views.state import state_from
from glbr.views.terraform_schema import Attribute, Attributes, resource_schema

# A job tells its overrides back in another place and a group only keeps members of its type: the simulator tries those.
DEFINITIONS = {"cupboard": Cupboard, **{noun: managed()[noun] for noun in ("protection_policy", "protection_store")}}
STEADY = settings(deadline=None, database=None, max_examples=40, suppress_health_check=list(HealthCheck))

UNITS = ("hours", "days", "week", "months", "YEARS")
PERIODS = st.builds("{} {}".format, st.integers(1, 400), st.sampled_from(UNITS))
TIMES = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.builds(
    "2026-01-{:02}T{:02}:00:00{}Z".format, st.integers(1, 28), st.integers(0, 23), st.sampled_from(["", ".5"])
)
KINDS = st.sampled_from(["virtualization/virtual-machine", "virtualization/virtual-machines"])
WAITS = st.builds("{}m".format, st.integers(1, 90))


MADE = {"string": "made by HPE", "number": 7, "bool": False}
"""What HPE fills in, by type."""


def plain(field: Field) -> st.SearchStrategy[object]:
    """Anything a person may write for one value."""
    kind = field.plain
    assert kind is not None
    # HPE says by an empty text that there is none: an element that is empty, or has only that, cannot be told back.
    least = 1 if field.required or field.nesting else 0
    if isinstance(kind, Choice):
        return st.sampled_from(kind.values)
    special = {PeriodText: PERIODS, TimeOfDayText: TIMES, TimestampText: MOMENTS, AssetKindText: KINDS, Duration: WAITS}
    if type(kind) in special:
        return special[type(kind)]
    if isinstance(kind, Number):
        return st.integers(least, 2**40)
    return st.booleans() if kind.terraform == "bool" else st.text(min_size=least, max_size=6)


def written(attribute: Attribute) -> st.SearchStrategy[object]:
    """Anything a person may write for one attribute; `None` for left out."""
    if not (attribute.required or attribute.optional):
        return st.none()
    one = configurations(attribute.attributes) if attribute.attributes is not None else plain(attribute.field)
    if attribute.field.nesting in ("list", "set"):
        block, least = attribute.field.block, attribute.field.at_least or 0
        one = st.lists(one, min_size=least, max_size=3, unique_by=repr if block is None else known_by(block))
    elif attribute.field.nesting == "map":
        one = st.dictionaries(st.text(min_size=1, max_size=3), one, max_size=2)
    return one if attribute.required else st.none() | one


def known_by(block: type[Block]) -> Callable[[Tree], str]:
    """What no two elements may share."""
    return lambda element: repr(block.key_of(element) or element)


def configurations(attributes: Attributes) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({name: written(attribute) for name, attribute in attributes.items()})


def echo(block: type[Block], body: Tree) -> dict[str, object]:
    """What HPE answers to a body: each value where it is read from, and results of its own at each depth."""
    reply: dict[str, object] = {}
    for field in block.fields().values():
        value = body.get(field.write_to) if field.write_to else None
        if value is None and field.computed and field.default is None and field.block is None:
            value = MADE[field.plain.terraform if field.plain else ""]
        if not field.read_from or value is None:
            continue
        if field.block is not None:
            value = each(field, value)
        place = reply
        for step in field.read_from[:-1]:
            place = place.setdefault(step, {})
        place[field.read_from[-1]] = value
    return reply


def each(field: Field, value: object) -> object:
    assert field.block is not None
    if field.nesting == "single":
        return echo(field.block, value)
    if field.nesting == "map":
        return {name: echo(field.block, item) for name, item in value.items()}
    found = [echo(field.block, item) for item in value]
    return found[::-1] if field.nesting == "set" else found


def broken(promised: object, state: object, path: str = "") -> list[str]:
    """Places where the state is not what the plan promised."""
    if isinstance(promised, Unknown) or promised == state:
        return []
    if isinstance(promised, dict) and isinstance(state, dict):
        return [place for name in promised for place in broken(promised[name], state.get(name), f"{path}.{name}")]
    if isinstance(promised, list) and isinstance(state, list) and len(promised) == len(state):
        pairs = enumerate(zip(promised, state, strict=True))
        return [place for position, (one, other) in pairs for place in broken(one, other, f"{path}[{position}]")]
    return [f"{path}: planned {promised!r}, got {state!r}"]


def applied(definition: type[Resource], config: dict[str, object], prior: Tree | None = None) -> tuple[Tree, Tree]:
    """The plan, and the state after an apply at an HPE that does as it is told."""
    plan = planned(resource_schema(definition), prior, config).state
    known = {name: None if isinstance(value, Unknown) else value for name, value in plan.items()}
    reply = echo(definition, create_body(definition, without_unknowns(known), config))
    return plan, state_from(definition, reply, plan)


def without_unknowns(tree: object) -> object:
    if isinstance(tree, dict):
        return {name: without_unknowns(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [without_unknowns(value) for value in tree]
    return None if isinstance(tree, Unknown) else tree


@pytest.mark.parametrize("noun", DEFINITIONS)
@given(data=st.data())
@STEADY
def test_a_creation_keeps_what_was_planned_and_settles(noun: str, data: st.DataObject) -> None:
    definition = DEFINITIONS[noun]
    schema = resource_schema(definition)
    config = data.draw(configurations(schema))

    plan, state = applied(definition, config)

    assert broken(plan, state) == []
    assert not planned(schema, state, config).changed


@pytest.mark.parametrize("noun", DEFINITIONS)
@given(data=st.data())
@STEADY
def test_a_change_keeps_what_was_planned_and_settles(noun: str, data: st.DataObject) -> None:
    definition = DEFINITIONS[noun]
    schema = resource_schema(definition)
    first, second = data.draw(configurations(schema)), data.draw(configurations(schema))
    _, prior = applied(definition, first)

    plan, state = applied(definition, second, prior)

    assert broken(plan, state) == []
    assert not planned(schema, state, second).changed


@pytest.mark.parametrize("noun", DEFINITIONS)
@given(data=st.data())
@STEADY
def test_a_plan_changes_nothing_that_a_person_wrote(noun: str, data: st.DataObject) -> None:
    definition = DEFINITIONS[noun]
    schema = resource_schema(definition)
    first, second = data.draw(configurations(schema)), data.draw(configurations(schema))
    _, prior = applied(definition, first)

    plan = planned(schema, prior, second).state

    for name, attribute in schema.items():
        if attribute.attributes is None and second[name] is not None and not attribute.field.write_only:
            assert plan[name] in (second[name], prior[name])
        if second[name] is None and not attribute.computed:
            assert plan[name] is None
