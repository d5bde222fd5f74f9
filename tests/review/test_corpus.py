"""Real plans, made by the real Terraform and kept: what a review says of each."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from corpus.cases import CASES, case_of, makings
from corpus.cases.secrets import CANARY
from corpus.from_rules import REFUSED, example_of, names, planned
from corpus.shelf import CORPUS, MANIFEST, companion_file, document_bytes, document_file, findings, manifest, reviewed
from corpus.workshop import traces
from glbr.cli.reviewing.outputs import FORMATS, Output
from glbr.review.model.document import as_document
from glbr.review.report import Report
from glbr.review.rules.catalogue import catalogue
from rule_examples import by_address, inventory_document, plan_document
from workspace import Workspace

PLANS = manifest()
OF_RULES = sorted(name for name in PLANS if not name.startswith("cases/"))
OF_CASES = sorted(name for name in PLANS if name.startswith("cases/"))
FAMILIES = sorted({name.split("-")[1] for name in OF_RULES})


@cache
def report(name: str) -> Report:
    return reviewed(name, PLANS[name])


def test_every_rule_has_two_real_plans_or_a_reason_why_not():
    assert set(OF_RULES) == set(names())
    by_rule = Counter(name.split("/")[0] for name in OF_RULES if PLANS[name].terraform)
    without = {rule for rule in catalogue() if by_rule[rule] < 2}

    assert without == {name.split("/")[0] for name in REFUSED}
    assert all(any(REFUSED[name] in step for step in PLANS[name].made) for name in REFUSED)


def test_the_manifest_tells_every_file_and_every_case():
    told = {MANIFEST}
    for name, entry in PLANS.items():
        told |= {document_file(name, entry), *(companion_file(name, part) for part in entry.companions)}

    assert {file for file in CORPUS.rglob("*") if file.is_file()} == told
    assert set(OF_CASES) == set(makings())
    assert {case_of(name).about for name in OF_CASES} == {case.about for case in CASES.values()}
    assert len({entry.terraform for entry in PLANS.values()} - {""}) >= 4


@pytest.mark.parametrize("family", FAMILIES)
def test_a_rule_fires_on_its_real_plan_and_is_quiet_on_the_other(family: str):
    for name in OF_RULES:
        if name.split("-")[1] == family:
            rule = catalogue()[name.split("/")[0]]
            usual = {key: parameter.default for key, parameter in rule.parameters.items()}
            own = [one for one in report(name).judged if one.finding.rule == rule.id]
            # A more specific finding may stand for the rule's own in a whole review, so the rule is asked itself, too.
            own = own or list(rule.judge(rule, report(name).analysis, usual | dict(example_of(name).parameters)))
            assert bool(own) == name.endswith("/fires"), f"{name}: {findings(report(name))}"


@pytest.mark.parametrize("family", [*FAMILIES, "cases"])
def test_the_review_says_of_each_plan_what_the_manifest_says(family: str):
    for name, entry in PLANS.items():
        if name.startswith((f"DP-{family}-", f"{family}/")):
            assert (findings(report(name)), report(name).outcome) == (entry.findings, entry.outcome), name


def test_a_review_says_what_must_be_said_of_a_case_and_raises_no_false_alarm():
    for name in OF_CASES:
        case, found = case_of(name), findings(report(name))
        missing = [line for line in case.says if not any(one.startswith(line) for one in found)]
        assert not missing, f"{name}: {found}"
        assert not [line for line in found if line.split()[0] in case.silent], name
        assert case.outcome in ("", report(name).outcome), f"{name}: {report(name).outcome} by {found}"


def test_every_version_of_terraform_gets_the_same_review():
    for case in CASES.values():
        if case.central:
            told = {name: findings(report(name)) for name in OF_CASES if case_of(name) is case}
            assert len(told) == 4
            assert len({tuple(found) for found in told.values()}) == 1, told


@pytest.mark.parametrize("family", FAMILIES)
def test_a_plan_made_without_terraform_is_judged_as_the_real_one(family: str, tmp_path: Path):
    for name in OF_RULES:
        if name.startswith(f"DP-{family}-") and name not in REFUSED:
            example, inventory = example_of(name), tmp_path / "inventory.json"
            inventory.write_text(json.dumps(inventory_document(example)))
            data, entry = json.dumps(plan_document(example)).encode(), PLANS[name]
            made = reviewed(name, entry, data, inventory if "inventory" in entry.companions else None)
            assert without_ids(findings(made)) == without_ids(findings(report(name))), name


def without_ids(lines: list[str]) -> list[str]:
    return [re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", line) for line in lines]


def test_no_rule_breaks_on_any_plan():
    assert not [name for name in PLANS if any(one.result == "error" for one in report(name).judged)]


def test_no_plan_tells_of_the_machine_it_was_made_on():
    told = {name: traces(document_bytes(name, entry).decode()) for name, entry in PLANS.items()}

    assert {name: found for name, found in told.items() if found} == {}


SECRET = [name for name in OF_CASES if name.startswith("cases/secrets-")]


@pytest.mark.parametrize("name", SECRET)
def test_no_output_of_a_plan_with_secrets_holds_one(name: str, tmp_path: Path):
    for view in FORMATS:
        file = tmp_path / view
        Output(view, file).write(report(name), "github")
        text = file.read_text()
        assert text
        assert CANARY not in text, view
    assert CANARY not in json.dumps(as_document(report(name).analysis.model))
    assert CANARY not in MANIFEST.read_text()


def test_the_plans_with_secrets_hold_them_as_terraform_writes_them():
    holding = {name: document_bytes(name, PLANS[name]).decode().count(CANARY) for name in SECRET}

    assert {name for name, number in holding.items() if number} >= {
        "cases/secrets-in-variables",
        "cases/secrets-in-logins",
    }


AGAIN = ("DP-LOCK-002/fires", "cases/store-replaced-1.11.4", "cases/count-to-names")
"""Plans that are made again, to see that they are still what Terraform and the provider say."""


@pytest.mark.parametrize("name", AGAIN)
def test_a_plan_made_today_is_the_plan_that_was_kept(name: str, workspace: Workspace):
    today = case_of(name)(workspace) if name in OF_CASES else planned(name, workspace)

    kept = json.loads(document_bytes(name, PLANS[name]))
    for part in ("resource_changes", "configuration"):
        assert by_address(today.document[part]) == by_address(kept[part]), part
