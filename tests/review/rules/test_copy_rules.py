"""What the rules about copies say beyond their own examples: figures, places, severities, and what they leave to others."""

from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.copies import (
    copy_lost,
    dependent_schedule_orphaned,
    fewer_than_three_copies,
    off_site_copy_lost,
    residency_changed,
    same_failure_domain,
    single_immutable_copy,
    snapshot_only,
    source_expires_before_copy,
    two_tiers_in_one_place,
)
from glbr.review.rules.estate import BACKUP, CLOUD, CLOUD_BACKUP, JOB, LOCAL, MACHINE, POLICY, SNAPSHOT, member
from glbr.review.rules.example import Add, Edit, Example, Move, Remove, Set
from glbr.review.rules.finding import Severity
from rule_examples import judged

SECOND = "glbr_protection_store.second"
ON_PREMISES = {
    "display_name": "Local_second",
    "protection_store_type": "ON_PREMISES",
    "storage_system_id": "${data.glbr_storeonce.main.id}",
    "storage_system_type": "STOREONCE",
}
IN_CLOUD = ON_PREMISES | {
    "display_name": "Cloud_second",
    "protection_store_type": "CLOUD",
    "storage_location_id": "azure:westeurope",
}
NO_CLOUD = Set(POLICY, CLOUD_BACKUP, None)
TO_SECOND = Set(POLICY, f"{BACKUP}.protection_store_id", f"${{{SECOND}.id}}")
LATE = {"terraform_data.late": {"input": "some-store"}}
UNKNOWN_STORE: tuple[Edit, ...] = (
    *(Add(address, arguments) for address, arguments in LATE.items()),
    Set(POLICY, f"{BACKUP}.protection_store_id", "${terraform_data.late.output}"),
)


def job_of_one_machine(position: int) -> Add:
    asset = {"id": MACHINE % position, "type": "virtualization/virtual-machine"}
    chosen = {"protection_policy_id": f"${{{POLICY}.id}}", "asset_info": asset}
    return Add(f"glbr_protection_job.alone{position}", chosen)


def test_a_lost_tier_is_told_once_for_its_policy_with_all_its_assets() -> None:
    jobs = tuple(job_of_one_machine(position) for position in (7, 8))

    (found,) = judged(copy_lost.RULE, Example(before=jobs, after=(NO_CLOUD,)))

    assert found.severity == Severity.CRITICAL
    assert found.direction >= Direction.WEAKENING
    assert (found.key, found.address, found.tier) == (POLICY, POLICY, "CLOUD_BACKUP")
    assert found.assets == 8
    assert "store Cloud_eastus2" in found.message
    assert found.before
    assert found.after


def test_a_tier_that_goes_to_another_store_is_high_and_names_both_stores() -> None:
    (found,) = judged(copy_lost.RULE, Example(after=(Add(SECOND, ON_PREMISES), TO_SECOND)))

    assert found.severity == Severity.HIGH
    assert (found.before, found.after) == ("store Local_clinic", "store Local_second")
    assert found.path == f"{BACKUP}.protection_store_id"
    assert "begins empty" in found.message


def test_a_new_address_of_a_store_loses_no_copy() -> None:
    assert judged(copy_lost.RULE, Example(after=(Move(LOCAL, "glbr_protection_store.near"),))) == []


def test_the_job_that_goes_is_no_copy_that_goes() -> None:
    assert judged(copy_lost.RULE, Example(after=(Remove(JOB),))) == []


def test_a_store_that_only_the_apply_tells_is_undecidable_for_a_lost_copy() -> None:
    found = judged(copy_lost.RULE, Example(after=UNKNOWN_STORE))

    assert {one.verdict for one in found} == {"unknown"}
    assert all(one.resolve for one in found)
    assert any(one.path == f"{BACKUP}.protection_store_id" for one in found)


