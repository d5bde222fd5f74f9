"""Packs: what GLBR ships, and what a team writes for itself."""

from pathlib import Path

import pytest

from glbr.review.gate.gate import Wishes, gate
from glbr.review.gate.packs import FOLDER, pack_in, shipped, shipped_names
from glbr.review.problem import ReviewProblem
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.finding import Severity

OWN = """
name: hospital
description: For wards.
enforcement: {critical: hard, high: hard, DP-COV-006: off}
never_waived: [DP-LOCK-001]
require_approval: any-change
"""


@pytest.mark.parametrize("name", ["aws-bam-like", "baseline", "lab", "ransomware"])
def test_a_shipped_pack_is_as_strict_a_document_as_a_teams_own(name):
    assert shipped(name) == pack_in(FOLDER / f"{name}.yaml")
    assert shipped(name).name == name
    assert name in shipped_names()


@pytest.mark.parametrize("name", shipped_names())
def test_a_shipped_pack_names_rules_and_parameters_that_there_are(name):
    assert gate(wishes=Wishes(pack=name)).pack == shipped(name)


def test_baseline_blocks_on_critical_asks_on_high_and_says_the_rest():
    levels = {severity.word: shipped("baseline").level("DP-X-001", severity, {}) for severity in Severity}

    assert levels == {"critical": "hard", "high": "soft", "medium": "advisory", "low": "advisory", "info": "advisory"}


def test_a_lab_blocks_nobody():
    pack = shipped("lab")

    assert {pack.level(rule.id, rule.severity, {}) for rule in catalogue().values()} == {"advisory"}
    assert (pack.require_approval, pack.unknown) == ("never", "pass-advisory")


def test_ransomware_asks_for_no_less_than_baseline():
    ranks = ["off", "advisory", "soft", "hard"]
    for rule in catalogue().values():
        mild, strict = (shipped(name).level(rule.id, rule.severity, {}) for name in ("baseline", "ransomware"))
        assert ranks.index(strict) >= ranks.index(mild), rule.id


def test_a_rule_is_named_before_its_severity_and_a_gate_before_its_pack():
    pack = shipped("baseline")

    assert pack.level("DP-PLAN-001", Severity.HIGH, {"high": "advisory"}) == "hard"
    assert pack.level("DP-PLAN-001", Severity.HIGH, {"DP-PLAN-001": "off"}) == "off"
    assert pack.level("DP-LOCK-002", Severity.HIGH, {"high": "advisory"}) == "advisory"


def test_a_teams_own_pack_stands_beside_its_settings(tmp_path: Path):
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs/hospital.yaml").write_text(OWN)
    (tmp_path / "glbr-review.yaml").write_text("pack: packs/hospital.yaml")

    found = gate(tmp_path / "glbr-review.yaml")

    assert (found.pack.name, found.require_approval) == ("hospital", "any-change")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("description: For wards.\n", "", "description: it is missing"),
        ("critical: hard", "crit: hard", "enforcement.crit: there is no such rule or severity"),
        ("critical: hard", "critical: block", "enforcement.critical: the value is not allowed"),
        ("DP-LOCK-001", "DP-LOCK-999", "never_waived.DP-LOCK-999: there is no such rule"),
        ("require_approval: any-change", "parameters: {DP-LOCK-003: {at_leest: 1 day}}", "Did you mean at_least?"),
        ("require_approval", "require-approval", "Did you mean require_approval?"),
    ],
)
def test_a_mistake_in_a_teams_own_pack_is_told(tmp_path: Path, old, new, told):
    assert old in OWN
    file = tmp_path / "hospital.yaml"
    file.write_text(OWN.replace(old, new))

    with pytest.raises(ReviewProblem) as refused:
        gate(wishes=Wishes(pack=str(file)))

    assert told in f"{refused.value.summary}\n{refused.value.detail}"
