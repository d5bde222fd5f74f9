"""Every contradiction in a policy, a store or a group is told where it stands, with what was given and the cure."""

import copy

import pytest

from glbr.protection.group import database_group_problems, group_problems, volume_group_problems
from glbr.protection.policy import policy_problems
from glbr.protection.problem import Problem, written
from glbr.protection.store import store_problems

Json = dict[str, object]
UNKNOWN = object()
"""A value that only the apply will tell: neither a complaint nor an excuse."""


def cadence(recurrence: str = "DAILY", **more: object) -> Json:
    interval = {name: more.pop(name) for name in ("every", "on") if name in more}
    return {"recurrence": recurrence, "repeat_interval": {"every": 1} | interval, **more}


def entry(number: object, **more: object) -> Json:
    return {"schedule_id": number, "schedule": cadence()} | more


SOUND: Json = {
    "protections": [
        {"type": "SNAPSHOT", "schedules": [entry(1, expire_after="2 days")]},
        {
            "type": "BACKUP",
            "protection_store_id": "s-1",
            "schedules": [entry(2, source_protection_schedule_id=1, expire_after="2 weeks", lock_for="1 week")],
        },
        {
            "type": "CLOUD_BACKUP",
            "protection_store_id": "s-2",
            "schedules": [entry(3, source_protection_schedule_id=2, expire_after="1 year", lock_for="12 months")],
        },
    ]
}


def policy(tier: int = 0, **changes: object) -> Json:
    """The sound policy, with the first schedule of one tier changed."""
    whole = copy.deepcopy(SOUND)
    whole["protections"][tier]["schedules"][0] |= changes
    return whole


def only(problems: object) -> Problem:
    (problem,) = problems
    assert problem.detail.rstrip().endswith(".")
    return problem


def test_a_sound_policy_has_no_problems() -> None:
    assert list(policy_problems(SOUND)) == []


@pytest.mark.parametrize(
    ("keep", "lock"), [("1 week", "8 days"), ("30 days", "1 month"), ("1 month", "30 days"), ("1 year", "366 days")]
)
def test_a_lock_that_can_outlast_the_retention_is_a_problem(keep: str, lock: str) -> None:
    problem = only(policy_problems(policy(1, expire_after=keep, lock_for=lock)))

    assert written(problem.path) == "protections[1].schedules[0].lock_for"
    assert problem.summary == "Lock longer than retention"
    assert f"lock_for = '{lock}', expire_after = '{keep}'" in problem.detail
    assert "Shorten lock_for" in problem.detail


@pytest.mark.parametrize(
    ("keep", "lock"), [(None, "9 years"), ("1 day", None), (UNKNOWN, "9 years"), ("1 day", "soon")]
)
def test_a_lock_is_compared_only_with_a_retention_that_is_known(keep: object, lock: object) -> None:
    assert list(policy_problems(policy(1, expire_after=keep, lock_for=lock))) == []


@pytest.mark.parametrize("kind", ["SNAPSHOT", "REPLICATED_SNAPSHOT"])
def test_a_copy_on_the_array_takes_no_store(kind: str) -> None:
    tier = {"type": kind, "protection_store_id": "s-1", "schedules": [entry(1)]}

    problem = only(policy_problems({"protections": [tier]}))

    assert written(problem.path) == "protections[0].protection_store_id"
    assert problem.summary == f"{kind} takes no protection store"
    assert "Remove protection_store_id" in problem.detail


@pytest.mark.parametrize("kind", ["BACKUP", "CLOUD_BACKUP", "DATABASE_LOG_BACKUP"])
def test_a_backup_needs_a_store(kind: str) -> None:
    problem = only(policy_problems({"protections": [{"type": kind, "schedules": [entry(1)]}]}))

    assert written(problem.path) == "protections[0].protection_store_id"
    assert problem.summary == f"{kind} needs a protection store"
    assert "glbr_protection_store" in problem.detail


def test_a_store_that_is_made_in_the_same_run_is_a_store() -> None:
    tier = {"type": "BACKUP", "protection_store_id": UNKNOWN, "schedules": [entry(1)]}

    assert list(policy_problems({"protections": [tier]})) == []


def test_a_number_used_twice_is_a_problem_and_the_next_free_one_is_named() -> None:
    problem = only(policy_problems(policy(2, schedule_id=1)))

    assert written(problem.path) == "protections[2].schedules[0].schedule_id"
    assert problem.summary == "Two schedules have the id 1"
    assert "already used in protections[0]" in problem.detail
    assert "Free: 3." in problem.detail


def test_a_source_that_does_not_exist_is_a_problem() -> None:
    problem = only(policy_problems(policy(1, source_protection_schedule_id=9)))

    assert written(problem.path) == "protections[1].schedules[0].source_protection_schedule_id"
    assert problem.summary == "Schedule 2 is made from schedule 9, which does not exist"
    assert "Schedules of this policy: 1, 2, 3." in problem.detail


