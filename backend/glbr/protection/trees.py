"""Policies and jobs as plain trees with HPE's names in snake_case, and how their parts are read."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from glbr.protection.period import InvalidPeriod, Period
from glbr.protection.setting import Setting, not_understood

Tree = Mapping[str, object]


def elements(value: object) -> Iterator[tuple[int, Tree]]:
    """The known objects in a list, with their positions; nothing when there is no list."""
    if isinstance(value, list):
        yield from ((position, item) for position, item in enumerate(value) if isinstance(item, Mapping))


def period_in(value: object, origin: str = "") -> Setting[Period]:
    """Read a period. A text that is none is unknown: it is refused where it stands, by its own type."""
    return (
        _read_period(value, origin)
        if isinstance(value, str)
        else Setting("absent", None, origin)
        if value is None
        else not_understood(value, origin)
    )


@lru_cache(maxsize=4096)  # a fleet holds a handful of periods, thousands of times
def _read_period(text: str, origin: str) -> Setting[Period]:
    try:
        return Setting("known", Period.parse(text), origin)
    except InvalidPeriod:
        return not_understood(text, origin)
