"""What schedules give in the long run: by hand, and against a count of each single recovery point."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glbr.protection.cadence import Cadence
from glbr.protection.calendar import HORIZON, figures, held_on, left_on, recovery_points
from glbr.protection.effective import Schedule, Tier
from glbr.protection.period import Period
from glbr.protection.setting import Setting, known

ABSENT = Setting("absent")
UNKNOWN = Setting("unknown")
UTC_ZONE, NEW_YORK = ZoneInfo("UTC"), ZoneInfo("America/New_York")
NOW = datetime(2026, 7, 1, 13, 5, tzinfo=UTC)
OFFICE_HOURS = Cadence("HOURLY", 1, (), None, ("08:00", "18:00"))


def schedule(cadence, keep=None, lock=None, number=1):
    periods = [known(Period.parse(text)) if text else ABSENT for text in (keep, lock)]
    return Schedule(known(number), "", known(cadence), *periods, ABSENT, ABSENT, ABSENT, ABSENT)


def told(*schedules, zone=UTC_ZONE, now=NOW):
    """Worst gap and age in days, and the two counts."""
    found = figures(schedules, now, zone)
    gap, oldest = (None if span is None else span / timedelta(days=1) for span in (found.worst_gap, found.oldest))
    return gap, found.held, oldest, found.locked


@pytest.mark.parametrize(
    ("given_schedules", "expected"),
    [
        ([schedule(Cadence("HOURLY", 4), "2 days", "1 day")], (1 / 6, 12, 44 / 24, 6)),
        # It reads like "every 4 hours", and leaves the night open.
        ([schedule(Cadence("HOURLY", 4, (15,), None, ("16:15", "20:15")), "2 days")], (20 / 24, 4, 28 / 24, 0)),
        ([schedule(Cadence("HOURLY", 5), "2 days")], (5 / 24, 10, 43 / 24, 0)),
        ([schedule(Cadence("DAILY", 2, (), "01:30"), "1 week")], (2, 4, 6, 0)),
        ([schedule(Cadence("DAILY", 1), "1 month", "1 week")], (1, 28, 27, 7)),
        ([schedule(Cadence("DAILY", 1), "1 year")], (1, 365, 364, 0)),
        ([schedule(Cadence("DAILY", 1), "1 week", "2 weeks")], (1, 14, 13, 14)),
        ([schedule(Cadence("WEEKLY", 1, (0, 3)), "5 weeks")], (4, 10, 31, 0)),
        ([schedule(Cadence("MONTHLY", 1, (0,)), "7 years", "7 years")], (31, 84, 2525, 84)),
        ([schedule(Cadence("MONTHLY", 1, (31,)), "1 year")], (61, 7, 304, 0)),
        ([schedule(Cadence("MONTHLY", 24), "7 years")], (731, 4, 2192, 0)),
        ([schedule(Cadence("DAILY", 1), None, "1 week")], (1, 396, None, 7)),
        ([schedule(Cadence("DAILY", 1), "9000 years")], (1, 396, None, 0)),
        ([schedule(Cadence("HOURLY", 2, (), None, ("01:10", "01:20")), "1 day")], (None, 0, 0, 0)),
        ([], (None, 0, 0, 0)),
        (
            [schedule(OFFICE_HOURS, "1 day"), schedule(Cadence("DAILY", 1, (), "01:30"), "1 day")],
            (7.5 / 24, 12, 10 / 24, 0),
        ),
        ([schedule(OFFICE_HOURS, "1 day"), schedule(Cadence("WEEKLY", 1), "1 week")], (14 / 24, 12, 10 / 24, 0)),
        ([schedule(Cadence("WEEKLY", 1, (day,)), "1 week") for day in (0, 2)], (5, 2, 0, 0)),
    ],
)
def test_figures_by_hand(given_schedules, expected):
    assert told(*given_schedules) == pytest.approx(expected)


def test_the_night_gap_grows_by_the_hour_that_a_clock_change_adds():
    assert told(schedule(Cadence("DAILY", 1, (), "01:30"), "1 week"), zone=NEW_YORK)[0] == 25 / 24


@pytest.mark.parametrize("part", ["cadence", "keep", "lock"])
def test_an_unknown_part_leaves_no_figures(part):
    parts = {"cadence": known(OFFICE_HOURS), "keep": ABSENT, "lock": ABSENT, part: UNKNOWN}
    blind = Schedule(known(1), "", **parts, source=ABSENT, consistency=ABSENT, pre_script=ABSENT, post_script=ABSENT)

    assert figures([schedule(OFFICE_HOURS, "1 day"), blind], NOW, UTC_ZONE) is None


rhythms = st.one_of(
    st.builds(Cadence, st.just("HOURLY"), st.integers(1, 24), window=st.just(("05:00", "21:30")) | st.none()),
    st.builds(Cadence, st.just("DAILY"), st.integers(1, 5), start_time=st.sampled_from([None, "14:00"])),
    st.builds(Cadence, st.just("WEEKLY"), st.integers(1, 2), st.sampled_from([(), (2, 6)])),
    st.builds(Cadence, st.just("MONTHLY"), st.integers(1, 2), st.sampled_from([(), (0, 15), (31,)])),
)
periods = st.sampled_from(["9 hours", "3 days", "5 weeks", "1 month", "2 months", None])
schedules = st.builds(schedule, rhythms, periods, periods)
days = st.integers(0, 330).map(lambda number: NOW + timedelta(days=number))


def single_points(given_schedules, start, until):
    numbered = [
        schedule(s.cadence.value, str(s.keep.value or ""), str(s.lock.value or ""), n) for n, s in given_schedules
    ]
    tiers = known((Tier(known("SNAPSHOT"), ABSENT, known(tuple(numbered))),))
    return recovery_points(tiers, start, until, UTC_ZONE)


@settings(max_examples=25, deadline=None)
@given(
    given_schedules=st.lists(schedules, min_size=1, max_size=2),
    start=days,
    waits=st.lists(st.integers(0, 3000), max_size=6),
)
def test_what_is_held_is_what_a_count_of_each_point_gives(given_schedules, start, waits):
    moments = [start + timedelta(hours=wait) for wait in waits]
    points = single_points(list(enumerate(given_schedules, start=1)), start, start + timedelta(hours=3000))

    expected = [sum(p.at <= moment and (p.goes is None or p.goes > moment) for p in points) for moment in moments]

    assert held_on(given_schedules, start, moments, UTC_ZONE) == expected


@settings(max_examples=25, deadline=None)
@given(
    rhythm=rhythms,
    keep=periods.filter(bool),
    lock=periods,
    now=days,
    waits=st.lists(st.integers(-50, 1500), max_size=6),
)
def test_what_is_left_is_what_a_count_of_each_point_gives(rhythm, keep, lock, now, waits):
    # A rhythm that is counted from a day long ago is in the same phase today when it runs in each of its units.
    one = schedule(Cadence(rhythm.recurrence, 1, rhythm.on, rhythm.start_time, rhythm.window), keep, lock)
    moments = [now + timedelta(hours=wait) for wait in waits]
    begin = now - timedelta(days=99)
    points = [p for p in single_points([(1, one)], begin, now) if p.at > begin]

    expected = [sum(p.goes > max(moment, now) for p in points) for moment in moments]

    assert left_on([one], now, moments, UTC_ZONE) == expected


@settings(max_examples=25, deadline=None)
@given(rhythm=rhythms, keep=periods.filter(bool), lock=periods, now=days)
def test_figures_never_promise_more_than_there_is_just_after_a_copy(rhythm, keep, lock, now):
    one = schedule(Cadence(rhythm.recurrence, 1, rhythm.on, rhythm.start_time, rhythm.window), keep, lock)
    found = figures([one], now, UTC_ZONE)
    points = single_points([(1, one)], now - timedelta(days=190), now + timedelta(days=70))[1:]
    last = points[-1].at
    there = [p for p in points if p.goes > last]

    assert found.held <= len(there)
    assert found.oldest <= last - there[0].at
    assert max(later.at - p.at for p, later in pairwise(points)) <= found.worst_gap


@settings(max_examples=20, deadline=None)
@given(rhythm=rhythms, keep=periods.filter(lambda text: text in (None, "9 hours", "3 days", "5 weeks")), now=days)
def test_the_day_on_which_somebody_asks_is_no_matter(rhythm, keep, now):
    if rhythm.recurrence != "MONTHLY":
        assert told(schedule(rhythm, keep), now=now)[:2] == told(schedule(rhythm, keep))[:2]


def test_what_never_expires_is_counted_for_the_horizon():
    for_ever = schedule(Cadence("DAILY", 1))

    assert left_on([for_ever], NOW, [NOW, NOW + timedelta(days=2000)], UTC_ZONE) == [HORIZON.days] * 2
    assert held_on([for_ever], NOW, [NOW + timedelta(days=2000)], UTC_ZONE) == [2001]


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(ValueError, match="the end lies before the beginning"):
        recovery_points(known(()), NOW, NOW - timedelta(seconds=1), UTC_ZONE)
    with pytest.raises(ValueError, match="need a zone"):
        recovery_points(known(()), NOW.replace(tzinfo=None), NOW, UTC_ZONE)


def test_pictures_of_long_lists_count_every_minute_of_years():
    moments = [NOW + timedelta(days=day) for day in range(400)]
    every_minute = schedule(Cadence("BY_MINUTES", 1), "7 years", "1 month")

    held = held_on([every_minute], NOW, moments, UTC_ZONE)
    left = left_on([every_minute], NOW, moments, UTC_ZONE)

    assert held[-1] == 399 * 1440 + 1
    assert left[0] == (datetime(2026, 7, 1, tzinfo=UTC) - datetime(2019, 7, 1, tzinfo=UTC)).days * 1440
