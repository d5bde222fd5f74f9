"""Waivers: bound to a rule, a place and a value, and held to a reason, an owner and a day."""

from dataclasses import replace

import pytest

from glbr.review.analysis.analysis import Analysis
from glbr.review.gate.accepted_value import same_value
from glbr.review.gate.waivers import Waivers
from glbr.review.model.model import Location, Model, Waiver
from glbr.review.rules.finding import Finding
from report_parts import AT, change, finding, model, unit

POLICY = "glbr_protection_policy.gold"
GOOD = Waiver(
    "DP-LOCK-002", POLICY, "the array is switched off", "storage-team", "2027-01-31", "1 week", tier="CLOUD_BACKUP"
)


def shortened(**values: object) -> Finding:
    return finding("DP-LOCK-002", **values)


def waivers(*given: Waiver, head: tuple[Waiver, ...] = (), about: Model | None = None, never: tuple[str, ...] = ()):
    analysis = Analysis(about or model([], [change(POLICY)]))
    return Waivers(given, head, analysis, rules={"DP-LOCK-002", "DP-RET-002"}, never=never)


def troubles(*given: Waiver, **more: object) -> list[str]:
    return [trouble.what for trouble in waivers(*given, **more).troubles]  # type: ignore[arg-type]  # keywords of every kind


def test_a_waiver_covers_the_finding_it_is_for():
    assert waivers(GOOD).covering(shortened()) == GOOD


@pytest.mark.parametrize(
    "change_of_the_finding",
    [
        {"rule": "DP-LOCK-001"},
        {"address": "glbr_protection_policy.silver", "key": "glbr_protection_policy.silver"},
        {"after": "locked 1 day"},
        {"after": "no lock"},
        {"after": "known only after the apply"},
        {"verdict": "unknown"},
    ],
)
def test_a_waiver_covers_nothing_else(change_of_the_finding):
    assert waivers(GOOD).covering(replace(shortened(), **change_of_the_finding)) is None


def test_seven_days_waived_does_not_waive_one():
    accepted = waivers(replace(GOOD, value="7 d"))

    assert accepted.covering(shortened(after="locked 7 days"))
    assert not accepted.covering(shortened(after="locked 1 day"))
    assert [trouble.what for trouble in accepted.stale(())] == []


@pytest.mark.parametrize(
    ("accepted", "found", "same"),
    [
        ("1 week", "locked 7 days", True),
        ("7 d", "7 days", True),
        ("Locked  1 WEEK", "locked 1 week", True),
        ("no lock", "no lock", True),
        ("30 days", "locked 1 month", False),
        ("7 days", "kept 7 days, locked 7 days", False),
        ("locked 7 days", "kept 7 days", False),
        ("7 days", "no lock", False),
        ("0 days", "locked 0 days", False),
        ("7", "7 days", False),
        ("", "7 days", False),
    ],
)
def test_values_are_the_same_when_they_mean_the_same(accepted, found, same):
    assert same_value(accepted, found) is same


@pytest.mark.parametrize(
    ("pattern", "covers"),
    [
        (POLICY, True),
        ("glbr_protection_policy.*", True),
        ("*.gol?", True),
        ("Clinic/Gold", True),
        ("Clinic/*", True),
        ("glbr_protection_policy", False),
        ("gold", False),
        ("glbr_protection_policy.[gold]", False),
    ],
)
def test_an_address_may_have_stars_and_may_be_a_constructs_path(pattern, covers):
    about = model([], [change(POLICY)], locations={POLICY: Location("main.py", 3, "Clinic/Gold")})

    assert bool(waivers(replace(GOOD, address=pattern), about=about).covering(shortened())) is covers


def test_brackets_in_an_address_stand_for_themselves():
    address = 'glbr_protection_policy.all["a b"]'

    assert waivers(replace(GOOD, address=address)).covering(shortened(address=address))
    assert not waivers(replace(GOOD, address=address)).covering(shortened(address="glbr_protection_policy.alla"))


def test_a_hostile_pattern_takes_no_time():
    assert waivers(replace(GOOD, address="*a" * 200 + "b")).covering(shortened(address="a" * 5_000)) is None


@pytest.mark.parametrize(
    ("waived", "covers"),
    [
        ({}, True),
        ({"tier": "BACKUP"}, False),
        ({"tier": ""}, False),
        ({"schedule": 3}, True),
        ({"schedule": 2}, False),
    ],
)
def test_a_waiver_is_for_a_tier_and_may_be_for_a_schedule(waived, covers):
    assert bool(waivers(replace(GOOD, **waived)).covering(shortened())) is covers


def test_a_finding_without_a_tier_needs_none_in_its_waiver():
    assert waivers(replace(GOOD, tier="")).covering(shortened(tier="", schedule=None))
    assert not waivers(GOOD).covering(shortened(tier="", schedule=None))


def test_a_waiver_that_lacks_only_its_tier_says_what_to_add():
    local, cloud = (shortened(tier=tier) for tier in ("BACKUP", "CLOUD_BACKUP"))
    one, both = waivers(replace(GOOD, tier="")), waivers(replace(GOOD, tier=""))
    one.covering(cloud)
    both.covering(cloud)
    both.covering(local)

    assert [(trouble.what, trouble.mend, trouble.grave) for trouble in one.stale(())] == [
        ("it names no tier, and what it would accept is about CLOUD_BACKUP", "Add `tier: CLOUD_BACKUP`.", True)
    ]
    assert [trouble.mend for trouble in both.stale(())] == [
        "Write a waiver for each tier that is accepted, with `tier: BACKUP` or `tier: CLOUD_BACKUP`."
    ]


