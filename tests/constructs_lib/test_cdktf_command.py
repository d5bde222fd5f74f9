"""The `cdktf` command works from the root of the project, installed from a lock file that names no registry."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from glbr.cli.node import find_node


def test_the_lock_file_names_hashes_and_no_host(root: Path) -> None:
    text = (root / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]

    assert packages["node_modules/cdktf-cli"]["version"] == "0.21.0"
    assert [name for name, package in packages.items() if name and not {"integrity", "inBundle"} & package.keys()] == []
    assert re.findall(r'"resolved"|\w+://[^"]+', text) == []


def test_cdktf_synth_runs_the_example(root: Path, tmp_path: Path) -> None:
    command = root / "node_modules" / "cdktf-cli" / "bundle" / "bin" / "cdktf"
    if not command.exists():
        pytest.skip("cdktf-cli is not installed: run `npm ci` in the root, or `make` which does")
    node = find_node(os.environ)
    # As in an activated .venv: the command asks for a `python` on the PATH.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    quiet = {"CI": "1", "DISABLE_VERSION_CHECK": "1", "CHECKPOINT_DISABLE": "1"}

    done = subprocess.run(
        [str(node.path), str(command), "synth", "--output", str(tmp_path)],
        cwd=root,
        env=node.environment(os.environ | {"PATH": path}) | quiet,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "Generated Terraform code for the stacks: three-copies" in done.stdout, done.stdout + done.stderr
    assert (tmp_path / "stacks" / "three-copies" / "cdk.tf.json").is_file()