def test_the_last_off_site_copy_is_critical_and_covers_the_lost_tier() -> None:
    example = Example(after=(NO_CLOUD,))
    (lost,) = judged(copy_lost.RULE, example)

    (found,) = judged(off_site_copy_lost.RULE, example)

    assert found.severity == Severity.CRITICAL
    assert found.covers == ("DP-COPY-001", "DP-RPO-001")
    assert (found.key, found.tier) == (lost.key, lost.tier)
    assert "Cloud_eastus2" in found.before


def test_an_off_site_copy_that_never_was_is_high_and_no_change() -> None:
    (found,) = judged(off_site_copy_lost.RULE, Example(after=(NO_CLOUD,), only_state=True))

    assert found.severity == Severity.HIGH
    assert found.direction == Direction.NEUTRAL


def test_one_cloud_store_for_another_leaves_a_copy_off_site() -> None:
    example = Example(
        after=(Add(SECOND, IN_CLOUD), Set(POLICY, f"{CLOUD_BACKUP}.protection_store_id", f"${{{SECOND}.id}}"))
    )

    assert judged(off_site_copy_lost.RULE, example) == []
    (moved,) = judged(copy_lost.RULE, example)
    assert moved.severity == Severity.HIGH
    (residency,) = judged(residency_changed.RULE, example)
    assert (residency.before, residency.after) == ("azure:eastus2", "azure:westeurope")
    assert residency.address == SECOND


def test_copies_that_go_to_a_store_that_is_there_already_change_their_place_too() -> None:
    example = Example(
        before=(Add(SECOND, IN_CLOUD),),
        after=(Set(POLICY, f"{CLOUD_BACKUP}.protection_store_id", f"${{{SECOND}.id}}"),),
    )

    (found,) = judged(residency_changed.RULE, example)

    assert (found.key, found.before, found.after) == (SECOND, "azure:eastus2", "azure:westeurope")


def test_a_replicated_snapshot_may_be_off_site_and_nobody_knows() -> None:
    replicated = {"type": "REPLICATED_SNAPSHOT", "schedules": [{"schedule_id": 3, "schedule": DAILY}]}

    (found,) = judged(off_site_copy_lost.RULE, Example(after=(Set(POLICY, CLOUD_BACKUP, replicated),)))

    assert found.verdict == "unknown"
    assert found.severity == Severity.CRITICAL
    assert found.resolve


DAILY = {"recurrence": "DAILY", "repeat_interval": {"every": 1}}


def test_log_backups_alone_are_no_backup() -> None:
    logs = {
        "type": "DATABASE_LOG_BACKUP",
        "protection_store_id": f"${{{LOCAL}.id}}",
        "schedules": [{"schedule_id": 2, "schedule": DAILY}],
    }

    (found,) = judged(snapshot_only.RULE, Example(after=(NO_CLOUD, Set(POLICY, BACKUP, logs)), only_state=True))

    assert "log backups" in found.after
    assert found.covers == ("DP-COPY-002", "DP-COPY-004")


def test_more_copies_may_be_asked_for_than_three() -> None:
    (found,) = judged(fewer_than_three_copies.RULE, Example(parameters={"copies": 5}))

    assert "4 copies on 3 media" in found.message
    assert "5 on 2" in found.message


def test_two_tiers_in_one_store_share_it() -> None:
    (found,) = judged(
        two_tiers_in_one_place.RULE,
        Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.protection_store_id", f"${{{LOCAL}.id}}"),), only_state=True),
    )

    assert found.after == "store Local_clinic"
    assert found.path == f"{CLOUD_BACKUP}.protection_store_id"


def test_a_store_that_is_not_known_may_be_the_same_one() -> None:
    (found,) = judged(two_tiers_in_one_place.RULE, Example(after=UNKNOWN_STORE))

    assert found.verdict == "unknown"
    assert found.path == f"{BACKUP}.protection_store_id"


def test_a_job_that_sends_a_tier_into_the_store_of_another_is_the_one_to_mend() -> None:
    override = {"id": f"${{{POLICY}.protections[2].id}}", "protection_store_id": f"${{{LOCAL}.id}}"}
    example = Example(after=(Set(JOB, "overrides", {"protections": [override]}),))

    (found,) = judged(two_tiers_in_one_place.RULE, example)

    assert (found.address, found.path) == (JOB, "overrides")


