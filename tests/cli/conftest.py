"""A person at a terminal: runs the `glbr` command in a home directory of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from glbr.cli.command import run
from glbr.review.rules.example import Edit, Example
from glbr.simulator.server import RunningSimulator
from rule_examples import plan_document
from workspace import THRIFTY


@dataclass
class Person:
    """Runs commands as a process, as a person does; `environment` may be changed before."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *command: str, **options: object) -> "subprocess.Popen[str]":
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, cwd=self.folder, env=self.environment, text=True, **(pipes | options))  # type: ignore[call-overload,no-any-return]  # options of every kind

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            text=True,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def glbr(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return self.run(sys.executable, "-m", "glbr.cli", *arguments)

    def embedded(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return self.run(sys.executable, "-P", "-m", "glbr.cli.embedded_terraform", *arguments)


@pytest.fixture
def person(tmp_path: Path) -> Person:
    """Somebody new: an empty home, an empty folder, and no variable set that steers Terraform or GLBR."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TF_", "GLBR_", "XDG_"))}
    folder = tmp_path / "work"
    folder.mkdir()
    (tmp_path / "home").mkdir()
    return Person(folder, kept | {"HOME": str(tmp_path / "home"), "CHECKPOINT_DISABLE": "1", "NO_COLOR": "1"} | THRIFTY)


@pytest.fixture
def connection(simulator: RunningSimulator) -> Mapping[str, str]:
    """The variables that `glbr simulate` prints."""
    from glbr.cli.surroundings import settings_for

    return settings_for(simulator.options, simulator.url)


class Ran(NamedTuple):
    """How a command ended that ran in this process."""

    code: int
    out: str
    err: str


@pytest.fixture
def review(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs `glbr review` in this process."""

    def ran(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run(["review", *map(str, arguments)])
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture
def plan(tmp_path: Path) -> Callable[..., Path]:
    """Writes the plan of a change of the clinic."""

    def write(*edits: Edit, name: str = "plan.json", **changed: object) -> Path:
        file = tmp_path / name
        file.write_text(json.dumps({**plan_document(Example(after=edits)), **changed}))
        return file

    return write
