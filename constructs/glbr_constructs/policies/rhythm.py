"""Where a schedule begins: `Every.hours(4)`, `Daily.at("01:30")`, `Weekly.on("saturday")`, `Monthly.on_last_day()`."""

from collections.abc import Sequence
from typing import Final, Literal, get_args

from glbr_constructs.given import Given
from glbr_constructs.policies.schedule import Schedule

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
"""A day of the week. HPE counts them from 0, Monday."""

WEEKDAYS: Final[tuple[str, ...]] = get_args(Weekday)
"""All of them, in HPE's order."""

NIGHT: Final = "03:00"
"""The usual time of day, in the zone of the Data Orchestrator. When clocks go forward or back in Europe and North America,
hours before this one are left out or come twice; this one never."""

LAST_DAY: Final = 0
"""HPE's number of the last day of a month."""


class Every:
    """Several times a day, counted from midnight UTC. `.between("06:00", "22:00")` narrows the day.

    Example:
        policy = ProtectionPolicy(self, "gold", name="gold")
        policy.add_snapshot(Every.hours(4).between("06:00", "22:00").keep(days=2))
    """

    @staticmethod
    def minutes(step: int) -> Schedule:
        """Copies every so many minutes, 1 to 60.

        Raises:
            Refused: the step is something else.
        """
        return Schedule(recurrence="BY_MINUTES", every=step)

    @staticmethod
    def hours(step: int, *, minute: int | Sequence[int] = ()) -> Schedule:
        """Copies every so many hours, 1 to 24, at the full hour, or at a minute of it, 0 to 59, or at several.

        Raises:
            Refused: the step or a minute is something else.
        """
        minutes = tuple(minute) if isinstance(minute, Sequence) else (minute,)
        return Schedule(recurrence="HOURLY", every=step, on=_each_once(minutes))


class Daily:
    """Once a day.

    Example:
        policy = ProtectionPolicy(self, "gold", name="gold")
        policy.add_snapshot(Daily.at("01:30").keep(weeks=1))
    """

    @staticmethod
    def at(time: str = NIGHT, *, every: int = 1) -> Schedule:
        """A copy at this time of day, HH:MM, on every day or every so many days.

        Raises:
            Refused: it is no time of day, or no such step.
        """
        return Schedule(recurrence="DAILY", every=every, start_time=time)


class Weekly:
    """On days of the week.

    Example:
        policy = ProtectionPolicy(self, "gold", name="gold")
        policy.add_snapshot(Weekly.on("monday", "thursday", at="05:00").keep(weeks=5))
    """

    @staticmethod
    def on(*days: Weekday, at: str = NIGHT, every: int = 1) -> Schedule:
        """Copies on these weekdays at this time of day, in every week or every so many weeks.

        Raises:
            Refused: a day is no weekday, none is given, or the time or the step is none.
        """
        given = Given("Weekly.on")
        given.several("days", days, f"one or more of {', '.join(WEEKDAYS)}", at_least=1)
        for day in days:
            given.choice("day", day, WEEKDAYS)
            if day not in WEEKDAYS:
                raise given.refused(f"day={day!r} is known to Terraform only", f"Allowed: {', '.join(WEEKDAYS)}")
        numbers = sorted({WEEKDAYS.index(day) for day in days})
        return Schedule(recurrence="WEEKLY", every=every, on=tuple(numbers), start_time=at)


class Monthly:
    """On days of the month.

    Example:
        policy = ProtectionPolicy(self, "gold", name="gold")
        policy.add_snapshot(Monthly.on_last_day().keep(months=13))
    """

    @staticmethod
    def on_day(*days: int, at: str = NIGHT, every: int = 1) -> Schedule:
        """Copies on these days of the month, 1 to 31, in every month or every so many months.

        A month without a 29th, 30th or 31st has no copy on that day: for the end of each month there is `on_last_day`.

        Raises:
            Refused: a day is something else, none is given, or the time or the step is none.
        """
        given = Given("Monthly.on_day")
        given.several("days", days, "one or more from 1 to 31", at_least=1)
        if LAST_DAY in days:
            raise given.refused("day=0 is no day", "Allowed: 1 to 31. For the last day write Monthly.on_last_day()")
        return Schedule(recurrence="MONTHLY", every=every, on=_each_once(days), start_time=at)

    @staticmethod
    def on_last_day(*, at: str = NIGHT, every: int = 1) -> Schedule:
        """A copy on the last day of every month, or of every so many months.

        Raises:
            Refused: the time or the step is none.
        """
        return Schedule(recurrence="MONTHLY", every=every, on=(LAST_DAY,), start_time=at)


def _each_once(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers in order; what is no number is left for the schedule to refuse."""
    return tuple(sorted(set(numbers))) if all(isinstance(number, int) for number in numbers) else numbers
