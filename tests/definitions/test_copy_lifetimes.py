"""Copies that people ask for: how long they live is written as a period, and told and changed by HPE as a moment."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glbr.definition import UNKNOWN
from glbr.definition.tree import Unknown
from glbr.protection.period import UNITS, Period
from glbr.resources import definition, managed
from glbr.views.rest_body import create_body, update_body
from glbr.views.state import state_from
from glbr.views.terraform_schema import resource_schema

SNAPSHOT = managed()["volume_protection_group_snapshot"]
BACKUP = managed()["volume_protection_group_backup"]
MADE = "2026-01-31T12:00:00.5Z"
TOLD = {"id": "s-1", "name": "before", "createdAt": MADE, "pointInTime": "2026-01-31T11:58:00Z"}
PRIOR = dict.fromkeys(resource_schema(SNAPSHOT)) | {
    "id": "s-1",
    "volume_protection_group_id": "g-1",
    "name": "before",
    "created_at": MADE,
    "point_in_time": "2026-01-31T11:58:00Z",
}
STEADY = settings(deadline=None, database=None, max_examples=100)
STARTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is given beside
PERIODS = st.builds(Period, st.integers(1, 400), st.sampled_from(UNITS))


def read(written: object, expires: str | None) -> object:
    """What the state says of the life of a copy that HPE tells to expire then."""
    reply = TOLD | ({"expiresAt": expires} if expires else {})
    return state_from(SNAPSHOT, reply, PRIOR | {"expire_after": written})["expire_after"]


def sent(prior: dict[str, object], **changed: object) -> dict[str, object]:
    """What HPE is sent for a change."""
    before = PRIOR | prior
    planned = before | changed
    return update_body(SNAPSHOT, SNAPSHOT.update(before, planned, {}), planned)


@pytest.mark.parametrize(
    ("written", "expires"),
    [
        ("2 weeks", "2026-02-14T12:00:00.5Z"),
        ("14 days", "2026-02-14T12:00:00Z"),
        ("1 month", "2026-02-28T12:00:00Z"),
        ("1 year", "2027-01-31T12:59:00Z"),
        ("36 hours", "2026-02-02T00:00:00.000000000Z"),
        ("1 week", "2026-02-07T11:58:00Z"),
        ("1 week", "2026-02-07T11:02:00Z"),
        ("1 week", "2026-02-07T12:00:00"),
    ],
)
def test_a_period_stays_as_it_was_written_while_it_leads_to_the_moment_that_hpe_tells(
    written: str, expires: str
) -> None:
    assert read(written, expires) == written


@pytest.mark.parametrize(
    ("written", "expires", "found"),
    [
        ("2 weeks", "2026-02-21T12:00:00Z", "3 weeks"),
        ("2 weeks", "2026-02-15T12:10:00Z", "15 days"),
        ("2 weeks", "2026-02-15T17:00:00Z", "365 hours"),
        ("1 month", "2026-03-03T12:00:00Z", "31 days"),
        (None, "2026-02-14T12:00:00Z", "2 weeks"),
        (UNKNOWN, "2026-02-14T12:00:00Z", "2 weeks"),
        ("2 weeks", None, None),
        (None, None, None),
        (UNKNOWN, None, None),
        ("2 weeks", "2026-01-31T11:00:00Z", None),
        (None, "2026-01-31T11:00:00Z", None),
        ("99999 years", "2026-02-14T12:00:00Z", "2 weeks"),
    ],
)
def test_another_end_shows_as_the_period_that_leads_to_it(written: object, expires: str | None, found: object) -> None:
    assert read(written, expires) == found


def test_an_import_tells_periods_that_lead_to_the_moments() -> None:
    reply = TOLD | {"expiresAt": "2026-03-02T12:00:00.5Z", "lockedUntil": "2026-02-01T18:00:00.5Z"}

    state = state_from(SNAPSHOT, reply, None)

    assert (state["expire_after"], state["lock_for"]) == ("30 days", "30 hours")
    assert (state["expires_at"], state["locked_until"]) == (reply["expiresAt"], reply["lockedUntil"])


def test_without_knowing_when_a_copy_was_made_its_period_stays_as_it_was_written() -> None:
    reply = {"id": "s-1", "name": "before", "expiresAt": "2026-03-02T12:00:00Z"}

    known = state_from(SNAPSHOT, reply, PRIOR | {"expire_after": "1 week"})
    imported = state_from(SNAPSHOT, reply, None)

    assert (known["expire_after"], imported["expire_after"]) == ("1 week", None)


def test_a_creation_sends_periods() -> None:
    planned = PRIOR | {"expire_after": "2 weeks", "lock_for": "1 day", "expires_at": UNKNOWN}

    body = create_body(SNAPSHOT, planned, planned)

    assert body == {
        "name": "before",
        "expireAfter": {"value": 2, "unit": "WEEKS"},
        "lockFor": {"value": 1, "unit": "DAYS"},
    }


def test_a_change_sends_the_moments_at_which_the_new_periods_end() -> None:
    body = sent(
        {"expire_after": "2 weeks", "lock_for": "1 week"}, name="after", expire_after="1 month", lock_for="10 days"
    )

    assert body == {
        "name": "after",
        "expiresAt": "2026-02-28T12:00:00.500000Z",
        "lockedUntil": "2026-02-10T12:00:00.500000Z",
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [("1 month", "28 days"), ("28 days", "4 weeks"), ("1 year", "12 months"), ("2 weeks", None), ("2 weeks", UNKNOWN)],
)
def test_a_change_that_ends_at_the_same_moment_sends_nothing(before: str, after: str | Unknown | None) -> None:
    prior = PRIOR | {"expire_after": before}

    update = SNAPSHOT.update(prior, prior | {"expire_after": after}, {})

    assert not update.sends


def test_a_note_that_is_taken_away_is_cleared_and_periods_are_left_alone() -> None:
    body = sent({"description": "before the upgrade", "expire_after": "2 weeks"}, description=None)

    assert body == {"description": ""}


def test_a_period_cannot_be_changed_while_hpe_does_not_tell_when_the_copy_was_made() -> None:
    prior = PRIOR | {"created_at": None, "point_in_time": None, "lock_for": "1 day"}

    update = SNAPSHOT.update(prior, prior | {"lock_for": "2 days"}, {})

    assert update.replace == (("lock_for",),)
    assert "when the copy was made" in update.reason


def test_a_lock_that_outlasts_the_copy_is_refused() -> None:
    (problem,) = SNAPSHOT.problems(PRIOR | {"expire_after": "1 week", "lock_for": "8 days"})

    assert problem.path == ("lock_for",)


def test_a_period_beyond_the_calendar_is_refused() -> None:
    (problem,) = SNAPSHOT.problems(PRIOR | {"expire_after": "9000 years"})

    assert problem.path == ("expire_after",)
    assert "beyond the year 9999" in problem.detail


@pytest.mark.parametrize("period", ["soon", "2 fortnights", UNKNOWN, None])
def test_what_is_no_period_is_left_to_the_check_of_periods(period: object) -> None:
    assert list(SNAPSHOT.problems(PRIOR | {"expire_after": period, "lock_for": "1 day"})) == []


@STEADY
@given(STARTS, PERIODS)
def test_every_period_survives_being_told_as_a_moment(start: datetime, period: Period) -> None:
    told = {"id": "s-1", "createdAt": start.isoformat(), "expiresAt": period.after(start).isoformat()}

    kept = state_from(SNAPSHOT, told, PRIOR | {"expire_after": str(period)})["expire_after"]
    derived = state_from(SNAPSHOT, told, None)["expire_after"]

    assert kept == str(period)
    assert Period.parse(str(derived)).after(start) == period.after(start)


@STEADY
@given(STARTS, st.timedeltas(timedelta(0), timedelta(days=4000)))
def test_a_derived_period_ends_within_half_an_hour_of_the_moment(start: datetime, length: timedelta) -> None:
    found = Period.between(start, start + length)

    assert found is not None or length <= timedelta(minutes=30)
    if found is not None:
        assert abs(found.after(start) - start - length) <= timedelta(minutes=30)
        assert found.unit in ("HOURS", "DAYS", "WEEKS")


@pytest.mark.parametrize(
    ("told", "written", "kind"),
    [
        ({"id": "s-1", "copyType": "SNAPSHOT"}, None, "SNAPSHOT"),
        ({"id": "s-1", "copyType": "SNAPSHOT", "type": "backup-recovery/something-else"}, None, "SNAPSHOT"),
        ({"id": "s-1", "type": "backup-recovery/volume-protection-group-snapshot"}, None, "SNAPSHOT"),
        ({"id": "s-1", "type": "/backup-recovery/volume-protection-group-backups"}, None, "BACKUP"),
        ({"id": "s-1", "type": "BACKUP"}, None, "BACKUP"),
        ({"id": "s-1"}, {"id": "s-1", "type": "BACKUP"}, "BACKUP"),
        (None, {"id": "s-1", "type": "SNAPSHOT"}, "SNAPSHOT"),
    ],
)
def test_the_source_of_a_backup_keeps_its_kind_wherever_hpe_tells_it(
    told: dict[str, str] | None, written: dict[str, str] | None, kind: str
) -> None:
    prior = None if written is None else dict.fromkeys(resource_schema(BACKUP)) | {"source_copy_info": written}

    state = state_from(BACKUP, {"id": "b-1", "sourceCopyInfo": told}, prior)

    assert state["source_copy_info"] == {"id": "s-1", "type": kind}


@pytest.mark.parametrize("told", [7, "7"])
def test_the_memory_of_a_copied_machine_is_a_number_however_hpe_writes_it(told: object) -> None:
    machine = definition("virtual_machine_snapshot").fields()["vm_config_info"].block
    assert machine is not None
    compute = machine.fields()["compute_info"].block
    assert compute is not None

    plain = compute.fields()["memory_size_in_mib"].plain

    assert plain is not None
    assert plain.from_api(told) == 7
