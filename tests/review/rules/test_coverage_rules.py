"""Rules about what is protected at all, and by what."""

from dataclasses import replace

import pytest

from glbr.protection.direction import Direction
from glbr.protection.setting import Setting, known
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Asset
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.coverage.clinic import (
    SECOND,
    SECOND_JOB,
    SILVER,
    SILVER_POLICY,
    job_for,
    second_group,
    tagged_group,
)
from glbr.review.rules.estate import BACKUP, GROUP, JOB, POLICY, member
from glbr.review.rules.example import Add, Example, Move, Remove, Set
from glbr.review.rules.finding import Finding, Severity
from rule_examples import analysis_of, judged

RULES = {name: rule for name, rule in catalogue().items() if name.startswith("DP-COV-")}

TO_SILVER = Set(JOB, "protection_policy_id", f"${{{SILVER}.id}}")
SCRIPT = {"host_id": "host-1", "path": "/opt/quiesce"}


def found(rule: str, *after: object, **more: object) -> list[Finding]:
    """What a rule of the family finds after some edits of the estate."""
    return judged(RULES[rule], Example(after=after, **more))


def look(rule: str, analysis: Analysis) -> list[Finding]:
    """What a rule of the family finds in an analysis."""
    return list(RULES[rule].judge(RULES[rule], analysis, {}))


def members(*positions: int) -> Set:
    """The group with the machines at these positions."""
    return Set(GROUP, "assets", [member(position) for position in positions])


def test_the_family_is_complete():
    assert sorted(RULES) == [f"DP-COV-00{number}" for number in range(1, 10)]


def test_members_that_leave_a_group_are_counted_and_the_group_is_pointed_at():
    (finding,) = found("DP-COV-001", members(0, 1, 2, 3))
    assert (finding.assets, finding.address, finding.path) == (2, GROUP, "assets")
    assert finding.before == "protected by policy gold"
    assert finding.after == "unprotected"
    assert finding.direction is Direction.DESTRUCTIVE


def test_members_that_move_to_another_group_with_a_job_are_not_lost():
    split = (members(0, 1, 2, 3), Add(SECOND, second_group(4, 5)), Add(SECOND_JOB, job_for(SECOND, POLICY)))
    assert found("DP-COV-001", *split) == []


def test_members_that_move_to_a_group_without_a_job_are_lost():
    (finding,) = found("DP-COV-001", members(0, 1, 2, 3), Add(SECOND, second_group(4, 5)))
    assert finding.assets == 2


def test_a_job_that_protects_something_else_leaves_its_assets_behind():
    change = (Add(SECOND, second_group(6, 7)), Set(JOB, "asset_info.id", f"${{{SECOND}.id}}"))
    (finding,) = found("DP-COV-001", *change)
    assert (finding.assets, finding.address, finding.path) == (6, JOB, "asset_info.id")


@pytest.mark.parametrize("edit", [Move(GROUP, f"{GROUP}_2"), Move(JOB, f"{JOB}_2"), Move(JOB, f"{JOB}_2", block=False)])
def test_what_is_only_renamed_loses_nothing(edit: Move):
    assert found("DP-COV-001", edit) == []


def test_a_forgotten_job_goes_on_protecting():
    assert found("DP-COV-001", Remove(JOB, forget=True)) == []


def test_a_job_whose_asset_is_not_known_never_passes():
    (finding,) = found(
        "DP-COV-001",
        Add("terraform_data.which", {"input": "x"}),
        Set(JOB, "asset_info.id", "${terraform_data.which.id}"),
    )
    assert (finding.verdict, finding.assets, finding.covers) == ("unknown", 6, ("DP-PLAN-001",))
    assert finding.resolve


def test_a_list_of_members_that_is_not_known_never_passes():
    unknown = {"id": "${terraform_data.which.id}", "type": "virtualization/virtual-machine"}
    change = (Add("terraform_data.which", {"input": "x"}), Set(GROUP, "assets", [member(0), unknown]))
    (finding,) = found("DP-COV-001", *change)
    assert (finding.verdict, finding.assets) == ("unknown", 6)
    (empty,) = found("DP-COV-004", *change)
    assert empty.verdict == "unknown"


def test_a_list_that_becomes_a_tag_cannot_be_decided_without_an_inventory():
    arguments = {**tagged_group("gold"), "name": "clinic"}
    change = (Remove(GROUP), Add(GROUP, arguments))
    assert [finding.verdict for finding in found("DP-COV-001", *change)] == ["unknown"]


def test_a_tag_that_becomes_a_list_is_decided_by_an_inventory_only():
    before = (Remove(GROUP), Add(GROUP, {**tagged_group("gold"), "name": "clinic"}))
    listed = {**second_group(0, 1), "name": "clinic"}
    change = (Remove(GROUP), Add(GROUP, listed))
    (blind,) = found("DP-COV-001", *change, before=before)
    assert (blind.verdict, "--inventory" in blind.resolve) == ("unknown", True)
    group = {"id": f"${{{GROUP}.id}}", "members": [member(position)["id"] for position in range(3)]}
    (lost,) = found("DP-COV-001", *change, before=before, inventory={"groups": [group]})
    assert (lost.verdict, lost.assets) == ("fail", 1)


def test_assets_that_go_to_a_weaker_policy_are_told_with_what_they_lose():
    (finding,) = found("DP-COV-002", Add(SILVER, SILVER_POLICY), TO_SILVER)
    assert (finding.before, finding.after, finding.assets) == ("policy gold", "policy silver", 6)
    assert finding.direction >= Direction.WEAKENING
    assert finding.address == JOB
    assert "CLOUD_BACKUP tier lost" in finding.message


