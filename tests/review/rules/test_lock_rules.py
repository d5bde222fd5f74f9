"""Rules about locks: what fires, what stays quiet, and what cannot be told."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from glbr.protection.direction import Direction
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, GROUP, JOB, MACHINE, POLICY, SNAPSHOT, member
from glbr.review.rules.example import Add, Edit, Example, Set
from glbr.review.rules.finding import Finding, Severity
from rule_examples import analysis_of, judged

LOCAL_LOCK, CLOUD_LOCK = f"{BACKUP}.schedules[0].lock_for", f"{CLOUD_BACKUP}.schedules[0].lock_for"
UNKNOWN = "${terraform_data.later.id}"
LATER = Add("terraform_data.later", {"input": "later"})


def look(number: int, example: Example) -> list[Finding]:
    """What one rule about locks finds."""
    return judged(catalogue()[f"DP-LOCK-00{number}"], example)


def overriding(**values: object) -> Mapping[str, object]:
    """Overrides of the backup's schedule."""
    tier = "${glbr_protection_policy.gold.protections[1].id}"
    return {"protections": [{"id": tier, "schedules": [{"schedule_id": 2, **values}]}]}


def test_a_removed_lock_tells_the_day_from_which_copies_were_safe() -> None:
    [found] = look(1, Example(after=(Set(POLICY, LOCAL_LOCK, None),)))
    assert (found.severity, found.direction, found.tier) == (Severity.CRITICAL, Direction.WEAKENING, "BACKUP")
    assert (found.key, found.subject) == (POLICY, "policy gold")
    assert "2026-01-19" in found.message  # two weeks after the plan


def test_a_new_number_for_a_schedule_does_not_hide_that_its_lock_is_gone() -> None:
    edits = (Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].schedule_id", 9), Set(POLICY, CLOUD_LOCK, None))
    [found] = look(1, Example(after=edits))
    assert (found.tier, found.verdict, found.after) == ("CLOUD_BACKUP", "fail", "not locked")


def test_schedules_that_only_swap_their_numbers_change_no_lock() -> None:
    def two(first: int, second: int) -> list[Set]:
        weekly = {"recurrence": "WEEKLY", "repeat_interval": {"every": 1}}
        entry = {"schedule_id": second, "expire_after": "1 year", "lock_for": "6 months", "schedule": weekly}
        where = f"{CLOUD_BACKUP}.schedules"
        return [Set(POLICY, f"{where}[0].schedule_id", first), Set(POLICY, f"{where}[1]", entry)]

    swapped = Example(before=tuple(two(3, 4)), after=tuple(two(4, 3)))
    assert [look(number, swapped) for number in (1, 2, 6)] == [[], [], []]


def test_a_new_number_for_a_schedule_does_not_hide_that_its_lock_is_shorter() -> None:
    edits = (Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].schedule_id", 9), Set(POLICY, CLOUD_LOCK, "1 day"))
    [found] = look(2, Example(after=edits))
    assert (found.tier, found.after) == ("CLOUD_BACKUP", "locked 1 day")


def test_a_lock_that_only_the_apply_will_tell_fails_closed() -> None:
    [found] = look(1, Example(after=(LATER, Set(POLICY, LOCAL_LOCK, UNKNOWN))))
    assert found.verdict == "unknown"
    assert (found.severity, found.path) == (Severity.CRITICAL, LOCAL_LOCK)
    assert "known while planning" in found.resolve


def test_tiers_that_only_the_apply_will_tell_fail_closed() -> None:
    elsewhere = Set(JOB, "protection_policy_id", UNKNOWN)
    [found] = look(1, Example(after=(LATER, elsewhere)))
    assert found.verdict == "unknown"
    assert "--inventory" in found.resolve
    assert "DP-RET-001" in found.covers


def test_an_override_that_stays_hides_what_the_policy_loses() -> None:
    before = (Set(JOB, "overrides", overriding(lock_for="3 weeks")),)
    assert look(1, Example(before=before, after=(Set(POLICY, LOCAL_LOCK, None),))) == []


