"""What a job really does is the policy with its own overrides on top; what cannot be told is unknown, never absent."""

import copy

import pytest

from glbr.protection.cadence import Cadence
from glbr.protection.effective import tiers_of
from glbr.protection.period import Period

UNKNOWN = object()
SCRIPT = {"host_id": "h-1", "path": "/opt/quiesce", "params": "--now"}
POLICY = {
    "protections": [
        {"id": "t-1", "type": "SNAPSHOT", "schedules": [{"schedule_id": 1, "expire_after": "2 days"}]},
        {
            "id": "t-2",
            "type": "BACKUP",
            "protection_store_id": "s-1",
            "schedules": [
                {
                    "schedule_id": 2,
                    "name": "daily",
                    "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "01:30"},
                    "expire_after": "2 weeks",
                    "lock_for": "1 week",
                    "source_protection_schedule_id": 1,
                    "pre_script_info": SCRIPT,
                }
            ],
        },
    ]
}


def overrides(tier="t-2", number=2, store=None, **values):
    schedules = [{"schedule_id": number, **values}] if values else []
    return {"protections": [{"id": tier, "protection_store_id": store, "schedules": schedules}]}


def backup(policy=POLICY, own=None):
    """The backup tier and its schedule."""
    tier = tiers_of(policy, own).value[1]
    return tier, tier.known_schedules()[0]


def test_a_policy_is_read_as_it_stands():
    tier, schedule = backup()

    assert (tier.kind.value, tier.store.value, tier.path) == ("BACKUP", "s-1", ("protections", 1))
    assert schedule.label == "daily (schedule 2)"
    assert schedule.cadence.value == Cadence("DAILY", 1, (), "01:30")
    assert (schedule.keep.value, schedule.lock.value) == (Period(2, "WEEKS"), Period(1, "WEEKS"))
    assert (schedule.source.value, schedule.path) == (1, ("protections", 1, "schedules", 0))
    assert schedule.consistency.is_absent
    assert schedule.post_script.is_absent
    assert tiers_of(POLICY).value[0].store.is_absent


def test_a_job_has_the_last_word():
    own = overrides(
        store="s-2", expire_after="8 weeks", consistency="APPLICATION", pre_script_info={"params": "--later"}
    )

    tier, schedule = backup(own=own)

    assert (tier.store.value, tier.store.origin) == ("s-2", "job")
    assert (schedule.keep.value, schedule.keep.origin) == (Period(8, "WEEKS"), "job")
    assert (schedule.lock.value, schedule.lock.origin) == (Period(1, "WEEKS"), "policy")
    assert schedule.consistency.value == "APPLICATION"
    assert schedule.pre_script.value is not None
    assert schedule.pre_script.value.startswith("h-1 /opt/quiesce arguments ")
    assert "--later" not in schedule.pre_script.value


def test_while_the_id_of_a_tier_is_unknown_its_schedules_tell_which_one_it_is():
    own = overrides(tier=UNKNOWN, store="s-2", lock_for="3 days")

    tier, schedule = backup(own=own)

    assert tier.store.value == "s-2"
    assert schedule.lock.value == Period(3, "DAYS")
    assert tiers_of(POLICY, own).value[0].store.is_absent


@pytest.mark.parametrize(
    "own",
    [
        UNKNOWN,
        {"protections": UNKNOWN},
        {"protections": [UNKNOWN]},
        overrides(number=UNKNOWN, lock_for="3 days"),
        {"protections": [{"id": "t-2", "schedules": UNKNOWN}]},
        {"protections": [{"id": "t-2", "schedules": [UNKNOWN]}]},
        overrides(tier=UNKNOWN, store="s-2"),
    ],
)
def test_what_unknown_overrides_may_be_about_is_unknown(own):
    tier, schedule = backup(own=own)

    assert tier.store.is_unknown
    assert all(one.is_unknown for one in (schedule.keep, schedule.lock, schedule.consistency, schedule.pre_script))
    # What no job can override stays known.
    assert schedule.cadence.is_known
    assert schedule.post_script.is_absent
    assert tiers_of(POLICY, own).value[0].store.is_absent


def test_a_schedule_of_unknown_number_may_be_the_one_that_is_overridden():
    policy = copy.deepcopy(POLICY)
    policy["protections"][1]["schedules"][0]["schedule_id"] = UNKNOWN

    assert backup(policy)[1].lock.is_known
    assert backup(policy, overrides(lock_for="3 days"))[1].lock.is_unknown


@pytest.mark.parametrize("name", ["expire_after", "lock_for"])
@pytest.mark.parametrize("value", [UNKNOWN, "soon"])
def test_an_unreadable_period_is_unknown(name, value):
    policy = copy.deepcopy(POLICY)
    policy["protections"][1]["schedules"][0][name] = value
    schedule = backup(policy)[1]

    assert {"expire_after": schedule.keep, "lock_for": schedule.lock}[name].is_unknown
    assert backup(own=overrides(**{name: value}))[1].label == "daily (schedule 2)"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("1 fortnight", "not understood: '1 fortnight'"),
        ("x" * 31, f"not understood: '{'x' * 30}…'"),
        ("1\x1b[2Jday", "not understood: '1\ufffd[2Jday'"),
        (14, "not understood: 14"),
        (UNKNOWN, "known only after the apply"),
        ("${var.lock}", "known only after the apply"),
    ],
)
def test_a_period_that_nobody_understands_is_told_as_it_is_written(value, told):
    schedule = backup(own=overrides(lock_for=value))[1]

    assert str(schedule.lock) == str(schedule.lock.said_by("job").map(str)) == told
    assert schedule.lock.origin == "job"


def test_an_unknown_tier_or_schedule_stands_in_its_place():
    tiers = tiers_of({"protections": [UNKNOWN, {"type": "SNAPSHOT", "schedules": [UNKNOWN, {"schedule_id": 2}]}]}).value

    assert tiers[0].kind.is_unknown
    assert tiers[0].schedules.is_unknown
    blind, known = tiers[1].known_schedules()
    assert blind.number.is_unknown
    assert blind.keep.is_unknown
    assert blind.label == "a schedule"
    assert known.keep.is_absent


@pytest.mark.parametrize(("value", "state"), [(None, "absent"), (UNKNOWN, "unknown"), ([], "known")])
def test_a_list_of_tiers_has_three_states(value, state):
    assert tiers_of({"protections": value}).state == state
    assert tiers_of({"protections": [{"schedules": value}]}).value[0].schedules.state == state


def test_equal_tiers_are_equal_wherever_they_stand():
    moved = {"protections": POLICY["protections"][::-1]}

    assert set(tiers_of(moved).value) == set(tiers_of(POLICY).value)
