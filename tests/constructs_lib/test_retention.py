"""How long copies live and stay locked, and what of it makes no sense."""

import pytest

from glbr.protection.period import Period
from glbr_constructs import Daily, Retention


def test_a_retention_reads_as_a_sentence() -> None:
    retention = Retention.keep(weeks=2).lock(weeks=1)

    assert (retention.kept_for, retention.locked_for) == (Period(2, "WEEKS"), Period(1, "WEEKS"))
    assert str(retention) == "kept 2 weeks, locked 1 week"
    assert str(Retention.for_ever()) == "kept for ever"


@pytest.mark.parametrize(
    ("retention", "sentence"),
    [
        (Retention.two_days(), "kept 2 days"),
        (Retention.two_weeks(), "kept 2 weeks"),
        (Retention.five_weeks(), "kept 5 weeks"),
        (Retention.six_months(), "kept 6 months"),
        (Retention.thirteen_months(), "kept 13 months"),
        (Retention.seven_years().lock(years=1), "kept 7 years, locked 1 year"),
        (Retention.for_ever().lock(days=30), "kept for ever, locked 30 days"),
    ],
)
def test_a_named_retention_is_what_its_name_says(retention: Retention, sentence: str) -> None:
    assert str(retention) == sentence


def test_a_schedule_takes_a_retention_and_can_change_it() -> None:
    schedule = Daily.at("01:30").retain(Retention.six_months().lock(months=1))

    assert str(schedule.keep(months=3)) == "daily at 01:30, kept 3 months, locked 1 month"
    assert schedule.retain(Retention.two_days()) == Daily.at("01:30").keep(days=2)


def test_the_order_of_keep_and_lock_means_nothing() -> None:
    assert Daily.at("01:30").lock(weeks=1).keep(weeks=2) == Daily.at("01:30").keep(weeks=2).lock(weeks=1)
