"""How long a copy lives and is locked: HPE's periods as instants.

Hours, days and weeks are lengths. Months and years are calendar steps in UTC, and a day that the
target month lacks becomes its last day: one month after 31 January is 28 or 29 February.
"""

import calendar
from collections.abc import Callable
from datetime import UTC, datetime

from glbr.simulator.contract.document import JsonObject

_SECONDS = {"HOURS": 3600, "DAYS": 86400, "WEEKS": 604800}
_MONTHS = {"MONTHS": 1, "YEARS": 12}
_LAST_YEAR = 9999
_LAST_SECOND = int(datetime(_LAST_YEAR, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())

Ending = Callable[[int], int | None]


def ending(period: JsonObject | None) -> Ending:
    """A function from the instant of a copy to the end of its period.

    A period that is absent, or that ends after the year 9999, never ends (None).
    """
    if not period:
        return lambda _at: None
    unit, value = period["unit"], period["value"]
    if unit in _SECONDS:
        length = _SECONDS[unit] * value
        return lambda at: at + length if at + length <= _LAST_SECOND else None
    months = _MONTHS[unit] * value
    return lambda at: _calendar_step(at, months)


def _calendar_step(at: int, months: int) -> int | None:
    moment = datetime.fromtimestamp(at, UTC)
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    if year > _LAST_YEAR:
        return None
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return int(moment.replace(year=year, month=month + 1, day=day).timestamp())
