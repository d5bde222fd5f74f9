"""Closing the contract's schemas: a property nobody declared is a mistake, not a guest.

HPE's schemas do not say whether unknown properties are allowed. Here they are refused, in
requests (a misspelt argument must not pass silently) and in our own replies (a field HPE never
sends must not be relied on).
"""

from collections.abc import Mapping

from glbr.simulator.contract.document import JsonObject

# Words for people and for us; the validator has no use for them.
_NOISE = ("description", "example", "examples", "title", "default", "readOnly", "writeOnly")
_CHOICES = ("allOf", "anyOf", "oneOf")


class Closer:
    """Rewrites one schema, and those it refers to, so that unknown properties are errors."""

    def __init__(self, schemas: Mapping[str, JsonObject], *, null_clears: bool) -> None:
        """Prepare to close.

        Args:
            schemas: the contract's named schemas.
            null_clears: a merge patch (RFC 7396) may send null for an optional property.
        """
        self._schemas = schemas
        self._null_clears = null_clears
        self._definitions: dict[str, JsonObject] = {}

    def close(self, schema: JsonObject) -> JsonObject:
        """A schema that stands alone: everything it refers to is inside, closed."""
        closed = self._rewrite(schema, closed=True)
        return {**closed, "$defs": self._definitions}

    def _rewrite(self, schema: JsonObject, *, closed: bool) -> JsonObject:
        result = {key: value for key, value in schema.items() if not key.startswith("x-") and key not in _NOISE}
        if "$ref" in result:
            result["$ref"] = self._reference(result["$ref"], closed=closed)
        if "properties" in result:
            result["properties"] = self._properties(result["properties"], result.get("required", ()))
        if "items" in result:
            result["items"] = self._rewrite(result["items"], closed=True)
        for choice in _CHOICES:
            if choice in result:
                # A branch sees only its part of the object, so the whole is closed around it.
                result[choice] = [self._rewrite(branch, closed=False) for branch in result[choice]]
        if closed and ("properties" in result or any(choice in result for choice in _CHOICES)):
            result["unevaluatedProperties"] = False
        return result

    def _properties(self, properties: JsonObject, required: tuple[str, ...]) -> JsonObject:
        rewritten = {name: self._rewrite(schema, closed=True) for name, schema in properties.items()}
        if self._null_clears:
            for name in rewritten.keys() - set(required):
                rewritten[name] = self._or_null(rewritten[name])
        return rewritten

    def _or_null(self, schema: JsonObject) -> JsonObject:
        """The rewritten schema, or null; without `anyOf` where it can be, so that messages stay exact."""
        if "$ref" in schema:
            key = schema["$ref"].rsplit("/", 1)[-1]
            return {**schema, "$ref": self._null_definition(key)}
        if "type" not in schema or any(choice in schema for choice in _CHOICES):
            return {"anyOf": [schema, {"type": "null"}]}
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        nullable = {**schema, "type": [*kinds, "null"]}
        return {**nullable, "enum": [*schema["enum"], None]} if "enum" in schema else nullable

    def _null_definition(self, key: str) -> str:
        nullable = f"{key}.null"
        if nullable not in self._definitions:
            self._definitions[nullable] = {}
            self._definitions[nullable] = self._or_null(self._definitions[key])
        return f"#/$defs/{nullable}"

    def _reference(self, reference: str, *, closed: bool) -> str:
        name = reference.rsplit("/", 1)[-1]
        key = name if closed else f"{name}.open"
        if key not in self._definitions:
            self._definitions[key] = {}  # stands in while we are inside it: schemas may refer to themselves
            self._definitions[key] = self._rewrite(self._schemas[name], closed=closed)
        return f"#/$defs/{key}"
