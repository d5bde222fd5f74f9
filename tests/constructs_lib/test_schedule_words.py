"""Schedules read like a sentence, and become HPE's words."""

import pytest

from glbr.protection.cadence import WEEKDAYS as HPES_WEEKDAYS
from glbr.protection.period import Period
from glbr_constructs import ApplicationHost, Daily, Every, Monthly, Schedule, Script, Weekly
from glbr_constructs.cdk import cdk
from glbr_constructs.policies.rhythm import WEEKDAYS


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
            Weekly.on("sunday", "monday", at="03:00", every=2),
            "WEEKLY",
            {"every": 2, "on": [0, 6]},
            {"start_time": "03:00"},
        ),
        (Every.hours(4, minute=[30, 0]), "HOURLY", {"every": 4, "on": [0, 30]}, {}),
        (Monthly.on_day(1, at="04:00"), "MONTHLY", {"every": 1, "on": [1]}, {"start_time": "04:00"}),
        (Monthly.on_day(15, 1, 15).at("05:00"), "MONTHLY", {"every": 1, "on": [1, 15]}, {"start_time": "05:00"}),
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
    assert str(schedule) == "daily at 01:30, kept 2 weeks, locked 1 week, called 'nightly'"


def test_a_schedule_is_never_changed_only_copied() -> None:
    first = Every.hours(4)

    second = first.keep(days=2)

    assert first.kept_for is None
    assert second == Every.hours(4).keep(days=2)


@pytest.mark.parametrize(
    ("schedule", "sentence"),
    [
        (Every.minutes(30), "every 30 minutes, kept for ever"),
        (Every.hours(4).between("06:00", "22:00").keep(days=2), "every 4 hours, 06:00 to 22:00 UTC, kept 2 days"),
        (Weekly.on("saturday", "monday"), "weekly on Monday and Saturday at 03:00, kept for ever"),
        (Monthly.on_last_day().keep(years=7), "monthly on the last day at 03:00, kept 7 years"),
        (Monthly.on_day(15, every=3), "every 3 months on the 15th at 03:00, kept for ever"),
    ],
)
def test_a_schedule_reads_as_a_sentence(schedule: Schedule, sentence: str) -> None:
    assert str(schedule) == sentence


def test_whole_days_have_a_usual_time_that_no_change_of_clocks_leaves_out() -> None:
    assert {one.start_time for one in (Daily.at(), Weekly.on("sunday"), Monthly.on_day(1), Monthly.on_last_day())} == {
        "03:00"
    }


def test_the_days_of_the_week_are_those_that_hpe_counts() -> None:
    assert [day.capitalize() for day in WEEKDAYS] == list(HPES_WEEKDAYS)


def test_scripts_and_names_go_along_with_a_schedule(stack: cdk.TerraformStack) -> None:
    host = ApplicationHost.from_application_host_id(stack, "host", "host-1")
    script = Script(host=host, path="/opt/quiet.sh", params="--wait", timeout_in_seconds=60)

    entry = Daily.at().run_before(script).run_after(script).name_copies("n_{DateFormat}").entry(13, None)

    told = {"host_id": "host-1", "path": "/opt/quiet.sh", "params": "--wait", "timeout_in_seconds": 60}
    assert (entry["pre_script_info"], entry["post_script_info"]) == (told, told)
    assert entry["name_pattern"] == {"format": "n_{DateFormat}"}


def test_a_time_may_come_from_terraform(stack: cdk.TerraformStack) -> None:
    start = cdk.TerraformVariable(stack, "start", type="string").string_value

    schedule = Daily.at(start)

    assert schedule.start_time == start
    assert str(schedule) == "daily at (known to Terraform), kept for ever"