def test_an_override_that_goes_is_told_where_the_job_is_written() -> None:
    before = (Set(POLICY, LOCAL_LOCK, None), Set(JOB, "overrides", overriding(lock_for="3 weeks")))
    [found] = look(1, Example(before=before, after=(Set(JOB, "overrides", None),)))
    assert (found.address, found.path) == (JOB, "overrides")


def test_a_month_is_shorter_than_31_days_and_said_with_days_of_the_calendar() -> None:
    before = (Set(POLICY, CLOUD_LOCK, "31 days"),)
    [found] = look(2, Example(before=before, after=(Set(POLICY, CLOUD_LOCK, "1 month"),)))
    assert "some days of the year" in found.message  # from the day of the plan both end on the same day


def test_28_days_for_4_weeks_is_no_change() -> None:
    example = Example(before=(Set(POLICY, CLOUD_LOCK, "4 weeks"),), after=(Set(POLICY, CLOUD_LOCK, "28 days"),))
    assert [look(number, example) for number in (1, 2, 6)] == [[], [], []]


def test_a_shorter_lock_tells_both_days() -> None:
    [found] = look(2, Example(after=(Set(POLICY, CLOUD_LOCK, "2 weeks"),)))
    assert "from 2026-01-19 on instead of 2026-02-05" in found.message


def test_a_locked_snapshot_is_no_immutable_copy() -> None:
    edits = (
        Set(POLICY, f"{SNAPSHOT}.schedules[0].expire_after", "3 weeks"),
        Set(POLICY, f"{SNAPSHOT}.schedules[0].lock_for", "3 weeks"),
        Set(POLICY, LOCAL_LOCK, None),
        Set(POLICY, CLOUD_LOCK, None),
    )
    [found] = look(3, Example(after=edits))
    assert (found.verdict, found.after) == ("fail", "not locked")


def test_an_unknown_lock_matters_only_while_no_other_is_long_enough() -> None:
    edits = (LATER, Set(POLICY, LOCAL_LOCK, UNKNOWN))
    assert look(3, Example(after=edits)) == []
    [found] = look(3, Example(after=(*edits, Set(POLICY, CLOUD_LOCK, "3 days"))))
    assert found.verdict == "unknown"


def test_a_configuration_alone_is_judged_for_immutable_copies() -> None:
    edits = (Set(POLICY, LOCAL_LOCK, None), Set(POLICY, CLOUD_LOCK, "6 days"))
    [found] = look(3, Example(after=edits, only_state=True))
    assert found.verdict == "fail"


def test_a_month_can_outlast_30_days_of_retention() -> None:
    override = overriding(lock_for="1 month", expire_after="30 days")
    # The provider refuses both in one schedule; the job overrides the retention and keeps the policy's lock.
    del override["protections"][0]["schedules"][0]["lock_for"]  # type: ignore[index]
    edits = (Set(POLICY, LOCAL_LOCK, "1 month"), Set(JOB, "overrides", override))
    [found] = look(4, Example(after=edits))
    assert found.after == "kept 30 days, locked 1 month"


def test_a_longer_lock_is_one_way_however_small_the_step() -> None:
    [found] = look(6, Example(after=(Set(POLICY, CLOUD_LOCK, "5 weeks"),)))
    assert (found.direction, found.severity) == (Direction.ONE_WAY, Severity.INFO)
    assert "Irreversible" in found.message


def test_a_lock_beyond_a_year_needs_approval_even_when_it_is_new() -> None:
    keep = Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "3 years")
    before = (keep, Set(POLICY, CLOUD_LOCK, None))
    [found] = look(6, Example(before=before, after=(Set(POLICY, CLOUD_LOCK, "2 years"),)))
    assert (found.severity, found.before) == (Severity.HIGH, "not locked")
    [small] = look(6, Example(before=before, after=(Set(POLICY, CLOUD_LOCK, "3 weeks"),)))
    assert small.severity == Severity.INFO