def test_a_policy_that_nobody_can_see_passes_no_grave_rule_about_copies() -> None:
    example = Example(
        before=(Set(JOB, "protection_policy_id", "11111111-2222-4333-8444-555555555555"), Remove(POLICY)),
    )

    for module in (
        off_site_copy_lost,
        snapshot_only,
        two_tiers_in_one_place,
        dependent_schedule_orphaned,
        source_expires_before_copy,
    ):
        (found,) = judged(module.RULE, example)
        assert found.verdict == "unknown"
        assert found.resolve
    assert judged(copy_lost.RULE, example) == []


def test_a_move_to_a_policy_that_nobody_can_see_may_lose_a_copy() -> None:
    example = Example(after=(Set(JOB, "protection_policy_id", "11111111-2222-4333-8444-555555555555"),))

    (found,) = judged(copy_lost.RULE, example)

    assert (found.verdict, found.severity) == ("unknown", Severity.CRITICAL)
    assert {"DP-COPY-002", "DP-SEC-005"} <= set(found.covers)


def test_schedules_in_a_circle_never_start() -> None:
    circle = (
        Set(POLICY, f"{BACKUP}.schedules[0].source_protection_schedule_id", 3),
        Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].source_protection_schedule_id", 2),
    )

    found = judged(dependent_schedule_orphaned.RULE, Example(after=circle, only_state=True))

    assert {one.schedule for one in found} == {2, 3}
    assert "Schedules 2, 3 wait for each other" in found[0].message


def test_a_schedule_that_hangs_on_a_circle_is_not_in_it() -> None:
    example = Example(
        after=(
            Set(POLICY, f"{SNAPSHOT}.schedules[0].source_protection_schedule_id", 2),
            Set(POLICY, f"{BACKUP}.schedules[0].source_protection_schedule_id", 1),
        ),
        only_state=True,
    )

    assert {one.schedule for one in judged(dependent_schedule_orphaned.RULE, example)} == {1, 2}


def test_a_source_that_never_expires_is_always_there() -> None:
    example = Example(after=(Set(POLICY, f"{SNAPSHOT}.schedules[0].expire_after", None),))

    assert judged(source_expires_before_copy.RULE, example) == []


def test_a_rarer_copy_needs_a_source_that_lives_longer() -> None:
    weekly = {"recurrence": "WEEKLY", "repeat_interval": {"every": 1, "on": [5]}, "start_time": "03:00"}

    (found,) = judged(
        source_expires_before_copy.RULE, Example(after=(Set(POLICY, f"{BACKUP}.schedules[0].schedule", weekly),))
    )

    assert found.path == f"{SNAPSHOT}.schedules[0].expire_after"
    assert "up to 7 days apart" in found.message


def test_only_listed_places_are_allowed() -> None:
    (found,) = judged(residency_changed.RULE, Example(parameters={"allowed_locations": ("azure:westeurope",)}))

    assert found.after == "azure:eastus2"
    assert "allowed are azure:westeurope" in found.message
    assert found.assets == 6


def test_a_place_that_only_the_apply_tells_is_undecidable() -> None:
    example = Example(
        after=(
            Add("terraform_data.place", {"input": "azure:eastus2"}),
            Set(CLOUD, "storage_location_id", "${terraform_data.place.output}"),
        )
    )

    (found,) = judged(residency_changed.RULE, example)

    assert (found.verdict, found.before) == ("unknown", "azure:eastus2")
    assert found.resolve


def test_a_store_of_which_no_site_is_known_may_be_elsewhere() -> None:
    fires = same_failure_domain.RULE.fires
    only_assets = {"assets": fires.inventory["assets"]}

    assert judged(same_failure_domain.RULE, replace(fires, inventory=only_assets)) == []
    assert judged(same_failure_domain.RULE, replace(fires, after=())) == []


