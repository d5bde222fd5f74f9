"""When copies are made and how long each lives: `Every.hours(4).keep(days=2)`, `Daily.at("01:30").keep(weeks=2)`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from glbr.protection.period import Period
from glbr.protection.policy import lock_problems
from glbr.protection.problem import Problem
from glbr.protection.schedule import TIME_OF_DAY, schedule_problems
from glbr_constructs.cdk import cdk
from glbr_constructs.policies.retention import length
from glbr_constructs.refusal import UNRESOLVED, Refused, refuse

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""HPE counts weekdays from 0, Monday."""

LAST_DAY: Final = 0
"""HPE's number of the last day of a month."""

_STEPS: Final = {"BY_MINUTES": "minute", "HOURLY": "hour", "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A rhythm of copies. Made by `Every`, `Daily`, `Weekly` and `Monthly`; each method returns a new one.

    Attributes:
        recurrence: HPE's family of the rhythm.
        every: Step within the family.
        on: Minute of the hour, weekdays or days of the month, as HPE numbers them.
        start_time: Time of day, HH:MM.
        window: Daily window in which copies may start, two times in UTC.
        kept_for: How long a copy lives.
        locked_for: How long nobody can delete a copy.
        name: Label.
    """

    recurrence: str
    every: int = 1
    on: tuple[int, ...] = ()
    start_time: str | None = None
    window: tuple[str, str] | None = None
    kept_for: Period | None = None
    locked_for: Period | None = None
    name: str | None = None

    def __post_init__(self) -> None:
        refuse(f"schedule {str(self)!r}", self.problems())

    def __str__(self) -> str:
        unit = _STEPS.get(self.recurrence, self.recurrence)
        parts = [f"every {unit}" if self.every == 1 else f"every {self.every} {unit}s"]
        parts += [f"on {', '.join(map(str, self.on))}"] if self.on else []
        parts += [f"at {self.start_time}"] if self.start_time else []
        parts += [f"between {self.window[0]} and {self.window[1]}"] if self.window else []
        parts += [f"kept {self.kept_for}"] if self.kept_for else []
        parts += [f"locked {self.locked_for}"] if self.locked_for else []
        return " ".join(parts)

    def between(self, start: str, end: str) -> "Schedule":
        """Make copies only in this part of the day, UTC. For `Every` alone: the others have one time a day."""
        return replace(self, window=(start, end))

    def keep(
        self,
        *,
        hours: int | None = None,
        days: int | None = None,
        weeks: int | None = None,
        months: int | None = None,
        years: int | None = None,
    ) -> "Schedule":
        """Delete each copy after this long: exactly one unit. Without it HPE keeps copies for ever."""
        kept = length(f"schedule {str(self)!r}, keep", hours=hours, days=days, weeks=weeks, months=months, years=years)
        return replace(self, kept_for=kept)

    def lock(
        self,
        *,
        hours: int | None = None,
        days: int | None = None,
        weeks: int | None = None,
        months: int | None = None,
        years: int | None = None,
    ) -> "Schedule":
        """Let nobody delete a copy for this long, not even an administrator: exactly one unit, within `keep`."""
        locked = length(
            f"schedule {str(self)!r}, lock", hours=hours, days=days, weeks=weeks, months=months, years=years
        )
        return replace(self, locked_for=locked)

    def named(self, name: str) -> "Schedule":
        """Give it a label in the console."""
        return replace(self, name=name)

    def cadence(self) -> dict[str, object]:
        """The rhythm alone, in HPE's words."""
        window = self.window and {"active_from_time": self.window[0], "active_until_time": self.window[1]}
        return {
            "recurrence": self.recurrence,
            "repeat_interval": {"every": self.every, "on": list(self.on) or None},
            "start_time": self.start_time,
            "active_time": window,
        }

    def entry(self, schedule_id: int, source_id: int | None) -> dict[str, object]:
        """The schedule as an entry of a policy, in HPE's words."""
        return {
            "schedule_id": schedule_id,
            "name": self.name,
            "schedule": self.cadence(),
            "expire_after": str(self.kept_for) if self.kept_for else None,
            "lock_for": str(self.locked_for) if self.locked_for else None,
            "source_protection_schedule_id": source_id,
        }

    def problems(self) -> Iterator[Problem]:
        """What makes no sense about it."""
        if not isinstance(self.every, int) or self.every < 1:
            yield Problem((), "A step is a whole number from 1", f"Given: {self.every!r}. {UNRESOLVED}")
            return
        for time in (self.start_time, *(self.window or ())):
            # Asked second: whether it is a token costs a call to Node.
            if time is not None and not TIME_OF_DAY.fullmatch(time) and not cdk.Token.is_unresolved(time):
                yield Problem((), f"{time!r} is no time of day", "Write HH:MM, from 00:00 to 23:59, such as '01:30'.")
        yield from schedule_problems(self.cadence(), ())
        yield from lock_problems(self.entry(1, None), ())


class Every:
    """Several times a day."""

    @staticmethod
    def minutes(step: int) -> Schedule:
        """Copies every so many minutes, 1 to 60."""
        return Schedule(recurrence="BY_MINUTES", every=step)

    @staticmethod
    def hours(step: int, *, minute: int | None = None) -> Schedule:
        """Copies every so many hours, 1 to 24, at a minute of the hour where one is given."""
        return Schedule(recurrence="HOURLY", every=step, on=() if minute is None else (minute,))


class Daily:
    """Once a day."""

    @staticmethod
    def at(time: str, *, every: int = 1) -> Schedule:
        """A copy at this time of day, HH:MM, on every day or every so many days."""
        return Schedule(recurrence="DAILY", every=every, start_time=time)


class Weekly:
    """On days of the week."""

    @staticmethod
    def on(*days: str, at: str, every: int = 1) -> Schedule:
        """Copies on these weekdays at this time of day, in every week or every so many weeks."""
        unknown = [day for day in days if day.lower() not in WEEKDAYS]
        if unknown or not days:
            raise Refused(
                f"Weekly.on: {', '.join(map(repr, unknown)) or 'nothing'} is no weekday. Allowed: {', '.join(WEEKDAYS)}."
            )
        numbers = sorted({WEEKDAYS.index(day.lower()) for day in days})
        return Schedule(recurrence="WEEKLY", every=every, on=tuple(numbers), start_time=at)


class Monthly:
    """On a day of the month."""

    @staticmethod
    def on_day(day: int, *, at: str, every: int = 1) -> Schedule:
        """A copy on this day of the month, 1 to 31, in every month or every so many months."""
        if day == LAST_DAY:
            raise Refused("Monthly.on_day: given 0. Allowed: 1 to 31. For the last day write Monthly.on_last_day.")
        return Schedule(recurrence="MONTHLY", every=every, on=(day,), start_time=at)

    @staticmethod
    def on_last_day(*, at: str, every: int = 1) -> Schedule:
        """A copy on the last day of every month, or of every so many months."""
        return Schedule(recurrence="MONTHLY", every=every, on=(LAST_DAY,), start_time=at)
