"""When copies are made and how long each lives: what `Every`, `Daily`, `Weekly` and `Monthly` make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, Self

from glbr.protection.problem import Problem
from glbr.protection.schedule import RECURRENCES, TIME_OF_DAY, schedule_problems
from glbr_constructs.given import Given, is_expression
from glbr_constructs.policies.name_pattern import check_name_pattern
from glbr_constructs.policies.retention import Retained, Retention, retention_given
from glbr_constructs.policies.script import Script
from glbr_constructs.refusal import UNRESOLVED, refuse

Recurrence = Literal["BY_MINUTES", "HOURLY", "DAILY", "WEEKLY", "MONTHLY"]
"""HPE's families of rhythms."""

_AN_HOUR: Final = "HH:MM from 00:00 to 23:59, such as '01:30'"
_LONGEST_NAME: Final = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Retained):
    """A rhythm of copies. Made by `Every`, `Daily`, `Weekly` and `Monthly`; each method returns a new one.

    `str(schedule)` is a sentence: `daily at 01:30, kept 2 weeks, locked 1 week`.

    Example:
        nightly = Daily.at("01:30").keep(weeks=2).lock(weeks=1).named("nightly")
        local = ProtectionStore.from_protection_store_name(self, "local", "Local_clinic")

        ProtectionPolicy(self, "gold", name="gold").add_backup(nightly, to=local)
        ProtectionPolicy(self, "silver", name="silver").add_backup(nightly.at("03:30"), to=local)

    Attributes:
        recurrence: HPE's family of the rhythm.
        every: Step within the family.
        on: Minutes of the hour, weekdays or days of the month, as HPE numbers them.
        start_time: Time of day, HH:MM.
        window: Daily window in which copies may start, two times in UTC.
        retention: How long a copy lives, and for how long of that nobody can delete it.
        name: Label in the console.
        name_pattern: How copies are named.
        script_before: What runs before each copy.
        script_after: What runs after each copy.
    """

    recurrence: Recurrence
    every: int = 1
    on: tuple[int, ...] = ()
    start_time: str | None = None
    window: tuple[str, str] | None = None
    retention: Retention = Retention()  # noqa: RUF009 - frozen, so that all may share it
    name: str | None = None
    name_pattern: str | None = None
    script_before: Script | None = None
    script_after: Script | None = None

    def __post_init__(self) -> None:
        given = Given("making a schedule")
        given.choice("recurrence", self.recurrence, tuple(RECURRENCES))
        retention_given("making a schedule", self.retention)
        refuse(f"making a schedule {self.recurrence}", self._problems())
        if self.name is not None:
            given.text("name", self.name, "1 to 255 characters", at_most=_LONGEST_NAME)
        if self.name_pattern is not None:
            check_name_pattern(given, self.name_pattern)
        for argument, script in (("script_before", self.script_before), ("script_after", self.script_after)):
            if script is not None:
                given.instance(argument, script, (Script,), "a script", "Script(host=..., path=...)")

    def __str__(self) -> str:
        label = f", called {told(self.name)!r}" if self.name else ""
        return f"{self.rhythm()}, {self.retention}{label}"

    def rhythm(self) -> str:
        """When copies are made, for people: `daily at 01:30`."""
        # The calendar comes in here: most programs never ask for the sentence.
        from glbr.protection.cadence import Cadence

        window = self.window and (told(self.window[0]), told(self.window[1]))
        start_time = None if self.start_time is None else told(self.start_time)
        return str(Cadence(self.recurrence, self.every, self.on, start_time, window))

    @property
    def lifetime(self) -> Retention:
        """How long copies live, and for how long nobody can delete them."""
        return self.retention

    def at(self, time: str) -> Self:
        """Make copies at this time of day, HH:MM. For `Daily`, `Weekly` and `Monthly`: `Every` has many times a day.

        Raises:
            Refused: it is no time of day, or the schedule has none.
        """
        if not RECURRENCES[self.recurrence].has_start_time:
            raise self._given().refused(
                f"time={time!r} given, but {self.recurrence} has no time of day",
                "Allowed: .between('06:00', '22:00') to narrow the day, or Daily.at(...), Weekly.on(...), Monthly.on_day(...)",
            )
        return replace(self, start_time=time)

    def between(self, start: str, end: str) -> Self:
        """Make copies only in this part of the day, HH:MM, UTC, which may cross midnight. For `Every` alone.

        Raises:
            Refused: one is no time of day, or the schedule has one time a day.
        """
        if RECURRENCES[self.recurrence].has_start_time:
            raise self._given().refused(
                f"start={start!r}, end={end!r} given, but {self.recurrence} has no window: it has one time of day",
                "Allowed: .at('01:30') to set that time, or Every.hours(...) and Every.minutes(...) for several a day",
            )
        return replace(self, window=(start, end))

    def retain(self, retention: Retention) -> Self:
        """Let copies live, and be locked, as long as this says: `schedule.retain(Retention.six_months())`.

        Raises:
            Refused: it is no retention.
        """
        return replace(self, retention=retention)

    def named(self, name: str) -> Self:
        """Give it a label in the console, 1 to 255 characters.

        Raises:
            Refused: it is no such text.
        """
        self._given().text("name", name, "1 to 255 characters", at_most=_LONGEST_NAME)
        return replace(self, name=name)

    def name_copies(self, pattern: str) -> Self:
        """Name copies by a pattern, 1 to 255 characters, in which `{SourceAssetName}` and `{DateFormat}` are filled in.

        Raises:
            Refused: it is no such pattern.
        """
        check_name_pattern(self._given(), pattern)
        return replace(self, name_pattern=pattern)

    def run_before(self, script: Script) -> Self:
        """Run a script before each copy, such as one that quiets an application.

        Raises:
            Refused: it is no script.
        """
        self._given().instance("script", script, (Script,), "a script", "Script(host=..., path=...)")
        return replace(self, script_before=script)

    def run_after(self, script: Script) -> Self:
        """Run a script after each copy, such as one that wakes an application.

        Raises:
            Refused: it is no script.
        """
        self._given().instance("script", script, (Script,), "a script", "Script(host=..., path=...)")
        return replace(self, script_after=script)

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
            "name_pattern": self.name_pattern and {"format": self.name_pattern},
            "pre_script_info": self.script_before and self.script_before.entry(),
            "post_script_info": self.script_after and self.script_after.entry(),
        }

    def _given(self) -> Given:
        return Given(lambda: f"schedule {str(self)!r}")

    def _problems(self) -> Iterator[Problem]:
        """What makes no sense about it."""
        if not isinstance(self.every, int) or isinstance(self.every, bool) or self.every < 1:
            yield Problem((), "A step is a whole number from 1", f"Given: every={self.every!r}. {UNRESOLVED}")
            return
        if wrong := [number for number in self.on if not isinstance(number, int) or isinstance(number, bool)]:
            yield Problem((), "A day or minute is a whole number", f"Given: {wrong[0]!r}. {UNRESOLVED}")
            return
        window: Sequence[object] | None = self.window
        if window is not None and len(window) != 2:
            yield Problem((), "A window has a start and an end", f"Given: window={window!r}. Allowed: two times.")
            return
        for time in (*([] if self.start_time is None else [self.start_time]), *(window or ())):
            if not is_expression(time) and not (isinstance(time, str) and TIME_OF_DAY.fullmatch(time)):
                yield Problem((), f"{time!r} is no time of day", f"Allowed: {_AN_HOUR}.")
        yield from schedule_problems(self.cadence(), ())


def told(text: str) -> str:
    """A text for people: one that only Terraform knows says nothing to them."""
    return "(known to Terraform)" if is_expression(text) else text
