"""Each argument of each call about schedules has a wrong value that is refused where it is written."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from glbr_constructs import Daily, Every, Monthly, Retention, Schedule, Script, Weekly
from glbr_constructs.cdk import cdk
from wrong_policy_arguments import A_RETENTION, Wrong, arguments, check_refusals, lengths

HOUR = "HH:MM from 00:00 to 23:59"
A_SCRIPT = "Allowed: Script(host=..., path=...)"
DAYS = "Allowed: monday, tuesday"


def rhythms() -> Iterator[Wrong]:
    yield Wrong(
        "Every.minutes(step)", lambda w: Every.minutes(61), "cannot step by 61", "Allowed for BY_MINUTES: 1 to 60"
    )
    yield Wrong("Every.hours(step)", lambda w: Every.hours(25), "Given: every = 25", "Allowed for HOURLY: 1 to 24")
    yield Wrong(
        "Every.hours(step)", lambda w: Every.hours(w.number), "Given: every=-8.1", "A step is a whole number from 1"
    )
    yield Wrong(
        "Every.hours(step)", lambda w: Every.hours(True), "Given: every=True", "A step is a whole number from 1"
    )
    yield Wrong("Every.hours(minute)", lambda w: Every.hours(4, minute=60), "Given: 60", "minute of the hour, 0 to 59")
    yield Wrong("Every.hours(minute)", lambda w: Every.hours(4, minute="x"), "Given: 'x'", "is a whole number")
    yield Wrong("Daily.at(time)", lambda w: Daily.at("25:00"), "'25:00' is no time of day", HOUR)
    yield Wrong("Daily.at(time)", lambda w: Daily.at(130), "130 is no time of day", HOUR)
    yield Wrong("Daily.at(every)", lambda w: Daily.at(every=0), "Given: every=0", "whole number from 1")
    yield Wrong("Weekly.on(days)", lambda w: Weekly.on("someday"), "day='someday' is not known", DAYS)
    yield Wrong("Weekly.on(days)", lambda w: Weekly.on(), "days is empty", "Allowed: one or more of monday")
    yield Wrong("Weekly.on(days)", lambda w: Weekly.on("${var.day}"), "known to Terraform only", DAYS)
    yield Wrong("Weekly.on(at)", lambda w: Weekly.on("sunday", at="3"), "'3' is no time of day", HOUR)
    yield Wrong("Weekly.on(every)", lambda w: Weekly.on("sunday", every=-1), "Given: every=-1", "whole number from 1")
    yield Wrong("Monthly.on_day(days)", lambda w: Monthly.on_day(32), "Given: 32", "the day of the month, 1 to 31")
    yield Wrong(
        "Monthly.on_day(days)", lambda w: Monthly.on_day(0), "day=0", "For the last day write Monthly.on_last_day()"
    )
    yield Wrong(
        "Monthly.on_day(days)", lambda w: Monthly.on_day(), "days is empty", "Allowed: one or more from 1 to 31"
    )
    yield Wrong("Monthly.on_day(at)", lambda w: Monthly.on_day(1, at="24:00"), "'24:00' is no time", HOUR)
    yield Wrong("Monthly.on_day(every)", lambda w: Monthly.on_day(1, every=0), "Given: every=0", "whole number from 1")
    yield Wrong("Monthly.on_last_day(at)", lambda w: Monthly.on_last_day(at=""), "'' is no time of day", HOUR)
    yield Wrong("Monthly.on_last_day(every)", lambda w: Monthly.on_last_day(every=1.5), "Given: every=1.5", "from 1")


def schedules() -> Iterator[Wrong]:
    def made(**other: Any) -> Schedule:
        return Schedule(**({"recurrence": "DAILY"} | other))

    night = Daily.at()
    yield Wrong(
        "Schedule(recurrence)",
        lambda w: made(recurrence="YEARLY"),
        "recurrence='YEARLY'",
        "Allowed: BY_MINUTES, HOURLY",
    )
    yield Wrong("Schedule(every)", lambda w: made(every=0), "Given: every=0", "whole number from 1")
    yield Wrong("Schedule(on)", lambda w: made(recurrence="WEEKLY", on=(7,)), "Given: 7", "0 (Monday) to 6 (Sunday)")
    yield Wrong("Schedule(on)", lambda w: made(on=(1,)), "Given: on = [1]", "Remove it for DAILY")
    yield Wrong("Schedule(start_time)", lambda w: made(start_time="noon"), "'noon' is no time of day", HOUR)
    yield Wrong(
        "Schedule(window)", lambda w: made(recurrence="HOURLY", window=("6", "7")), "'6' is no time of day", HOUR
    )
    yield Wrong("Schedule(window)", lambda w: made(window=("06:00",)), "window=('06:00',)", "Allowed: two times")
    yield Wrong("Schedule(retention)", lambda w: made(retention="2 weeks"), "retention='2 weeks'", A_RETENTION)
    yield Wrong("Schedule(name)", lambda w: made(name=""), "name is empty", "Allowed: 1 to 255 characters")
    yield Wrong(
        "Schedule(name_pattern)",
        lambda w: made(name_pattern="{Date}"),
        "'{Date}'",
        "{SourceAssetName} and {DateFormat}",
    )
    yield Wrong("Schedule(script_before)", lambda w: made(script_before="a.sh"), "script_before='a.sh'", A_SCRIPT)
    yield Wrong("Schedule(script_after)", lambda w: made(script_after="a.sh"), "script_after='a.sh'", A_SCRIPT)
    yield Wrong("Schedule.at(time)", lambda w: night.at("1:30"), "'1:30' is no time of day", HOUR)
    yield Wrong(
        "Schedule.at(time)", lambda w: Every.hours(4).at("01:30"), "time='01:30'", "Allowed: .between('06:00', '22:00')"
    )
    yield Wrong("Schedule.between(start)", lambda w: Every.hours(4).between("6", "22:00"), "'6' is no time", HOUR)
    yield Wrong(
        "Schedule.between(start)", lambda w: night.between("06:00", "22:00"), "start='06:00'", "Allowed: .at('01:30')"
    )
    yield Wrong(
        "Schedule.between(end)", lambda w: Every.hours(4).between("06:00", None), "None is no time of day", HOUR
    )
    yield Wrong("Schedule.retain(retention)", lambda w: night.retain("2 weeks"), "retention='2 weeks'", A_RETENTION)
    yield Wrong("Schedule.named(name)", lambda w: night.named("x" * 256), "256 characters", "HPE takes at most 255")
    yield Wrong(
        "Schedule.name_copies(pattern)", lambda w: night.name_copies("a{b"), "'{b'", "Allowed: letters and digits"
    )
    yield Wrong("Schedule.run_before(script)", lambda w: night.run_before("a.sh"), "script='a.sh'", A_SCRIPT)
    yield Wrong("Schedule.run_after(script)", lambda w: night.run_after(w.host), "script=", A_SCRIPT)
    yield Wrong(
        "Script(host)", lambda w: Script(host="host-1", path="/a.sh"), "host='host-1'", "Allowed: ApplicationHost(...)"
    )
    yield Wrong("Script(path)", lambda w: Script(host=w.host, path="a.sh"), "path='a.sh'", "Allowed: an absolute path")
    yield Wrong("Script(path)", lambda w: Script(host=w.host, path=7), "path=7", "Allowed: an absolute path")
    yield Wrong(
        "Script(params)",
        lambda w: Script(host=w.host, path="/a.sh", params=""),
        "params is empty",
        "Allowed: arguments",
    )
    yield Wrong(
        "Script(timeout_in_seconds)",
        lambda w: Script(host=w.host, path="/a.sh", timeout_in_seconds=0),
        "timeout_in_seconds=0",
        "Allowed: a whole number from 1, seconds",
    )


def retentions() -> Iterator[Wrong]:
    yield from lengths("Retention", lambda w: Retention.two_weeks())
    yield from lengths("Schedule", lambda w: Daily.at().keep(weeks=2))
    night = Daily.at()
    one_of = "Allowed: one of hours, days, weeks, months and years"
    yield Wrong("Schedule.keep(days)", lambda w: night.keep(), "Given: nothing", one_of)
    yield Wrong("Schedule.keep(days)", lambda w: night.keep(days=1, weeks=1), "Given: days=1, weeks=1", one_of)
    shorter = "Shorten lock_for to '2 weeks' or less"
    yield Wrong("Schedule.lock(weeks)", lambda w: night.keep(weeks=2).lock(weeks=3), "lock_for = '3 weeks'", shorter)
    yield Wrong("Schedule.keep(weeks)", lambda w: night.lock(weeks=3).keep(weeks=2), "lock_for = '3 weeks'", shorter)
    yield Wrong(
        "Schedule.keep(days)", lambda w: night.lock(months=1).keep(days=30), "'30 days'", "lengthen expire_after"
    )
    yield Wrong(
        "Retention(kept_for)", lambda w: Retention(kept_for="2 weeks"), "kept_for='2 weeks'", "Allowed: a Period"
    )
    yield Wrong("Retention(locked_for)", lambda w: Retention(locked_for=7), "locked_for=7", "Allowed: a Period")


TABLES = [rhythms, schedules, retentions]


def test_no_argument_is_without_a_wrong_value() -> None:
    public = (Every, Daily, Weekly, Monthly, Schedule, Script, Retention)

    everything = {argument for owner in public for argument in arguments(owner)}

    assert len(everything) > 50
    assert {wrong.of for table in TABLES for wrong in table()} == everything


@pytest.mark.parametrize("table", TABLES)
def test_a_wrong_value_is_refused_with_what_was_given_and_what_to_write(
    stack: cdk.TerraformStack, table: Callable[[], Iterator[Wrong]]
) -> None:
    assert check_refusals(stack, table()) > 20
