"""`glbr review` as people and pipelines run it: what it reads, what it writes, and the code it ends with."""

import json
from pathlib import Path

import pytest

from glbr.cli.reviewing.outputs import FORMATS
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, JOB, POLICY
from glbr.review.rules.example import Example, Remove, Set
from rule_examples import configuration

LOCK, KEEP = (f"{BACKUP}.schedules[0].{name}" for name in ("lock_for", "expire_after"))

STRONGER = Set(POLICY, KEEP, "10 weeks")
SHORTER = Set(POLICY, LOCK, "1 week")
LOST = Set(POLICY, CLOUD_BACKUP, None)
WAIVER = {
    "rule": "DP-LOCK-002",
    "address": POLICY,
    "value": "1 week",
    "tier": "BACKUP",
    "reason": "the array is switched off",
    "owner": "storage-team",
    "until": "2026-06-30",
}


def as_yaml(path: Path, **settings: object) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(settings))  # YAML holds JSON
    return path


def test_a_change_that_strengthens_passes_with_one_green_line(review, plan):
    ran = review(plan(STRONGER, name="p.json"), "--fail-on", "weakening", "--stack", "clinic")

    assert ran.code == 0
    assert "Protection gets stronger for 6 assets: kept 5 weeks → 10 weeks" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("edits", "options", "code"),
    [
        ((), (), 0),
        ((SHORTER,), (), 3),
        ((SHORTER,), ("--require-approval", "never"), 0),
        ((SHORTER,), ("--fail-on", "weakening"), 2),
        ((SHORTER,), ("--fail-on", "destructive,critical"), 3),
        ((SHORTER,), ("--fail-on", "critical", "--fail-on", "DP-LOCK-002"), 2),
        ((SHORTER,), ("--pack", "ransomware"), 2),
        ((SHORTER,), ("--pack", "lab"), 0),
        ((LOST,), (), 2),
        ((LOST,), ("--exit-zero",), 0),
        ((STRONGER,), ("--require-approval", "any-change"), 3),
    ],
)
def test_the_exit_code_is_the_verdict(review, plan, edits, options, code):
    assert review(plan(*edits), *options).code == code


def test_an_incomplete_plan_is_undecidable(review, plan):
    ran = review(plan(STRONGER, complete=False), "-o", "json")

    assert ran.code == 4
    assert json.loads(ran.out)["outcome"] == "undecidable"


def test_the_standard_input_is_read(person, plan):
    ran = person.start("sh", "-c", f"cat {plan(SHORTER)} | {_python()} -m glbr.cli review - -o json")
    out, _ = ran.communicate(timeout=60)

    assert ran.returncode == 3
    assert json.loads(out)["outcome"] == "needs approval"


def _python() -> str:
    import sys

    return sys.executable


def test_every_format_is_written_at_once(review, plan, tmp_path):
    files = {name: tmp_path / f"out.{name}" for name in FORMATS if name != "terminal"}
    wanted = ",".join(["terminal", *(f"{name}={file}" for name, file in files.items())])

    ran = review(plan(SHORTER), "-o", wanted)

    assert ran.code == 3
    assert "DP-LOCK-002" in ran.out
    assert {name for name, file in files.items() if file.stat().st_size == 0} == set()
    assert {name for name, file in files.items() if "DP-LOCK-002" not in file.read_text()} == {"gitlab-terraform"}


def test_names_that_no_terminal_should_see_come_out_as_text(review, plan, tmp_path):
    hostile = plan(Set(POLICY, "name", "gold \x1b[31m\u202e </script>"), SHORTER)
    files = [f"{name}={tmp_path}/out.{name}" for name in FORMATS]

    for arguments in (["-o", ",".join(files)], ["-o", "md"], ["-o", "html"], ["-o", "terminal"], ["--model"]):
        ran = review(hostile, *arguments)
        assert ran.code in {0, 3}, ran.err
        assert "\x1b[31m" not in ran.out


def test_formats_may_be_repeated_and_the_terminal_kept_in_a_file(review, plan, tmp_path):
    kept = tmp_path / "review.txt"

    ran = review(plan(SHORTER), "-o", f"terminal={kept}", "-o", "json")

    assert "DP-LOCK-002" in kept.read_text()
    assert "\x1b" not in kept.read_text()
    assert json.loads(ran.out)["outcome"] == "needs approval"


def test_a_clean_review_can_be_silent(review, plan):
    assert review(plan(STRONGER), "--quiet-if-clean") == (0, "", "")
    assert review(plan(SHORTER), "--quiet-if-clean").out


def test_markdown_fits_where_it_goes(review, plan):
    ran = review(plan(SHORTER), "-o", "md", "--markdown-for", "bitbucket")

    assert ran.code == 3
    assert 0 < len(ran.out) <= 30_000


def test_two_configurations_are_a_change(review, tmp_path):
    for name, edits in (("base", ()), ("head", (SHORTER,))):
        (tmp_path / name / "stacks/clinic").mkdir(parents=True)
        document = configuration(Example(after=edits), "after")
        (tmp_path / name / "stacks/clinic/cdk.tf.json").write_text(json.dumps(document))

    ran = review(tmp_path / "head", "--base", tmp_path / "base", "--json")

    assert ran.code == 3
    assert "DP-LOCK-002" in ran.out


def test_the_model_and_its_schema_are_printed(review, plan):
    model = json.loads(review(plan(SHORTER), "--model").out)
    schema = json.loads(review("--schema").out)

    assert POLICY in model["after"]["policies"]
    assert schema["properties"].keys() >= model.keys()


