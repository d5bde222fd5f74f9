"""Rules about retention: what fires, what stays quiet, and what cannot be told."""

from collections.abc import Mapping

from glbr.protection.direction import Direction
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, JOB, POLICY, SNAPSHOT
from glbr.review.rules.example import Add, Edit, Example, Set
from glbr.review.rules.finding import Finding, Severity
from rule_examples import judged

LOCAL_KEEP, CLOUD_KEEP = f"{BACKUP}.schedules[0].expire_after", f"{CLOUD_BACKUP}.schedules[0].expire_after"
UNKNOWN = "${terraform_data.later.id}"
LATER = Add("terraform_data.later", {"input": "later"})


def look(number: int, example: Example) -> list[Finding]:
    """What one rule about retention finds."""
    return judged(catalogue()[f"DP-RET-00{number}"], example)


def archive(**values: object) -> Mapping[str, object]:
    """A monthly schedule below the cloud tier."""
    cadence = {"recurrence": "MONTHLY", "repeat_interval": {"every": 1}, "start_time": "05:00"}
    return {
        "schedule_id": 4,
        "source_protection_schedule_id": 2,
        "expire_after": "7 years",
        "schedule": cadence,
        **values,
    }


def with_archive(**values: object) -> Edit:
    """The cloud tier with it."""
    return Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", archive(**values))


WITHOUT_ARCHIVE = Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", None)


def test_a_shorter_retention_tells_the_day_from_which_copies_disappear() -> None:
    [found] = look(1, Example(after=(Set(POLICY, CLOUD_KEEP, "3 months"),)))
    assert (found.severity, found.direction) == (Severity.HIGH, Direction.WEAKENING)
    assert "from 2026-04-05 on" in found.message
    assert "2026-07-05" in found.message


def test_six_months_for_183_days_is_shorter_on_some_days_only() -> None:
    # From 5 January six months are 181 days; from 1 March they are 184.
    before = (Set(POLICY, CLOUD_KEEP, "183 days"),)
    [found] = look(1, Example(before=before, after=(Set(POLICY, CLOUD_KEEP, "6 months"),)))
    assert "from 2026-07-05 on" in found.message
    [back] = look(1, Example(after=(Set(POLICY, CLOUD_KEEP, "183 days"),)))
    assert "some days of the year" in back.message


def test_five_weeks_for_35_days_is_no_change() -> None:
    assert look(1, Example(after=(Set(POLICY, LOCAL_KEEP, "35 days"),))) == []


def test_an_override_hides_that_the_policy_keeps_copies_shorter() -> None:
    tier = "${glbr_protection_policy.gold.protections[2].id}"
    override = {"protections": [{"id": tier, "schedules": [{"schedule_id": 3, "expire_after": "1 year"}]}]}
    example = Example(before=(Set(JOB, "overrides", override),), after=(Set(POLICY, CLOUD_KEEP, "3 months"),))
    assert look(1, example) == []


def test_an_end_where_there_was_none_is_a_shorter_retention() -> None:
    before = (Set(POLICY, CLOUD_KEEP, None),)
    [found] = look(1, Example(before=before, after=(Set(POLICY, CLOUD_KEEP, "10 years"),)))
    assert "never" in found.message


def test_a_retention_that_only_the_apply_will_tell_is_unknown() -> None:
    [found] = look(1, Example(after=(LATER, Set(POLICY, CLOUD_KEEP, UNKNOWN))))
    assert (found.verdict, found.path) == ("unknown", CLOUD_KEEP)
    assert found.resolve


def test_one_backup_tier_that_reaches_back_far_enough_is_enough_unless_all_are_asked() -> None:
    edit = Set(POLICY, LOCAL_KEEP, "2 weeks")
    assert look(2, Example(after=(edit,))) == []
    [found] = look(2, Example(after=(edit,), parameters={"each_tier": True}))
    assert (found.tier, found.after) == ("BACKUP", "kept 2 weeks")


def test_a_month_is_less_than_35_days_and_five_weeks_are_not() -> None:
    short = Set(POLICY, LOCAL_KEEP, "1 month")
    [found] = look(2, Example(after=(short, Set(POLICY, CLOUD_KEEP, "34 days"))))
    assert found.after == "kept 34 days"
    assert look(2, Example(after=(short, Set(POLICY, CLOUD_KEEP, "5 weeks")))) == []


def test_an_unknown_retention_matters_only_while_no_other_is_long_enough() -> None:
    edits = (LATER, Set(POLICY, LOCAL_KEEP, UNKNOWN))
    assert look(2, Example(after=edits)) == []
    [found] = look(2, Example(after=(*edits, Set(POLICY, CLOUD_KEEP, "1 month"))))
    assert (found.verdict, found.tier) == ("unknown", "BACKUP")


def test_a_policy_that_cannot_be_seen_is_unknown_to_every_rule_about_a_state() -> None:
    edits = (LATER, Set(JOB, "protection_policy_id", UNKNOWN))
    for number in (2, 3, 6):
        [found] = look(number, Example(after=edits))
        assert (found.verdict, found.address) == ("unknown", JOB)


def test_there_is_no_maximum_unless_somebody_gives_one() -> None:
    assert look(4, Example(after=(Set(POLICY, CLOUD_KEEP, "99 years"),))) == []


