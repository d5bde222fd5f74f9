"""A secret planted in the credentials turns up nowhere: no log, no state, no plan, no diagnostic, no dump."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from samples import Json, Together, sample
from workspace import Workspace

CANARY = "canary-5f0b6c1d"


@pytest.fixture
def watched(installed: Callable[..., Workspace]) -> Workspace:
    """A workspace that logs everything there is to log."""
    workspace = installed()
    workspace.environment |= {"TF_LOG": "TRACE", "TF_LOG_PATH": str(workspace.folder / "trace.log")}
    workspace.write(sample("protection_store").configuration("glbr_protection_store"))
    workspace.run("init", "-no-color")
    return workspace


def everything_written(folder: Path) -> str:
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return "\n".join(file.read_bytes().decode(errors="replace") for file in files)


def test_a_wrong_secret_is_shown_nowhere(watched: Workspace) -> None:
    watched.environment["GLBR_CLIENT_SECRET"] = CANARY

    said = watched.run("apply", "-auto-approve", "-no-color").output

    assert "HPE refused the credentials" in said
    assert CANARY not in said
    assert CANARY not in everything_written(watched.folder)


def test_the_right_secret_and_its_tokens_are_shown_nowhere(watched: Workspace) -> None:
    secret = watched.environment["GLBR_CLIENT_SECRET"]

    watched.apply()
    planned = json.dumps(watched.plan())

    written = everything_written(watched.folder)
    dumped = json.dumps([watched.control("GET", path) for path in ("dump", "requests")])
    assert "glbr.api" in written, "the provider's own log is among what was searched"
    for text in (written, planned, dumped):
        assert secret not in text
        assert not re.search(r"[Bb]earer [A-Za-z0-9]", text)


def test_the_configuration_is_the_only_place_of_a_secret_in_the_block(watched: Workspace) -> None:
    watched.provider = {"client_secret": CANARY}
    watched.write(sample("protection_store").configuration("glbr_protection_store"))

    said = watched.run("plan", "-no-color").output

    (watched.folder / "main.tf.json").unlink()
    assert CANARY not in said
    assert CANARY not in everything_written(watched.folder)
    assert os.environ.get("GLBR_CLIENT_SECRET") is None


def host(version: int, secret: str | None, **variables: str | None) -> Json:
    """A SQL Server whose login comes from elsewhere."""
    login = {"username": "backup", "password_wo": secret, "password_wo_version": version}
    whole = sample("application_host").configuration("glbr_application_host", Together(credentials=login))
    declared = {name: {"type": "string", "default": value} for name, value in variables.items()}
    return {**whole, "variable": declared}


@pytest.mark.parametrize("secret", ["${var.word}", "${terraform_data.late.id == var.word ? var.word : null}"])
def test_a_new_version_without_a_secret_is_refused_and_may_be_tried_again(workspace: Workspace, secret: str) -> None:
    """The second is only known to be null when the apply is on its way."""
    workspace.apply(host(1, "one"))
    late = {"terraform_data": {"late": {}}} if "late" in secret else {}
    wrong = host(2, secret, word=None)

    said = workspace.refused({**wrong, "resource": wrong["resource"] | late}).text

    assert "password_wo_version was changed and no secret is given" in said
    assert "At: credentials.password_wo" in said
    assert workspace.state("glbr_application_host.tested")["credentials"]["password_wo_version"] == 1
    assert changes(workspace) == 0

    workspace.apply(host(2, "${var.word}", word="two"))

    assert changes(workspace) == 1
    workspace.must_be_settled()


@pytest.mark.parametrize("given", ["shown", "hidden"])
def test_a_secret_may_come_from_one_of_two_variables(workspace: Workspace, given: str) -> None:
    whole = host(1, "${var.hidden}", **{"shown": None, "hidden": None, given: CANARY})
    whole["resource"]["glbr_application_host"]["tested"]["credentials"]["password"] = "${var.shown}"

    workspace.apply(whole)

    workspace.must_be_settled()


def test_a_secret_is_not_given_twice(workspace: Workspace) -> None:
    whole = host(1, "${var.hidden}", shown=CANARY, hidden=CANARY)
    whole["resource"]["glbr_application_host"]["tested"]["credentials"]["password"] = "${var.shown}"

    said = workspace.refused(whole).text

    assert "Give either password_wo or password" in said


def changes(workspace: Workspace) -> int:
    """How often an application host was changed."""
    counts = workspace.simulator.request_counts
    return sum(count for name, count in counts.items() if "ApplicationHost" in name and "Update" in name)
