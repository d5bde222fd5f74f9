"""What was so before a change is said, and not held against it; what the change makes worse is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from glbr.protection.direction import Direction
from glbr.review.gate.settings import Settings
from glbr.review.gate.user_rules import UserRule
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.estate import ESTATE, member
from glbr.review.rules.estate import GROUP as GROUP_OF_ALL
from glbr.review.rules.estate import JOB as JOB_OF_ALL
from glbr.review.rules.estate import POLICY as POLICY_OF_ALL
from glbr.review.rules.example import Add, Example, Remove, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Rule
from judging_parts import GROUP, HIGH, POLICY, finds, results, review
from report_parts import change, model, unit
from rule_examples import analysis_of


def state(**values: object) -> Finding:
    start = replace(HIGH, direction=Direction.NEUTRAL, before="", after="kept 2 weeks", key=GROUP, address=POLICY)
    return replace(start, **values)  # type: ignore[arg-type]


def changing(*before: Finding, after: tuple[Finding, ...]) -> Rule:
    """A rule about a state of things, which finds this on each side."""

    def look(own: Rule, analysis, _parameters) -> Iterator[Finding]:
        found = after if analysis.is_change else before
        return iter([replace(one, rule=own.id) for one in found])

    return replace(finds(mode="state"), judge=look)


@pytest.mark.parametrize(
    ("before", "enforcement"),
    [
        ((state(),), "advisory"),
        ((state(after="kept 1 week"),), "advisory"),
        ((), "soft"),
        ((state(tier="BACKUP"),), "soft"),
        ((state(verdict="unknown"),), "soft"),
        ((state(key="other"),), "soft"),
    ],
)
def test_what_was_so_before_a_change_is_said_and_not_held_against_it(before, enforcement):
    report = review(changing(*before, after=(state(),)), about=model([unit("clinic")], [change(POLICY)]))

    assert results(report) == [("DP-T-1", "fail", enforcement)]
    assert report.judged[0].existing is (enforcement == "advisory")


def test_what_was_bad_and_gets_worse_is_held_against_the_change():
    worse = model([unit("clinic", after=False)], [change(POLICY)])
    report = review(changing(state(after="kept 4 weeks"), after=(state(),)), about=worse)

    assert results(report) == [("DP-T-1", "fail", "soft")]


TIERS = ESTATE[POLICY_OF_ALL]["protections"]

WEAK = {
    "glbr_protection_policy.weak": {
        "name": "weak",
        "application_type": "VMWARE",
        "protections": [
            {
                **TIERS[1],
                "schedules": [
                    {
                        **TIERS[1]["schedules"][0],
                        "schedule_id": 1,
                        "lock_for": None,
                        "source_protection_schedule_id": None,
                    }
                ],
            }
        ],
    },
    "glbr_virtual_machine_protection_group.weak": {**ESTATE[GROUP_OF_ALL], "name": "weak", "assets": [member(8)]},
    "glbr_protection_job.weak": {
        "protection_policy_id": "${glbr_protection_policy.weak.id}",
        "asset_info": {
            "id": "${glbr_virtual_machine_protection_group.weak.id}",
            "type": "backup-recovery/virtual-machine-protection-group",
        },
    },
}
"""A second group, whose copies nobody locks."""

JOINS = Set("glbr_virtual_machine_protection_group.weak", "assets", [member(8), member(5)])
LEAVES = Set(GROUP_OF_ALL, "assets", [member(position) for position in range(5)])


@pytest.mark.parametrize(
    ("after", "enforcements"),
    [((JOINS,), {"advisory"}), ((JOINS, LEAVES), {"advisory", "soft"})],
)
def test_whoever_joins_a_group_finds_its_faults_and_whoever_loses_by_it_has_them_held_against_the_change(
    after, enforcements
):
    before = tuple(Add(address, arguments) for address, arguments in WEAK.items())
    if LEAVES not in after:
        before = (Remove(JOB_OF_ALL), *before)
    no_copy_locked = catalogue()["DP-LOCK-003"]

    report = review(no_copy_locked, about=analysis_of(Example(before=before, after=after)).model)

    assert {one.enforcement for one in report.judged} == enforcements


def test_a_gate_may_hold_the_past_against_a_change():
    rule_of_state = changing(state(), after=(state(),))
    report = review(rule_of_state, about=model([unit("clinic")]), settings=Settings(existing="enforce"))

    assert results(report) == [("DP-T-1", "fail", "soft")]


UNKNOWN = state(verdict="unknown", severity=Severity.CRITICAL)


@pytest.mark.parametrize("mode", ["state", "change"])
def test_what_was_as_unknown_before_and_is_left_alone_is_only_said(mode):
    report = review(finds(UNKNOWN, mode=mode), about=model([unit("clinic")], [change("glbr_protection_store.cloud")]))
    assert results(report) == [("DP-T-1", "unknown", "hard")]  # its copies are in that store

    report = review(finds(UNKNOWN, mode=mode), about=model([unit("clinic")], [change("glbr_setting.other")]))
    assert results(report) == [("DP-T-1", "unknown", "advisory")]
    assert report.judged[0].existing
    assert report.outcome == "clean"


@pytest.mark.parametrize(
    "about",
    [
        model([unit("clinic")], [change(POLICY)]),
        model([unit("clinic")], [change(GROUP, "no-op", importing=True)]),
        replace(model([unit("clinic")]), drift_changes=(change(POLICY),)),
        replace(model([unit("clinic")]), deferred=((POLICY, "resource_config_unknown"),)),
        model([unit("clinic", before=False)]),
        model([]),
        model([unit("clinic")], origin="configurations"),
    ],
)
def test_an_unknown_that_the_change_may_bring_about_is_never_excused_by_the_past(about):
    unknown = replace(UNKNOWN, key="glbr_virtual_machine_protection_group.none") if not about.after.jobs else UNKNOWN

    assert review(finds(unknown), about=about).outcome == "undecidable"


@pytest.mark.parametrize("name", ["DP-PLAN-001", "DP-PLAN-002"])
def test_a_plan_that_does_not_show_everything_is_never_as_it_was_before(name):
    assert review(finds(UNKNOWN, name=name), about=model([unit("clinic")])).outcome == "undecidable"


def test_a_gate_may_hold_what_was_unknown_before_against_a_change():
    enforced = Settings(existing="enforce")

    assert review(finds(UNKNOWN), about=model([unit("clinic")]), settings=enforced).outcome == "undecidable"


@pytest.mark.parametrize(("actions", "enforcement"), [("no-op", "advisory"), ("update", "soft")])
def test_a_secret_in_clear_of_an_object_that_is_left_alone_was_so_before(actions, enforcement):
    secret = change("glbr_storeonce.main", actions, secrets_in_clear=("credentials.password",))
    report = review(catalogue()["DP-SEC-002"], about=model([], [secret, change(POLICY)]))

    assert results(report) == [("DP-SEC-002", "fail", enforcement)]


def own_rule(claim: str, kind: str = "stores") -> UserRule:
    told = {"title": "Wrong", "severity": "high", "message": "It is wrong.", "explain": "So.", "fix": "Mend it."}
    return UserRule.model_validate({"id": "ACME-1", "for": kind, "when": "true", "assert": claim, **told})


@pytest.mark.parametrize(
    ("claim", "kind", "enforcement"),
    [
        ('object.key != "glbr_protection_store.cloud"', "stores", "advisory"),
        ('object.key != "glbr_protection_store.local"', "stores", "soft"),
        ('object.key != "glbr_protection_store.cloud" || size(model.changes) == 0', "stores", "soft"),
        ("size(object.changes) == 0", "model", "soft"),
        ('object.key != "glbr_protection_store.local"', "changes", "soft"),
    ],
)
def test_a_rule_of_the_teams_own_holds_nothing_against_a_change_that_leaves_its_object_alone(claim, kind, enforcement):
    about = model([unit("clinic")], [change("glbr_protection_store.local")])
    report = review(about=about, user_rules=(own_rule(claim, kind),))

    assert results(report) == [("ACME-1", "fail", enforcement)]
