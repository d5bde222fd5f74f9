"""The model as everybody may read it: plain JSON with a version and a schema, for OPA, Sentinel, CEL and dashboards.

It holds nothing but the model, and so nothing that may not be shown. The schema is derived from the model's own classes.
Within one major version names only come, and none goes or changes its meaning.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from types import NoneType, UnionType
from typing import Final, Literal, Union, get_args, get_origin, get_type_hints

from glbr.protection.period import Period
from glbr.protection.setting import Setting
from glbr.review.model.model import Model

FORMAT: Final = "glbr-protection-model"
VERSION: Final = "1.1"
ADDRESS: Final = "https://json-schema.org/draft/2020-12/schema"

Json = dict[str, object]

_PERIOD: Final = "^[0-9]+ (hour|day|week|month|year)s?$"
_PLAIN: Final[Mapping[object, Json]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    Period: {"type": "string", "pattern": _PERIOD},
    object: {},
}


def as_document(model: Model) -> Json:
    """A model as plain JSON: objects, lists, texts, numbers, booleans and null."""
    return {"format": FORMAT, "version": VERSION, **_members(model)}


def _members(value: object) -> Json:
    assert is_dataclass(value)
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return _members(value)


def schema() -> Json:
    """The JSON Schema (2020-12) of what `as_document` gives."""
    definitions: Json = {}
    whole = _object_schema(Model, definitions)
    head: Json = {"format": {"const": FORMAT}, "version": {"type": "string", "pattern": r"^1\.[0-9]+$"}}
    properties, required = whole["properties"], whole["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    return {
        "$schema": ADDRESS,
        "title": "Protection model of glbr review",
        "description": whole["description"],
        "type": "object",
        "properties": {**head, **properties},
        "required": [*head, *required],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _object_schema(kind: type, definitions: Json) -> Json:
    hints, told = get_type_hints(kind), _told(kind)
    properties: Json = {}
    assert is_dataclass(kind)
    for name in (field.name for field in fields(kind)):
        found = _schema(hints[name], definitions)
        properties[name] = {**found, "description": told[name]} if name in told else found
    summary = (kind.__doc__ or "").strip().split("\n\n")[0]
    return {
        "description": " ".join(summary.split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _schema(hint: object, definitions: Json) -> Json:
    origin, inner = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(part, definitions) for part in inner]}
    if origin is Setting:
        return _setting_schema(_schema(inner[0], definitions))
    if origin is tuple and inner[-1] is not Ellipsis:
        places = [_schema(part, definitions) for part in inner]
        return {"type": "array", "prefixItems": places, "minItems": len(places), "maxItems": len(places)}
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0], definitions)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        numbered: Json = {"propertyNames": {"pattern": "^[0-9]+$"}} if inner[0] is int else {}
        return {"type": "object", **numbered, "additionalProperties": _schema(inner[1], definitions)}
    assert isinstance(hint, type)
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}  # it may hold itself
        definitions[hint.__name__] = _object_schema(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _setting_schema(value: Json) -> Json:
    """A value that is there, or the reason why it is not."""
    origin: Json = {"type": "string", "description": "Who chose it: policy, job, inventory; empty where it is plain."}
    told = "Why it is unknown although something is written there; mostly empty."
    note: Json = {"type": "string", "description": told}
    shape: Json = {"type": "object", "required": ["state", "value", "origin", "note"], "additionalProperties": False}
    there: Json = {"state": {"const": "known"}, "value": value, "origin": origin, "note": {"const": ""}}
    missing: Json = {
        "state": {"enum": ["unknown", "absent"]},
        "value": {"type": "null"},
        "origin": origin,
        "note": note,
    }
    return {"oneOf": [{**shape, "properties": there}, {**shape, "properties": missing}]}


def _told(kind: type) -> dict[str, str]:
    """What the docstrings of a class and those it builds on say of its attributes."""
    found: dict[str, str] = {}
    for part in reversed(kind.__mro__):
        _, _, listed = (part.__doc__ or "").partition("Attributes:\n")
        for name, text in re.findall(r"^ {8}(\w+): ((?:.+\n?)(?: {12}.+\n?)*)", listed, re.MULTILINE):
            found[name] = " ".join(text.split())
    return found
