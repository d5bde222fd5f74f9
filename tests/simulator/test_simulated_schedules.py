"""Copies come and go at hand-computed instants. The clinic stands at Monday 2026-01-05 00:00 UTC."""

import pytest


async def protected(person, schedule, **job):
    """Machine 1 under a policy of one snapshot schedule; gives the id of its job."""
    policy = await person.policy(person.snapshots(schedule))
    return await person.protect(person.vm(1), policy["id"], **job)


async def test_a_new_job_runs_at_once_and_then_at_each_full_hour(person):
    person.advance(minutes=20)

    await protected(person, person.schedule(1, "HOURLY", 1))
    person.advance(hours=2)

    assert await person.copy_times() == ["2026-01-05T00:20", "2026-01-05T01:00", "2026-01-05T02:00"]


async def test_hourly_keeps_to_its_minute_and_its_window(person):
    schedule = person.schedule(1, "HOURLY", 6, on=[30], window=("06:00", "18:30"))

    await protected(person, schedule)
    person.advance(days=1)

    assert await person.copy_times() == [
        "2026-01-05T00:00",
        "2026-01-05T06:30",
        "2026-01-05T12:30",
        "2026-01-05T18:30",
    ]


async def test_a_window_may_cross_midnight(person):
    await protected(person, person.schedule(1, "HOURLY", 4, window=("20:00", "04:00")))
    person.advance(days=1)

    assert (await person.copy_times())[1:] == ["2026-01-05T04:00", "2026-01-05T20:00", "2026-01-06T00:00"]


async def test_minutes_are_counted_from_midnight(person):
    await protected(person, person.schedule(1, "BY_MINUTES", 25))
    person.advance(minutes=80)

    assert (await person.copy_times())[1:] == ["2026-01-05T00:25", "2026-01-05T00:50", "2026-01-05T01:15"]


async def test_every_other_day_is_counted_from_the_day_of_the_job(person):
    person.advance(hours=12)

    await protected(person, person.schedule(1, "DAILY", 2, start="01:30"))
    person.advance(days=5)

    assert await person.copy_times() == ["2026-01-05T12:00", "2026-01-07T01:30", "2026-01-09T01:30"]


async def test_every_other_week_runs_on_its_weekdays(person):
    await protected(person, person.schedule(1, "WEEKLY", 2, on=[0, 5], start="03:00"))
    person.advance(days=29)

    assert (await person.copy_times())[1:] == [
        "2026-01-05T03:00",
        "2026-01-10T03:00",
        "2026-01-19T03:00",
        "2026-01-24T03:00",
        "2026-02-02T03:00",
    ]


async def test_day_zero_is_the_last_of_the_month(person):
    await protected(person, person.schedule(1, "MONTHLY", 1, on=[0], start="22:00"))
    person.advance(days=120)

    assert (await person.copy_times())[1:] == [
        "2026-01-31T22:00",
        "2026-02-28T22:00",
        "2026-03-31T22:00",
        "2026-04-30T22:00",
    ]


async def test_a_month_without_the_31st_is_left_out(person):
    await protected(person, person.schedule(1, "MONTHLY", 1, on=[31]))
    person.advance(days=120)

    assert (await person.copy_times())[1:] == ["2026-01-31T00:00", "2026-03-31T00:00"]


async def test_every_third_month_is_counted_from_the_month_of_the_job(person):
    await protected(person, person.schedule(1, "MONTHLY", 3, on=[7]))
    person.advance(days=200)

    assert (await person.copy_times())[1:] == ["2026-01-07T00:00", "2026-04-07T00:00", "2026-07-07T00:00"]


async def test_start_time_is_local_to_the_data_orchestrator(person_with):
    async with person_with(time_zone="America/New_York") as person:
        await protected(person, person.schedule(1, "DAILY", 1, start="00:00"))
        # New York leaves winter time on 2026-03-08: midnight is 05:00Z before and 04:00Z after.
        person.advance(days=65)

        times = await person.copy_times()

    assert times[-4:] == ["2026-03-07T05:00", "2026-03-08T05:00", "2026-03-09T04:00", "2026-03-10T04:00"]


async def test_a_job_may_take_effect_later(person):
    await protected(person, person.schedule(1, "HOURLY", 12), effectiveFromDateTime="2026-01-06T05:00:00Z")

    person.advance(days=2)

    assert await person.copy_times() == ["2026-01-06T05:00", "2026-01-06T12:00", "2026-01-07T00:00"]


