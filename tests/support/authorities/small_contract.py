"""Contracts of a few lines, against which tests hold definitions of a few lines."""

from collections.abc import Mapping, Sequence

from authorities.comparison import differences
from authorities.contract_schema import Json, Published
from glbr.definition.thing import Thing


def holding(*names: str) -> Json:
    """An object that holds these texts."""
    return {"type": "object", "properties": {name: {"type": "string"} for name in names}}


def operation(schema: Json | None = None, answer: Json | None = None, parameters: Sequence[Json] = ()) -> Json:
    """An operation of the small contract: what it is sent, what it answers, what its query takes."""
    content = {"application/json": {"schema": schema}}
    answers = {"200": {"content": {"application/json": {"schema": answer}}}} if answer else {"202": {}}
    body = {"content": content if schema else {}}
    return {"requestBody": body, "responses": answers, "parameters": list(parameters)}


def listed(item: Json, *names: str) -> Json:
    """An operation that lists, with these query parameters."""
    many = {"type": "object", "properties": {"items": {"type": "array", "items": item}}}
    return operation(answer=many, parameters=[{"name": name, "in": "query"} for name in names])


def paths(described: Mapping[str, Json]) -> Published:
    """A contract of these paths."""
    return Published({"paths": described})


def kinds(definition: type[Thing], api: Published) -> set[tuple[str, str, str]]:
    """The differences between a definition and a contract: place, path, kind."""
    return {(found.place, found.path, found.kind) for found in differences("shelf", definition, api)}
