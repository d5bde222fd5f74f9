"""HPE's filter language: `property op literal`, joined with `and`; nothing else."""

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from glbr.simulator.clock import moment_of
from glbr.simulator.contract.document import JsonObject, Operation
from glbr.simulator.errors import ApiError

_TOKEN = re.compile(r"\s*('(?:[^']|'')*'|[(),]|[^\s(),']+)")
_ORDER: dict[str, Callable[[Any, Any], bool]] = {"gt": operator.gt, "lt": operator.lt}
_FUNCTIONS = ("contains", "startswith")
# Brackets are refused here by HPE; elsewhere they hold the literals of `in`.
_NO_BRACKETS = ("ListLocations",)
# Operators recorded live beside the documented ones (NOTES, section 7: a service in services).
_RECORDED = {"ListAsyncOperations": ("in",)}


@dataclass(frozen=True)
class Comparison:
    """One condition on one property; a path into lists is met when any element meets it."""

    path: str
    operator: str
    literals: tuple[str, ...]

    def holds(self, item: JsonObject) -> bool:
        """Whether an object meets the condition."""
        values = list(_values(item, self.path.split("/")))
        if self.operator == "ne":
            return not any(_equal(value, self.literals[0]) for value in values)
        return any(self._meets(value) for value in values)

    def _meets(self, value: object) -> bool:
        if self.operator in ("eq", "in"):
            return any(_equal(value, literal) for literal in self.literals)
        literal = self.literals[0]
        if self.operator == "contains":
            return literal in str(value)
        if self.operator == "startswith":
            return str(value).startswith(literal)
        left, right = _comparable(value, literal)
        return _ORDER[self.operator](left, right)


def parse(text: str, operation: Operation) -> list[Comparison]:
    """The conditions of a filter; ApiError 400 for anything the contract does not allow."""
    parameter = operation.parameter("filter")
    if parameter is None:
        raise ApiError(400, f"{operation.id}: this list takes no filter")
    if operation.id in _NO_BRACKETS and ("(" in text or ")" in text):
        raise ApiError(400, f"{operation.id}: brackets are not allowed in this filter, given {text!r}")
    operators = parameter.filter_operators + _RECORDED.get(operation.id, ())
    conditions = _Parser(operation, text, operators).conditions()
    for condition in conditions:
        if parameter.filterable is not None and condition.path not in parameter.filterable:
            raise ApiError(
                400,
                f"{operation.id}: {condition.path!r} cannot be filtered by; filterable are"
                f" {', '.join(parameter.filterable)}",
            )
    return conditions


class _Parser:
    def __init__(self, operation: Operation, text: str, operators: Sequence[str]) -> None:
        self._operation = operation
        self._text = text
        self._operators = operators
        self._tokens = self._split()
        self._place = 0

    def conditions(self) -> list[Comparison]:
        found = [self._condition()]
        while self._place < len(self._tokens):
            word = self._take("'and'")
            if word != "and":
                raise self._problem(f"{word!r} stands where 'and' must stand; 'or' and brackets are not supported")
            found.append(self._condition())
        return found

    def _split(self) -> list[str]:
        tokens, place = [], 0
        text = self._text.strip()
        while place < len(text):
            match = _TOKEN.match(text, place)
            if match is None:
                raise self._problem(f"cannot read it from {text[place:]!r} on; is a quote not closed?")
            tokens.append(match[1])
            place = match.end()
        return tokens

    def _condition(self) -> Comparison:
        first = self._take("a property")
        if first in _FUNCTIONS and self._peek() == "(":
            return self._function(first)
        if first.startswith("'"):
            self._expect_operator("in", "a quoted literal at the start is for: 'x' in property")
            return Comparison(self._property(self._take("a property")), "in", (_literal(first),))
        path = self._property(first)
        word = self._take("an operator")
        self._check_operator(word)
        return Comparison(path, word, self._literals() if word == "in" else (self._literal(),))

    def _function(self, name: str) -> Comparison:
        self._check_operator(name)
        self._take("(")
        path = self._property(self._take("a property"))
        self._expect(",")
        literal = self._literal()
        self._expect(")")
        return Comparison(path, name, (literal,))

    def _literals(self) -> tuple[str, ...]:
        self._expect("(")
        literals = [self._literal()]
        while self._peek() == ",":
            self._take(",")
            literals.append(self._literal())
        self._expect(")")
        return tuple(literals)

    def _literal(self) -> str:
        taken = self._take("a literal")
        if taken in "(),":
            raise self._problem(f"{taken!r} stands where a literal must stand")
        return _literal(taken)

    def _property(self, token: str) -> str:
        if not re.fullmatch(r"[A-Za-z][\w/]*", token):
            raise self._problem(f"{token!r} is not a property")
        return token

    def _expect_operator(self, wanted: str, why: str) -> None:
        word = self._take(f"'{wanted}'")
        if word != wanted:
            raise self._problem(why)
        self._check_operator(word)

    def _check_operator(self, word: str) -> None:
        if word not in self._operators:
            raise self._problem(f"{word!r} is not an operator here; this list takes {', '.join(self._operators)}")

    def _expect(self, wanted: str) -> None:
        token = self._take(f"'{wanted}'")
        if token != wanted:
            raise self._problem(f"{token!r} stands where {wanted!r} must stand")

    def _peek(self) -> str | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _take(self, wanted: str) -> str:
        token = self._peek()
        if token is None:
            raise self._problem(f"it ends where {wanted} must stand")
        self._place += 1
        return token

    def _problem(self, problem: str) -> ApiError:
        return ApiError(
            400,
            f"{self._operation.id}: reading filter={self._text!r}: {problem}."
            " Write: property operator literal, joined with and; text in single quotes",
        )


def _literal(token: str) -> str:
    return token[1:-1].replace("''", "'") if token.startswith("'") else token


def _values(item: object, path: list[str]) -> list[object]:
    if isinstance(item, list):
        return [value for element in item for value in _values(element, path)]
    if not path:
        return [] if item is None else [item]
    return _values(item.get(path[0]), path[1:]) if isinstance(item, dict) else []


def _equal(value: object, literal: str) -> bool:
    if isinstance(value, bool):
        return literal == str(value).lower()
    if isinstance(value, str) and value == literal:
        return True
    left, right = _comparable(value, literal)
    # Texts are equal only as they stand; numbers and instants also when written otherwise.
    return not isinstance(left, str) and bool(left == right)


def _comparable(value: object, literal: str) -> tuple[Any, Any]:
    """Both sides as numbers, or as instants, or else as texts."""
    for read in (float, moment_of):
        try:
            return read(str(value)), read(literal)
        except ValueError:
            continue
    return str(value), literal
