"""Rules about the plan itself: what it leaves open, what it leaves out, which guards it takes away."""

from dataclasses import replace
from datetime import timedelta

import pytest

from glbr.protection.direction import Direction
from glbr.protection.setting import Setting, known
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.model import Check, Model
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.coverage.clinic import SILVER, SILVER_POLICY
from glbr.review.rules.estate import BACKUP, CLOUD, GROUP, JOB, LOCAL, POLICY, member
from glbr.review.rules.example import Add, Example, Move, Remove, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.plan.understood import UNDERSTOOD, is_understood
from rule_examples import analysis_of, judged

RULES = {name: rule for name, rule in catalogue().items() if name.startswith("DP-PLAN-")}
LOCK = f"{BACKUP}.schedules[0].lock_for"


def found(rule: str, *after: object, **more: object) -> list[Finding]:
    """What a rule of the family finds after some edits of the estate."""
    return judged(RULES[rule], Example(after=after, **more))


def look(rule: str, analysis: Analysis, **parameters: object) -> list[Finding]:
    """What a rule of the family finds in an analysis."""
    own = {name: parameter.default for name, parameter in RULES[rule].parameters.items()}
    return list(RULES[rule].judge(RULES[rule], analysis, {**own, **parameters}))


def test_the_family_is_complete():
    assert sorted(RULES) == [f"DP-PLAN-{number:03}" for number in range(1, 11)]


def with_tiers(model: Model, change) -> Model:
    """The model with other tiers after the change: those of the policy, and of the job that applies it."""
    policy = model.after.policies[POLICY]
    tiers = change(policy.tiers)
    jobs = {key: replace(job, tiers=tiers) for key, job in model.after.jobs.items()}
    return replace(model, after=replace(model.after, policies={POLICY: replace(policy, tiers=tiers)}, jobs=jobs))


def in_second_tier(change):
    """A change of the tier BACKUP only."""
    return lambda tiers: known(tuple(change(tier) if place == 1 else tier for place, tier in enumerate(tiers.value)))


def in_its_schedule(**settings: object):
    """A change of the one schedule of the tier BACKUP."""
    return in_second_tier(lambda tier: replace(tier, schedules=known((replace(tier.schedules.value[0], **settings),))))


BLIND = Setting("unknown")


def test_a_lock_that_is_not_known_is_undecided_at_the_place_where_it_is_written():
    model = with_tiers(analysis_of(Example()).model, in_its_schedule(lock=BLIND))
    (finding,) = look("DP-PLAN-001", Analysis(model))
    assert (finding.verdict, finding.tier, finding.schedule) == ("unknown", "BACKUP", 2)
    assert finding.path == LOCK
    assert finding.resolve


@pytest.mark.parametrize(
    "hidden",
    [
        lambda tiers: BLIND,
        in_second_tier(lambda tier: replace(tier, store=BLIND)),
        in_second_tier(lambda tier: replace(tier, kind=BLIND)),
        in_second_tier(lambda tier: replace(tier, schedules=BLIND)),
        in_its_schedule(keep=BLIND),
        in_its_schedule(cadence=BLIND),
        in_its_schedule(number=BLIND),
    ],
    ids=["tiers", "store", "kind", "schedules", "retention", "cadence", "number"],
)
def test_whatever_is_hidden_never_passes(hidden):
    findings = look("DP-PLAN-001", Analysis(with_tiers(analysis_of(Example()).model, hidden)))
    assert findings
    assert {finding.verdict for finding in findings} == {"unknown"}
    assert all(finding.resolve for finding in findings)


def test_ids_that_a_replaced_store_leaves_unknown_are_followed_and_decided():
    assert found("DP-PLAN-001", Set(CLOUD, "storage_location_id", "azure:westeurope")) == []


def test_a_policy_elsewhere_that_nobody_touches_is_no_question():
    before = (Set(JOB, "protection_policy_id", "11111111-2222-3333-4444-555555555555"),)
    assert found("DP-PLAN-001", Set(GROUP, "description", "x"), before=before) == []
    changed = Set(JOB, "protection_policy_id", "66666666-7777-8888-9999-000000000000")
    assert [finding.verdict for finding in found("DP-PLAN-001", changed, before=before)] == ["unknown"]


def test_a_list_of_members_that_is_not_known_is_undecided():
    unknown = {"id": "${terraform_data.which.id}", "type": "virtualization/virtual-machine"}
    change = (Add("terraform_data.which", {"input": "x"}), Set(GROUP, "assets", [member(0), unknown]))
    assert [finding.verdict for finding in found("DP-PLAN-001", *change)] == ["unknown"]


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"complete": False}, "-target"),
        ({"errored": True}, "error"),
    ],
)
def test_a_plan_that_is_not_whole_is_undecided(keys: dict[str, object], word: str):
    (finding,) = found("DP-PLAN-002", plan=keys)
    assert finding.verdict == "unknown"
    assert word in finding.message


def test_what_was_put_off_is_named():
    analysis = analysis_of(Example(plan={"complete": False}))
    model = replace(analysis.model, deferred=(("glbr_protection_job.later", "absent_prereq"),))
    (finding,) = look("DP-PLAN-002", Analysis(model))
    assert "1 change: glbr_protection_job.later (absent_prereq)" in finding.message