@pytest.mark.parametrize(
    ("pattern", "place", "covers"),
    [
        (POLICY, POLICY, True),
        ("*.gold", POLICY, True),
        ("*gol?", POLICY, True),
        ("*", POLICY, False),
        ("glbr_*", POLICY, False),
        ("*policy*", POLICY, False),
        ("glbr_protection_policy.????", POLICY, False),
        ("module.clinic.*", f"module.clinic.{POLICY}", False),
        ("module.clinic.*.gold", f"module.clinic.{POLICY}", True),
        (f"{POLICY}[*]", f'{POLICY}["a.b"]', True),
        ('*["a.b"]', f'{POLICY}["a.b"]', True),
        ("*[*]", f'{POLICY}["a.b"]', False),
        ("Clinic/*", POLICY, False),
        ("Clinic/G*", POLICY, True),
        ("*", "0b1d2c3e-0000-4000-8000-000000000001", False),
        ("0b1d*", "0b1d2c3e-0000-4000-8000-000000000001", True),
    ],
)
def test_what_is_grave_is_waived_only_by_a_part_of_its_name(pattern, place, covers):
    about = model([], [change(POLICY)], locations={place: Location("main.py", 3, "Clinic/Gold")})
    given = waivers(replace(GOOD, address=pattern), about=about)

    assert bool(given.covering(shortened(key=place, address=place), grave=True)) is covers
    assert [trouble.what.partition(",")[0] for trouble in given.stale(())] == (
        [] if covers else ["its address names no resource"]
    )
    assert waivers(replace(GOOD, address=pattern), about=about).covering(shortened(key=place, address=place))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"rule": "DP-LOCK-02"}, "there is no such rule"),
        ({"reason": "because"}, "it has no reason"),
        ({"reason": "         .          "}, "it has no reason"),
        ({"owner": " "}, "it has no owner"),
        ({"tier": "backup"}, "there is no tier backup"),
        ({"until": ""}, "it has no end"),
        ({"until": "soon"}, "its end is no date"),
        ({"until": "2026-11-22"}, "it has expired on 2026-11-22"),
        ({"until": "2027-05-23"}, "it holds until 2027-05-23"),
    ],
)
def test_a_waiver_without_what_makes_it_a_decision_covers_nothing_and_is_told(changed, told):
    bad = replace(GOOD, **changed)

    assert troubles(bad) == [told]
    assert waivers(bad).covering(shortened()) is None


@pytest.mark.parametrize("until", ["2026-11-23", "2027-05-22"])
def test_a_waiver_holds_on_its_last_day_and_for_180_days(until):
    assert AT.date().isoformat() == "2026-11-23"
    assert troubles(replace(GOOD, until=until)) == []


def test_some_rules_cannot_be_waived():
    assert troubles(GOOD, never=("DP-LOCK-002",)) == ["findings of this rule cannot be waived"]


def test_a_waiver_that_the_change_brings_covers_nothing_yet():
    brought = waivers(head=(GOOD,))

    assert brought.covering(shortened()) is None
    assert [(trouble.what, trouble.is_new) for trouble in brought.troubles] == [
        ("it is new in this change, so it does not count yet", True)
    ]


def test_a_waiver_that_covers_nothing_is_stale():
    state = replace(GOOD, rule="DP-RET-002")

    assert [(one.what, one.grave) for one in waivers(state).stale(("DP-RET-002",))] == [("it covers nothing", False)]


def test_a_waiver_for_a_change_is_not_stale_before_the_change_comes():
    assert list(waivers(GOOD).stale(("DP-RET-002",))) == []


def test_a_waiver_of_another_value_is_told_with_both():
    missed = waivers(GOOD)
    missed.covering(shortened(after="locked 1 day"))

    assert [trouble.what for trouble in missed.stale(())] == ["it accepts 1 week, and the finding has locked 1 day"]


def test_a_waiver_that_covers_something_is_not_stale():
    used = waivers(replace(GOOD, address="*"))
    used.covering(shortened())
    used.covering(shortened(after="locked 1 day"))

    assert list(used.stale(("DP-LOCK-002",))) == []


def state(**values: object) -> Finding:
    return finding("DP-RET-002", **{"before": "", "after": "kept 2 weeks", **values})


ANY_VALUE = replace(GOOD, rule="DP-RET-002", value="")


def test_without_a_value_it_accepts_what_is_there_today():
    untouched = model([unit("clinic")], [])

    assert waivers(ANY_VALUE, about=untouched).covering(state())
    assert waivers(ANY_VALUE, about=replace_origin(untouched)).covering(state())


def test_without_a_value_it_accepts_nothing_that_the_change_brings_about():
    touched = model([], [change(POLICY)])

    assert not waivers(ANY_VALUE, about=touched).covering(state())
    assert not waivers(ANY_VALUE, about=model()).covering(state(before="kept 4 weeks"))


def replace_origin(found: Model) -> Model:
    return replace(found, provenance=replace(found.provenance, origin="configuration"))
