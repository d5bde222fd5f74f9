"""One page of a list: filtered, sorted, cut out and with only the asked fields."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from glbr.simulator.call import Page
from glbr.simulator.contract.document import JsonObject, Operation
from glbr.simulator.contract.validation import defaults_of
from glbr.simulator.errors import ApiError
from glbr.simulator.lists.filter_language import parse

Shown = Callable[[Sequence[JsonObject]], Sequence[JsonObject]]


def cut(
    operation: Operation,
    query: Mapping[str, Any],
    source: Page,
    shown: Shown,
    declared: Collection[str],
    page_limit: int,
) -> JsonObject:
    """HPE's list reply, before `select`; without filter and sort only the page itself is looked at.

    `declared` is what the contract lets this list say beside its items; `page_limit` is the most it gives, 0 for no limit.
    """
    given = {**defaults_of(operation), **query}
    offset, limit = int(given.get("offset", 0)), given.get("limit")
    if limit is not None and page_limit:
        limit = min(int(limit), page_limit)
    # The storage counts in 64 bits; what lies beyond the end is the same empty page everywhere.
    start, most = min(offset, source.total), None if limit is None else min(int(limit), source.total)
    conditions = parse(query["filter"], operation) if query.get("filter") else []
    order = _order(operation, query["sort"]) if query.get("sort") else []
    total = source.total
    if conditions or order:
        items = [item for item in shown(source.fetch(0, None)) if all(one.holds(item) for one in conditions)]
        for path, descending in reversed(order):
            items.sort(key=lambda item, path=path: _sort_key(item, path), reverse=descending)  # type: ignore[misc]  # a default binds the loop's path
        total = len(items)
        page: Sequence[JsonObject] = items[start : None if most is None else start + most]
    else:
        page = shown(source.fetch(start, most))
    # Most lists say offset, some pageOffset and pageLimit, gateways the limit, too.
    said = {"count": len(page), "offset": offset, "total": total, "limit": limit}
    said |= {"pageOffset": offset, "pageLimit": limit}
    return {"items": list(page), **{name: value for name, value in said.items() if name in declared}}


def check_select(operation: Operation, wanted: str, known: Collection[str]) -> None:
    """Refuse a property that the object does not have: a typo must not pass silently."""
    names = {part.strip().split("/")[0] for part in wanted.split(",")}
    unknown = ", ".join(map(repr, sorted(names - set(known))))
    if unknown:
        raise ApiError(400, f"{operation.id}: select={wanted!r} names {unknown}; there are {', '.join(sorted(known))}")


def select(wanted: str, item: JsonObject) -> JsonObject:
    """Only the asked properties of an object; `a/b` picks within `a`."""
    chosen: JsonObject = {}
    for path in wanted.split(","):
        _copy_path(item, chosen, path.strip().split("/"))
    return chosen


def _copy_path(source: JsonObject, target: JsonObject, path: list[str]) -> None:
    name, rest = path[0], path[1:]
    if name not in source:
        return
    if rest and isinstance(source[name], dict):
        _copy_path(source[name], target.setdefault(name, {}), rest)
    else:
        target[name] = source[name]


def _order(operation: Operation, text: str) -> list[tuple[list[str], bool]]:
    parameter = operation.parameter("sort")
    sortable = parameter.sortable if parameter else None
    order = []
    for part in text.split(","):
        words = part.split()
        if not 1 <= len(words) <= 2 or (len(words) == 2 and words[1] not in ("asc", "desc")):
            raise ApiError(
                400, f"{operation.id}: reading sort={text!r}: write name, name asc or name desc, with commas"
            )
        if sortable is not None and words[0] not in sortable:
            raise ApiError(400, f"{operation.id}: {words[0]!r} cannot be sorted by; sortable are {', '.join(sortable)}")
        order.append((words[0].split("/"), words[-1] == "desc"))
    return order


def _sort_key(item: JsonObject, path: list[str]) -> tuple[int, float, str]:
    value: Any = item
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    if value is None:
        return (0, 0.0, "")
    if isinstance(value, int | float):
        return (1, float(value), "")
    return (2, 0.0, str(value))
