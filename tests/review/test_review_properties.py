"""What holds for every change, whatever it is: drawn at random, from an estate that may be sound or full of faults."""

import json
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glbr.protection.direction import Direction
from glbr.protection.period import Period
from glbr.review.gate.gate import Wishes, gate
from glbr.review.gate.judging import judge
from glbr.review.gate.packs import Pack, shipped_names
from glbr.review.ingest.read import read
from glbr.review.report import Report
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, GROUP, POLICY, SNAPSHOT, member
from glbr.review.rules.example import Add, Edit, Example, Set
from rule_examples import NOW, plan_document

AT = datetime.fromisoformat(NOW).astimezone(UTC)
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

GATES = {name: gate(wishes=Wishes(pack=name)) for name in shipped_names()}

TIERS = (SNAPSHOT, BACKUP, CLOUD_BACKUP)
KEEP_DAYS = st.integers(30, 400)


def schedule(tier: str, name: str) -> str:
    return f"{tier}.schedules[0].{name}"


@st.composite
def estates(draw: st.DrawFn) -> tuple[Edit, ...]:
    """The clinic with other periods, rhythms and members: some of it poor, none of it contradictory."""
    edits: list[Edit] = [Set(POLICY, schedule(SNAPSHOT, "schedule.repeat_interval.every"), draw(st.integers(2, 12)))]
    for tier in (BACKUP, CLOUD_BACKUP):
        keep = draw(KEEP_DAYS)
        edits.append(Set(POLICY, schedule(tier, "expire_after"), f"{keep} days"))
        lock = draw(st.one_of(st.none(), st.integers(1, keep)))
        edits.append(Set(POLICY, schedule(tier, "lock_for"), f"{lock} days" if lock else None))
        edits.append(Set(POLICY, schedule(tier, "schedule.repeat_interval.every"), draw(st.integers(1, 6))))
    members = draw(st.integers(1, 10))
    edits.append(Set(GROUP, "assets", [member(position) for position in range(members)]))
    return tuple(edits)


def value(edits: tuple[Edit, ...], path: str) -> object:
    """What an estate has at a path of its policy or group."""
    return next(edit.value for edit in edits if isinstance(edit, Set) and edit.path == path)


def at_other_places(edits: tuple[Edit, ...], than: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Edits but for those of the same places: a lock can be taken away only once."""
    places = {edit.path for edit in than if isinstance(edit, Set)}
    return tuple(edit for edit in edits if not isinstance(edit, Set) or edit.path not in places)


@st.composite
def improvements(draw: st.DrawFn) -> Example:
    """A change that takes nothing from anybody: longer retention, shorter gaps, more members, several at once."""
    before = draw(estates())
    edits: list[Edit] = []
    for tier in (BACKUP, CLOUD_BACKUP):
        keep = Period.parse(str(value(before, schedule(tier, "expire_after")))).value
        edits.append(Set(POLICY, schedule(tier, "expire_after"), f"{keep + draw(st.integers(0, 300))} days"))
    every = schedule(SNAPSHOT, "schedule.repeat_interval.every")
    divisors = [number for number in range(1, 13) if int(str(value(before, every))) % number == 0]
    edits.append(Set(POLICY, every, draw(st.sampled_from(divisors))))
    assets = value(before, "assets")
    assert isinstance(assets, list)
    more = len(assets) + draw(st.integers(0, 10))
    edits.append(Set(GROUP, "assets", [member(position) for position in range(more)]))
    chosen = draw(st.lists(st.sampled_from(edits), min_size=1, unique_by=lambda edit: edit.path))
    return Example(before=before, after=tuple(chosen))


def reviewed(example: Example, pack: str = "baseline") -> Report:
    found = GATES[pack]
    document = json.dumps(plan_document(example)).encode()
    return judge(read(document, now=AT), found)


@FEW
@given(before=estates(), pack=st.sampled_from(sorted(GATES)))
def test_a_change_that_changes_nothing_has_nothing_to_answer_for(before, pack):
    report = reviewed(Example(before=before), pack)

    assert report.outcome == "clean"
    assert [one.finding.rule for one in report.judged if one.counts] == []
    assert [one.finding.rule for one in report.judged if one.finding.direction is not Direction.NEUTRAL] == []
    assert report.headline == "Nothing changes for whoever has to restore"


@FEW
@given(change=improvements(), pack=st.sampled_from(sorted(GATES)))
def test_a_change_that_strengthens_never_fails_a_gate(change, pack):
    report = reviewed(change, pack)

    assert [(one.finding.rule, one.finding.message) for one in report.judged if one.counts] == []
    assert report.outcome == "clean"
    assert {report.analysis.direction(unit) for unit in report.analysis.units} <= {
        Direction.STRENGTHENING,
        Direction.NEUTRAL,
    }


@FEW
@given(
    before=estates(),
    tier=st.sampled_from([BACKUP, CLOUD_BACKUP]),
    name=st.sampled_from(["lock_for", "expire_after"]),
    pack=st.sampled_from(["baseline", "ransomware"]),
)
def test_an_unknown_never_passes_a_hard_rule(before, tier, name, pack):
    unknown = Set(POLICY, schedule(tier, name), "${terraform_data.period.output}")
    period = Add("terraform_data.period", {"input": "${terraform_data.other.id}"})
    example = Example(before=before, after=(Add("terraform_data.other", {"input": "x"}), period, unknown))

    report = reviewed(example, pack)

    was_locked = name == "lock_for" and value(before, schedule(tier, "lock_for")) is not None
    if was_locked:
        assert "DP-LOCK-001" not in report.passed
        assert report.outcome in {"undecidable", "blocked"}
    for one in report.judged:
        if one.result == "unknown" and one.enforcement == "hard":
            assert report.exit_code != 0


@FEW
@given(
    before=estates(),
    tier=st.sampled_from([BACKUP, CLOUD_BACKUP]),
    old=st.one_of(st.none(), st.integers(1, 30)),
    more=st.integers(1, 60),
    unit=st.sampled_from(["days", "weeks"]),
)
def test_a_longer_lock_is_never_neutral(before, tier, old, more, unit):
    kept = Set(POLICY, schedule(tier, "expire_after"), "3 years")
    was = Set(POLICY, schedule(tier, "lock_for"), f"{old} days" if old else None)
    will = Set(POLICY, schedule(tier, "lock_for"), f"{(old or 0) + more} {unit}")

    report = reviewed(Example(before=(*at_other_places(before, (kept, was)), kept, was), after=(will,)))

    directions = {report.analysis.direction(unit) for unit in report.analysis.units}
    assert directions == {Direction.ONE_WAY}
    assert "nobody can" in report.headline


@FEW
@given(before=estates(), change=estates())
def test_a_waiver_or_a_mild_pack_changes_what_follows_and_never_what_is_found(before, change):
    unlocked = tuple(edit for edit in before if isinstance(edit, Set) and edit.value is None)
    gone = tuple(edit for edit in change if isinstance(edit, Set) and edit.value is None)
    example = Example(before=before, after=(*at_other_places(change, gone), *at_other_places(gone, unlocked)))

    strict, mild = reviewed(example, "ransomware"), reviewed(example, "lab")

    assert mild.outcome == "clean"
    said = {one.finding.rule for one in mild.judged}
    assert {one.finding.rule for one in strict.judged if one.counts} <= said | _stricter(GATES["ransomware"].pack)


def _stricter(pack: Pack) -> set[str]:
    """Rules whose thresholds a pack changes: they may find what others do not."""
    return set(pack.parameters)
