"""HPE's published API as the comparison reads it: operations of a collection, and schemas with their parts put together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

Json = Mapping[str, object]

METHODS = ("get", "post", "put", "patch", "delete")


def nameless(path: str) -> str:
    """A path whose places have no names: each side calls them as it likes."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def text_of(part: Json, name: str) -> str:
    """A property of the contract that is text, or empty."""
    value = part.get(name)
    return value if isinstance(value, str) else ""


def object_of(part: object, name: str) -> Json:
    """A property of the contract that is an object, or an empty one."""
    value = part.get(name) if isinstance(part, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def list_of(part: Json, name: str) -> list[object]:
    """A property of the contract that is a list, or an empty one."""
    value = part.get(name)
    return value if isinstance(value, list) else []


@dataclass(frozen=True)
class Operation:
    """One operation: its query parameters, the schema of what it is sent and of what it answers."""

    name: str
    query: Mapping[str, Json]
    body: Json
    reply: Json


class Published:
    """The contract. Reads only the document: it knows nothing of definitions, and nothing of the simulator."""

    def __init__(self, document: Json) -> None:
        self._document = document

    def operations(self, collection: str) -> dict[str, Operation]:
        """What can be done with a collection and what is in it: `post collection`, `get one`, ..."""
        places = {nameless(collection): "collection", f"{nameless(collection)}/{{}}": "one"}
        return {
            f"{method} {places[nameless(path)]}": self._operation(operation)
            for path, described in object_of(self._document, "paths").items()
            if nameless(path) in places
            for method in METHODS
            if (operation := object_of(described, method))
        }

    def all_operations(self) -> Iterator[tuple[str, str, str]]:
        """Method, path and operationId of everything there is."""
        for path, described in object_of(self._document, "paths").items():
            for method in METHODS:
                if operation := object_of(described, method):
                    yield method, path, text_of(operation, "operationId")

    def operation(self, method: str, path: str) -> Operation | None:
        """One operation by its path; how the places in the path are called does not matter."""
        found = (
            object_of(described, method)
            for known, described in object_of(self._document, "paths").items()
            if nameless(known) == nameless(path)
        )
        return next((self._operation(described) for described in found if described), None)

    def whole(self, schema: Json) -> Json:
        """A schema without references and without `allOf`, `anyOf`, `oneOf`: everything an object may hold, in one place."""
        while "$ref" in schema:
            *_, kind, name = text_of(schema, "$ref").split("/")
            schema = object_of(object_of(object_of(self._document, "components"), kind), name)
        parts = [self.whole(part) for word in ("allOf", "anyOf", "oneOf") for part in _objects(list_of(schema, word))]
        parts = [part for part in parts if part.get("type") != "null"]
        own: Json = {key: value for key, value in schema.items() if not key.endswith("Of")}
        merged = reduce(_joined, parts, own)
        kinds = merged.get("type")
        # ["string", "null"] is a string that may be absent.
        return {**merged, "type": next(kind for kind in kinds if kind != "null")} if isinstance(kinds, list) else merged

    def _operation(self, described: Json) -> Operation:
        parameters = [self.whole(parameter) for parameter in _objects(list_of(described, "parameters"))]
        body = object_of(object_of(described, "requestBody"), "content")
        answers = [self.whole(object_of(object_of(described, "responses"), status)) for status in ("200", "201")]
        contents = [content for answer in answers for content in object_of(answer, "content").values()]
        return Operation(
            name=text_of(described, "operationId"),
            query={text_of(item, "name"): item for item in parameters if text_of(item, "in") == "query"},
            body=next((object_of(content, "schema") for content in body.values()), {}),
            reply=next((object_of(content, "schema") for content in contents), {}),
        )


def _objects(values: list[object]) -> Iterator[Json]:
    yield from (value for value in values if isinstance(value, Mapping))


def _joined(one: Json, other: Json) -> Json:
    properties = {**object_of(one, "properties"), **object_of(other, "properties")}
    required = [*list_of(one, "required"), *list_of(other, "required")]
    joined = {**other, **one}
    return joined | ({"properties": properties} if properties else {}) | ({"required": required} if required else {})
