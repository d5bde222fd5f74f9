"""The constructs stand on `cdktf` and on its successor `cdktn`, and say the same on each.

`make test` runs this folder on the first, and what is not marked `any_cdk` once more with GLBR_CDK=cdktn.
"""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from glbr_constructs.cdk import FLAVOURS, SWITCH, cdk

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAMS = sorted(path for path in EXAMPLES.rglob("*.py") if "app.synth()" in path.read_text(encoding="utf-8"))
RUN_EACH = """
import os, runpy, sys
for program in sys.argv[1:]:
    folder = os.path.basename(os.path.dirname(program)) + "-" + os.path.basename(program)
    os.mkdir(folder)
    here = os.getcwd()
    os.chdir(folder)
    runpy.run_path(program, run_name="__main__")
    os.chdir(here)
"""
"""All programs in one process: Node takes longer to start than they take."""

Synthesized = dict[str, dict[str, object]]


def synthesized(folder: Path) -> Synthesized:
    """Each stack's Terraform JSON by its place, without what differs by intention: the CDK's version, and this folder."""
    found: Synthesized = {}
    for path in folder.rglob("cdk.tf.json"):
        stack = json.loads(path.read_text(encoding="utf-8").replace(str(folder), ""))
        assert stack["//"]["metadata"].pop("version")
        found[str(path.relative_to(folder))] = stack
    return found


@pytest.fixture(scope="module")
def on_each(tmp_path_factory: pytest.TempPathFactory, terraform: tuple[str, ...]) -> dict[str, Synthesized]:
    """What the programs of the examples synthesize to, by CDK."""
    folders = {flavour: tmp_path_factory.mktemp(flavour) for flavour in FLAVOURS}
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", RUN_EACH, *map(str, PROGRAMS)],
            cwd=folder,
            env=os.environ | {SWITCH: flavour, "TERRAFORM_BINARY_NAME": shlex.join(terraform)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for flavour, folder in folders.items()
    ]
    outputs = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    return {flavour: synthesized(folder) for flavour, folder in folders.items()}


def test_this_run_is_on_the_cdk_that_was_asked_for() -> None:
    assert cdk.__name__ == os.environ.get(SWITCH, "cdktf")


@pytest.mark.any_cdk
def test_every_example_says_the_same_on_both(on_each: dict[str, Synthesized]) -> None:
    assert len(on_each["cdktf"]) >= len(PROGRAMS) >= 2
    assert on_each["cdktn"] == on_each["cdktf"]


@pytest.mark.any_cdk
def test_no_example_names_one_of_them() -> None:
    naming = re.compile(rf"^\s*(?:from|import) (?:{'|'.join(FLAVOURS)})\b", re.MULTILINE)

    assert [path for path in EXAMPLES.rglob("*.py") if naming.search(path.read_text(encoding="utf-8"))] == []