def test_what_somebody_weakened_by_hand_is_told_with_what_the_apply_makes_of_it():
    (finding,) = found("DP-PLAN-003", outside=(Set(POLICY, LOCK, "1 day"),))
    assert (finding.severity, finding.direction) == (Severity.INFO, Direction.NEUTRAL)
    assert "lock shortened" in finding.message
    assert "It is put back by this plan" in finding.message
    half = Set(POLICY, LOCK, "1 week")
    (again,) = found("DP-PLAN-003", half, outside=(Set(POLICY, LOCK, "1 day"),))
    assert again.direction is Direction.WEAKENING
    assert "This plan changes it again" in again.message
    lifecycle = Set(POLICY, "lifecycle", {"ignore_changes": ["protections"]})
    (left,) = found("DP-PLAN-003", before=(lifecycle,), outside=(Set(POLICY, LOCK, "1 day"),))
    assert "does not put it back" in left.message


def test_what_somebody_strengthened_by_hand_is_no_finding():
    assert found("DP-PLAN-003", outside=(Set(POLICY, LOCK, "4 weeks"),)) == []


@pytest.mark.parametrize("address", [JOB, GROUP, POLICY, CLOUD])
def test_what_is_gone_outside_of_terraform_is_a_loss(address: str):
    (finding,) = found("DP-PLAN-003", outside=(Remove(address),))
    assert (finding.key, finding.after, finding.direction) == (address, "gone", Direction.DESTRUCTIVE)


def test_members_that_somebody_took_out_are_counted():
    (finding,) = found("DP-PLAN-003", outside=(Set(GROUP, "assets[5]", None), Set(GROUP, "assets[4]", None)))
    assert (finding.before, finding.after, finding.assets) == ("6 members", "4 members", 2)


def test_a_job_that_was_suspended_by_hand_is_drift():
    analysis = analysis_of(Example())
    side = analysis.model.before
    asleep = replace(side, jobs={JOB: replace(side.jobs[JOB], suspended=known(True))})
    model = replace(analysis.model, drift_before=side, drift_after=asleep)
    assert [finding.after for finding in look("DP-PLAN-003", Analysis(model))] == ["suspended"]


def test_a_check_that_is_decided_by_the_apply_is_undecided():
    analysis = analysis_of(Example())
    model = replace(analysis.model, checks=(Check("check.a", "unknown"), Check("check.b", "error", ("it broke",))))
    one, other = look("DP-PLAN-004", Analysis(model))
    assert (one.verdict, one.address, other.verdict) == ("unknown", "check.a", "fail")
    assert "it broke" in other.message


def test_a_plan_alone_tells_of_no_guard():
    guarded = (Set(CLOUD, "lifecycle", {"prevent_destroy": True}),)
    assert found("DP-PLAN-005") == []
    assert found("DP-PLAN-006", Set(CLOUD, "lifecycle", None), before=guarded) == []


def test_changes_that_are_ignored_from_now_on_are_a_guard_that_is_gone():
    ignoring = Set(POLICY, "lifecycle", {"ignore_changes": ["protections", "description"]})
    (finding,) = found("DP-PLAN-006", ignoring, two_configurations=True)
    assert (finding.key, finding.after) == (POLICY, "ignored: protections")
    harmless = Set(POLICY, "lifecycle", {"ignore_changes": ["description"]})
    assert found("DP-PLAN-006", harmless, two_configurations=True) == []


def test_how_old_a_plan_is_counts_only_where_the_time_is_known():
    model = analysis_of(Example()).model
    later = model.provenance.at + timedelta(hours=25)
    assert look("DP-PLAN-008", Analysis(model)) == []
    assert len(look("DP-PLAN-008", Analysis(model, today=later))) == 1
    assert look("DP-PLAN-008", Analysis(model, today=later), older_than="2 days") == []


def test_waivers_are_the_gates_to_judge():
    assert look("DP-PLAN-009", analysis_of(RULES["DP-PLAN-009"].fires)) == []


def test_every_attribute_of_the_estate_is_understood():
    change = (Set(LOCAL, "display_name", "x"), Set(POLICY, LOCK, "3 weeks"), Set(GROUP, "assets", [member(1)]))
    assert found("DP-PLAN-010", *change, Add(SILVER, SILVER_POLICY)) == []


def test_an_attribute_that_the_provider_has_and_no_rule_knows_is_said_to_be_unknown():
    assert not is_understood("protection_policy", "protections.schedules.colour")
    assert not is_understood("protection_store", "colour")
    assert not is_understood("async_operation", "state")
    assert is_understood("protection_policy", "protections.schedules.schedule.repeat_interval.every")
    assert is_understood("protection_job", "overrides")
    assert is_understood("setting", "description")


@pytest.mark.parametrize(("name", "value", "told"), [("DualAuth", "OFF", 0), ("SessionTimeout", "15", 1)])
def test_a_setting_that_another_rule_judges_is_classified(name: str, value: str, told: int):
    before = (Add("glbr_setting.it", {"name": name, "current_value": "ON"}),)
    assert len(found("DP-PLAN-010", Set("glbr_setting.it", "current_value", value), before=before)) == told


def test_what_is_understood_are_arguments_that_there_are():
    from glbr.review.ingest.kinds import KINDS

    for noun, paths in UNDERSTOOD.items():
        for path in paths:
            assert path.split(".", 1)[0] in KINDS[noun].arguments, f"{noun} has no {path}"


def test_a_moved_object_with_a_change_is_found_at_its_new_address():
    move = Move(POLICY, "glbr_protection_policy.renamed")
    assert found("DP-PLAN-010", move) == []
    assert found("DP-PLAN-001", move) == []


def test_a_job_whose_asset_becomes_another_kind_of_thing_is_told():
    (finding,) = found("DP-PLAN-010", Set(JOB, "asset_info.type", "backup-recovery/volume-protection-group"))
    assert (finding.severity, finding.path) == (Severity.MEDIUM, "asset_info.type")
