"""One value by both authorities: kind, what is allowed, how long or large it may be."""

import re
from collections.abc import Iterator

from authorities.contract_schema import Json, Published, list_of, object_of, text_of
from glbr.definition.fields import Field
from glbr.definition.types import (
    BOOLEAN,
    AssetKindText,
    Choice,
    Number,
    PeriodText,
    TimeOfDayText,
    TimestampText,
    Type,
)
from glbr.protection.period import UNITS
from glbr.protection.schedule import TIME_OF_DAY

Finding = tuple[str, str]
"""Kind of difference, and what each side says."""

_NAMED = re.compile(r"`([^`]+)`")
_SAID_OF_NUMBERS = ("minimum", "maximum")
_SAID_OF_TEXTS = ("minLength", "maxLength")
_SAID_OF_LISTS = ("minItems", "maxItems")


def kind_findings(field: Field, schema: Json, published: Published) -> Iterator[Finding]:
    """Differences in what a value is. `schema` is the whole schema of one element where there are several."""
    expected = _expected(field)
    if (said := text_of(schema, "type")) != expected:
        yield "type", f"definition: {expected}, contract: {said or 'none'}"
    elif isinstance(field.plain, PeriodText):
        yield from _period_findings(schema, published)
    elif isinstance(field.plain, TimeOfDayText):
        if text_of(schema, "pattern") != f"^{TIME_OF_DAY.pattern}$":
            yield "pattern", f"definition: {TIME_OF_DAY.pattern}, contract: {text_of(schema, 'pattern') or 'none'}"
    elif isinstance(field.plain, TimestampText) != (text_of(schema, "format") == "date-time"):
        yield "type", f"definition: {type(field.plain).__name__}, contract: {text_of(schema, 'format') or 'plain text'}"


def choice_findings(field: Field, schema: Json) -> Iterator[Finding]:
    """Differences in the values a person may write."""
    listed = list_of(schema, "enum") or ([] if isinstance(field.plain, AssetKindText) else _known(schema))
    allowed = list(field.plain.values) if isinstance(field.plain, Choice) else []
    if isinstance(field.plain, PeriodText) or sorted(map(str, listed)) == sorted(allowed):
        return
    yield "values", f"definition: {', '.join(allowed) or 'any'}; contract: {', '.join(map(str, listed)) or 'any'}"


def described_findings(field: Field, schema: Json) -> Iterator[Finding]:
    """Values in a description that the contract does not know; those it leaves out, unless it only gives examples."""
    listed = {str(value) for value in list_of(schema, "enum") or _known(schema)}
    if not listed:
        return
    looks = re.compile(r"[A-Z][A-Z_0-9]+|[a-z-]+/[a-z-]+")
    named = {word for word in _NAMED.findall(field.description) if looks.fullmatch(word)}
    if strange := sorted(named - listed):
        yield "described values", f"description names {', '.join(strange)}; contract has {', '.join(sorted(listed))}"
    is_full = len(named) > 1 and not isinstance(field.plain, Choice) and "such as" not in field.description
    if is_full and (left := sorted(listed - named)):
        yield "described values", f"description leaves out {', '.join(left)}"


def bound_findings(field: Field, schema: Json, element: Json) -> Iterator[Finding]:
    """Differences in least and most; of a list's elements too, which a definition cannot bound."""
    if field.nesting in ("list", "set"):
        words = _SAID_OF_LISTS
        bounds = [f"{word} {element[word]}" for word in _SAID_OF_NUMBERS + _SAID_OF_TEXTS if word in element]
        if bounds and field.block is None:
            yield "element bounds", f"definition: none, contract: {', '.join(bounds)}"
    elif isinstance(field.plain, Number):
        words = _SAID_OF_NUMBERS
    else:
        words = _SAID_OF_TEXTS
    for kind, mine, word in (("least", field.at_least, words[0]), ("most", field.at_most, words[1])):
        if schema.get(word) != mine:
            yield kind, f"definition: {mine}, contract: {schema.get(word)}"


def _expected(field: Field) -> str:
    if field.block is not None or isinstance(field.plain, PeriodText):
        return "object"
    return _json_type(field.plain)


def _json_type(plain: Type | None) -> str:
    if isinstance(plain, Number):
        return "integer" if plain.whole else "number"
    return "boolean" if plain == BOOLEAN else "string"


def _known(schema: Json) -> list[object]:
    return list_of(schema, "x-known-values")


def _period_findings(schema: Json, published: Published) -> Iterator[Finding]:
    properties = object_of(schema, "properties")
    parts = {name: published.whole(object_of(properties, name)) for name in properties}
    if sorted(parts) != ["unit", "value"]:
        yield "type", f"definition: a period of value and unit, contract: {', '.join(sorted(parts))}"
        return
    value, unit = parts["value"], parts["unit"]
    if (text_of(value, "type"), value.get("minimum")) != ("integer", 1):
        yield "least", f"definition: a whole number from 1, contract: {value.get('type')} from {value.get('minimum')}"
    if sorted(map(str, list_of(unit, "enum"))) != sorted(UNITS):
        yield "values", f"definition: {', '.join(UNITS)}; contract: {', '.join(map(str, list_of(unit, 'enum')))}"
