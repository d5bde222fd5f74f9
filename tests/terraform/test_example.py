"""The example, in Python and in HCL: both plan the same, and what is applied makes the copies it promises."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from glbr.cli.node import find_node
from workspace import Json, Workspace

EXAMPLE = Path(__file__).parents[2] / "examples" / "three-copies"


@pytest.fixture
def clinic(installed: Callable[..., Workspace]) -> Workspace:
    return installed()


def started(workspace: Workspace) -> Workspace:
    done = workspace.run("init", "-no-color")
    assert done.code == 0, done.output
    return workspace


def in_hcl(workspace: Workspace) -> Workspace:
    shutil.copy(EXAMPLE / "main.tf", workspace.folder)
    return started(workspace)


def in_python(workspace: Workspace) -> Workspace:
    """Synthesize into the working directory."""
    environment = find_node().environment(os.environ) | {"CDKTF_OUTDIR": str(workspace.folder / "out")}
    done = subprocess.run(
        [sys.executable, "-P", str(EXAMPLE / "main.py")],
        cwd=workspace.folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    shutil.copy(workspace.folder / "out" / "stacks" / "three-copies" / "cdk.tf.json", workspace.folder)
    return started(workspace)


def planned(workspace: Workspace) -> Json:
    """What a plan makes of each address."""
    changes = workspace.plan()["resource_changes"]
    return {change["address"]: change["change"] for change in changes if change["mode"] == "managed"}


def test_python_and_hcl_plan_the_same(clinic: Workspace) -> None:
    from_hcl = planned(in_hcl(clinic))
    (clinic.folder / "main.tf").unlink()

    assert planned(in_python(clinic)) == from_hcl
    assert len(from_hcl) == 5


def test_a_month_later_the_recovery_points_are_there(clinic: Workspace) -> None:
    in_hcl(clinic).apply()
    clinic.must_be_settled()

    clinic.simulator.advance(days=30)

    tiers = {tier["tierType"]: tier for tier in clinic.control("GET", "recovery-points")["items"]}
    # A copy made from another is made from a fresh one: each backup brings a snapshot along, each cloud backup a backup.
    assert tiers["SNAPSHOT"]["count"] == 2 * 6 + 2  # every 4 hours for 2 days
    assert tiers["BACKUP"]["count"] == 14 + 2  # daily for 2 weeks
    assert tiers["BACKUP"]["locked"] == 7 + 1  # of which those of the last week
    assert tiers["CLOUD_BACKUP"]["count"] == 4 + 1  # weekly for 6 months, and the first run
    assert {tier["members"] for tier in tiers.values()} == {24}
    clinic.must_be_settled()
