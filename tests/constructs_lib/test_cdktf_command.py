"""The commands of the CDKs do their whole cycle, installed from a lock file that names no registry."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from glbr.cli.node import Node, find_node
from glbr_constructs.cdk import SWITCH, cdk
from workspace import Run, Workspace

COMMANDS = {"cdktf": "cdktf-cli/bundle/bin/cdktf", "cdktn": "cdktn-cli/bundle/bin/cdktn.js"}
"""Of each CDK, below `node_modules`: what the files in `node_modules/.bin` start."""
OLDEST_FOR_CDKTN = (22, 19, 0)
NOT_ASKING = ("--auto-approve", "--skip-provider-lock")
PROGRAM = """
from glbr_constructs import App, GlbrProvider, Every, ProtectionPolicy, TerraformStack

app = App()
stack = TerraformStack(app, "clinic")
GlbrProvider(stack, "glbr")
ProtectionPolicy(stack, "gold", name="gold").add_snapshot(Every.hours(4).keep(days=2))
app.synth()
"""


class Command:
    """The command of the CDK that this run is on."""

    def __init__(self, root: Path, node: Node) -> None:
        self.file = root / "node_modules" / COMMANDS[cdk.__name__]
        self.node = node

    def run(self, folder: Path, environment: dict[str, str], *arguments: str) -> Run:
        """Run it to its end, as in an activated .venv: it asks for a `python` and a `node` on the PATH."""
        path = os.pathsep.join((str(Path(sys.executable).parent), str(self.node.path.parent), os.environ["PATH"]))
        quiet = {"CI": "1", "DISABLE_VERSION_CHECK": "1", "CHECKPOINT_DISABLE": "1", "FORCE_COLOR": "0"}
        done = subprocess.run(
            [str(self.node.path), str(self.file), *arguments],
            cwd=folder,
            env=self.node.environment(environment | {"PATH": path}) | quiet | {SWITCH: cdk.__name__},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Run(done.returncode, done.stdout)


@pytest.fixture
def command(root: Path) -> Command:
    node = find_node(os.environ)
    if cdk.__name__ == "cdktn" and tuple(map(int, re.findall(r"\d+", node.version))) < OLDEST_FOR_CDKTN:
        pytest.skip(f"cdktn-cli needs Node {OLDEST_FOR_CDKTN}, this is {node.version}: install the extra `engines`")
    found = Command(root, node)
    if not found.file.exists():
        pytest.skip(
            f"{found.file.parents[2].name} is not installed: run `npm ci` in the root, or `make setup` which does"
        )
    return found


@pytest.mark.any_cdk
def test_the_lock_file_names_hashes_and_no_host(root: Path) -> None:
    text = (root / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]

    assert packages["node_modules/cdktf-cli"]["version"] == "0.21.0"
    assert packages["node_modules/cdktn-cli"]["version"] == "0.24.0"
    assert [name for name, package in packages.items() if name and not {"integrity", "inBundle"} & package.keys()] == []
    assert re.findall(r'"resolved"|"funding"|\w+://[^"]+', text) == []


@pytest.mark.any_cdk
def test_synth_runs_the_example_from_the_root_of_the_project(root: Path, command: Command, tmp_path: Path) -> None:
    done = command.run(root, dict(os.environ), "synth", "--output", str(tmp_path))

    assert "Generated Terraform code for the stacks: three-copies" in done.text
    assert (tmp_path / "stacks" / "three-copies" / "cdk.tf.json").is_file()


def test_one_program_is_shown_deployed_and_destroyed(installed: Callable[..., Workspace], command: Command) -> None:
    workspace = installed()
    terraform = workspace.folder / "terraform"
    terraform.write_text(f'#!/bin/sh\nexec {shlex.join(workspace.terraform)} "$@"\n')
    terraform.chmod(0o755)
    (workspace.folder / "main.py").write_text(PROGRAM)
    settings = {"language": "python", "app": "python main.py", "projectId": "clinic", "sendCrashReports": "false"}
    (workspace.folder / "cdktf.json").write_text(json.dumps(settings))
    environment = workspace.environment | {"TERRAFORM_BINARY_NAME": str(terraform)}

    def policies() -> int:
        objects = workspace.control("GET", "health")["objects"]
        return objects.get("protection-policies", 0)

    # Each of them synthesizes first. A provider that is only in a mirror has no checksums of other platforms to lock.
    shown = command.run(workspace.folder, environment, "diff", "clinic", "--skip-provider-lock")
    before = policies()
    deployed = command.run(workspace.folder, environment, "deploy", "clinic", *NOT_ASKING)
    between = policies()
    destroyed = command.run(workspace.folder, environment, "destroy", "clinic", *NOT_ASKING)

    assert "1 to add, 0 to change, 0 to destroy" in shown.text
    assert "Apply complete! Resources: 1 added" in deployed.text
    assert "Destroy complete! Resources: 1 destroyed" in destroyed.text
    assert [run.code for run in (shown, deployed, destroyed)] == [0, 0, 0]
    assert (before, between, policies()) == (0, 1, 0)
