"""Schedules read like a sentence, and refuse nonsense when they are written."""

import pytest

from glbr.protection.period import Period
from glbr_constructs import Daily, Every, Monthly, Refused, Schedule, Weekly
from glbr_constructs.cdk import cdk


@pytest.mark.parametrize(
    ("schedule", "recurrence", "interval", "rest"),
    [
        (Every.minutes(15), "BY_MINUTES", {"every": 15, "on": None}, {}),
        (Every.hours(4), "HOURLY", {"every": 4, "on": None}, {}),
        (Every.hours(6, minute=30), "HOURLY", {"every": 6, "on": [30]}, {}),
        (
            Every.hours(2).between("06:00", "22:00"),
            "HOURLY",
            {"every": 2, "on": None},
            {"active_time": {"active_from_time": "06:00", "active_until_time": "22:00"}},
        ),
        (Daily.at("01:30"), "DAILY", {"every": 1, "on": None}, {"start_time": "01:30"}),
        (Weekly.on("saturday", at="03:00"), "WEEKLY", {"every": 1, "on": [5]}, {"start_time": "03:00"}),
        (
            Weekly.on("Sunday", "monday", at="03:00", every=2),
            "WEEKLY",
            {"every": 2, "on": [0, 6]},
            {"start_time": "03:00"},
        ),
        (Monthly.on_day(1, at="04:00"), "MONTHLY", {"every": 1, "on": [1]}, {"start_time": "04:00"}),
        (Monthly.on_last_day(at="04:00"), "MONTHLY", {"every": 1, "on": [0]}, {"start_time": "04:00"}),
    ],
    ids=str,
)
def test_a_schedule_becomes_hpes_words(
    schedule: Schedule, recurrence: str, interval: dict[str, object], rest: dict[str, object]
) -> None:
    expected = {"recurrence": recurrence, "repeat_interval": interval, "start_time": None, "active_time": None} | rest

    assert schedule.cadence() == expected


def test_retention_lock_and_name_are_kept() -> None:
    schedule = Daily.at("01:30").keep(weeks=2).lock(weeks=1).named("nightly")

    assert (schedule.kept_for, schedule.locked_for, schedule.name) == (
        Period(2, "WEEKS"),
        Period(1, "WEEKS"),
        "nightly",
    )
    assert str(schedule) == "every day at 01:30 kept 2 weeks locked 1 week"


def test_a_schedule_is_never_changed_only_copied() -> None:
    first = Every.hours(4)

    second = first.keep(days=2)

    assert first.kept_for is None
    assert second == Every.hours(4).keep(days=2)


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda: Every.hours(25), "HOURLY cannot step by 25.*Given: every = 25. Allowed for HOURLY: 1 to 24"),
        (lambda: Every.minutes(0), "A step is a whole number from 1. Given: 0"),
        (lambda: Every.hours(4, minute=60), "60 is outside of HOURLY.*minute of the hour, 0 to 59"),
        (lambda: Daily.at("25:00"), "'25:00' is no time of day. Write HH:MM, from 00:00 to 23:59"),
        (lambda: Every.hours(4).between("6", "22:00"), "'6' is no time of day"),
        (lambda: Daily.at("01:30").between("06:00", "22:00"), "DAILY has no active window.*set start_time"),
        (lambda: Weekly.on("someday", at="03:00"), "'someday' is no weekday. Allowed: monday, tuesday"),
        (lambda: Weekly.on(at="03:00"), "nothing is no weekday. Allowed: monday"),
        (lambda: Monthly.on_day(0, at="03:00"), "Allowed: 1 to 31. For the last day write Monthly.on_last_day"),
        (lambda: Monthly.on_day(32, at="03:00"), "32 is outside of MONTHLY.*1 to 31"),
        (lambda: Every.hours(4).keep(), "keep: one length is needed. Given: nothing. Allowed: one of hours, days"),
        (lambda: Every.hours(4).keep(days=1, weeks=1), "Given: days=1, weeks=1. Allowed: one of hours, days"),
        (lambda: Every.hours(4).keep(days=0), "a period of 0 days is empty.*Given: days=0. Give a number from 1"),
        (
            lambda: Daily.at("01:30").keep(weeks=2).lock(weeks=3),
            "Lock longer than retention.*Given: lock_for = '3 weeks', expire_after = '2 weeks'.*Shorten lock_for",
        ),
        (lambda: Daily.at("01:30").lock(months=1).keep(days=30), "Lock longer than retention"),
    ],
)
def test_nonsense_is_refused_with_the_value_the_allowed_ones_and_the_cure(write: object, message: str) -> None:
    assert callable(write)
    with pytest.raises(Refused, match=f"(?s){message}"):
        write()


def test_a_time_may_come_from_terraform(stack: cdk.TerraformStack) -> None:
    start = cdk.TerraformVariable(stack, "start", type="string").string_value

    assert Daily.at(start).start_time == start


def test_a_number_that_only_terraform_knows_is_refused(stack: cdk.TerraformStack) -> None:
    days = cdk.TerraformVariable(stack, "days", type="number").number_value

    with pytest.raises(Refused, match="A value that only Terraform knows cannot be used here"):
        Every.hours(4).keep(days=days)  # type: ignore[arg-type]  # the mistake under test
