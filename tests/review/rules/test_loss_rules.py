"""Rules about what is destroyed, replaced, disarmed, suspended or forgotten."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from glbr.protection.direction import Direction
from glbr.protection.setting import known
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.model import Change
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.estate import CLOUD, CLOUD_BACKUP, ESTATE, GROUP, JOB, LOCAL, POLICY, member
from glbr.review.rules.example import Add, Example, Move, Remove, Set
from glbr.review.rules.finding import Finding, Severity
from rule_examples import analysis_of, judged

RULES = {name: rule for name, rule in catalogue().items() if name.startswith("DP-LOSS-")}

VOLUMES = {
    "name": "erp",
    "volume_protection_group_type": "CUSTOM",
    "assets": [{"id": "${data.glbr_volumes.all.items[0].id}"}],
}
VOLUME_GROUP = (Add("data.glbr_volumes.all", {}), Add("glbr_volume_protection_group.erp", VOLUMES))
COPY = {"volume_protection_group_id": "${glbr_volume_protection_group.erp.id}", "name": "before the migration"}


def found(rule: str, *after: object, **more: object) -> list[Finding]:
    """What a rule of the family finds after some edits of the estate."""
    return judged(RULES[rule], Example(after=after, **more))


def look(rule: str, analysis: Analysis) -> list[Finding]:
    """What a rule of the family finds in an analysis."""
    parameters = {name: parameter.default for name, parameter in RULES[rule].parameters.items()}
    return list(RULES[rule].judge(RULES[rule], analysis, parameters))


def job(policy: str, group: str) -> dict[str, object]:
    """A job that protects a group of machines by a policy."""
    kind = "backup-recovery/virtual-machine-protection-group"
    return {"protection_policy_id": f"${{{policy}.id}}", "asset_info": {"id": f"${{{group}.id}}", "type": kind}}


def test_the_family_is_complete():
    assert sorted(RULES) == [f"DP-LOSS-00{number}" for number in range(1, 10)]


def test_a_replaced_store_is_a_destroyed_one_too_and_the_more_specific_rule_covers_the_other():
    change = Set(CLOUD, "storage_location_id", "azure:westeurope")
    (replaced,), (destroyed,) = found("DP-LOSS-002", change), found("DP-LOSS-001", change)
    assert replaced.covers == ("DP-LOSS-001",)
    assert (replaced.key, replaced.tier) == (destroyed.key, destroyed.tier) == (CLOUD, "")
    assert replaced.path == "storage_location_id"
    assert replaced.assets == 6
    assert "storage_location_id changes" in replaced.message


def test_what_an_inventory_counts_in_a_store_is_told():
    held = {"id": f"${{{LOCAL}_old.id}}", "copies": 142, "locked_until": "2027-03-01T00:00:00Z"}
    arguments = {**ESTATE[LOCAL], "display_name": "Local_old"}
    before = (Add(f"{LOCAL}_old", arguments),)
    (finding,) = found("DP-LOSS-001", Remove(f"{LOCAL}_old"), before=before, inventory={"stores": [held]})
    assert finding.before == "142 recovery points, locked until 2027-03-01 at the latest"
    assert finding.direction is Direction.DESTRUCTIVE
    (unlisted,) = found(
        "DP-LOSS-001", Remove(f"{LOCAL}_old"), before=before, inventory={"stores": [{**held, "id": "another"}]}
    )
    assert unlisted.before == "contents unknown: the inventory does not tell of it"
    (empty,) = found(
        "DP-LOSS-001", Remove(f"{LOCAL}_old"), before=before, inventory={"stores": [{"id": held["id"], "copies": 0}]}
    )
    assert empty.severity is Severity.LOW


@pytest.mark.parametrize("rule", ["DP-LOSS-001", "DP-LOSS-002", "DP-LOSS-009"])
def test_a_store_that_was_moved_is_not_destroyed(rule: str):
    assert found(rule, Move(CLOUD, "glbr_protection_store.offsite")) == []


def test_a_leftover_of_an_interrupted_replacement_counts_as_a_store_that_is_destroyed():
    analysis = analysis_of(Example())
    leftover = Change(CLOUD, CLOUD, "protection_store", ("delete",), deposed=True)
    (finding,) = look("DP-LOSS-001", Analysis(replace(analysis.model, changes=(*analysis.model.changes, leftover))))
    assert finding.key == f"{CLOUD} (deposed)"
    assert "interrupted replacement" in finding.message


def test_a_copy_that_terraform_made_is_a_recovery_point():
    snapshot = "glbr_volume_protection_group_snapshot.before"
    (finding,) = found("DP-LOSS-001", Remove(snapshot), before=(*VOLUME_GROUP, Add(snapshot, COPY)))
    assert finding.before == "1 recovery point"
    assert finding.subject == "volume protection group snapshot before the migration"


def test_an_appliance_takes_its_stores_along():
    appliance = "glbr_storeonce.second"
    login = {"username_wo": "dcadmin", "password_wo": "not-a-real-secret"}
    written = {"network_address": "storeonce2.clinic.example", "serial_number": "CZ25110099", "credentials": login}
    store = {**ESTATE[LOCAL], "display_name": "Local_2", "storage_system_id": f"${{{appliance}.id}}"}
    before = (Add(appliance, written), Add("glbr_protection_store.other", store))
    carried, held = found("DP-LOSS-001", Remove("glbr_protection_store.other"), Remove(appliance), before=before)
    assert {carried.key, held.key} == {appliance, "glbr_protection_store.other"}
    by_key = {carried.key: carried, held.key: held}
    assert "1 store on it (Local_2)" in by_key[appliance].message
    assert by_key[appliance].severity is Severity.CRITICAL


def test_force_that_was_on_already_is_told_only_when_something_is_destroyed_with_it():
    before = (Add("glbr_protection_store.old", {**ESTATE[LOCAL], "display_name": "Old", "force": True}),)
    assert found("DP-LOSS-003", before=before) == []
    (finding,) = found("DP-LOSS-003", Remove("glbr_protection_store.old"), before=before)
    assert finding.direction is Direction.DESTRUCTIVE
    (state,) = found("DP-LOSS-003", before=before, only_state=True)
    assert state.key == "glbr_protection_store.old"


def test_force_that_is_not_known_never_passes():
    analysis = analysis_of(Example())
    side = analysis.model.after
    hidden = replace(side.stores[LOCAL], force=replace(side.stores[LOCAL].force, state="unknown", value=None))
    after = replace(side, stores={**side.stores, LOCAL: hidden})
    (finding,) = look("DP-LOSS-003", Analysis(replace(analysis.model, after=after)))
    assert finding.verdict == "unknown"
    assert finding.resolve


def test_a_group_that_would_take_its_copies_along_is_disarmed_too():
    (finding,) = found(
        "DP-LOSS-003", Set("glbr_volume_protection_group.erp", "cascade_delete", True), before=VOLUME_GROUP
    )
    assert finding.path == "cascade_delete"


def test_an_appliance_that_may_be_destroyed_with_its_stores_is_disarmed_too():
    login = {"username_wo": "dcadmin", "password_wo": "not-a-real-secret"}
    written = {
        "network_address": "storeonce2.clinic.example",
        "serial_number": "CZ25110099",
        "credentials": login,
        "name": "second",
    }
    (finding,) = found(
        "DP-LOSS-003", Set("glbr_storeonce.second", "force", True), before=(Add("glbr_storeonce.second", written),)
    )
    assert (finding.subject, finding.before, finding.after) == ("appliance second", "off", "on")


def test_jobs_stop_when_what_reaches_their_assets_is_taken_away():
    login = {"username": "clinic\\\\backup", "password_wo": "not-a-real-secret", "password_wo_version": 1}
    host = {"network_address": "sql2.clinic.example", "name": "sql2", "credentials": login}
    (finding,) = found(
        "DP-LOSS-006", Remove("glbr_application_host.sql2"), before=(Add("glbr_application_host.sql2", host),)
    )
    assert "databases on it can no longer be copied" in finding.message


def test_a_policy_in_use_that_is_replaced_without_any_loss_is_how_hpe_changes_it():
    rule = RULES["DP-LOSS-004"]
    assert analysis_of(rule.quiet).changes[POLICY].replaces
    assert judged(rule, rule.quiet) == []
    (finding,) = found("DP-LOSS-004", Set(POLICY, CLOUD_BACKUP, None))
    assert (finding.after, finding.assets) == ("replaced", 6)


def test_a_policy_that_is_replaced_by_one_that_cannot_be_seen_through_is_undecided():
    analysis = analysis_of(RULES["DP-LOSS-004"].quiet)
    side = analysis.model.after
    blind = replace(side.jobs[JOB], tiers=replace(side.jobs[JOB].tiers, state="unknown", value=None))
    (finding,) = look("DP-LOSS-004", Analysis(replace(analysis.model, after=replace(side, jobs={JOB: blind}))))
    assert (finding.verdict, finding.assets) == ("unknown", 6)


def test_a_policy_that_jobs_elsewhere_use_is_not_destroyed_silently():
    spare = "glbr_protection_policy.spare"
    arguments = {**ESTATE[POLICY], "name": "spare"}
    known_jobs = {"policies": [{"id": f"${{{spare}.id}}", "jobs": ["job-1", "job-2"]}]}
    (finding,) = found("DP-LOSS-004", Remove(spare), before=(Add(spare, arguments),), inventory=known_jobs)
    assert "2 jobs outside of this configuration" in finding.message
    assert found("DP-LOSS-004", Remove(spare), before=(Add(spare, arguments),)) == []


def test_a_job_is_no_loss_when_another_one_takes_over_under_another_name():
    assert found("DP-LOSS-005", Remove(JOB), Add("glbr_protection_job.renamed", job(POLICY, GROUP))) == []


def test_a_destroyed_job_says_more_than_that_the_assets_are_unprotected():
    (finding,) = found("DP-LOSS-005", Remove(JOB))
    assert finding.covers == ("DP-COV-001",)
    assert (finding.key, finding.address, finding.assets) == (GROUP, JOB, 6)


def test_a_job_that_somebody_suspended_is_found():
    analysis = analysis_of(Example())
    side = analysis.model.after
    asleep = replace(side.jobs[JOB], suspended=known(True))
    model = replace(analysis.model, after=replace(side, jobs={JOB: asleep}))
    (turned,) = look("DP-LOSS-006", Analysis(model))
    assert (turned.before, turned.after, turned.assets) == ("makes copies", "suspended", 6)
    (still,) = look("DP-LOSS-006", Analysis(replace(model, before=replace(model.before, jobs={JOB: asleep}))))
    assert still.before == still.after == "suspended"


def test_a_start_within_the_threshold_is_no_finding():
    soon = Set(JOB, "effective_from_date_time", "2026-01-06T07:00:00Z")
    assert found("DP-LOSS-006", soon) == []
    assert len(found("DP-LOSS-006", soon, parameters={"starts_within": "1 hour"})) == 1


def test_a_new_job_that_takes_over_late_is_found_under_its_own_name():
    late: Mapping[str, object] = {**job(POLICY, GROUP), "effective_from_date_time": "2099-01-01T00:00:00Z"}
    (finding,) = found("DP-LOSS-006", Remove(JOB), Add("glbr_protection_job.next", late))
    assert finding.key == "glbr_protection_job.next"
    first = Add(
        "glbr_protection_job.first", {**late, "asset_info": {"id": "vm-1", "type": "virtualization/virtual-machine"}}
    )
    assert found("DP-LOSS-006", first) == []


def test_a_forgotten_job_is_not_taken_for_a_destroyed_one():
    forgotten = Remove(JOB, forget=True)
    assert [finding.key for finding in found("DP-LOSS-007", forgotten)] == [JOB]
    assert found("DP-LOSS-005", forgotten) == []


def test_very_much_at_once_is_told_with_every_threshold_that_it_passes():
    parameters = {"assets": 1, "share_of_jobs": 10, "least_jobs": 1, "objects": 0}
    (finding,) = found("DP-LOSS-008", Remove(JOB), parameters=parameters)
    assert "6 assets" in finding.message
    assert "1 of 1 job " in finding.message
    assert "1 object are" not in finding.message
    assert finding.key == "plan"


def test_what_gets_better_is_no_mass_change():
    parameters = {"assets": 0, "share_of_jobs": 0, "least_jobs": 1, "objects": 0}
    more = Set(GROUP, "assets", [member(position) for position in range(20)])
    assert found("DP-LOSS-008", more, parameters=parameters) == []


def test_a_renamed_policy_takes_its_job_along_and_each_gets_its_moved_block():
    findings = found("DP-LOSS-009", Move(POLICY, "glbr_protection_policy.renamed", block=False))
    assert [finding.key for finding in findings] == [POLICY]
    assert f"moved {{ from = {POLICY} to = glbr_protection_policy.renamed }}" in findings[0].message


def test_a_changed_key_of_for_each_is_told_with_its_quotes():
    stores = "glbr_protection_store.each"
    arguments = {**ESTATE[LOCAL], "display_name": "Each"}
    before = (Add(stores, {**arguments, "for_each": {"a": 1}}),)
    (finding,) = found("DP-LOSS-009", Set(stores, "for_each", {'the "new" one': 1}), before=before)
    assert finding.before == f'{stores}["a"]'
    assert finding.after == f'{stores}["the \\"new\\" one"]'


def test_copies_and_appliances_have_twins_too():
    snapshot = "glbr_volume_protection_group_snapshot.before"
    before = (*VOLUME_GROUP, Add(snapshot, {**COPY, "expire_after": "2 weeks"}))
    (finding,) = found("DP-LOSS-009", Move(snapshot, f"{snapshot}_it", block=False), before=before)
    assert (finding.before, finding.after) == (snapshot, f"{snapshot}_it")
    shorter = Add(f"{snapshot}_it", {**COPY, "expire_after": "1 week"})
    assert found("DP-LOSS-009", Remove(snapshot), shorter, before=before) == []


def test_twins_must_have_the_same_content():
    other = {**ESTATE[CLOUD], "storage_location_id": "azure:westeurope"}
    before = (Add("glbr_protection_store.spare", {**ESTATE[CLOUD], "display_name": "Spare"}),)
    after = (
        Remove("glbr_protection_store.spare"),
        Add("glbr_protection_store.next", {**other, "display_name": "Spare"}),
    )
    assert found("DP-LOSS-009", *after, before=before) == []


def test_the_plan_is_the_clock():
    assert analysis_of(Example()).now == datetime(2026, 1, 5, 8, tzinfo=UTC)


def test_a_group_under_another_address_and_name_is_the_same_group():
    again = "glbr_virtual_machine_protection_group.again"
    renamed = Add(again, {**ESTATE[GROUP], "name": "another"})
    edits = (Remove(GROUP), renamed, Set(JOB, "asset_info.id", f"${{{again}.id}}"))
    (finding,) = found("DP-LOSS-009", *edits)
    assert (finding.key, finding.after) == (GROUP, again)
    assert "its address and name changed" in finding.message
    smaller = Set(again, "assets", [member(0)])
    assert found("DP-LOSS-009", *edits, smaller) == []