async def test_the_first_run_can_be_switched_off(person):
    person.switch(first_run=False)

    await protected(person, person.schedule(1, "HOURLY", 1))
    person.advance(hours=1)

    assert await person.copy_times() == ["2026-01-05T01:00"]


async def test_copies_go_when_their_time_is_over(person):
    await protected(person, person.schedule(1, "HOURLY", 1, expireAfter=person.period(3, "HOURS")))

    person.advance(hours=10)

    assert await person.copy_times() == ["2026-01-05T08:00", "2026-01-05T09:00", "2026-01-05T10:00"]


@pytest.mark.parametrize(
    ("day", "value", "unit", "gone"),
    [
        (26, 1, "MONTHS", "2026-02-28"),  # made on 31 January
        (26, 13, "MONTHS", "2027-02-28"),
        (26, 1, "YEARS", "2027-01-31"),
        (4, 2, "WEEKS", "2026-01-23"),
    ],
)
async def test_months_and_years_are_calendar_steps(person, day, value, unit, gone):
    person.advance(days=day)

    await protected(person, person.schedule(1, "MONTHLY", 12, expireAfter=person.period(value, unit)))

    assert (await person.copies())[0]["expiresAt"][:10] == gone


async def test_a_lock_longer_than_the_retention_delays_the_expiry(person):
    times = {"expireAfter": person.period(1, "DAYS"), "lockFor": person.period(3, "DAYS")}
    await protected(person, person.schedule(1, "MONTHLY", 12, **times))

    person.advance(days=2)
    held = await person.copies()
    person.advance(days=1)

    assert [copy["lockedUntil"][:10] for copy in held] == ["2026-01-08"]
    assert await person.copies() == []


async def test_one_long_step_makes_the_same_copies_as_many_short_ones(person, person_with):
    schedule = person.schedule(1, "HOURLY", 5, expireAfter=person.period(9, "DAYS"))
    await protected(person, schedule)
    person.advance(days=40)
    in_one = await person.copies()

    async with person_with() as other:
        await protected(other, schedule)
        for _ in range(120):
            other.advance(hours=8)
        in_many = await other.copies()

    assert [(copy["id"], copy["pointInTime"]) for copy in in_many] == [
        (copy["id"], copy["pointInTime"]) for copy in in_one
    ]


async def chained(person):
    """Machine 1: hourly snapshots, and a backup at 01:30 that copies on them."""
    store = await person.store()
    policy = await person.policy(
        person.snapshots(person.schedule(1, "HOURLY", 1)),
        person.backups(store, person.schedule(2, "DAILY", 1, start="01:30", sourceProtectionScheduleId=1)),
    )
    return await person.protect(person.vm(1), policy["id"])


async def test_a_chained_schedule_runs_its_source_first(person):
    await chained(person)

    person.advance(hours=2)

    assert await person.copy_times() == [
        "2026-01-05T00:00",
        "2026-01-05T01:00",
        "2026-01-05T01:30",
        "2026-01-05T02:00",
    ]
    assert await person.copy_times(1, "backups") == ["2026-01-05T00:00", "2026-01-05T01:30"]


async def test_a_chained_schedule_can_use_the_newest_copy_instead(person):
    person.switch(chained_runs="use_newest")

    await chained(person)
    person.advance(hours=2)

    assert await person.copy_times() == ["2026-01-05T00:00", "2026-01-05T01:00", "2026-01-05T02:00"]
    assert await person.copy_times(1, "backups") == ["2026-01-05T00:00", "2026-01-05T01:30"]


async def test_a_patched_policy_changes_later_copies_only(person):
    schedule = person.schedule(1, "DAILY", 1, start="12:00", expireAfter=person.period(9, "DAYS"))
    policy = await person.policy(person.snapshots(schedule))
    await person.protect(person.vm(1), policy["id"])

    shorter = {**schedule, "expireAfter": person.period(2, "DAYS")}
    tier = {"id": policy["protections"][0]["id"], "schedules": [shorter]}
    await person.patch(f"/backup-recovery/v1beta1/protection-policies/{policy['id']}", {"protections": [tier]})
    person.advance(days=1)

    assert [copy["expiresAt"][:10] for copy in await person.copies()] == ["2026-01-14", "2026-01-07"]