def test_only_assets_of_the_class_count_for_a_single_locked_copy() -> None:
    fires = single_immutable_copy.RULE.fires
    others = {"assets": [{**asset, "data_class": "test"} for asset in fires.inventory["assets"]]}

    assert judged(single_immutable_copy.RULE, replace(fires, inventory=others)) == []
    (found,) = judged(single_immutable_copy.RULE, replace(fires, inventory=others, parameters={"data_class": "test"}))
    assert found.assets == 6
    assert "of the class test" in found.message


def test_one_group_of_several_classes_is_of_none() -> None:
    assert member(0)["id"] == MACHINE % 0
    fires = single_immutable_copy.RULE.fires
    first, *rest = fires.inventory["assets"]
    mixed = {"assets": [{**first, "data_class": "test"}, *rest]}

    assert judged(single_immutable_copy.RULE, replace(fires, inventory=mixed)) == []


ELSEWHERE = "11111111-2222-4333-8444-555555555555"
DAILY = {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "02:00"}
NEVER = {"recurrence": "MONTHLY", "repeat_interval": {"every": 1200, "on": [31]}, "start_time": "03:00"}
EVERYTHING = {
    "id": "${glbr_virtual_machine_protection_group.everything.id}",
    "type": "backup-recovery/virtual-machine-protection-group",
}


def second_job(keep: str) -> tuple[Edit, ...]:
    """Another policy and job that back up the same machines into the same store."""
    tier = {"type": "BACKUP", "protection_store_id": f"${{{LOCAL}.id}}"}
    schedules = [{"schedule_id": 1, "expire_after": keep, "schedule": DAILY}]
    policy = {"name": "tiny", "application_type": "VMWARE", "protections": [{**tier, "schedules": schedules}]}
    job = {"protection_policy_id": "${glbr_protection_policy.tiny.id}", "asset_info": EVERYTHING}
    return Add("glbr_protection_policy.tiny", policy), Add("glbr_protection_job.tiny", job)


def test_a_copy_that_another_job_makes_as_well_or_better_is_not_lost() -> None:
    gone = (Remove("glbr_protection_job.tiny"), Remove("glbr_protection_policy.tiny"))
    example = Example(before=second_job("3 days"), after=gone)

    assert judged(copy_lost.RULE, example) == []
    assert judged(catalogue()["DP-COV-002"], example) == []


def test_the_better_one_of_two_jobs_that_goes_is_told_where_it_goes() -> None:
    example = Example(before=second_job("3 days"), after=(Remove(JOB),))

    assert {one.tier for one in judged(copy_lost.RULE, example)} == {"SNAPSHOT", "CLOUD_BACKUP"}
    for rule in ("DP-COPY-001", "DP-LOCK-001", "DP-RET-001", "DP-COV-002"):
        assert {one.key for one in judged(catalogue()[rule], example)} == {JOB}


def test_a_cloud_tier_in_a_store_of_which_nothing_is_known_is_not_for_certain_off_site() -> None:
    strange = Set(POLICY, f"{CLOUD_BACKUP}.protection_store_id", ELSEWHERE)

    (found,) = judged(off_site_copy_lost.RULE, Example(after=(strange,)))

    assert (found.verdict, found.tier, found.path) == ("unknown", "CLOUD_BACKUP", f"{CLOUD_BACKUP}.protection_store_id")
    assert judged(off_site_copy_lost.RULE, Example(before=(strange,))) == []


def test_a_tier_that_never_makes_a_copy_any_more_is_lost() -> None:
    example = Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].schedule", NEVER),))

    (lost,) = judged(copy_lost.RULE, example)
    (site,) = judged(off_site_copy_lost.RULE, example)

    assert (lost.severity, lost.tier) == (Severity.CRITICAL, "CLOUD_BACKUP")
    assert (site.severity, site.direction) == (Severity.CRITICAL, Direction.WEAKENING)


def test_a_source_that_never_runs_leaves_its_dependents_without_one() -> None:
    example = Example(after=(Set(POLICY, f"{BACKUP}.schedules[0].schedule", NEVER),))

    (found,) = judged(dependent_schedule_orphaned.RULE, example)

    assert found.schedule == 3
    assert "by itself never runs" in found.message