def test_copies_without_an_end_are_over_every_maximum() -> None:
    [found] = look(4, Example(after=(Set(POLICY, CLOUD_KEEP, None),), parameters={"at_most": "10 years"}))
    assert found.after == "kept for ever"


def test_the_loss_of_an_archive_is_told_once() -> None:
    [found] = look(5, Example(before=(with_archive(),), after=(WITHOUT_ARCHIVE,)))
    assert (found.schedule, found.covers) == (4, ("DP-RET-001",))
    [also] = look(1, Example(before=(with_archive(),), after=(WITHOUT_ARCHIVE,)))
    assert (also.key, also.tier) == (found.key, found.tier)


def test_an_archive_that_is_kept_shorter_under_a_new_number_is_lost() -> None:
    change = Example(before=(with_archive(),), after=(with_archive(schedule_id=5, expire_after="2 years"),))
    [found] = look(5, change)
    assert found.schedule == 4


def test_a_weekly_schedule_that_is_kept_for_years_is_an_archive_too() -> None:
    weekly = {"recurrence": "WEEKLY", "repeat_interval": {"every": 1}}
    [found] = look(5, Example(before=(with_archive(schedule=weekly),), after=(WITHOUT_ARCHIVE,)))
    assert found.before.startswith("weekly")
    brief = with_archive(schedule=weekly, expire_after="11 months")
    assert look(5, Example(before=(brief,), after=(WITHOUT_ARCHIVE,))) == []


def test_an_archive_that_goes_to_another_store_begins_anew() -> None:
    other = {
        "display_name": "Cloud_westeurope",
        "protection_store_type": "CLOUD",
        "storage_system_id": "${data.glbr_storeonce.main.id}",
        "storage_system_type": "STOREONCE",
        "storage_location_id": "azure:westeurope",
    }
    moved = Set(POLICY, f"{CLOUD_BACKUP}.protection_store_id", "${glbr_protection_store.other.id}")
    change = Example(before=(with_archive(), Add("glbr_protection_store.other", other)), after=(moved,))
    [found] = look(5, change)
    assert (found.schedule, found.direction) == (4, Direction.WEAKENING)
    assert "another store" in found.message


def test_a_rare_schedule_has_no_copy_as_old_as_its_retention() -> None:
    brief = [Set(POLICY, f"{tier}.schedules[0].expire_after", "3 weeks") for tier in (BACKUP, CLOUD_BACKUP)]
    unlocked = Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "3 weeks")
    weekly = {"recurrence": "WEEKLY", "repeat_interval": {"every": 4}, "start_time": "01:00"}
    rare = [
        Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule", weekly),
        Set(POLICY, f"{SNAPSHOT}.schedules[0].expire_after", "5 weeks"),
    ]
    [found] = look(6, Example(after=(*brief, unlocked, *rare)))
    assert found.after == "oldest point 28 days"


WEEKLY = {"recurrence": "WEEKLY", "repeat_interval": {"every": 1, "on": [1]}, "start_time": "02:00"}


def weekly(**values: object) -> Edit:
    """A weekly schedule beside the daily one of the backup, kept for longer."""
    schedule = {"schedule_id": 4, "source_protection_schedule_id": 1, "expire_after": "8 weeks", "lock_for": "4 weeks"}
    return Set(POLICY, f"{BACKUP}.schedules[1]", {**schedule, "schedule": WEEKLY, **values})


def test_a_schedule_lost_among_others_that_reach_further_is_named() -> None:
    monthly = Set(POLICY, f"{BACKUP}.schedules[2]", archive(schedule_id=5, source_protection_schedule_id=1))
    before = (weekly(), monthly)
    (found,) = look(1, Example(before=before, after=(Set(POLICY, f"{BACKUP}.schedules[1]", None),)))
    assert found.schedule == 4
    assert "(kept 8 weeks, locked 4 weeks), is lost" in found.message
    assert look(1, Example(before=before, after=(weekly(schedule_id=6, expire_after="9 weeks"),))) == []


def test_a_monthly_schedule_that_makes_no_copy_for_years_is_as_good_as_gone() -> None:
    rare = {"recurrence": "MONTHLY", "repeat_interval": {"every": 24}, "start_time": "05:00"}
    example = Example(before=(with_archive(),), after=(with_archive(schedule=rare),))
    (found,) = look(5, example)
    assert "goes without a copy for about 2 years" in found.message


def test_the_life_of_one_recovery_point_that_is_cut_is_told() -> None:
    copy = "glbr_volume_protection_group_backup.before"
    volumes = {
        "name": "erp",
        "volume_protection_group_type": "CUSTOM",
        "assets": [{"id": "${data.glbr_volumes.all.items[0].id}"}],
    }
    values = {"volume_protection_group_id": "${glbr_volume_protection_group.erp.id}", "expire_after": "10 years"}
    group = Add("data.glbr_volumes.all", {}), Add("glbr_volume_protection_group.erp", volumes)
    before = (*group, Add(copy, {**values, "name": "before the migration"}))
    (found,) = look(1, Example(before=before, after=(Set(copy, "expire_after", "1 hour"),)))
    assert (found.key, found.before, found.after) == (copy, "kept 10 years", "kept 1 hour")
    assert found.direction >= Direction.WEAKENING
    assert look(1, Example(before=before, after=(Set(copy, "expire_after", "11 years"),))) == []