def test_the_settings_beside_the_run_are_taken(person, plan):
    file = plan(SHORTER)
    (person.folder / "glbr-review.yaml").write_text("enforcement: {DP-LOCK-002: hard}")

    ran = person.glbr("review", str(file), "--json")

    assert ran.returncode == 2
    assert json.loads(ran.stdout)["gate"] == "glbr-review.yaml of this change"


def test_a_change_cannot_waive_itself(review, plan, tmp_path):
    mild = as_yaml(tmp_path / "head/glbr-review.yaml", pack="lab", waivers=[WAIVER])
    strict = as_yaml(tmp_path / "base/glbr-review.yaml", pack="baseline")

    alone = review(plan(SHORTER), "--config", mild)
    gated = review(plan(SHORTER), "--config", mild, "--base-config", strict.parent, "--json")

    assert alone.code == 0
    assert gated.code == 3
    assert "it is new in this change" in gated.out
    assert json.loads(gated.out)["gate"].startswith("base branch (glbr-review.yaml)")


def test_a_waiver_of_the_base_branch_excuses_its_value_and_no_other(review, plan, tmp_path):
    base = as_yaml(tmp_path / "base/glbr-review.yaml", waivers=[WAIVER])

    assert review(plan(SHORTER), "--base-config", base).code == 0
    assert review(plan(Set(POLICY, LOCK, "1 day")), "--base-config", base).code == 3


def test_rules_of_the_teams_own_are_judged_with_the_rest(review, plan, tmp_path):
    rule = {"id": "ACME-1", "title": "Job gone", "severity": "critical", "for": "changes", "message": "A job goes."}
    more = {"assert": '!("delete" in object.actions)', "explain": "So.", "fix": "Keep it."}
    as_yaml(tmp_path / "own.yaml", rules=[{**rule, **more}])
    gate = as_yaml(tmp_path / "gate.yaml", user_rules=["own.yaml"], pack="lab", enforcement={"ACME-1": "hard"})

    assert review(plan(Remove(JOB)), "--config", gate, "--json").code == 2
    assert review(plan(SHORTER), "--config", gate).code == 0
    assert "ACME-1" in review("--list-rules", "--config", gate).out
    assert "A job" not in review("--explain", "ACME-1", "--config", gate).err


def test_rules_are_listed_with_what_the_pack_makes_of_them(review):
    listed = {line.split()[0]: line.split()[1] for line in review("--list-rules").out.splitlines()}
    mild = {line.split()[1] for line in review("--list-rules", "--pack", "lab").out.splitlines()}

    assert (listed["DP-LOCK-001"], listed["DP-LOCK-002"], listed["DP-LOCK-005"]) == ("hard", "soft", "advisory")
    assert mild == {"advisory"}


def test_packs_are_listed(review):
    shown = review("--list-packs").out

    assert [line for line in shown.splitlines() if line and line[0] != " "] == [
        "aws-bam-like",
        "baseline",
        "lab",
        "ransomware",
    ]


def test_a_rule_is_explained_with_all_that_there_is_to_know(review):
    shown = review("--explain", "DP-LOCK-003").out

    for heading in ("Why", "What to do", "Parameter at_least", "Source", "Fires on", "Quiet on", "Default: 7 days"):
        assert heading in shown


def test_help_tells_the_exit_codes(review):
    shown = review("--help")

    assert shown.code == 0
    assert "2  blocked: a hard finding stands" in shown.out


def test_a_file_that_cannot_be_written_is_told(review, plan, tmp_path):
    ran = review(plan(), "-o", f"md={tmp_path}/nowhere/comment.md")

    assert ran.code == 1
    assert f"Writing the review to {tmp_path}/nowhere/comment.md: No such file or directory" in _one_line(ran.err)


def test_a_waiver_of_one_tier_waives_no_other(review, plan, tmp_path):
    unlocked = [Set(POLICY, f"{tier}.schedules[0].lock_for", None) for tier in (BACKUP, CLOUD_BACKUP)]
    accepted = {**WAIVER, "rule": "DP-LOCK-001", "value": "not locked"}
    base = as_yaml(tmp_path / "base/glbr-review.yaml", waivers=[accepted], enforcement={"DP-LOCK-003": "advisory"})
    without = {name: value for name, value in accepted.items() if name != "tier"}
    wide = as_yaml(tmp_path / "wide.yaml", waivers=[without, {**accepted, "address": "*"}])

    assert review(plan(unlocked[0]), "--base-config", base).code == 0
    assert review(plan(unlocked[1]), "--base-config", base).code == 2
    told = _one_line(review(plan(unlocked[0]), "--config", wide).out)
    assert "Add `tier: BACKUP`." in told
    assert f"Write the address that is accepted: {POLICY}." in told


def test_what_a_mild_gate_lets_pass_is_in_its_first_line(review, plan):
    told = _one_line(review(plan(SHORTER), "--pack", "lab", "--require-approval", "never").out)

    assert told.startswith("✅ Data protection: clean")
    assert "and this gate lets that pass" in told[:300]


def test_a_very_long_name_is_cut_where_people_read_it(review, plan):
    long = plan(Set(POLICY, "name", "g" * 5_000), LOST)

    for view in ("terminal", "github-annotations"):
        assert "g" * 201 not in _one_line(review(long, "-o", view).out).replace(" ", "")[:400]
    found = json.loads(review(long, "--json").out)["findings"]
    assert max(len(one[name]) for one in found for name in ("subject", "message", "before", "after")) <= 1_000


def _one_line(text: str) -> str:
    return " ".join(text.split())
