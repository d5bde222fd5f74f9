"""What a value can be: how Terraform types it, what is allowed, when two spellings mean the same, how HPE writes it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final, NewType

from glbr.protection.period import UNITS, InvalidPeriod
from glbr.protection.period import Period as Length
from glbr.protection.schedule import TIME_OF_DAY

Period = NewType("Period", str)
"""Annotation of a length of time that people write: `14 days`."""
TimeOfDay = NewType("TimeOfDay", str)
"""Annotation of a time of day: `01:30`."""
Timestamp = NewType("Timestamp", str)
"""Annotation of a moment, RFC 3339."""
AssetKind = NewType("AssetKind", str)
"""Annotation of a kind of HPE object: `virtualization/virtual-machine`."""
Wait = NewType("Wait", str)
"""Annotation of how long Terraform waits: `30m`."""


@dataclass(frozen=True, slots=True)
class Type:
    """A plain value. Subclasses say what is special about theirs.

    Attributes:
        terraform: Terraform's name of the type.
    """

    terraform: str

    def problem(self, value: object) -> str | None:
        """Why a person may not write this value, naming what is allowed; `None` when they may."""
        del value
        return None

    def same(self, one: object, other: object) -> bool:
        """Whether both mean the same, though they may be written differently. Empty text is absent text."""
        return (None if one == "" else one) == (None if other == "" else other)

    def to_api(self, value: object) -> object:
        """As HPE wants it in a request."""
        return value

    def from_api(self, value: object) -> object:
        """As Terraform holds it. Lenient: what HPE sends is never refused. HPE's empty text stands for absent."""
        return None if value == "" else value


@dataclass(frozen=True, slots=True)
class Number(Type):
    """A number; `whole` ones have no fraction."""

    terraform: str = "number"
    whole: bool = True

    def problem(self, value: object) -> str | None:
        """Refuse a fraction where HPE counts in whole numbers."""
        return "a whole number is needed" if self.whole and not isinstance(value, int) else None

    def same(self, one: object, other: object) -> bool:
        """Compare values: Terraform writes a fraction as a decimal, JSON as a float."""
        return _float(one) == _float(other)

    def to_api(self, value: object) -> object:
        """A number that JSON can hold."""
        return value if isinstance(value, int) else _float(value)

    def from_api(self, value: object) -> object:
        """Take a number that HPE writes as text."""
        if isinstance(value, str):
            try:
                return int(value) if self.whole else float(value)
            except ValueError:
                return None
        return value


@dataclass(frozen=True, slots=True)
class Choice(Type):
    """One of HPE's enumeration values. Strict towards people, lenient towards HPE, who may add some."""

    terraform: str = "string"
    values: tuple[str, ...] = ()

    def problem(self, value: object) -> str | None:
        """Refuse what HPE's description does not list."""
        return None if value in self.values else f"allowed are {', '.join(self.values)}"


@dataclass(frozen=True, slots=True)
class PeriodText(Type):
    """A period. HPE writes `{"value": 14, "unit": "DAYS"}`, people write `14 days`; `2 weeks` means the same."""

    terraform: str = "string"

    def problem(self, value: object) -> str | None:
        """Refuse an unknown unit or an empty period."""
        try:
            Length.parse(str(value))
        except InvalidPeriod as invalid:
            return str(invalid)
        return None

    def same(self, one: object, other: object) -> bool:
        """Compare lengths, not spellings."""
        if one == other or not isinstance(one, str) or not isinstance(other, str):
            return one == other
        try:
            return Length.parse(one).lasts_as_long_as(Length.parse(other))
        except InvalidPeriod:
            return one == other

    def to_api(self, value: object) -> object:
        """Split into value and unit."""
        period = Length.parse(str(value))
        return {"value": period.value, "unit": period.unit}

    def from_api(self, value: object) -> object:
        """Join value and unit; an unknown unit stays readable."""
        if not isinstance(value, Mapping) or value.get("value") is None:
            return None
        amount, unit = value["value"], value.get("unit")
        return (
            str(Length(amount, unit))
            if unit in UNITS and isinstance(amount, int) and amount > 0
            else f"{amount} {unit}"
        )


@dataclass(frozen=True, slots=True)
class TimeOfDayText(Type):
    """HH:MM."""

    terraform: str = "string"

    def problem(self, value: object) -> str | None:
        """Refuse what no clock shows."""
        return None if TIME_OF_DAY.fullmatch(str(value)) else "write HH:MM, from 00:00 to 23:59, such as '01:30'"


@dataclass(frozen=True, slots=True)
class TimestampText(Type):
    """A moment. HPE mixes 0, 3, 6 and 9 fractional digits; the same moment is the same value."""

    terraform: str = "string"

    def problem(self, value: object) -> str | None:
        """Refuse a moment without a zone."""
        read = moment(value)
        good = read is not None and read.tzinfo is not None
        return None if good else "write RFC 3339 with a zone, such as '2026-11-23T00:00:00Z'"

    def same(self, one: object, other: object) -> bool:
        """Compare moments, not spellings."""
        first, second = moment(one), moment(other)
        return one == other if first is None or second is None else first == second

    def from_api(self, value: object) -> object:
        """One spelling for one moment: without zeros at the end of the fraction."""
        return _ZEROS.sub(lambda match: match[1] or "", value) or None if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class AssetKindText(Type):
    """A kind of HPE object. HPE has written one kind in several ways (NOTES section 4): only the last part counts."""

    terraform: str = "string"

    def same(self, one: object, other: object) -> bool:
        """Compare by last part, singular or plural."""
        return kind_of(one) == kind_of(other)


@dataclass(frozen=True, slots=True)
class Duration(Type):
    """How long Terraform waits: `30m`, `2h`, `90s`."""

    terraform: str = "string"

    def problem(self, value: object) -> str | None:
        """Refuse what is no length of time."""
        return None if seconds(str(value)) else "write a number and s, m or h, such as '90s', '30m' or '2h'"


def _float(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


_ZEROS = re.compile(r"(\.[0-9]*[1-9])0+(?=[Z+-])|\.0+(?=[Z+-])")

_DURATION = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")


def seconds(duration: str) -> int:
    """Seconds in `1h30m`; 0 for anything that is not a duration."""
    match = _DURATION.fullmatch(duration.strip())
    if match is None:
        return 0
    hours, minutes, rest = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + rest


def kind_of(written: object) -> str:
    """The part of a kind that HPE keeps stable: `virtual-machine` of `/hybrid-cloud/virtual-machines`."""
    return str(written or "").rstrip("/").rpartition("/")[2].removesuffix("s")


def moment(value: object) -> datetime | None:
    """A moment as HPE writes it, with 0, 3, 6 or 9 fractional digits; `None` for anything else."""
    try:
        # Python reads at most six fractional digits; HPE writes up to nine.
        return datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", str(value)))
    except ValueError:
        return None


TEXT: Final = Type("string")
BOOLEAN: Final = Type("bool")
PLAIN: Final[Mapping[object, Type]] = {
    str: TEXT,
    bool: BOOLEAN,
    int: Number(),
    float: Number(whole=False),
    Period: PeriodText(),
    TimeOfDay: TimeOfDayText(),
    Timestamp: TimestampText(),
    AssetKind: AssetKindText(),
    Wait: Duration(),
}
"""What each annotation of a definition stands for."""
