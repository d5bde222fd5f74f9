"""What holds for every rule of the catalogue, and for all of them together."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.estate import BACKUP, CLOUD, CLOUD_BACKUP, GROUP, JOB, LOCAL, POLICY, SNAPSHOT, member
from glbr.review.rules.example import Add, Edit, Example, Move, Remove, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Rule
from glbr.review.rules.unbuilt import UNBUILT
from rule_examples import analysis_of, by_address, configuration, judged, plan_document
from workspace import Workspace

REFERENCE = {"LOSS": 9, "LOCK": 8, "RET": 6, "RPO": 7, "COPY": 11, "COV": 9, "VER": 2, "SEC": 5, "PLAN": 10}
"""How many rules each family of the reference has; numbers begin at 1."""

RULES = tuple(catalogue().values())
BY_CHANGE = tuple(rule for rule in RULES if rule.mode == "change")
OF_SCHEDULES = tuple(rule for rule in RULES if rule.id.startswith(("DP-LOCK-", "DP-RET-", "DP-RPO-")))
"""Rules about what the schedules of the estate promise to the six assets of its group."""
ALL_ASSETS = 6


def _named(rule: Rule) -> str:
    return rule.id


def _everything(rules: tuple[Rule, ...], example: Example) -> list[Finding]:
    """What rules find with their own parameters in one example, which is read once."""
    analysis = analysis_of(example)
    usual = [{name: parameter.default for name, parameter in rule.parameters.items()} for rule in rules]
    return [found for rule, own in zip(rules, usual, strict=True) for found in rule.judge(rule, analysis, own)]


def test_the_catalogue_and_what_cannot_be_judged_are_the_67_rules_of_the_reference() -> None:
    wanted = {f"DP-{family}-{number:03d}" for family, last in REFERENCE.items() for number in range(1, last + 1)}

    assert len(wanted) == 67
    assert catalogue().keys() | UNBUILT.keys() == wanted
    assert not catalogue().keys() & UNBUILT.keys()
    assert all(why.endswith(".") for why in UNBUILT.values())


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_a_rule_fires_on_its_example(rule: Rule) -> None:
    found = judged(rule, rule.fires)

    assert found
    assert {one.rule for one in found} == {rule.id}
    # Two rules are about what cannot be told; every other one is sure of its own example.
    verdict = "unknown" if rule.id in ("DP-PLAN-001", "DP-PLAN-002") else "fail"
    assert {one.verdict for one in found} == {verdict}


@pytest.mark.parametrize("rule", OF_SCHEDULES, ids=_named)
def test_a_rule_about_schedules_tells_where_and_how_many_assets(rule: Rule) -> None:
    found = judged(rule, rule.fires)

    assert found
    assert all(one.address for one in found)
    # Jobs that begin at one minute are those of many more assets.
    assert all(one.assets == ALL_ASSETS or (rule.id == "DP-RPO-006" and one.assets) for one in found)


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_a_rule_leaves_its_quiet_example_alone(rule: Rule) -> None:
    assert judged(rule, rule.quiet) == []


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_findings_say_what_happens_and_where(rule: Rule) -> None:
    for found in judged(rule, rule.fires):
        assert found.rule == rule.id
        assert found.message[0].isupper() or found.message[0] == "`" or found.message[0].isdigit(), found.message
        assert found.message.endswith("."), found.message
        assert found.subject
        assert found.key
        assert found.verdict == "fail" or found.resolve
        assert set(found.covers) <= catalogue().keys() - {rule.id}


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_a_rule_says_why_and_what_to_do_and_where_it_comes_from(rule: Rule) -> None:
    assert len(rule.explain) > 80
    assert rule.explain.endswith(".")
    assert rule.fix.endswith(".")
    assert rule.sources
    assert all(rule.sources)
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    for name, parameter in rule.parameters.items():
        assert name.isidentifier()
        assert parameter.says.endswith(".")
        assert parameter.source


def test_the_untouched_estate_gives_nothing_grave() -> None:
    grave = [one for one in _everything(RULES, Example()) if one.severity >= Severity.HIGH]

    assert grave == []
    assert _everything(OF_SCHEDULES, Example()) == []


ALONE = {"id": member(7)["id"], "type": "virtualization/virtual-machine"}
STEADY = settings(max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
PERIODS = ("36 hours", "5 days", "2 weeks", "1 month", "1 year")
STATES = {
    (POLICY, f"{SNAPSHOT}.schedules[0].expire_after"): ("1 day", *PERIODS, None),
    (POLICY, f"{BACKUP}.schedules[0].expire_after"): ("2 weeks", "5 weeks", "7 years"),
    (POLICY, f"{BACKUP}.schedules[0].lock_for"): ("1 day", "2 weeks", None),
    (POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for"): ("1 week", "1 month", None),
    (POLICY, f"{CLOUD_BACKUP}.schedules[0].schedule.start_time"): ("03:00", "23:59"),
    (POLICY, f"{CLOUD_BACKUP}.schedules[0].source_protection_schedule_id"): (1, 2, None),
    (POLICY, f"{BACKUP}.schedules[0].pre_script_info"): ({"host_id": "host-1", "path": "/opt/quiesce"},),
    (POLICY, CLOUD_BACKUP): (None,),
    (LOCAL, "force"): (True, False),
    (CLOUD, "storage_location_id"): ("azure:westeurope", "aws:us-east-1"),
    (GROUP, "assets"): ([member(0)], [member(position) for position in range(20)]),
    (JOB, "effective_from_date_time"): ("2027-01-05T06:00:00Z",),
}
"""Legal values of the estate, by place."""


@st.composite
def estates(draw: st.DrawFn) -> tuple[Edit, ...]:
    """Edits that make another legal estate: values first, tiers that go last."""
    places = draw(st.lists(st.sampled_from(list(STATES)), unique=True, max_size=5))
    edits: list[Edit] = [Set(*place, draw(st.sampled_from(STATES[place]))) for place in places]
    edits.sort(key=lambda edit: isinstance(edit, Set) and edit.path == CLOUD_BACKUP)
    if draw(st.booleans()):
        chosen = {"protection_policy_id": f"${{{POLICY}.id}}", "asset_info": ALONE}
        edits.append(Add("glbr_protection_job.alone", chosen))
    return tuple(edits)


@STEADY
@given(estates())
def test_where_nothing_changes_no_rule_about_changes_finds_anything(estate: tuple[Edit, ...]) -> None:
    assert _everything(BY_CHANGE, Example(before=estate)) == []


@STEADY
@given(estates(), estates())
def test_findings_are_told_once_and_a_run_is_like_the_other(before: tuple[Edit, ...], after: tuple[Edit, ...]) -> None:
    example = Example(before=before, after=tuple(edit for edit in after if not _is_taken(edit, before)))

    found = _everything(RULES, example)

    told = [(one.fingerprint, one.verdict, one.before, one.after, one.message) for one in found]
    assert len(told) == len(set(told))
    assert found == _everything(RULES, example)


def _is_taken(edit: Edit, before: tuple[Edit, ...]) -> bool:
    """Whether it speaks of a tier that is gone before, or takes away what is gone."""
    gone = Set(POLICY, CLOUD_BACKUP, None) in before
    if not isinstance(edit, Set):
        return False
    return (gone and edit.path.startswith(CLOUD_BACKUP)) or Set(edit.address, edit.path, None) in before


ALL_AT_ONCE = Example(
    before=(
        Add(
            "glbr_protection_store.each",
            {
                "for_each": {'a "b"': "one", "c": "two"},
                "display_name": "Store ${each.value}",
                "protection_store_type": "ON_PREMISES",
                "storage_system_id": "${data.glbr_storeonce.main.id}",
                "storage_system_type": "STOREONCE",
            },
        ),
        Add("glbr_protection_job.alone", {"protection_policy_id": f"${{{POLICY}.id}}", "asset_info": ALONE}),
    ),
    after=(
        Set(CLOUD, "storage_location_id", "azure:westeurope"),
        Set(GROUP, "assets[5]", None),
        Set("glbr_protection_store.each", "for_each", {"c": "three", "d": "four"}),
        Move(LOCAL, "glbr_protection_store.near"),
        Remove("glbr_protection_job.alone", forget=True),
    ),
)


def test_a_plan_made_without_terraform_says_what_terraform_says(workspace: Workspace) -> None:
    workspace.apply(configuration(ALL_AT_ONCE, "before"))
    workspace.write(configuration(ALL_AT_ONCE, "after"))

    real, made = workspace.plan(), plan_document(ALL_AT_ONCE)

    assert {one["change"]["actions"][0] for one in real["resource_changes"]} >= {"create", "delete", "forget", "update"}
    for part in ("resource_changes", "configuration"):
        entries = by_address(made[part])
        assert entries == by_address(real[part]), part
