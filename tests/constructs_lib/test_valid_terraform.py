"""What every construct becomes is valid to the real Terraform, which knows the provider's schema."""

import importlib
import inspect
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import glbr_constructs
from glbr.cli.install import install_into
from glbr.views.generate_l1 import FOLDER
from glbr_constructs.cdk import SWITCH, cdk, flavour
from workspace import hcl_free

PROGRAM = Path(__file__).parents[1] / "support" / "every_construct.py"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory, terraform: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """What Terraform says of two stacks: `everything`, and `wrong`."""
    folder = tmp_path_factory.mktemp("valid")
    install_into(folder / "mirror")
    # Not the home directory: the CDK keeps its unpacked parts there.
    mirror = f'filesystem_mirror {{ path = "{folder / "mirror"}" }}'
    (folder / "terraform.rc").write_text(f"provider_installation {{\n  {mirror}\n}}\n")
    # The CDK starts Terraform by one name, and the embedded one has three.
    command = folder / "terraform"
    command.write_text(f'#!/bin/sh\nexec {shlex.join(terraform)} "$@"\n')
    command.chmod(0o755)
    own = {
        "TF_CLI_CONFIG_FILE": str(folder / "terraform.rc"),
        "TERRAFORM_BINARY_NAME": str(command),
        SWITCH: flavour(),
    }
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder)],
        env=hcl_free(os.environ) | own,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


def test_every_construct_becomes_valid_terraform(judged: dict[str, dict[str, Any]]) -> None:
    found = judged["everything"]

    assert found["valid"], found["complaints"]
    assert set(found["classes"]) >= {f"{made.__module__}.{made.__name__}" for made in (*of_l1(), *public_constructs())}


def test_an_argument_that_does_not_exist_is_noticed(judged: dict[str, dict[str, Any]]) -> None:
    found = judged["wrong"]

    assert found["valid"] is False
    assert [said for said in found["complaints"] if "bogus" in said and "glbr_settings.mistaken" in said]


def of_l1() -> list[type]:
    """Every resource, data source and provider block that is generated."""
    modules = [importlib.import_module(f"glbr_constructs.l1.{file.stem}") for file in FOLDER.glob("[a-z]*.py")]
    own = [found for module in modules for found in vars(module).values() if inspect.isclass(found)]
    return [found for found in own if issubclass(found, cdk.TerraformElement) and ".l1." in found.__module__]


def public_constructs() -> list[type]:
    """Everything of `glbr_constructs.__all__` that stands in a stack; what the CDK brings itself is not ours."""
    offered = [getattr(glbr_constructs, name) for name in glbr_constructs.__all__]
    classes = [found for found in offered if inspect.isclass(found) and found.__module__.startswith("glbr_constructs")]
    return [found for found in classes if hasattr(found, "node") and not issubclass(found, cdk.App)]
