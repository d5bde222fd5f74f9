"""What a gate makes of findings: what blocks, what asks, what is only said, and what goes without saying."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from glbr.protection.direction import Direction
from glbr.review.gate.gate import Gate, Wishes
from glbr.review.gate.judging import judge
from glbr.review.gate.packs import Pack, shipped
from glbr.review.gate.settings import Settings, settings_of
from glbr.review.gate.user_rules import UserRule
from glbr.review.model.model import Model, Waiver
from glbr.review.model.objects import Asset
from glbr.review.report import Report
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.estate import ESTATE, member
from glbr.review.rules.estate import GROUP as GROUP_OF_ALL
from glbr.review.rules.estate import JOB as JOB_OF_ALL
from glbr.review.rules.estate import POLICY as POLICY_OF_ALL
from glbr.review.rules.example import Add, Example, Remove, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Mode, Parameter, Rule
from reports import AT, change, finding, job, model, rule, unit
from rule_examples import analysis_of

POLICY = "glbr_protection_policy.gold"
GROUP = "glbr_virtual_machine_protection_group.clinic"
WAIVED = Waiver(
    "DP-T-1", POLICY, "the array is switched off", "storage-team", "2027-01-31", "locked 1 week", tier="CLOUD_BACKUP"
)


def finds(*found: Finding, name: str = "DP-T-1", mode: Mode = "change") -> Rule:
    """A rule that finds this."""
    own = tuple(replace(one, rule=name) for one in found)
    return replace(rule(name, "Found"), mode=mode, judge=lambda *_: iter(own), applies_to=("plan",))


def breaks(name: str = "DP-T-1") -> Rule:
    def judge_badly(*_: object) -> Iterator[Finding]:
        raise KeyError("vm-0042")

    return replace(finds(name=name), judge=judge_badly)


def gate(*rules: Rule, pack: Pack | None = None, **values: object) -> Gate:
    problem = finds(name="DP-PLAN-009", mode="state")
    return replace(
        Gate(pack or shipped("baseline"), Settings(), {one.id: one for one in (*rules, problem)}),
        **values,  # type: ignore[arg-type]
    )


def review(*rules: Rule, about: Model | None = None, **values: object) -> Report:
    return judge(about or model([], [change(POLICY)]), gate(*rules, **values))


def results(report: Report) -> list[tuple[str, str, str]]:
    return [(one.finding.rule, one.result, one.enforcement) for one in report.judged]


CRITICAL, HIGH, LOW = (finding("x", severity) for severity in (Severity.CRITICAL, Severity.HIGH, Severity.LOW))


@pytest.mark.parametrize(
    ("found", "outcome", "code"),
    [
        ((), "clean", 0),
        ((replace(LOW, direction=Direction.NEUTRAL),), "clean", 0),
        ((LOW,), "needs approval", 3),
        ((HIGH,), "needs approval", 3),
        ((replace(HIGH, direction=Direction.NEUTRAL),), "needs approval", 3),
        ((CRITICAL,), "blocked", 2),
        ((CRITICAL, HIGH), "blocked", 2),
        ((replace(CRITICAL, verdict="unknown"),), "undecidable", 4),
        ((replace(CRITICAL, verdict="unknown"), HIGH), "undecidable", 4),
        ((replace(CRITICAL, verdict="unknown"), replace(CRITICAL, key="y")), "blocked", 2),
        ((replace(HIGH, verdict="unknown", direction=Direction.NEUTRAL),), "needs approval", 3),
        ((replace(LOW, verdict="unknown", direction=Direction.NEUTRAL),), "clean", 0),
    ],
)
def test_the_worst_finding_decides(found, outcome, code):
    report = review(finds(*found))

    assert (report.outcome, report.exit_code) == (outcome, code)


@pytest.mark.parametrize("name", ["DP-PLAN-001", "DP-PLAN-002"])
@pytest.mark.parametrize("verdict", ["fail", "unknown"])
def test_a_plan_that_does_not_show_what_decides_leaves_a_review_undecidable(name, verdict):
    assert review(finds(replace(HIGH, verdict=verdict), name=name)).outcome == "undecidable"
    assert review(finds(replace(HIGH, verdict=verdict), name=name), finds(CRITICAL)).outcome == "blocked"


def test_a_rule_that_breaks_is_told_and_leaves_a_review_undecidable():
    report = review(breaks(), finds(LOW, name="DP-T-2"))

    assert results(report) == [("DP-T-1", "error", "hard"), ("DP-T-2", "fail", "advisory")]
    assert report.outcome == "undecidable"
    assert "(KeyError)" in report.judged[0].finding.message
    assert "Traceback" not in report.headline
    assert "vm-0042" not in report.headline


def test_a_rule_that_breaks_can_be_turned_off():
    assert review(breaks(), settings=Settings(enforcement={"DP-T-1": "off"})).outcome == "clean"


def test_what_is_off_is_not_said():
    report = review(finds(CRITICAL), settings=Settings(enforcement={"critical": "off"}))

    assert report.judged == ()


@pytest.mark.parametrize(
    ("wish", "outcome"),
    [("never", "clean"), ("destructive", "clean"), ("weakening", "needs approval"), ("any-change", "needs approval")],
)
def test_approval_is_asked_for_from_a_direction_on(wish, outcome):
    assert review(finds(LOW), wishes=Wishes(require_approval=wish)).outcome == outcome


def test_a_soft_finding_asks_whatever_its_direction_unless_nobody_is_to_be_asked():
    soft = replace(HIGH, direction=Direction.NEUTRAL)

    assert review(finds(soft), wishes=Wishes(require_approval="destructive")).outcome == "needs approval"
    assert review(finds(soft), wishes=Wishes(require_approval="never")).outcome == "clean"


def test_any_change_asks_for_what_weakens_nothing():
    wishes = Wishes(require_approval="any-change")

    assert review(finds(), wishes=wishes).outcome == "needs approval"
    assert review(finds(), about=model([], [change(POLICY, "no-op")]), wishes=wishes).outcome == "clean"


def test_unknown_may_be_let_pass_by_choice_and_is_still_said():
    report = review(finds(replace(CRITICAL, verdict="unknown")), wishes=Wishes(unknown="pass-advisory"))

    assert results(report) == [("DP-T-1", "unknown", "advisory")]
    assert report.outcome == "clean"


@pytest.mark.parametrize(
    ("word", "blocked"),
    [
        ("low", True),
        ("medium", False),
        ("DP-T-1", True),
        ("weakening", True),
        ("destructive", False),
    ],
)
def test_fail_on_blocks_on_a_rule_a_severity_or_a_direction(word, blocked):
    assert (review(finds(LOW), wishes=Wishes(fail_on=(word,))).outcome == "blocked") is blocked


def test_fail_on_a_direction_sees_what_no_rule_has_found():
    lost = model([unit("clinic", after=False)])

    assert review(finds(), about=lost, wishes=Wishes(fail_on=("destructive",))).outcome == "blocked"


def test_a_direction_that_no_rule_tells_needs_approval_all_the_same():
    assert review(finds(), about=model([unit("clinic", after=False)])).outcome == "needs approval"
    assert review(finds(), about=model([unit("clinic", before=False)])).outcome == "clean"


def test_a_waived_loss_needs_no_approval_and_another_one_does():
    lost = replace(CRITICAL, key=GROUP, tier="", schedule=None, direction=Direction.DESTRUCTIVE, after="nothing")
    waiver = replace(WAIVED, address=GROUP, value="nothing", tier="")

    assert (
        review(
            finds(replace(lost, address=GROUP)), about=model([unit("clinic", after=False)]), waivers=(waiver,)
        ).outcome
        == "clean"
    )
    both = model([unit("clinic", after=False), replace(unit("ward", after=False), assets=("vm-9999",))])
    assert review(finds(replace(lost, address=GROUP)), about=both, waivers=(waiver,)).outcome == "needs approval"


def test_exit_zero_changes_the_code_and_not_the_verdict():
    report = review(finds(CRITICAL), wishes=Wishes(exit_zero=True))

    assert (report.outcome, report.exit_code) == ("blocked", 0)


def test_a_waived_finding_stays_visible_and_does_not_count():
    report = review(finds(CRITICAL), waivers=(WAIVED,))

    assert results(report) == [("DP-T-1", "waived", "hard")]
    assert report.judged[0].waiver == WAIVED
    assert report.outcome == "clean"


@pytest.mark.parametrize("verdict", ["fail", "unknown"])
def test_another_value_or_an_unknown_one_is_not_waived(verdict):
    report = review(finds(replace(CRITICAL, verdict=verdict, after="locked 1 day")), waivers=(WAIVED,))

    assert report.outcome == ("blocked" if verdict == "fail" else "undecidable")


def test_what_blocks_is_waived_by_name_only():
    report = review(finds(CRITICAL), waivers=(replace(WAIVED, address="glbr_protection_policy.*"),))

    assert report.outcome == "blocked"
    assert report.judged[1].finding.message.endswith(f"Write the address that is accepted: {POLICY}.")
    assert review(finds(HIGH), waivers=(replace(WAIVED, address="*"),)).outcome == "clean"


def test_what_a_pack_never_lets_be_waived_is_not():
    pack = replace(shipped("baseline"), never_waived=("DP-T-1",))
    report = review(finds(CRITICAL), pack=pack, waivers=(WAIVED,))

    assert report.outcome == "blocked"
    assert "cannot be waived" in report.judged[1].finding.message


def test_a_waiver_problem_is_a_finding_that_nobody_can_waive():
    expired = replace(WAIVED, until="2026-01-01")
    cover = replace(WAIVED, rule="DP-PLAN-009", address="*", value="")
    report = review(finds(HIGH), waivers=(expired, cover))

    assert [one.finding.rule for one in report.standing()].count("DP-PLAN-009") == 2
    assert not any(one.result == "waived" for one in report.judged)


def test_a_waiver_that_only_the_change_has_does_not_excuse_it():
    report = review(finds(CRITICAL), unmerged=(WAIVED,), has_base=True)

    assert results(report) == [("DP-T-1", "fail", "hard"), ("DP-PLAN-009", "fail", "soft")]
    assert "it is new in this change" in report.judged[1].finding.message


def carried(*waivers: Waiver) -> Model:
    return replace(model([], [change(POLICY)]), waivers=waivers)


def test_a_waiver_that_travels_with_the_configuration_counts_without_a_base():
    assert review(finds(CRITICAL), about=carried(WAIVED)).outcome == "clean"


def test_with_a_base_a_waiver_that_travels_counts_only_if_the_base_has_it():
    about, seen = carried(replace(WAIVED, written_in="Clinic/Gold")), gate(finds(CRITICAL), has_base=True)

    assert judge(about, seen).outcome == "blocked"
    assert judge(about, seen, base_waivers=lambda: (WAIVED,)).outcome == "clean"
    assert judge(about, seen, base_waivers=lambda: (replace(WAIVED, value="locked 1 day"),)).outcome == "blocked"
    assert judge(about, replace(seen, waivers=(WAIVED,))).outcome == "clean"


def test_the_base_is_read_for_its_waivers_only_when_that_matters():
    def never() -> tuple[Waiver, ...]:
        raise AssertionError("nobody asked for it")

    assert judge(model(), gate(finds(), has_base=True), base_waivers=never).outcome == "clean"
    assert judge(carried(WAIVED), gate(finds(CRITICAL)), base_waivers=never).outcome == "clean"


def test_a_problem_of_a_waiver_that_the_base_has_is_not_held_against_the_change():
    expired = replace(WAIVED, until="2026-01-01")

    assert review(finds(), waivers=(expired,), has_base=True).outcome == "clean"
    assert review(finds(), waivers=(expired,)).outcome == "needs approval"


def test_the_more_specific_finding_is_the_one_that_is_said():
    specific = finds(replace(CRITICAL, covers=("DP-T-2",)))
    report = review(specific, finds(CRITICAL, replace(CRITICAL, key="other"), name="DP-T-2"))

    assert [(one.finding.rule, one.finding.key) for one in report.judged] == [("DP-T-1", POLICY), ("DP-T-2", "other")]


@pytest.mark.parametrize(
    "specific",
    [
        replace(LOW, covers=("DP-T-2",)),
        replace(CRITICAL, covers=("DP-T-2",), verdict="unknown"),
        replace(CRITICAL, covers=("DP-T-2",), tier="BACKUP"),
    ],
)
def test_a_finding_hides_none_that_would_weigh_more(specific):
    report = review(finds(specific), finds(CRITICAL, name="DP-T-2"))

    assert "DP-T-2" in [one.finding.rule for one in report.judged]
    assert report.outcome == "blocked"


def test_findings_that_cover_each_other_do_not_both_go():
    first, second = (replace(CRITICAL, covers=(name,)) for name in ("DP-T-2", "DP-T-1"))

    assert len(review(finds(first), finds(second, name="DP-T-2")).judged) == 1


def test_findings_come_worst_first_and_waived_ones_last():
    report = review(
        finds(CRITICAL),
        finds(LOW, replace(LOW, severity=Severity.MEDIUM), name="DP-T-2"),
        finds(HIGH, name="DP-T-3"),
        finds(replace(CRITICAL, key="b"), replace(CRITICAL, key="a", assets=40), name="DP-T-4"),
        waivers=(WAIVED,),
    )

    assert [(one.finding.rule, one.finding.severity.word) for one in report.judged] == [
        ("DP-T-4", "critical"),
        ("DP-T-4", "critical"),
        ("DP-T-3", "high"),
        ("DP-T-2", "medium"),
        ("DP-T-2", "low"),
        ("DP-T-1", "critical"),
    ]
    assert report.judged[0].finding.assets == 40


def test_a_rule_about_changes_does_not_apply_to_one_configuration():
    alone = model(origin="configuration")
    report = review(finds(CRITICAL), finds(name="DP-T-2", mode="state"), about=alone)

    assert report.not_applicable == ("DP-T-1",)
    assert report.passed == ("DP-PLAN-009", "DP-T-2")


def test_a_rule_about_what_is_not_there_does_not_apply():
    stores = replace(finds(), applies_to=("job", "group"))

    assert review(stores, about=model()).not_applicable == ("DP-T-1",)


def depends_on_class(name: str = "DP-T-1") -> Rule:
    """A rule that fires on each unit, with its threshold as the value."""

    def look(own: Rule, analysis, parameters) -> Iterator[Finding]:
        for one in analysis.units:
            yield replace(HIGH, rule=own.id, key=one.key, address=one.key, after=str(parameters["objective"]))

    parameter = Parameter("24 hours", "Worst RPO", "ours", kind="period")
    return replace(finds(name=name), judge=look, parameters={"objective": parameter})


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        (("critical", "critical"), ["4 hours"]),
        (("", ""), ["12 hours"]),
        (("bulk", "bulk"), ["12 hours"]),
        (("critical", "bulk"), ["12 hours", "4 hours"]),
        (("critical", ""), ["12 hours", "4 hours"]),
        (("critical",), ["12 hours", "4 hours"]),
    ],
)
def test_data_is_held_to_the_objectives_of_every_class_it_has(classes, expected):
    about = model([unit("clinic", count=2)])
    assets = {
        f"vm-{number:04}": Asset(f"vm-{number:04}", "x", "virtualization/virtual-machine", data_class=data_class)
        for number, data_class in enumerate(classes)
    }
    settings = Settings(
        parameters={"DP-T-1": {"objective": "12 hours"}}, objectives={"critical": {"DP-T-1": {"objective": "4 hours"}}}
    )
    report = review(depends_on_class(), about=replace(about, assets=assets), settings=settings)

    assert sorted(one.finding.after for one in report.judged) == expected


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


def test_the_longest_lock_of_a_store_comes_from_the_settings_by_its_name():
    seen = []

    def look(own: Rule, analysis, _parameters) -> Iterator[Finding]:
        seen.extend((store.name, store.longest_lock) for store in analysis.model.after.stores.values())
        return iter(())

    review(replace(finds(), judge=look), settings=Settings(longest_lock={"cloud": "1 year"}))

    assert seen == [("local", None), ("cloud", "1 year")]


def test_the_zone_of_the_settings_is_that_of_the_analysis():
    report = review(finds(), settings=Settings(zone="Europe/Berlin"))

    assert str(report.analysis.zone) == "Europe/Berlin"


@pytest.mark.parametrize(
    ("message", "headline"),
    [
        (
            "12 VMs lose the cloud backup of gold.",
            "12 VMs lose the cloud backup of gold",
        ),
        ("Store v1.5 goes. So do 3 copies.", "policy gold, CLOUD_BACKUP, 12 assets: Store v1.5 goes"),
        ("At least 12 assets lose gold.", "policy gold, CLOUD_BACKUP: At least 12 assets lose gold"),
        ("x" * 300, f"policy gold, CLOUD_BACKUP, 12 assets: {'x' * 161}…"),
    ],
)
def test_the_headline_says_the_worst_with_its_place_and_reach(message, headline):
    assert review(finds(replace(CRITICAL, message=message))).headline == headline


def test_the_headline_has_the_second_worst_in_figures():
    worst = finds(replace(CRITICAL, message="12 VMs lose their off-site copy.", subject="group clinic", tier=""))
    second = finds(
        replace(HIGH, before="worst RPO 4 hours", after="worst RPO 1 day", subject="group clinic"), name="DP-T-2"
    )

    assert review(worst, second).headline == "group clinic: 12 VMs lose their off-site copy; worst RPO 4 hours → 1 day"


def test_the_headline_of_good_news_is_one_line():
    assert review(finds(), about=model()).headline == "Nothing changes for whoever has to restore"
    assert (
        review(finds(), about=model([unit("clinic", before=False)])).headline
        == "Protection gets stronger for 12 assets"
    )


@pytest.mark.parametrize(
    ("changes", "found", "headline"),
    [
        ([change(POLICY)], (), "Nothing about protection changes"),
        ([change(POLICY, "no-op")], (), "Nothing changes for whoever has to restore"),
        (
            [change(POLICY, "delete", "create"), change(GROUP, "create", "delete")],
            (),
            "2 objects are made anew; protection stays as it was",
        ),
        ([change(POLICY, "delete")], (), "1 object is destroyed; protection stays as it was"),
        ([change(POLICY)], (replace(LOW, direction=Direction.NEUTRAL),), "Nothing weakens; 1 remark"),
    ],
)
def test_the_headline_of_a_change_that_harms_nobody_says_what_it_does(changes, found, headline):
    report = review(finds(*found), about=model([], changes))

    assert (report.outcome, report.headline) == ("clean", headline)


GOLD = "policy gold, CLOUD_BACKUP, 12 assets: It goes"


@pytest.mark.parametrize(
    ("values", "given", "headline"),
    [
        ({"verdict": "unknown"}, {"wishes": Wishes(unknown="pass-advisory")}, f"It cannot be told: {GOLD}, and this"),
        ({}, {"pack": shipped("lab")}, f"{GOLD}, and this gate lets that pass"),
        ({}, {"waivers": (WAIVED,)}, f"{GOLD}; waived by storage-team until 2027-01-31"),
    ],
)
def test_the_headline_tells_what_a_gate_lets_pass(values, given, headline):
    report = review(finds(replace(CRITICAL, message="It goes.", **values)), **given)

    assert report.outcome == "clean"
    assert report.headline.startswith(headline)


def test_the_headline_tells_of_a_loss_that_no_rule_tells_and_nobody_is_asked_about():
    report = review(finds(), about=model([unit("clinic", after=False)]), wishes=Wishes(require_approval="never"))

    assert report.headline == "Copies, or all protection, are lost for 12 assets, and this gate lets that pass"


def test_a_report_says_by_what_it_was_judged():
    report = review(finds(), source="base branch (gate.yaml)", settings=Settings(documentation="https://docs.example/"))

    assert (report.pack, report.gate, report.documentation) == (
        "baseline",
        "base branch (gate.yaml)",
        "https://docs.example/",
    )
    assert report.analysis.now == AT
    assert job("gold", GROUP).asset.value == GROUP


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_what_a_rule_finds_reaches_the_report_or_is_said_by_a_more_specific_one(name):
    own = catalogue()[name]
    analysis = analysis_of(own.fires)
    settings = settings_of({**own.fires.settings, "parameters": {name: dict(own.fires.parameters)}}, "the example")
    waivers = tuple(entry.waiver("example") for entry in settings.waivers)

    report = judge(analysis.model, Gate(shipped("baseline"), settings, waivers=waivers), today=analysis.today)

    said = {one.finding.rule for one in report.judged} | {rule for one in report.judged for rule in one.finding.covers}
    assert name in said
    assert [one.finding.message for one in report.judged if one.result == "error"] == []
    assert report.outcome != "clean" or {one.enforcement for one in report.standing()} <= {"advisory"}


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_what_a_rule_leaves_alone_does_not_reach_the_report(name):
    own = catalogue()[name]
    analysis = analysis_of(own.quiet)
    settings = settings_of({**own.quiet.settings, "parameters": {name: dict(own.quiet.parameters)}}, "the example")

    report = judge(analysis.model, Gate(shipped("baseline"), settings), today=analysis.today)

    assert name not in {one.finding.rule for one in report.judged if one.result == "fail"}
