"""Terraform's wire format: whatever a definition can hold comes back as it went."""

import json
from decimal import Decimal

import msgpack
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cupboards import Cupboard
from glbr.definition import UNKNOWN, Unknown
from glbr.definition.fields import Field
from glbr.provider.protocol.tfplugin6_pb2 import DynamicValue
from glbr.provider.values import conformed, decode, encode
from glbr.views.terraform_schema import Attribute, Attributes, resource_schema

SCHEMA = resource_schema(Cupboard)
EMPTY = dict.fromkeys(SCHEMA)

REFINEMENTS = st.fixed_dictionaries(
    {}, optional={1: st.booleans(), 2: st.text(min_size=1, max_size=5), 5: st.integers(0, 9)}
)
UNKNOWNS = st.just(UNKNOWN) | REFINEMENTS.map(Unknown)
FRACTIONS = st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: not number.is_integer())
NUMBERS = st.integers() | st.integers(-(2**80), 2**80) | FRACTIONS
PLAIN = {"string": st.text(), "number": NUMBERS, "bool": st.booleans()}


def values_of(attribute: Attribute) -> st.SearchStrategy[object]:
    """Anything the attribute can hold on its way: null, unknown, or a value."""
    one = objects(attribute.attributes) if attribute.attributes is not None else PLAIN[kind_of(attribute.field)]
    element = one | UNKNOWNS
    if attribute.field.nesting in ("list", "set"):
        one = st.lists(element, max_size=3)
    elif attribute.field.nesting == "map":
        one = st.dictionaries(st.text(max_size=4), element, max_size=3)
    return st.none() | UNKNOWNS | one


def kind_of(field: Field) -> str:
    assert field.plain is not None
    return field.plain.terraform


def objects(attributes: Attributes) -> st.SearchStrategy[object]:
    return st.fixed_dictionaries({name: values_of(attribute) for name, attribute in attributes.items()})


@settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(objects(SCHEMA))
def test_every_tree_comes_back_as_it_went(tree: dict[str, object]) -> None:
    assert decode(SCHEMA, encode(SCHEMA, tree)) == tree


@pytest.mark.parametrize(
    "number", [0, -1, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**63) - 1, 10**40, 1.5, Decimal("0.1")]
)
def test_a_number_loses_no_digit(number: object) -> None:
    back = decode(SCHEMA, encode(SCHEMA, EMPTY | {"drawers": number}))

    assert back is not None
    assert back["drawers"] == number
    assert type(back["drawers"]) is type(number)


@pytest.mark.parametrize(
    ("sent", "read"),
    [(2.0, 2), ("18446744073709551616", 2**64), ("-3", -3), ("0.1", Decimal("0.1")), ("1e3", Decimal("1e3"))],
)
def test_a_number_is_read_in_each_way_terraform_writes_it(sent: object, read: object) -> None:
    value = DynamicValue(msgpack=msgpack.packb({"drawers": sent}))

    back = decode(SCHEMA, value)

    assert back is not None
    assert back["drawers"] == read


def test_an_unknown_value_is_written_as_terraform_writes_it() -> None:
    value = encode(SCHEMA, EMPTY | {"note": UNKNOWN, "room_id": Unknown({1: False, 2: "r-"})})

    raw = msgpack.unpackb(value.msgpack)

    assert raw["note"] == msgpack.ExtType(0, b"\x00")
    assert raw["room_id"].code == 12
    assert msgpack.unpackb(raw["room_id"].data, strict_map_key=False) == {1: False, 2: "r-"}


@pytest.mark.parametrize("code", [0, 5, 12])
def test_an_unknown_value_that_says_nothing_readable_is_still_unknown(code: int) -> None:
    value = DynamicValue(msgpack=msgpack.packb({"note": msgpack.ExtType(code, b"\x00" if code != 12 else b"")}))

    back = decode(SCHEMA, value)

    assert back is not None
    assert back["note"] is UNKNOWN


def test_null_is_no_object() -> None:
    assert decode(SCHEMA, encode(SCHEMA, None)) is None
    assert decode(SCHEMA, DynamicValue()) is None


def test_every_attribute_is_written_even_when_nothing_is_known_of_it() -> None:
    raw = msgpack.unpackb(encode(SCHEMA, {"name": "linen", "door": {"side": "left"}}).msgpack)

    assert set(raw) == set(SCHEMA)
    assert raw["door"] == {"side": "left", "glass": None, "oiled": None}


def test_state_of_an_earlier_run_comes_as_json() -> None:
    value = DynamicValue(json=json.dumps({"name": "linen", "drawers": 3.0, "steps": [1, 2]}).encode())

    back = decode(SCHEMA, value)

    assert back == EMPTY | {"name": "linen", "drawers": 3, "steps": [1, 2]}


def test_state_of_another_version_is_fitted_to_the_schema_of_today() -> None:
    fitted = conformed(SCHEMA, {"name": "linen", "smell": "lavender", "door": {"side": "left", "bell": True}})

    assert fitted == EMPTY | {"name": "linen", "door": {"side": "left", "glass": None, "oiled": None}}


def test_what_has_no_place_in_terraform_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no place in a Terraform value"):
        encode(SCHEMA, EMPTY | {"note": {"a"}})
