"""How long copies live: how people write it, and which of two lengths can end later."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glbr.protection.period import UNITS, InvalidPeriod, Period

SMALL = {"HOURS": 20_000, "DAYS": 800, "WEEKS": 110, "MONTHS": 26, "YEARS": 3}
PERIODS = st.sampled_from(UNITS).flatmap(lambda unit: st.builds(Period, st.integers(1, SMALL[unit]), st.just(unit)))
ANY = st.builds(Period, st.integers(1, 10**30), st.sampled_from(UNITS))
DAYS = [date(2023, 1, 1) + timedelta(days=day) for day in range(4 * 365 + 1)]
STEADY = settings(deadline=None, database=None, max_examples=60)


def end(period: Period, start: date) -> tuple[date, int]:
    """Day and hour at which a period ends, by the calendar of the standard library."""
    if period.unit in ("HOURS", "DAYS", "WEEKS"):
        hours = period.value * {"HOURS": 1, "DAYS": 24, "WEEKS": 168}[period.unit]
        return start + timedelta(days=hours // 24), hours % 24
    months = start.year * 12 + start.month - 1 + period.value * (12 if period.unit == "YEARS" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1])), 0


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("14 days", 14, "DAYS"),
        ("1 day", 1, "DAYS"),
        ("6 MONTHS", 6, "MONTHS"),
        (" 1 Week ", 1, "WEEKS"),
        ("36hours", 36, "HOURS"),
        ("007 years", 7, "YEARS"),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, value: int, unit: str) -> None:
    assert Period.parse(text) == Period(value, unit)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "'' is not a period"),
        ("soon", "such as '14 days' or '6 months'"),
        ("14", "'14' is not a period"),
        ("1.5 days", "a whole number and a unit"),
        ("-1 days", "a whole number and a unit"),
        ("2 fortnights", "unknown unit 'FORTNIGHTS'; allowed are hours, days, weeks, months and years"),
        ("0 days", "a period of 0 days is empty; the least is 1"),
    ],
)
def test_a_text_that_is_no_period_is_refused_with_what_is_allowed(text: str, told: str) -> None:
    with pytest.raises(InvalidPeriod) as refused:
        Period.parse(text)

    assert told in str(refused.value)


@given(ANY)
@STEADY
def test_a_period_reads_back_as_it_is_written(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(ANY)
@STEADY
def test_a_period_is_taken_in_every_form_people_use(period: Period) -> None:
    forms = (period, str(period), {"value": period.value, "unit": period.unit})

    assert {Period.of(form) for form in forms} == {period}


@pytest.mark.parametrize("written", [{}, {"value": "two", "unit": "DAYS"}, {"value": 2}, {"value": 2, "unit": 7}])
def test_a_mapping_that_is_no_period_is_refused(written: dict[str, object]) -> None:
    with pytest.raises(InvalidPeriod, match="give a whole number as 'value' and a 'unit'"):
        Period.of(written)


@pytest.mark.parametrize(("text", "said"), [("1 DAYS", "1 day"), ("2 day", "2 days"), ("1 year", "1 year")])
def test_a_period_is_shown_in_words(text: str, said: str) -> None:
    assert str(Period.parse(text)) == said


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1 week", "7 days", True),
        ("48 hours", "2 days", True),
        ("12 months", "1 year", True),
        ("1 month", "30 days", False),
        ("1 year", "365 days", False),
        ("1 day", "2 days", False),
    ],
)
def test_two_periods_last_equally_long_only_if_they_always_do(one: str, other: str, same: bool) -> None:
    assert Period.parse(one).lasts_as_long_as(Period.parse(other)) is same
    assert Period.parse(other).lasts_as_long_as(Period.parse(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ("1 month", "30 days", True),
        ("30 days", "1 month", True),
        ("1 month", "31 days", False),
        ("28 days", "1 month", False),
        ("29 days", "1 month", True),
        ("1 year", "365 days", True),
        ("1 year", "366 days", False),
        ("366 days", "1 year", True),
        ("2 weeks", "14 days", False),
        ("337 hours", "2 weeks", True),
        ("13 months", "1 year", True),
    ],
)
def test_a_period_can_outlast_another_if_it_does_from_any_day(one: str, other: str, can: bool) -> None:
    assert Period.parse(one).can_outlast(Period.parse(other)) is can


@given(PERIODS, PERIODS)
@STEADY
def test_outlasting_agrees_with_a_walk_through_four_years(one: Period, other: Period) -> None:
    walked = any(end(one, day) > end(other, day) for day in DAYS)

    assert one.can_outlast(other) is walked


@given(PERIODS, PERIODS)
@STEADY
def test_of_two_periods_that_differ_one_can_outlast_the_other(one: Period, other: Period) -> None:
    outlasts = one.can_outlast(other) or other.can_outlast(one)

    assert outlasts is not one.lasts_as_long_as(other)


@given(PERIODS, st.sampled_from(DAYS))
@STEADY
def test_a_period_ends_on_the_day_the_calendar_says(period: Period, day: date) -> None:
    ended = period.after(datetime.combine(day, time()))

    assert (ended.date(), ended.hour) == end(period, day)


@pytest.mark.parametrize(
    ("start", "text", "expected"),
    [
        ("2024-01-31", "1 month", "2024-02-29"),
        ("2023-01-31", "1 month", "2023-02-28"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2024-10-15", "3 months", "2025-01-15"),
    ],
)
def test_a_day_that_a_month_lacks_becomes_its_last(start: str, text: str, expected: str) -> None:
    assert Period.parse(text).after(datetime.fromisoformat(start)) == datetime.fromisoformat(expected)
