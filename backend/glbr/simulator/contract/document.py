"""The contract: which operations HPE's API has, and which of them a request means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

JsonObject = dict[str, Any]


@dataclass(frozen=True)
class Parameter:
    """One path, query or header parameter of an operation."""

    name: str
    location: str
    required: bool
    schema: JsonObject
    filterable: tuple[str, ...] | None = None
    filter_operators: tuple[str, ...] = ()
    sortable: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Operation:
    """One operation of the contract, with what it takes and what it answers."""

    id: str
    method: str
    path: str
    tag: str
    asynchronous: bool
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, JsonObject]
    body_required: bool
    replies: Mapping[int, JsonObject | None]
    segments: tuple[str, ...] = field(repr=False)

    def parameter(self, name: str) -> Parameter | None:
        """The query or path parameter of that name, if the operation has one."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    @property
    def collection(self) -> str:
        """The last fixed segment of the path: `protection-stores`."""
        return [segment for segment in self.segments if not segment.startswith("{")][-1]


@dataclass(frozen=True)
class Match:
    """An operation found for a request, with the values its path held."""

    operation: Operation
    path_values: Mapping[str, str]


class Contract:
    """HPE's API as published: look up operations, resolve schemas."""

    def __init__(self, document: JsonObject) -> None:
        self.document = document
        self.schemas: dict[str, JsonObject] = document["components"]["schemas"]
        self.operations = {operation.id: operation for operation in _operations(document)}
        self._by_shape: dict[tuple[str, int], list[Operation]] = {}
        for operation in self.operations.values():
            self._by_shape.setdefault((operation.method, len(operation.segments)), []).append(operation)

    def find(self, method: str, path: str) -> Match | None:
        """The operation that answers this method and path, or None."""
        segments = _segments(path)
        best: Match | None = None
        for operation in self._by_shape.get((method.upper(), len(segments)), ()):
            values = _path_values(operation.segments, segments)
            # A fixed segment is a better match than a parameter, so the fewest values win.
            if values is not None and (best is None or len(values) < len(best.path_values)):
                best = Match(operation, values)
        return best

    def shown_properties(self, operation: Operation) -> frozenset[str]:
        """The properties of the object, or of each list item, that a 200 reply may have."""
        properties = self.properties(operation.replies.get(200) or {})
        if "items" in properties and "count" in properties:
            return frozenset(self.properties(self.whole(properties["items"])["items"]))
        return frozenset(properties)

    def kept_properties(self, operation: Operation) -> frozenset[str]:
        """The properties that the object at this path always has: nothing is made, or read, without them."""
        reader, maker = self.find("GET", operation.path), self.find("POST", operation.path.rpartition("/")[0])
        described = list(maker.operation.bodies.values()) if maker else []
        if reader:
            described.append(reader.operation.replies.get(200) or {})
        return frozenset[str]().union(*(self._required(schema) for schema in described))

    def list_properties(self, operation: Operation) -> frozenset[str]:
        """The properties around the items of a list reply: count, offset, total and the like."""
        return frozenset(self.properties(operation.replies.get(200) or {})) - {"items"}

    def properties(self, schema: JsonObject) -> dict[str, JsonObject]:
        """The properties of an object with their schemas."""
        whole = self.whole(schema)
        found: dict[str, JsonObject] = dict(whole.get("properties", {}))
        for part in whole.get("allOf", ()):
            found |= self.properties(part)
        return found

    def whole(self, schema: JsonObject) -> JsonObject:
        """A schema, looked up where it only refers to another one."""
        return _resolved(self.document, schema)

    def _required(self, schema: JsonObject) -> set[str]:
        whole = self.whole(schema)
        return set(whole.get("required", ())).union(*(self._required(part) for part in whole.get("allOf", ())))

    def methods_of(self, path: str) -> list[str]:
        """The methods the contract knows for a path, for a 405 that teaches."""
        return [method for method in ("GET", "POST", "PUT", "PATCH", "DELETE") if self.find(method, path)]


@cache
def published() -> Contract:
    """The contract that ships with the simulator; read once per process (about 0.25 s)."""
    text = files(__package__).joinpath("openapi.yaml").read_bytes()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # Both loaders are safe ones; the C one is ten times as fast and missing on some platforms.
    return Contract(yaml.load(text, Loader=loader))  # noqa: S506 (a safe loader, see the line above)


def _segments(path: str) -> tuple[str, ...]:
    return tuple(path.strip("/").split("/"))


def _path_values(template: tuple[str, ...], segments: tuple[str, ...]) -> dict[str, str] | None:
    values: dict[str, str] = {}
    for wanted, given in zip(template, segments, strict=True):
        if wanted.startswith("{"):
            if not given:
                return None
            values[wanted[1:-1]] = given
        elif wanted != given:
            return None
    return values


def _operations(document: JsonObject) -> Iterator[Operation]:
    for path, methods in document["paths"].items():
        for method, described in methods.items():
            if isinstance(described, dict) and "operationId" in described:
                yield _operation(document, path, method, described)


def _operation(document: JsonObject, path: str, method: str, described: JsonObject) -> Operation:
    body = described.get("requestBody", {})
    return Operation(
        id=described["operationId"],
        method=method.upper(),
        path=path,
        tag=described["tags"][0],
        asynchronous=described["x-execution"] == "async",
        parameters=tuple(_parameter(document, parameter) for parameter in described.get("parameters", ())),
        bodies={kind: content["schema"] for kind, content in body.get("content", {}).items()},
        body_required=body.get("required", False),
        replies={
            int(status): _reply_schema(document, reply)
            for status, reply in described["responses"].items()
            if re.fullmatch(r"\d{3}", status)
        },
        segments=_segments(path),
    )


def _resolved(document: JsonObject, part: JsonObject) -> JsonObject:
    while "$ref" in part:
        kind, name = part["$ref"].split("/")[-2:]
        part = document["components"][kind][name]
    return part


def _parameter(document: JsonObject, described: JsonObject) -> Parameter:
    described = _resolved(document, described)
    filterable, sortable = described.get("x-filterable"), described.get("x-sortable")
    return Parameter(
        name=described["name"],
        location=described["in"],
        required=described.get("required", False),
        schema=described["schema"],
        filterable=None if filterable is None else tuple(filterable),
        filter_operators=tuple(described.get("x-filter-operators", ())),
        sortable=None if sortable is None else tuple(sortable),
    )


def _reply_schema(document: JsonObject, described: JsonObject) -> JsonObject | None:
    content = _resolved(document, described).get("content", {})
    schema: JsonObject | None = content.get("application/json", {}).get("schema")
    return schema
