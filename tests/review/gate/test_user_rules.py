"""Rules of the team's own: CEL over the model, in a process that cannot hang or bring down a review."""

from dataclasses import replace
from pathlib import Path

import pytest

from glbr.protection.setting import Setting, known
from glbr.review.gate.user_rule_run import user_findings
from glbr.review.gate.user_rules import UserRule, read_user_rules
from glbr.review.problem import ReviewProblem
from report_parts import change, model, unit

CLOUD = "glbr_protection_store.cloud"

FILE = """
rules:
  - id: ACME-1
    title: Store in a wrong place
    severity: high
    for: stores
    when: object.kind.value == "CLOUD"
    assert: object.location.value == "azure:westeurope"
    message: The store is not in western Europe.
    explain: Patients' data stays in the Union.
    fix: Take a location in western Europe.
"""


def a_rule(claim: str, kind: str = "stores", when: str = "true", name: str = "ACME-1") -> UserRule:
    told = {"title": "Wrong", "severity": "high", "message": "It is wrong.", "explain": "So.", "fix": "Mend it."}
    return UserRule.model_validate({"id": name, "for": kind, "when": when, "assert": claim, **told})


def estate(location: Setting[str] | None = None):
    """The clinic's stores; the cloud store is where the test says."""
    found = model(
        [unit("clinic")], [change("glbr_protection_policy.gold"), change("glbr_protection_job.old", "delete")]
    )
    if location is not None:
        stores = {**found.after.stores, CLOUD: replace(found.after.stores[CLOUD], location=location)}
        found = replace(found, after=replace(found.after, stores=stores))
    return found


def verdicts(found, *rules: UserRule) -> list[tuple[str, str, bool]]:
    return [(finding.key, finding.verdict, broke) for _, finding, broke in user_findings(rules, found)]


@pytest.fixture
def file(tmp_path: Path):
    def write(text: str) -> list[Path]:
        path = tmp_path / "own.yaml"
        path.write_text(text)
        return [path]

    return write


def test_a_rule_fires_on_what_it_asserts_and_nowhere_else(file):
    (rule,) = read_user_rules(file(FILE))

    assert verdicts(estate(known("azure:eastus")), rule) == [(CLOUD, "fail", False)]
    assert verdicts(estate(known("azure:westeurope")), rule) == []


def test_a_finding_says_what_the_file_says(file):
    (rule,) = read_user_rules(file(FILE))

    ((_, finding, _),) = user_findings([rule], estate(known("azure:eastus")))

    assert (finding.rule, finding.severity.word, finding.subject) == ("ACME-1", "high", "cloud")
    assert finding.message == "The store is not in western Europe."


def test_a_value_that_nobody_knows_is_never_a_pass():
    claims = ['object.location.value == "x"', 'object.location.value != "x"', "object.prevent_destroy"]
    rules = [a_rule(claim, when='object.kind.value == "CLOUD"', name=f"ACME-{n}") for n, claim in enumerate(claims)]

    assert verdicts(estate(Setting("unknown")), *rules) == [(CLOUD, "unknown", False)] * 3


def test_a_condition_that_cannot_tell_whether_it_applies_is_unknown():
    rule = a_rule("false", when='object.key != "glbr_protection_store.local" && object.location.value == "x"')

    assert verdicts(estate(Setting("unknown")), rule) == [(CLOUD, "unknown", False)]


def test_a_rule_may_ask_for_the_state_of_a_value_first():
    rule = a_rule('object.location.state != "known" || object.location.value == "x"')

    assert verdicts(estate(Setting("unknown")), rule) == []


def test_what_cannot_be_worked_out_is_an_error_and_never_a_pass():
    claims = ["object.colour == 1", "1 / 0 > 0", '"a" < 3', "object.key", "nosuch(object)"]
    rules = [a_rule(claim, name=f"ACME-{number}") for number, claim in enumerate(claims)]

    found = verdicts(estate(), *rules)

    assert len(found) == 2 * len(rules)
    assert {(verdict, broke) for _, verdict, broke in found} == {("unknown", True)}


def test_changes_show_the_object_before_and_after():
    gone = a_rule('!("delete" in object.actions)', kind="changes")
    kept = a_rule("after != null && before.name == after.name", kind="changes", name="ACME-2")

    assert verdicts(estate(), gone) == [("glbr_protection_job.old", "fail", False)]
    assert verdicts(estate(), kept) == [("glbr_protection_job.old", "fail", False)]


def test_the_model_is_seen_as_a_whole():
    assert verdicts(estate(), a_rule("size(model.after.stores) == 2 && size(after.jobs) == 1", kind="model")) == []
    assert verdicts(estate(), a_rule("size(object.after.stores) > 2", kind="model")) == [("plan", "fail", False)]


def test_what_is_no_cel_is_told_before_anything_is_judged():
    mistakes = {
        "object.kind ==": "`assert` is no CEL",
        "objekt.kind == 1": "uses objekt, which there is not. Variables: object, before, after, model",
        "[1].all(item, itm > 1)": "uses itm, which there is not",
        "(" * 3_000: "is no CEL",
    }

    with pytest.raises(ReviewProblem, match="Rule ACME-0 of your own") as refused:
        verdicts(estate(), *(a_rule(claim, name=f"ACME-{number}") for number, claim in enumerate(mistakes)))

    told = [refused.value.summary, *refused.value.detail.splitlines()]
    assert [wanted in line for wanted, line in zip(mistakes.values(), told, strict=True)] == [True] * 4


def test_a_rule_that_does_not_end_is_ended_and_said():
    deep = "true"
    for name in "abcdefgh":
        deep = f"[0,1,2,3,4,5,6,7,8,9].all({name}, {deep})"

    rules = [a_rule("true"), a_rule(deep, name="ACME-2"), a_rule("true", name="ACME-3")]

    found = list(user_findings(rules, estate(), seconds=1))

    assert [(rule.id, finding.verdict, broke) for rule, finding, broke in found] == [
        ("ACME-2", "unknown", True),
        ("ACME-3", "unknown", True),
    ]
    assert "It was ended while it ran" in found[0][1].message
    assert "It was not reached, for ACME-2 was ended while it ran" in found[1][1].message


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ACME-1", "DP-LOCK-001", "DP- is GLBR's"),
        ("ACME-1", "acme", "an id is a prefix"),
        ("for: stores", "for: vaults", "rules[0].for: the value is not allowed"),
        ("severity: high", "severity: awful", "rules[0].severity: the value is not allowed"),
        ("    fix: Take a location in western Europe.\n", "", "rules[0].fix: it is missing"),
        ("    fix: Take", "    fixx: 1\n    fix: Take", "rules[0].fixx: there is no such name"),
        ("    message: The", f"    message: {'x' * 3_000} The", "rules[0].message"),
        ("rules:", "rule:", "rule: there is no such name"),
    ],
)
def test_a_mistake_in_the_file_is_told(file, old, new, told):
    with pytest.raises(ReviewProblem) as refused:
        read_user_rules(file(FILE.replace(old, new)))

    assert told in f"{refused.value.summary}\n{refused.value.detail}"


def test_an_id_is_given_once(file):
    with pytest.raises(ReviewProblem, match="the id ACME-1 is given twice"):
        read_user_rules(file(FILE + FILE.replace("rules:\n", "")))
