"""Terraform's wire format of values ↔ trees.

Terraform sends MessagePack, and JSON for state of earlier runs. Unknown values are extension codes: 0 when nothing is
certain, 12 with what is.
"""

import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

import msgpack

from glbr.definition.tree import UNKNOWN, Tree, Unknown
from glbr.provider.protocol.tfplugin6_pb2 import DynamicValue
from glbr.views.terraform_schema import Attribute, Attributes

_UNKNOWN_CODE = 0
_REFINED_CODE = 12
Change = Callable[[object], object]
_CODECS: dict[int, tuple[Attributes, list[tuple[str, Change | None, Change | None]]]] = {}

_LARGEST = 2**63
"""From here on Terraform reads a whole number as text, so that no digit is lost."""


def decode(attributes: Attributes, value: DynamicValue) -> Tree | None:
    """Read an object; `None` is Terraform's null."""
    if value.msgpack:
        raw = msgpack.unpackb(value.msgpack, raw=False, ext_hook=_unknown, strict_map_key=False)
    else:
        raw = json.loads(value.json) if value.json else None
    return None if raw is None else conformed(attributes, raw)


def encode(attributes: Attributes, tree: Tree | None) -> DynamicValue:
    """Write an object with every attribute present, as Terraform wants it."""
    raw = None if tree is None else _complete(attributes, tree)
    return DynamicValue(msgpack=msgpack.packb(raw, default=_extension))


def conformed(attributes: Attributes, raw: object) -> dict[str, object]:
    """Fit a value to the schema of today: attributes it lacks are null, those it has no more are dropped."""
    source = raw if isinstance(raw, dict) else {}
    return {name: _applied(read, source.get(name)) for name, read, _ in _codec(attributes)}


def _complete(attributes: Attributes, tree: Tree) -> dict[str, object]:
    return {name: _applied(write, tree.get(name)) for name, _, write in _codec(attributes)}


def _applied(change: Change | None, value: object) -> object:
    return value if change is None or value is None or isinstance(value, Unknown) else change(value)


def _codec(attributes: Attributes) -> list[tuple[str, Change | None, Change | None]]:
    """How each attribute is read and written, worked out once for each schema; `None` passes a value through."""
    known = _CODECS.get(id(attributes))
    if known is None:
        codec = [
            (name, _change(attribute, _number, conformed), _change(attribute, _decimal, _complete))
            for name, attribute in attributes.items()
        ]
        # The schema is kept with it: an id is only unique among what is alive.
        known = _CODECS[id(attributes)] = (attributes, codec)
    return known[1]


def _change(attribute: Attribute, number: Change, nested: Callable[[Attributes, Any], object]) -> Change | None:
    one: Change | None = None
    if (inner := attribute.attributes) is not None:

        def one(value: object) -> object:
            return nested(inner, value) if isinstance(value, dict) else value

    elif attribute.field.plain is not None and attribute.field.plain.terraform == "number":
        one = number
    if one is None or attribute.field.nesting in (None, "single"):
        return one
    each = one
    if attribute.field.nesting == "map":
        return lambda value: (
            {name: _applied(each, item) for name, item in value.items()} if isinstance(value, dict) else value
        )
    return lambda value: [_applied(each, item) for item in value] if isinstance(value, list) else value


def _number(raw: object) -> object:
    """Terraform writes a number as text when neither an integer nor a float holds it exactly."""
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if not isinstance(raw, str):
        return raw
    try:
        return int(raw) if raw.lstrip("-").isdigit() else Decimal(raw)
    except InvalidOperation:
        return raw


def _decimal(value: object) -> object:
    if isinstance(value, Decimal) or (isinstance(value, int) and not -_LARGEST <= value < _LARGEST):
        return str(value)
    return value


def _extension(value: object) -> msgpack.ExtType:
    if not isinstance(value, Unknown):
        raise TypeError(f"{type(value).__name__} has no place in a Terraform value")
    if not value.refinements:
        return msgpack.ExtType(_UNKNOWN_CODE, b"\x00")
    return msgpack.ExtType(_REFINED_CODE, msgpack.packb(dict(value.refinements)))


def _unknown(code: int, payload: bytes) -> Unknown:
    """Any extension is an unknown value; only one code says more about it."""
    if code != _REFINED_CODE or not payload:
        return UNKNOWN
    refinements = msgpack.unpackb(payload, raw=False, strict_map_key=False)
    return Unknown(refinements) if isinstance(refinements, dict) else UNKNOWN
