"""Whether the value that somebody has accepted is the one that a finding tells."""

import re
from typing import Final

from glbr.protection.period import InvalidPeriod, Period

_PERIOD: Final = re.compile(r"\b([0-9]+)\s*([a-z]+)\b")
_UNITS: Final = {
    short: unit
    for unit in ("HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS")
    for short in (unit.lower(), unit.lower()[:-1], "mo" if unit == "MONTHS" else unit[0].lower())
}


def same_value(accepted: str, found: str) -> bool:
    """Whether a waiver's value is the one that a finding tells: `7 d` is `locked 7 days`, and a week, too."""
    if _plain(accepted) == _plain(found):
        return True
    (mine, wordless), (others, _) = _periods(accepted), _periods(found)
    return wordless and len(mine) == len(others) == 1 and mine[0].lasts_as_long_as(others[0])


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _periods(text: str) -> tuple[list[Period], bool]:
    """The periods in a text, and whether it holds nothing else."""
    plain = _plain(text)
    found = []
    for number, unit in _PERIOD.findall(plain):
        if unit in _UNITS:
            try:
                found.append(Period(int(number), _UNITS[unit]))
            except InvalidPeriod:
                return [], False
    return found, len(found) == 1 and _PERIOD.fullmatch(plain) is not None