def test_a_stronger_policy_is_welcome():
    before = (Add(SILVER, SILVER_POLICY), TO_SILVER)
    assert found("DP-COV-002", Set(JOB, "protection_policy_id", f"${{{POLICY}.id}}"), before=before) == []


def test_a_policy_that_is_not_managed_here_cannot_be_compared():
    (finding,) = found("DP-COV-002", Set(JOB, "protection_policy_id", "11111111-2222-3333-4444-555555555555"))
    assert finding.verdict == "unknown"
    assert "--inventory" in finding.resolve


def test_a_renamed_policy_that_does_the_same_is_none_that_is_weaker():
    assert found("DP-COV-002", Move(POLICY, "glbr_protection_policy.best", block=False)) == []


def test_a_machine_of_another_provider_is_told_by_its_address():
    analysis = analysis_of(Example())
    made = Asset(
        "vsphere_virtual_machine.new",
        "new-01",
        "virtualization/virtual-machine",
        declared_by="vsphere_virtual_machine.new",
    )
    model = replace(analysis.model, assets={made.identifier: made})
    (finding,) = look("DP-COV-003", Analysis(model))
    assert (finding.severity, finding.address) == (Severity.HIGH, made.declared_by)
    held = replace(model.after.groups[GROUP], members=known((made.identifier,)))
    side = replace(model.after, groups={GROUP: held})
    assert look("DP-COV-003", Analysis(replace(model, after=side))) == []


def test_what_only_the_inventory_knows_is_told_together_and_milder():
    assets = [
        {"id": f"vm-{number}", "name": f"m{number}", "type": "virtualization/virtual-machine"} for number in range(5)
    ]
    (finding,) = found("DP-COV-003", inventory={"assets": assets})
    assert (finding.severity, finding.assets) == (Severity.MEDIUM, 5)
    assert "m0, m1, m2 and 2 more" in finding.message


def test_an_asset_may_hide_in_a_group_that_nobody_can_list():
    hiding = (Add(SECOND, tagged_group("silver")), Add(SECOND_JOB, job_for(SECOND, POLICY)))
    inventory = {"assets": [{"id": "vm-1", "name": "m1", "type": "virtualization/virtual-machine"}]}
    (finding,) = found("DP-COV-003", *hiding, inventory=inventory)
    assert finding.verdict == "unknown"


def test_an_empty_group_without_a_job_is_nobodys_problem():
    analysis = analysis_of(Example())
    side = analysis.model.after
    empty = replace(side.groups[GROUP], members=known(()))
    model = replace(analysis.model, after=replace(side, groups={GROUP: empty}))
    assert len(look("DP-COV-004", Analysis(model))) == 1
    assert look("DP-COV-004", Analysis(replace(model, after=replace(model.after, jobs={})))) == []


def test_a_group_that_follows_another_tag_is_more_than_a_remark():
    before = (Add(SECOND, tagged_group("silver")), Add(SECOND_JOB, job_for(SECOND, POLICY)))
    (finding,) = found("DP-COV-005", Set(SECOND, "dynamic_member_filter.members[0].name", "gold"), before=before)
    assert (finding.severity, finding.before, finding.after) == (Severity.HIGH, "tag silver", "tag gold")
    assert finding.direction is Direction.WEAKENING
    wider = {"members": [{"name": "silver"}, {"name": "gold"}]}
    (added,) = found("DP-COV-005", Set(SECOND, "dynamic_member_filter", wider), before=before)
    assert (added.severity, added.direction) == (Severity.INFO, Direction.STRENGTHENING)
    (same,) = found("DP-COV-005", before=before)
    assert same.severity is Severity.INFO


def test_a_job_whose_policy_is_not_known_may_use_any_policy():
    analysis = analysis_of(Example(after=(Add(SILVER, SILVER_POLICY),)))
    side = analysis.model.after
    blind = replace(side.jobs[JOB], policy=Setting("unknown"), key="glbr_protection_job.blind")
    model = replace(analysis.model, after=replace(side, jobs={**side.jobs, blind.key: blind}))
    assert [finding.verdict for finding in look("DP-COV-006", Analysis(model))] == ["unknown"]


def test_only_the_assets_in_both_groups_are_protected_twice():
    (finding,) = judged(RULES["DP-COV-007"], RULES["DP-COV-007"].fires)
    assert (finding.tier, finding.assets, finding.after) == ("BACKUP", 2, "2 jobs")


def test_a_script_that_is_taken_away_lowers_consistency():
    place = f"{BACKUP}.schedules[0].pre_script_info"
    (finding,) = found("DP-COV-008", Set(POLICY, place, None), before=(Set(POLICY, place, SCRIPT),))
    assert (finding.tier, finding.schedule) == ("BACKUP", 2)
    assert finding.path.endswith("pre_script_info")
    other = Set(POLICY, place, {**SCRIPT, "path": "/opt/other"})
    assert found("DP-COV-008", other, before=(Set(POLICY, place, SCRIPT),)) == []


def test_log_backups_that_end_are_told_once_for_all_databases():
    rule = RULES["DP-COV-009"]
    gone = Set("glbr_protection_policy.databases", "protections[1]", None)
    (finding,) = judged(rule, Example(before=rule.fires.before, after=(gone,)))
    assert finding.tier == "DATABASE_LOG_BACKUP"
    assert "any moment in between" in finding.message
