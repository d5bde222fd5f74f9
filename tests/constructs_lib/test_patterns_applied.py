"""The examples of patterns are applied by the real Terraform, and leave nothing to do."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from glbr.simulator.server import running
from workspace import PATIENCE_SECONDS, Run, Workspace, attaching, debug_provider


@pytest.fixture
def fleet(workspace: Workspace) -> Iterator[Workspace]:
    """A working directory at a site with forty machines, in place of the clinic."""
    with running(world="fleet", vms=40, clock="frozen") as simulator:
        yield replace(workspace, simulator=simulator, provider={**workspace.provider, "endpoint": simulator.url})


@pytest.fixture
def another_provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A second provider that runs already: two Terraforms at once need one each."""
    process = debug_provider(tmp_path_factory.mktemp("provider"))
    yield attaching(process)
    process.terminate()
    process.communicate()


def synthesized(workspace: Workspace, example: Path) -> str:
    """Run the program of an example in the working directory; what it printed."""
    done = subprocess.run(
        [sys.executable, str(example / "main.py")],
        cwd=workspace.folder,
        env={**os.environ, "CDKTF_OUTDIR": str(workspace.folder / "cdktf.out")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def stack(workspace: Workspace, name: str) -> Workspace:
    """The directory of one stack, made ready. A provider that runs already does not see where HPE is, so its block says it."""
    folder = workspace.folder / "cdktf.out" / "stacks" / name
    (folder / "here_override.tf.json").write_text(json.dumps({"provider": {"glbr": workspace.provider}}))
    found = replace(workspace, folder=folder)
    prepared = found.run("init", "-no-color")
    assert prepared.code == 0, prepared.output
    return found


def side_by_side(stacks: list[Workspace], *command: str) -> list[Run]:
    """Run the same command in several stacks at the same time."""
    started = [stack.start(*command) for stack in stacks]
    told = [process.communicate(timeout=PATIENCE_SECONDS)[0] for process in started]
    return [Run(process.returncode, output) for process, output in zip(started, told, strict=True)]


def test_a_newcomer_protects_a_site_in_forty_lines(workspace: Workspace, root: Path) -> None:
    example = root / "examples" / "protected-site"
    printed = synthesized(workspace, example)

    site = stack(workspace, "protected-site")
    site.apply()

    site.must_be_settled()
    jobs = [address for address in site.addresses() if address.startswith("glbr_protection_job.")]
    assert len(jobs) == 3
    assert len((example / "main.py").read_text().splitlines()) <= 40
    assert printed.count("1 locked    yes") == 3


def test_the_rule_is_applied_with_rhythms_and_stores_of_ones_own(workspace: Workspace, root: Path) -> None:
    example = root / "examples" / "three-two-one-one-zero"
    printed = synthesized(workspace, example)

    erp = stack(workspace, "three-two-one-one-zero")
    erp.apply()

    erp.must_be_settled()
    assert printed in (example / "README.md").read_text()


def test_stacks_of_a_fleet_are_applied_side_by_side_after_the_shared_one(
    fleet: Workspace, another_provider: str, root: Path
) -> None:
    synthesized(fleet, root / "examples" / "fleet")
    stack(fleet, "shared").apply()
    beside = replace(fleet, environment={**fleet.environment, "TF_REATTACH_PROVIDERS": another_provider})
    parts = [stack(fleet, "fleet-1"), stack(beside, "fleet-2")]

    made = side_by_side(parts, "apply", "-auto-approve", "-no-color")
    planned = side_by_side(parts, "plan", "-detailed-exitcode", "-no-color")

    assert [run.code for run in (*made, *planned)] == [0, 0, 0, 0], "\n".join(run.output for run in (*made, *planned))
    jobs = [address for part in parts for address in part.addresses() if address.startswith("glbr_protection_job.")]
    assert len(jobs) == len(set(jobs)) == 40


def test_a_fleet_stops_at_a_machine_that_hpe_does_not_know(fleet: Workspace) -> None:
    (fleet.folder / "main.py").write_text(
        "from glbr_constructs import App, Fleet, GlbrProvider, ProtectionPolicy, TerraformStack\n"
        "app = App()\n"
        "stack = TerraformStack(app, 'mistyped')\n"
        "GlbrProvider(stack, 'glbr')\n"
        "policy = ProtectionPolicy.from_protection_policy_id(stack, 'gold', 'policy-1')\n"
        "Fleet(stack, 'fleet', policy=policy, assets=['vm-00001', 'vm-1'])\n"
        "app.synth()\n"
    )
    synthesized(fleet, fleet.folder)

    refused: Run = stack(fleet, "mistyped").run("plan", "-no-color")

    assert refused.code == 1
    assert "Fleet mistyped/fleet names machines that HPE does not know: vm-1." in refused.text
