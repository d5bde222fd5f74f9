"""Cadence against a slow reading of its own rules: every minute is asked whether a run starts in it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from glbr.simulator.rules.cadence import Cadence

ZONE = ZoneInfo("UTC")
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
times = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda pair: f"{pair[0]:02}:{pair[1]:02}")


def positions(first, last):
    return st.lists(st.integers(first, last), max_size=3)


def repeating(recurrence, every, on=None, **more):
    interval = st.fixed_dictionaries({"every": every}, optional={"on": on} if on is not None else {})
    return st.fixed_dictionaries({"recurrence": st.just(recurrence), "repeatInterval": interval}, optional=more)


windows = st.fixed_dictionaries({"activeFromTime": times, "activeUntilTime": times})
schedules = st.one_of(
    repeating("BY_MINUTES", st.integers(1, 60), activeTime=windows),
    repeating("HOURLY", st.integers(1, 24), positions(0, 59), activeTime=windows),
    repeating("DAILY", st.integers(1, 9), startTime=times),
    repeating("WEEKLY", st.integers(1, 4), positions(0, 6), startTime=times),
    repeating("MONTHLY", st.integers(1, 3), positions(0, 31), startTime=times),
)


def runs_in(schedule, minute, start):
    """Whether the rules of `rules/cadence.py` start a run in this minute."""
    every, on = schedule["repeatInterval"]["every"], schedule["repeatInterval"].get("on") or None
    clock = f"{minute:%H:%M}"
    if schedule["recurrence"] in ("BY_MINUTES", "HOURLY"):
        if schedule["recurrence"] == "BY_MINUTES":
            fits = (minute.hour * 60 + minute.minute) % every == 0
        else:
            fits = minute.hour % every == 0 and minute.minute in (on or [0])
        return fits and is_open(schedule.get("activeTime"), clock)
    if clock != schedule.get("startTime", "00:00"):
        return False
    day, first = minute.date(), start.date()
    if schedule["recurrence"] == "DAILY":
        return (day - first).days % every == 0
    if schedule["recurrence"] == "WEEKLY":
        weeks = ((day - timedelta(days=day.weekday())) - (first - timedelta(days=first.weekday()))).days // 7
        return weeks % every == 0 and day.weekday() in (on or [0])
    months = (day.year - first.year) * 12 + day.month - first.month
    is_last = (day + timedelta(days=1)).day == 1
    return months % every == 0 and (day.day in (on or [1]) or (is_last and 0 in (on or [1])))


def is_open(window, clock):
    if window is None:
        return True
    opens, closes = window["activeFromTime"], window["activeUntilTime"]
    return opens <= clock <= closes if opens <= closes else clock >= opens or clock <= closes


@settings(max_examples=60, deadline=None)
@given(
    schedule=schedules, start=st.integers(0, 80 * 1440), wait=st.integers(0, 3000), minutes=st.integers(1, 30 * 1440)
)
def test_every_run_starts_where_the_rules_say_and_nowhere_else(schedule, start, wait, minutes):
    begins = EARLIEST + timedelta(minutes=start)
    after = begins + timedelta(minutes=wait)
    expected = [
        int(minute.timestamp())
        for minute in (after + timedelta(minutes=number) for number in range(1, minutes + 1))
        if runs_in(schedule, minute, begins)
    ]

    cadence = Cadence(schedule, begins.timestamp(), ZONE)

    assert cadence.between(after.timestamp(), after.timestamp() + minutes * 60) == expected
    if expected:
        assert cadence.next_after(after.timestamp()) == expected[0]


@settings(max_examples=100, deadline=None)
@given(schedule=schedules, start=st.integers(0, 80 * 1440), steps=st.lists(st.integers(1, 20_000), max_size=6))
def test_a_stretch_cut_in_pieces_holds_the_same_runs(schedule, start, steps):
    begins = (EARLIEST + timedelta(minutes=start)).timestamp()
    cadence = Cadence(schedule, begins, ZoneInfo("America/New_York"))

    pieces, place = [], begins
    for step in steps:
        pieces += cadence.between(place, place + step * 60)
        place += step * 60

    assert pieces == cadence.between(begins, place)
    assert pieces == sorted(set(pieces))


def test_a_day_that_never_comes_has_no_next_run():
    schedule = {"recurrence": "MONTHLY", "repeatInterval": {"every": 12, "on": [30]}}
    cadence = Cadence(schedule, datetime(2026, 2, 1, tzinfo=UTC).timestamp(), ZONE)

    assert cadence.next_after(0) is None
    assert cadence.between(0, datetime(2036, 1, 1, tzinfo=UTC).timestamp()) == []
