"""The pipelines of examples/gitops: each fits its tool's schema, calls glbr as it is, and ends as the gate says."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import click
import pytest
import yaml
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner
from pre_commit.commands.validate_config import validate_config

from glbr.cli.command import run
from glbr.review.gate.gate import gate
from glbr.review.gate.settings import Settings
from glbr.review.report import EXIT_CODES
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.views.generate_docs import PROJECT
from rule_examples import configuration, inventory_document, plan_document
from written_commands import check, glbr_lines, scripts_in

GITOPS = PROJECT / "examples" / "gitops"
GUIDE = PROJECT / "docs" / "guides" / "review.md"
REVIEW = GITOPS / "github" / ".github" / "workflows" / "protection-review.yml"
DRIFT = REVIEW.with_name("protection-drift.yml")
GITLAB = GITOPS / "gitlab" / ".gitlab-ci.yml"
ATLANTIS = [GITOPS / "atlantis" / name for name in ("repos.yaml", "atlantis.yaml")]
HOOK = GITOPS / "pre-commit" / ".pre-commit-config.yaml"

BLOCKING = Example(after=(Set(POLICY, CLOUD_BACKUP, None),))
WEAKENING = Example(after=(Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "1 week"),))
GITHUB_SHELL = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")

OURS = f"--schemafile={Path(__file__).with_name('schemas') / 'atlantis.schema.json'}"


def refusal(schema: str, *files: Path) -> str:
    done = CliRunner().invoke(check_jsonschema, [schema, *map(str, files)])
    assert done.exit_code in (0, 1), done.output
    return done.output if done.exit_code else ""


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("--builtin-schema=vendor.github-workflows", [REVIEW, DRIFT]),
        ("--builtin-schema=vendor.gitlab-ci", [GITLAB]),
        (OURS, ATLANTIS),
    ],
)
def test_each_pipeline_fits_the_schema_of_its_tool(schema: str, files: list[Path]) -> None:
    assert refusal(schema, *files) == ""


def test_our_schema_of_atlantis_refuses_a_slip(tmp_path: Path) -> None:
    for file, right, slip in zip(
        ATLANTIS, ("apply_requirements", "when_modified"), ("apply_requirement", "if_modified"), strict=True
    ):
        wrong = tmp_path / file.name
        wrong.write_text(file.read_text().replace(f"{right}:", f"{slip}:"))
        assert refusal(OURS, wrong) != "", slip


def test_the_hook_is_one_for_pre_commit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(HOOK.read_text().replace("language:", "languages:"))

    assert validate_config([str(HOOK)]) == 0, capsys.readouterr().out
    assert validate_config([str(wrong)]) == 1


@pytest.mark.parametrize(
    "file", [REVIEW, DRIFT, GITLAB, ATLANTIS[0], HOOK, GITOPS / "README.md", GUIDE], ids=lambda file: file.name
)
def test_every_call_of_glbr_is_one_that_glbr_takes(file: Path) -> None:
    calls = [call for script in scripts_in(file) for call in glbr_lines(script)]

    assert calls
    for call in calls:
        check(call)


@pytest.mark.parametrize("call", ["review plan.json --out x", "drift a b", "review p -o pdf", "comment x --to svn"])
def test_a_call_that_glbr_does_not_take_is_seen(call: str) -> None:
    (arguments,) = glbr_lines(f"if ! glbr {call} && true; then exit 1; fi")

    with pytest.raises((click.UsageError, AssertionError)):
        check(arguments)


def test_the_example_settings_and_rules_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    ended = run(["review", "--config", str(GITOPS / "glbr-review.yaml"), "--list-rules"])

    levels = {line.split()[0]: line.split()[1] for line in capsys.readouterr().out.splitlines()}
    assert ended == 0
    assert (levels["CLINIC-1"], levels["DP-COV-006"], levels["DP-PLAN-003"]) == ("hard", "off", "hard")


def test_the_guide_tells_every_setting_and_exit_code_and_its_examples_are_read(tmp_path: Path) -> None:
    text = GUIDE.read_text()
    waivers, rules = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (tmp_path / "glbr-review.yaml").write_text(f"user_rules: [own.yaml]\n{waivers}")
    (tmp_path / "own.yaml").write_text(rules)

    found = gate(tmp_path / "glbr-review.yaml")

    assert [(one.rule, one.value) for one in found.waivers] == [("DP-LOCK-002", "3 days")]
    assert [one.id for one in found.user_rules] == ["CLINIC-1"]
    assert [one.name for one in fields(Settings) if f"`{one.name}`" not in text] == []
    told = dict(re.findall(r"^\| (\d) \| ([a-z ]*[a-z])", text, re.MULTILINE))
    assert {code: told[str(code)] for code in EXIT_CODES.values()} == {code: name for name, code in EXIT_CODES.items()}


def test_actions_are_pinned_and_secrets_reach_no_strangers() -> None:
    for file in (REVIEW, DRIFT):
        workflow = yaml.load(file.read_text(), Loader=yaml.BaseLoader)
        steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
        pinned = [step["uses"].partition("@")[2] for step in steps if "uses" in step]
        assert pinned
        assert all(len(commit) == 40 and int(commit, 16) for commit in pinned)
        assert set(workflow["on"] if isinstance(workflow["on"], dict) else [workflow["on"]]) <= {
            "pull_request",
            "schedule",
            "workflow_dispatch",
        }
        # Secrets come in by the environment of one step, never in the text of a script, where they would be shown.
        assert all("secrets." not in step.get("run", "") for step in steps)
        assert [step["name"] for step in steps if "secrets." in str(step)] in (["Plan"], ["Look for drift"])


@pytest.fixture
def job(tmp_path: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Runs a script of a pipeline, in the folder as the steps before have left it."""
    for name in ("glbr-review.yaml", "user-rules.yaml"):
        (tmp_path / "base").mkdir(exist_ok=True)
        (tmp_path / "base" / name).write_text((GITOPS / name).read_text())
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GLBR_", "GIT", "CI_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"

    def ran(script: list[str], example: Example | None, **variables: object):
        for folder in ("infrastructure", "base/infrastructure"):
            (tmp_path / folder).mkdir(exist_ok=True)
        document = plan_document(example) if example else {"format_version": "4"}
        written = {"plan.json": document, "inventory.json": inventory_document(example or Example())}
        written |= {"infrastructure/main.tf.json": configuration(example or Example(), "after")}
        written |= {"base/infrastructure/main.tf.json": configuration(example or Example(), "before")}
        for name, tree in written.items():
            (tmp_path / name).write_text(json.dumps(tree))
        own = {name: str(value) for name, value in variables.items()}
        environment = kept | {"PATH": path, "HOME": str(tmp_path), "NO_COLOR": "1"} | own
        return subprocess.run(script, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return ran


def step(name: str) -> str:
    (found,) = [one for one in yaml.safe_load(REVIEW.read_text())["jobs"]["review"]["steps"] if one.get("name") == name]
    return found["run"]


def test_the_review_of_the_workflow_ends_with_2_and_leaves_all_reports(job, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"

    done = job([*GITHUB_SHELL, step("Review")], BLOCKING, GITHUB_STEP_SUMMARY=summary)

    assert done.returncode == 2, done.stderr
    assert "Data protection: blocked" in (tmp_path / "review.md").read_text()
    assert summary.read_text() == (tmp_path / "review.md").read_text()
    assert "<html" in (tmp_path / "review.html").read_text()
    assert json.loads((tmp_path / "review.sarif").read_text())["version"] == "2.1.0"
    assert "<testsuites" in (tmp_path / "review.xml").read_text()


def test_without_a_verdict_the_workflow_ends_with_1_and_has_nothing_to_post(job, tmp_path: Path) -> None:
    done = job([*GITHUB_SHELL, step("Review")], None, GITHUB_STEP_SUMMARY=tmp_path / "summary.md")

    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert not (tmp_path / "review.md").exists()


def test_gitlab_ends_with_2_even_when_the_comment_cannot_be_posted(job, tmp_path: Path) -> None:
    script = yaml.safe_load(GITLAB.read_text())["protection-review"]["script"][-1]

    done = job(["bash", "-eo", "pipefail", "-c", script], BLOCKING)

    assert done.returncode == 2
    assert "There is no token to post with" in done.stderr
    assert json.loads((tmp_path / "review.json").read_text()).keys() >= {"create", "update", "delete"}
    assert (tmp_path / "review.xml").exists()


@pytest.mark.parametrize(("example", "code", "stays"), [(BLOCKING, 2, False), (WEAKENING, 0, True)])
def test_atlantis_has_nothing_to_apply_when_blocked_and_waits_for_approval_otherwise(
    job, tmp_path: Path, example: Example, code: int, stays: bool
) -> None:
    script = yaml.safe_load(ATLANTIS[0].read_text())["workflows"]["protection"]["plan"]["steps"][-1]["run"]
    planned = tmp_path / "clinic.tfplan"
    planned.touch()
    (tmp_path / "gate").mkdir()

    done = job(
        ["sh", "-c", script.replace("/etc/atlantis/glbr", "gate").replace("--sources .", "--sources infrastructure")],
        example,
        PLANFILE=planned,
        SHOWFILE=tmp_path / "plan.json",
        REPO_REL_DIR="infrastructure",
    )

    assert done.returncode == code, done.stdout + done.stderr
    assert "DP-" in done.stdout
    assert (planned.exists(), (tmp_path / "plan.json").exists()) == (stays, False)


def test_the_hook_compares_with_the_main_branch_and_stops_the_push(job, tmp_path: Path) -> None:
    stack = tmp_path / "synthesized" / "stacks" / "clinic"
    stack.mkdir(parents=True)
    file = stack / "cdk.tf.json"
    file.write_text(json.dumps(configuration(BLOCKING, "before")))
    on_main = "git init -q . && git add synthesized && git -c user.name=a -c user.email=a@b commit -qm x"
    (hook,) = yaml.safe_load(HOOK.read_text())["repos"][0]["hooks"]
    made = job(["sh", "-c", f"{on_main} && git update-ref refs/remotes/origin/main HEAD"], BLOCKING)
    file.write_text(json.dumps(configuration(BLOCKING, "after")))

    done = job(["sh", "-c", hook["entry"]], BLOCKING)

    assert made.returncode == 0, made.stderr
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Data protection: blocked" in done.stdout