@pytest.mark.parametrize(
    "more",
    [UNKNOWN, {"type": "SNAPSHOT", "schedules": UNKNOWN}, {"type": "SNAPSHOT", "schedules": [UNKNOWN]},
     {"type": "SNAPSHOT", "schedules": [entry(UNKNOWN)]}],
)  # fmt: skip
def test_a_source_may_be_among_what_is_not_known_yet(more: object) -> None:
    whole = policy(1, source_protection_schedule_id=9)
    whole["protections"].append(more)

    assert list(policy_problems(whole)) == []


def test_schedules_made_from_each_other_are_a_problem() -> None:
    problems = list(policy_problems(policy(0, source_protection_schedule_id=3)))

    assert [written(problem.path) for problem in problems] == [
        f"protections[{tier}].schedules[0].source_protection_schedule_id" for tier in range(3)
    ]
    assert "Given: 1 <- 3 <- 2 <- 1." in problems[0].detail
    assert {problem.summary for problem in problems} == {"Schedules are made from each other in a circle"}


def test_a_schedule_made_from_itself_is_a_circle() -> None:
    assert "Given: 1 <- 1." in only(policy_problems(policy(0, source_protection_schedule_id=1))).detail


def test_a_chain_that_leads_into_a_circle_is_told_at_the_circle_only() -> None:
    tiers = [entry(1, source_protection_schedule_id=2), entry(2, source_protection_schedule_id=1)]
    tiers.append(entry(3, source_protection_schedule_id=1))

    problems = list(policy_problems({"protections": [{"type": "SNAPSHOT", "schedules": tiers}]}))

    assert [problem.path[3] for problem in problems] == [0, 1]


@pytest.mark.parametrize(
    ("schedule", "place", "summary", "detail"),
    [
        (cadence("BY_MINUTES", every=61), "repeat_interval.every", "BY_MINUTES cannot step by 61", "1 to 60"),
        (cadence("HOURLY", every=25), "repeat_interval.every", "HOURLY cannot step by 25", "1 to 24"),
        (cadence("DAILY", every=0), "repeat_interval.every", "DAILY cannot step by 0", "1 and more"),
        (cadence("DAILY", on=[1]), "repeat_interval.on", "DAILY takes no 'on'", "Remove it for DAILY"),
        (cadence("BY_MINUTES", on=[1]), "repeat_interval.on", "BY_MINUTES takes no 'on'", "Given: on = [1]"),
        (
            cadence("HOURLY", on=[60]),
            "repeat_interval.on[0]",
            "60 is outside of HOURLY",
            "the minute of the hour, 0 to 59",
        ),
        (cadence("WEEKLY", on=[0, 7]), "repeat_interval.on[1]", "7 is outside of WEEKLY", "0 (Monday) to 6 (Sunday)"),
        (cadence("MONTHLY", on=[32]), "repeat_interval.on[0]", "32 is outside of MONTHLY", "0 for the last"),
        (
            cadence("HOURLY", start_time="01:00"),
            "start_time",
            "HOURLY has no start time",
            "only for DAILY, WEEKLY and MONTHLY",
        ),
        (cadence("BY_MINUTES", start_time="01:00"), "start_time", "BY_MINUTES has no start time", "active_time"),
        (
            cadence("WEEKLY", active_time={}),
            "active_time",
            "WEEKLY has no active window",
            "only for BY_MINUTES and HOURLY",
        ),
        (cadence("DAILY", active_time={}), "active_time", "DAILY has no active window", "set start_time"),
    ],
)
def test_a_cadence_must_fit_its_recurrence(schedule: Json, place: str, summary: str, detail: str) -> None:
    problem = only(policy_problems(policy(0, schedule=schedule)))

    assert written(problem.path) == f"protections[0].schedules[0].schedule.{place}"
    assert problem.summary == summary
    assert detail in problem.detail


@pytest.mark.parametrize(
    "schedule",
    [
        cadence("BY_MINUTES", every=60, active_time={}),
        cadence("HOURLY", every=24, on=[0, 59]),
        cadence("DAILY", every=400, start_time="23:59"),
        cadence("WEEKLY", on=[0, 6]),
        cadence("MONTHLY", on=[0, 31]),
        cadence("FORTNIGHTLY", on=[99], start_time="01:00"),
        cadence("WEEKLY", on=UNKNOWN, every=UNKNOWN),
        {"recurrence": UNKNOWN, "repeat_interval": {"every": 99, "on": [99]}, "start_time": "01:00"},
        {"recurrence": "HOURLY", "repeat_interval": UNKNOWN},
    ],
)
def test_a_cadence_that_fits_or_is_not_known_yet_is_no_problem(schedule: Json) -> None:
    assert list(policy_problems(policy(0, schedule=schedule))) == []


@pytest.mark.parametrize("whole", [{}, {"protections": UNKNOWN}, {"protections": [UNKNOWN]}, {"protections": []}])
def test_a_policy_that_is_not_known_yet_has_no_problems(whole: Json) -> None:
    assert list(policy_problems(whole)) == []