def test_nobody_knows_the_maximum_of_a_store_unless_somebody_says_it() -> None:
    edit = Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "5 months")
    assert look(7, Example(after=(edit,))) == []


def test_an_override_as_old_as_the_plan_is_a_state_and_no_change() -> None:
    edit = Set(JOB, "overrides", overriding(lock_for="3 days"))
    [found] = look(8, Example(before=(edit,)))
    assert (found.direction, found.covers) == (Direction.NEUTRAL, ())
    [new] = look(8, Example(after=(edit,)))
    assert (new.direction, new.address, new.covers) == (Direction.WEAKENING, JOB, ("DP-LOCK-002",))


def test_two_jobs_of_one_policy_are_one_finding_with_the_assets_of_both() -> None:
    asset = {"id": MACHINE % 9, "type": "virtualization/virtual-machine"}
    job = {"protection_policy_id": "${glbr_protection_policy.gold.id}", "asset_info": asset}
    before = (Add("glbr_protection_job.one_more", job),)
    [found] = look(1, Example(before=before, after=(Set(POLICY, LOCAL_LOCK, None),)))
    assert found.assets == 7


def test_a_policy_that_only_other_configurations_use_is_judged_as_well() -> None:
    lonely = {
        "name": "lonely",
        "application_type": "VMWARE",
        "protections": [
            {
                "type": "BACKUP",
                "protection_store_id": "${glbr_protection_store.local.id}",
                "schedules": [
                    {
                        "schedule_id": 1,
                        "expire_after": "5 weeks",
                        "lock_for": "2 weeks",
                        "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}},
                    }
                ],
            }
        ],
    }
    address = "glbr_protection_policy.lonely"
    [found] = look(
        1,
        Example(before=(Add(address, lonely),), after=(Set(address, "protections[0].schedules[0].lock_for", None),)),
    )
    assert (found.address, found.subject, found.assets) == (address, "policy lonely", 0)


def silver() -> dict[str, object]:
    """A policy that promises less: one local backup, not locked."""
    daily = {"recurrence": "DAILY", "repeat_interval": {"every": 1}}
    schedule = {"schedule_id": 1, "expire_after": "5 weeks", "schedule": daily}
    store = "${glbr_protection_store.local.id}"
    tier = {"type": "BACKUP", "protection_store_id": store, "schedules": [schedule]}
    return {"name": "silver", "application_type": "VMWARE", "protections": [tier]}


SILVER = "glbr_protection_policy.silver"


def test_a_job_that_goes_to_a_policy_without_locks_is_told_at_the_job() -> None:
    to_silver = Set(JOB, "protection_policy_id", f"${{{SILVER}.id}}")
    [found] = look(1, Example(before=(Add(SILVER, silver()),), after=(to_silver,)))
    assert (found.key, found.path, found.tier) == (JOB, "protection_policy_id", "BACKUP")


def test_machines_that_go_to_a_group_without_locks_are_told_at_that_group() -> None:
    group, job = "glbr_virtual_machine_protection_group.second", "glbr_protection_job.second"
    custom = {"name": "second", "vm_protection_group_type": "CUSTOM", "assets_category": "VMFS_VMS"}
    asset = {"id": f"${{{group}.id}}", "type": "backup-recovery/virtual-machine-protection-group"}
    before = (
        Add(SILVER, silver()),
        Add(group, {**custom, "assets": [member(9)]}),
        Add(job, {"protection_policy_id": f"${{{SILVER}.id}}", "asset_info": asset}),
    )
    after = (
        Set(GROUP, "assets", [member(position) for position in range(4)]),
        Set(group, "assets", [member(position) for position in (4, 5, 9)]),
    )
    [found] = look(1, Example(before=before, after=after))
    assert (found.address, found.subject, found.assets) == (group, "group second", 2)


