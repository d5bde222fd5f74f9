"""What a gate makes of findings: verdict, waivers, order, and what is left out."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from glbr.protection.direction import Direction
from glbr.review.gate.gate import Gate, Wishes
from glbr.review.gate.judging import judge
from glbr.review.gate.packs import shipped
from glbr.review.gate.settings import Settings, settings_of
from glbr.review.model.model import Model, Waiver
from glbr.review.model.objects import Asset
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameter, Rule
from judging_parts import CRITICAL, GROUP, HIGH, LOW, POLICY, WAIVED, breaks, finds, gate, results, review
from report_parts import AT, change, job, model, unit
from rule_examples import analysis_of


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
