"""The tutorial, run from its first line to its last, as somebody at two terminals would."""

import datetime as dt
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from glbr.simulator.options import CLIENT_ID, CLIENT_SECRET, WORKSPACE_ID
from glbr.simulator.server import RunningSimulator, running
from glbr.views.generate_docs import PROJECT
from workspace import hcl_free
from written_commands import check, glbr_lines, scripts_in

TUTORIAL = PROJECT / "docs" / "guides" / "tutorial.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"(?:#|//) (\S+\.\w+)\n")

ELSEWHERE = "glbr simulate --port 8930\n"
"""What runs in the second terminal; here it runs before the first line."""
ALREADY = ("make setup\n", ". .venv/bin/activate\n")
"""Done before any test runs."""
UNTIL = "2027-01-31"
"""A day to come, at the time of writing."""


@dataclass(frozen=True)
class Block:
    """What stands between two fences: `sh` is run, `text` is part of what that says, `diff` changes a file,
    the rest is one."""

    kind: str
    text: str


def blocks() -> list[Block]:
    return [Block(*found) for found in _BLOCK.findall(TUTORIAL.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def clinic() -> Iterator[RunningSimulator]:
    with running(world="clinic") as simulator:
        yield simulator


def script(simulator: RunningSimulator) -> str:
    """All blocks as one script, which tells before each block that it comes."""
    lines = ["set -eo pipefail"]
    for number, block in enumerate(blocks()):
        named = _FILE.match(block.text)
        if block.kind == "sh" and block.text != ELSEWHERE:
            commands = block.text
            for done in ALREADY:
                commands = commands.replace(done, "")
            lines += [f"echo; echo '=== {number}'", commands]
        elif block.kind == "diff":
            lines.append(f"git apply <<'END OF FILE'\n{block.text}END OF FILE")
        elif block.kind in ("python", "json"):
            assert named, f"the block does not name its file:\n{block.text}"
            lines.append(f"cat > {named[1]} <<'END OF FILE'\n{block.text[named.end() :]}END OF FILE")
    soon = (dt.datetime.now(dt.UTC) + dt.timedelta(days=60)).date().isoformat()
    return "\n".join(lines).replace("http://127.0.0.1:8930", simulator.url).replace(UNTIL, soon)


def test_the_tutorial_does_what_it_says(tmp_path: Path, terraform: tuple[str, ...], clinic: RunningSimulator) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "terraform").write_text(f'#!/bin/sh\nexec {shlex.join(terraform)} "$@"\n')
    (tools / "terraform").chmod(0o755)
    (tmp_path / "terraform.rc").write_text("")
    author = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = hcl_free(os.environ) | author | {
        "HOME": str(tmp_path),
        "PATH": os.pathsep.join((str(tools), str(Path(sys.executable).parent), os.environ["PATH"])),
        "TF_CLI_CONFIG_FILE": str(tmp_path / "terraform.rc"),
        "TF_CLI_ARGS": "-no-color",
        "COLUMNS": "200",
        # What the CDK unpacks at its first start: not anew in each home directory.
        "JSII_RUNTIME_PACKAGE_CACHE_ROOT": str(PROJECT / ".glbr" / "jsii"),
        "CI": "1",
        "DISABLE_VERSION_CHECK": "1",
        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20",
    }  # fmt: skip
    if not (PROJECT / "node_modules" / ".bin" / "cdktf").exists():
        pytest.skip("cdktf-cli is not installed: run `npm ci` in the root, or `make` which does")

    if shutil.which("curl") is None:
        pytest.skip("the tutorial's commands need curl, which is not on the PATH")

    done = subprocess.run(
        ["bash", "-c", script(clinic)],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    said = dict(re.findall(r"^=== (\d+)\n(.*?)(?=^=== |\Z)", done.stdout, re.MULTILINE | re.DOTALL))
    for number, block in enumerate(blocks()):
        if block.kind == "text":
            output = plain(said[str(number - 1)])
            missing = [line for line in block.text.splitlines() if plain(line) not in output]
            assert missing == [], said[str(number - 1)]


def plain(text: str) -> str:
    """Text without frames, colours and line breaks, in which dates that were moved look as written."""
    text = re.sub(r"\x1b\[[0-9;]*m|[│╷╵]", " ", text)
    soon = (dt.datetime.now(dt.UTC) + dt.timedelta(days=60)).date().isoformat()
    return " ".join(text.replace(soon, UNTIL).split())


def test_what_is_left_to_the_reader_is_there() -> None:
    text = TUTORIAL.read_text(encoding="utf-8")

    assert all(done in text for done in (*ALREADY, ELSEWHERE))
    assert re.search(r"^setup:", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    exports = dict(re.findall(r"^export (GLBR_\w+)=(\S+)$", text, re.MULTILINE))
    assert exports == {
        "GLBR_ENDPOINT": "http://127.0.0.1:8930",
        "GLBR_WORKSPACE_ID": WORKSPACE_ID,
        "GLBR_CLIENT_ID": CLIENT_ID,
        "GLBR_CLIENT_SECRET": CLIENT_SECRET,
    }


def test_every_call_of_glbr_is_one_that_glbr_takes() -> None:
    calls = [call for written in scripts_in(TUTORIAL) for call in glbr_lines(written) if call[0] != "terraform"]

    assert calls
    for call in calls:
        check(call)


def test_no_step_is_left_out_of_the_script() -> None:
    kinds = {block.kind for block in blocks()}

    assert kinds == {"sh", "text", "python", "json", "diff", "mermaid"}
    assert shutil.which("git"), "the tutorial needs git"
