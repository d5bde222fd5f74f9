"""The contract as the simulator promises to read it: what schemathesis holds the simulator against.

Replies are left exactly as HPE publishes them. Requests are read as strictly as the simulator says it
reads them, and the few statuses that every HTTP service answers before an operation is reached are added.
"""

import copy
from collections.abc import Iterator
from typing import Any

from glbr.simulator.contract.document import published
from glbr.simulator.contract.strictness import Closer
from glbr.simulator.contract.validation import MERGE_PATCH

JsonObject = dict[str, Any]

TOKENS = "authentication"


def operations_of(document: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """Path and description of each operation of a document."""
    for path, methods in document["paths"].items():
        for described in methods.values():
            if isinstance(described, dict) and "operationId" in described:
                yield path, described


def parts() -> dict[str, int]:
    """The parts of the API (HPE's tags), each with the number of its operations."""
    counted: dict[str, int] = {}
    for _, described in operations_of(published().document):
        counted[described["tags"][0]] = counted.get(described["tags"][0], 0) + 1
    return counted


def fuzzed_document(part: str) -> JsonObject:
    """One part of the contract, ready for schemathesis; its paths are whole, so that 405 can be judged."""
    document = copy.deepcopy(published().document)
    document["paths"] = {
        path: methods
        for path, methods in document["paths"].items()
        if any(isinstance(described, dict) and part in described.get("tags", ()) for described in methods.values())
    }
    for path, described in operations_of(document):
        # OAuth 2 wants unknown arguments ignored, and says no in its own words.
        if part != TOKENS:
            _close_bodies(document, described)
            _add_statuses(path, described)
    return document


def _close_bodies(document: JsonObject, described: JsonObject) -> None:
    """Refuse undeclared properties, and let a merge patch clear with null, as the simulator does."""
    schemas = published().schemas
    for kind, content in described.get("requestBody", {}).get("content", {}).items():
        closed = Closer(schemas, null_clears=kind == MERGE_PATCH).close(content["schema"])
        prefix = f"{described['operationId']}."
        definitions = closed.pop("$defs")
        for name, schema in definitions.items():
            document["components"]["schemas"][prefix + name] = _moved(schema, prefix)
        content["schema"] = _moved(closed, prefix)


def _moved(part: Any, prefix: str) -> Any:
    if isinstance(part, list):
        return [_moved(one, prefix) for one in part]
    if not isinstance(part, dict):
        return part
    moved = {name: _moved(one, prefix) for name, one in part.items()}
    if isinstance(part.get("$ref"), str):
        moved["$ref"] = f"#/components/schemas/{prefix}{part['$ref'].rsplit('/', 1)[-1]}"
    if moved.get("unevaluatedProperties") is False and not {"allOf", "anyOf", "oneOf"} & moved.keys():
        # The same for an object of one piece, and what data generators understand.
        del moved["unevaluatedProperties"]
        moved["additionalProperties"] = False
    return moved


def _add_statuses(path: str, described: JsonObject) -> None:
    """What HPE's lists leave out although it must be answerable."""
    replies = described["responses"]
    if "{" in path:
        # An id that names nothing where no 404 is listed: `Settings.missing_status` (NOTES, section 5) says 404.
        replies.setdefault("404", {"$ref": "#/components/responses/NotFound"})
    # A query argument that does not exist is refused everywhere; HPE lists no 400 where it lists no argument.
    replies.setdefault("400", {"$ref": "#/components/responses/BadRequest"})
