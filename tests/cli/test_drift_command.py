"""`glbr drift`, with the real Terraform: what somebody changes at HPE is found, named and judged; nothing is applied."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from glbr.cli.command import run
from glbr.review.rules.estate import POLICY
from glbr.review.rules.example import Example
from rule_examples import configuration
from workspace import Workspace


class Ran(NamedTuple):
    code: int
    out: str
    err: str


def shorten_lock(workspace: Workspace, days: int) -> None:
    """As somebody does it in the console: the policy's daily backups are locked for less."""
    policy = workspace.state(POLICY)
    daily = {
        "scheduleId": 2,
        "schedule": {"recurrence": "DAILY", "repeatInterval": {"every": 1}, "startTime": "01:30"},
        "expireAfter": {"unit": "WEEKS", "value": 5},
        "lockFor": {"unit": "DAYS", "value": days},
    }
    tier = {"id": policy["protections"][1]["id"], "schedules": [daily]}
    workspace.hpe("PATCH", policy["resource_uri"], {"protections": [tier]})


@pytest.fixture
def at_work(workspace: Workspace, person):
    """A person in a folder that Terraform has made the clinic from."""
    workspace.apply(configuration(Example(), "after"))
    person.folder = workspace.folder
    person.environment = workspace.environment | {"NO_COLOR": "1", "TMPDIR": str(workspace.folder / "scratch")}
    (workspace.folder / "scratch").mkdir()
    return person


def test_a_lock_that_somebody_shortens_at_hpe_is_found_and_judged_by_the_gate(at_work, workspace: Workspace) -> None:
    state = (workspace.folder / "terraform.tfstate").read_bytes()
    quiet = at_work.glbr("drift", "--quiet-if-clean")

    shorten_lock(workspace, days=1)
    asked = at_work.glbr("drift", "-o", "terminal,md=drift.md", "--stack", "night")

    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    assert asked.returncode == 3, asked.stdout + asked.stderr
    assert "DP-PLAN-003" in asked.stdout
    assert "locked 2 weeks → locked 1 day" in " ".join(asked.stdout.split())
    assert "night" in (workspace.folder / "drift.md").read_text()
    assert (workspace.folder / "terraform.tfstate").read_bytes() == state
    assert list((workspace.folder / "scratch").iterdir()) == []
    assert list(workspace.folder.rglob("*.tfplan")) == []


@pytest.fixture
def drift(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs the command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKPOINT_DISABLE", "1")

    def ran(*arguments: str) -> Ran:
        return Ran(run(["drift", *arguments]), *capsys.readouterr())

    return ran


def test_a_folder_that_is_not_ready_is_said_to_be_so(drift, tmp_path: Path) -> None:
    wanted = 'terraform {\n  required_providers {\n    glbr = { source = "glbr/glbr" }\n  }\n}\n'
    (tmp_path / "main.tf").write_text(wanted)

    unready, missing = drift(), drift("nowhere")

    assert (unready.code, missing.code) == (1, 1)
    assert unready.err.startswith("Error: Looking for drift in .: the folder is not initialised")
    assert "Run `terraform init` in it first" in unready.err
    assert missing.err.startswith("Error: Looking for drift in nowhere: there is no such folder")
    assert unready.out == missing.out == ""


def test_what_terraform_complains_of_is_told_shortened_and_is_no_verdict(
    drift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = tmp_path / "terraform-that-fails"
    engine.write_text(
        '#!/bin/sh\nprintf "\\033[31mError:\\033[0m quota \\007used up\\n" >&2\nstep=0\n'
        "while [ $step -lt 2000 ]; do step=$((step+1)); echo $step; done >&2\nexit 3\n"
    )
    engine.chmod(0o755)
    monkeypatch.setenv("GLBR_TERRAFORM", str(engine))

    failed = drift()

    assert failed.code == 1
    assert failed.err.startswith("Error: Looking for drift in .: Terraform's plan failed with exit code 3")
    assert "Error: quota \\x07used up" in failed.err
    assert failed.err.endswith("(cut here)\n")
    assert len(failed.err) < 5_000


def test_the_gate_is_read_before_terraform_is_asked(drift, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "glbr-review.yaml").write_text("pack: no-such-pack\n")
    monkeypatch.setenv("GLBR_TERRAFORM", os.devnull)

    wrong, usage = drift(), drift("-o", "pdf")

    assert (wrong.code, usage.code) == (1, 1)
    assert "There is no pack no-such-pack" in wrong.err
    assert "-o does not know the format 'pdf'" in usage.err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 1)])
def test_stopped_it_lets_terraform_end_and_leaves_no_plan(person, number: int, code: int) -> None:
    engine, scratch = person.folder / "terraform-at-work", person.folder / "scratch"
    stopping = "sleep 0.3; touch unlocked; exit 1"
    engine.write_text(
        f"#!/bin/sh\ntrap '{stopping}' INT TERM\n"
        'for word; do case $word in -out=*) touch "${word#-out=}" started;; esac; done\n'
        "step=0; while [ $step -lt 200 ]; do step=$((step+1)); sleep 0.05; done\n"
    )
    engine.chmod(0o755)
    scratch.mkdir()
    person.environment |= {"GLBR_TERRAFORM": str(engine), "TMPDIR": str(scratch)}
    process = person.start(sys.executable, "-m", "glbr.cli", "drift", start_new_session=True)
    deadline = time.monotonic() + 30
    while not (person.folder / "started").exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)

    # Ctrl-C reaches all of a terminal's programs, the end of a pipeline only the first.
    os.killpg(process.pid, number) if number == signal.SIGINT else process.terminate()
    _, told = process.communicate(timeout=30)

    assert process.returncode == code, told
    assert (person.folder / "unlocked").exists()
    assert list(scratch.iterdir()) == []
    assert "Traceback" not in told