def test_the_maximum_of_a_store_itself_counts_for_more_than_the_one_for_all() -> None:
    analysis = analysis_of(Example())
    side = analysis.model.after
    stores = {key: replace(store, longest_lock="3 weeks") for key, store in side.stores.items()}
    told = Analysis(replace(analysis.model, after=replace(side, stores=stores)))
    rule = catalogue()["DP-LOCK-007"]
    for for_all in ("", "1 year"):
        [found] = rule.judge(rule, told, {"longest": for_all})
        assert (found.tier, found.after) == ("CLOUD_BACKUP", "locked 1 month")


BACKUP_COPY = "glbr_volume_protection_group_backup.before"
VOLUMES = {
    "name": "erp",
    "volume_protection_group_type": "CUSTOM",
    "assets": [{"id": "${data.glbr_volumes.all.items[0].id}"}],
}


def copy_with(**values: object) -> tuple[Edit, ...]:
    """A volume group, and a recovery point of it that Terraform made."""
    copy = {"volume_protection_group_id": "${glbr_volume_protection_group.erp.id}", "name": "before the migration"}
    group = Add("glbr_volume_protection_group.erp", VOLUMES)
    return Add("data.glbr_volumes.all", {}), group, Add(BACKUP_COPY, {**copy, **values})


@pytest.mark.parametrize(
    ("number", "before", "after", "words"),
    [
        (2, "1 year", "1 day", ("locked 1 year", "locked 1 day")),
        (6, "1 day", "5 years", ("locked 1 day", "locked 5 years")),
    ],
)
def test_the_lock_of_one_recovery_point_is_judged(number: int, before: str, after: str, words: tuple[str, str]) -> None:
    earlier = copy_with(expire_after="10 years", lock_for=before)
    (finding,) = look(number, Example(before=earlier, after=(Set(BACKUP_COPY, "lock_for", after),)))
    assert (finding.key, finding.path, (finding.before, finding.after)) == (BACKUP_COPY, "lock_for", words)
    others = {1, 2, 6} - {number}
    assert not any(
        look(other, Example(before=earlier, after=(Set(BACKUP_COPY, "lock_for", after),))) for other in others
    )


def test_a_recovery_point_whose_lock_a_plan_takes_away_can_be_deleted() -> None:
    model = analysis_of(Example(before=copy_with(expire_after="10 years", lock_for="1 year"))).model
    copy = model.after.things[BACKUP_COPY]
    bare = replace(copy, settings={**copy.settings, "lock_for": Setting("absent")})
    after = replace(model.after, things={**model.after.things, BACKUP_COPY: bare})
    rule = catalogue()["DP-LOCK-001"]
    (finding,) = rule.judge(rule, Analysis(replace(model, after=after)), {})
    assert (finding.before, finding.after, finding.path) == ("locked 1 year", "not locked", "lock_for")


def test_an_override_that_locks_for_as_long_as_before_weakens_nothing_when_the_policy_promises_more() -> None:
    longer = Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "3 weeks")
    (found,) = look(8, Example(before=(Set(JOB, "overrides", overriding(lock_for="2 weeks")),), after=(longer,)))
    assert (found.direction, found.severity) == (Direction.NEUTRAL, Severity.INFO)


def test_two_ends_on_one_day_are_told_with_their_time() -> None:
    lock = f"{BACKUP}.schedules[0].lock_for"
    example = Example(before=(Set(POLICY, lock, "4 hours"),), after=(Set(POLICY, lock, "3 hours"),))
    (found,) = look(2, example)
    assert "from 2026-01-05 11:00 UTC on instead of 2026-01-05 12:00 UTC" in found.message


def test_a_lock_that_is_longer_on_some_days_and_shorter_today_is_told_as_shorter_only() -> None:
    lock = f"{CLOUD_BACKUP}.schedules[0].lock_for"
    example = Example(before=(Set(POLICY, lock, "3 months"),), after=(Set(POLICY, lock, "13 weeks"),))
    if look(6, example):
        assert look(6, example)[0].message.count("2026-") == 2
    (shorter,) = look(2, example)
    assert "longer on others" in shorter.message
