"""Checking requests and replies against the contract, with messages that teach."""

import re
from collections.abc import Iterable, Mapping

import jsonschema_rs

from glbr.simulator.clock import moment_of
from glbr.simulator.contract.document import Contract, JsonObject, Operation, Parameter
from glbr.simulator.contract.strictness import Closer

MERGE_PATCH = "application/merge-patch+json"
_BODIES = ("application/json", MERGE_PATCH)
_SECRET_WORDS = ("password", "secret", "cipher", "token", "credential", "activationcode")
_MASK = "the value"
# Longer ones are no number of anything, and Python refuses to read very long ones.
_INTEGER = re.compile(r"-?[0-9]{1,1000}")


class Validators:
    """Compiled checks of every body and parameter, made when first needed."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._compiled: dict[tuple[str, str], jsonschema_rs.Draft202012Validator] = {}

    def request_problems(self, operation: Operation, content_type: str, body: object) -> list[str]:
        """What is wrong with a request body; empty when the contract allows it."""
        schema = operation.bodies[content_type]
        patch = content_type == MERGE_PATCH
        problems = self._problems((operation.id, content_type), schema, body, null_clears=patch)
        if patch and isinstance(body, dict):
            cleared = {name for name, value in body.items() if value is None}
            kept = sorted(cleared & self._contract.kept_properties(operation))
            problems += [f"/{name}: null would clear it, and these objects always have it" for name in kept]
        return problems

    def reply_problems(self, operation: Operation, status: int, body: object) -> list[str]:
        """What is wrong with our own reply; anything here is a fault of the simulator."""
        if status not in operation.replies:
            return [f"status {status} is not among the contract's {sorted(operation.replies)}"]
        schema = operation.replies[status]
        if schema is None:
            return [] if body is None else [f"status {status} has no body in the contract"]
        if body is None:
            return [] if operation.asynchronous else [f"status {status} needs a body"]
        return self._problems((operation.id, str(status)), schema, body, null_clears=False)

    def parameter_problems(self, operation: Operation, parameter: Parameter, value: object) -> list[str]:
        """What is wrong with one path or query value, already turned into its type."""
        key = (operation.id, f"{parameter.location} {parameter.name}")
        found = self._problems(key, parameter.schema, value, null_clears=False)
        return [f"{parameter.name}{problem}" for problem in found]

    def _problems(self, key: tuple[str, str], schema: JsonObject, value: object, *, null_clears: bool) -> list[str]:
        validator = self._compiled.get(key)
        if validator is None:
            closed = Closer(self._contract.schemas, null_clears=null_clears).close(schema)
            # What comes in must fit into a calendar; what goes out came from one.
            formats = {"date-time": _is_instant} if key[1] in _BODIES else {}
            validator = jsonschema_rs.Draft202012Validator(closed, validate_formats=True, mask=_MASK, formats=formats)
            self._compiled[key] = validator
        if validator.is_valid(value):
            return []
        return sorted({_sentence(problem) for problem in validator.iter_errors(value)})


def converted(parameter: Parameter, text: str) -> object:
    """A query or path text as the type the contract gives it; text that does not fit stays text."""
    kind = parameter.schema.get("type")
    if kind == "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def _is_instant(text: str) -> bool:
    try:
        return moment_of(text).year > 1
    except ValueError:
        return False


def unknown_parameters(operation: Operation, given: Iterable[str]) -> list[str]:
    """Query names that the operation does not take."""
    known = {parameter.name for parameter in operation.parameters if parameter.location == "query"}
    return sorted(set(given) - known)


def defaults_of(operation: Operation) -> Mapping[str, object]:
    """The values HPE documents for query parameters that are left out."""
    return {
        parameter.name: parameter.schema["default"]
        for parameter in operation.parameters
        if parameter.location == "query" and "default" in parameter.schema
    }


def _sentence(problem: jsonschema_rs.ValidationError) -> str:
    path = "".join(f"/{part}" for part in problem.instance_path)
    where = path or " (the body)"
    given = problem.instance
    is_secret = any(word in path.lower().replace("_", "") for word in _SECRET_WORDS)
    if is_secret or isinstance(given, dict | list):
        return f"{where}: {problem.message}"
    return f"{where}: {problem.message} (given: {given!r})"
