"""A rhythm is read, told in words, and counted; what cannot be known of it is unknown as a whole."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glbr.protection.cadence import Cadence
from glbr.protection.instants import DAY, Instants
from glbr.protection.setting import known

UNKNOWN = object()
UTC_ZONE = ZoneInfo("UTC")
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 1, 5, tzinfo=UTC)


def tree(recurrence, every=1, on=None, start=None, window=None):
    hours = {"active_from_time": window[0], "active_until_time": window[1]} if window else None
    interval = {"every": every, "on": on}
    return {"recurrence": recurrence, "repeat_interval": interval, "start_time": start, "active_time": hours}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (tree("BY_MINUTES", 15), "every 15 minutes"),
        (tree("BY_MINUTES"), "every minute"),
        (tree("HOURLY"), "every hour"),
        (tree("HOURLY", 4), "every 4 hours"),
        (tree("HOURLY", 4, window=("16:15", "20:15")), "every 4 hours, 16:15 to 20:15 UTC"),
        (tree("HOURLY", 4, [15]), "every 4 hours at minute 15"),
        (tree("HOURLY", 1, [30, 0]), "every hour at minutes 0 and 30"),
        (tree("DAILY", start="01:30"), "daily at 01:30"),
        (tree("DAILY", 2, start="01:30"), "every 2 days at 01:30"),
        (tree("WEEKLY", 1, [5], "03:00"), "weekly on Saturday at 03:00"),
        (tree("WEEKLY", 2, [3, 0], "03:00"), "every 2 weeks on Monday and Thursday at 03:00"),
        (tree("WEEKLY"), "weekly on Monday at 00:00"),
        (tree("MONTHLY", 1, [0]), "monthly on the last day at 00:00"),
        (tree("MONTHLY", 3, [22, 1, 0]), "every 3 months on the 1st, the 22nd and the last day at 00:00"),
    ],
)
def test_a_rhythm_is_told_in_words(written, words):
    assert str(Cadence.of(written).value) == words


@pytest.mark.parametrize(
    ("usual", "spelled_out"),
    [
        (tree("HOURLY", 4), tree("HOURLY", 4, [0, 0], window=("00:00", "23:59"))),
        (tree("DAILY"), tree("DAILY", 1, [], "00:00")),
        (tree("WEEKLY"), tree("WEEKLY", 1, [0], "00:00")),
        (tree("MONTHLY"), {"recurrence": "MONTHLY", "repeat_interval": {"every": 1, "on": [1]}}),
        (tree("HOURLY"), tree("HOURLY", start="00:00")),
    ],
)
def test_equal_rhythms_are_equal_however_they_are_written(usual, spelled_out):
    assert Cadence.of(usual) == Cadence.of(spelled_out)
    assert Cadence.of(usual).is_known


@pytest.mark.parametrize(
    "written",
    [
        UNKNOWN,
        {},
        tree(UNKNOWN),
        tree("YEARLY"),
        tree("DAILY", UNKNOWN),
        tree("DAILY", True),
        tree("DAILY", 0),
        tree("HOURLY", 25),
        tree("WEEKLY", 1, UNKNOWN),
        tree("WEEKLY", 1, [1, UNKNOWN]),
        tree("WEEKLY", 1, [1, 7]),
        tree("DAILY", start=UNKNOWN),
        tree("DAILY", start="25:00"),
        tree("HOURLY", window=("16:00", UNKNOWN)),
        {"recurrence": "DAILY", "repeat_interval": UNKNOWN},
        {**tree("HOURLY"), "active_time": UNKNOWN},
    ],
)
def test_a_rhythm_is_unknown_when_a_part_of_it_is(written):
    assert Cadence.of(written).is_unknown


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (tree("YEARLY"), "not understood: 'YEARLY'"),
        (tree("DAILY", 0), "not understood: DAILY every 0"),
        (tree("DAILY", "x"), "not understood: every 'x'"),
        (tree("WEEKLY", 1, [1, 7]), "not understood: WEEKLY on 7"),
        (tree("DAILY", start="25:00"), "not understood: start time '25:00'"),
        (tree("HOURLY", window=("16:00", "x")), "not understood: active time 'x'"),
        (tree("DAILY", "${var.every}"), "known only after the apply"),
        (tree("WEEKLY", 1, [1, UNKNOWN]), "known only after the apply"),
        (tree("HOURLY", window=("16:00", UNKNOWN)), "known only after the apply"),
        (tree(UNKNOWN), "known only after the apply"),
    ],
)
def test_what_is_written_and_not_understood_is_told(written, told):
    assert str(Cadence.of(written)) == told


def test_no_rhythm_is_absent():
    assert Cadence.of(None).is_absent


def test_a_start_time_follows_the_clocks_of_its_zone():
    cadence = Cadence("DAILY", 1, (), "02:30")
    start = datetime(2026, 3, 6, tzinfo=UTC)

    runs = cadence.between(start, start, datetime(2026, 3, 10, tzinfo=UTC), NEW_YORK)

    # There is no 02:30 on 8 March: the run comes one hour later by the clock.
    assert [f"{run:%d %H:%M}" for run in runs] == ["06 07:30", "07 07:30", "08 07:30", "09 06:30"]


def test_nothing_runs_before_the_job_takes_effect():
    cadence = Cadence("HOURLY", 6)

    runs = cadence.between(MONDAY, MONDAY - timedelta(days=3), MONDAY + timedelta(hours=12), UTC_ZONE)

    assert runs == [MONDAY + timedelta(hours=6), MONDAY + timedelta(hours=12)]


def test_a_day_that_no_month_of_the_rhythm_has_never_comes():
    cadence = Cadence("MONTHLY", 12, (30,))
    february = datetime(2026, 2, 1, tzinfo=UTC)

    assert cadence.between(february, february, datetime(9999, 1, 1, tzinfo=UTC), UTC_ZONE) == []


cadences = st.one_of(
    st.builds(Cadence, st.just("BY_MINUTES"), st.integers(7, 60)),
    st.builds(Cadence, st.just("HOURLY"), st.integers(1, 24), st.just((10, 40)), window=st.just(("22:00", "05:40"))),
    st.builds(Cadence, st.just("DAILY"), st.integers(1, 40), start_time=st.sampled_from(["00:00", "02:30", "23:59"])),
    st.builds(Cadence, st.just("WEEKLY"), st.integers(1, 5), st.sampled_from([(), (0, 3), (1, 5, 6)])),
    st.builds(Cadence, st.just("MONTHLY"), st.integers(1, 14), st.sampled_from([(), (0, 28), (30, 31)])),
)
moments = st.integers(-400 * DAY, 400 * DAY).map(lambda offset: int(MONDAY.timestamp()) + offset)


@settings(max_examples=150, deadline=None)
@given(cadence=cadences, moment=moments, days=st.integers(0, 90), zone=st.sampled_from([UTC_ZONE, NEW_YORK]))
def test_counting_gives_as_many_as_listing(cadence, moment, days, zone):
    instants = Instants(cadence, int(MONDAY.timestamp()), zone)
    until = moment + days * DAY + 12345

    listed = instants.between(moment, until)

    assert instants.number(moment, until) == len(listed)
    assert instants.first(moment, until) == (listed[0] if listed else None)
    assert listed == sorted(set(listed))


def test_reading_gives_what_was_written():
    written = tree("MONTHLY", 2, [31, 0], "03:15")

    assert Cadence.of(written) == known(Cadence("MONTHLY", 2, (0, 31), "03:15"))
