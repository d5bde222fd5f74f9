"""A secret planted in the credentials turns up nowhere: no log, no state, no plan, no diagnostic, no dump."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from samples import sample
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