STORE: Json = {"protection_store_type": "ON_PREMISES", "storage_system_id": "a-1", "storage_system_type": "STOREONCE"}


@pytest.mark.parametrize(
    ("change", "path", "summary", "detail"),
    [
        (
            {"protection_store_type": "CLOUD"},
            "storage_location_id",
            "A CLOUD store needs a location",
            "'azure:eastus2'",
        ),
        (
            {"storage_location_id": "aws:us-east-1"},
            "storage_location_id",
            "An ON_PREMISES store takes no location",
            "Remove it, or use 'CLOUD'",
        ),
        (
            {"storage_system_id": None},
            "storage_system_id",
            "An ON_PREMISES store needs an appliance",
            "Given: no storage_system_id",
        ),
        (
            {"storage_system_type": None},
            "storage_system_type",
            "An ON_PREMISES store needs an appliance",
            "'STOREONCE' or",
        ),
    ],
)
def test_a_store_that_contradicts_itself_is_a_problem(change: Json, path: str, summary: str, detail: str) -> None:
    problem = only(store_problems(STORE | change))

    assert written(problem.path) == path
    assert problem.summary == summary
    assert detail in problem.detail


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"protection_store_type": "CLOUD", "storage_location_id": "aws:us-east-1"},
        {"protection_store_type": "CLOUD", "storage_location_id": UNKNOWN},
        {"protection_store_type": UNKNOWN, "storage_location_id": "aws:us-east-1"},
        {"storage_system_id": UNKNOWN},
    ],
)
def test_a_store_that_is_sound_or_not_known_yet_has_no_problems(change: Json) -> None:
    assert list(store_problems(STORE | change)) == []


WAYS: Json = {
    "assets": [{"id": "vm-1", "type": "virtualization/virtual-machine"}],
    "native_app_info": {"id": "f-1", "type": "VMWARE_FOLDER"},
    "dynamic_member_filter": {"members": [{"name": "gold"}]},
}
KINDS = {"CUSTOM": "assets", "NATIVE": "native_app_info", "DYNAMIC": "dynamic_member_filter"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_group_names_its_members_in_the_way_of_its_type(kind: str) -> None:
    sound = {"vm_protection_group_type": kind, KINDS[kind]: WAYS[KINDS[kind]]}

    problem = only(group_problems({"vm_protection_group_type": kind}))

    assert list(group_problems(sound)) == []
    assert problem.path == (KINDS[kind],)
    assert problem.summary == f"A {kind} group needs {KINDS[kind]}"


@pytest.mark.parametrize(("kind", "other"), [(kind, other) for kind in KINDS for other in KINDS if kind != other])
def test_a_group_names_its_members_in_no_other_way(kind: str, other: str) -> None:
    group = {"vm_protection_group_type": kind, KINDS[kind]: WAYS[KINDS[kind]], KINDS[other]: WAYS[KINDS[other]]}

    problem = only(group_problems(group))

    assert problem.path == (KINDS[other],)
    assert problem.summary == f"A {kind} group takes no {KINDS[other]}"
    assert f"vm_protection_group_type = '{other}'" in problem.detail


def test_a_group_whose_members_nobody_names_is_a_problem() -> None:
    custom = only(group_problems({"vm_protection_group_type": "CUSTOM", "assets": None}))
    dynamic = only(group_problems({"vm_protection_group_type": "DYNAMIC", "dynamic_member_filter": {"members": []}}))

    assert custom.path == ("assets",)
    assert written(dynamic.path) == "dynamic_member_filter.members"
    assert "Name at least one tag" in dynamic.detail


def test_a_group_of_machines_may_be_emptied_and_one_of_volumes_or_databases_may_not() -> None:
    volumes = only(volume_group_problems({"volume_protection_group_type": "CUSTOM", "assets": []}))
    databases = only(database_group_problems({"protection_group_type": "CUSTOM", "members": []}))

    assert list(group_problems({"vm_protection_group_type": "CUSTOM", "assets": []})) == []
    assert (volumes.path, databases.path) == (("assets",), ("members",))


@pytest.mark.parametrize(
    "group",
    [
        {},
        {"vm_protection_group_type": UNKNOWN},
        {"vm_protection_group_type": "STRANGE", **WAYS},
        {"vm_protection_group_type": "CUSTOM", "assets": UNKNOWN},
        {"vm_protection_group_type": "DYNAMIC", "dynamic_member_filter": {"members": UNKNOWN}},
    ],
)
def test_a_group_that_is_not_known_yet_has_no_problems(group: Json) -> None:
    assert list(group_problems(group)) == []


def test_a_path_is_written_as_terraform_writes_it() -> None:
    assert written(("protections", 1, "schedules", 0, "lock_for")) == "protections[1].schedules[0].lock_for"
    assert written(()) == ""
