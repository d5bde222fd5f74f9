"""Liberties that HPE's replies may take with their form: what is absent, null elements, order, restless counters.

As in `dialect`, what goes in has been checked against the contract, and what comes out need not hold it. The words of the
fields stay as they are here.
"""

from collections.abc import Mapping

from glbr.simulator.contract.document import Contract, JsonObject
from glbr.simulator.settings import Settings

# Elements that tell themselves apart come in any order; addresses and the like mean something by theirs.
_NUMBERED = ("id", "scheduleId")


def told(body: JsonObject, schema: JsonObject, contract: Contract, settings: Settings, *, moment: int) -> JsonObject:
    """A reply with what it tells of absent and restless fields, still in the words of the contract.

    Args:
        body: One object, or a list with `items`.
        schema: What the contract says of it.
        contract: Resolves the schema.
        settings: Which liberties.
        moment: A number that grows with each request.
    """
    if settings.restless:
        body = _moved(body, moment)
    if settings.absent == "left_out":
        return body
    return _Filling(contract, blank=settings.absent == "blank").filled(body, schema)


def announcement(path: str, settings: Settings) -> dict[str, str]:
    """Headers that announce the end of a part of the API, as HPE's guide on versions has them."""
    if not settings.sunset or not path.startswith(settings.sunset):
        return {}
    return {
        "deprecation": "@1798761600",
        "sunset": "Fri, 01 Jan 2027 00:00:00 GMT",
        "link": '<https://developer.example/versions>; rel="deprecation"',
    }


def arranged(body: JsonObject, settings: Settings) -> JsonObject:
    """A reply in whatever words, in another order and with nulls among its elements."""
    if settings.order == "turned":
        body = _turned(body)
    if settings.null_elements:
        body = {name: _with_nulls(value) for name, value in body.items()}
    return body


def _moved(body: JsonObject, moment: int) -> JsonObject:
    if isinstance(body.get("items"), list):
        return {**body, "items": [_moved(item, moment) for item in body["items"]]}
    return {**body, "generation": moment} if "generation" in body else body


class _Filling:
    """Puts something where a reply has left a field out."""

    def __init__(self, contract: Contract, *, blank: bool) -> None:
        self._contract = contract
        self._blank = blank

    def filled(self, item: JsonObject, schema: JsonObject) -> JsonObject:
        """The object with every field of its schema."""
        fields = self._contract.properties(schema)
        kept = {name: self._deeper(value, fields.get(name, {})) for name, value in item.items()}
        added = {name: self._nothing(field) for name, field in fields.items() if name not in item}
        return {**kept, **{name: value for name, value in added.items() if value is not None or not self._blank}}

    def _deeper(self, value: object, schema: JsonObject) -> object:
        if isinstance(value, dict):
            return self.filled(value, schema)
        if isinstance(value, list):
            elements = self._contract.whole(schema).get("items", {})
            return [self._deeper(element, elements) for element in value]
        return value

    def _nothing(self, schema: JsonObject) -> object:
        """Empty text, an object of empty texts, an empty list; `None` where there is no such thing."""
        if not self._blank:
            return None
        if fields := self._contract.properties(schema):
            texts = {name: self._nothing(field) for name, field in fields.items()}
            return {name: text for name, text in texts.items() if text == ""}
        kind = self._contract.whole(schema).get("type")
        kinds = kind if isinstance(kind, list) else [kind]
        return "" if "string" in kinds else [] if "array" in kinds else None


def _turned(body: JsonObject) -> JsonObject:
    """Fields in another order, and elements that have numbers; the items of a list stay as they were sorted."""
    turned = {name: _turned_value(value) for name, value in reversed(body.items())}
    if isinstance(body.get("items"), list):
        turned["items"] = [_turned_value(item) for item in body["items"]]
    return turned


def _turned_value(value: object) -> object:
    if isinstance(value, dict):
        return _turned(value)
    if not isinstance(value, list):
        return value
    elements = [_turned_value(element) for element in value]
    return elements[::-1] if all(_is_numbered(element) for element in elements) else elements


def _is_numbered(element: object) -> bool:
    return isinstance(element, Mapping) and any(name in element for name in _NUMBERED)


def _with_nulls(value: object) -> object:
    if isinstance(value, dict):
        return {name: _with_nulls(entry) for name, entry in value.items()}
    if isinstance(value, list) and value:
        return [None, *map(_with_nulls, value), None]
    return value
