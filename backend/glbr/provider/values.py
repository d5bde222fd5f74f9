"""Terraform's wire format of values ↔ trees.

Terraform sends MessagePack, and JSON for state of earlier runs. Unknown values are extension codes: 0 when nothing is
certain, 12 with what is.
"""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

import msgpack

from glbr.definition.tree import UNKNOWN, Tree, Unknown
from glbr.provider.protocol.tfplugin6_pb2 import DynamicValue
from glbr.views.terraform_schema import Attribute, Attributes

_UNKNOWN_CODE = 0
_REFINED_CODE = 12
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
    source = raw if isinstance(raw, Mapping) else {}
    return {name: _read(attribute, source.get(name)) for name, attribute in attributes.items()}


def _read(attribute: Attribute, raw: object) -> object:
    if raw is None or isinstance(raw, Unknown):
        return raw
    nesting = attribute.field.nesting
    if nesting in ("list", "set") and isinstance(raw, list):
        return [_read_one(attribute, item) for item in raw]
    if nesting == "map" and isinstance(raw, Mapping):
        return {name: _read_one(attribute, item) for name, item in raw.items()}
    return _read_one(attribute, raw)


def _read_one(attribute: Attribute, raw: object) -> object:
    if raw is None or isinstance(raw, Unknown):
        return raw
    if attribute.attributes is not None:
        return conformed(attribute.attributes, raw)
    plain = attribute.field.plain
    return _number(raw) if plain is not None and plain.terraform == "number" else raw


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


def _complete(attributes: Attributes, tree: Tree) -> dict[str, object]:
    return {name: _write(attribute, tree.get(name)) for name, attribute in attributes.items()}


def _write(attribute: Attribute, value: object) -> object:
    nesting = attribute.field.nesting
    if nesting in ("list", "set") and isinstance(value, list):
        return [_write_one(attribute, item) for item in value]
    if nesting == "map" and isinstance(value, Mapping):
        return {name: _write_one(attribute, item) for name, item in value.items()}
    return _write_one(attribute, value)


def _write_one(attribute: Attribute, value: object) -> object:
    if attribute.attributes is not None and isinstance(value, Mapping):
        return _complete(attribute.attributes, value)
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
